"""The words of the three regions: rows of `lexicon/*.tsv`, and of a person's own table, which is written alike.

A row is one concept: how the mainland, Taiwan and Hong Kong write it, and a guard. A cell holds forms parted by `|`; the
first is written for the region, all are recognised there; `>form` is written and never recognised, `form*` recognised
and never written. An empty `tw` or `hk` writes the `cn` form in its characters; an empty `cn` the other one's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui_reader.script.guards import Guard, Region
from tui_reader.script.place import ALL_REGIONS
from tui_reader.script.spelling import simplifying
from tui_reader.text.opencc_tables import Wanted

HEADER = "cn\ttw\thk\tguard"
COLUMNS = 4

_SURE = ("glossary", "senses", "characters")
"""Files whose rows go before all others where several rows know a word, in this order."""

SPELLINGS = "characters"
"""The file of words that differ in their characters alone: what every traditional target uses."""

PARTS = "name_parts"
"""The file of given names and surnames: parts of foreign names."""

REVIEWED = "opencc"
"""What rows of OpenCC's own phrases are named by."""

COMMON = frozenset({"senses", "technology", "finance", "everyday", REVIEWED})
"""Files of words of the language: within a 《title》 they are part of a name that nobody reworded. All others are of names."""


@dataclass(frozen=True, slots=True)
class Row:
    """One concept: per region the forms recognised and the form written (None: see the module)."""

    known: dict[Region, tuple[str, ...]]
    written: dict[Region, str | None]
    passive: frozenset[str]
    """Forms that are only recognised: too common to be told from the other region's."""
    guard: Guard | None
    file: str
    line: int

    def __str__(self) -> str:
        words = " / ".join(self.written[region] or "·" for region in ALL_REGIONS)
        return f"{self.file}:{self.line} {words}" + (f" [{self.guard.text}]" if self.guard else "")


class Problem(NamedTuple):
    """A line of a table that cannot be used, and why."""

    line: int
    reason: str


class Table(NamedTuple):
    """What a file of rows holds."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read(text: str, file: str, *, strict: bool = True) -> Table:
    """The rows of a table's text; lines that are none are named. Guards are read at their first use where not `strict`."""
    rows: list[Row] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1):
        stripped = line.rstrip("\r")
        if not stripped.strip() or stripped.startswith("#") or stripped.split("\t")[:3] == HEADER.split("\t")[:3]:
            continue
        try:
            row = parse_row(stripped, file, number)
            if strict and row.guard:
                row.guard.tests  # noqa: B018  it says what is wrong with it
            rows.append(row)
        except ValueError as error:
            problems.append(Problem(number, str(error)))
    return Table(tuple(rows), tuple(problems))


@cache
def rows() -> tuple[Row, ...]:
    """All rows of the lexicon, the surest files first."""
    return tuple(rows_of(None))


def rows_of(wanted: Wanted) -> Iterator[Row]:
    """Rows of words that may stand in a text; `wanted` is of simplified characters, None for all."""
    for file in files():
        lines = _text(file.name).split("\n")
        if wanted is not None:
            listed = zip(lines, _beginnings(file.name), strict=True)
            lines = [line if not wanted.isdisjoint(beginnings) else "" for line, beginnings in listed]
        yield from read("\n".join(lines), file.stem, strict=False).rows


@cache
def _beginnings(name: str) -> list[list[str]]:
    """For each line of a table the beginnings of its words in simplified characters."""
    simple = _text(name).translate(simplifying()).replace(">", "").replace("|", "\t")
    return [[form[:2] for form in forms.split("\t")] for forms in simple.split("\n")]


@cache
def _text(name: str) -> str:
    return (_folder() / name).read_text(encoding="utf-8")


def texts() -> Iterator[tuple[str, str]]:
    """The lexicon's tables as they stand, each with its name."""
    for file in files():
        yield file.stem, _text(file.name)


def files() -> list[Path]:
    """The lexicon's tables, the surest first."""
    return sorted(_folder().glob("*.tsv"), key=_rank)


def words_of(name: str) -> Iterator[str]:
    """The words of a plain list beside the tables, `#` comments left out."""
    for line in (_folder() / name).read_text(encoding="utf-8").split("\n"):
        if not line.startswith("#"):
            yield from line.split()


def _folder() -> Path:
    return Path(__file__).with_name("lexicon")


def _rank(file: Path) -> tuple[int, str]:
    if file.stem == PARTS:  # a word of another table is meant wherever it stands
        return len(_SURE) + 1, file.stem
    return (_SURE.index(file.stem) if file.stem in _SURE else len(_SURE), file.stem)


def parse_row(line: str, file: str, number: int) -> Row:
    """The row that a line holds. ValueError says why it holds none; its guard is read at its first use."""
    cells = [cell.strip() for cell in line.split("\t")]
    if not 2 <= len(cells) <= COLUMNS:
        raise ValueError(f"{len(cells)} columns where cn, tw, hk and a guard are expected, parted by tabs")
    cells += [""] * (COLUMNS - len(cells))
    if not any(cells[:3]):
        raise ValueError("no region has a word")
    cn, tw, hk = (_cell(cell) for cell in cells[:3])
    known: dict[Region, tuple[str, ...]] = {"cn": cn.known, "tw": tw.known, "hk": hk.known}
    written: dict[Region, str | None] = {"cn": cn.written, "tw": tw.written, "hk": hk.written}
    guard = Guard(cells[3]) if cells[3] else None
    return Row(known, written, cn.passive | tw.passive | hk.passive, guard, file, number)


class _Cell(NamedTuple):
    """What a region recognises, what it writes, and what it only recognises."""

    known: tuple[str, ...] = ()
    written: str | None = None
    passive: frozenset[str] = frozenset()


_EMPTY = _Cell()


def _cell(cell: str) -> _Cell:
    if not cell:
        return _EMPTY
    if not _MARKED(cell):
        return _Cell((cell,), cell)
    forms = [form.strip() for form in cell.split("|")]
    if any(not form.strip(">*") for form in forms):
        raise ValueError(f"an empty form in {cell!r}")
    return _Cell(
        tuple(form.removesuffix("*") for form in forms if not form.startswith(">")),
        next((form.removeprefix(">") for form in forms if not form.endswith("*")), None),
        frozenset(form.removesuffix("*") for form in forms if form.endswith("*")),
    )


_MARKED = re.compile("[|>*]").search
