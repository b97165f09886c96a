"""People, companies, products, institutions and places from the table of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.tagging.spotting import TermMatcher
from tui_reader.tagging.tables import rows
from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tui_reader.tagging.subject import Subject

AS_WRITTEN = "*"

# Minimum mentions of a name that is not in the title, for a text of USUAL characters; scaled by the square root of
# the length. People are subjects more readily than institutions that everyone quotes; countries are in every other story.
FREQUENT = {"person": 3, "firm": 3, "thing": 4, "body": 5, "place": 6, "land": 8}
USUAL = 1500
# Minimum mentions of a name in the title: cities and parliaments may be incidental there.
TITLE_NEEDS = {"person": 0, "firm": 0, "thing": 0, "body": 1, "place": 2, "land": 3}
# Characters of the beginning, where a story without other names has its place.
LEAD = 40
# Weight of an occurrence in the title, in mentions.
TITLE_WORTH = 6
# An ambiguous word (小米, 联想) counts as a name if an unambiguous one of the same field occurs.
PLACE = "place"
FIELDS = {"person": "person", "firm": "trade", "thing": "trade", "body": "body", "place": PLACE, "land": PLACE}
# A place followed by one of these is a part of another name: 长沙湾, 南京东路, 重庆街.
_LONGER_NAME = re.compile(r"湾|[东西南北中]?[一二三四五六七八九十]?[路街]|大道")
# More places would only list locations.
MOST_PLACES = 1
# Home country by script: too general as a tag.
HOME = {"hans": "中国", "hant": "台湾", "none": ""}


class Weighed(NamedTuple):
    """A tag and its weight in mentions."""

    tag: str
    worth: int


class Known(NamedTuple):
    """Table names found in an article. `lead`: its place, used for stories without names."""

    names: list[Weighed]
    places: list[str]
    lead: list[str]


class Name(NamedTuple):
    """A row of the table. `first`: its first spelling."""

    kind: str
    tag: str
    field: str
    first: str


class Spelling(NamedTuple):
    """One spelling of a name. `common`: the word has another meaning too."""

    name: Name
    common: bool


@dataclass(slots=True)
class Found:
    """Occurrences of one name: first spelling used, count, in the title, at the beginning, unambiguous."""

    name: Name
    written: str
    count: int = 0
    in_title: bool = False
    in_lead: bool = False
    sure: bool = False

    @property
    def worth(self) -> int:
        """Weight in mentions."""
        return self.count + TITLE_WORTH * self.in_title

    @property
    def tag(self) -> str:
        """The tag: the table's form, or the article's spelling."""
        return self.written if self.name.tag == AS_WRITTEN else self.name.tag


def known_names(subject: Subject) -> Known:
    """The table names that the article is about."""
    found = _found(subject)
    sure = {one.name.field for one in found if one.sure}
    meant = [one for one in found if one.name.field in sure]
    scale = sqrt(max(1.0, len(subject.text) / USUAL))
    chosen = [one for one in meant if _matters(one, scale)]
    home = HOME[subject.script]
    places = sorted((one for one in chosen if one.name.field == PLACE), key=lambda one: -one.worth)
    return Known(
        [Weighed(one.tag, one.worth) for one in chosen if one.name.field != PLACE],
        [one.tag for one in places if fold(one.tag) != home][:MOST_PLACES],
        [one.tag for one in meant if one.in_lead and one.name.kind == "place"][:MOST_PLACES],
    )


def _found(subject: Subject) -> Collection[Found]:
    """Every name in the text, in order of first mention."""
    found: dict[Name, Found] = {}
    for start, end, (name, common) in _spotter().hits(subject):
        if name.field == PLACE and _LONGER_NAME.match(subject.folded, end):
            continue
        one = found.setdefault(name, Found(name, subject.text[start:end]))
        in_title = start < subject.title_end
        one.count += not in_title
        one.in_title |= in_title
        one.in_lead |= start < subject.title_end + LEAD
        one.sure |= not common
    return found.values()


def _matters(found: Found, scale: float) -> bool:
    kind = found.name.kind
    return found.count >= (TITLE_NEEDS[kind] if found.in_title else FREQUENT[kind] * scale)


@cache
def _spotter() -> TermMatcher[Spelling]:
    return TermMatcher(_spellings())


def _spellings() -> Iterator[tuple[str, Spelling]]:
    for kind, tag, spellings in rows("names.tsv", 3):
        written_ways = spellings.split("|")
        name = Name(kind, tag, FIELDS[kind], written_ways[0])
        for written in written_ways:
            yield written.removesuffix("?"), Spelling(name, written.endswith("?"))
