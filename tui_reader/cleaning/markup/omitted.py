"""Rows and words of a document that are no text of it: what a notation hides, and what the Markdown parser leaves out."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it.token import Token

COMMENT = "a comment or setting of the document"
DIRECTIVE = "a directive for the program that renders the document"
LINK_TITLE = "the title of a link or picture"
EMBEDDED = "a file embedded in the document"
DEFINITION = "the definition of a link"
UNUSED_NOTE = "a footnote without a reference"
TOO_DEEP = "text nested too deeply"
BEYOND = "a cell beyond the columns of its table"

_LEAVES = frozenset({"inline", "fence", "code_block", "html_block", "math_block", "hr", "table_open", "heading_open"})
"""Tokens whose rows are text, or lines and marks without words."""
_WORD = re.compile(r"\w")
_MARKS = " \t>*+-"
_CELL_EDGE = re.compile(r"(?<!\\)\|")
_UNUSED_NOTE = re.compile(r"\[\^[^\]\s]+\]:")
_DEFINITION = re.compile(r"\[[^\]]+\]:")


class Omitted(NamedTuple):
    """A text that is left out, its row in the rewritten document, and the reason."""

    row: int
    text: str
    reason: str


def has_words(text: str) -> bool:
    """Whether a text has letters, figures or Han characters."""
    return _WORD.search(text) is not None


def left_out(text: str, tokens: Sequence["Token"]) -> list[Omitted]:
    """Rows of a parsed document that are in no token with text: definitions of links, footnotes that nothing refers to, and what
    is nested more deeply than the parser reads; and cells of a row that are more than the table's head has.
    """
    rows = text.split("\n")
    is_read = bytearray(len(rows))
    for token in tokens:
        first, end = token.map or (0, 0)
        if token.type in _LEAVES:
            is_read[first : max(end, first + 1)] = b"\1" * (max(end, first + 1) - first)
        elif token.type == "admonition_open":
            is_read[first] = 1
    tables = [token.map for token in tokens if token.type == "table_open" and token.map]
    found: list[Omitted] = []
    for index in (i for i, row in enumerate(rows) if not is_read[i] and has_words(row)):
        row = rows[index].strip(_MARKS)
        goes_on = found and found[-1].row == index - 1 and found[-1].reason != TOO_DEEP
        found.append(Omitted(index, row, found[-1].reason if goes_on and not _DEFINITION.match(row) else _reason(row)))
    return [*found, *(cell for first, end in tables for cell in _beyond(rows, first, end))]


def _beyond(rows: Sequence[str], first: int, end: int) -> Iterator[Omitted]:
    """Cells of the rows `first` to `end` (exclusive), a table, that the first row has no column for."""
    columns = len(_cells(rows[first]))
    for index in range(first + 1, end):
        for cell in filter(has_words, _cells(rows[index])[columns:]):
            yield Omitted(index, cell.strip(), BEYOND)


def _cells(row: str) -> list[str]:
    return _CELL_EDGE.split(row.strip(_MARKS).removeprefix("|").removesuffix("|"))


def _reason(row: str) -> str:
    if _UNUSED_NOTE.match(row):
        return UNUSED_NOTE
    return DEFINITION if _DEFINITION.match(row) else TOO_DEEP
