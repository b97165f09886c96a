"""Judgements of tags: pages read by a person, with a verdict on each tag (`judged*.tsv`).

`judged.tsv` was written by an author of the tagger, `judged_independently.tsv` by a reader who had not seen its rules. The
pages are not kept here: page ID is html/ID.html of the corpus (TUI_READER_CORPUS, else ../shared/corpus beside the project),
or seeds/ID.txt of the project.
"""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from tui_reader.cleaning import clean
from tui_reader.tagging import tags_for
from tui_reader.text.fold import fold

PROJECT: Final = Path(__file__).parents[2]
CORPUS: Final = Path(os.environ.get("TUI_READER_CORPUS", PROJECT.parent / "shared" / "corpus"))
JUDGEMENTS: Final = ("judged.tsv", "judged_independently.tsv")

Verdict = Literal["right", "weak", "wrong", "unjudged"]


@dataclass(frozen=True)
class Judgement:
    """One page's row. `wanted`: tags a reader looks for; `verdicts`: every judged tag, the wanted ones too. Tags are folded."""

    page: str
    wanted: frozenset[str]
    verdicts: Mapping[str, Verdict]

    def verdict(self, tag: str) -> Verdict:
        return self.verdicts.get(fold(tag), "unjudged")


def judgements(name: str) -> list[Judgement]:
    """The rows of one judgement."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [_judgement(line) for line in lines if not line.startswith("#")]


def _judgement(line: str) -> Judgement:
    page, *cells = (*line.split("\t"), "", "", "", "")[:5]
    verdicts: dict[str, Verdict] = {}
    kinds: tuple[Verdict, ...] = ("right", "right", "weak", "wrong")
    for verdict, cell in zip(kinds, cells, strict=True):
        verdicts |= {fold(tag): verdict for tag in cell.split("|") if tag}
    return Judgement(page, frozenset(fold(tag) for tag in cells[0].split("|") if tag), verdicts)


def tags_of(page: str, corpus: Path = CORPUS) -> tuple[str, ...]:
    """The tagger's tags of a page."""
    path = corpus / "html" / f"{page}.html"
    path = path if path.exists() else PROJECT / "seeds" / f"{page}.txt"
    return tags_for(clean(path.read_bytes(), name=page).article)


@dataclass(frozen=True)
class Result:
    """Tags of all pages by verdict; tags nobody judged and wanted tags not given, as (page, tag); pages with a right tag."""

    counts: Counter[Verdict]
    unjudged: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]
    helped: int

    def share(self, *verdicts: Verdict) -> float:
        return sum(self.counts[verdict] for verdict in verdicts) / self.counts.total()


def judge(rows: list[Judgement], tags: Mapping[str, tuple[str, ...]]) -> Result:
    """Hold the tags of each page against its row."""
    given = [(row, tag, row.verdict(tag)) for row in rows for tag in tags[row.page]]
    got = {row.page: {fold(tag) for tag in tags[row.page]} for row in rows}
    return Result(
        Counter(verdict for *_, verdict in given),
        tuple((row.page, tag) for row, tag, verdict in given if verdict == "unjudged"),
        tuple((row.page, tag) for row in rows for tag in sorted(row.wanted - got[row.page])),
        len({row.page for row, _, verdict in given if verdict == "right"}),
    )
