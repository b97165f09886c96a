"""Pieces of an HTML page, and the lines that they stand for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui_reader.cleaning.markup.unwrap import Row, unwrap

NODE, BREAK = "\x1e", "\x1f"
"""In a piece's text: where an inline tag stood, and where a line break. Both are space to Python, and in no page."""
SET_IN_LINES = 5
"""Lines in one run of text from which its line feeds mean something; editors wrap sources less."""
CODE_HAN = 0.2
"""Share of Han characters from which preformatted text is a post and no program: programs have them in comments."""
LOOK = 10_000
"""Characters of preformatted text that tell a program from a post."""

_MARKS = re.compile(f"([{NODE}{BREAK}])")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_HAN = re.compile("[\u3400-\u9fff]")


class Piece(NamedTuple):
    """Text between two block-level tags, with NODE and BREAK in it. `linked`: characters in links; `region`: number of
    the innermost region; `node`: number of the innermost block-level element in the page's tree. A table's text is its
    cells, parted by tabs and line feeds.
    """

    text: str
    linked: int
    tag: str
    region: int
    node: int = 0


class Line(NamedTuple):
    """What is one block of the page: a line of a piece, or the whole of a table or a program."""

    text: str
    tag: str
    links: float
    region: int
    node: int = 0


def lines_of(piece: Piece) -> Iterator[Line]:
    """The lines of a piece, in order."""
    text, linked, tag, region, node = piece
    if tag == "table" and "\n" in text:
        yield Line(text, tag, 0.0, region, node)
        return
    if tag in {"pre", "code"}:
        yield from _preformatted(text, tag, region, node)
        return
    if BREAK not in text and text.count("\n") < SET_IN_LINES:
        text = " ".join(text.replace(NODE, "").split())
        if text:
            yield Line(text, tag, min(linked / len(text), 1.0), region, node)
        return
    set_in_lines = text.count("\n") >= SET_IN_LINES and any(map(_is_set_in_lines, _MARKS.split(text)))
    if not set_in_lines:  # then a source's own line feeds are spaces
        text = text.replace("\n", " ")
    text = text.replace(NODE, "").replace(BREAK, "\n").strip()
    share = min(linked / len(text), 1.0) if linked else 0.0
    lines = _unwrapped(text) if set_in_lines else filter(None, _LINES.split(_SPACES.sub(" ", text)))
    yield from (Line(line, tag, share, region, node) for line in lines)


def _is_set_in_lines(run: str) -> bool:
    """Does a run of text stand in lines of its own, as boards set posts by style sheet? Then all around it does."""
    return run.count("\n") >= SET_IN_LINES and sum(map(bool, map(str.strip, run.split("\n")))) >= SET_IN_LINES


def _is_program(head: str) -> bool:
    return len(_HAN.findall(head)) < CODE_HAN * len(head)


def _preformatted(text: str, tag: str, region: int, node: int) -> Iterator[Line]:
    """A program as one block, its line breaks kept; a post as lines, joined where they were cut at a fixed width."""
    text = text.replace(NODE, "").replace(BREAK, "\n").expandtabs(4)
    if tag == "code" or _is_program(text[:LOOK]):
        yield Line(text.strip("\n").rstrip(), "code", 0.0, region, node)
        return
    yield from (Line(line, tag, 0.0, region, node) for line in _unwrapped(text))


def _unwrapped(text: str) -> Iterator[str]:
    """The lines of a text that stands in lines, those joined that were cut at a fixed width."""
    rows, gap = [], False
    for line in text.split("\n"):
        stripped = _SPACES.sub(" ", line).strip()
        if stripped:
            rows.append(Row(stripped, gap))
        gap = not stripped
    return (row.text for row in unwrap(rows))
