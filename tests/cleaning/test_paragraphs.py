from tui_reader.cleaning import clean
from tui_reader.cleaning.repair.paragraphs import MOST_PLACES, is_endless, split

ONE = (
    "去年冬天，河邊的老茶館關了門，街坊都說可惜。老板把桌椅送給了隔壁的小學，自己帶著一只銅壺回了鄉下，從此再也沒有消息。"
    * 2
)
TWO = (
    "開春以後，有人在茶館的舊址上擺起了早點攤，生意好得出奇。排隊的人裡，有一半是從前的茶客，他們說想念的不是茶，是那個角落。"
    * 2
)


def test_a_space_behind_a_full_stop_parts_paragraphs() -> None:
    text = f"{ONE} {TWO} {ONE}"
    assert is_endless(text)
    assert [ONE, TWO, ONE] == [piece.text for piece in split(text)]


def test_more_parts_than_a_book_has_are_left_together() -> None:
    assert is_endless("一句。 " * MOST_PLACES)
    assert not is_endless("一句。 " * (MOST_PLACES + 2))


def test_residues_part_paragraphs_and_go() -> None:
    assert [ONE, TWO] == [piece.text for piece in split(rf"{ONE} \& {TWO}\& \&")]


def test_a_subhead_between_spaces_is_a_heading() -> None:
    kinds = [(piece.kind, piece.text) for piece in split(f"{ONE} 茶客不散 早點攤前又相逢 {TWO}")]
    assert kinds == [("paragraph", ONE), ("heading", "茶客不散 早點攤前又相逢"), ("paragraph", TWO)]


def test_a_quoted_subhead_too() -> None:
    assert ("heading", "“想念的，是那个角落”") == split(f"{ONE} “想念的，是那个角落” {TWO}")[1][1:3]


def test_a_caption_at_the_head_stands_apart() -> None:
    pieces = split(rf"圖：關門前一天的老茶館。\新華社 {ONE}")
    assert [("caption", r"圖：關門前一天的老茶館。\新華社"), ("body", ONE)] == [
        (piece.role, piece.text) for piece in pieces
    ]


def test_the_authors_line_between_paragraphs_is_metadata() -> None:
    assert [("body", ONE), ("metadata", "江畔报记者 周晓岚"), ("body", TWO)] == [
        (piece.role, piece.text) for piece in split(rf"{ONE} \& 江畔报记者 周晓岚\& \& {TWO}")
    ]


def test_an_honest_paragraph_is_not_endless() -> None:
    assert not is_endless(ONE + TWO + ONE)
    assert not is_endless(f"{ONE} {TWO}")
    assert not is_endless("短。 短。 短。")


def test_a_word_of_latin_script_between_spaces_makes_no_heading() -> None:
    text = f"{ONE} 結果 Meta 公司說，這不是事實。{TWO}"
    assert "heading" not in {piece.kind for piece in split(text)}


def test_what_stands_apart_keeps_its_place_between_split_paragraphs() -> None:
    sentence = "老街的青石板路在雨後泛著微光，賣豆花的攤子一早就開了門，鄰居們三三兩兩地坐下來聊天。"
    first, last = (" ".join(f"第{ten}{day}天，{sentence}" for day in "一二三四五六七八九") for ten in "十百")
    page = (
        f"<html><head><title>老街的早晨</title></head><body><article><h1>老街的早晨</h1><p>{first}</p>"
        f"<nav><a href='/a'>回到上一頁</a></nav><p>{last}</p></article></body></html>"
    )
    article = clean(page.encode()).article
    assert article.body[9].text.startswith("第百一天")
    assert [9] == [line.before for line in article.removed if line.text == "回到上一頁"]
