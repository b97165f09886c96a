"""Completions of a query while it is typed."""

from __future__ import annotations

import pytest

from tui_reader.present.offers import OFFERED, Name, names_of, offers
from tui_reader.query import typing_at

NAMES = names_of(("能源", "離岸風電", "風電", "High tech", "風1", "風2", "風3", "風4"))


def labels(text: str, cursor: int | None = None) -> list[str]:
    typing = typing_at(text, len(text) if cursor is None else cursor)
    return [offer.label for offer in offers(text, typing, lambda _kind: NAMES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("甲 ", []),
        ("s", ["source:", "script:", "sort:"]),
        ("is:un", ["is:unread", "is:uncertain"]),
        ("tag:能", ["tag:能源"]),
        ("-tag:能", ["tag:能源"]),
        ("tag:能源", []),
        ("港口", []),
    ],
)
def test_fields_values_and_names_are_offered(text: str, expected: list[str]) -> None:
    assert expected == labels(text)


def test_names_that_begin_as_typed_come_before_those_that_contain_it() -> None:
    assert ["tag:風電", "tag:風1", "tag:風2", "tag:風3", "tag:風4"] == labels("tag:风")
    assert ["tag:離岸風電"] == labels("tag:岸")
    assert OFFERED == len(labels("tag:"))


def test_a_name_with_a_blank_is_quoted_and_the_cursor_stands_behind_it() -> None:
    text = "tag:hi 港口"
    (offer,) = offers(text, typing_at(text, 6), lambda _kind: NAMES)
    assert 'tag:"High tech" 港口' == offer.text
    assert offer.text[: offer.cursor].startswith('tag:"High tech"')


def test_only_fields_with_names_read_the_library() -> None:
    def read(kind: str) -> tuple[Name, ...]:
        raise AssertionError(kind)

    assert offers("is:", typing_at("is:", 3), read)
