"""Notes in Markdown with front matter: tags, dates and highlights of Obsidian, its clipper, and this program's export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui_reader.sources.documents import ReaderState, SavedHighlight, colour_of
from tui_reader.sources.services.moments import moment
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BEGIN: Final = b"---"
_LOOK: Final = 50_000
_CLIPPED: Final = frozenset({"clippings", "clipping", "webclip"})


def note_state(data: bytes) -> ReaderState | None:
    """What the front matter of a note says of its reader; None for another document."""
    if not data.removeprefix(b"\xef\xbb\xbf").startswith(_BEGIN):
        return None
    from tui_reader.cleaning.markup.front_matter import split_front_matter  # noqa: PLC0415 - few documents are notes

    front = split_front_matter(data[:_LOOK].decode("utf-8-sig", "ignore"))
    if front is None:
        return None
    fields = {str(name).lower(): value for name, value in front.fields.items()}
    state = ReaderState(
        tags=tuple(_tags(fields.get("tags"))),
        read=_is_true(fields.get("read")),
        bookmarked=_is_true(fields.get("bookmarked") or fields.get("favorite")),
        added=moment(fields.get("created")) if "source" in fields or "url" in fields else None,
        highlights=tuple(_highlights(fields.get("highlights"))),
        short_id=str(fields["id"]) if "id" in fields else None,
    )
    return state if state != ReaderState() else None


def _tags(value: object) -> Iterator[str]:
    found = value if isinstance(value, list) else str(value).split(",") if isinstance(value, str) else ()
    for tag in found:
        word = one_line(str(tag)).lstrip("#")
        if word and word.lower() not in _CLIPPED:
            yield word


def _highlights(value: object) -> Iterator[SavedHighlight]:
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict):
            yield from _of_fields(one)
        elif isinstance(one, str) and one.strip():
            yield SavedHighlight(one.strip())


def _of_fields(one: Mapping[str, object]) -> Iterator[SavedHighlight]:
    text = str(one.get("text") or "").strip()
    if text:
        yield SavedHighlight(text, str(one.get("note") or ""), str(one.get("date") or ""), colour_of(one.get("colour")))


def _is_true(value: object) -> bool:
    return str(value).strip().lower() == "true"
