"""Entries as one text that finds the rows of a text without reading the others.

Each form of a row is filed under its first three characters in simplified characters. Of a text all runs of one, two and
three characters are looked up, which leaves the rows whose words stand there, and few others. The text is a header, then
the keys, then for each key the numbers of its entries, then the entries: blocks parted by an empty line, so that loading is
a few splits. 60,000 rows load in some 20 ms, where reading them as rows takes a second.
"""

from __future__ import annotations

from collections import defaultdict
from operator import add
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from tui_reader.script.glossary import reason_unused
from tui_reader.script.lexicon import Problem, Row, parse_row
from tui_reader.script.spelling import simplifying

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui_reader.script.packs.rules import Entry

VERSION = "tui-reader pack 1"
"""The header's first cell; a text of another version is made anew from the table."""

_KEY = 3
"""Characters of a form that it is filed under: with two a text meets ten times as many rows."""


class PackIndex(NamedTuple):
    """The index of a table: for each key the numbers of its entries, and the entries (`line cn tw hk guard`)."""

    numbers: dict[str, str]
    entries: list[str]

    def rows_of(self, text: str, file: str) -> Iterator[Row]:
        """The rows of the words that may stand in `text`, in the table's order."""
        numbers = {int(number) for key in self.numbers.keys() & _runs(text) for number in self.numbers[key].split(" ")}
        for number in sorted(numbers):
            line, _, row = self.entries[number].partition("\t")
            yield parse_row(row, file, int(line))


def usable(entries: Iterable[Entry]) -> tuple[list[Entry], list[Problem]]:
    """The entries that are rows, and why the others are none."""
    good: list[Entry] = []
    problems: list[Problem] = []
    for entry in entries:
        try:
            row = parse_row(entry.text, "", entry.line)
            if row.guard:
                row.guard.tests  # noqa: B018  it says what is wrong with it
            reason = reason_unused(row)
        except ValueError as error:
            reason = str(error)
        if reason:
            problems.append(Problem(entry.line, reason))
        else:
            good.append(entry)
    return good, problems


def dump(entries: Iterable[Entry], stamp: str) -> str:
    """The text that `load` reads. `stamp` names what the entries are of."""
    lines = [f"{entry.line}\t{entry.text}" for entry in entries]
    index: defaultdict[str, list[str]] = defaultdict(list)
    for number, line in enumerate(lines):
        for key in dict.fromkeys(_keys(line)):
            index[key].append(str(number))
    rest = "\n\n".join(["\n".join(index), "\n".join(map(" ".join, index.values())), "\n".join(lines)])
    return f"{_header(stamp, rest)}\n\n{rest}"


def load(text: str, stamp: str) -> PackIndex | None:
    """The index in a text; None where it is of another version, of another table, or damaged."""
    header, _, rest = text.partition("\n\n")
    blocks = rest.split("\n\n")
    if header != _header(stamp, rest) or len(blocks) != len(("keys", "numbers", "entries")):
        return None
    keys, numbers, entries = (block.split("\n") for block in blocks)
    return PackIndex(dict(zip(keys, numbers, strict=False)), entries) if len(keys) == len(numbers) else None


def _header(stamp: str, rest: str) -> str:
    """The first line: version, what the entries are of, and a checksum of everything behind it."""
    return f"{VERSION}\t{stamp}\t{crc32(rest.encode()):08x}"


def _keys(line: str) -> Iterator[str]:
    cells = line.split("\t")[1:4]
    for form in "|".join(cells).translate(simplifying()).split("|"):
        word = form.strip().removesuffix("*")
        if word and not word.startswith(">"):
            yield word[:_KEY]


def _runs(text: str) -> set[str]:
    """All that an entry can be filed under if one of its words stands in `text`."""
    simple = text.translate(simplifying())
    twos = list(map(add, simple, simple[1:]))
    return {*simple, *twos, *map(add, twos, simple[2:])}
