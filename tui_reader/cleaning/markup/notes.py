"""Author, time and source from attributes of elements inside the page.

`<time datetime>`, itemprop, rel=author, a time in a title attribute (forums print 昨天 and keep the time there), class names
such as `post-author`, and links to user pages. The attribute's value is used, else the element's text.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui_reader.cleaning.markup.marks import BREAK, NODE, PARTED, Piece
from tui_reader.cleaning.markup.naming import Naming, NoteRole

Attributes = Mapping[str, str]
LONGEST_TEXT = 60
"""Maximum characters of an element's text that is a name."""
MOST_NOTES = 400
"""Maximum notes per page; bounds the work on hostile pages."""

_MOMENT = re.compile(r"\s*(?:19|20)\d{2}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}")
_ITEMS: dict[str, NoteRole] = {
    "author": "author",
    "creator": "author",
    "datepublished": "published",
    "datecreated": "published",
    "uploaddate": "published",
    "datemodified": "updated",
    "publisher": "source",
    "sourceorganization": "source",
}
_MEMBER = re.compile(
    r"/(?:authors?|people|members?|users?|u|space|profile|writers?|columnists?|reporters?|blogger|channel|uid)[/=-]|space-uid-|//space\.|/@[\w.-]+/?$|[?&](?:uid|author|userid)=|mod=space"
)


_HOLDING = frozenset({"itemprop", "title"})
"""Attributes that may contain a time or name, or describe such an attribute."""


class Note(NamedTuple):
    """A note: index of the piece it begins in, role, and text or time."""

    piece: int
    role: NoteRole
    text: str


class _Open(NamedTuple):
    """An element whose text is being collected: its start, and its nesting depth in itself."""

    tag: str
    role: NoteRole
    piece: int
    mark: int
    depth: int


class NoteTaker:
    """Collects `notes` while reading. Only the innermost such element's text is collected (`waiting`)."""

    def __init__(self, notes: list[Note]) -> None:
        self.notes = notes
        self.waiting: _Open | None = None

    def start_nested(self, tag: str) -> None:
        """An element begins, possibly inside one of its tag whose text is being collected."""
        if self.waiting is not None and self.waiting.tag == tag:
            self.waiting = self.waiting._replace(depth=self.waiting.depth + 1)

    def start(
        self, tag: str, attributes: Attributes, naming: Naming, pieces: Sequence[Piece], text: Sequence[str]
    ) -> None:
        """An element with these attributes begins after so many pieces and so much text of the next one."""
        waiting = self.waiting
        if waiting is not None:
            self.start_nested(tag)
        if len(self.notes) >= MOST_NOTES:
            return
        moment = _moment_of(tag, attributes) if tag == "time" or not _HOLDING.isdisjoint(attributes) else None
        if moment is not None:
            self.notes.append(Note(len(pieces), *moment))
            return
        role = _role_of(attributes, naming)
        if role is None:
            return
        if role == "member" and waiting is not None:
            role = waiting.role
        self.waiting = _Open(tag, role, len(pieces), len(text), 1)

    def end(self, tag: str, pieces: Sequence[Piece], text: Sequence[str]) -> None:
        """An element ends; call before its last text becomes a piece."""
        waiting = self.waiting
        if waiting is None or waiting.tag != tag:
            return
        self.waiting = waiting._replace(depth=waiting.depth - 1) if waiting.depth > 1 else None
        if self.waiting is None:
            said = [piece.text for piece in pieces[waiting.piece :]]
            said += text[waiting.mark if len(pieces) == waiting.piece else 0 :]
            value = " ".join("".join(said).replace(NODE, "").replace(BREAK, " ").replace(PARTED, " ").split())
            if 1 < len(value) <= LONGEST_TEXT:
                self.notes.append(Note(waiting.piece, waiting.role, value))


def _moment_of(tag: str, attributes: Attributes) -> tuple[NoteRole, str] | None:
    """The time or name in an attribute."""
    item = attributes.get("itemprop", "").lower()
    role = _ITEMS.get(item)
    content = attributes.get("content", "") or (
        attributes.get("datetime", "") if role in {"published", "updated"} else ""
    )
    if role is not None and content:
        return role, content
    if tag == "time" and attributes.get("datetime"):
        names = f"{attributes.get('class', '')} {item}".lower()
        return ("updated" if "updat" in names or "modif" in names else "published"), attributes["datetime"]
    title = attributes.get("title", "")
    return ("published", title) if title and len(title) < LONGEST_TEXT and _MOMENT.match(title) else None


def _role_of(attributes: Attributes, naming: Naming) -> NoteRole | None:
    """Role of an element's text by its attributes."""
    if "itemprop" in attributes and (role := _ITEMS.get(attributes["itemprop"].lower())) is not None:
        return role if role in {"author", "source"} else None
    if "rel" in attributes and "author" in attributes["rel"].lower().split():
        return "author"
    if naming.role is not None:
        return naming.role
    address = attributes.get("href")
    return "member" if address and _MEMBER.search(address) else None
