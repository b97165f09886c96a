"""Lexicon of the three regions: rows of `lexicon/*.tsv` and of user glossaries, in one format.

A row is one concept: the mainland, Taiwan and Hong Kong forms, and a guard. A cell holds forms separated by `|`. The
first is written for the region, all are recognised; `>form` is written only, `form*` recognised only. An empty `tw` or
`hk` writes the `cn` form in its spelling; an empty `cn` writes the other one's.
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
"""Files with priority over all others when several rows know a word, in this order."""

SPELLINGS = "characters"
"""File of words that differ in characters only; used by every traditional target."""

PARTS = "name_parts"
"""File of given names and surnames: parts of foreign names."""

REVIEWED = "opencc"
"""File name shown for rows of reviewed OpenCC phrases."""

COMMON = frozenset({"senses", "technology", "finance", "everyday", REVIEWED})
"""Files of common words: part of a name within a 《title》, hence unchanged there. All other files list names."""


class Forms(NamedTuple):
    """Recognised forms, the written form, and recognised-only forms of a cell with several."""

    known: tuple[str, ...]
    written: str | None
    passive: frozenset[str]


_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """One concept: a cell for each region, `Forms` or the only form as text ("": empty). Ten thousand rows are kept."""

    cn: Forms | str
    tw: Forms | str
    hk: Forms | str
    guard: Guard | None
    file: str
    line: int

    def known(self, region: Region) -> tuple[str, ...]:
        """Recognised forms of a region; () if the cell is empty."""
        cell = self._cell(region)
        if isinstance(cell, str):
            return (cell,) if cell else ()
        return cell.known

    def written(self, region: Region) -> str | None:
        """Written form of a region (None: see the module)."""
        cell = self._cell(region)
        return cell or None if isinstance(cell, str) else cell.written

    @property
    def passive(self) -> frozenset[str]:
        """Recognised-only forms: too common to be attributed to one region."""
        marked = [cell.passive for cell in (self.cn, self.tw, self.hk) if not isinstance(cell, str)]
        return _NONE.union(*marked) if marked else _NONE

    def _cell(self, region: Region) -> Forms | str:
        return self.cn if region == "cn" else self.tw if region == "tw" else self.hk

    def __str__(self) -> str:
        words = " / ".join(self.written(region) or "·" for region in ALL_REGIONS)
        return f"{self.file}:{self.line} {words}" + (f" [{self.guard.text}]" if self.guard else "")


class Problem(NamedTuple):
    """An unusable line of a table, and the reason."""

    line: int
    reason: str


class Table(NamedTuple):
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read(text: str, file: str, *, strict: bool = True) -> Table:
    """Parse the rows of a table's text; invalid lines become problems. Unless `strict`, guards are parsed on first use."""
    rows: list[Row] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1):
        stripped = line.rstrip("\r")
        if not stripped.strip() or stripped.startswith("#") or stripped.split("\t")[:3] == HEADER.split("\t")[:3]:
            continue
        try:
            row = parse_row(stripped, file, number)
            if strict and row.guard:
                row.guard.tests  # noqa: B018  raises ValueError if invalid
            rows.append(row)
        except ValueError as error:
            problems.append(Problem(number, str(error)))
    return Table(tuple(rows), tuple(problems))


@cache
def rows() -> tuple[Row, ...]:
    """All rows of the lexicon, in order of priority."""
    return tuple(rows_of(None))


def rows_of(wanted: Wanted) -> Iterator[Row]:
    """Rows of words that may occur in a text; `wanted`: `beginnings` of its simplified form, None for all."""
    for file in files():
        lines = _text(file.name).split("\n")
        if wanted is not None:
            listed = zip(lines, _beginnings(file.name), strict=True)
            lines = [line if not wanted.isdisjoint(beginnings) else "" for line, beginnings in listed]
        yield from read("\n".join(lines), file.stem, strict=False).rows


@cache
def _beginnings(name: str) -> list[list[str]]:
    """For each line of a table the first two characters of its words, simplified."""
    simple = _text(name).translate(simplifying()).replace(">", "").replace("|", "\t")
    return [[form[:2] for form in forms.split("\t")] for forms in simple.split("\n")]


def forget_beginnings() -> None:
    """Free the index for partial loading, 4 MB; it is made again when asked for."""
    _beginnings.cache_clear()


@cache
def _text(name: str) -> str:
    return (_folder() / name).read_text(encoding="utf-8")


def texts() -> Iterator[tuple[str, str]]:
    """(name, text) of each lexicon table."""
    for file in files():
        yield file.stem, _text(file.name)


def files() -> list[Path]:
    """Paths of the lexicon tables, in order of priority."""
    return sorted(_folder().glob("*.tsv"), key=_rank)


def words_of(name: str) -> Iterator[str]:
    """Words of a plain list next to the tables, without `#` comments."""
    for line in (_folder() / name).read_text(encoding="utf-8").split("\n"):
        if not line.startswith("#"):
            yield from line.split()


def _folder() -> Path:
    return Path(__file__).with_name("lexicon")


def _rank(file: Path) -> tuple[int, str]:
    if file.stem == PARTS:  # entries of other tables have priority
        return len(_SURE) + 1, file.stem
    return (_SURE.index(file.stem) if file.stem in _SURE else len(_SURE), file.stem)


def parse_row(line: str, file: str, number: int) -> Row:
    """Parse one row; its guard is parsed on first use. ValueError with a readable reason."""
    cells = [cell.strip() for cell in line.split("\t")]
    if not 2 <= len(cells) <= COLUMNS:
        raise ValueError(f"{len(cells)} columns; expected cn, tw, hk and a guard, separated by tabs")
    cells += [""] * (COLUMNS - len(cells))
    if not any(cells[:3]):
        raise ValueError("no region has a word")
    guard = Guard(cells[3]) if cells[3] else None
    cn, tw, hk = map(_cell, cells[:3])
    return Row(cn, tw, hk, guard, file, number)


def _cell(cell: str) -> Forms | str:
    if not _MARKED(cell):
        return cell
    forms = [form.strip() for form in cell.split("|")]
    if any(not form.strip(">*") for form in forms):
        raise ValueError(f"an empty form in {cell!r}")
    return Forms(
        tuple(form.removesuffix("*") for form in forms if not form.startswith(">")),
        next((form.removeprefix(">") for form in forms if not form.endswith("*")), None),
        frozenset(form.removesuffix("*") for form in forms if form.endswith("*")),
    )


_MARKED = re.compile("[|>*]").search
