"""Tables (CSV) of services, recognized by their first line.

    Pocket              title,url,time_added,tags,status
    Instapaper          URL,Title,Selection,Folder,Timestamp[,Tags]
    Readwise Reader     Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen
    Readwise highlights Highlight,Book Title,Book Author,…,Note,…,Highlighted at,Document tags
    Matter              Title,Author,Publisher,URL,Tags,…,Favorited,Read,…,Last Interaction Date,…

All but the highlights have addresses without pages. Highlights of one book are an article of quotations.
"""

from __future__ import annotations

import csv
import json
import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from tui_reader.locale import _
from tui_reader.model import Article, Passage, Refused
from tui_reader.script.detect import script_of
from tui_reader.sources.documents import Link, ReaderState, SavedHighlight, Source
from tui_reader.sources.services.moments import moment, stamp
from tui_reader.sources.services.own import stored_record
from tui_reader.text.sanitize import one_line
from tui_reader.text.urls import is_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tui_reader.sources.documents import Place

_QUOTED = re.compile(r"""(['"])(.*?)\1(?=\s*[,\]])""")
_LONGEST_HEADER: Final = 1000
_FIELD_LIMIT: Final = 2**24
"""Characters of a cell: a note may be long, but not without end."""

Row = "Mapping[str, str]"


class Service(NamedTuple):
    """A service: columns by which its tables are recognized, in lower case; how a row of them is read."""

    name: str
    columns: frozenset[str]
    state: Callable[[Mapping[str, str]], ReaderState]


def is_table(head: bytes) -> bool:
    """Whether a document begins with the columns of a known service."""
    return _service(head[:_LONGEST_HEADER].decode("utf-8", "replace").removeprefix("\ufeff")) is not None


def rows_of(lines: Iterable[str], place: Place) -> Iterator[Source | Link | Refused]:
    """The documents of a table, in order."""
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.DictReader(lines, restkey="", restval="")
    service = _service(",".join(reader.fieldnames or ()))
    if service is None:
        return
    rows = ({str(name).strip().lower(): str(value) for name, value in row.items()} for row in reader)
    if service is HIGHLIGHTS:
        yield from _books(rows, place)
        return
    for number, row in enumerate(rows, 2):
        address, where = row["url"].strip(), place.inside(_("line {number}").format(number=number)).named
        yield Link(where, address, service.state(row)) if is_url(address) else Refused(where, "no web address")


def _service(head: str) -> Service | None:
    first = head.lstrip().split("\n", 1)[0]
    columns = {column.strip().strip('"').lower() for column in first.split(",")}
    return next((service for service in SERVICES if columns >= service.columns), None)


def _pocket(row: Mapping[str, str]) -> ReaderState:
    return ReaderState(_tags(row["tags"].split("|")), row["status"] == "archive", added=moment(row["time_added"]))


def _instapaper(row: Mapping[str, str]) -> ReaderState:
    folder, selection = row["folder"].strip(), row["selection"].strip()
    try:
        listed = json.loads(row.get("tags") or "[]")
    except ValueError:
        listed = []
    own_folder = [] if folder.lower() in {"", "unread", "archive", "starred"} else [folder]
    return ReaderState(
        tags=_tags([*own_folder, *(tag for tag in listed if isinstance(tag, str))]),
        read=folder.lower() == "archive",
        bookmarked=folder.lower() == "starred",
        added=moment(row["timestamp"]),
        highlights=(SavedHighlight(selection),) if selection else (),
    )


def _readwise(row: Mapping[str, str]) -> ReaderState:
    location = row["location"].strip().lower()
    return ReaderState(
        tags=_tags(found[2] for found in _QUOTED.finditer(row["document tags"])),
        read=location == "archive",
        bookmarked=location == "shortlist",
        added=moment(row["saved date"]),
    )


def _matter(row: Mapping[str, str]) -> ReaderState:
    return ReaderState(
        tags=_tags(re.split(r"[;,]", row.get("tags", ""))),
        read=_is_true(row.get("read", "")),
        bookmarked=_is_true(row.get("favorited", "")),
        added=moment(row.get("last interaction date")),
    )


def _books(rows: Iterable[Mapping[str, str]], place: Place) -> Iterator[Source | Refused]:
    """Neighbouring highlights of one book or article, as an article of quotations."""
    for (title, author), group in groupby(rows, lambda row: (row["book title"], row["book author"])):
        found = [row for row in group if row["highlight"].strip()]
        where = place.inside(title or "untitled")
        if found:
            yield _book(title, author, found, where)
        else:
            yield Refused(where.named, "no highlight in it")


def _book(title: str, author: str, rows: list[Mapping[str, str]], where: Place) -> Source:
    texts = [one_line(row["highlight"]) for row in rows]
    article = Article(
        one_line(title) or None,
        tuple(Passage("quote", text) for text in texts),
        script_of("".join(texts)),
        "utf-8",
        author=one_line(author) or None,
    )
    highlights = tuple(
        SavedHighlight(text, one_line(row.get("note", "")), stamp(row.get("highlighted at", "")))
        for text, row in zip(texts, rows, strict=True)
    )
    tags = _tags(tag for row in rows for tag in row.get("document tags", "").split(","))
    added = min(filter(None, (moment(row.get("highlighted at")) for row in rows)), default=None)
    state = ReaderState(tags, added=added, highlights=highlights)
    return Source(where.named, where.path, stored_record(article), state=state, origin=where.path)


def _tags(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (one_line(tag) for tag in tags))))


def _is_true(value: str) -> bool:
    return value.strip().lower() in {"true", "1", "yes"}


HIGHLIGHTS: Final = Service(
    "Readwise highlights", frozenset({"highlight", "book title", "book author"}), lambda _row: ReaderState()
)
SERVICES: Final = (
    Service("Pocket", frozenset({"title", "url", "time_added", "tags", "status"}), _pocket),
    Service("Instapaper", frozenset({"url", "title", "selection", "folder", "timestamp"}), _instapaper),
    Service("Readwise Reader", frozenset({"title", "url", "document tags", "saved date", "location"}), _readwise),
    Service("Matter", frozenset({"title", "url", "last interaction date", "read"}), _matter),
    HIGHLIGHTS,
)
