"""Result of reading an HTML page: text pieces in order, and head declarations."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from tui_reader.cleaning.markup.elements import Region
from tui_reader.cleaning.markup.marks import Piece
from tui_reader.cleaning.markup.notes import Note
from tui_reader.cleaning.markup.pictures import Picture
from tui_reader.cleaning.markup.tree import Tree

LONGEST_COMMENT = 2000
"""Maximum characters of a comment."""

_SAVED = re.compile(
    r"(?:saved\s+from\s+url\s*=\s*(?:\(\d+\))?\s*|(?:^|[\n,;])\s*(?:(?:original|source|page)\s*)?ur[li]\s*[:=]\s*)(?P<it>https?://[^\s<>\"]+)",
    re.IGNORECASE,
)
_SAVER = re.compile(r"saved|archived|captured|snapshot|downloaded|mirrored|clipped|singlefile|保存|存檔", re.IGNORECASE)


class Opened(NamedTuple):
    """A region and its parent. `by_tag`: by an element or attribute, not only a name."""

    region: Region
    within: int
    by_tag: bool


class Aside(NamedTuple):
    """Words removed from a piece (by index) while reading, and the reason."""

    piece: int
    text: str
    reason: str


@dataclass(slots=True)
class Reading:
    """Contents of a page. Region 0 is the page. `saved_from`: URL in the comment of the saving program; `faint`: number of white
    characters removed.
    """

    pieces: list[Piece] = field(default_factory=list)
    regions: list[Opened | None] = field(default_factory=lambda: [None])
    tree: Tree = field(default_factory=Tree)
    meta: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    title: str | None = None
    address: str | None = None
    base: str | None = None
    saved_from: str | None = None
    faint: int = 0
    cut_off: bool = False


def address_in_comment(comment: str) -> str | None:
    """URL that a saving program left in a comment."""
    found = _SAVED.search(comment[:LONGEST_COMMENT])
    return found["it"] if found and _SAVER.search(comment[:LONGEST_COMMENT]) else None
