"""The tag panel's rows: tags with counts, and what the filter says of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui_reader.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui_reader.model import TagCount
    from tui_reader.query import Query

Stand = Literal["asked", "barred", "free"]
"""Whether the filter asks for a tag, bars it, or does not care."""

SIGNS: dict[Stand, str] = {"asked": "✓", "barred": "−", "free": " "}


@dataclass(frozen=True, slots=True)
class Tag:
    """`name` as the library knows it, `label` in the wording shown; `folded` is what typing is compared with."""

    name: str
    label: str
    folded: str
    count: int = 0
    own: bool = False
    stand: Stand = "free"


def tags_for(
    counts: Sequence[TagCount], query: Query, label: Callable[[str], str], fold: Callable[[str], str]
) -> tuple[Tag, ...]:
    """What the filter names first (it may list nothing that carries it), then the others, most frequent first."""
    asked = {fold(tag): tag for tag in query.tags}
    barred = {fold(tag): tag for tag in query.without}
    known = {fold(count.tag): count for count in counts}
    named = (*asked.items(), *barred.items())

    def tag(folded: str, name: str) -> Tag:
        stand: Stand = "asked" if folded in asked else "barred" if folded in barred else "free"
        count = known.get(folded)
        return Tag(
            name, one_line(label(name)), folded, count.count if count else 0, own=bool(count and count.own), stand=stand
        )

    free = [(folded, count.tag) for folded, count in known.items() if folded not in asked and folded not in barred]
    return tuple(tag(folded, name) for folded, name in (*named, *free))


def containing(tags: Sequence[Tag], folded: str) -> tuple[Tag, ...]:
    """Those with the folded text in them."""
    return tuple(tag for tag in tags if folded in tag.folded)


def typed(text: str) -> tuple[str, ...]:
    """The tags somebody typed: commas of any width between, # or not."""
    return tuple(filter(None, (tag.strip(" \t\u3000#＃") for tag in re.split("[,，、;；]", text))))
