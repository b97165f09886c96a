"""Where words stand in a text: the longest at each place, from left to right.

`ahocorasick_rs` finds all words in one pass, whatever their number; it is the one part of conversion that Python itself
would do twenty times more slowly.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_Result = TypeVar("_Result")

_HALVES = re.compile("[\ud800-\udfff]")

_LONG = 100_000
"""Characters of a text that a second thread pays for: some milliseconds of work."""


class Matcher:
    """Finds words, the longest at each place."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = AhoCorasick(
            words,
            matchkind=MatchKind.LeftmostLongest,
            store_patterns=False,
            implementation=Implementation.ContiguousNFA,  # nearly as fast as DFA, and built in a quarter of the time
        )

    def find(self, text: str) -> Sequence[tuple[int, int, int]]:
        """(which word, where it begins, where it ends), in the order of the text, none overlapping."""
        try:
            return self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:  # halves of surrogate pairs, which no word has
            return self._automaton.find_matches_as_indexes(_HALVES.sub("\ufffd", text))

    def find_while(self, text: str, work: Callable[[], _Result]) -> tuple[Sequence[tuple[int, int, int]], _Result]:
        """What `find` finds and what `work` gives; in a long text both are done at once, for a match needs no interpreter."""
        if len(text) < _LONG:
            return self.find(text), work()
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  it brings logging, which a short text spares

        with ThreadPoolExecutor(1) as beside:
            found = beside.submit(self.find, text)
            done = work()
            return found.result(), done
