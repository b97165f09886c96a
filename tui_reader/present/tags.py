"""Rows of the tag panel: tags and sources with counts and their state in the filter; tags used once folded into one row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui_reader.locale import _
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tui_reader.model import SavedSearch, TagCount
    from tui_reader.query import Query
    from tui_reader.script.equivalents import Equivalents

FilterState = Literal["asked", "barred", "free"]
"""Whether the filter requires, excludes or ignores a tag."""

SIGNS: dict[FilterState, str] = {"asked": "✓", "barred": "−", "free": " "}

RowKind = Literal["search", "tag", "source", "folded"]
"""`search`: a saved query; `folded`: stands for the tags used once."""

FOLDED_FROM = 8
"""Minimum number of tags used once that are folded: fewer do no harm."""

OWN = "*"
"""After the count of a tag that the reader gave to an article."""


@dataclass(frozen=True, slots=True)
class Tag:
    """`name`: as stored; `label`: as shown; `forms`: all equivalent names, folded, the first is the key.

    Typed text is compared with the forms.
    """

    name: str
    label: str
    forms: tuple[str, ...]
    count: int = 0
    own: bool = False
    state: FilterState = "free"
    kind: RowKind = "tag"
    query: str = ""

    @property
    def used_once(self) -> bool:
        """Whether it may be folded away."""
        return self.kind == "tag" and self.count <= 1 and self.state == "free" and not self.own

    def key_of(self, folded: str) -> str:
        """The tag's key if `folded` is one of its names, else `folded`."""
        return self.forms[0] if folded in self.forms else folded


def tags_for(
    counts: Sequence[TagCount], query: Query, label: Callable[[str], str], alike: Equivalents
) -> tuple[Tag, ...]:
    """Tags in the filter first (even with no listed article), then the others by frequency."""
    asked = {alike.tag_key(tag): tag for tag in query.tags}
    barred = {alike.tag_key(tag): tag for tag in query.without}
    known = {alike.tag_key(count.tag): count for count in counts}

    def tag(key: str, name: str) -> Tag:
        state: FilterState = "asked" if key in asked else "barred" if key in barred else "free"
        count = known.get(key)
        forms = tuple(dict.fromkeys((key, *alike.tag_forms(name))))
        own = bool(count and count.own)
        return Tag(name, one_line(label(name)), forms, count.count if count else 0, own=own, state=state)

    named = (*asked.items(), *barred.items())
    free = [(key, count.tag) for key, count in known.items() if key not in asked and key not in barred]
    return tuple(tag(key, name) for key, name in (*named, *free))


def sources_for(counts: Sequence[TagCount], query: Query, label: Callable[[str], str]) -> tuple[Tag, ...]:
    """Sources in the filter first, then the others by frequency."""
    asked, barred = ({fold(name): name for name in names} for names in (query.sources, query.without_sources))
    known = {fold(count.tag): count for count in counts}

    def source(key: str, name: str) -> Tag:
        state: FilterState = "asked" if key in asked else "barred" if key in barred else "free"
        count = known[key].count if key in known else 0
        return Tag(name, f"source:{one_line(label(name))}", (key,), count, state=state, kind="source")

    named = {**asked, **barred}
    free = {key: count.tag for key, count in known.items() if key not in named}
    return tuple(source(key, name) for key, name in (*named.items(), *free.items()))


def searches_for(saved: Iterable[SavedSearch], query: Query) -> tuple[Tag, ...]:
    """Saved searches; the one that is shown has the state "asked"."""

    def row(search: SavedSearch) -> Tag:
        state: FilterState = "asked" if search.query == str(query) else "free"
        forms = (f"@{fold(search.name)}",)
        return Tag(search.name, f"@{one_line(search.name)}", forms, state=state, kind="search", query=search.query)

    return tuple(map(row, saved))


def folded(rows: Sequence[Tag]) -> tuple[Tag, ...]:
    """The rows with one in place of the tags used once, if there are many."""
    once = [row for row in rows if row.used_once]
    if len(once) < FOLDED_FROM:
        return tuple(rows)
    tags = [row for row in rows if row.kind in {"search", "tag"} and not row.used_once]
    fold_row = Tag("", _("… {count} tags used once").format(count=len(once)), (), len(once), kind="folded")
    return (*tags, fold_row, *(row for row in rows if row.kind == "source"))


def containing(tags: Sequence[Tag], folded: str) -> tuple[Tag, ...]:
    """Tags with the folded text in any of their names."""
    return tuple(tag for tag in tags if any(folded in form for form in tag.forms))


def typed(text: str) -> tuple[str, ...]:
    """Split typed tags at commas of any width; leading # are removed."""
    return tuple(filter(None, (tag.strip(" \t\u3000#＃") for tag in re.split("[,，、;；]", text))))
