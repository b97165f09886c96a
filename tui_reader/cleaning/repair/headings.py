"""Headings of a text without markup: short lines of one form, each with text below it.

第一章 总则, 一、起因, 【新增内容】 and ■ 交通 head the parts of a text if at least two of a form occur and none follows another
directly; items of a list do.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.rules import HEADING_MOST
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.numbering import number_of

FEWEST = 2
"""Minimum headings of a form."""
_BRACKETED = re.compile(r"([【〖〔\[<])[^】〗〕\]>]+[】〗〕\]>]$")
_MARKED = re.compile(r"([■□◆◇●○◎▶►▍▌★☆#❖])\s?\w")
_BARE = re.compile(r"0\d$")
"""Number of a section in a row of its own: 01, 02."""
_ENDS = "。.;、…:"
_SENTENCE_ENDS = "。.…!?”」’』"
TOLD_LEAST, TOLD_SHARE = 10, 0.2
"""Short lines that end a sentence, and their share of all lines, from which a text is told in such lines, as novels with
dialogue are. In the corpus, three texts with false headings have 11 of 47 to 42 of 56, those with true ones at most 7 of
16."""
_ARTICLE = ("条", "步")
"""Closing signs of numbers whose text is in the same line."""


def series_of(kept: Sequence[tuple[Block, Label]]) -> frozenset[int]:
    """Indices of the headings among the body's blocks."""
    members: dict[str, list[int]] = defaultdict(list)
    for index, (block, label) in enumerate(kept):
        form = _form(block.folded) if _may_head(block, label) else None
        if form:
            members[form].append(index)
    return frozenset(index for places in members.values() if _are_headings(places, len(kept)) for index in places)


def ends_sentence(folded: str) -> bool:
    """Whether a line ends with a mark that ends a sentence, or with a quotation mark."""
    return folded[-1:] in _SENTENCE_ENDS if folded else False


def is_told_in_short_lines(folded: Sequence[str]) -> bool:
    """Whether many short lines of a text end a sentence: a short line among them is no heading for being short."""
    told = sum(len(line) <= HEADING_MOST and ends_sentence(line) for line in folded)
    return told >= max(TOLD_LEAST, TOLD_SHARE * len(folded))


def _may_head(block: Block, label: Label) -> bool:
    short = block.kind is None and len(block.folded) <= HEADING_MOST
    return short and label.category != "prose" and block.folded[-1] not in _ENDS and "," not in block.folded


def _form(folded: str) -> str | None:
    """What the headings of a text share: the form of their number, their brackets or their mark."""
    if found := _BRACKETED.match(folded) or _MARKED.match(folded):
        return found[1]
    if _BARE.match(folded):
        return "0"
    number = number_of(folded)
    return number.form if number and not number.form.endswith(_ARTICLE) else None


def _are_headings(places: Sequence[int], size: int) -> bool:
    apart = all(below - above > 1 for above, below in zip(places, [*places[1:], size], strict=True))
    return len(places) >= FEWEST and apart
