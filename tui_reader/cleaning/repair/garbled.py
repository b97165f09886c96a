"""Lines of mojibake told apart from text: what was decoded by the wrong table, and is beyond reading.

The test is the wrong step undone: a line that becomes valid UTF-8 when it is turned back into the bytes of a legacy
encoding was UTF-8 read as that encoding. Honest text fails within its first characters.
"""

import re

from tui_reader.text.han import HAN

LEAST = 4
"""Characters beyond ASCII that a line must have: two may fit by chance."""
LOST = 0.1
"""Share of places that could not be decoded from which a line is beyond reading."""
FILLED = 0.4
"""Share of the signs of lost characters from which it is; a sentence about them holds fewer."""
WESTERN = 0.3
"""Share of characters of Western accents and signs that a wrong Western decoding leaves."""
ALL_WESTERN = 0.5
"""From this share no language's own spelling is left: half of its letters carry no accents anywhere."""
FEWEST = 2
"""Characters that come out right, and at least as many as do not: chance makes one at most."""
LOOK = 60
"""Characters of a line that tell."""
LONG_LOOK = 2000
"""Characters of a line in which a share is measured."""

_HONEST = frozenset("的了，。")
"""What nearly every honest line has, and no line decoded by the wrong table."""
_FILLERS_BEGIN = ("锟斤", "烫烫烫", "屯屯屯", "鎷烽敓", "锘")
_FILLERS = re.compile("(?:锟斤拷?|烫{3,}|屯{3,}|鎷烽敓|锘縷?)+")
"""What programs leave where they lost characters. A story may name them: only a line that is full of them is lost."""
_HAN = re.compile(f"[{HAN}]")
_ACCENTED = re.compile(
    "[\u00a1-\u00a6\u00a8-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e"
    "\u0192\u02c6\u02dc\u201a\u201e\u2020\u2021\u2030\u2039\u203a\u20ac\u2122]"
)
"""Without the dashes, dots, quotation marks and signs (— … “ ” · × °) that Chinese has in common with the West."""


def is_garbled(text: str) -> bool:
    """Is the line mojibake?"""
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
    """Is a line full of the signs of lost characters? A single one is a character, if a rare one."""
    signs = sum(map(len, _FILLERS.findall(head)))
    return signs >= FEWEST and signs > FILLED * len(head)


def _is_undone(head: str, codec: str) -> bool:
    """Does the line's beginning, turned back into bytes, read as UTF-8 with Chinese in it?"""
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
