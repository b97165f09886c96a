"""Guards: conditions for replacing a word, on its neighbours, its line and its subject.

Conditions are written in simplified characters and apply to both scripts: the text is folded before comparison.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tui_reader.script import persons
from tui_reader.script.detect import is_han
from tui_reader.script.lists import word_list
from tui_reader.script.place import ALL_REGIONS, Place, Region
from tui_reader.text.fold import fold

__all__ = ["Guard", "NeighbourPrefilter", "Place", "Region"]

_CONDITIONS = re.compile(r"\s+(?=\S)(?![^:\s]*(?:\s|$))")
"""Separates conditions: blanks before `name:`, not blanks within a value (`near:One Piece`)."""

_COSTS = ("to", "from", "written", "after", "before", "name", "near", "subject")
"""Conditions by increasing cost: `near` folds the line, `subject` searches it."""

_WIDE = frozenset({"near", "subject"})
"""Conditions on the sense of a word: one answer per article."""

_NUMERALS = frozenset("0123456789〇零一二两三四五六七八九十百千万亿几数多半第余%")

_SUBJECTS = frozenset({"it", "code", "finance", "sport", "film", "politics", "science"})


class _Values(NamedTuple):
    """Values of a condition: words, and character classes (`$num`)."""

    words: tuple[str, ...]
    classes: tuple[Callable[[str], bool], ...]


class NeighbourPrefilter(NamedTuple):
    """Quick test by the single character on either side; usually sufficient."""

    needed_before: frozenset[str] | None = None
    """The guard fails unless the preceding character is one of these; None: no restriction."""
    needed_after: frozenset[str] | None = None
    """Same for the following character."""
    doubtful_before: frozenset[str] | None = None
    """The guard holds unless the preceding character is in this set or the following one in `doubtful_after`; None: run the tests."""
    doubtful_after: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Guard:
    """Conjunction of conditions, in lexicon notation."""

    text: str

    @cached_property
    def tests(self) -> tuple[Callable[[Place], bool], ...]:
        """Compiled conditions, cheapest first. ValueError with a readable reason."""
        return tuple(_test(condition) for condition in self._conditions)

    @cached_property
    def asks_sense(self) -> bool:
        """Whether it tests nearby words or the subject, not only neighbours and regions."""
        return any(_name(condition) in _WIDE for condition in self._conditions)

    @cached_property
    def _conditions(self) -> list[str]:
        return sorted(_CONDITIONS.split(self.text.strip()), key=_cost)

    @cached_property
    def asks_neighbours(self) -> bool:
        """Whether it requires particular neighbours."""
        return any(condition.startswith(("after:", "before:")) for condition in self._conditions)

    @cached_property
    def tells_person(self) -> bool:
        """Whether it tests titles next to a person's name (沈阳教授)."""
        return "$title" in self.text

    @cached_property
    def local_tests(self) -> tuple[Callable[[Place], bool], ...]:
        """Conditions on neighbours and regions: may differ between positions."""
        return tuple(_test(condition) for condition in self._conditions if _name(condition) not in _WIDE)

    @cached_property
    def wide_tests(self) -> tuple[Callable[[Place], bool], ...]:
        """Conditions on the sense: one answer per article."""
        return tuple(_test(condition) for condition in self._conditions if _name(condition) in _WIDE)

    @cached_property
    def prefilter(self) -> NeighbourPrefilter:
        needed: dict[str, frozenset[str]] = {}
        doubtful = {"after": frozenset[str](), "before": frozenset[str]()}
        enough = True
        for condition in _CONDITIONS.split(self.text.strip()):
            name, _colon, listed = condition.partition(":")
            beside = _nearest(name.removeprefix("!"), listed.split(","))
            enough = enough and name.startswith("!") and beside is not None
            if beside is not None and name.startswith("!"):
                doubtful[name[1:]] |= beside
            elif beside is not None:
                needed[name] = needed.get(name, beside) & beside
        return NeighbourPrefilter(
            needed.get("after"), needed.get("before"), doubtful["after"] if enough else None, doubtful["before"]
        )

    def within(self, sources: frozenset[Region], target: Region) -> "Guard | bool":
        """The conditions left for converting `sources` to `target`: True if none, False if it can never hold."""
        left: list[str] = []
        for condition in _CONDITIONS.split(self.text.strip()):
            name, _colon, listed = condition.partition(":")
            regions = frozenset(listed.split(","))
            if name in {"from", "to"} and regions.isdisjoint(sources if name == "from" else {target}):
                return False
            if name != "to" and not (name == "from" and sources <= regions):
                left.append(condition)
        return Guard(" ".join(left)) if left else True

    def holds(self, place: Place) -> bool:
        """Whether the word at `place` may be replaced."""
        for test in self.tests:  # noqa: SIM110  a generator would be slower
            if not test(place):
                return False
        return True


def _nearest(name: str, listed: list[str]) -> frozenset[str] | None:
    """The adjacent character of each listed word; None if the condition tests more than words."""
    if name not in {"after", "before"}:
        return None
    words, classes = _values(listed)
    return None if classes else frozenset(word[-1 if name == "after" else 0] for word in words)


def _name(condition: str) -> str:
    return condition.removeprefix("!").partition(":")[0]


def _cost(condition: str) -> int:
    name = _name(condition)
    return _COSTS.index(name) if name in _COSTS else 0


def _test(condition: str) -> Callable[[Place], bool]:
    name, colon, listed = condition.partition(":")
    if not colon or not listed:
        raise ValueError(f"the condition {condition!r} has no value")
    maker = _MAKERS.get(name.removeprefix("!"))
    if maker is None:
        raise ValueError(f"unknown condition {name!r}")
    return maker(listed.split(","), not name.startswith("!"))


def _after(listed: list[str], wanted: bool) -> Callable[[Place], bool]:
    words, classes = _values(listed)
    lasts = frozenset(word[-1] for word in words)  # one character decides most positions

    def test(place: Place) -> bool:
        text, start = place.text, place.start
        last = text[start - 1 : start]
        return (last in lasts and text.endswith(words, 0, start)) is wanted

    def test_with_classes(place: Place) -> bool:
        text, start = place.text, place.start
        last = text[start - 1 : start]
        return ((last in lasts and text.endswith(words, 0, start)) or _belongs(last, classes)) is wanted

    return test_with_classes if classes else test


def _before(listed: list[str], wanted: bool) -> Callable[[Place], bool]:
    words, classes = _values(listed)
    firsts = frozenset(word[0] for word in words)

    def test(place: Place) -> bool:
        text, end = place.text, place.end
        return (text[end : end + 1] in firsts and text.startswith(words, end)) is wanted

    def test_with_classes(place: Place) -> bool:
        text, end = place.text, place.end
        first = text[end : end + 1]
        return ((first in firsts and text.startswith(words, end)) or _belongs(first, classes)) is wanted

    return test_with_classes if classes else test


def _belongs(character: str, classes: tuple[Callable[[str], bool], ...]) -> bool:
    for holds in classes:  # noqa: SIM110  as in `Guard.holds`
        if holds(character):
            return True
    return False


def _near(listed: list[str], wanted: bool) -> Callable[[Place], bool]:
    words = re.compile("|".join(re.escape(fold(word)) for word in sorted(_values(listed).words, key=len)))
    return lambda place: (words.search(place.line) is not None) is wanted


def _subject(listed: list[str], wanted: bool) -> Callable[[Place], bool]:
    asked = frozenset(listed)
    if unknown := asked - _SUBJECTS:
        raise ValueError(f"unknown subject {min(unknown)!r}")
    return lambda place: asked.isdisjoint(place.subjects) is not wanted


def _part_of_name(listed: list[str], wanted: bool) -> Callable[[Place], bool]:
    if unknown := set(listed) - set(persons.KINDS):
        raise ValueError(f"unknown kind of name {min(unknown)!r}")
    kinds = tuple(persons.KINDS[kind] for kind in listed)
    return lambda place: any(holds(place.neighbour) for holds in kinds) is wanted


def _written(listed: list[str], wanted: bool) -> Callable[[Place], bool]:
    return lambda place: (place.written in listed) is wanted


def _from(listed: list[str], wanted: bool) -> Callable[[Place], bool]:
    asked = _regions(listed)
    if asked == {"cn"}:
        return lambda place: place.simplified is wanted
    if asked == {"tw", "hk"}:
        return lambda place: place.simplified is not wanted
    return lambda place: (place.source in asked or (place.source is None and "cn" not in asked)) is wanted


def _surely(listed: list[str], wanted: bool) -> Callable[[Place], bool]:
    asked = _regions(listed)
    return lambda place: (place.sure_source in asked) is wanted


def _to(listed: list[str], wanted: bool) -> Callable[[Place], bool]:
    asked = _regions(listed)
    return lambda place: (place.target in asked) is wanted


def _regions(listed: list[str]) -> frozenset[str]:
    if unknown := frozenset(listed).difference(ALL_REGIONS):
        raise ValueError(f"unknown region {min(unknown)!r}")
    return frozenset(listed)


def _values(given: list[str]) -> _Values:
    named = [word for value in given for word in word_list(value)]
    unknown = [value for value in named if value.startswith("$") and value not in _CLASSES]
    if unknown:
        raise ValueError(f"unknown character class {unknown[0]!r}")
    words = tuple(value for value in named if value and not value.startswith("$"))
    return _Values(words, tuple(_CLASSES[value] for value in named if value.startswith("$")))


def _is_latin(character: str) -> bool:
    return character.isalpha() and not is_han(character)


def _is_edge(character: str) -> bool:
    return not character.isalnum()


def _is_numeral(character: str) -> bool:
    return character in _NUMERALS and character != ""


_CLASSES: dict[str, Callable[[str], bool]] = {
    "$num": _is_numeral,
    "$latin": _is_latin,
    "$han": lambda character: character != "" and is_han(character),
    "$edge": _is_edge,
}

_MAKERS: dict[str, Callable[[list[str], bool], Callable[[Place], bool]]] = {
    "after": _after,
    "before": _before,
    "near": _near,
    "name": _part_of_name,
    "written": _written,
    "subject": _subject,
    "from": _from,
    "surely": _surely,
    "to": _to,
}
