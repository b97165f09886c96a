"""Hard-wrapped lines → paragraphs.

Mail, BBS posts and old pages break lines at a fixed display width, within sentences. A line was wrapped if the beginning of
the next line would not have fitted; a line with room left ended by itself. Writers on BBSes also break lines by hand, after a
comma.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from tui_reader.text.cells import width_as_written, widths_as_written

NARROWEST = 30
"""Minimum wrap width; captions and verse are shorter."""
WIDEST = 160
"""Maximum wrap width; wider lines are paragraphs."""
ENOUGH_FULL = 4
"""Minimum full lines of a wrap."""
SLACK = 6
"""Cells by which a full line may be narrower: a character, its closing bracket and a full stop move together."""
INDENT = 8
"""Cells of a paragraph's indent, which dumps strip."""
CUT_SHARE = 0.6
"""Minimum share of full lines that end within a sentence; headlines of similar length do not continue."""
WIDER_SHARE = 0.1
"""Maximum share of lines wider than the wrap: URLs, and rows joined by a dump."""

FEW_LINES, FEW_FULL = 12, 2
"""Maximum lines of a short text, and the full lines it needs; its paragraphs must end in full stops."""
SPACED_OUT = 0.9
"""Share of lines after a blank one from which the source doubled its line ends: blank lines separate nothing."""

BROKEN, WIDEST_BROKEN = 24, 90
"""Minimum and maximum cells of a line broken by hand after a comma; verses are shorter, paragraphs wider."""

_LEAD = re.compile(r"[a-z0-9_.%$#@&'+-]+|.", re.IGNORECASE | re.DOTALL)
_NO_START = "。,、;:!?.)]}>」』》〉】〕”’…，；：！？）"
_FINISHED = re.compile("[。!?！？…:：]['\"”’」』)）]*$")
_INNER = re.compile("[，。；！？,;!?](?=.)")
PAUSED = "，,、；;"
_ENDS = "。！？!?…：:；;”」』）)"
"""Last characters of a line that ends by itself: of a sentence, or of what stands in quotation marks or brackets."""
_APART = re.compile(r"https?://|--$|※|[-*•●■□◆▲▼>＞:]\s|[=—_-]{6,}|[推噓嘘→] |.*\d{1,2}[/-]\d{1,2} \d{1,2}:\d{2}$")


class Row(NamedTuple):
    """A source line. `gap`: a blank line was before it."""

    text: str
    gap: bool


def unwrap(rows: Sequence[Row]) -> list[Row]:
    """`rows` with wrapped lines joined; the same rows if nothing was wrapped."""
    if sum(row.gap for row in rows) >= SPACED_OUT * (len(rows) - 1):
        rows = [row._replace(gap=False) for row in rows]
    limit = wrapped_at([row.text for row in rows], [row.gap for row in rows])
    if limit is None:
        return list(rows)
    return [_joined(group) for group in _paragraphs(rows, limit)]


def _paragraphs(rows: Sequence[Row], limit: int) -> list[list[Row]]:
    """Rows grouped to paragraphs. `limit`: wrap width in cells."""
    cells_of = widths_as_written([row.text for row in rows])
    parted = sum(row.gap for row in rows) * 20 > len(rows)
    groups: list[list[Row]] = []
    for index, row in enumerate(rows):
        above = rows[index - 1]
        indent = INDENT if parted and (above.gap or index == 1) else 0
        cells = cells_of[index - 1] + indent
        if groups and not row.gap and _goes_on(above.text, cells, row.text, limit, parted=parted):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _joined(group: Sequence[Row]) -> Row:
    texts = [group[0].text]
    for above, row in pairwise(group):
        texts += [between(above.text, row.text), row.text]
    return Row("".join(texts), group[0].gap)


def without_breaks(rows: Sequence[Row]) -> list[Row]:
    """`rows` with sentences joined that were broken by hand: each line ends with a comma, the last with a full stop.

    One of them has a pause inside, unlike verse.
    """
    made: list[Row] = []
    chain: list[Row] = []
    for row in rows:
        if chain and (row.gap or _APART.match(row.text)):
            made.extend(chain)
            chain = []
        chain.append(row)
        if row.text[-1] in PAUSED and BROKEN <= width_as_written(row.text) <= WIDEST_BROKEN:
            continue
        is_sentence = len(chain) > 1 and _FINISHED.search(row.text) and any(_INNER.search(each.text) for each in chain)
        made += [Row("".join(each.text for each in chain), chain[0].gap)] if is_sentence else chain
        chain = []
    return [*made, *chain]


def wrapped_at(texts: Sequence[str], gaps: Sequence[bool]) -> int | None:
    """Wrap width in cells, if the lines were wrapped. `gaps`: lines preceded by a blank one."""
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
    limit = _most_full(followed)
    near = range(limit - SLACK + 1, limit + 1)
    full = [index for index, cells in enumerate(cells_of[:-1]) if cells in near and not gaps[index + 1]]
    if len(full) < ENOUGH_FULL or sum(map(limit.__lt__, cells_of)) > max(1, WIDER_SHARE * len(full)):
        return None
    cut = sum(not _FINISHED.search(texts[index]) for index in full)
    return max(cells_of[index] for index in full) if cut >= CUT_SHARE * len(full) else None


def _most_full(cells_of: Sequence[int]) -> int:
    """The width up to SLACK cells below which most lines end; the widest of several."""
    counts = Counter(cells_of)
    sums = list(accumulate(map(counts.__getitem__, range(WIDEST + 1)), initial=0))  # of all up to a width
    return max(counts, key=lambda width: (sums[width + 1] - sums[width + 1 - SLACK], width))


def _few_wrapped_at(texts: Sequence[str], gaps: Sequence[bool]) -> int | None:
    """Wrap width of a short text: two full lines within sentences suffice, unlike verse."""
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
    """Whether enough of the longest lines are about equally wide: a quick no for nearly all pages, before widths are measured.

    Few lines may be wider than the wrap, so it is at least as wide as the next longest line has characters.
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
    """Line widths, measured only for lines that may be wrapped."""
    measured = list(map(len, texts))
    fit = [index for index, size in enumerate(measured) if 2 * size > NARROWEST - SLACK and size <= WIDEST]
    for index, cells in zip(fit, widths_as_written([texts[index] for index in fit]), strict=True):
        measured[index] = cells
    return measured


def _goes_on(line: str, cells: int, following: str, limit: int, *, parted: bool) -> bool:
    """Whether `line` was wrapped. `parted`: blank lines separate paragraphs, so a full line with a full stop may continue too."""
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


def ends_by_itself(text: str) -> bool:
    """Whether a line that is not empty ends as a sentence."""
    return text[-1] in _ENDS


def may_go_on(text: str, cells: int, least: int, most: float = inf) -> bool:
    """Whether one line, without others to compare, was wrapped: `least` to `most` cells wide, ended within a sentence."""
    return bool(text) and least <= cells <= most and not ends_by_itself(text)


def between(line: str, following: str) -> str:
    """The space between two joined lines: between Latin words, none beside Han or behind a hyphen or slash."""
    return " " if line[-1:].isascii() and following[:1].isascii() and line[-1:] not in {"-", "/"} else ""
