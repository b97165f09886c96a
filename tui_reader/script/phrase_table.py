"""Phrases and their spelling, in little memory: a few of tens of thousands have an answer of their own."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

_BATCH = 2_000
"""Phrases translated at once: fewer take more time, more take memory that is not given back."""


_LONGEST = 8
"""Maximum characters of a phrase searched within a text."""


class PhraseTable:
    """Lookup of phrases of two or more characters.

    A phrase whose answer is what character conversion gives (白胡椒粉) is *regular*; it is listed because it blocks shorter
    matches within it. It takes 10 bytes instead of 110: all phrases with one first character stand in one text, without
    that character, between line breaks; only irregular ones are strings of their own.

    Args:
        tables: Pairs of phrase and answer; the first table that has a phrase decides.
        characters: Character conversion, for `str.translate`, one for one.
    """

    def __init__(self, tables: Iterable[Iterable[tuple[str, str]]], characters: dict[int, str]) -> None:
        self.irregular: dict[str, str] = {}
        self._rests: dict[str, str] = {}
        self._characters = characters
        for table in tables:
            pairs = iter(table)
            while batch := list(islice(pairs, _BATCH)):
                self._add(batch)

    def get(self, phrase: str) -> str | None:
        """The answer; "" for a regular phrase, None for an unlisted one."""
        rests = self._rests.get(phrase[:1])
        return self.irregular.get(phrase, "") if rests and f"\n{phrase[1:]}\n" in rests else None

    def longest(self, text: str, at: int) -> tuple[int, str] | None:
        """(end, answer) of the longest phrase at an offset of `text`."""
        rests = self._rests.get(text[at])
        if not rests or "\n" + text[at + 1 : at + 2] not in rests:
            return None
        for end in range(min(len(text), at + _LONGEST), at + 1, -1):
            if f"\n{text[at + 1 : end]}\n" in rests:
                return end, self.irregular.get(text[at:end], "")
        return None

    def _add(self, batch: list[tuple[str, str]]) -> None:
        rests: defaultdict[str, list[str]] = defaultdict(list)
        plain = "\n".join(phrase for phrase, _answer in batch).translate(self._characters).split("\n")
        for (phrase, answer), regular in zip(batch, plain, strict=True):
            if len(phrase) > 1 and self.get(phrase) is None:
                rests[phrase[0]].append(phrase[1:])
                if answer != regular:
                    self.irregular[phrase] = answer
        for first, listed in rests.items():
            self._rests[first] = "\n".join([self._rests.get(first, "").removesuffix("\n"), *listed, ""])
