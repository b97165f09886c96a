"""User glossary: rows as in the lexicon, with priority over packs and lexicon; later rows override earlier ones."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from tui_reader.errors import GlossaryError
from tui_reader.script.guards import Region
from tui_reader.script.lexicon import COLUMNS, HEADER, Problem, Row, read
from tui_reader.script.place import ALL_REGIONS
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import sanitize

NAME = "glossary"

BOTH_WAYS = 3
"""Minimum characters of an answer that is also converted back: shorter ones are too ambiguous."""


class RowSource(Protocol):
    """A table that returns the rows relevant to a text: a word pack. Hashable; equal only for equal content."""

    def rows_of(self, text: str) -> Iterator[Row]:
        """Rows whose words may occur in `text`, in table order. Raises GlossaryError."""


@dataclass(frozen=True)
class Glossary:
    """Rows of the user glossary, its invalid lines, and the enabled packs in order of priority."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    text: str = field(default="", compare=True)
    packs: tuple[RowSource, ...] = ()

    def __hash__(self) -> int:
        return hash((self.text, self.packs))

    def __bool__(self) -> bool:
        return bool(self.rows or self.packs)

    def pack_rows(self, text: str) -> tuple[Row, ...]:
        """Pack rows whose words may occur in `text`, highest priority first; unreadable packs are skipped."""
        found: list[Row] = []
        for pack in self.packs:
            with suppress(GlossaryError):
                found += reversed([*pack.rows_of(text)])
        return tuple(found)


def parse_glossary(text: str) -> Glossary:
    """Parse a glossary table; control characters are removed."""
    harmless = "\n".join(sanitize(line).replace("\n", " ") for line in text.split("\n"))
    table = read(harmless, NAME)
    idle = {row.line: reason for row in table.rows if (reason := reason_unused(row))}
    problems = sorted([*table.problems, *(Problem(line, reason) for line, reason in idle.items())])
    return Glossary(tuple(row for row in table.rows if row.line not in idle), tuple(problems), harmless)


def load_glossary(path: Path) -> Glossary:
    """Parse a glossary file; empty if it does not exist. OSError if it cannot be read."""
    try:
        return parse_glossary(path.read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError:
        return Glossary()


def with_pair(text: str, source: Region, word: str, target: Region, answer: str) -> str:
    """Add a row to a table's text: `word` of `source` is written `answer` in `target`. Replaces an older row for the pair.

    Other regions and other lines are unaffected. ValueError for an invalid pair.
    """
    word, answer = word.strip(), answer.strip()
    _check(word, answer, source, target)
    lines = text.split("\n")
    end = "\r" if lines[0].endswith("\r") else ""
    kept = [line for line in lines if not _same(line, word, source, target)]
    while kept and not kept[-1].strip():
        kept.pop()
    both = len(answer) >= BOTH_WAYS or fold(word) == fold(answer)
    cells = {source: word, target: answer}
    row = [*(cells.get(region, "") for region in ALL_REGIONS), f"to:{target}" + (f",{source}" if both else "")]
    return "\n".join([*(kept or [HEADER + end]), "\t".join(row) + end, ""])


def _check(word: str, answer: str, source: Region, target: Region) -> None:
    if any(mark in piece for mark in "\t\n\r|>*" for piece in (word, answer)) or not word or not answer:
        raise ValueError("words must not be empty or contain tabs, line breaks, | > or *")
    if source == target:
        raise ValueError("source and target region must differ")
    if word.startswith("#") or answer.startswith("#"):
        raise ValueError("a line that begins with # is a comment")
    if len(word) == 1 or word.isascii():
        raise ValueError("single characters cannot be replaced" if len(word) == 1 else "Latin text is not converted")


_REGIONS_ALONE = re.compile(r"\s*(?:(?:to|from):\S+\s*)+")
"""Guards without conditions on the position."""


def reason_unused(row: Row) -> str | None:
    """Why a user row can never apply; None if it can."""
    known = [word for region in ALL_REGIONS for word in row.known(region)]
    if all(word.isascii() for word in known):
        return "Latin text is not converted"
    placed = row.guard and not _REGIONS_ALONE.fullmatch(row.guard.text)
    if not placed and all(len(word) == 1 or word.isascii() for word in known):
        return "a word of one character needs a guard"
    return None


def _same(line: str, word: str, source: Region, target: Region) -> bool:
    """Whether the line maps the same word between the same two regions."""
    cells = [*(cell.strip() for cell in line.lstrip("\ufeff").split("\t")), *[""] * COLUMNS][:COLUMNS]
    filled = {region: cell for region, cell in zip(ALL_REGIONS, cells, strict=False) if cell}
    return (
        filled.keys() == {source, target} and filled[source] == word and (not cells[-1] or cells[-1].startswith("to:"))
    )
