"""Text selection: a part of an article as shown, by sentence or by mouse; copied text and quote cards.

Places are (piece, shown offset). A quote card has the form 「…」—— source, date, URL.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.model import PART, PassageMark
from tui_reader.present.decorations import Decoration
from tui_reader.present.display import quotes_of, text_converter
from tui_reader.present.place import Anchor, position_of
from tui_reader.text.moments import day_and_time
from tui_reader.text.sanitize import one_line
from tui_reader.typography import repaired

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.model import Article, Shown
    from tui_reader.present.decorations import Decorations
    from tui_reader.present.display import Converters
    from tui_reader.present.page import Page
    from tui_reader.present.pieces import BlockStyle, Piece

NO_TEXT: frozenset[BlockStyle] = frozenset({"meta", "tags", "rule", "reader"})
"""Styles of generated lines, which are not selectable."""

QUOTATION_MARKS: dict[Shown, tuple[str, str]] = {"cn": ("“", "”"), "tw": ("「", "」"), "hk": ("「", "」")}
"""Quotation marks of each wording; an article shown as written uses those of its script."""

_ENDS = "。！？!?…"
_CLOSES = "」』”’）)》〉】］\"'"


class Place(NamedTuple):
    """A piece's number and an offset into its text as shown."""

    piece: int
    offset: int


class TextSelection(NamedTuple):
    """From `start` up to, not including, `end`."""

    start: Place
    end: Place


@cache
def _sentence() -> re.Pattern[str]:
    """A sentence up to its final punctuation and closing marks, or to the line end; "." ends one only before a space."""
    return re.compile(
        f"(?:[^{_ENDS}.\n]|\\.(?![ \u3000]|$))+(?:[{_ENDS}.]+[{_CLOSES}]*)?|[{_ENDS}.]+[{_CLOSES}]*", re.MULTILINE
    )


def sentences(piece: Piece) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences of a piece; none where its style is not selectable."""
    if piece.look in NO_TEXT:
        return ()
    spans = (found.span() for found in _sentence().finditer(piece.text))
    return tuple((start, end) for start, end in (_without_spaces(piece.text, *span) for span in spans) if start < end)


def _without_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def sentence_at(page: Page, place: Place) -> TextSelection | None:
    """The sentence at a place, or the next one; the last one if none follows."""
    last = None
    for choice in _all(page):
        last = choice
        if choice.end > place:
            return choice
    return last


def neighbour(page: Page, choice: TextSelection, steps: int) -> TextSelection:
    """The sentence after or before the selection; the selection itself if there is none."""
    every = list(_all(page))
    after = [sentence for sentence in every if sentence.start >= choice.end]
    before = [sentence for sentence in every if sentence.end <= choice.start]
    if steps > 0:
        return after[0] if after else choice
    return before[-1] if before else choice


def extended(page: Page, choice: TextSelection, steps: int) -> TextSelection:
    """One sentence more at the end, or one less; at least one remains."""
    if steps > 0:
        return TextSelection(choice.start, max(neighbour(page, choice, 1).end, choice.end))
    inside = [sentence for sentence in _all(page) if choice.start <= sentence.start and sentence.end <= choice.end]
    return TextSelection(choice.start, inside[-2].end) if len(inside) > 1 else choice


def whole_pieces(page: Page, choice: TextSelection) -> TextSelection:
    """The selection widened to whole paragraphs."""
    first, last = choice.start.piece, choice.end.piece
    return TextSelection(Place(first, 0), Place(last, len(page.pieces[last].text)))


def drawn(one: Place, other: Place) -> TextSelection:
    """The selection between two places in any order."""
    return TextSelection(*sorted((one, other)))


def _all(page: Page) -> list[TextSelection]:
    return [
        TextSelection(Place(number, start), Place(number, end))
        for number, piece in enumerate(page.pieces)
        if page.blocks[number]  # not folded
        for start, end in sentences(piece)
    ]


def parts(page: Page, choice: TextSelection) -> tuple[tuple[int, int, int], ...]:
    """(piece, start, end) for each selected piece, without generated lines."""
    (first, start), (last, end) = choice
    found = (
        (number, start if number == first else 0, end if number == last else len(page.pieces[number].text))
        for number in range(first, last + 1)
        if page.pieces[number].look not in NO_TEXT
    )
    return tuple((number, begin, stop) for number, begin, stop in found if begin < stop)


def text_of(page: Page, choice: TextSelection) -> str:
    """The selected text as shown; paragraphs are separated by an empty line."""
    return PART.join(page.pieces[number].text[start:end].strip() for number, start, end in parts(page, choice))


def selection_decorations(page: Page, choice: TextSelection | None, look: str = "chosen") -> Decorations:
    if choice is None:
        return {}
    return {number: (Decoration(start, end, look),) for number, start, end in parts(page, choice)}


def carried(choice: TextSelection, before: Page, now: Page) -> TextSelection | None:
    """Map a selection to another page of the same article; None if the article changed."""
    if before.article_id != now.article_id or len(before.pieces) != len(now.pieces):
        return None

    def there(place: Place) -> Place:
        return Place(place.piece, before.worded[place.piece].in_other(place.offset, now.worded[place.piece]))

    return TextSelection(there(choice.start), there(choice.end))


def mark_of(page: Page, choice: TextSelection, note: str = "") -> PassageMark | None:
    """The selection as a highlight in source offsets; None if it contains no numbered passage."""
    found = parts(page, choice)
    if not found:
        return None
    number, start, _ = found[0]
    if page.written[number].passage is None:
        return None
    texts = [
        page.written[piece].text[page.written_at(piece, begin) : page.written_at(piece, stop)]
        for piece, begin, stop in found
    ]
    spaces = len(texts[0]) - len(texts[0].lstrip())
    position = position_of(page.written, Anchor(number, page.written_at(number, start) + spaces))
    lines = (text.strip() for text in texts)
    return PassageMark(page.article_id, position.passage, position.offset, PART.join(lines), note)


def card(text: str, article: Article, shown: Shown, reword: Sequence[str] = ()) -> str:
    """Quote card: quoted text, dash, source, title, date and URL, as far as known.

    `reword`: converted title and source; by default they stay as written.
    """
    opening, closing = QUOTATION_MARKS.get(shown) or (("“", "”") if article.script == "hans" else ("「", "」"))
    title, source = reword or (article.title or "", article.source or article.author or "")
    day = day_and_time(article.published or article.updated).partition(" ")[0]
    named = f"《{one_line(title)}》" if title else ""
    attribution = "，".join(filter(None, (one_line(source) + named, day, one_line(article.url or ""))))
    quoted = _inner(text.strip(), opening)
    return f"{opening}{quoted}{closing}" + (f"\n—— {attribution}" if attribution else "")


def worded_card(text: str, article: Article, shown: Shown, converters: Converters, *, repair: bool) -> str:
    """Quote card with converted title and source."""
    turn = text_converter(article, shown, converters)
    title, source = turn((article.title or "", article.source or article.author or ""))
    return card(text, article, shown, (repaired(title, quotes_of(article.script, shown)) if repair else title, source))


def _inner(text: str, opening: str) -> str:
    """Use inner quotation marks for quotations within the quotation."""
    inner = str.maketrans("“”", "‘’") if opening == "“" else str.maketrans("「」", "『』")
    return text.translate(inner)
