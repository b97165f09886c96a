"""Repairs of the text itself: injected pieces taken out, endless paragraphs split."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from tui_reader.cleaning.blocks import Block
from tui_reader.cleaning.classify import Located
from tui_reader.cleaning.injection import Cut, find_in_folded, without
from tui_reader.cleaning.judge import Label
from tui_reader.cleaning.paragraphs import as_label, is_endless, split
from tui_reader.script.fold import fold

TEXT = frozenset({"body", "caption", "deck"})
INJECTED = "a piece put into the sentence: of the title, or a spam word"


class Mended(NamedTuple):
    """The page with the article's text repaired, and what was cut out: new block number → pieces."""

    blocks: list[Block]
    found: Located
    cut_out: Mapping[int, list[str]]


def mend(blocks: Sequence[Block], found: Located) -> Mended:
    """Blocks and labels with the article's text repaired; blocks that part in several move the rest down."""
    cuts = _cuts(blocks, found)
    mended: list[Block] = list(blocks[: found.start])
    labels: list[Label] = found.labels[: found.start]
    cut_out: dict[int, list[str]] = {}
    for index in range(found.start, found.end):
        block, here = blocks[index], cuts.get(index, [])
        pieces = _pieces(block, found.labels[index], without(block.text, here))
        for cut, piece in zip(here, _pieces_of(block, here, [piece for piece, _ in pieces]), strict=True):
            cut_out.setdefault(len(mended) + piece, []).append(block.text[cut.start : cut.end])
        mended += [piece for piece, _ in pieces]
        labels += [label for _, label in pieces]
    located = found._replace(labels=labels + found.labels[found.end :], end=len(mended))
    return Mended(mended + list(blocks[found.end :]), located, cut_out)


def _pieces_of(block: Block, cuts: Sequence[Cut], pieces: Sequence[Block]) -> list[int]:
    """For each cut, which of the pieces that a block parts in it was taken from."""
    ends = list(accumulate(len("".join(piece.text.split())) for piece in pieces))
    answer, gone, kept, last = [], 0, 0, 0
    for cut in cuts:
        kept += len("".join(block.text[last : cut.start].split()))
        last = cut.end
        while gone < len(ends) - 1 and kept > ends[gone]:
            gone += 1
        answer.append(gone)
    return answer


def _cuts(blocks: Sequence[Block], found: Located) -> dict[int, list[Cut]]:
    """Injected pieces by block; pieces never reach over a block's end, for a line feed stands between."""
    text = [i for i in range(found.start, found.end) if found.labels[i].role in TEXT]
    title = found.title.text
    waiting = find_in_folded(fold(title), "\n".join([blocks[i].folded for i in text])) if title else []
    if not waiting:
        return {}
    cuts: dict[int, list[Cut]] = {}
    offset = 0
    for index in text:
        size = len(blocks[index].text)
        here = [Cut(cut.start - offset, cut.end - offset) for cut in waiting if offset <= cut.start < offset + size]
        if here:
            cuts[index] = here
        offset += size + 1
    return cuts


def _pieces(block: Block, label: Label, text: str) -> list[tuple[Block, Label]]:
    """The block with its repaired text, or the parts of it."""
    if label.role == "body" and is_endless(text):
        return [(Block(piece.text, fold(piece.text), piece.kind), as_label(piece)) for piece in split(text)]
    if text == block.text:
        return [(block, label)]
    return [(block._replace(text=text, folded=fold(text)), label)]
