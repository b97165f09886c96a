"""Highlights: their positions on a page, and panel rows."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.model import COLOURS, PART
from tui_reader.present.decorations import Decorations, merged
from tui_reader.present.place import anchor_of
from tui_reader.present.rows import BOOKMARKED, PASSAGES
from tui_reader.present.selection import NO_TEXT, Place, TextSelection, selection_decorations
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tui_reader.model import PassageMark, Row
    from tui_reader.present.page import Page

NOTE = "✎"
"""Sign before a highlight's note."""

LOOKS = {colour: "marked" if colour == COLOURS[0] else f"marked-{colour}" for colour in COLOURS}
"""Decoration styles by colour; each differs by its line or by reverse video, too."""


class PlacedMark(NamedTuple):
    """A highlight and its position on a page, in shown offsets."""

    mark: PassageMark
    choice: TextSelection


def place_marks(page: Page, marks: Iterable[PassageMark]) -> tuple[PlacedMark, ...]:
    """The highlights whose text is on the page, in order; others were removed by re-cleaning."""
    found = ((mark, _stretch(page, mark)) for mark in marks)
    return tuple(sorted((PlacedMark(mark, choice) for mark, choice in found if choice), key=lambda it: it.choice))


def _stretch(page: Page, mark: PassageMark) -> TextSelection | None:
    first, *others = mark.text.split(PART)
    piece, offset = anchor_of(page.written, mark.position)
    offset = max(offset, 0)
    text = page.written[piece].text
    while others and text.startswith(first + PART + others[0], offset):  # empty line within code
        first += PART + others.pop(0)
    if not text.startswith(first, offset):
        return None
    last, end = piece, offset + len(first)
    for number in range(piece + 1, len(page.written)):
        if others and page.written[number].text.startswith(others[0]):
            last, end = number, len(others.pop(0))
        elif page.written[number].look not in NO_TEXT:
            break
    return TextSelection(_shown(page, piece, offset), _shown(page, last, end))


def _shown(page: Page, piece: int, offset: int) -> Place:
    return Place(piece, page.shown_at(piece, offset))


def highlight_decorations(page: Page, marks: Sequence[PlacedMark]) -> Decorations:
    return merged(
        {
            str(number): selection_decorations(page, mark.choice, LOOKS.get(mark.mark.colour, "marked"))
            for number, mark in enumerate(marks)
        }
    )


def next_after(marks: Sequence[PlacedMark], place: Place) -> int | None:
    """Index of the first highlight after a place, wrapping around; None without highlights."""
    if not marks:
        return None
    return bisect_right([mark.choice.start for mark in marks], place) % len(marks)


class MarkRow(NamedTuple):
    """A panel row: an article's title, or one of its highlights."""

    text: str
    article_id: int
    mark: PassageMark | None = None


def mark_rows(
    marks: Iterable[PassageMark], rows: Mapping[int, Row], first: int | None, reword: Callable[[str, Row], str]
) -> tuple[MarkRow, ...]:
    """Panel rows: articles with their highlights below; `first` on top, then by newest highlight or bookmark.

    `rows`: all articles to list, in that order; `reword` converts a text of an article.
    """
    of: dict[int, list[PassageMark]] = {article_id: [] for article_id in rows}
    for mark in marks:
        if mark.article_id in of:
            of[mark.article_id].append(mark)
    order = sorted(rows, key=lambda article_id: article_id != first)
    return tuple(line for article_id in order for line in _lines(rows[article_id], of[article_id], reword))


def _lines(row: Row, marks: list[PassageMark], reword: Callable[[str, Row], str]) -> list[MarkRow]:
    title = f"{BOOKMARKED if row.bookmarked else ' '} {one_line(reword(row.title, row)) or '(untitled)'}"
    in_place = sorted(marks, key=lambda mark: (mark.passage, mark.offset))
    passages = (
        MarkRow(f"  {describe_highlight(mark, reword(mark.text, row))}", row.article_id, mark) for mark in in_place
    )
    return [MarkRow(title, row.article_id), *passages]


def describe_highlight(mark: PassageMark, text: str) -> str:
    """A highlight on one line: note, and `text` as shown."""
    note = f"{NOTE} {mark.note} · " if mark.note else ""
    return one_line(f"{sign_of(mark)} {note}{text}")


def sign_of(mark: PassageMark) -> str:
    """The sign of a highlight: with the number of its colour, unless that is the first one."""
    return PASSAGES if mark.colour not in COLOURS[1:] else f"{PASSAGES}{COLOURS.index(mark.colour) + 1}"


def matching_rows(rows: Sequence[MarkRow], needle: str) -> tuple[MarkRow, ...]:
    """The rows with a text in them, in either script, or below a title with it; and the titles above such rows."""
    from tui_reader.text.fold import fold  # noqa: PLC0415 - its table loads on first use

    wanted = fold(needle)
    has = [wanted in fold(row.text) for row in rows]
    titled = {row.article_id for row, found in zip(rows, has, strict=True) if found and row.mark is None}
    shown = titled | {row.article_id for row, found in zip(rows, has, strict=True) if found}
    return tuple(
        row
        for row, found in zip(rows, has, strict=True)
        if found or row.article_id in titled or (row.mark is None and row.article_id in shown)
    )
