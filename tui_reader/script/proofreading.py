"""A second opinion on the characters of a person's own table, by opencc-python-reimplemented.

A row that writes a word in other characters (头发 as 頭發) is nearly always a slip. The package converts single words by
tables of its own, so it is a judge that shares nothing with our conversion. It takes a second to load and 0.35 MB/s to
run, and its tables are years old: it is asked when somebody checks a table, never while converting.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui_reader.script.guards import Region
from tui_reader.script.lexicon import Row
from tui_reader.script.spelling import standard
from tui_reader.text.fold import fold

_CONFIGURATIONS: tuple[tuple[Region, str], ...] = (("tw", "s2tw"), ("hk", "s2hk"))


class Doubt(NamedTuple):
    """A form that the package writes in other characters."""

    line: int
    written: str
    other: str


def doubts(rows: Iterable[Row]) -> Iterator[Doubt]:
    """Each traditional form that is its row's mainland word in characters the package would not choose."""
    from opencc import OpenCC  # noqa: PLC0415  it reads tables when it is imported

    judges = [(region, OpenCC(configuration).convert) for region, configuration in _CONFIGURATIONS]
    for row in rows:
        source = row.written["cn"]
        for region, convert in judges:
            written = row.written[region]
            if source and written and fold(source) == fold(written):
                other = convert(source)
                if other.translate(standard()) != written.translate(standard()):
                    yield Doubt(row.line, written, other)
