"""Articles as columns of pieces."""

from __future__ import annotations

from tui_reader.model import Article, Comment, Passage
from tui_reader.present.pieces import Piece, pieces_of
from tui_reader.text.moments import day_and_time


def test_numbers_count_title_deck_body_and_comments() -> None:
    article = Article(
        "題", (Passage("paragraph", "甲"), Passage("quote", "乙")), "hant", "utf-8",
        deck=("導",), captions=("圖",), images=("https://example.org/1.jpg",), comments=(Comment("評", "丙"), Comment("論")),
    )  # fmt: skip
    assert [
        ("title", 0), ("deck", 1), ("paragraph", 2), ("quote", 3), ("caption", None), ("rule", None),
        ("reader", None), ("comment", 4), ("comment", 5),
    ] == [(piece.look, piece.passage) for piece in pieces_of(article, ())]  # fmt: skip


def test_an_update_is_told_only_when_it_is_one() -> None:
    same = Article("題", (), "hant", "utf-8", published="2025-01-02", updated="2025-01-02", source="報")
    other = Article("題", (), "hant", "utf-8", published=None, updated="2025-01-02T03:04:05Z", category="政治")
    assert "報 · 2025-01-02" == pieces_of(same, ())[1].text
    assert "updated 2025-01-02 03:04 · 政治" == pieces_of(other, ())[1].text


def test_an_article_without_a_title_says_so() -> None:
    assert (Piece("title", "(untitled)", 0),) == pieces_of(Article(None, (), "none", "utf-8"), ())


def test_texts_are_harmless_and_lines_kept_only_where_they_mean_something() -> None:
    body = (Passage("paragraph", "甲\n乙\x1b[31m"), Passage("code", "\x9b1ma\n\tb"), Passage("table", "a\tb\nc\td"))
    texts = [piece.text for piece in pieces_of(Article("題", body, "hant", "utf-8"), ("標\n籤", "\u202e"))]
    assert ["題", "標 籤", "甲 乙", "a\n    b", "a   b\nc   d"] == texts


def test_days_and_times_as_exact_as_the_source() -> None:
    assert ("2025-02-03", "2025-02-03 04:05", "") == tuple(
        map(day_and_time, ("2025-02-03", "2025-02-03T04:05:06", None))
    )
