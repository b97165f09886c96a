"""Who opened a page where others speak too: the first post of a thread, the first answer, an account's own story."""

import re

from tui_reader.cleaning.comments.answers import ends_answer, first_author
from tui_reader.cleaning.comments.post_headers import is_classic
from tui_reader.cleaning.metadata.rows import Rows
from tui_reader.cleaning.patterns import names
from tui_reader.cleaning.patterns.dates import find_dates
from tui_reader.cleaning.patterns.forum_patterns import rows_that_may_show
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.script.fold import fold

Pair = tuple[str | None, str | None]
"""Author and source."""


def opener(rows: Rows) -> Pair:
    """Who wrote a thread's first post, or gave the first answer."""
    if rows.opening and _is_near(rows):
        return rows.opening.author, None
    return (first_author(rows.blocks) if any(map(ends_answer, map(rows.folded, rows.tail))) else None), None


def _is_near(rows: Rows) -> bool:
    """Does a row about a post stand near the story?"""
    first = range(rows.place.start, min(rows.place.start + 2, rows.place.end))
    near = [rows.folded(i) for i in (*rows.zone, *first, *rows.tail)]
    return bool(rows_that_may_show(Lines(near))) or any(map(is_classic, near))


def original(rows: Rows) -> Pair:
    """原创 name account, in one row or in three: how an account says that it wrote the story itself."""
    for index in rows.zone:
        if not rows.folded(index).startswith("原创") or index <= rows.place.title:
            continue
        words = " ".join(rows.blocks[i].text for i in range(index, min(index + 3, rows.place.start))).split()
        if len(words) > 2 and fold(words[0]) == "原创" and all(map(_is_word, words[1:3])):
            return words[1], words[2]
    return None, None


def _is_word(word: str) -> bool:
    folded = fold(word)
    return (
        1 < len(folded) <= names.LONGEST_PAPER and not find_dates(folded) and re.search(r"[。,:!?\d]", folded) is None
    )
