"""How many terminal cells a character takes.

By the Unicode data of the running Python: East Asian Wide and Fullwidth take two, marks and format characters none,
all else one (East Asian Ambiguous too, as terminals do unless told otherwise).
"""

from functools import cache
from unicodedata import category, east_asian_width


@cache
def width_of(character: str) -> int:
    """Cells of one character: 0, 1 or 2."""
    if east_asian_width(character) in "WF":
        return 2
    return 0 if category(character) in {"Mn", "Me", "Cf", "Cc"} else 1


def width(text: str) -> int:
    """Cells of a text without line breaks."""
    if text.isascii():
        return len(text)
    return sum(map(width_of, text))
