"""Multi-pattern search: longest match at each position, left to right.

`ahocorasick_rs` finds all words in one pass, independent of their number, twenty times as fast as pure Python. For a dozen
words in a short line, as in the guards of the lexicon, a regular expression is as fast (measured: 2 to 3 µs each).
"""

import re
from collections.abc import Iterable, Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_SURROGATES = re.compile("[\ud800-\udfff]")


class PhraseMatcher:
    """Finds all of a set of words in one pass. Thread-safe."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = AhoCorasick(
            words,
            matchkind=MatchKind.LeftmostLongest,
            store_patterns=False,
            implementation=Implementation.ContiguousNFA,  # nearly as fast as DFA, and built in a quarter of the time
        )

    def find(self, text: str) -> Sequence[tuple[int, int, int]]:
        """Matches as (word index, start, end), in order, without overlaps."""
        try:
            return self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:  # lone surrogates, which no word contains
            return self._automaton.find_matches_as_indexes(_SURROGATES.sub("\ufffd", text))
