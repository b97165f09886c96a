"""Stanzas of a dump: short lines in groups that blank lines separate become one block of verse a group.

Prose has longer lines, or a blank line after each; lists have numbers, figures and colons. A text without blank lines keeps its
lines as paragraphs: the end of a stanza is not marked.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui_reader.cleaning.body.locate import Located
from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN

LONGEST, FEWEST = 24, 2
"""Maximum characters of a verse; minimum verses of a stanza."""
STANZAS = 2
"""Minimum stanzas in a row."""
_NOT_VERSE = re.compile(rf"[:|@]|\d[\d.,%/]|[.。!?;…][^\"”’」』)]|[^{HAN}]{{12}}|\d{{1,3}}[.、)]|[-•●■◆▲*]\s?\S|https?")


def stanzas_of(page: Page, found: Located) -> dict[int, range]:
    """First block of each stanza in the body → the blocks of the stanza."""
    if page.tree is not None:
        return {}
    body = [index for index in range(found.start, found.end) if found.labels[index].role == "body"]
    if not body or not any(page.blocks[index].gap for index in body[1:]):
        return {}
    groups = list(_groups(page.blocks, body))
    verse = [_is_verse(page.blocks[group.start : group.stop]) for group in groups]
    return {group.start: group for group in _poems(groups, verse)}


def _groups(blocks: Sequence[Block], body: Sequence[int]) -> Iterator[range]:
    """Runs of body lines without a blank line or another block between them."""
    start = body[0]
    for above, index in pairwise([*body, -1]):
        if index != above + 1 or blocks[index].gap:
            yield range(start, above + 1)
            start = index


def _is_verse(rows: Sequence[Block]) -> bool:
    """Whether each row may be a verse."""
    return all(row.kind is None and len(row.folded) <= LONGEST and not _NOT_VERSE.search(row.folded) for row in rows)


def _poems(groups: Sequence[range], verse: Sequence[bool]) -> Iterator[range]:
    """The stanzas in runs of at least STANZAS; a single line counts only between two of them."""
    run: list[range] = []
    for group, is_verse in zip([*groups, range(0)], [*verse, False], strict=True):
        if is_verse:
            run.append(group)
            continue
        while run and len(run[-1]) < FEWEST:
            run.pop()
        while run and len(run[0]) < FEWEST:
            del run[0]
        if sum(len(each) >= FEWEST for each in run) >= STANZAS:
            yield from run
        run = []


def joined(rows: Sequence[Block]) -> Block:
    """One verse block of a stanza's rows, separated by line feeds."""
    text = "\n".join(row.text for row in rows)
    return rows[0]._replace(text=text, folded=fold(text), kind="verse")
