"""Choosing text: sentences, more and less of them, across wordings; what is copied and marked."""

import pytest

from tui_reader.model import Article, PassageMark
from tui_reader.present.page import Page, page_of
from tui_reader.present.pieces import Piece
from tui_reader.present.selection import (
    Place,
    TextSelection,
    card,
    carried,
    drawn,
    extended,
    mark_of,
    neighbour,
    sentence_at,
    sentences,
    text_of,
    whole_pieces,
)
from tui_reader.present.worded import ShownText

PIECES = (
    Piece("title", "風來了", 0),
    Piece("meta", "島嶼日報 · 2025-12-30"),
    Piece("paragraph", "海上有風。她說：「快走！」大家都走了嗎？", 1),
    Piece("paragraph", "岸上有人。", 2),
    Piece("reader", "推 windy"),
    Piece("comment", "終於", 3),
)


def page() -> Page:
    return page_of(7, PIECES, 40)


def of(text: str, choice: TextSelection | None) -> None:
    assert choice is not None
    assert text == text_of(page(), choice)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲。乙！丙？", ["甲。", "乙！", "丙？"]),
        ("他說：「走吧。」她沒走。", ["他說：「走吧。」", "她沒走。"]),
        ("等等……走了。真的?!是", ["等等……", "走了。", "真的?!", "是"]),
        ("漲了 3.5% 之後 v2.0 出來。完", ["漲了 3.5% 之後 v2.0 出來。", "完"]),
        ("It was late. We left. 走了", ["It was late.", "We left.", "走了"]),
        ("　甲。 乙。", ["甲。", "乙。"]),
        ("第一行\n第二行", ["第一行", "第二行"]),
        ("", []),
    ],
)
def test_sentences_end_with_what_closes_after_their_mark(text: str, expected: list[str]) -> None:
    assert expected == [text[start:end] for start, end in sentences(Piece("verse", text, 1))]


def test_what_is_about_the_article_has_no_sentences() -> None:
    assert () == sentences(PIECES[1])


def test_the_sentence_at_a_place_or_the_next_after_it() -> None:
    of("她說：「快走！」", sentence_at(page(), Place(2, 6)))
    of("海上有風。", sentence_at(page(), Place(1, 3)))
    of("終於", sentence_at(page(), Place(5, 2)))


def test_from_sentence_to_sentence_across_paragraphs() -> None:
    last = sentence_at(page(), Place(2, 14))
    assert last is not None
    of("大家都走了嗎？", last)
    of("岸上有人。", neighbour(page(), last, 1))
    of("她說：「快走！」", neighbour(page(), last, -1))
    first = TextSelection(Place(0, 0), Place(0, 3))
    assert first == neighbour(page(), first, -1)


def test_more_and_less() -> None:
    one = TextSelection(Place(2, 0), Place(2, 5))
    two = extended(page(), one, 1)
    of("海上有風。她說：「快走！」", two)
    of("海上有風。", extended(page(), two, -1))
    assert one == extended(page(), one, -1)


def test_over_paragraphs_an_empty_line_stands_between() -> None:
    of("大家都走了嗎？\n\n岸上有人。", TextSelection(Place(2, 13), Place(3, 5)))


def test_readers_names_are_not_copied() -> None:
    of("岸上有人。\n\n終於", TextSelection(Place(3, 0), Place(5, 2)))


def test_the_whole_paragraph() -> None:
    of(PIECES[2].text, whole_pieces(page(), TextSelection(Place(2, 3), Place(2, 5))))


def test_the_mouse_may_be_drawn_backwards() -> None:
    assert TextSelection(Place(2, 1), Place(3, 2)) == drawn(Place(3, 2), Place(2, 1))


def turned() -> Page:
    texts = {2: ShownText("海上有风暴来袭。她说：“快走！”大家都走了吗？")}
    return page().turned(texts, "cn", whole=True)


def test_the_same_words_stay_chosen_in_another_wording() -> None:
    now = carried(TextSelection(Place(2, 5), Place(2, 13)), page(), turned())
    assert now is not None
    assert "她说：“快走！”" == text_of(turned(), now)


def test_another_article_has_nothing_chosen() -> None:
    assert carried(TextSelection(Place(0, 0), Place(0, 1)), page(), page_of(8, PIECES, 40)) is None


def test_a_mark_is_in_the_words_of_the_source() -> None:
    choice = TextSelection(Place(2, 8), Place(2, 16))
    assert "她说：“快走！”" == text_of(turned(), choice)
    assert PassageMark(7, 1, 5, "她說：「快走！」", "想") == mark_of(turned(), choice, "想")


def test_a_mark_over_two_paragraphs() -> None:
    mark = mark_of(page(), TextSelection(Place(2, 13), Place(3, 5)))
    assert PassageMark(7, 1, 13, "大家都走了嗎？\n\n岸上有人。") == mark


def test_nothing_to_mark_where_no_text_is() -> None:
    assert mark_of(page(), TextSelection(Place(1, 0), Place(1, 3))) is None


ARTICLE = Article(
    title="風來了", body=(), script="hant", encoding="utf-8", source="島嶼日報", published="2025-12-30T09:15",
    url="https://example.org/7",
)  # fmt: skip


def test_a_quote_card_says_where_it_is_from() -> None:
    assert "「海上有風。」\n—— 島嶼日報《風來了》，2025-12-30，https://example.org/7" == card(
        "海上有風。", ARTICLE, "source"
    )


def test_a_quote_card_in_the_wording_shown() -> None:
    told = card("她说：“快走！”", ARTICLE, "cn", ("风来了", "岛屿日报"))
    assert "“她说：‘快走！’”\n—— 岛屿日报《风来了》，2025-12-30，https://example.org/7" == told


def test_a_quote_card_of_an_article_that_knows_nothing() -> None:
    nothing = Article(title=None, body=(), script="hant", encoding="utf-8")
    assert "「甲『乙』」" == card("甲「乙」", nothing, "source")
