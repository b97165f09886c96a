"""Width of text in terminal cells, and text as it must be sent so that it takes exactly that width.

Widths follow the Unicode data of the running Python: East Asian Wide and Fullwidth take two cells, combining marks and
joiners none, all others one. East Asian Ambiguous (“ ” … — · ● → │) takes one, or two after `set_ambiguous(2)`.

Terminals differ in the width of emoji sequences: 👨‍👩‍👧 takes two cells or six, ❤️ one or two, 👍🏽 two or four. So `drawn`
removes joiners, variation selectors and skin tones, and each emoji has the width it has alone. A family is drawn as its
members, in the same columns on every terminal.

Code that classifies a text uses `width_as_written`, which does not depend on the terminal.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNDRAWN = re.compile("[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")

_PLAIN = re.compile("[ -~\u3000-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fef\uac00-\ud7a3\uff01-\uff60]*")
"""ASCII, and characters of two cells and three UTF-8 bytes: Han, kana, Hangul and full-width punctuation."""

_NARROW = re.compile(
    "[\xa1-\xac\xae-\u02ff\u0391-\u03a9\u03b1-\u03c9\u0410-\u044f\u2010-\u2027\u2030-\u205e\u2100-\u2319\u2460-\u25fc]"
)
"""Characters among them with one cell as written: accented Latin, Greek, Cyrillic, “ ” — … and symbols."""

_NO_CELLS = frozenset({"Mn", "Me", "Mc", "Cf", "Cc", "Zl", "Zp"})
"""Combining marks, format characters, controls, line separators."""


def drawn(text: str) -> str:
    """The text to send to the terminal: it takes `width(text)` cells on every terminal."""
    return text if text.isascii() else _UNDRAWN.sub("", text)


def set_ambiguous(cells: int) -> None:
    """Set the cells of East Asian Ambiguous characters, 1 or 2, for all later measurements."""
    _SHOWN.ambiguous = cells
    _SHOWN.clear()


def is_ambiguous(character: str) -> bool:
    """Whether the width is undefined in Unicode and differs between terminals; not for combining marks."""
    return east_asian_width(character) == "A" and _WRITTEN[character] == 1


def width_of(character: str) -> int:
    """Cells of a single character: 0, 1 or 2."""
    return _SHOWN[character]


def width(text: str) -> int:
    """Cells of a text without line breaks, as drawn."""
    return len(text) if text.isascii() else sum(map(_SHOWN.__getitem__, text))


def width_as_written(text: str) -> int:
    """Same as `width` with ambiguous characters as one cell, independent of the terminal."""
    return len(text) if text.isascii() else sum(map(_WRITTEN.__getitem__, text))


def widths_as_written(texts: Sequence[str]) -> list[int]:
    """`width_as_written` of each text; much faster than single calls for plain lines."""
    lines = _NARROW.sub(".", "\n".join(texts)).split("\n") if texts else []
    return [
        (size + bytes_) // 2 if plain else width_as_written(text)  # one byte and one cell, or three bytes and two cells
        for text, size, bytes_, plain in zip(
            texts, map(len, lines), map(_bytes, lines), map(_PLAIN.fullmatch, lines), strict=True
        )
    ]


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def columns(text: str) -> list[int]:
    """Cells before each character of a text without line breaks, and the total at the end."""
    if text.isascii():
        return list(range(len(text) + 1))
    return list(accumulate(map(_SHOWN.__getitem__, text), initial=0))


def places(text: str) -> list[int]:
    """First cell of each character, or of the grapheme cluster or flag it is drawn in."""
    edges = columns(text)
    found: list[int] = []
    flag = False
    for character, here, after in zip(text, edges, edges[1:], strict=False):
        half = "\U0001f1e6" <= character <= "\U0001f1ff"
        part = here == after or (half and flag)
        flag = half and not flag
        found.append(found[-1] if part and found else here)
    return found


class _Widths(dict[str, int]):
    """Cache of widths: a hit costs half of a cached call."""

    ambiguous = 1

    def __missing__(self, character: str) -> int:
        cells = _measured(character)
        if cells == 1 and self.ambiguous == 2 and east_asian_width(character) == "A":
            cells = 2
        return self.setdefault(character, cells)


def _measured(character: str) -> int:
    """Cells with ambiguous characters as one."""
    code = ord(character)
    for start, end, cells in _ODD:
        if start <= code <= end:
            return cells
    kind = category(character)
    if kind == "Cn":
        return 1  # Python's own answer for these differs between its versions
    if kind in _NO_CELLS:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


_ODD = (
    # Visible format characters: drawn over the following digits.
    (0x0600, 0x0605, 1),
    (0x06DD, 0x06DD, 1),
    (0x070F, 0x070F, 1),
    (0x0890, 0x0891, 1),
    (0x08E2, 0x08E2, 1),
    (0x110BD, 0x110BD, 1),
    (0x110CD, 0x110CD, 1),
    # Hangul vowels and finals, drawn into the preceding syllable; unassigned ones too.
    (0x1160, 0x11FF, 0),
    (0xD7B0, 0xD7FF, 0),
    # Skin tones modify the preceding emoji.
    (0x1F3FB, 0x1F3FF, 0),
    # Wide since Unicode 16: trigrams, monograms, hexagrams, counting rods.
    (0x2630, 0x2637, 2),
    (0x268A, 0x268F, 2),
    (0x4DC0, 0x4DFF, 2),
    (0x1D300, 0x1D356, 2),
    (0x1D360, 0x1D376, 2),
    # Reserved for ideographs: wide even while unassigned.
    (0x2FFC, 0x2FFF, 2),
    (0x31E4, 0x31E5, 2),
    (0x31EF, 0x31EF, 2),
    (0xFA6E, 0xFA6F, 2),
    (0xFADA, 0xFAFF, 2),
    (0x20000, 0x2FFFD, 2),
    (0x30000, 0x3FFFD, 2),
    # Emoji added after the Unicode version of the oldest supported Python.
    (0x1F6D8, 0x1F6D8, 2),
    (0x1F6DC, 0x1F6DC, 2),
    (0x1FA75, 0x1FA77, 2),
    (0x1FA87, 0x1FA8A, 2),
    (0x1FA8E, 0x1FA8F, 2),
    (0x1FAAD, 0x1FAAF, 2),
    (0x1FABB, 0x1FABF, 2),
    (0x1FAC6, 0x1FAC6, 2),
    (0x1FAC8, 0x1FAC8, 2),
    (0x1FACD, 0x1FACF, 2),
    (0x1FADA, 0x1FADC, 2),
    (0x1FADF, 0x1FADF, 2),
    (0x1FAE8, 0x1FAEA, 2),
    (0x1FAEF, 0x1FAEF, 2),
    (0x1FAF7, 0x1FAF8, 2),
    # Marks added after it.
    (0x0897, 0x0897, 0),
    (0x0CF3, 0x0CF3, 0),
    (0x0ECE, 0x0ECE, 0),
    (0x1ACF, 0x1ADD, 0),
    (0x1AE0, 0x1AEB, 0),
    (0x10D69, 0x10D6D, 0),
    (0x10EFA, 0x10EFF, 0),
    (0x11241, 0x11241, 0),
    (0x113B8, 0x113C0, 0),
    (0x113C2, 0x113C2, 0),
    (0x113C5, 0x113C5, 0),
    (0x113C7, 0x113CA, 0),
    (0x113CC, 0x113D0, 0),
    (0x113D2, 0x113D2, 0),
    (0x113E1, 0x113E2, 0),
    (0x11B60, 0x11B67, 0),
    (0x11F00, 0x11F01, 0),
    (0x11F03, 0x11F03, 0),
    (0x11F34, 0x11F3A, 0),
    (0x11F3E, 0x11F42, 0),
    (0x11F5A, 0x11F5A, 0),
    (0x13439, 0x13440, 0),
    (0x13447, 0x13455, 0),
    (0x1611E, 0x1612F, 0),
    (0x1E08F, 0x1E08F, 0),
    (0x1E4EC, 0x1E4EF, 0),
    (0x1E5EE, 0x1E5EF, 0),
    (0x1E6E3, 0x1E6E3, 0),
    (0x1E6E6, 0x1E6E6, 0),
    (0x1E6EE, 0x1E6EF, 0),
    (0x1E6F5, 0x1E6F5, 0),
    # Ideographs, kana and Tangut added after it.
    (0x16FF2, 0x16FF6, 2),
    (0x187F8, 0x187FF, 2),
    (0x18CFF, 0x18CFF, 2),
    (0x18D09, 0x18D1E, 2),
    (0x18D80, 0x18DF2, 2),
    (0x1B132, 0x1B132, 2),
    (0x1B155, 0x1B155, 2),
)
"""(first, last code point, cells) where terminals differ from the character's category."""

_WRITTEN, _SHOWN = _Widths(), _Widths()
