"""The contents of an article: headings, or places on the way."""

from __future__ import annotations

from tui_reader.model import Article, Comment, Passage
from tui_reader.present.contents import LONG, Section, contents, has_headings, section_at
from tui_reader.present.pieces import Piece, pieces_of


def pieces(*body: Passage, comments: tuple[Comment, ...] = ()) -> tuple[Piece, ...]:
    return pieces_of(Article("題", body, "hant", "utf-8", source="報", comments=comments), ("標籤",))


def paragraphs(count: int, length: int) -> list[Passage]:
    return [Passage("paragraph", f"{n}" + "字" * (length - 1)) for n in range(count)]


def test_headings_between_title_and_comments() -> None:
    body = (Passage("heading", "起"), *paragraphs(2, 9), Passage("heading", "承"))
    of = pieces(*body, comments=(Comment("好"), Comment("不好", "甲")))
    assert ["題", "起", "承", "Comments (2)"] == [section.label for section in contents(of)]
    assert ["title", "heading", "heading", "rule"] == [of[section.piece].look for section in contents(of)]
    assert has_headings(of)


def test_a_long_article_without_headings_has_its_quarters() -> None:
    of = pieces(*paragraphs(9, LONG // 4))
    told = [(section.mark, section.label[:2]) for section in contents(of)]
    assert [("", "題"), ("25 %", "2字"), ("50 %", "4字"), ("75 %", "6字")] == told
    assert not has_headings(of)


def test_quarters_in_one_paragraph_are_one_place() -> None:
    of = pieces(*paragraphs(1, 20), *paragraphs(1, LONG))
    assert [("", "題"), ("25 %", "0字")] == [(section.mark, section.label[:2]) for section in contents(of)]
    assert ["題"] == [section.label for section in contents(pieces(*paragraphs(1, LONG)))]


def test_a_short_one_has_its_beginning() -> None:
    assert (Section(0, "題"),) == contents(pieces(*paragraphs(3, 10)))
    assert () == contents(())


def test_which_section_one_is_in() -> None:
    sections = (Section(0, "題"), Section(3, "起"), Section(7, "承"))
    assert [0, 0, 1, 1, 2] == [section_at(sections, piece) for piece in (0, 2, 3, 6, 9)]
