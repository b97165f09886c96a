"""What is being typed in a query, and the query completed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.query import Query, completed, suggested, typing_at


@pytest.mark.parametrize(
    ("text", "cursor", "expected"),
    [
        ("", 0, ("field", "", 0, 0)),
        ("ta", 2, ("field", "ta", 0, 2)),
        ("甲 tag:人工", 8, ("tag", "人工", 6, 8)),
        ("甲 tag:人工 乙", 8, ("tag", "人工", 6, 8)),
        ("甲 -source:临", 11, ("source", "临", 10, 11)),
        ("(author:", 8, ("author", "", 8, 8)),
        ('tag:"科技 報', 9, ("tag", "科技 報", 4, 9)),
        ("甲 ", 2, ("field", "", 2, 2)),
        ("甲 -", 3, ("field", "", 3, 3)),
        ("甲 (", 3, ("field", "", 3, 3)),
        ("is:un", 5, ("is", "un", 3, 5)),
        ("foo:b", 5, ("field", "foo:b", 0, 5)),
        ("sort:", 5, ("sort", "", 5, 5)),
    ],
)
def test_what_is_typed(text: str, cursor: int, expected: tuple[str, str, int, int]) -> None:
    assert expected == tuple(typing_at(text, cursor))


def test_suggestions_that_need_no_library() -> None:
    assert ("tag:",) == suggested(typing_at("ta", 2))
    assert ("unread", "uncertain") == suggested(typing_at("is:un", 5))
    assert ("source:", "script:", "sort:") == suggested(typing_at("s", 1))
    assert "2weeks" in suggested(typing_at("after:", 6))
    assert () == suggested(typing_at("tag:", 4))


@pytest.mark.parametrize(
    ("text", "cursor", "value", "expected"),
    [
        ("ta", 2, "tag:", ("tag:", 4)),
        ("甲 tag:人", 7, "人工智能", ("甲 tag:人工智能 ", 11)),
        ("tag:科", 5, "科技 報導", ('tag:"科技 報導" ', 12)),
        ("tag:科 乙", 5, "科技", ("tag:科技 乙", 6)),
        ("(tag:科)", 6, "科技", ("(tag:科技)", 7)),
        ("-", 1, "source:", ("-source:", 8)),
    ],
)
def test_a_completed_query(text: str, cursor: int, value: str, expected: tuple[str, int]) -> None:
    assert expected == tuple(completed(text, typing_at(text, cursor), value))


@given(st.text(alphabet='tag:人 "()-NOTR', max_size=20), st.integers(0, 20))
def test_any_text_is_typed_somehow(text: str, cursor: int) -> None:
    cursor = min(cursor, len(text))
    typing = typing_at(text, cursor)
    assert 0 <= typing.start <= typing.end == cursor


@given(st.text(min_size=1, max_size=8).filter(lambda tag: tag.strip() and tag.isprintable()))
def test_a_completed_tag_is_the_tag(tag: str) -> None:
    tag = " ".join(tag.split())
    done = completed("tag:", typing_at("tag:", 4), tag)
    assert Query(tags=(tag,)) == Query.parse(done.text)
