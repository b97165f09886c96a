r"""An endless paragraph, split where the source still shows that it had several.

Dumps that lost their line ends keep a space behind the full stop, a residue such as `\&`, or a subhead between two spaces.
"""

import re
from itertools import chain, islice
from typing import NamedTuple

from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.rules import HEADING_MOST
from tui_reader.model import Kind, Role
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN

ENDLESS = 300
"""Characters from which a paragraph may be several; honest ones stay under."""
ENOUGH_PLACES = 2
"""Places at which it would part; one space after a full stop is a slip of the hand."""
MOST_PLACES = 20_000
"""And no book has more; what has was made to hurt, or is no prose."""
HEADING_LEAST = 6
"""Characters of a subhead between spaces; shorter ones are words set apart."""

_RESIDUE = re.compile(r"(?:\\+[&nrt]|&nbsp;|　{2,})\s*")
_PLACE = re.compile(r"(?<=[。！？!?；…])([”’」』)）]*)\s+(?=\S)")
_CAPTION = re.compile(
    r"(?:图|圖)(?:片|说|說|说明|說明)?\s?[:：/／].{4,200}?(?:[\\/／](?P<agency>\S{2,8})|[摄攝])(?:\s|$)"
)
_BYLINE = re.compile(r"\S{0,10}(?:记者|通讯员)\s?\S{2,4}(?:[、\s]\S{2,4})*[\s\\&]*$")
_QUOTED = re.compile(r"[“「『][^”」』。!?]{2,30}[”」』]$")


class Piece(NamedTuple):
    """A part of a paragraph: what it is and its text."""

    role: Role
    kind: Kind
    text: str
    reason: str = "prose"


def is_endless(text: str) -> bool:
    """Would it part in several places?"""
    if len(text) < ENDLESS:
        return False
    places = islice(chain(_PLACE.finditer(text), _RESIDUE.finditer(text)), MOST_PLACES + 1)
    return ENOUGH_PLACES <= sum(1 for _ in places) <= MOST_PLACES


def split(text: str) -> list[Piece]:
    """The parts of an endless paragraph in order; captions and bylines among them are named as such."""
    pieces: list[Piece] = []
    for part in _parts(text):
        caption = _CAPTION.match(part)
        if caption:
            pieces.append(
                Piece("caption", "paragraph", caption.group().strip(), "a caption at the head of the paragraph")
            )
            part = part[caption.end() :].strip()  # noqa: PLW2901 - what is left of it
        head, rest = _heading(part)
        if head:
            pieces.append(Piece("body", "heading", head, "a subhead between spaces"))
        if rest:
            byline = len(rest) <= HEADING_MOST and _BYLINE.match(fold(rest))
            pieces.append(
                Piece("metadata", "paragraph", rest, "the author's line")
                if byline
                else Piece("body", "paragraph", rest)
            )
    return pieces


def _parts(text: str) -> list[str]:
    marked = _PLACE.sub("\\1\n", _RESIDUE.sub("\n", text))
    return [part.strip() for part in marked.split("\n") if part.strip()]


def _heading(part: str) -> tuple[str, str]:
    """Subhead and rest; the subhead is empty where the part begins with a sentence."""
    words = part.split(" ")
    head: list[str] = []
    for word in words[:-1]:
        folded = fold(word)
        if not (
            _QUOTED.match(folded)
            or (len(word) <= 14 and not re.search(r"[,。!?;:、]", folded) and re.search(f"[{HAN}]{{3}}", folded))
        ):
            break
        head.append(word)
    text = " ".join(head)
    if HEADING_LEAST <= len(text) <= HEADING_MOST and re.search("[,。]", fold(part[len(text) :])):
        return text, part[len(text) :].strip()
    return "", part


def as_label(piece: Piece) -> Label:
    """The label that a part carries on."""
    return Label(piece.role, "prose" if piece.role == "body" else piece.role, piece.reason, 0.0)
