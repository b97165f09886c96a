"""Index of a pack: returns the rows of a text without reading the others.

Each form is indexed by its first three characters, simplified; a text is looked up by its runs of one, two and three
characters. File format, blocks separated by an empty line so that loading is a few splits: header; keys; entry numbers
of each key; entries. 60,000 rows load in about 20 ms; parsing them takes a second.
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
"""First cell of the header; an index of another version is rebuilt from the table."""

_KEY = 3
"""Characters of an index key: with two a text matches ten times as many rows."""


class PackIndex(NamedTuple):
    """Key → entry numbers, and the entries (`line cn tw hk guard`)."""

    numbers: dict[str, str]
    entries: list[str]

    def rows_of(self, text: str, file: str) -> Iterator[Row]:
        """Rows whose words may occur in `text`, in table order."""
        numbers = {int(number) for key in self.numbers.keys() & _runs(text) for number in self.numbers[key].split(" ")}
        for number in sorted(numbers):
            line, _, row = self.entries[number].partition("\t")
            yield parse_row(row, file, int(line))


def usable(entries: Iterable[Entry]) -> tuple[list[Entry], list[Problem]]:
    """(entries that are valid rows, problems of the others)."""
    good: list[Entry] = []
    problems: list[Problem] = []
    for entry in entries:
        try:
            row = parse_row(entry.text, "", entry.line)
            if row.guard:
                row.guard.tests  # noqa: B018  raises ValueError if invalid
            reason = reason_unused(row)
        except ValueError as error:
            reason = str(error)
        if reason:
            problems.append(Problem(entry.line, reason))
        else:
            good.append(entry)
    return good, problems


def dump(entries: Iterable[Entry], stamp: str) -> str:
    """Serialize an index for `load`. `stamp` identifies the table."""
    lines = [f"{entry.line}\t{entry.text}" for entry in entries]
    index: defaultdict[str, list[str]] = defaultdict(list)
    for number, line in enumerate(lines):
        for key in dict.fromkeys(_keys(line)):
            index[key].append(str(number))
    rest = "\n\n".join(["\n".join(index), "\n".join(map(" ".join, index.values())), "\n".join(lines)])
    return f"{_header(stamp, rest)}\n\n{rest}"


def load(text: str, stamp: str) -> PackIndex | None:
    """Parse an index; None if it is damaged, or of another version or table."""
    header, _, rest = text.partition("\n\n")
    blocks = rest.split("\n\n")
    if header != _header(stamp, rest) or len(blocks) != len(("keys", "numbers", "entries")):
        return None
    keys, numbers, entries = (block.split("\n") for block in blocks)
    return PackIndex(dict(zip(keys, numbers, strict=False)), entries) if len(keys) == len(numbers) else None


def _header(stamp: str, rest: str) -> str:
    """First line: version, stamp, and a checksum of the rest."""
    return f"{VERSION}\t{stamp}\t{crc32(rest.encode()):08x}"


def _keys(line: str) -> Iterator[str]:
    cells = line.split("\t")[1:4]
    for form in "|".join(cells).translate(simplifying()).split("|"):
        word = form.strip().removesuffix("*")
        if word and not word.startswith(">"):
            yield word[:_KEY]


def _runs(text: str) -> set[str]:
    """All keys under which a word of `text` may be indexed."""
    simple = text.translate(simplifying())
    twos = list(map(add, simple, simple[1:]))
    return {*simple, *twos, *map(add, twos, simple[2:])}
