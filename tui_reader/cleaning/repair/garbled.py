"""Detects mojibake: text decoded with the wrong table.

Test by reversal: a line that becomes valid UTF-8 when encoded in a legacy encoding was UTF-8 read as that encoding. Normal
text fails within its first characters.
"""

import re

from tui_reader.text.han import HAN

LEAST = 4
"""Minimum non-ASCII characters: two may match by chance."""
LOST = 0.1
"""Share of undecodable characters from which a line is unreadable."""
FILLED = 0.4
"""Share of replacement signs from which a line is unreadable; sentences about them contain fewer."""
WESTERN = 0.3
"""Share of accented Western characters left by a wrong Western decoding."""
ALL_WESTERN = 0.5
"""Share that no language's spelling reaches: at least half of its letters have no accents."""
FEWEST = 2
"""Minimum Han characters of the reversed text; they must be at least as many as undecodable ones."""
LOOK = 60
"""Characters of a line examined."""
LONG_LOOK = 2000
"""Characters of a line in which shares are measured."""

_HONEST = frozenset("的了，。")
"""Characters of nearly every normal line, and of no wrongly decoded one."""
_FILLERS_BEGIN = ("锟斤", "烫烫烫", "屯屯屯", "鎷烽敓", "锘")
_FILLERS = re.compile("(?:锟斤拷?|烫{3,}|屯{3,}|鎷烽敓|锘縷?)+")
"""Replacement signs for lost characters. Stories may mention them: only lines full of them are lost."""
_HAN = re.compile(f"[{HAN}]")
_ACCENTED = re.compile(
    "[\u00a1-\u00a6\u00a8-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e"
    "\u0192\u02c6\u02dc\u201a\u201e\u2020\u2021\u2030\u2039\u203a\u20ac\u2122]"
)
"""Without the dashes, dots, quotes and signs (— … “ ” · × °) that Chinese shares with Western text."""


def is_garbled(text: str) -> bool:
    if text.isascii():
        return False
    if "\ufffd" in text and text.count("\ufffd") > LOST * len(text):
        return True
    head = text[:LONG_LOOK]
    if any(filler in head for filler in _FILLERS_BEGIN) and _is_filled(head):
        return True
    if not _HONEST.isdisjoint(text):
        return False
    western = len(_ACCENTED.findall(head)) / len(head)
    if western >= ALL_WESTERN:
        return True
    return _is_undone(text[:LOOK], "cp1252" if western >= WESTERN else "gb18030")


def _is_filled(head: str) -> bool:
    """Whether a line is full of replacement signs."""
    signs = sum(map(len, _FILLERS.findall(head)))
    return signs >= FEWEST and signs > FILLED * len(head)


def _is_undone(head: str, codec: str) -> bool:
    """Whether the line's beginning, encoded with `codec`, is valid UTF-8 with Chinese."""
    if sum(not character.isascii() for character in head) < LEAST:
        return False
    data = head.encode(codec, "ignore")
    try:
        read = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        if problem.start < FEWEST * 3 and not head[:1].isascii():
            return False  # nearly all honest text ends here
        read = data.decode("utf-8", "replace")
    bad = read.count("\ufffd")
    right = len(_HAN.findall(read))
    return right >= FEWEST and bad <= right
