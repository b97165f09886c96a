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
    from tui_reader.script.equivalents import Equivalents

Stand = Literal["asked", "barred", "free"]
"""Whether the filter asks for a tag, bars it, or does not care."""

SIGNS: dict[Stand, str] = {"asked": "✓", "barred": "−", "free": " "}

OWN = "*"
"""After the count of a tag that the reader gave to an article."""


@dataclass(frozen=True, slots=True)
class Tag:
    """`name` as the library knows it, `label` in the wording shown; `forms`: all it is called, folded, the first a key.

    What is typed is compared with the forms.
    """

    name: str
    label: str
    forms: tuple[str, ...]
    count: int = 0
    own: bool = False
    stand: Stand = "free"

    def key_of(self, folded: str) -> str:
        """The folded name of a tag; of this tag, whatever it is called, always the same."""
        return self.forms[0] if folded in self.forms else folded


def tags_for(
    counts: Sequence[TagCount], query: Query, label: Callable[[str], str], alike: Equivalents
) -> tuple[Tag, ...]:
    """What the filter names first (it may list nothing that carries it), then the others, most frequent first."""
    asked = {alike.key(tag): tag for tag in query.tags}
    barred = {alike.key(tag): tag for tag in query.without}
    known = {alike.key(count.tag): count for count in counts}

    def tag(key: str, name: str) -> Tag:
        stand: Stand = "asked" if key in asked else "barred" if key in barred else "free"
        count = known.get(key)
        forms = tuple(dict.fromkeys((key, *alike.of(name))))
        own = bool(count and count.own)
        return Tag(name, one_line(label(name)), forms, count.count if count else 0, own=own, stand=stand)

    named = (*asked.items(), *barred.items())
    free = [(key, count.tag) for key, count in known.items() if key not in asked and key not in barred]
    return tuple(tag(key, name) for key, name in (*named, *free))


def containing(tags: Sequence[Tag], folded: str) -> tuple[Tag, ...]:
    """Those with the folded text in them, or in another name of theirs."""
    return tuple(tag for tag in tags if any(folded in form for form in tag.forms))


def typed(text: str) -> tuple[str, ...]:
    """The tags somebody typed: commas of any width between, # or not."""
    return tuple(filter(None, (tag.strip(" \t\u3000#＃") for tag in re.split("[,，、;；]", text))))
