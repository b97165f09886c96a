"""Text repairs: injected pieces and residues removed, endless paragraphs split, mojibake and repetitions set aside,
quotations marked.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from tui_reader.cleaning.body.classify import Located
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.rules import HEADING_MOST
from tui_reader.cleaning.comments.quotes import parts, quoted
from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.repair.bullets import list_items
from tui_reader.cleaning.repair.garbled import is_garbled
from tui_reader.cleaning.repair.injection import Cut, find_in_folded, without
from tui_reader.cleaning.repair.paragraphs import as_label, is_endless, split
from tui_reader.cleaning.repair.residues import is_about_signs, without_edit_link, without_residues
from tui_reader.cleaning.repair.verse import joined, stanzas_of
from tui_reader.text.fold import fold, line_key

TEXT = frozenset({"body", "caption", "deck"})
TWICE = 40
"""Minimum characters of a repeated paragraph that is not a refrain."""
GARBLED = Label("dropped", "garbled", "wrong encoding", 0.0)
AGAIN = Label("dropped", "doubled", "repeats a paragraph above", 0.0)
INJECTED = "injected fragment (title or spam)"


class Mended(NamedTuple):
    """The repaired page; removed pieces by new block number; `places`: for each original block, and for the page's end, the first
    block that it became.
    """

    blocks: list[Block]
    found: Located
    cut_out: Mapping[int, list[str]]
    places: Sequence[int]


def mend(page: Page, found: Located, spared: frozenset[str] = frozenset()) -> Mended:
    """Repair the article's text; blocks that split or join shift the following ones.

    Pieces whose `line_key` is in `spared` are not removed.
    """
    blocks = page.blocks
    found = found._replace(labels=_unreadable(blocks, found))
    cuts = _cuts(blocks, found, spared)
    as_it_is = _is_about_signs(blocks[found.start : found.end])
    quotes = {found.start + index for index in quoted(blocks[found.start : found.end])}
    items, stanzas = list_items(page, found), stanzas_of(page, found)
    inside = {index for stanza in stanzas.values() for index in stanza[1:]}
    mended: list[Block] = list(blocks[: found.start])
    labels: list[Label] = found.labels[: found.start]
    cut_out: dict[int, list[str]] = {}
    places = list(range(found.start))
    for index in range(found.start, found.end):
        block, here = _unlinked(blocks[index]), cuts.get(index, [])
        if index in inside:
            places.append(len(mended) - 1)
            continue
        places.append(len(mended))
        if index in quotes:
            block = block._replace(kind="quote")
        if index in items:
            block, here = items[index], []
        if index in stanzas:
            block, here = joined(blocks[stanzas[index].start : stanzas[index].stop]), []
        pieces = _pieces(block, found.labels[index], without(block.text, here), as_it_is=as_it_is)
        origins = _pieces_of(block, here, [piece for piece, _ in pieces]) if here else []
        for cut, piece in zip(here, origins, strict=True):
            cut_out.setdefault(len(mended) + piece, []).append(block.text[cut.start : cut.end])
        mended += [piece for piece, _ in pieces]
        labels += [label for _, label in pieces]
    located = found._replace(labels=labels + found.labels[found.end :], end=len(mended))
    places += range(len(mended), len(mended) + len(blocks) - found.end + 1)
    return Mended(mended + list(blocks[found.end :]), located, cut_out, places)


def _unlinked(block: Block) -> Block:
    """The block as heading without the wiki's link to edit its section."""
    text = without_edit_link(block.text) if len(block.text) <= HEADING_MOST else block.text
    return block if text is block.text else block._replace(text=text, folded=fold(text), kind="heading")


def _is_about_signs(story: Sequence[Block]) -> bool:
    """Whether the story is about markup or code. Tested only if something looks like a residue."""
    signs = any("&" in block.text or "\\" in block.text or "<" in block.text for block in story)
    return signs and any(block.kind == "code" or is_about_signs(block.text) for block in story)


def _unreadable(blocks: Sequence[Block], found: Located) -> list[Label]:
    """Labels with mojibake and repeated paragraphs set aside."""
    labels = list(found.labels)
    seen: set[str] = set()
    for index in range(found.start, found.end):
        folded = blocks[index].folded
        if labels[index].role != "body":
            continue
        if is_garbled(blocks[index].text):
            labels[index] = GARBLED
        elif len(folded) >= TWICE and "。" in folded:
            if folded in seen:
                labels[index] = AGAIN
            seen.add(folded)
    return labels


def _pieces_of(block: Block, cuts: Sequence[Cut], pieces: Sequence[Block]) -> list[int]:
    """For each cut, the index of the part it was removed from."""
    ends = list(accumulate(len("".join(piece.text.split())) for piece in pieces))
    answer, gone, kept, last = [], 0, 0, 0
    for cut in cuts:
        kept += len("".join(block.text[last : cut.start].split()))
        last = cut.end
        while gone < len(ends) - 1 and kept > ends[gone]:
            gone += 1
        answer.append(gone)
    return answer


def _cuts(blocks: Sequence[Block], found: Located, spared: frozenset[str]) -> dict[int, list[Cut]]:
    """Injected pieces by block; line feeds between blocks prevent matches across them."""
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
        here = [cut for cut in here if line_key(blocks[index].text[cut.start : cut.end]) not in spared]
        if here:
            cuts[index] = here
        offset += size + 1
    return cuts


def _pieces(block: Block, label: Label, text: str, *, as_it_is: bool) -> list[tuple[Block, Label]]:
    """The repaired block, or its parts; `as_it_is`: no sign in it is certainly a residue."""
    if block.kind == "quote" or block.folded.startswith("※"):
        return [(_with_text(block._replace(kind="quote"), line), label) for line in parts(text, fold(text))]
    if label.role == "body" and is_endless(text):
        return [
            (_with_text(Block("", "", piece.kind), without_residues(piece.text)), as_label(piece))
            for piece in split(text)
        ]
    return [(_with_text(block, text if as_it_is else without_residues(text)), label)]


def _with_text(block: Block, text: str) -> Block:
    """The block, copied if the text differs."""
    return block if text == block.text else block._replace(text=text, folded=fold(text))
