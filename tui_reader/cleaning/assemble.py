"""Labelled blocks → the article and a verdict for every block."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui_reader.cleaning import rules
from tui_reader.cleaning.blocks import Block, Page
from tui_reader.cleaning.facts import Facts
from tui_reader.cleaning.judge import Label
from tui_reader.cleaning.reasons import told
from tui_reader.cleaning.repair import INJECTED
from tui_reader.cleaning.runs import is_item
from tui_reader.cleaning.titles import Title
from tui_reader.model import Article, Cleaned, Comment, Kind, Passage, Removed, Verdict
from tui_reader.script.detect import script_of

_SPACES = re.compile(r"\s+")


class Sorted(NamedTuple):
    """Everything the classifier found out."""

    page: Page
    title: Title
    blocks: Sequence[Block]
    labels: Sequence[Label]
    facts: Facts
    comments: tuple[Comment, ...]
    cut_out: Mapping[int, list[str]]


def assemble(found: Sorted, encoding: str) -> Cleaned:
    """The cleaner's answer."""
    body: list[tuple[Block, Label]] = []
    removed: list[Removed] = []
    apart: dict[str, list[str]] = {"deck": [], "caption": [], "image": []}
    for index, (block, label) in enumerate(zip(found.blocks, found.labels, strict=True)):
        removed += [Removed(text, INJECTED, len(body)) for text in found.cut_out.get(index, ())]
        if label.role == "body":
            body.append((block, label))
        elif label.role in apart:
            apart[label.role].append(block.text)
        elif label.role == "dropped":
            removed.append(Removed(block.text, label.reason, len(body), block.kind or "paragraph"))
    facts, passages = found.facts, _passages(body)
    article = Article(
        title=found.title.text,
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
        images=_unique([*apart["image"], *found.page.declared.images]),
        comments=found.comments,
        removed=tuple(removed),
    )
    kinds = iter(passage.kind for passage in passages)
    verdicts = tuple(
        Verdict(block.text, label.role, told(label, next(kinds) if label.role == "body" else None))
        for block, label in zip(found.blocks, found.labels, strict=True)
    )
    return Cleaned(article, verdicts)


def _passages(kept: Sequence[tuple[Block, Label]]) -> tuple[Passage, ...]:
    """The body; a short line is a heading where a paragraph stands before it and one comes after it."""
    passages: list[Passage] = []
    for index, (block, label) in enumerate(kept):
        after = kept[index + 1 : index + 3]
        between = bool(passages) and (passages[-1].kind == "heading" or _is_paragraph(*kept[index - 1]))
        heads = between and _is_heading(block, label) and any(_is_paragraph(*pair) for pair in after)
        passages.append(Passage(block.kind or _kind(block, label, heads=heads), block.text))
    return tuple(passages)


def _kind(block: Block, label: Label, *, heads: bool) -> Kind:
    """What the line looks like, for markup does not say."""
    if label.sort == "loose" and is_item(block.folded):
        return "list_item"
    return "heading" if heads else "paragraph"


def _is_paragraph(block: Block, label: Label) -> bool:
    return label.sort in {"prose", "unfinished"} and len(block.text) >= rules.LONG


def _is_heading(block: Block, label: Label) -> bool:
    short = len(block.text) <= rules.HEADING_MOST and any(character.isalnum() for character in block.text)
    return short and (label.sort == "loose" or (label.sort == "phrase" and block.folded[-1] in rules.HEADING_ENDS))


def _unique(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
