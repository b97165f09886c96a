"""People, companies, products, institutions and places from the table of names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.tagging.contexts import is_called_after, is_person_here, stands
from tui_reader.tagging.spotting import TermMatcher
from tui_reader.text.fold import fold
from tui_reader.text.known_names import known_names as table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tui_reader.tagging.subject import Subject
    from tui_reader.text.known_names import Kind, KnownName

# Minimum mentions of a name that is not in the title, for a text of USUAL characters; scaled by the square root of
# the length. People are subjects more readily than institutions that everyone quotes; countries are in every other story.
FREQUENT: dict[Kind, float] = {"person": 4, "firm": 4, "thing": 5, "body": 6, "place": 5, "land": 8}
USUAL = 1500
# The same factor for short texts, at least.
SHORTEST = 0.5
# Minimum mentions of a name in the title: cities and parliaments may be incidental there.
TITLE_NEEDS: dict[Kind, int] = {"person": 0, "firm": 0, "thing": 0, "body": 1, "place": 2, "land": 3}
# Minimum mentions of a thing that is only called by words with another meaning: beside one in the title, and without.
COMMON_TITLED, COMMON_UNTITLED = 2, 3
# Characters of the beginning, where a story without other names has its place.
LEAD = 40
# Weight of an occurrence in the title, in mentions.
TITLE_WORTH = 6
# An ambiguous word (小米, 联想) counts as a name if an unambiguous one of the same field occurs.
PLACE = "place"
FIELDS: dict[Kind, str] = {
    "person": "person", "firm": "trade", "thing": "trade", "body": "body", "place": PLACE, "land": PLACE
}  # fmt: skip
# More places would only list locations.
MOST_PLACES = 1
# Mentions of a city or region that is not in the title, relative to the next one's.
OUTSTANDING = 1.5
# The same of the place that a story without names begins with.
LEAD_OUTSTANDING = 1.2
# Home country by script: too general as a tag.
HOME = {"hans": "中国", "hant": "台湾", "none": ""}


class Weighed(NamedTuple):
    """A tag, its weight in mentions, and whether the title has it."""

    tag: str
    worth: float
    titled: bool


class Known(NamedTuple):
    """Table names found in an article. `lead`: its place, used for stories without names; `all`: every name's spellings."""

    names: list[Weighed]
    places: list[str]
    lead: list[str]
    all: frozenset[str]


class Meant(NamedTuple):
    """A spelling's thing. `common`: the word has another meaning too. `own`: it is the thing's own name, in Han characters."""

    name: KnownName
    common: bool
    own: bool


@dataclass(slots=True)
class Found:
    """Occurrences of one thing: count, in the title, at the beginning, unambiguous, as a person's name.

    `written`: the first spelling that is the thing's own name in either script, as the article has it; Latin names have
    one form.
    """

    name: KnownName
    written: str | None = None
    count: int = 0
    in_title: bool = False
    in_lead: bool = False
    sure: bool = False
    person: bool = False

    @property
    def worth(self) -> int:
        """Weight in mentions: those of the text, and TITLE_WORTH for the title."""
        return self.count + TITLE_WORTH * self.in_title

    @property
    def field(self) -> str:
        return FIELDS[self.name.kind]

    def is_publisher(self, source: str) -> bool:
        """Whether it is the company that published the article, which names itself (搜狐汽车讯). `source`: folded."""
        mine = self.name.kind == "firm" and not self.in_title
        return mine and any(fold(name) in source for name in self.name.names)

    def tag(self, script: str) -> str:
        """The thing's name in the article's spelling, else in its script."""
        return self.written or self.name.written(script)


def known_names(subject: Subject) -> Known:
    """The table names that the article is about."""
    source = fold(subject.article.source or "")
    found = [one for one in _found(subject) if not one.person and not one.is_publisher(source)]
    sure = {one.field for one in found if one.sure}
    meant = [one for one in found if one.field in sure]
    scale = scale_of(subject)
    chosen = [one for one in meant if _matters(one, scale)]
    home = HOME[subject.script]
    places = [one for one in chosen if one.field == PLACE and one.name.hans != home and _stands_out(one, meant)]
    script = subject.script
    return Known(
        [Weighed(one.tag(script), one.worth, one.in_title) for one in chosen if one.field != PLACE],
        [one.tag(script) for one in _one_of_each(sorted(places, key=lambda one: -one.worth))],
        [
            one.tag(script)
            for one in meant
            if one.in_lead and one.name.kind == "place" and _stands_out(one, meant, LEAD_OUTSTANDING)
        ][:MOST_PLACES],
        frozenset(fold(name) for one in chosen for name in (one.tag(script), one.name.hans)),
    )


def _stands_out(place: Found, others: list[Found], by: float = OUTSTANDING) -> bool:
    """Whether a city or region is in the title, or mentioned so many times as often as any other: not one of a list."""
    if place.in_title or place.name.kind != "place":
        return True
    return place.count >= by * max(
        (one.count for one in others if one.name.kind == "place" and one is not place), default=0
    )


def _one_of_each(places: list[Found]) -> Iterator[Found]:
    """The first country and the first city or region."""
    kinds: set[Kind] = set()
    for one in places:
        if one.name.kind not in kinds:
            kinds.add(one.name.kind)
            yield one


def scale_of(subject: Subject) -> float:
    """Factor for minimum mentions by the length of the text."""
    return max(SHORTEST, sqrt(len(subject.text) / USUAL))


def _found(subject: Subject) -> Collection[Found]:
    """Every thing named in the text, in order of first mention."""
    found: dict[str, Found] = {}
    for start, end, (name, common, own) in _spotter().hits(subject):
        if is_called_after(subject, name.kind, start, end):
            continue
        one = found.setdefault(name.hans, Found(name))
        if own and one.written is None:
            one.written = subject.text[start:end]
        in_title = subject.in_title(start)
        one.count += not in_title
        one.in_title |= in_title
        one.in_lead |= start < subject.title_end + LEAD
        one.sure |= not common
        one.person |= name.kind == "place" and is_person_here(subject, start, end)
    return found.values()


def _matters(found: Found, scale: float) -> bool:
    kind = found.name.kind
    least = TITLE_NEEDS[kind] * min(1.0, scale) if found.in_title else FREQUENT[kind] * scale
    common = COMMON_TITLED if found.in_title else COMMON_UNTITLED
    return found.count >= (least if found.sure else max(least, common))


@cache
def _spotter() -> TermMatcher[Meant]:
    return TermMatcher(_spellings(), stands)


def _spellings() -> Iterator[tuple[str, Meant]]:
    for row in table():
        own = {fold(row.hans), fold(row.hant)}
        for text, common in row.spellings:
            yield text, Meant(row, common, not text.isascii() and fold(text) in own)
