"""Screenshots with every character in its cells.

Rich's SVG sets the length of each text to its number of characters, which squeezes Chinese to half its width. Here each
text is split into runs of characters of equal width, and each run is placed at its own cell.
"""

from __future__ import annotations

import re
from html import escape, unescape
from itertools import groupby
from typing import TYPE_CHECKING

from tui_reader.text.cells import width, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = re.compile(
    r'<text class="(?P<look>[^"]*-r\d+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="(?P<length>[\d.]+)" '
    r'clip-path="(?P<clip>[^"]*)">(?P<text>[^<]*)</text>'
)
_SPACES = "\xa0\u3000 "
_FONTS = "Fira Code, Noto Sans Mono CJK SC, Sarasa Mono SC, PingFang SC, Microsoft YaHei Mono, monospace"


def on_grid(svg: str) -> str:
    """Correct glyph positions in Rich's SVG, so that wide characters keep to the cell grid."""
    return _TEXT.sub(lambda found: "".join(_runs(found)), svg).replace(
        "font-family: Fira Code, monospace", f"font-family: {_FONTS}"
    )


def _runs(found: re.Match[str]) -> Iterator[str]:
    text = unescape(found["text"])
    cell = float(found["length"]) / max(len(text), 1)
    x = float(found["x"])
    for _wide, characters in groupby(text, key=lambda character: width_of(character) == 2):
        run = "".join(characters)
        inked = run.strip(_SPACES)
        if inked:
            before = run[: run.index(inked)]
            yield (
                f'<text class="{found["look"]}" x="{x + width(before) * cell:g}" y="{found["y"]}" '
                f'textLength="{width(inked) * cell:g}" clip-path="{found["clip"]}">{escape(inked)}</text>'
            )
        x += width(run) * cell
