"""What a page of HTML said: the pieces of its text in order, and the little that its head declares, as it stands there."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from tui_reader.cleaning.markup.elements import Region
from tui_reader.cleaning.markup.marks import Piece
from tui_reader.cleaning.markup.notes import Note
from tui_reader.cleaning.markup.pictures import Picture
from tui_reader.cleaning.markup.tree import Tree

LONGEST_COMMENT = 2000
"""Characters of a comment that are looked at."""

_SAVED = re.compile(
    r"(?:saved\s+from\s+url\s*=\s*(?:\(\d+\))?\s*|(?:^|[\n,;])\s*(?:(?:original|source|page)\s*)?ur[li]\s*[:=]\s*)(?P<it>https?://[^\s<>\"]+)",
    re.IGNORECASE,
)
_SAVER = re.compile(r"saved|archived|captured|snapshot|downloaded|mirrored|clipped|singlefile|保存|存檔", re.IGNORECASE)


class Opened(NamedTuple):
    """A region: what it is, and the one it stands in. `by_tag`: an element or an attribute says so, not only a name."""

    region: Region
    within: int
    by_tag: bool


class Aside(NamedTuple):
    """Words that were taken out of a piece (its number) while it was read, and why."""

    piece: int
    text: str
    reason: str


@dataclass(slots=True)
class Reading:
    """What a page said. Region 0 is the page itself. `saved_from`: the address in the comment of the program that saved it;
    `faint`: characters that were left out because they are white.
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
    """The address that a program which saves pages left in a comment."""
    found = _SAVED.search(comment[:LONGEST_COMMENT])
    return found["it"] if found and _SAVER.search(comment[:LONGEST_COMMENT]) else None
