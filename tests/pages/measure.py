"""How far a cleaned body is the right one: F1 of character 4-grams, width and spaces left out of account."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

_SPACES = re.compile(r"\s+")
GRAM = 4


def squash(text: str) -> str:
    return _SPACES.sub("", unicodedata.normalize("NFKC", text))


def grams(text: str) -> Counter[str]:
    squashed = squash(text)
    return Counter(squashed[i : i + GRAM] for i in range(max(1, len(squashed) - GRAM + 1)))


def f1(expected: str, actual: str) -> float:
    wanted, got = grams(expected), grams(actual)
    hits = (wanted & got).total()
    return 2 * hits / (wanted.total() + got.total())


def paragraphs_f1(expected: Sequence[str], actual: Sequence[str]) -> float:
    """F1 of the places at which paragraphs end."""
    wanted, got = _ends(expected), _ends(actual)
    return 2 * len(wanted & got) / (len(wanted) + len(got))


def _ends(texts: Sequence[str]) -> set[int]:
    ends, total = set(), 0
    for text in texts:
        total += len(squash(text))
        ends.add(total)
    return ends
