"""Cheapest segmentation of a text into known words, in pure Python.

A word costs -ln of its frequency, so the cheapest path is the most probable one under a unigram model. MeCab does this
at run time; this module prices words without frequency by their parts while the dictionary is compiled.
"""

from collections.abc import Mapping
from typing import NamedTuple

UNKNOWN = 18.0
"""Cost in nats of an unlisted character: slightly more than the rarest word."""


LATIN = 10.0
"""Cost in nats of a run of Latin letters or digits."""


class Path(NamedTuple):
    """Cheapest segmentation: cost in nats and words in order."""

    cost: float
    words: tuple[str, ...]


def cheapest(text: str, costs: Mapping[str, float], longest: int, *, whole: bool = True) -> Path:
    """The cheapest segmentation of `text` into words of `costs`, at most `longest` characters each.

    `whole=False` excludes the text itself as a word: the price of its parts. O(len(text) · longest).

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
