"""Author, source, dates, category and URL of an article: all methods yield candidates, `weigh` decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tui_reader.cleaning.markup.blocks import Declared, Page
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

SPARE = 24
"""Characters of labels, counts and buttons beside a value; a row with more other text than that is not only metadata."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Metadata of the article; `rows`: blocks that a value was read from, paragraphs of the story among them;
    `mixed`: those of them above the story with more other text than values, such as a notice's index number.

    Every value is one line; dates are ISO 8601.
    """

    author: str | None = None
    source: str | None = None
    published: str | None = None
    updated: str | None = None
    category: str | None = None
    url: str | None = None
    rows: frozenset[int] = frozenset()
    mixed: frozenset[int] = frozenset()


def find_facts(page: Page, place: Place, as_of: datetime | None, opening: Mark | None = None) -> Facts:
    """All metadata of the article. `opening`: author and time of a thread's first post."""
    rows = Rows.about(page, place, opening)
    stamps = find_stamps(rows, page, as_of)
    author = weigh(author_candidates(rows, page))
    source = weigh(source_candidates(rows, page))
    if author and source and _is_only_source(author, source):
        author = None
    shown = range(len(page.blocks))  # an element behind the last block has the next number
    used = rows.with_labelled((stamps.rows | _blocks_of(author) | _blocks_of(source)).intersection(shown))
    own = page.declared if page.declared.is_own else Declared()
    return Facts(
        author=own.author or _value(author),
        source=own.source or _value(source),
        published=own.published or stamps.published,
        updated=own.updated or stamps.updated,
        category=_line(page.declared.category or category(rows)),
        url=page.declared.url or address(rows),
        rows=used,
        mixed=frozenset(i for i in used if i < place.start and _is_mixed(rows, i, (author, source))),
    )


def _is_mixed(rows: Rows, index: int, values: Iterable[Weighed | None]) -> bool:
    """Whether more of a row is other text than dates and accepted values."""
    folded = rows.folded(index)
    used = sum(found.end - found.start for found in rows.blocks[index].dates)
    used += sum(len(value.value) for value in values if value and index in value.blocks)
    return sum(map(str.isalnum, folded)) - used > max(SPARE, used)


def _is_only_source(author: Weighed, source: Weighed) -> bool:
    """Whether the author is only the outlet again; an office that issues a notice is both."""
    same = key_of(author.value) == key_of(source.value)
    return same and "issuer" not in author.evidence and not names.is_person(fold(author.value))


def _value(weighed: Weighed | None) -> str | None:
    return _line(weighed.value) if weighed else None


def _line(text: str | None) -> str | None:
    """The text on one line; None if empty."""
    return one_line(text) or None if text else None


def _blocks_of(weighed: Weighed | None) -> frozenset[int]:
    """Blocks that the value was read from; none without a value."""
    return weighed.blocks if weighed else frozenset()
