"""Omnivore's export: a zip with `metadata_0_to_20.json`, `content/SLUG.html` and `highlights/SLUG.md`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from tui_reader.model import Refused
from tui_reader.sources.composing import Known, page_of_html
from tui_reader.sources.documents import Link, ReaderState, SavedHighlight, Source
from tui_reader.sources.services.moments import day, moment
from tui_reader.text.urls import is_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tui_reader.sources.documents import Place

    Read = Callable[[str], bytes | None]

_METADATA: Final = re.compile(r"metadata_\d+_to_\d+\.json")
_LABELS = re.compile(r"(?:#\S+\s*)+")


def metadata_names(names: Iterable[str]) -> list[str]:
    """Names of the members with metadata; none in a zip of another kind."""
    found = [name for name in names if _METADATA.fullmatch(name)]
    return sorted(found, key=lambda name: int(name.split("_")[1]))


def items_of(name: str, read: Read, place: Place) -> Iterator[Source | Link | Refused]:
    """The items of one member with metadata. `read`: contents of a member, None if there is none."""
    try:
        items = json.loads(read(name) or b"")
    except ValueError:
        items = None
    if not isinstance(items, list):
        yield Refused(place.inside(name).named, "not JSON")
        return
    for item in items:
        if isinstance(item, dict):
            yield _document(item, read, place)


def _document(item: dict[str, Any], read: Read, place: Place) -> Source | Link | Refused:
    slug, address = str(item.get("slug") or ""), str(item.get("url") or "")
    where = place.inside(f"content/{slug}.html")
    state = _state(item, read(f"highlights/{slug}.md"))
    content = (read(f"content/{slug}.html") or b"").decode("utf-8", "replace")
    if not content.strip():
        return Link(where.named, address, state) if is_url(address) else Refused(where.named, "no content")
    known = Known(
        title=str(item.get("title") or ""),
        author=str(item.get("author") or ""),
        published=day(str(item.get("publishedAt") or "")),
        address=address if is_url(address) else "",
    )
    path = known.address or where.path
    return Source(where.named, path, page_of_html(known, content), "utf-8", state, where.path)


def _state(item: dict[str, Any], highlights: bytes | None) -> ReaderState:
    labels = [label.get("name") if isinstance(label, dict) else label for label in item.get("labels") or ()]
    text = (highlights or b"").decode("utf-8", "replace")
    return ReaderState(
        tags=tuple(label for label in labels if isinstance(label, str)),
        read=str(item.get("state") or "").lower() == "archived",
        added=moment(item.get("savedAt")),
        highlights=tuple(quotations(text)),
    )


def quotations(text: str) -> Iterator[SavedHighlight]:
    r"""Quotations in Markdown (`> text`), each with the paragraph below it as its note. A line of #labels is left out.

    >>> [(it.text, it.note) for it in quotations("> 第一句\n\n#重要\n\n我的想法\n\n> 第二句")]
    [('第一句', '我的想法'), ('第二句', '')]
    """
    quote, notes = list[str](), list[str]()
    for block in [*re.split(r"\n\s*\n", text.replace("\r\n", "\n")), "> "]:
        lines = block.strip().split("\n")
        if not lines[0].startswith(">"):
            notes += [" ".join(lines)] if quote and lines[0] and not _LABELS.fullmatch(block.strip()) else []
            continue
        if quote:
            yield SavedHighlight("\n".join(quote), " ".join(notes))
        quote = [stripped for line in lines if (stripped := line.lstrip("> ").strip())]
        notes = []
