"""Vectorized counts of character classes: describes blocks independently of words."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LONGEST = 1000
"""Maximum characters counted per line; longer lines are paragraphs anyway."""
BATCH = 4096
"""Lines counted at once; bounds memory."""

CLASSES = ("han", "latin", "digit", "space", "stop", "call", "comma", "colon", "quote", "bracket", "separator", "sign")
"""Character classes; `sign` is everything else."""
_MEMBERS = {
    "stop": "。…",
    "call": "!?",
    "comma": ",、;",
    "colon": ":",
    "quote": "\"'“”‘’「」『』",
    "bracket": "()[]{}〈〉《》【】",
    "separator": "|·•‧﹒/>»›<«_=~→-–—*#",
}
_NEWLINE = len(CLASSES)


def _table() -> NDArray[np.uint8]:
    """Class of every basic-plane character; other planes count as Han."""
    table = np.full(0x10000, CLASSES.index("sign"), np.uint8)
    for first, last in ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF)):
        table[first : last + 1] = CLASSES.index("han")
    letters = [code for code in range(0x3000) if chr(code).isalpha()]
    table[letters] = CLASSES.index("latin")
    table[[code for code in range(0x3000) if chr(code).isdecimal()]] = CLASSES.index("digit")
    table[[code for code in range(0x3001) if chr(code).isspace()]] = CLASSES.index("space")
    for name, members in _MEMBERS.items():
        table[list(map(ord, members))] = CLASSES.index(name)
    table[ord("\n")] = _NEWLINE
    return table


_TABLE = _table()


def count(lines: Sequence[str]) -> NDArray[np.float32]:
    """Counts, one row per line and one column per class."""
    if not lines:
        return np.zeros((0, len(CLASSES)), np.float32)
    return np.concatenate([_count(lines[start : start + BATCH]) for start in range(0, len(lines), BATCH)])


def _count(lines: Sequence[str]) -> NDArray[np.float32]:
    cut = [line[:LONGEST] for line in lines]
    codes = np.frombuffer("\n".join([*cut, ""]).encode("utf-32-le", "surrogatepass"), np.uint32)
    classes = _TABLE[np.minimum(codes, 0xFFFF)]
    classes[codes > 0xFFFF] = CLASSES.index("han")
    _find_latin_stops(codes, classes)
    rows = np.repeat(np.arange(len(cut)), np.fromiter((len(line) + 1 for line in cut), np.int64, len(cut)))
    cells = np.bincount(rows * (_NEWLINE + 1) + classes, minlength=len(cut) * (_NEWLINE + 1))
    return cells.reshape(len(cut), _NEWLINE + 1)[:, :_NEWLINE].astype(np.float32)


def _find_latin_stops(codes: NDArray[np.uint32], classes: NDArray[np.uint8]) -> None:
    """Mark Latin full stops: after a letter, before a space or the end of line."""
    points = np.flatnonzero(codes[:-1] == ord("."))
    before = classes[np.maximum(points - 1, 0)]
    after = classes[points + 1]
    ends = (
        (before == CLASSES.index("latin")) | (before == CLASSES.index("bracket")) | (before == CLASSES.index("quote"))
    )
    ends &= (after == CLASSES.index("space")) | (after == _NEWLINE) | (after == CLASSES.index("quote"))
    classes[points[ends]] = CLASSES.index("stop")
