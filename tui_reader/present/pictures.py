"""Pictures among the lines of a page: each above its caption, or at the end of the article's text."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.present.lines import PageLine, Span
from tui_reader.present.thread import COMMENT_STYLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.present.page import Page

TALLEST = 24
"""Maximum lines of a picture: with its caption it fits into a usual terminal."""


class Size(NamedTuple):
    """Size of a picture on the screen, in cells and lines."""

    cells: int
    lines: int


class PlacedPicture(NamedTuple):
    """A picture in its size. `number`: index among the article's images, None if it is not one of these."""

    size: Size
    number: int | None = None


def size_in(width: int, height: int, measure: int) -> Size:
    """Size of a picture of `width` × `height` pixels in a column. A cell is twice as high as wide, and about 8 pixels wide."""
    cells = max(min(measure, -(-width // 8)), 1)
    lines = max(round(cells * height / width / 2), 1)
    if lines > TALLEST:
        cells, lines = max(round(cells * TALLEST / lines), 1), TALLEST
    return Size(cells, lines)


def illustrated(page: Page, pictures: Sequence[PlacedPicture], images: int) -> Page:
    """The page with lines for these pictures. `images`: number of the article's images.

    With as many captions as images each picture is above its caption; else all are above the first caption, or below
    the text.
    """
    captions = [number for number, piece in enumerate(page.pieces) if piece.look == "caption"]
    blocks = list(page.blocks)
    below: list[PageLine] = []
    for index, (size, number) in reversed(list(enumerate(pictures))):
        if number is not None and len(captions) == images:
            blocks[captions[number]] = (*_lines(index, size, 0), *blocks[captions[number]])
        elif captions:
            blocks[captions[0]] = (*_lines(index, size, 0), PageLine((), 0), *blocks[captions[0]])
        else:
            end = len(page.pieces[_last_text(page)].text)
            below = [*_lines(index, size, end), PageLine((), end), *below]
    if below:
        last = _last_text(page)
        apart = [PageLine((), below[0].start)] if blocks[last] and blocks[last][-1].spans else []
        blocks[last] = (*blocks[last], *apart, *below)
    return replace(page, blocks=tuple(blocks), starts=tuple(accumulate(map(len, blocks), initial=0)))


def _lines(index: int, size: Size, start: int) -> list[PageLine]:
    span = Span(" " * size.cells, "picture")
    return [PageLine((span,), start, picture=(index, row)) for row in range(size.lines)]


def _last_text(page: Page) -> int:
    """Number of the last piece before the comments."""
    before = (number for number, piece in enumerate(page.pieces) if piece.look in {*COMMENT_STYLES, "rule"})
    return max(next(before, len(page.pieces)) - 1, 0)
