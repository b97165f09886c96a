"""List items in plain text: recognized by their bullets, which are removed.

One line that begins with a dash may be speech; a list has several. A marked line with text below it is a heading (`headings`).
Numbers stay, because the text may refer to them. Documents with markup (HTML, Markdown) mark their items themselves.
"""

import re
from collections.abc import Sequence

from tui_reader.cleaning.body.locate import Located
from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.patterns.numbering import step_rows
from tui_reader.cleaning.repair.headings import series_of
from tui_reader.text.fold import fold

LEAST_ITEMS = 2
"""Minimum lines with the same bullet."""

_BULLET = re.compile(r"[-*+•●○▪■◆·–][ \t]+(?=\S)")


def list_items(page: Page, found: Located) -> dict[int, Block]:
    """Block number → item without its bullet; the line below the number of a step is an item too."""
    body = [index for index in range(found.start, found.end) if found.labels[index].role == "body"]
    steps = {body[row + 1] for row in step_rows([page.blocks[index].folded for index in body]) if row + 1 < len(body)}
    items = {index: page.blocks[index]._replace(kind="list_item") for index in steps if not page.blocks[index].kind}
    return items if page.tree is not None else items | _with_bullets(page, found, body)


def _with_bullets(page: Page, found: Located, body: Sequence[int]) -> dict[int, Block]:
    by_bullet: dict[str, list[int]] = {}
    for index in body:
        block = page.blocks[index]
        if block.kind is None and _BULLET.match(block.text):
            by_bullet.setdefault(block.text[0], []).append(index)
    heads = {body[place] for place in series_of([(page.blocks[index], found.labels[index]) for index in body])}
    listed = [index for indices in by_bullet.values() if len(indices) >= LEAST_ITEMS for index in indices]
    return {index: _item(page.blocks[index]) for index in listed if index not in heads}


def _item(block: Block) -> Block:
    text = _BULLET.sub("", block.text, count=1)
    return block._replace(text=text, folded=fold(text), kind="list_item")
