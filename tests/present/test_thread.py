"""Readers' comments: what is told of them, and a page that folds them away."""

from __future__ import annotations

from tui_reader.model import Article, Comment, Passage
from tui_reader.present.comment_summary import describe_comments
from tui_reader.present.page import Page, page_of
from tui_reader.present.pieces import pieces_of
from tui_reader.present.place import Anchor
from tui_reader.present.thread import LONG, is_long, thread_at

COMMENTS = (
    Comment("蓋得好", "windy", "12/30 09:20", "推"),
    Comment("電價呢", "bill", None, "→"),
    Comment("再看看", "windy", None, "推"),
    Comment("不信", None, None, "噓"),
)


def article(*comments: Comment) -> Article:
    return Article("題", (Passage("paragraph", "甲" * 50),), "hant", "utf-8", comments=comments)


def page(*comments: Comment) -> Page:
    return page_of(1, pieces_of(article(*comments), ()), 40)


def lines(of: Page) -> list[str]:
    return [line.text for number in range(of.height) if (line := of.line(number)) is not None]


def test_the_rule_tells_signs_and_who_says_most() -> None:
    assert "4 comments · 推 2 噓 1 → 1 · most: windy ×2" == describe_comments(COMMENTS)
    assert "1 comment" == describe_comments((Comment("好", "甲"),))


def test_few_are_named() -> None:
    people = tuple(Comment("好", name) for name in "甲甲甲乙乙丙丙丁丁戊")
    assert "10 comments · most: 甲 ×3, 乙 ×2, 丙 ×2" == describe_comments(people)


def test_names_in_the_rule_are_harmless() -> None:
    assert "2 comments · most: a b ×2" == describe_comments((Comment("好", "a\nb\x1b"),) * 2)


def test_each_comment_says_how_many_its_writer_has() -> None:
    readers = [piece.text for piece in pieces_of(article(*COMMENTS), ()) if piece.look == "reader"]
    assert ["推  windy ×2  12/30 09:20", "→  bill", "推  windy ×2", "噓"] == readers


def test_a_folded_thread_is_one_line() -> None:
    folded = page(*COMMENTS).folding()
    assert ["▸ 4 comments · 推 2 噓 1 → 1 · most:", "windy ×2", ""] == lines(folded)[-3:]
    assert page(*COMMENTS).plain() == folded.plain()


def test_places_in_a_folded_thread_are_at_its_rule() -> None:
    of = page(*COMMENTS)
    folded, rule = of.folding(), thread_at(of.pieces)
    assert rule is not None
    assert 1 == len({folded.line_of(Anchor(number, 0)) for number in range(rule, len(of.pieces))})
    assert "▸" in lines(folded)[folded.line_of(Anchor(len(of.pieces) - 1, 2))]
    assert list(range(folded.starts[rule] + 1)) == [
        folded.line_of(folded.anchor_at(number)) for number in range(folded.starts[rule] + 1)
    ]
    assert Anchor(rule, len(of.pieces[rule].text)) == folded.anchor_at(folded.height - 1)


def test_what_stands_before_the_thread_stays() -> None:
    of = page(*COMMENTS)
    rule = thread_at(of.pieces)
    assert rule is not None
    assert lines(of)[: of.starts[rule]] == lines(of.folding())[: of.starts[rule]]


def test_long_threads() -> None:
    assert [False, True] == [is_long(page(*[Comment("好", "甲")] * count).pieces) for count in (LONG, LONG + 1)]


def test_a_thread_of_thousands_folds() -> None:
    of = page(*[Comment("好", "甲")] * 3000)
    assert of.folding().height - 2 == of.folding().line_of(Anchor(len(of.pieces) - 1, 0))
