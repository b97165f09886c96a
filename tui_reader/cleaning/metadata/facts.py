"""Author, source, dates, category and URL of an article: all methods yield candidates, `weigh` decides."""

from dataclasses import dataclass
from datetime import datetime

from tui_reader.cleaning.markup.blocks import Page
from tui_reader.cleaning.metadata.authors import author_candidates
from tui_reader.cleaning.metadata.candidates import Weighed, key_of, weigh
from tui_reader.cleaning.metadata.paths import address, category
from tui_reader.cleaning.metadata.rows import Place, Rows
from tui_reader.cleaning.metadata.sources import source_candidates
from tui_reader.cleaning.metadata.stamps import find_stamps
from tui_reader.cleaning.patterns.forum_patterns import Mark
from tui_reader.text import names
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line


@dataclass(frozen=True, slots=True)
class Facts:
    """Metadata of the article; `rows`: blocks that a value was read from, paragraphs of the story among them.

    Every value is one line; dates are ISO 8601.
    """

    author: str | None = None
    source: str | None = None
    published: str | None = None
    updated: str | None = None
    category: str | None = None
    url: str | None = None
    rows: frozenset[int] = frozenset()


def find_facts(page: Page, place: Place, as_of: datetime | None, opening: Mark | None = None) -> Facts:
    """All metadata of the article. `opening`: author and time of a thread's first post."""
    rows = Rows.about(page, place, opening)
    stamps = find_stamps(rows, page, as_of)
    author = weigh(author_candidates(rows, page))
    source = weigh(source_candidates(rows, page))
    if author and source and _is_only_source(author, source):
        author = None
    return Facts(
        author=_value(author),
        source=_value(source),
        published=stamps.published,
        updated=stamps.updated,
        category=_line(page.declared.category or category(rows)),
        url=page.declared.url or address(rows),
        rows=rows.with_labelled(stamps.rows | _told(author) | _told(source)),
    )


def _is_only_source(author: Weighed, source: Weighed) -> bool:
    """Whether the author is only the outlet again; an office that issues a notice is both."""
    same = key_of(author.value) == key_of(source.value)
    return same and "issuer" not in author.evidence and not names.is_person(fold(author.value))


def _value(weighed: Weighed | None) -> str | None:
    return _line(weighed.value) if weighed else None


def _line(text: str | None) -> str | None:
    """The text on one line; None if empty."""
    return one_line(text) or None if text else None


def _told(weighed: Weighed | None) -> frozenset[int]:
    """Rows that support the value."""
    return weighed.blocks if weighed else frozenset()
