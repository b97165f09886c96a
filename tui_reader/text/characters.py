"""Each character of a text by itself, replaced by what a table says."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

PLANE = 0x10000
"""Characters of the first plane, where nearly all of a text is."""

_BEYOND = re.compile("[\U00010000-\U0010ffff]")


class Characters:
    """A table of characters, ready to be applied.

    For the first plane it is a list, twice as fast as a dict. What lies beyond (an emoji, a rare character) is looked for by
    itself: `str.translate` takes five times as long where it finds nothing.
    """

    def __init__(self, answers: dict[str, str]) -> None:
        self._plane: list[int | str] = list(_identity())
        for character, answer in answers.items():
            if character < "\U00010000":
                self._plane[ord(character)] = ord(answer) if len(answer) == 1 else answer
        self._beyond = {character: answer for character, answer in answers.items() if character >= "\U00010000"}

    def apply(self, text: str) -> str:
        """`text` with every character replaced that has an answer."""
        plain = text.translate(self._plane)
        if not self._beyond or len(plain.encode("utf-16-le", "surrogatepass")) == 2 * len(plain):
            return plain  # the cheapest sign that it holds none of them
        return _BEYOND.sub(self._answer, plain)

    def _answer(self, found: re.Match[str]) -> str:
        return self._beyond.get(found[0], found[0])


@cache
def _identity() -> tuple[int, ...]:
    """The code points of the first plane, shared by all tables."""
    return tuple(range(PLANE))


class RareCharacters:
    """A table (for `str.translate`, one for one) of characters that most texts have none or few of."""

    def __init__(self, table: Mapping[int, str]) -> None:
        self._table = table
        # a class that holds characters beyond the first plane takes twenty times as long
        self._find = re.compile(f"[{_listed(code for code in table if code < PLANE)}]").finditer

    def places(self, text: str) -> list[int]:
        """Where `text` has characters of the table, in order."""
        found = [match.start() for match in self._find(text)]
        beyond = [match.start() for match in _BEYOND.finditer(text) if ord(match[0]) in self._table]
        return sorted(found + beyond) if beyond else found

    def apply(self, text: str, places: Sequence[int]) -> str:
        """`text` with the characters at its `places` replaced."""
        if len(places) > len(text) * MANY:
            return text.translate(self._table)
        pieces: list[str] = []
        done = 0
        for place in places:
            pieces += text[done:place], self._table[ord(text[place])]
            done = place + 1
        return "".join([*pieces, text[done:]]) if pieces else text


MANY = 0.1
"""Share of a text's characters from which on replacing all at once is faster."""


def _listed(codes: Iterable[int]) -> str:
    return "".join(re.escape(chr(code)) for code in codes)
