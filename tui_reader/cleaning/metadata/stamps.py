"""When an article was published and updated, by the rows that print a date."""

import re
from dataclasses import dataclass
from datetime import datetime

from tui_reader.cleaning.metadata.rows import Rows
from tui_reader.cleaning.patterns.dates import Found, find_dates
from tui_reader.cleaning.patterns.relative import find_relative

_UPDATED = re.compile(r"更新|修改|编辑于|last mod|updated")
_PUBLISHED = re.compile(r"发布|发表|出版|刊登|建立时间|上传|published|posted|日期")
_DRAWN_UP = re.compile(r"成文")
_WHEN = re.compile(r"日期|时间")
_TIME_ROW = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?$")
LONGEST = 120
"""A longer row is a paragraph: its dates are the story's."""
LABEL = 10
"""A row so short above a date may be its label (发布日期：)."""
NEAR, SAID, CLOCK, ABOVE = 4.0, 3.0, 1.0, 2.0
"""Evidence that a date is the publication's: beside the title, so labelled, with a time; against it: above the title."""


@dataclass(frozen=True, slots=True)
class Stamps:
    """Dates in ISO 8601, and the rows they were read from."""

    published: str | None
    updated: str | None
    rows: frozenset[int]


def find_stamps(rows: Rows, as_of: datetime | None) -> Stamps:
    """The dates about the article; relative ones count against `as_of`."""
    published: list[tuple[float, str]] = []
    updated: list[str] = []
    used = set()
    for index in [*rows.zone, *rows.tail]:
        folded = rows.folded(index)
        if len(folded) > LONGEST or (index in rows.tail and "。" in folded) or index == rows.place.title:
            continue
        if index in rows.tail and (published or updated):
            break  # below the body the first date is the article's, the next ones are of other articles
        for found in [*find_dates(folded), *find_relative(folded, as_of)]:
            said = _said(rows, index, found)
            if index in rows.zone:
                used.add(index)
            if _UPDATED.search(said[-6:]) and not _PUBLISHED.search(_WHEN.sub("", said)[-3:]):
                updated.append(found.iso)
            else:
                published.append((_rank(rows, index, said, found), _with_clock(rows, index, found)))
    best = max(published, key=lambda pair: pair[0])[1] if published else None
    return Stamps(best, max(updated) if updated else None, frozenset(used))


def _said(rows: Rows, index: int, found: Found) -> str:
    """What stands right before a date, in its row or as a label above it."""
    if found.start < 2 and index and len(rows.folded(index - 1)) < LABEL:
        return rows.folded(index - 1)
    return rows.folded(index)[: found.start][-12:]


def _rank(rows: Rows, index: int, said: str, found: Found) -> float:
    rank = NEAR if index in rows.zone else 0.0
    rank += SAID if _PUBLISHED.search(said) and not _DRAWN_UP.search(said) else 0.0
    rank += CLOCK if "T" in found.iso else 0.0
    rank -= ABOVE if index < rows.place.title else 0.0
    return rank - abs(index - max(rows.place.title, 0)) / 100


def _with_clock(rows: Rows, index: int, found: Found) -> str:
    """A date with the time that stands alone in the next row."""
    following = rows.folded(index + 1) if index + 1 < len(rows.blocks) else ""
    if "T" not in found.iso and _TIME_ROW.match(following):
        return f"{found.iso}T{following.zfill(5)}"
    return found.iso
