"""Labelled blocks → article, and a verdict for every block."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from itertools import repeat
from typing import NamedTuple, TypeVar

from tui_reader.cleaning.body import rules
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.runs import is_item
from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.markup.illustrations import pictures_of
from tui_reader.cleaning.markup.pictures import resolved
from tui_reader.cleaning.metadata.facts import Facts
from tui_reader.cleaning.patterns.numbering import counts_on
from tui_reader.cleaning.reasons import format_reason
from tui_reader.cleaning.repair.headings import ends_sentence, is_told_in_short_lines, series_of
from tui_reader.cleaning.repair.lists import items_in, labels_in
from tui_reader.cleaning.repair.repairs import INJECTED, Repaired
from tui_reader.model import Article, Cleaned, Comment, Kind, Passage, Removed, Role, Verdict
from tui_reader.script.detect import script_of
from tui_reader.text.sanitize import one_line

_Value = TypeVar("_Value", Verdict, Removed)
_TURN = re.compile(r"(?P<who>[^\s:,。]{1,8}):\s?(?=\S)")
"""Turn of a speaker: 问：有年轻人来学吗？"""


class _Row(NamedTuple):
    """A block, its label, and the fragments cut out of it."""

    block: Block
    label: Label
    cut_out: Sequence[str] = ()


class StageResults(NamedTuple):
    """What the stages found: the page as read, the repaired article, final labels of its blocks, metadata and comments."""

    page: Page
    repaired: Repaired
    labels: Sequence[Label]
    facts: Facts
    comments: tuple[Comment, ...]


def assemble(results: StageResults, encoding: str) -> Cleaned:
    """The article, with a verdict for each block of the page in reading order."""
    rows = _rows_with_apart(results) if results.page.apart else _rows(results)
    texts, roles = [row.block.text for row in rows], [row.label.role for row in rows]
    passages = _passages([(row.block, row.label) for row in rows if row.label.role == "body"])
    article = _article(results, rows, passages, encoding)
    return Cleaned(article, tuple(_construct(Verdict, texts, roles, _reasons(rows, roles, passages))))


def _article(results: StageResults, rows: Sequence[_Row], passages: tuple[Passage, ...], encoding: str) -> Article:
    facts, located = results.facts, results.repaired.located
    return Article(
        title=located.title.text,
        body=passages,
        script=script_of("\n".join(passage.text for passage in passages)),
        encoding=encoding,
        author=facts.author,
        source=facts.source,
        published=facts.published,
        updated=facts.updated,
        category=facts.category,
        url=facts.url,
        deck=_unique(_texts(rows, "deck")),
        captions=_unique(_texts(rows, "caption")),
        images=_images(results, _texts(rows, "image")),
        comments=results.comments,
        tags=results.page.declared.tags,
        removed=tuple(_removed(rows)),
        uncertain=located.worth.uncertain,
    )


def _texts(rows: Sequence[_Row], role: Role) -> list[str]:
    return [row.block.text for row in rows if row.label.role == role]


def _images(results: StageResults, image_urls: Sequence[str]) -> tuple[str, ...]:
    """URLs of the article's images in reading order, a document's own cover first. A page that shows none has those of its text
    (`image_urls`) and the declared ones.
    """
    page, repaired, roles = results.page, results.repaired, [label.role for label in results.labels]
    shown = pictures_of(page, roles, repaired.located.title.block, repaired.new_index.__getitem__)
    addresses = [resolved(address, page.declared.url, page.base) for address in shown]
    cover = page.declared.images if page.declared.is_own else ()
    return _unique([one_line(address) for address in (*cover, *(addresses or [*image_urls, *page.declared.images]))])


def _reasons(rows: Sequence[_Row], roles: Sequence[Role], passages: Sequence[Passage]) -> list[str]:
    """The reason of each row; for passages it depends on their kind."""
    reasons = [row.label.reason for row in rows]
    body = [index for index, role in enumerate(roles) if role == "body"]
    for index, passage in zip(body, passages, strict=True):
        reasons[index] = format_reason(rows[index].label, passage.kind)
    return reasons


def _removed(rows: Sequence[_Row]) -> Iterator[Removed]:
    """Dropped blocks and fragments cut out of kept ones, each with the number of passages before it."""
    passages = 0
    for block, label, cut_out in rows:
        for fragment in cut_out:
            yield Removed(fragment, INJECTED, passages)
        if label.role == "dropped":
            yield Removed(block.text, label.reason, passages, block.kind or "paragraph")
        passages += label.role == "body"


def _rows(results: StageResults) -> list[_Row]:
    blocks, _, cut_out, _ = results.repaired
    fragments = map(cut_out.get, range(len(blocks)), repeat(())) if cut_out else repeat(())
    return list(map(_Row, blocks, results.labels, fragments))


def _rows_with_apart(results: StageResults) -> list[_Row]:
    """All blocks, with the lines that markup set apart in their places."""
    rows, merged, last = _rows(results), list[_Row](), 0
    for line in results.page.apart:
        at = max(last, results.repaired.new_index[line.before])
        merged += rows[last:at]
        merged.append(_Row(Block(line.text, ""), Label(line.role, "apart", line.reason, 0.0)))
        last = at
    return merged + rows[last:]


def _construct(kind: type[_Value], *columns: Sequence[str | int]) -> list[_Value]:
    """Frozen dataclasses from columns of their fields. Four times as fast as their own __init__; a page has a thousand lines."""
    made: list[_Value] = list(map(object.__new__, repeat(kind, len(columns[0])))) if columns else []
    for field, column in zip(fields(kind), columns, strict=False):
        deque(map(getattr(kind, field.name).__set__, made, column), maxlen=0)
    return made


def _passages(kept: Sequence[tuple[Block, Label]]) -> tuple[Passage, ...]:
    """Body passages; a short line between paragraphs is a heading, and so are lines of one form with text below each."""
    passages: list[Passage] = []
    items = [is_item(block.folded) for block, _ in kept]
    series, listed_below = series_of(kept) | frozenset(labels_in(kept)), items_in(kept)
    told = is_told_in_short_lines([block.folded for block, _ in kept])
    for index, (block, label) in enumerate(kept):
        listed = items[index] and any(items[max(index - 1, 0) : index] + items[index + 1 : index + 2])
        heads = index in series or (
            not listed and not (told and ends_sentence(block.folded)) and _stands_over(kept, index, passages)
        )
        kind = "list_item" if index in listed_below else _kind(block, label, heads=heads)
        passages.append(Passage(block.kind or kind, block.text))
    return _with_turns([block.folded for block, _ in kept], passages)


def _with_turns(rows: Sequence[str], passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Passages with turns of one speaker (问：…) of one kind: paragraphs unless all of them are headings."""
    kinds: dict[str, set[Kind]] = defaultdict(set)
    speakers = [found["who"] if (found := _TURN.match(row)) else "" for row in rows]
    for who, passage in zip(speakers, passages, strict=True):
        kinds[who].add(passage.kind)
    mixed = {who for who, found in kinds.items() if who and {"heading", "paragraph"} <= found}
    return tuple(
        replace(passage, kind="paragraph") if who in mixed and passage.kind == "heading" else passage
        for who, passage in zip(speakers, passages, strict=True)
    )


def _stands_over(kept: Sequence[tuple[Block, Label]], index: int, passages: Sequence[Passage]) -> bool:
    """Whether a short line is a heading, by its neighbours. The first body line is one if its number continues below."""
    block, label = kept[index]
    if not _is_heading(block, label) or not any(_is_paragraph(*pair) for pair in kept[index + 1 : index + 3]):
        return False
    if not passages:
        return counts_on(block.folded, [below.folded for below, _ in kept[1:]])
    return passages[-1].kind == "heading" or _is_paragraph(*kept[index - 1])


def _kind(block: Block, label: Label, *, heads: bool) -> Kind:
    """Kind of a line by its form, where markup does not give it."""
    if heads:
        return "heading"
    return "list_item" if label.category == "loose" and is_item(block.folded) else "paragraph"


def _is_paragraph(block: Block, label: Label) -> bool:
    return label.category in {"prose", "unfinished"} and len(block.text) >= rules.LONG


def _is_heading(block: Block, label: Label) -> bool:
    short = len(block.text) <= rules.HEADING_MOST and any(character.isalnum() for character in block.text)
    announces = block.folded[-1] == ":" and "," in block.folded  # a clause before code or a list
    return (
        short
        and not announces
        and (label.category == "loose" or (label.category == "phrase" and block.folded[-1] in rules.HEADING_ENDS))
    )


def _unique(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
