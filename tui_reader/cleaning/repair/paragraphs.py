r"""Splits an endless paragraph at remaining traces of its paragraphs.

Dumps without line breaks keep a space after the full stop, a residue such as `\&`, or a subheading between two spaces.
"""

import re
from itertools import chain, islice, takewhile
from typing import NamedTuple

from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.rules import HEADING_MOST
from tui_reader.model import Kind, Role
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN

ENDLESS = 300
"""Minimum characters of a paragraph to split; normal ones are shorter."""
ENOUGH_PLACES = 2
"""Minimum split positions; a single space after a full stop is a typo."""
MOST_PLACES = 20_000
"""Maximum split positions; bounds the work on hostile pages."""
HEADING_LEAST = 6
"""Minimum characters of a subheading between spaces."""

_RESIDUE = re.compile(r"(?:\\+[&nrt]|&nbsp;|　{2,})\s*")
_PLACE = re.compile(r"(?<=[。！？!?；…])([”’」』)）]*)\s+(?=\S)")
_CAPTION = re.compile(
    r"(?:图|圖)(?:片|说|說|说明|說明)?\s?[:：/／].{4,200}?(?:[\\/／](?P<agency>\S{2,8})|[摄攝])(?:\s|$)"
)
_BYLINE = re.compile(r"\S{0,10}(?:记者|通讯员)\s?\S{2,4}(?:[、\s]\S{2,4})*[\s\\&]*$")
_QUOTED = re.compile(r"[“「『][^”」』。!?]{2,30}[”」』]$")


class Piece(NamedTuple):
    """A part of a paragraph: kind and text."""

    role: Role
    kind: Kind
    text: str
    reason: str = "prose"


def is_endless(text: str) -> bool:
    """Whether it has several split positions."""
    if len(text) < ENDLESS:
        return False
    places = islice(chain(_PLACE.finditer(text), _RESIDUE.finditer(text)), MOST_PLACES + 1)
    return ENOUGH_PLACES <= sum(1 for _ in places) <= MOST_PLACES


def split(text: str) -> list[Piece]:
    """Parts of an endless paragraph in order; captions and bylines get their kinds."""
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
            pieces.append(_paragraph(rest))
    return pieces


def _paragraph(text: str) -> Piece:
    is_byline = len(text) <= HEADING_MOST and _BYLINE.match(fold(text))
    return Piece("metadata", "paragraph", text, "byline") if is_byline else Piece("body", "paragraph", text)


def _parts(text: str) -> list[str]:
    marked = _PLACE.sub("\\1\n", _RESIDUE.sub("\n", text))
    return [part.strip() for part in marked.split("\n") if part.strip()]


def _may_head(word: str) -> bool:
    """Whether a word may be a part of a subheading: quoted, or Han without punctuation."""
    folded = fold(word)
    plain = len(word) <= 14 and not re.search(r"[,。!?;:、]", folded) and re.search(f"[{HAN}]{{3}}", folded)
    return bool(_QUOTED.match(folded) or plain)


def _heading(part: str) -> tuple[str, str]:
    """(subheading, rest); the subheading is "" if the part begins with a sentence."""
    words = part.split(" ")
    head = list(takewhile(_may_head, words[:-1]))
    text = " ".join(head)
    if HEADING_LEAST <= len(text) <= HEADING_MOST and re.search("[,。]", fold(part[len(text) :])):
        return text, part[len(text) :].strip()
    return "", part


def as_label(piece: Piece) -> Label:
    """Label of a part, by its role."""
    return Label(piece.role, "prose" if piece.role == "body" else piece.role, piece.reason, 0.0)
