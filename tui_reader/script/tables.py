"""Finds entries that the compiled dictionary lacks: of the user glossary and of word packs."""

from collections.abc import Iterator

from tui_reader.script.candidates import Candidates, Chooser, Entries
from tui_reader.script.context import TextContext
from tui_reader.script.rewriting import Hit
from tui_reader.script.segment.segmenter import clean
from tui_reader.text.phrases import PhraseMatcher

SURE_LENGTH = 4
"""Minimum characters of a word replaced anywhere; shorter ones must match word boundaries."""


class TableRewriter:
    """Finds table entries, longest match at each position.

    `entries` are keyed by the text after `lookup`, one for one: mainland words match in traditional characters too, words of
    Taiwan and Hong Kong in either variant (台 臺). `simplify` maps to simplified characters.
    """

    def __init__(self, entries: Entries, lookup: dict[int, str], simplify: dict[int, str]) -> None:
        self._words = list(entries)
        self._candidates = Candidates(entries)
        self._matcher = PhraseMatcher(self._words)
        self._lookup = lookup
        self._simplify = simplify

    def hits(
        self, text: str, text_context: TextContext, edges: frozenset[int], taken: list[tuple[int, int]]
    ) -> Iterator[Hit]:
        """The replacements in order, except those that overlap a `taken` span. `edges`: word boundaries."""
        plain = clean(text).translate(self._lookup)
        chooser = Chooser(self._candidates, text, self._simple, text_context)
        for which, start, end in self._matcher.find(plain):
            if any(start < stop and begin < end for begin, stop in taken):
                continue
            if end - start < SURE_LENGTH and not (start in edges and end in edges):
                continue
            if candidate := chooser.choice(self._words[which], start, end):
                yield start, end, candidate

    def _simple(self, text: str) -> str:
        return clean(text).translate(self._simplify)
