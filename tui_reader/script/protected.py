"""Spans that conversion leaves unchanged: addresses and Japanese."""

from collections.abc import Iterator

from tui_reader.script.japanese import japanese_spans
from tui_reader.text.urls import address_spans


def protected_spans(text: str) -> Iterator[tuple[int, int]]:
    """Spans `(start, end)` in order, without overlaps."""
    done = 0
    for start, end in sorted([*address_spans(text), *japanese_spans(text)]):
        if end > done:
            yield max(start, done), end
            done = end
