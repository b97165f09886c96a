"""Synthetic pages: furniture of a real page around a body of another kind.

A collection of news has few verses, lists, notices of one sentence or posts without punctuation. What tells them is what
tells any body: where it stands. So the body of each page is shortened, cut into lines, robbed of its punctuation, turned
into lists, or interrupted, and the furniture around it stays.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.text.fold import fold

PARAGRAPH = 30
_CLAUSE = re.compile(r"[^,，。！？!?；;、：:.…]+[,，。！？!?；;、：:.…”」]*")
_MARKS = re.compile("[，。！？；、：…“”「」]")

Rows = list[tuple[Block, bool]]
Made = tuple[Page, NDArray[np.float32]]


def variants(page: Page, wanted: NDArray[np.float32], seed: str) -> Iterator[Made]:
    """Pages made of one, each with which of its blocks are the body's; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    body = [index for index in range(len(page.blocks)) if wanted[index]]
    if len(body) < 2:
        return
    paragraphs = [index for index in body if len(page.blocks[index].text) >= PARAGRAPH] or body
    few = set(paragraphs[: chance.choice([1, 1, 2, 3])])
    yield _made(page, wanted, lambda index, block: [(block, True)] if index in few else [])
    some, bare = set(paragraphs[: chance.randint(3, 9)]), chance.random() < 0.6
    yield _made(page, wanted, lambda index, block: _clauses(block, bare=bare)[:30] if index in some else [])
    mark = " " if chance.random() < 0.7 else "，"
    yield _made(page, wanted, lambda _, block: [(_with_text(block, _MARKS.sub(mark, block.text)), True)])
    late = set(body[int(len(body) * chance.choice([0.3, 0.5, 0.7])) :])
    yield _made(page, wanted, lambda index, block: _items(block) if index in late else [(block, True)])
    middle = set(body[len(body) // 3 : 2 * len(body) // 3])
    yield _made(page, wanted, lambda index, block: _items(block) if index in middle else [(block, True)])
    junk = [block for index, block in enumerate(page.blocks) if not wanted[index] and 6 <= len(block.text) <= 40]
    if junk and len(body) > 3:
        yield _interrupted(page, wanted, body, junk, chance)


def _interrupted(
    page: Page, wanted: NDArray[np.float32], body: Sequence[int], junk: Sequence[Block], chance: random.Random
) -> Made:
    """Furniture of the page itself between paragraphs of the body, in the body's own element."""
    between = {
        index: [chance.choice(junk)._replace(node=page.blocks[index].node) for _ in range(chance.randint(1, 3))]
        for index in chance.sample(body[1:-1], 2 if len(body) > 3 else 1)
    }
    return _made(
        page, wanted, lambda index, block: [(block, True), *((other, False) for other in between.get(index, ()))]
    )


def _made(page: Page, wanted: NDArray[np.float32], change: Callable[[int, Block], Rows]) -> Made:
    rows: Rows = []
    for index, block in enumerate(page.blocks):
        rows += change(index, block) if wanted[index] else [(block, False)]
    return replace(page, blocks=[block for block, _ in rows]), np.array([body for _, body in rows], np.float32)


def _with_text(block: Block, text: str) -> Block:
    return block._replace(text=text, folded=fold(text)) if fold(text).strip() else block


def _clauses(block: Block, *, bare: bool) -> Rows:
    """The block's clauses as lines, with or without their marks."""
    texts = [text.strip() for text in _CLAUSE.findall(block.text)] or [block.text]
    texts = [_MARKS.sub("", text) for text in texts] if bare else texts
    return [(_with_text(block, text), True) for text in texts if fold(text).strip()]


def _items(block: Block) -> Rows:
    """The block's first clauses as items of a list."""
    items = [row for row, _ in _clauses(block, bare=True)[:3]]
    return [(item._replace(tag="li", kind="list_item") if item.tag else item, True) for item in items]
