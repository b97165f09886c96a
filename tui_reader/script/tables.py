"""The words of a table that the compiled dictionary does not know: a person's own, and those of word packs."""

from collections.abc import Iterator

from tui_reader.script.candidates import Candidates, Chooser, Entries
from tui_reader.script.context import TextContext
from tui_reader.script.rewriting import Hit
from tui_reader.script.segment.segmenter import clean
from tui_reader.text.phrases import PhraseMatcher

SURE_LENGTH = 4
"""Characters of a word that is meant wherever it stands; a shorter one must begin and end where words do."""


class TableRewriter:
    """Finds the words of a table, the longest at each place.

    `entries` are in the characters that `lookup` makes of a text, one for one: mainland words are found in traditional
    characters too, Taiwan's and Hong Kong's in either spelling (台 臺). `simplify` makes simplified characters.
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
        """The words that are replaced, in order, but for those that touch a place that is `taken`."""
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
