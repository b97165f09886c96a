"""The list with the copies of a story folded to one entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import filterfalse
from typing import TYPE_CHECKING

from tui_reader.present.rows import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from tui_reader.model import StoryMember


@dataclass(frozen=True, slots=True)
class GroupedList:
    """`article_ids`: all that were found, in order. `others`: shown article of each story → its other articles found.

    `shown`: each of those others → the shown article. Stories with one article found are in neither.
    """

    article_ids: tuple[int, ...] = ()
    others: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    shown: Mapping[int, int] = field(default_factory=dict)

    def entries(self, unfolded: AbstractSet[int] = frozenset()) -> tuple[int, ...]:
        """What is listed. Stories with an article in `unfolded` are listed whole, the others below the shown article."""
        listed = list(filterfalse(self.shown.__contains__, self.article_ids))
        for shown in {self.shown.get(article_id, article_id) for article_id in unfolded} & self.others.keys():
            place = listed.index(shown) + 1
            listed[place:place] = self.others[shown]
        return tuple(listed)

    def story(self, article_id: int | None) -> tuple[int, ...]:
        """The articles found of the same story, the shown one first; empty if there is no other one."""
        if article_id is None:
            return ()
        shown = self.shown.get(article_id, article_id)
        return (shown, *self.others[shown]) if shown in self.others else ()

    def signs(self, article_id: int, unfolded: AbstractSet[int]) -> tuple[str, str]:
        """Before a title: that it stands below another version; after it: how many versions are folded away."""
        if article_id in self.shown:
            return f"{VERSION} ", ""
        story = self.story(article_id)
        return "", f" +{len(story) - 1}" if story and unfolded.isdisjoint(story) else ""


def place_of(article_id: int | None, entries: Sequence[int], found: GroupedList) -> int | None:
    """Index of an article in the listed `entries`, else of the one shown for its story; None if neither is listed."""
    for listed in (article_id, found.shown.get(article_id or 0)):
        if listed in entries:
            return entries.index(listed)
    return None


def grouped(article_ids: tuple[int, ...], members: Iterable[StoryMember]) -> GroupedList:
    """Group what was found. Shown is the bookmarked article of a story, else the one read, else the first found."""
    known = {member.article_id: member for member in members}
    stories: dict[int, list[StoryMember]] = {}
    for article_id in filter(known.__contains__, article_ids):
        stories.setdefault(known[article_id].story, []).append(known[article_id])
    others: dict[int, tuple[int, ...]] = {}
    for story in stories.values():
        if len(story) > 1:
            shown = min(story, key=lambda member: (not member.bookmarked, not member.read))
            others[shown.article_id] = tuple(member.article_id for member in story if member is not shown)
    return GroupedList(article_ids, others, {other: shown for shown, found in others.items() for other in found})
