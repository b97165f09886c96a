"""Checks the characters of a user glossary with opencc-python-reimplemented.

A row that spells a word in unexpected characters (头发 as 頭發) is nearly always a mistake. The package converts single
words with its own, independent tables. Loading takes a second, conversion runs at 0.35 MB/s and the tables are old, so
it is used only when a glossary is checked, never for conversion.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui_reader.script.guards import Region
from tui_reader.script.lexicon import Row
from tui_reader.script.spelling import standard
from tui_reader.text.fold import fold

_CONFIGURATIONS: tuple[tuple[Region, str], ...] = (("tw", "s2tw"), ("hk", "s2hk"))


class Doubt(NamedTuple):
    """A form that the package spells differently."""

    line: int
    written: str
    other: str


def doubts(rows: Iterable[Row]) -> Iterator[Doubt]:
    """Traditional forms that differ from the package's spelling of the row's mainland word."""
    from opencc import OpenCC  # noqa: PLC0415  it reads tables when it is imported

    judges = [(region, OpenCC(configuration).convert) for region, configuration in _CONFIGURATIONS]
    for row in rows:
        source = row.written("cn")
        for region, convert in judges:
            written = row.written(region)
            if source and written and fold(source) == fold(written):
                other = convert(source)
                if other.translate(standard()) != written.translate(standard()):
                    yield Doubt(row.line, written, other)
