"""Hard-wrapped lines → paragraphs.

Mail, BBS posts and old pages break lines at a fixed display width, in the middle of sentences. A line was cut where
the beginning of the next line would not have fitted any more; a line with room left ended by itself.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from tui_reader.text.cells import width_as_written, widths_as_written

NARROWEST = 30
"""No one wraps Chinese at under 15 characters; captions and verse are that short by themselves."""
WIDEST = 160
"""Lines wider than that are paragraphs."""
ENOUGH_FULL = 4
"""So many full lines make a wrap; fewer are chance."""
SLACK = 6
"""Cells a full line may stay under the width: a character, its closing bracket, and a full stop move down together."""
INDENT = 8
"""Cells that a paragraph's first line was set in by; dumps strip them."""
CUT_SHARE = 0.6
"""Of the full lines so many end in the middle of a sentence; headlines of like length do not go on below."""
WIDER_SHARE = 0.1
"""Of the lines at least as wide as the width so few may be wider: addresses, and rows that a dump has joined."""

FEW_LINES, FEW_FULL = 12, 2
"""Lines of a text that is too short for so many full ones, and how many it needs; its paragraphs end in full stops then."""
SPACED_OUT = 0.9
"""Where so many lines stand after a blank one, the source doubled its line ends: blank lines part nothing there."""

_LEAD = re.compile(r"[a-z0-9_.%$#@&'+-]+|.", re.IGNORECASE | re.DOTALL)
_NO_START = "。,、;:!?.)]}>」』》〉】〕”’…，；：！？）"
_FINISHED = re.compile("[。!?！？…:：]['\"”’」』)）]*$")
_INNER = re.compile("[，。；！？,;!?](?=.)")
_APART = re.compile(r"https?://|--$|※|[-*•●■□◆▲▼>＞:]\s|[=—_-]{6,}|[推噓嘘→] |.*\d{1,2}[/-]\d{1,2} \d{1,2}:\d{2}$")


class Row(NamedTuple):
    """A line of the source. `gap`: a blank line stood before it."""

    text: str
    gap: bool


def unwrap(rows: Sequence[Row]) -> list[Row]:
    """`rows`, with those joined that were one paragraph; the same rows where nothing was wrapped."""
    if sum(row.gap for row in rows) >= SPACED_OUT * (len(rows) - 1):
        rows = [row._replace(gap=False) for row in rows]
    limit = wrapped_at([row.text for row in rows], [row.gap for row in rows])
    if limit is None:
        return list(rows)
    cells_of = widths_as_written([row.text for row in rows])
    parted = sum(row.gap for row in rows) * 20 > len(rows)
    heads: list[int] = []
    texts: list[list[str]] = []
    for index, row in enumerate(rows):
        before = rows[index - 1]
        indent = INDENT if parted and (before.gap or index == 1) else 0
        if (
            heads
            and not row.gap
            and _goes_on(before.text, cells_of[index - 1] + indent, row.text, limit, parted=parted)
        ):
            texts[-1] += [_between(before.text, row.text), row.text]
        else:
            heads.append(index)
            texts.append([row.text])
    return [Row("".join(pieces), rows[head].gap) for head, pieces in zip(heads, texts, strict=True)]


def wrapped_at(texts: Sequence[str], gaps: Sequence[bool]) -> int | None:
    """The width in cells that the lines were wrapped at, if they were. `gaps`: before which of them a blank line stood."""
    if len(texts) <= FEW_LINES and (limit := _few_wrapped_at(texts, gaps)):
        return limit
    if not _may_be_wrapped(texts):
        return None
    cells_of = _roughly(texts)
    followed = [
        cells for cells, gap in zip(cells_of, gaps[1:], strict=False) if NARROWEST <= cells <= WIDEST and not gap
    ]
    if len(followed) < ENOUGH_FULL:
        return None
    counts = Counter(followed)
    sums = list(accumulate(map(counts.__getitem__, range(WIDEST + 1)), initial=0))  # of all up to a width
    limit = max(counts, key=lambda w: (sums[w + 1] - sums[w + 1 - SLACK], w))
    near = range(limit - SLACK + 1, limit + 1)
    full = [index for index, cells in enumerate(cells_of[:-1]) if cells in near and not gaps[index + 1]]
    if len(full) < ENOUGH_FULL or sum(map(limit.__lt__, cells_of)) > max(1, WIDER_SHARE * len(full)):
        return None
    cut = sum(not _FINISHED.search(texts[index]) for index in full)
    return max(cells_of[index] for index in full) if cut >= CUT_SHARE * len(full) else None


def _few_wrapped_at(texts: Sequence[str], gaps: Sequence[bool]) -> int | None:
    """The width of a wrap in a text of few lines: two full ones tell it where they stop inside sentences, as verse does not."""
    cells_of = widths_as_written(list(texts))
    limit = max(cells_of, default=0)
    if not NARROWEST <= limit <= WIDEST:
        return None
    full = [
        index
        for index, cells in enumerate(cells_of[:-1])
        if cells > limit - SLACK and not gaps[index + 1] and not _APART.match(texts[index + 1])
    ]
    cut = [index for index in full if texts[index][-1] not in _NO_START]
    inside = [index for index in full if _INNER.search(texts[index])]
    ends = [index for index in range(len(texts)) if index - 1 in full and index not in full]
    sure = len(full) >= FEW_FULL and len(cut) >= CUT_SHARE * len(full) and 2 * len(inside) >= len(full)
    return limit if sure and all(_FINISHED.search(texts[index]) for index in ends) else None


def _may_be_wrapped(texts: Sequence[str]) -> bool:
    """Are enough of the longest lines about equally wide? A quick no for nearly all pages, for only those are measured.

    Few lines may be wider than a wrap is, so it is at least as wide as the next one has characters.
    """
    sizes = sorted(map(len, texts))
    beyond = len(sizes) - bisect_right(sizes, WIDEST)
    most = max(1, int(WIDER_SHARE * (len(sizes) - beyond)))
    if beyond > most or len(sizes) <= most:
        return False
    least = sizes[-1 - most] - SLACK
    cells = sorted(widths_as_written([text for text in texts if 2 * len(text) > least and len(text) <= WIDEST]))
    for place in range(len(cells) - 1, max(-1, len(cells) - 2 - most), -1):
        full = place + 1 - bisect_right(cells, cells[place] - SLACK)
        if full >= ENOUGH_FULL and beyond + len(cells) - 1 - place <= max(1, WIDER_SHARE * full):
            return True
    return False


def _roughly(texts: Sequence[str]) -> list[int]:
    """The widths of lines, measured only where a wrapped line can be so long; else too narrow or too wide for one."""
    measured = list(map(len, texts))
    fit = [index for index, size in enumerate(measured) if 2 * size > NARROWEST - SLACK and size <= WIDEST]
    for index, cells in zip(fit, widths_as_written([texts[index] for index in fit]), strict=True):
        measured[index] = cells
    return measured


def _goes_on(line: str, cells: int, following: str, limit: int, *, parted: bool) -> bool:
    """Was `line` cut? `parted`: blank lines part the paragraphs, so a full line with a full stop may go on as well."""
    if cells > limit + INDENT or cells <= limit - SLACK - 12 or _APART.match(following) or _APART.match(line):
        return False
    lead = _LEAD.match(following)
    unit = lead.group() if lead else ""
    after = following[len(unit) : len(unit) + 2]
    unit += after[: next((i for i, c in enumerate(after) if c not in _NO_START), len(after))]
    room = cells + width_as_written(unit) + (1 if unit[:1].isascii() and line[-1:].isascii() else 0)
    if not _FINISHED.search(line):
        return room > limit - SLACK
    return parted and room > limit


def _between(line: str, following: str) -> str:
    """Two words of Latin script get back the space that the break took; Han does not have one."""
    edges = line[-1:], following[:1]
    latin = all(c.isascii() and (c.isalnum() or c in ",.;:!?)(\"'%$") for c in edges)
    return " " if latin else ""
