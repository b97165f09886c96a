"""Completes the query that is being typed: fields, values, and the tags, sources and authors of the library."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.suggester import Suggester

from tui_reader.errors import LibraryError
from tui_reader.query import Query, suggested, typing_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui_reader.library import Library
    from tui_reader.query import Typing

QUOTES = '"“＂'


class QuerySuggester(Suggester):
    """Suggests the most frequent name that begins as typed. Names are read once, when the first is asked for."""

    def __init__(self, library: Library) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._library = library
        self._names: dict[str, tuple[str, ...]] = {}

    async def get_suggestion(self, value: str) -> str | None:
        """The query completed; None if nothing begins as typed."""
        typing = typing_at(value, len(value))
        if not typing.typed:
            return None
        fixed = suggested(typing)
        names = fixed or await asyncio.to_thread(self._named, typing.kind)
        return _continued(value, typing, names)

    def _named(self, kind: str) -> tuple[str, ...]:
        """Names in the library, the most frequent first. For a thread."""
        if kind not in self._names:
            self._names[kind] = self._read(kind)
        return self._names[kind]

    def _read(self, kind: str) -> tuple[str, ...]:
        ask = {
            "tag": self._library.tag_counts,
            "source": self._library.vocabulary.sources,
            "author": self._library.vocabulary.authors,
        }.get(kind)
        try:
            return tuple(count.tag for count in ask(Query())) if ask else ()
        except LibraryError:  # the list says so
            return ()


def _continued(value: str, typing: Typing, names: Iterable[str]) -> str | None:
    """The text continued to the first name that begins as typed, in either script; one with a blank needs a quote."""
    from tui_reader.text.fold import fold  # noqa: PLC0415 - nothing is typed at a start

    folded = fold(typing.typed)
    is_quoted = value[typing.start : typing.start + 1] in {*QUOTES}
    for name in names:
        if len(name) > len(folded) and fold(name).startswith(folded) and (is_quoted or " " not in name):
            return value + name[len(folded) :]
    return None
