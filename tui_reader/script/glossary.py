"""A person's own table: rows as in the lexicon, which win over everything."""

from dataclasses import dataclass, field
from pathlib import Path

from tui_reader.script.guards import Region
from tui_reader.script.lexicon import COLUMNS, HEADER, Problem, Row, read

NAME = "glossary"


@dataclass(frozen=True)
class Glossary:
    """The rows of a person's table, and the lines of it that cannot be used."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    text: str = field(default="", compare=True)

    def __hash__(self) -> int:
        return hash(self.text)


def parse_glossary(text: str) -> Glossary:
    """The table that `text` holds."""
    table = read(text, NAME)
    return Glossary(table.rows, table.problems, text)


def load_glossary(path: Path) -> Glossary:
    """The table in a file; an empty one where there is no file. OSError when it cannot be read."""
    try:
        return parse_glossary(path.read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError:
        return Glossary()


def with_pair(text: str, source: Region, word: str, target: Region, answer: str) -> str:
    """The table's text with a row that writes `word` of `source` as `answer` in `target`; it replaces an older such row.

    ValueError where either holds what parts cells or forms.
    """
    if any(mark in piece for mark in "\t\n\r|" for piece in (word, answer)) or not word.strip() or not answer.strip():
        raise ValueError("a word of the table holds neither tabs, line breaks nor |, and is not empty")
    cells = {source: word.strip(), target: answer.strip()}
    row = "\t".join([cells.get("cn", ""), cells.get("tw", ""), cells.get("hk", "")])
    columns = ("cn", "tw", "hk")
    places = [columns.index(region) for region in cells]
    kept = [line for line in text.split("\n") if line.strip() and not _same(line, word.strip(), places)]
    return "\n".join([*(kept or [HEADER]), row, ""])


def _same(line: str, word: str, places: list[int]) -> bool:
    """Is it an unguarded row of two cells for the same word and the same two regions?"""
    cells = [*(cell.strip() for cell in line.split("\t")), *[""] * COLUMNS][:COLUMNS]
    filled = [place for place in range(COLUMNS) if cells[place]]
    return filled == sorted(places) and cells[places[0]] == word
