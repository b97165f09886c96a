"""Text repairs: injected pieces and residues removed, endless paragraphs split, mojibake and repetitions set aside,
quotations marked.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from tui_reader.cleaning.body.doubled import AGAIN, second_paragraphs
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.locate import Located
from tui_reader.cleaning.body.rules import HEADING_MOST
from tui_reader.cleaning.comments.quotes import quote_lines, quoted
from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.repair.bullets import list_items
from tui_reader.cleaning.repair.garbled import is_garbled
from tui_reader.cleaning.repair.injection import Cut, find_in_folded, without
from tui_reader.cleaning.repair.paragraphs import as_label, is_endless, split
from tui_reader.cleaning.repair.residues import is_about_signs, without_edit_link, without_residues
from tui_reader.cleaning.repair.verse import joined, stanzas_of
from tui_reader.text.fold import fold, line_key

TEXT = frozenset({"body", "caption", "deck"})
GARBLED = Label("dropped", "garbled", "wrong encoding", 0.0)
INJECTED = "injected fragment (title or spam)"


class Repaired(NamedTuple):
    """The article after repairs, which split and join blocks.

    `blocks`, `located`: blocks of the whole page, and the article among them. `cut_out`: injected fragments by the number of the
    block that they were removed from. `new_index`: for each original block, and for the page's end, the number of the first block
    that it became.
    """

    blocks: list[Block]
    located: Located
    cut_out: Mapping[int, list[str]]
    new_index: Sequence[int]


class _Edits(NamedTuple):
    """What changes in the article, by original block number.

    `cuts`: injected fragments; `quotes`: quoting blocks; `items`: list items without bullets; `stanzas`: the blocks of each stanza,
    by its first one; `joined`: its other blocks. `keeps_signs`: apparent residues are the article's topic.
    """

    cuts: Mapping[int, list[Cut]]
    quotes: frozenset[int]
    items: Mapping[int, Block]
    stanzas: Mapping[int, range]
    joined: frozenset[int]
    keeps_signs: bool


class _Part(NamedTuple):
    """A block after repairs, its label, and the fragments cut out of it."""

    block: Block
    label: Label
    cut_out: list[str]


def repair(page: Page, located: Located, spared: frozenset[str] = frozenset()) -> Repaired:
    """Repair the article's text; blocks that split or join shift the following ones.

    Fragments whose `line_key` is in `spared` are not removed.
    """
    located = located._replace(labels=_without_unreadable(page.blocks, located))
    edits = _edits_of(page, located, spared)
    blocks, labels = list(page.blocks[: located.start]), located.labels[: located.start]
    cut_out: dict[int, list[str]] = {}
    new_index = list(range(located.start))
    for index in range(located.start, located.end):
        new_index.append(len(blocks) - (index in edits.joined))
        for part in _parts(page.blocks, located.labels[index], index, edits):
            if part.cut_out:
                cut_out[len(blocks)] = part.cut_out
            blocks.append(part.block)
            labels.append(part.label)
    end = len(blocks)
    new_index += range(end, end + len(page.blocks) - located.end + 1)
    blocks += page.blocks[located.end :]
    return Repaired(
        blocks, located._replace(labels=labels + located.labels[located.end :], end=end), cut_out, new_index
    )


def _edits_of(page: Page, located: Located, spared: frozenset[str]) -> _Edits:
    article = page.blocks[located.start : located.end]
    stanzas = stanzas_of(page, located)
    return _Edits(
        cuts=_cuts(page.blocks, located, spared),
        quotes=frozenset(located.start + index for index in quoted(article)),
        items=list_items(page, located),
        stanzas=stanzas,
        joined=frozenset(index for stanza in stanzas.values() for index in stanza[1:]),
        keeps_signs=_is_about_signs(article),
    )


def _parts(blocks: Sequence[Block], label: Label, index: int, edits: _Edits) -> list[_Part]:
    """What block `index` becomes: usually one part, none if an earlier block contains it."""
    if index in edits.joined:
        return []
    block, cuts = _unlinked(blocks[index]), edits.cuts.get(index, [])
    if index in edits.quotes:
        block = block._replace(kind="quote")
    if index in edits.items:
        block, cuts = edits.items[index], []
    if index in edits.stanzas:
        block, cuts = joined(blocks[edits.stanzas[index].start : edits.stanzas[index].stop]), []
    split_up = _split_up(block, label, without(block.text, cuts), keeps_signs=edits.keeps_signs)
    parts = [_Part(piece, piece_label, []) for piece, piece_label in split_up]
    if cuts:
        for cut, origin in zip(cuts, _origins(block, cuts, [part.block for part in parts]), strict=True):
            parts[origin].cut_out.append(block.text[cut.start : cut.end])
    return parts


def _unlinked(block: Block) -> Block:
    """The block as heading without the wiki's link to edit its section."""
    text = without_edit_link(block.text) if len(block.text) <= HEADING_MOST else block.text
    return block if text is block.text else block._replace(text=text, folded=fold(text), kind="heading")


def _is_about_signs(story: Sequence[Block]) -> bool:
    """Whether the story is about markup or code. Tested only if something looks like a residue."""
    signs = any("&" in block.text or "\\" in block.text or "<" in block.text for block in story)
    return signs and any(block.kind == "code" or is_about_signs(block.text) for block in story)


def _without_unreadable(blocks: Sequence[Block], located: Located) -> list[Label]:
    """Labels with mojibake and repeated paragraphs set aside."""
    labels, body = list(located.labels), range(located.start, located.end)
    for index in second_paragraphs(blocks, labels, body):
        labels[index] = AGAIN
    for index in body:
        if labels[index].role == "body" and is_garbled(blocks[index].text):
            labels[index] = GARBLED
    return labels


def _origins(block: Block, cuts: Sequence[Cut], parts: Sequence[Block]) -> list[int]:
    """For each cut, the index of the part it was removed from."""
    ends = list(accumulate(len("".join(part.text.split())) for part in parts))
    origins, part, kept, last = [], 0, 0, 0
    for cut in cuts:
        kept += len("".join(block.text[last : cut.start].split()))
        last = cut.end
        while part < len(ends) - 1 and kept > ends[part]:
            part += 1
        origins.append(part)
    return origins


def _cuts(blocks: Sequence[Block], located: Located, spared: frozenset[str]) -> dict[int, list[Cut]]:
    """Injected pieces by block; line feeds between blocks prevent matches across them."""
    text = [i for i in range(located.start, located.end) if located.labels[i].role in TEXT]
    title = located.title.text
    injected = find_in_folded(fold(title), "\n".join([blocks[i].folded for i in text])) if title else []
    if not injected:
        return {}
    offsets = accumulate((len(blocks[index].text) + 1 for index in text), initial=0)
    cuts = {index: _cuts_in(blocks[index].text, offset, injected) for index, offset in zip(text, offsets, strict=False)}
    return {
        index: kept
        for index, found in cuts.items()
        if (kept := [cut for cut in found if line_key(blocks[index].text[cut.start : cut.end]) not in spared])
    }


def _cuts_in(text: str, offset: int, cuts: Sequence[Cut]) -> list[Cut]:
    """Those of the cuts that are in `text`, which begins at `offset`; relative to its beginning."""
    inside = (cut for cut in cuts if offset <= cut.start < offset + len(text))
    return [Cut(cut.start - offset, cut.end - offset) for cut in inside]


def _split_up(block: Block, label: Label, text: str, *, keeps_signs: bool) -> list[tuple[Block, Label]]:
    """The block with the repaired `text`, or its parts, with labels. `keeps_signs`: residues are not removed."""
    if block.kind == "quote" or block.folded.startswith("※"):
        return [(_with_text(block._replace(kind="quote"), line), label) for line in quote_lines(text, fold(text))]
    if label.role == "body" and is_endless(text):
        return [
            (_with_text(Block("", "", piece.kind), without_residues(piece.text)), as_label(piece))
            for piece in split(text)
        ]
    return [(_with_text(block, text if keeps_signs else without_residues(text)), label)]


def _with_text(block: Block, text: str) -> Block:
    """The block, copied if the text differs."""
    return block if text == block.text else block._replace(text=text, folded=fold(text))
