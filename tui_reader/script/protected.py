"""Passages that conversion leaves as they are: addresses, and Japanese."""

from collections.abc import Iterator

from tui_reader.script.japanese import japanese_spans
from tui_reader.text.urls import address_spans


def protected_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends, in order, none overlapping."""
    done = 0
    for start, end in sorted([*address_spans(text), *japanese_spans(text)]):
        if end > done:
            yield max(start, done), end
            done = end
