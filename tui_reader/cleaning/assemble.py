"""Labelled blocks → article, and a verdict for every block."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import accumulate, compress, repeat
from typing import NamedTuple, TypeVar

from tui_reader.cleaning.body import rules
from tui_reader.cleaning.body.classify import Located
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.runs import is_item
from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.markup.illustrations import pictures_of
from tui_reader.cleaning.markup.pictures import resolved
from tui_reader.cleaning.metadata.facts import Facts
from tui_reader.cleaning.patterns.numbering import counts_on
from tui_reader.cleaning.reasons import format_reason
from tui_reader.cleaning.repair.headings import series_of
from tui_reader.cleaning.repair.lists import items_in, labels_in
from tui_reader.cleaning.repair.repairs import INJECTED
from tui_reader.model import Article, Cleaned, Comment, Kind, Passage, Removed, Role, Verdict
from tui_reader.script.detect import script_of
from tui_reader.text.sanitize import one_line

_Value = TypeVar("_Value", Verdict, Removed)


_Row = tuple[Block, Label, list[str] | None]
"""A block, its label, and what was cut out of it."""


class Sorted(NamedTuple):
    """Results of all stages; `places` maps the original block numbers."""

    page: Page
    located: Located
    blocks: Sequence[Block]
    labels: Sequence[Label]
    facts: Facts
    comments: tuple[Comment, ...]
    cut_out: Mapping[int, list[str]]
    places: Sequence[int]


def assemble(found: Sorted, encoding: str) -> Cleaned:
    """The cleaning result."""
    rows = _with_apart(found) if found.page.apart else _rows(found)
    texts, roles = [row[0].text for row in rows], [row[1].role for row in rows]
    body = [row[:2] for row, role in zip(rows, roles, strict=True) if role == "body"]
    apart = {role: [texts[i] for i in _places(roles, role)] for role in ("deck", "caption", "image")}
    facts, passages = found.facts, _passages(body)
    article = Article(
        title=found.located.title.text,
        body=passages,
        script=script_of("\n".join(block.text for block, _ in body)),
        encoding=encoding,
        author=facts.author,
        source=facts.source,
        published=facts.published,
        updated=facts.updated,
        category=facts.category,
        url=facts.url,
        deck=_unique(apart["deck"]),
        captions=_unique(apart["caption"]),
        images=_images(found, apart["image"]),
        comments=found.comments,
        tags=found.page.declared.tags,
        removed=tuple(_made(Removed, *_removed(rows, texts, roles))),
        uncertain=found.located.worth.uncertain,
    )
    return Cleaned(article, tuple(_made(Verdict, texts, roles, _told(rows, roles, passages))))


def _images(found: Sorted, named: Sequence[str]) -> tuple[str, ...]:
    """URLs of the article's images in reading order, a document's own cover first; if a page shows none, the declared one."""
    page, roles = found.page, [label.role for label in found.labels]
    shown = pictures_of(page, roles, found.located.title.block, found.places.__getitem__)
    addresses = [resolved(address, page.declared.url, page.base) for address in shown]
    cover = page.declared.images if page.declared.is_own else ()
    return _unique([one_line(address) for address in (*cover, *(addresses or [*named, *page.declared.images]))])


def _told(rows: Sequence[_Row], roles: Sequence[Role], passages: Sequence[Passage]) -> list[str]:
    """Reasons as shown to users."""
    reasons = [row[1].reason for row in rows]
    for index, passage in zip(_places(roles, "body"), passages, strict=True):
        reasons[index] = format_reason(rows[index][1], passage.kind)
    return reasons


def _places(roles: Sequence[Role], role: Role) -> list[int]:
    return [index for index, found in enumerate(roles) if found == role] if role in roles else []


def _removed(
    rows: Sequence[_Row], texts: Sequence[str], roles: Sequence[Role]
) -> tuple[list[str], list[str], list[int], list[Kind]]:
    """Columns of Removed: dropped blocks, and fragments cut out of kept ones."""
    dropped = [role == "dropped" for role in roles]
    before = [0, *accumulate(role == "body" for role in roles)]
    gone = list(compress(rows, dropped))
    if not any(row[2] for row in rows):
        return (
            list(compress(texts, dropped)),
            [row[1].reason for row in gone],
            list(compress(before, dropped)),
            [row[0].kind or "paragraph" for row in gone],
        )
    pairs = list(_pieces_and_lines(rows, dropped))
    return (
        [texts[index] if text is None else text for index, text in pairs],
        [rows[index][1].reason if text is None else INJECTED for index, text in pairs],
        [before[index] for index, _ in pairs],
        ["paragraph" if text is not None else rows[index][0].kind or "paragraph" for index, text in pairs],
    )


def _pieces_and_lines(rows: Sequence[_Row], dropped: Sequence[bool]) -> Iterator[tuple[int, str | None]]:
    """(removed fragment, None for whole lines), by position."""
    for index, (row, gone) in enumerate(zip(rows, dropped, strict=True)):
        for piece in row[2] or ():
            yield index, piece
        if gone:
            yield index, None


def _rows(found: Sorted) -> list[_Row]:
    cuts = map(found.cut_out.get, range(len(found.blocks))) if found.cut_out else repeat(None)
    return list(zip(found.blocks, found.labels, cuts, strict=False))


def _with_apart(found: Sorted) -> list[_Row]:
    """All blocks, with the lines that markup set apart in their places."""
    rows, merged, last = _rows(found), list[_Row](), 0
    for line in found.page.apart:
        at = max(last, found.places[line.before])
        merged += rows[last:at]
        merged.append((Block(line.text, ""), Label(line.role, "apart", line.reason, 0.0), None))
        last = at
    return merged + rows[last:]


def _made(kind: type[_Value], *columns: Sequence[str | int]) -> list[_Value]:
    """A fast constructor for frozen dataclasses, one per row of `columns`: their own __init__ takes four times as long, and a page
    has a thousand lines.
    """
    made: list[_Value] = list(map(object.__new__, repeat(kind, len(columns[0])))) if columns else []
    for field, column in zip(fields(kind), columns, strict=False):
        deque(map(getattr(kind, field.name).__set__, made, column), maxlen=0)
    return made


def _passages(kept: Sequence[tuple[Block, Label]]) -> tuple[Passage, ...]:
    """Body passages; a short line between paragraphs is a heading, and so are lines of one form with text below each."""
    passages: list[Passage] = []
    items = [is_item(block.folded) for block, _ in kept]
    series, listed_below = series_of(kept) | frozenset(labels_in(kept)), items_in(kept)
    for index, (block, label) in enumerate(kept):
        listed = items[index] and any(items[max(index - 1, 0) : index] + items[index + 1 : index + 2])
        heads = index in series or (not listed and _stands_over(kept, index, passages))
        kind = "list_item" if index in listed_below else _kind(block, label, heads=heads)
        passages.append(Passage(block.kind or kind, block.text))
    return tuple(passages)


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
    return short and (
        label.category == "loose" or (label.category == "phrase" and block.folded[-1] in rules.HEADING_ENDS)
    )


def _unique(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
