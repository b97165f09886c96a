"""Author candidates from markup: named elements, links to user pages, and declarations of the head."""

import re
from collections.abc import Iterator

from tui_reader.cleaning.markup.blocks import Block, Noted, Page
from tui_reader.cleaning.metadata import beside
from tui_reader.cleaning.metadata.author_weights import MAKERS, claim
from tui_reader.cleaning.metadata.candidates import Candidate, key_of
from tui_reader.cleaning.metadata.credits import joined, read_credits
from tui_reader.cleaning.metadata.rows import ABOVE, BELOW, BESIDE, Rows
from tui_reader.text import names
from tui_reader.text.fold import fold
from tui_reader.text.outlets import is_outlet

_LONGEST_ROW = 120
"""Maximum characters of a row that names the editor."""
_UNSEEN = 0.56
"""Factor for a declared author that no line of the page names: often the person who entered the page."""
_LONGEST_PLACE = 6
"""Rows below the body in which an author element still refers to this article."""


def noted(rows: Rows, page: Page) -> Iterator[Candidate]:
    """Elements named as author, and links to user pages."""
    notes = [note for note in page.notes if note.role in {"author", "member"}]
    away = {note.text for note in notes if note.role == "author" and not _position(rows, note)}
    below = {note.text for note in notes if note.role == "author" and note.block >= rows.place.end - 1}
    for note in notes:
        factor = _position(rows, note)
        if factor == BELOW and len(below) > 1:
            continue  # those who comment
        if not factor and note.role == "author" and len(away) == 1:
            factor = 0.8  # a profile box beside the story: the only author whom the page names
        if factor and (note.role == "author" or factor == BESIDE):
            yield from _named(note, factor)


def _position(rows: Rows, note: Noted) -> float:
    """Factor of a note by its position; 0 where it refers to other articles."""
    title = rows.place.title if rows.place.title >= 0 else rows.place.start - 3
    if title <= note.block <= rows.place.start:
        return BESIDE
    if title - 3 <= note.block < title:
        return ABOVE
    return BELOW if rows.place.end - 1 <= note.block < rows.place.end + _LONGEST_PLACE else 0.0


def _named(note: Noted, factor: float) -> Iterator[Candidate]:
    """Author candidates in the text of a noted element."""
    folded = fold(note.text)
    labelled = [credit for credit in read_credits(note.text, folded) if credit.role in MAKERS and credit.names]
    if labelled:
        yield claim(joined(labelled[0].names), "element", note.block, factor)
    else:
        yield from _unlabelled(note, factor)


def _unlabelled(note: Noted, factor: float) -> Iterator[Candidate]:
    """The beginning of an element's text, if it consists of names."""
    text = re.split(r"\s*[|｜·•/]\s*|\s(?=\d)|[\[(（【]", note.text)[0].strip(" ：:,，")
    key = fold(text)
    kind = "element" if note.role == "author" else "member"
    people = [word for word in text.split() if names.is_person(fold(word))]
    if names.are_people(key):
        yield claim(joined(re.split(r"[、,，&;；\s]+", text)), kind, note.block, factor)
    elif people:
        yield claim(joined(people), kind, note.block, factor)
    elif names.is_pen_name(key) and not is_outlet(key) and not beside.is_section(key):
        yield claim(text, f"pen {kind}", note.block, factor)


def declared(page: Page) -> Iterator[Candidate]:
    """Authors declared by the head, except outlets."""
    said = page.declared.author
    if not said:
        return
    value = person(said)
    key = fold(value) if value else ""
    site = key_of(page.declared.site or page.declared.source or "")
    if value and not is_outlet(key) and not (site and key_of(value) in site):
        rows_with = [block for block in page.blocks if key in block.folded]
        if any(_is_edited_by(key_of(value), block) for block in rows_with):
            return
        shown = bool(rows_with) or page.declared.is_writer or read_credits(said, fold(said))
        yield claim(value, "declared" if names.are_people(key) else "pen declared", factor=1.0 if shown else _UNSEEN)


def _is_edited_by(key: str, block: Block) -> bool:
    """Whether any row names the person as editor."""
    said = read_credits(block.text, block.folded) if len(block.folded) <= _LONGEST_ROW else ()
    return any(key in map(key_of, credit.names) for credit in said if credit.role in {"editor", "photo"})


def person(declared: str) -> str | None:
    """Names in a declared author (記者林悅／台南報導, By Kevin Chen); None without a name."""
    declared = declared.strip()
    folded = fold(declared)
    for credit in read_credits(declared, folded):
        if credit.role in MAKERS and credit.names:
            return joined(credit.names)
    if names.are_people(folded):
        return joined([declared[start:end] for start, end in names.parts(folded)])
    parts = [declared[start:end].strip() for start, end in names.parts(folded)]
    if parts and names.is_person(fold(parts[0])) and re.search("记者|报[道导]|综合|编辑", folded):
        return parts[0]
    return declared if names.is_latin(folded) or names.is_pen_name(folded) else None
