"""Quotations in forum posts: lines after a colon or angle bracket, below a row that names the author.

Boards print `※ 引述《nick》之銘言：` or `【 在 nick 的大作中提到: 】` above lines that begin with `: `. A quotation needs that row or
several such lines; a story may contain a single line that begins with a colon.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from tui_reader.cleaning.markup.blocks import Block

ENOUGH = 2
"""Minimum consecutive lines of a quotation without a row above."""

_LINE = re.compile(r"(?::|>{1,3})(?:\s|$|:)")
_RUN_ON = re.compile(r"(?<=\s):(?=\s)")
_HEAD = re.compile(r"※\s?引述|【\s?在\s?.{1,60}提到|==>.{1,40}提到|引述.{1,40}之铭言|.{1,40}(?:wrote|写道)\s?:$")


def quoted(blocks: Sequence[Block]) -> frozenset[int]:
    """Quoting blocks, by index in `blocks`."""
    found: set[int] = set()
    run: list[int] = []
    for index, block in enumerate([*blocks, None]):
        if block is not None and block.folded[:1] in ":>" and _LINE.match(block.folded):
            run.append(index)
            continue
        found.update(_quotation(blocks, run))
        run = []
    return frozenset(found)


def _quotation(blocks: Sequence[Block], run: Sequence[int]) -> Sequence[int]:
    """The lines of a quotation, with the row above that names the author; none if a lone line has no such row."""
    if run and run[0] > 0 and _HEAD.match(blocks[run[0] - 1].folded):
        return [run[0] - 1, *run]
    return run if len(run) >= ENOUGH else []


def quote_lines(text: str, folded: str) -> list[str]:
    """Lines of a quotation that markup joined (※ 引述…： : one : two); only the text if it is none."""
    if not _HEAD.match(folded):
        return [text]
    cuts = [found.start() for found in _RUN_ON.finditer(folded)]
    edges = [0, *cuts, len(text)]
    return [text[start:end].strip() for start, end in pairwise(edges)]
