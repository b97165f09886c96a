"""How many terminal cells a character takes, as Rich draws it.

By the Unicode data of the running Python: East Asian Wide and Fullwidth take two; marks, joiners and the like none; all
else one (East Asian Ambiguous too, as terminals do unless told otherwise). Measured over sequences: what a zero width
joiner joins takes no room of its own, and variation selector 16 turns a narrow sign into a wide picture.
"""

import re
from collections.abc import Sequence
from unicodedata import category, east_asian_width

_JOINER = "\u200d"
_PICTURE = "\ufe0f"
_PLAIN = re.compile("[ -~\u3000-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fef\uac00-\ud7a3\uff01-\uff60]*")
"""ASCII, and what takes two cells and three bytes of UTF-8: Han, kana, Hangul and their full-width marks."""
_NARROW = re.compile(
    "[\xa1-\xac\xae-\u02ff\u0391-\u03a9\u03b1-\u03c9\u0410-\u044f\u2010-\u2027\u2030-\u205e\u2100-\u2319\u2460-\u25fc]"
)
"""What stands among them and takes one cell: Latin letters with marks, Greek, Cyrillic, “ ” — … and signs."""
_SEQUENCE = re.compile(f"[{_JOINER}{_PICTURE}]")

_NO_CELLS = frozenset({"Mn", "Me", "Mc", "Cf", "Cc", "Zl", "Zp"})
"""Marks, format characters, controls, separators of lines."""

_BECOME_WIDE = frozenset(
    "#*0123456789©®‼⁉™ℹ↔↕↖↗↘↙↩↪⌨⏏⏭⏮⏯⏱⏲⏸⏹⏺Ⓜ▪▫▶◀◻◼☀☁☂☃☄"
    "☎☑☘☝☠☢☣☦☪☮☯☸☹☺♀♂♟♠♣♥♦♨♻♾⚒⚔⚕⚖⚗⚙⚛⚜⚠⚧⚰⚱⛈⛏⛑⛓⛩⛰⛱⛴⛷⛸⛹✂"
    "✈✉✌✍✏✒✔✖✝✡✳✴❄❇❣❤➡⤴⤵⬅⬆⬇🅰🅱🅾🅿🌡🌤🌥🌦🌧🌨🌩🌪🌫🌬🌶🍽🎖🎗🎙🎚🎛🎞🎟🏋🏌🏍"
    "🏎🏔🏕🏖🏗🏘🏙🏚🏛🏜🏝🏞🏟🏳🏵🏷🐿👁📽🕉🕊🕯🕰🕳🕴🕵🕶🕷🕸🕹🖇🖊🖋🖌🖍🖐🖥🖨🖱🖲🖼🗂🗃🗄🗑🗒🗓🗜"
    "🗝🗞🗡🗣🗨🗯🗳🗺🛋🛍🛎🛏🛠🛡🛢🛣🛤🛥🛩🛰🛳"
)
"""Narrow signs that are emoji, two cells wide, when variation selector 16 follows (emoji-variation-sequences.txt)."""


def width_of(character: str) -> int:
    """Cells of one character by itself: 0, 1 or 2."""
    return _WIDTHS[character]


def width(text: str) -> int:
    """Cells of a text without line breaks."""
    if text.isascii():
        return len(text)
    if _PLAIN.fullmatch(text):
        # one byte and one cell, or three bytes and two cells: so the widths of most lines come without a look-up
        return (len(text) + len(text.encode())) // 2
    if _SEQUENCE.search(text):
        return _width_of_sequences(text)
    return sum(map(_WIDTHS.__getitem__, text))


def widths(texts: Sequence[str]) -> list[int]:
    """The width of each text; for plain lines in a fraction of the time that asking one by one takes."""
    lines = _NARROW.sub(".", "\n".join(texts)).split("\n") if texts else []
    return [
        (size + bytes_) // 2 if plain else width(text)
        for text, size, bytes_, plain in zip(
            texts, map(len, lines), map(_bytes, lines), map(_PLAIN.fullmatch, lines), strict=True
        )
    ]


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _width_of_sequences(text: str) -> int:
    total = 0
    last = ""
    joined = False
    for character in text:
        if joined:  # whatever it is, it is part of the picture before
            joined = False
        elif character == _JOINER:
            joined = True
        elif character == _PICTURE:
            total += last in _BECOME_WIDE
            last = ""
        elif cells := _WIDTHS[character]:
            total += cells
            last = character
    return total


class _Widths(dict[str, int]):
    """Widths met so far: a hit costs half of what a cached call does."""

    def __missing__(self, character: str) -> int:
        return self.setdefault(character, _measured(character))


def _measured(character: str) -> int:
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
    # Format characters that are seen: they stand over the digits that follow.
    (0x0600, 0x0605, 1),
    (0x06DD, 0x06DD, 1),
    (0x070F, 0x070F, 1),
    (0x0890, 0x0891, 1),
    (0x08E2, 0x08E2, 1),
    (0x110BD, 0x110BD, 1),
    (0x110CD, 0x110CD, 1),
    # Vowels and finals that are drawn into the Hangul syllable before them; unassigned ones count alike.
    (0x1160, 0x11FF, 0),
    (0xD7B0, 0xD7FF, 0),
    # Skin tones colour the picture before them.
    (0x1F3FB, 0x1F3FF, 0),
    # Wide since Unicode 16: trigrams, monograms, hexagrams, counting rods.
    (0x2630, 0x2637, 2),
    (0x268A, 0x268F, 2),
    (0x4DC0, 0x4DFF, 2),
    (0x1D300, 0x1D356, 2),
    (0x1D360, 0x1D376, 2),
    # Kept for ideographs, and wide before they are assigned.
    (0x2FFC, 0x2FFF, 2),
    (0x31E4, 0x31E5, 2),
    (0x31EF, 0x31EF, 2),
    (0xFA6E, 0xFA6F, 2),
    (0xFADA, 0xFAFF, 2),
    (0x20000, 0x2FFFD, 2),
    (0x30000, 0x3FFFD, 2),
    # Emoji younger than the oldest Python that this runs on.
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
    # Marks as young.
    (0x0897, 0x0897, 0),
    (0x0CF3, 0x0CF3, 0),
    (0x0ECE, 0x0ECE, 0),
    (0x1ACF, 0x1ADD, 0),
    (0x1AE0, 0x1AEB, 0),
)
"""First and last code point, and the cells: where terminals and the character's category say different things."""

_WIDTHS = _Widths()
