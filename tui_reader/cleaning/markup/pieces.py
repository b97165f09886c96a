"""Pieces of an HTML page → lines."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui_reader.cleaning.markup.marks import BREAK, CODE_END, CODE_START, LINE_END, LINE_START, NODE, PARTED, Piece
from tui_reader.cleaning.markup.programs import is_program, program_of
from tui_reader.cleaning.markup.unwrap import Row, unwrap
from tui_reader.text.han import ANY_HAN

SET_IN_LINES = 5
"""Minimum lines in one text node for its line feeds to be significant; editors wrap source in fewer."""
LOOK = 10_000
"""Characters of preformatted text that distinguish code from a post."""

_MARKS = re.compile(f"([{NODE}{BREAK}])")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_EDGES = re.compile(f"[{CODE_START}{CODE_END}]|[{LINE_START}{LINE_END}]+")
_WIDE = f"\u2018-\u201f\u2014\u2026\u3001-\u30ff{ANY_HAN}\uff01-\uff60\uffe0-\uffe6"
_AFTER_CLOCK = re.compile(rf"(?<=\d:\d\d){NODE}+(?=\d)")
"""An element that begins with a number directly after a time of day: a floor or a count, which the page sets apart by style."""
_VALUES = re.compile(rf"(?<=[\w)\]）]){NODE}*{PARTED}[{NODE}{PARTED}]*(?=[\w#(（\[])")
_AFTER_DATE = re.compile(
    rf"(?<=\d[-/.]\d)(?:{NODE}*{PARTED}[{NODE}{PARTED}]*)(?=\w)|(?<=\d[-/.:]\d\d)(?:{NODE}*{PARTED}[{NODE}{PARTED}]*)(?=\w)"
)
"""The same directly after a date or a time of day."""
_SENTENCE = re.compile(r"[。，！？；、]|[!?;] |, (?!\d)")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ROW = 80
"""Maximum characters of a row of values."""
_LINE_END = re.compile(f"(?<=[{_WIDE}])[ \t\r]*\n[ \t\r\n]*(?=[{_WIDE}])")
"""A line end between two full-width characters, which renders as nothing rather than a space."""


class Line(NamedTuple):
    """A block of the page: a line of a piece, or a whole table or code block."""

    text: str
    tag: str
    links: float
    region: int
    node: int = 0


def lines_of(piece: Piece) -> Iterator[Line]:
    """Lines of a piece, with the share of linked text; none if it is blank."""
    if piece.tag == "table" and "\n" in piece.text:
        yield Line(piece.text, piece.tag, 0.0, piece.region, piece.node)
    elif piece.tag in {"pre", "code"}:
        yield from _preformatted(piece.text, piece.tag, piece.region, piece.node)
    else:
        yield from _text_lines(*piece)


def _text_lines(text: str, linked: int, tag: str, region: int, node: int, kept: bool) -> Iterator[Line]:
    if NODE in text and ":" in text:
        text = _AFTER_CLOCK.sub(" ", text)
    if PARTED in text:
        text = _with_parted_values(text, tag)
    if BREAK not in text and (("\n" not in text) if kept else text.count("\n") < SET_IN_LINES):
        text = " ".join((_LINE_END.sub("", text) if "\n" in text else text).replace(NODE, "").split())
        if text:
            yield Line(text, tag, min(linked / len(text), 1.0), region, node)
        return
    set_in_lines = kept or (text.count("\n") >= SET_IN_LINES and any(map(_is_set_in_lines, _MARKS.split(text))))
    if not set_in_lines:  # then a source's own line feeds are spaces
        text = _LINE_END.sub("", text).replace("\n", " ")
    text = text.replace(NODE, "").replace(BREAK, "\n").strip()
    share = min(linked / len(text), 1.0) if linked else 0.0
    lines = _unwrapped(text) if set_in_lines else filter(None, _LINES.split(_SPACES.sub(" ", text)))
    yield from (Line(line, tag, share, region, node) for line in lines)


def _with_parted_values(text: str, tag: str) -> str:
    """Separate values of adjacent elements by spaces: everywhere in a short row without sentences, elsewhere after dates."""
    is_row = len(text) <= ROW and tag not in HEADINGS and not _SENTENCE.search(text)
    return (_VALUES if is_row else _AFTER_DATE).sub(" ", text).replace(PARTED, "")


def _is_set_in_lines(run: str) -> bool:
    """Whether a text node has significant line breaks, as forums style posts; then the whole piece does."""
    return run.count("\n") >= SET_IN_LINES and sum(map(bool, map(str.strip, run.split("\n")))) >= SET_IN_LINES


def _preformatted(text: str, tag: str, region: int, node: int) -> Iterator[Line]:
    """Code as one block with line breaks; a post as lines, joined if hard-wrapped."""
    if tag == "code" or is_program(text[:LOOK]):
        program = program_of(text)
        if program:
            yield Line(program, "code", 0.0, region, node)
        return
    text = _EDGES.sub(lambda found: "" if found.group()[0] in {CODE_START, CODE_END} else "\n", text)
    text = text.replace(NODE, "").replace(BREAK, "\n").expandtabs(4)
    yield from (Line(line, tag, 0.0, region, node) for line in _unwrapped(text))


def _unwrapped(text: str) -> Iterator[str]:
    """Lines of a text with significant line breaks, hard-wrapped ones joined."""
    rows, gap = [], False
    for line in text.split("\n"):
        stripped = _SPACES.sub(" ", line).strip()
        if stripped:
            rows.append(Row(stripped, gap))
        gap = not stripped
    return (row.text for row in unwrap(rows))
