"""Two-column tables as lexicon rows: OpenCC's dictionaries and similar lists.

Line format: word, tab, answers separated by spaces; the first answer is used. OpenCC's Taiwan and Hong Kong tables have
the mainland word in traditional characters in the first column.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui_reader.locale import _
from tui_reader.script.detect import evidence
from tui_reader.script.glossary import BOTH_WAYS
from tui_reader.script.guards import Region
from tui_reader.script.packs.rules import Entry
from tui_reader.script.place import ALL_REGIONS
from tui_reader.script.spelling import simplifying
from tui_reader.text.fold import fold

_SAMPLE = 2000
"""Lines used to detect the script of a column."""


class Columns(NamedTuple):
    """Regions of the first and the second column; two regions where both write alike."""

    first: tuple[Region, ...]
    second: tuple[Region, ...]

    def __str__(self) -> str:
        return f"{'+'.join(self.first)} → {'+'.join(self.second)}"


_NAMED = (
    (re.compile(r"(?i)^tw\w*rev"), Columns(("tw",), ("cn",))),
    (re.compile(r"(?i)^hk\w*rev"), Columns(("hk",), ("cn",))),
    (re.compile(r"(?i)^tw(?:phrases|\w*idioms)"), Columns(("cn",), ("tw",))),
    (re.compile(r"(?i)^hk(?:phrases|\w*idioms)"), Columns(("cn",), ("hk",))),
)
"""Columns by OpenCC's file names."""


def columns_named(text: str) -> Columns:
    """Parse `cn,tw`, `tw,cn`, `cn,tw+hk`. ValueError if invalid."""
    first, _comma, second = text.partition(",")
    found = Columns(_regions(first), _regions(second))
    if set(found.first) & set(found.second):
        raise ValueError(_("both columns have the same region: {text}").format(text=text))
    return found


def _regions(text: str) -> tuple[Region, ...]:
    named = [part.strip() for part in text.split("+")]
    found = tuple(region for region in ALL_REGIONS if region in named)
    if len(found) != len(named):
        raise ValueError("columns must be given as cn,tw or cn,tw+hk")
    return found


def columns_of(name: str, pairs: Iterable[tuple[str, str]]) -> Columns:
    """Regions of the columns: by an OpenCC file name, else by the scripts of the columns."""
    for pattern, columns in _NAMED:
        if pattern.match(name):
            return columns
    sample = [pair for pair, _ in zip(pairs, range(_SAMPLE), strict=False)]
    first = evidence("".join(pair[0] for pair in sample))
    second = evidence("".join(pair[1] for pair in sample))
    if first.hant > first.hans and second.hans > second.hant:
        return Columns(("tw", "hk"), ("cn",))
    scripts_alone = sum(fold(word) == fold(answer) for word, answer in sample) * 2 > len(sample)
    return Columns(("cn",), ("tw", "hk") if scripts_alone else ("tw",))


def entries_of_pairs(pairs: Iterable[tuple[int, str, str]], columns: Columns) -> Iterator[Entry]:
    """A row for each (line, word, answer). Answers of several words are not converted back."""
    listed = list(pairs)
    often = Counter(answer for _line, _word, answer in listed)
    simplify = simplifying()
    for line, word, answer in listed:
        cells: dict[Region, str] = dict.fromkeys(columns.first, word) | dict.fromkeys(columns.second, answer)
        if "cn" in cells:
            cells["cn"] = cells["cn"].translate(simplify)
        same = fold(word) == fold(answer)
        back = same or (len(answer) >= BOTH_WAYS and often[answer] == 1)
        to = (*columns.second, *(columns.first if back else ()))
        guard = f"to:{','.join(to)}" if len(to) < len(ALL_REGIONS) else ""
        yield Entry(line, "\t".join([*(cells.get(region, "") for region in ALL_REGIONS), guard]))
