"""The cheapest way to cut a text into known words: the lattice that the compiled dictionaries are made from.

A word costs -ln of its frequency, so the cheapest path is the most probable one under a unigram model. MeCab does this at
run time over the compiled dictionary; this module does it while the dictionary is compiled, to price words without a
frequency by their parts.
"""

from collections.abc import Mapping
from typing import NamedTuple

UNKNOWN = 18.0
"""Nats for a character that no word list has: a little more than the rarest word."""


LATIN = 10.0
"""Nats for a run of Latin letters or of digits."""


class Path(NamedTuple):
    """The cheapest cut of a text: its cost in nats and its words in order."""

    cost: float
    words: tuple[str, ...]


def cheapest(text: str, costs: Mapping[str, float], longest: int, *, whole: bool = True) -> Path:
    """The cheapest cut of `text` into words of `costs`, at most `longest` characters each.

    Without `whole` the text itself is no word: what it costs in parts.

    >>> cheapest("研究生命", {"研究": 8.0, "研究生": 10.0, "生命": 9.0, "命": 9.5}, 3).words
    ('研究', '生命')
    """
    best = [0.0] + [float("inf")] * len(text)
    back = [0] * (len(text) + 1)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - longest), end):
            if not whole and end - start == len(text):
                continue
            cost = costs.get(text[start:end])
            if cost is None:
                cost = _unlisted(text[start:end])
            if best[start] + cost < best[end]:
                best[end], back[end] = best[start] + cost, start
    words: list[str] = []
    end = len(text)
    while end:
        words.append(text[back[end] : end])
        end = back[end]
    return Path(best[-1], tuple(reversed(words)))


def _unlisted(word: str) -> float:
    if word.isascii() and word.isalnum():
        return LATIN
    return UNKNOWN if len(word) == 1 else float("inf")
