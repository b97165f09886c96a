"""Tags of an article: a few, as an editor would choose them.

`tags_for` takes the best results of four sources, the most specific first:

    names     people, companies, products, institutions and places of a table of names in the news (names.tsv)
    unlisted  names in no table: Latin ones in the title, people quoted in the text
    topics    subjects by indicative words (topics.tsv), counted over title and body
    declared  the page's own category and source

    spotting  terms with meanings, found in an article's text
    subject   title and text of an article, as written and folded
    tables    the tab-separated tables of this package

Matching uses folded text, so one table serves both scripts; tags are spelled as in the article. Only the beginning of a
long article is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.tagging.declared import category_tags, source_tags
from tui_reader.tagging.names import known_names
from tui_reader.tagging.subject import Subject
from tui_reader.tagging.topics import topics
from tui_reader.tagging.unlisted import unlisted_names
from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui_reader.model import Article

MOST = 7
# Maximum names and topics; more would be true, but not the article's subject.
MOST_NAMES = 4
MOST_TOPICS = 2


def tags_for(article: Article) -> tuple[str, ...]:
    """The document's own tags, and up to seven more in the article's script, distinct after folding."""
    subject = Subject.of(article)
    known = known_names(subject)
    weighed = [*known.names, *unlisted_names(subject, [one.tag for one in known.names] + known.places)]
    names = [one.tag for one in sorted(weighed, key=lambda one: -one.worth)][:MOST_NAMES]
    places = known.places or ([] if names else known.lead)
    source = source_tags(article.source)
    others = _distinct(
        [*names, *places, *topics(subject)[:MOST_TOPICS], *category_tags(article.category, article.source)]
    )
    return tuple(_distinct([*article.tags, *others[: MOST - len(source)], *source]))


def _distinct(tags: Iterable[str]) -> list[str]:
    """The tags without duplicates after folding, first spelling kept."""
    seen: dict[str, str] = {}
    for tag in tags:
        seen.setdefault(fold(tag), tag)
    return list(seen.values())
