"""The body of a document with structure of its own: a Markdown file, a mail.

Such a document usually holds one article and no furniture: its lists, tables, code, headings, quotations and short lines are the
author's. A page that a program converted to Markdown contains menus and link lists, and is judged like any page; the
two differ in links and phrases of sites.
"""

from collections.abc import Sequence

from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.worth import Worth, nothing
from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.metadata.bylines import is_byline
from tui_reader.cleaning.metadata.candidates import key_of, key_of_folded
from tui_reader.cleaning.metadata.title_text import plain
from tui_reader.cleaning.metadata.titles import Title, find_title

MOST_FURNITURE = 0.2
"""Maximum share of link lines outside sections, and of phrases of sites, in an author's document."""
FEW = 3
"""Such blocks that any document may have."""
LOOK_FORWARD = 8
"""Blocks at the beginning of a document one of which may be its title."""
SENTENCES = 40
"""Minimum characters of a paragraph that makes the headings below it those of sections."""
LEAST_TEXT = 8
"""Minimum characters of a body."""
GIVEN = Label("body", "loose", "part of the document, by its own structure", 0.0)
OF_SECTION = Label("dropped", "outside", "a list of links under a dropped heading", 0.0)
_KEPT = frozenset({"body", "caption"})
_STRUCTURE = frozenset({"list_item", "table", "code", "quote"})
_BY_FORM = frozenset({"row", "links", "date", "menu", "thread_row", "markup", "address", "marker"})
"""Categories that a rule assigns by a line's form alone; they describe pages."""


def is_authored(blocks: Sequence[Block], labels: Sequence[Label]) -> bool:
    """Whether a document is an author's rather than a converted page: it has few links outside sections, and phrases of sites."""
    size = sum(len(block.text) for block in blocks)
    return size >= LEAST_TEXT and _furniture(blocks, labels) <= max(FEW, MOST_FURNITURE * len(blocks))


def _furniture(blocks: Sequence[Block], labels: Sequence[Label]) -> int:
    """Number of link lines and phrases that look like a site's. A list of links in a section below prose is the author's, or is
    dropped with its heading.
    """
    count, has_prose, in_section = 0, False, False
    for block, label in zip(blocks, labels, strict=True):
        has_prose |= label.category == "prose"
        in_section = has_prose and (in_section or block.kind == "heading")
        if block.hints or (block.mostly_links and not (in_section and block.kind == "list_item")):
            count += 1
        elif not block.mostly_links and label.role in {"dropped", "comment"} and label.category not in _BY_FORM:
            count += block.kind not in _STRUCTURE
    return count


def document_body(page: Page, labels: Sequence[Label]) -> tuple[list[Label], int, int, Title, Worth]:
    """New labels, body `start` and `end` (exclusive), title and worth: all of the document below its title, but what phrases of
    sites speak against.
    """
    decided = document_labels(page.blocks, labels)
    first = next((index for index, label in enumerate(decided) if label.role == "body"), 0)
    title = document_title(page) or find_title(page, first)
    start, end = document_span(page.blocks, decided, title.block)
    refusal = None if start < end else nothing(page.blocks)
    return decided, start, end, title, Worth(refusal, uncertain=refusal is not None)


def document_title(page: Page) -> Title | None:
    """Title of a document: its own field as written, else the first heading near its beginning; None without either."""
    headings = [index for index, block in enumerate(page.blocks[:LOOK_FORWARD]) if block.kind == "heading"]
    if page.declared.is_own and page.declared.title:
        key = key_of(page.declared.title)
        same = [index for index, block in enumerate(page.blocks[:LOOK_FORWARD]) if key_of_folded(block.folded) == key]
        return Title(page.declared.title, same[0] if same else -1)
    tags = [page.blocks[index].tag for index in headings]
    first = headings[tags.index("h1")] if "h1" in tags else headings[0] if headings else -1
    if (
        "h1" not in tags
        and sum(block.tag == page.blocks[first].tag for block in page.blocks if block.kind == "heading") > 1
    ):
        return Title(None, -1)  # a section, as others are
    above = [block for block in page.blocks[: max(first, 0)] if len(block.text) >= SENTENCES]
    return Title(plain(page.blocks[first].text), first) if first >= 0 and not above else None


def document_labels(blocks: Sequence[Block], labels: Sequence[Label]) -> list[Label]:
    """Labels with all structure in the body. Phrases of sites stay dropped, and lists of links under a dropped heading."""
    decided: list[Label] = []
    section_dropped = False
    for block, label in zip(blocks, labels, strict=True):
        if block.kind == "heading":
            section_dropped = label.role == "dropped" and label.category not in _BY_FORM
        if section_dropped and block.mostly_links and block.kind != "heading":
            decided.append(OF_SECTION)
        elif _is_given(block, label):
            decided.append(label if label.role == "body" else GIVEN)
        else:
            decided.append(label)
    return decided


def _is_given(block: Block, label: Label) -> bool:
    """Whether a block is the author's: structure always, other lines unless a phrase speaks against them."""
    if block.hints:
        return False
    if block.kind in _STRUCTURE or label.role == "body":
        return True
    return label.category in _BY_FORM


def document_span(blocks: Sequence[Block], labels: Sequence[Label], title: int) -> tuple[int, int]:
    """Body `start` and `end` (exclusive): from the first line below block `title` that is more than date, byline or links, to
    the last kept one.
    """
    body = [index for index in range(title + 1, len(blocks)) if labels[index].role in _KEPT]
    while len(body) > 1 and (
        _is_metadata(blocks[body[0]]) or (not blocks[body[0]].kind and blocks[body[0]].mostly_links)
    ):
        body.pop(0)
    return (body[0], body[-1] + 1) if body else (0, 0)


def _is_metadata(block: Block) -> bool:
    """Whether a line is a date or byline; in a quotation one that does not introduce what is quoted (On 5 March … wrote:)."""
    may_be = block.kind is None or (block.kind == "quote" and block.folded[-1] != ":")
    return may_be and (block.is_date_row or is_byline(block.folded))
