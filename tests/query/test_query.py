"""Queries: what text means, and that their own text means the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.errors import QueryError
from tui_reader.query import And, Not, Or, Query, State, Term, first_day, parse

PIECES = st.sampled_from(
    [
        "软件", "deep", "tag:", "-tag:", "TAG：", "source:", "author：", "is:read", "is：UNREAD", "script:hans", "after:2025-02",
        "before:2025/3/1", '"', "“", "”", "＂", "\\", " ", "\u3000", "\n", ":", "-", "https://a.b/c?d=e", "\x1b[2J", "\u202e",
        "\ud800", "*", "(", ")", "（", "）", " AND ", " OR ", " NOT ", "-", "title:", "sort:date", "after:2weeks", "foo:", "科技 報導", "\u200d", "😀", "\x00",
    ],
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


def test_every_kind_of_piece() -> None:
    text = '软件 "区块 链" tag:AI -tag:娱乐 source:搜狐 author:张 script:hant is:unread is:bookmarked after:2025-02 before:2025-03-01'
    expected = Query(
        words=("软件", "区块 链"),
        tags=("AI",),
        without=("娱乐",),
        sources=("搜狐",),
        authors=("张",),
        script="hant",
        states=("unread", "bookmarked"),
        after="2025-02",
        before="2025-03-01",
    )
    assert expected == Query.parse(text)
    assert text == str(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Query()),
        (" \u3000\n", Query()),
        ("甲 乙\u3000丙", Query(words=("甲", "乙", "丙"))),
        ("甲 甲", Query(words=("甲",))),
        ("“甲 乙” “丙”", Query(words=("甲 乙", "丙"))),
        ('"甲 乙', Query(words=("甲 乙",))),
        ('"甲"乙', Query(words=("甲", "乙"))),
        ('""', Query()),
        ('甲"乙', Query(words=('甲"乙',))),
        (r'"甲\"乙\\"', Query(words=('甲"乙\\',))),
        (r"甲\n", Query(words=(r"甲\n",))),
        ('tag:"科技 報導"', Query(tags=("科技 報導",))),
        ("tag：“科技 報導”", Query(tags=("科技 報導",))),
        ('"tag:甲"', Query(words=("tag:甲",))),
        ("TAG:甲 Is:Read", Query(tags=("甲",), states=("read",))),
        ('https://example.com/a "foo:bar"', Query(words=("https://example.com/a", "foo:bar"))),
        ("-甲 -source:乙", Query(rest=(Not(Term("word", "甲")), Not(Term("source", "乙"))))),
        ('"-甲" "("', Query(words=("-甲", "("))),
        ("after:2025 before:２０２５/3", Query(after="2025", before="2025-03")),
        ("after:2025-02 after:2025-02-03 after:2024", Query(after="2025-02-03")),
        ("before:2025-02 before:2025-02-03 before:2026", Query(before="2025-02")),
        ("script:hans script:HANS", Query(script="hans")),
        ("甲\x1b[2J乙", Query(words=("甲乙",))),
        ("title:三星 title：“新 机”", Query(titles=("三星", "新 机"))),
        ("甲 OR 乙", Query(rest=(Or((Term("word", "甲"), Term("word", "乙"))),))),
        ("甲 AND 乙", Query(words=("甲", "乙"))),
        ("甲 乙 OR 丙", Query(rest=(Or((And((Term("word", "甲"), Term("word", "乙"))), Term("word", "丙"))),))),
        ("甲 (乙 OR tag:丙)", Query(words=("甲",), rest=(Or((Term("word", "乙"), Term("tag", "丙"))),))),
        ("NOT 川普 -（tag:甲）", Query(without=("甲",), rest=(Not(Term("word", "川普")),))),
        ("NOT NOT 甲 --乙", Query(words=("甲", "乙"))),
        ("-(甲 乙)", Query(rest=(Not(And((Term("word", "甲"), Term("word", "乙")))),))),
        ("not or and NOTE ORBIT", Query(words=("not", "or", "and", "NOTE", "ORBIT"))),
        ("GPT-4(新版) 三星（韩国）", Query(words=("GPT-4(新版)", "三星（韩国）"))),
        ("(甲)", Query(words=("甲",))),
        ("- 甲", Query(words=("-", "甲"))),
        ("is:marked is:highlighted", Query(states=("bookmarked", "highlighted"))),
        ("after:2weeks before:昨天", Query(after="2weeks", before="yesterday")),
        ("after:1W before:３个月", Query(after="1week", before="3months")),
        ("after:2025 after:2weeks", Query(after="2025", rest=(Term("after", "2weeks"),))),
        ("sort:title 甲 sort:TITLE", Query(words=("甲",), sort="title")),
        ("sort:added", Query(sort="added")),
    ],
)
def test_what_text_means(text: str, expected: Query) -> None:
    assert expected == Query.parse(text)


@pytest.mark.parametrize(
    ("text", "named", "taken"),
    [
        ("甲 tag:", "tag:", "needs a tag"),
        ("-tag: 甲", "tag:", "needs a tag"),
        ('source:""', "source:", "needs a name"),
        ("is:new", "is:new", "bookmarked|"),
        ("script:cn", "script:cn", "script:hans|hant"),
        ("script:hans script:hant", "script:", "once"),
        ("after:2025-13", "after:2025-13", "2025-02-24"),
        ("before:2025-02-30", "before:2025-02-30", "2025-02-24"),
        ("after:0000", "after:0000", "2025-02-24"),
        ("after:", "after:", "2025-02-24"),
        ("before:last-week", "before:last-week", "2025-02-24"),
    ],
)
def test_what_is_wrong_is_named(text: str, named: str, taken: str) -> None:
    with pytest.raises(QueryError) as caught:
        Query.parse(text)
    assert named in str(caught.value)
    assert taken in str(caught.value)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("甲 titel:乙", (2, 8), "Fields are title:, "),
        ("autor:乙", (0, 6), "Fields are author:, "),
        ("foo:bar", (0, 4), "quotes"),
        ("甲 (乙", (2, 3), "character 3 is not closed"),
        ("甲 ) 乙", (2, 3), "no bracket is open before the one at character 3"),
        ("甲 OR", (2, 4), "OR needs something behind it"),
        ("OR 甲", (0, 2), "needs something before it"),
        ("AND 甲", (0, 3), "needs something before it"),
        ("甲 NOT", (2, 5), "NOT needs something behind it"),
        ("甲 AND OR 乙", (2, 5), "AND needs something behind it"),
        ("()", (0, 1), "nothing is in the bracket at character 1"),
        ("甲 is:", (2, 5), "needs a value"),
        ("is:unred", (0, 8), "Use is:unread|"),
        ("sort:size", (0, 9), "sort:"),
        ("sort:date sort:title", (10, 20), "once"),
        ("-sort:date", (1, 10), "once"),
        ("(甲 sort:date)", (3, 12), "once"),
        ("(" * 30 + "甲" + ")" * 30, (20, 21), "20 brackets"),
        ("title:", (0, 6), "words of a title"),
    ],
)  # fmt: skip
def test_what_is_wrong_has_its_place(text: str, place: tuple[int, int], said: str) -> None:
    with pytest.raises(QueryError) as caught:
        Query.parse(text)
    assert place == (caught.value.start, caught.value.end)
    assert said in str(caught.value)


def test_terms_have_their_place_in_the_text() -> None:
    node, _ = parse("甲 (tag:乙 OR -“丙 丁”)")
    assert isinstance(node, And)
    alternatives = node.nodes[1]
    assert isinstance(alternatives, Or)
    tag, excluded = alternatives.nodes
    assert isinstance(tag, Term)
    assert isinstance(excluded, Not)
    assert isinstance(excluded.node, Term)
    assert [(3, 8), (13, 18)] == [(term.start, term.end) for term in (tag, excluded.node)]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("today", "2026-03-31"), ("yesterday", "2026-03-30"), ("2weeks", "2026-03-17"), ("1month", "2026-02-28"),
        ("13months", "2025-02-28"), ("1year", "2025-03-31"), ("9999years", "0001-01-01"), ("10days", "2026-03-21"),
        ("2025-02", "2025-02-01"),
    ],
)  # fmt: skip
def test_relative_moments_are_counted_back_from_today(moment: str, expected: str) -> None:
    assert expected == first_day(moment, date(2026, 3, 31))


@given(TEXTS)
def test_its_text_means_the_same(text: str) -> None:
    try:
        query = Query.parse(text)
    except QueryError:
        return
    assert query == Query.parse(str(query))


@given(st.lists(TEXTS), st.lists(TEXTS), st.lists(TEXTS))
def test_the_text_of_a_made_query_means_the_same(words: list[str], tags: list[str], sources: list[str]) -> None:
    query = Query(words=tuple(words), without=tuple(tags), sources=tuple(sources))
    for tag in tags:
        query = query.with_tag(tag)
    assert query == Query.parse(str(query))


def test_tags_come_and_go() -> None:
    query = Query(words=("甲",), tags=("华为",))
    assert Query(words=("甲",), tags=("华为", "AI")) == query.with_tag("AI")
    assert Query(words=("甲",), without=("华为",)) == query.without_tag("华为")
    assert query == query.without_tag("华为").with_tag("华为")
    assert Query(words=("甲",)) == query.dropping_tag("华为")
    assert Query(tags=("ai",)) == Query(tags=("AI",)).with_tag("ai")


def test_tags_that_a_fold_makes_equal_are_one() -> None:
    def fold(text: str) -> str:
        return text.replace("華", "华").replace("為", "为")

    assert Query() == Query(tags=("华为",)).dropping_tag("華為", fold)
    assert Query(without=("華為",)) == Query(tags=("华为",)).without_tag("華為", fold)


def test_states_toggle_and_exclude_each_other() -> None:
    states: list[State] = ["unread", "bookmarked", "read", "bookmarked", "read"]
    query, seen = Query(), []
    for state in states:
        query = query.toggling(state)
        seen.append(query.states)
    assert [("unread",), ("unread", "bookmarked"), ("read", "bookmarked"), ("read",), ()] == seen


def test_only_the_query_that_asks_nothing_is_empty() -> None:
    assert Query.parse(" ").is_empty
    assert not Query.parse("is:read").is_empty


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2025", "2025-01-01"),
        ("2025-02", "2025-02-01"),
        ("2025-02-24", "2025-02-24"),
        ("2025-02-24T08:00", "2025-02-24T08:00"),
    ],
)
def test_the_first_day_of_a_moment(moment: str, expected: str) -> None:
    assert expected == first_day(moment)


def test_sources_come_and_go() -> None:
    query = Query(words=("甲",)).with_source("某报")
    assert ("某报",) == query.sources
    left_out = query.without_source("某报")
    assert ((), ("某报",)) == (left_out.sources, left_out.without_sources)
    assert Query(words=("甲",)) == left_out.dropping_source("某报")
    assert left_out == Query.parse(str(left_out))
