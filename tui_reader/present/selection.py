"""A choice: a part of an article as shown, sentence by sentence or as the mouse drew it; what of it is copied.

Places are (piece, offset into its text as shown). A quote card is what people paste: 「…」—— source, date, address.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.model import PART, PassageMark
from tui_reader.present.decorations import Decoration
from tui_reader.present.display import quotes_of, text_converter
from tui_reader.present.pieces import day_and_time
from tui_reader.present.place import Anchor, position_of
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
"""Looks of what is about the article: nobody quotes them."""

QUOTATION_MARKS: dict[Shown, tuple[str, str]] = {"cn": ("“", "”"), "tw": ("「", "」"), "hk": ("「", "」")}
"""Quotation marks of the wordings; an article shown as written has those of its script."""

_ENDS = "。！？!?…"
_CLOSES = "」』”’）)》〉】］\"'"


class Place(NamedTuple):
    """A piece's number and an offset into its text as shown."""

    piece: int
    offset: int


class TextSelection(NamedTuple):
    """From the first place up to the second, in reading order."""

    start: Place
    end: Place


@cache
def _sentence() -> re.Pattern[str]:
    """Up to its end mark with what closes after it, or to the end of a line; a point ends one only before a space."""
    return re.compile(
        f"(?:[^{_ENDS}.\n]|\\.(?![ \u3000]|$))+(?:[{_ENDS}.]+[{_CLOSES}]*)?|[{_ENDS}.]+[{_CLOSES}]*", re.MULTILINE
    )


def sentences(piece: Piece) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a piece begin and end; none where it has no text to quote."""
    if piece.look in NO_TEXT:
        return ()
    spans = (found.span() for found in _sentence().finditer(piece.text))
    return tuple((start, end) for start, end in (_without_spaces(piece.text, *span) for span in spans) if start < end)


def _without_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def sentence_at(page: Page, place: Place) -> TextSelection | None:
    """The sentence at a place, or the next after it; the last of all where none follows."""
    last = None
    for choice in _all(page):
        last = choice
        if choice.end > place:
            return choice
    return last


def neighbour(page: Page, choice: TextSelection, steps: int) -> TextSelection:
    """The sentence after the choice, or before it; the choice itself where there is none."""
    every = list(_all(page))
    after = [sentence for sentence in every if sentence.start >= choice.end]
    before = [sentence for sentence in every if sentence.end <= choice.start]
    if steps > 0:
        return after[0] if after else choice
    return before[-1] if before else choice


def extended(page: Page, choice: TextSelection, steps: int) -> TextSelection:
    """The choice with one sentence more at its end, or one less; one sentence stays."""
    if steps > 0:
        return TextSelection(choice.start, max(neighbour(page, choice, 1).end, choice.end))
    inside = [sentence for sentence in _all(page) if choice.start <= sentence.start and sentence.end <= choice.end]
    return TextSelection(choice.start, inside[-2].end) if len(inside) > 1 else choice


def whole_pieces(page: Page, choice: TextSelection) -> TextSelection:
    """The choice widened to the whole of the paragraphs it touches."""
    first, last = choice.start.piece, choice.end.piece
    return TextSelection(Place(first, 0), Place(last, len(page.pieces[last].text)))


def drawn(one: Place, other: Place) -> TextSelection:
    """What lies between two places, in whichever order they were touched."""
    return TextSelection(*sorted((one, other)))


def _all(page: Page) -> list[TextSelection]:
    return [
        TextSelection(Place(number, start), Place(number, end))
        for number, piece in enumerate(page.pieces)
        if page.blocks[number]  # else it is folded away
        for start, end in sentences(piece)
    ]


def parts(page: Page, choice: TextSelection) -> tuple[tuple[int, int, int], ...]:
    """The pieces the choice goes over, with where it begins and ends in the text of each; what is no text left out."""
    (first, start), (last, end) = choice
    found = (
        (number, start if number == first else 0, end if number == last else len(page.pieces[number].text))
        for number in range(first, last + 1)
        if page.pieces[number].look not in NO_TEXT
    )
    return tuple((number, begin, stop) for number, begin, stop in found if begin < stop)


def text_of(page: Page, choice: TextSelection) -> str:
    """What is chosen, as shown: no line breaks but those of the text, an empty line between paragraphs."""
    return PART.join(page.pieces[number].text[start:end].strip() for number, start, end in parts(page, choice))


def selection_decorations(page: Page, choice: TextSelection | None, look: str = "chosen") -> Decorations:
    """The choice on the screen."""
    if choice is None:
        return {}
    return {number: (Decoration(start, end, look),) for number, start, end in parts(page, choice)}


def carried(choice: TextSelection, before: Page, now: Page) -> TextSelection | None:
    """The choice on another page of the same article; None where the article is not the same any more."""
    if before.key != now.key or len(before.pieces) != len(now.pieces):
        return None

    def there(place: Place) -> Place:
        return Place(place.piece, before.worded[place.piece].in_other(place.offset, now.worded[place.piece]))

    return TextSelection(there(choice.start), there(choice.end))


def mark_of(page: Page, choice: TextSelection, note: str = "") -> PassageMark | None:
    """The choice as a mark in the source's own text; None where it holds nothing a position counts."""
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
    return PassageMark(page.key, position.passage, position.offset, PART.join(lines), note)


def card(text: str, article: Article, shown: Shown, reword: Sequence[str] = ()) -> str:
    """A quote card: the text in quotation marks, a dash, source, date and address, as far as known.

    `reword`: title and source in the wording shown, in this order; else they stand as written.
    """
    opening, closing = QUOTATION_MARKS.get(shown) or (("“", "”") if article.script == "hans" else ("「", "」"))
    title, source = reword or (article.title or "", article.source or article.author or "")
    day = day_and_time(article.published or article.updated).partition(" ")[0]
    named = f"《{one_line(title)}》" if title else ""
    told = "，".join(filter(None, (one_line(source) + named, day, one_line(article.url or ""))))
    quoted = _inner(text.strip(), opening)
    return f"{opening}{quoted}{closing}" + (f"\n—— {told}" if told else "")


def worded_card(text: str, article: Article, shown: Shown, converters: Converters, *, repair: bool) -> str:
    """The quote card of a text as shown: title and source in the same wording, the title's marks repaired if they are."""
    turn = text_converter(article, shown, converters)
    title, source = turn((article.title or "", article.source or article.author or ""))
    return card(text, article, shown, (repaired(title, quotes_of(article.script, shown)) if repair else title, source))


def _inner(text: str, opening: str) -> str:
    """Quotation marks inside others are the second kind."""
    inner = str.maketrans("“”", "‘’") if opening == "“" else str.maketrans("「」", "『』")
    return text.translate(inner)
