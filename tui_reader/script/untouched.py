"""Passages that conversion leaves as they are: addresses, and Japanese."""

from collections.abc import Iterator

from tui_reader.script.japanese import japanese
from tui_reader.text.urls import url_spans


def untouched(text: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends, in order, none overlapping."""
    done = 0
    for start, end in sorted([*url_spans(text), *japanese(text)]):
        if end > done:
            yield max(start, done), end
            done = end
