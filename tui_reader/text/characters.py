"""Character-by-character replacement."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

PLANE = 0x10000
"""Number of code points in the basic multilingual plane, which holds nearly all of a text."""

_BEYOND = re.compile("[\U00010000-\U0010ffff]")


class Characters:
    """Character mapping, optimized for `str.translate`.

    A list for the basic plane: twice as fast as a dict. Other planes (emoji, rare characters) are replaced separately,
    because `str.translate` takes five times as long for characters that are not in its table.
    """

    def __init__(self, answers: dict[str, str]) -> None:
        self._plane: list[int | str] = list(_identity())
        for character, answer in answers.items():
            if character < "\U00010000":
                self._plane[ord(character)] = ord(answer) if len(answer) == 1 else answer
        self._beyond = {character: answer for character, answer in answers.items() if character >= "\U00010000"}

    def apply(self, text: str) -> str:
        """Replace every mapped character."""
        plain = text.translate(self._plane)
        if not self._beyond or len(plain.encode("utf-16-le", "surrogatepass")) == 2 * len(plain):
            return plain  # cheapest test that none of them occurs
        return _BEYOND.sub(self._answer, plain)

    def _answer(self, found: re.Match[str]) -> str:
        return self._beyond.get(found[0], found[0])


@cache
def _identity() -> tuple[int, ...]:
    """Code points of the basic plane, shared by all tables."""
    return tuple(range(PLANE))


def translated(word: str, table: Mapping[int, str]) -> str:
    """`word.translate(table)`; the same object if nothing changes: large tables then share their words."""
    new = word.translate(table)
    return word if new == word else new


class RareCharacters:
    """One-to-one character mapping for characters that most texts have few or none of."""

    def __init__(self, table: Mapping[int, str]) -> None:
        self._table = table
        # a class with characters beyond the basic plane takes twenty times as long
        self._find = re.compile(f"[{_listed(code for code in table if code < PLANE)}]").finditer

    def places(self, text: str) -> list[int]:
        """Offsets of mapped characters in `text`, in order."""
        found = [match.start() for match in self._find(text)]
        beyond = [match.start() for match in _BEYOND.finditer(text) if ord(match[0]) in self._table]
        return sorted(found + beyond) if beyond else found

    def apply(self, text: str, places: Sequence[int]) -> str:
        """Replace the characters at `places`, the offsets that `places(text)` returned."""
        if len(places) > len(text) * MANY:
            return text.translate(self._table)
        pieces: list[str] = []
        done = 0
        for place in places:
            pieces += text[done:place], self._table[ord(text[place])]
            done = place + 1
        return "".join([*pieces, text[done:]]) if pieces else text


MANY = 0.1
"""Share of characters to replace above which translating the whole text is faster."""


def _listed(codes: Iterable[int]) -> str:
    return "".join(re.escape(chr(code)) for code in codes)
