"""From a text to its repairs, line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.typography.brackets import mend_brackets
from tui_reader.typography.line import Line
from tui_reader.typography.marks import mend_marks
from tui_reader.typography.quotes import mend_quotes
from tui_reader.typography.repairs import Repair, applied
from tui_reader.typography.rules import DATA, HAN, LATIN_PROSE
from tui_reader.typography.shields import shielded
from tui_reader.typography.strokes import mend_dashes, mend_dots

if TYPE_CHECKING:
    from tui_reader.model import Script

_DOUBTFUL = "!\"'(),.:;?…─—-"
_SOMETHING: dict[Script, re.Pattern[str]] = {
    "none": re.compile(f"[{re.escape(_DOUBTFUL)}]|。。"),
    "hans": re.compile(f"[{re.escape(_DOUBTFUL)}「『]|。。"),
    "hant": re.compile(f"[{re.escape(_DOUBTFUL)}“‘]|。。"),
}
"""What a line must have for anything in it to be repaired."""

_HAN_RUN = re.compile(f"[{HAN}]+")
_LETTERS = re.compile("[A-Za-z\xc0-\u024f]+")


def repaired(text: str, script: Script) -> str:
    """`text` as it is shown; `script` is that of what is shown (`none`: quotes stay as they are)."""
    return applied(text, repairs(text, script))


def repairs(text: str, script: Script) -> tuple[Repair, ...]:
    """What `repaired` replaces, in order, in offsets of `text`; about 0.3 µs a character where there is much to do."""
    if not _SOMETHING[script].search(text):
        return ()
    found: list[Repair] = []
    offset = 0
    for line in text.split("\n"):
        if _SOMETHING[script].search(line) and _is_chinese(line):
            found += _mended(line, script).repairs(offset)
        offset += len(line) + 1
    return tuple(found)


def _mended(text: str, script: Script) -> Line:
    """The stages, in the order of the package's docstring."""
    line = Line(text, shielded(text))
    mend_quotes(line, script)
    mend_brackets(line)
    mend_dots(line)
    mend_dashes(line)
    mend_marks(line)
    return line


def _is_chinese(text: str) -> bool:
    """Neither a Latin sentence nor data."""
    han = sum(map(len, _HAN_RUN.findall(text)))
    if not han or ('"' in text and DATA.search(text)):
        return False
    return sum(map(len, _LETTERS.findall(text))) < LATIN_PROSE * han
