from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.runs import among_neighbours, best_run, trim, with_ends, with_items
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.text.fold import fold

PROSE = Label("body", "prose", "", 100.0)
LOOSE = Label("body", "loose", "", -10.0)
PHRASE = Label("body", "phrase", "", 6.0)
SOFT = Label("dropped", "related", "", -150.0, "soft")
HARD = Label("dropped", "legal", "", -150.0, "hard")
CAPTION = Label("caption", "caption", "", 0.0)
IMAGE = Label("image", "image", "", 0.0)


def blocks(*texts: str) -> list[Block]:
    return [Block(text, fold(text)) for text in texts]


def test_the_run_bridges_short_lines_but_no_list_of_links() -> None:
    assert best_run([LOOSE, PROSE, LOOSE, PROSE, *[LOOSE] * 30, PHRASE]) == (1, 4)


def test_a_soft_stop_is_bridged_only_by_more_prose_than_it_weighs() -> None:
    assert best_run([PROSE, PROSE, SOFT, PROSE]) == (0, 2)
    assert best_run([PROSE, PROSE, SOFT, PROSE, PROSE]) == (0, 5)


def test_a_hard_stop_parts_runs_whatever_comes_after_it() -> None:
    assert best_run([PROSE, PROSE, HARD, PROSE, PROSE, PROSE]) == (0, 2)


def test_what_is_appended_may_be_longer_but_not_twice_as_long() -> None:
    assert best_run([PROSE, PROSE, HARD, *[PROSE] * 3]) == (0, 2)
    assert best_run([PROSE, PROSE, HARD, *[PROSE] * 5]) == (3, 8)


def test_nothing_weighs() -> None:
    assert best_run([LOOSE, SOFT, LOOSE]) == (0, 0)
    assert best_run([]) == (0, 0)


def test_edges_are_prose_or_phrases() -> None:
    assert trim([LOOSE, CAPTION, PROSE, PHRASE, LOOSE], (0, 5)) == (2, 4)


def test_a_last_sentence_a_line_away_belongs_to_the_body() -> None:
    assert with_ends([PHRASE, PHRASE, LOOSE, PROSE], (0, 2)) == (0, 4)
    assert with_ends([PHRASE, PHRASE, SOFT, PROSE], (0, 2)) == (0, 2)


def test_a_slogan_hanging_on_behind_the_prose_does_not() -> None:
    assert with_ends([PROSE, PROSE, LOOSE, PHRASE], (0, 4)) == (0, 2)


def test_a_list_that_closes_the_body_belongs_to_it_with_its_head() -> None:
    page = blocks("正文。", "大家可以這樣做", "1.多走路", "2.少開車", "看更多")
    assert with_items(page, [PROSE, LOOSE, LOOSE, LOOSE, SOFT], 1) == 4


def test_doubled_lines_are_dropped_once() -> None:
    page = blocks("某某新聞標題一則", "某某新聞標題一則")
    assert [label.category for label in among_neighbours(page, [LOOSE, LOOSE])] == ["loose", "doubled"]


def test_a_short_sentence_said_twice_stays() -> None:
    page = blocks("「回來了。」", "「回來了。」", "「回來了。」")
    assert ["phrase", "phrase", "phrase"] == [label.category for label in among_neighbours(page, [PHRASE] * 3)]


def test_on_a_page_that_has_longer_lines_twice_short_ones_go_too() -> None:
    page = blocks("「回來了。」", "「回來了。」", *["燈塔修好之後，港口的人第一次看見海面上有三道光。"] * 2)
    categories = [label.category for label in among_neighbours(page, [PHRASE, PHRASE, PROSE, PROSE])]
    assert ["phrase", "doubled", "prose", "doubled"] == categories


def test_a_short_line_under_a_picture_is_its_caption() -> None:
    page = blocks("https://example.org/a.jpg", "站在左邊的是市長")
    assert [label.role for label in among_neighbours(page, [IMAGE, LOOSE])] == ["image", "caption"]


def test_a_line_over_a_bare_credit_is_its_caption() -> None:
    page = blocks("新款處理器上市", "圖／ 業者提供")
    assert [label.role for label in among_neighbours(page, [LOOSE, CAPTION])] == ["caption", "caption"]


def test_a_heading_that_sounds_like_a_list_stays_between_paragraphs() -> None:
    head = Label("dropped", "list_head", "", -150.0, "soft")
    page = blocks("第一段。", "最新消息", "第二段。")
    assert [label.role for label in among_neighbours(page, [PROSE, head, PROSE])] == ["body", "body", "body"]
