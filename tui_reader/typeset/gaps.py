"""The thin space between Han and Latin, as display alone may have it.

Print sets a quarter of a character there; a terminal's least is a cell, half a character. So it is put sparingly: only
between a Han character and a letter or digit that touch, and never within what is one thing to a reader, a number and
what it counts (2026年1月2日, 560萬, 第3章). At marks and at a line's edges there is none.
"""

from __future__ import annotations

import re
from functools import cache

from tui_reader.typeset.rules import COUNTED, MEASURED

_IDEOGRAPH = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd"
_LATIN = "0-9A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f"


@cache
def _edges() -> re.Pattern[str]:
    """Empty where a gap belongs; what is matched with a length is passed over whole."""
    ordinal = f"第[0-9]+(?:[.-][0-9]+)*[{_IDEOGRAPH}]?"
    after = f"(?<=[{_IDEOGRAPH}])(?=[{_LATIN}])(?!(?<=[0-9][{COUNTED}])[0-9])"
    before = f"(?<=[{_LATIN}])(?=[{_IDEOGRAPH}])(?!(?<=[0-9])(?:[{COUNTED}]|[千百]*(?:{MEASURED})))"
    return re.compile(f"{ordinal}|{after}|{before}")


def gapped(text: str) -> tuple[str, list[int]]:
    """`text` with a space at each such place, and the spaces' indices in it, rising."""
    edges = [] if text.isascii() else [found.start() for found in _edges().finditer(text) if not found[0]]
    pieces = [text[start:end] for start, end in zip([0, *edges], [*edges, len(text)], strict=True)]
    return " ".join(pieces), [edge + number for number, edge in enumerate(edges)]
