"""List items in plain text: removes the bullet; the kind marks the item.

One line that begins with a dash may be speech; a list has several. A marked line with text below it is a heading (`headings`). Numbers stay, because the text may refer to them; in
Markdown, where they are markup too, they are removed.
"""

from tui_reader.cleaning.body.classify import Located
from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.markup.markdown import without_bullet, without_mark
from tui_reader.cleaning.repair.headings import series_of
from tui_reader.text.fold import fold

ENOUGH = 2
"""Minimum lines with the same bullet."""


def items_of(page: Page, found: Located) -> dict[int, Block]:
    """Block number → item text without its bullet."""
    if page.tree is not None:
        return {}
    body = [index for index in range(found.start, found.end) if found.labels[index].role == "body"]
    if page.markdown:
        marked = [index for index in body if page.blocks[index].kind == "list_item"]
        return {index: _item(page.blocks[index], without_mark(page.blocks[index].text)) for index in marked}
    signs: dict[str, list[int]] = {}
    for index in body:
        text = page.blocks[index].text
        if page.blocks[index].kind is None and without_bullet(text) != text:
            signs.setdefault(text[0], []).append(index)
    heads = {body[place] for place in series_of([(page.blocks[index], found.labels[index]) for index in body])}
    listed = [index for indices in signs.values() if len(indices) >= ENOUGH for index in indices if index not in heads]
    return {index: _item(page.blocks[index], without_bullet(page.blocks[index].text)) for index in listed}


def _item(block: Block, text: str) -> Block:
    return block._replace(text=text, folded=fold(text), kind="list_item")
