"""Optional space between Han and Latin, display only.

Print uses a quarter em; a terminal cell is half an em. So gaps are used sparingly: only between an adjacent Han character
and letter or digit, never within one term, a number and its counter (2026年1月2日, 560萬, 第3章), at marks or at line
edges.
"""

from __future__ import annotations

import re
from functools import cache

from tui_reader.text.han import HAN, SUPPLEMENTARY
from tui_reader.typeset.rules import COUNTED, MEASURED

_IDEOGRAPH = f"{HAN}{SUPPLEMENTARY}"
_LATIN = "0-9A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f"


@cache
def _edges() -> re.Pattern[str]:
    """Matches empty where a gap belongs; non-empty matches are skipped."""
    ordinal = f"第[0-9]+(?:[.-][0-9]+)*[{_IDEOGRAPH}]?"
    after = f"(?<=[{_IDEOGRAPH}])(?=[{_LATIN}])(?!(?<=[0-9][{COUNTED}])[0-9])"
    before = f"(?<=[{_LATIN}])(?=[{_IDEOGRAPH}])(?!(?<=[0-9])(?:[{COUNTED}]|[千百]*(?:{MEASURED})))"
    return re.compile(f"{ordinal}|{after}|{before}")


def gapped(text: str) -> tuple[str, list[int]]:
    """(`text` with gaps, indices of the inserted spaces in it, ascending)."""
    edges = [] if text.isascii() else [found.start() for found in _edges().finditer(text) if not found[0]]
    pieces = [text[start:end] for start, end in zip([0, *edges], [*edges, len(text)], strict=True)]
    return " ".join(pieces), [edge + number for number, edge in enumerate(edges)]
