"""An article → the few tags a person would give it.

`tags_for` asks four judges and takes from each its best, the most telling first:

    names     people, firms, products, bodies and places out of a table of names in the news (names.tsv)
    unlisted  names no table knows: Latin ones in the title, people who speak in the text
    topics    subjects, by words that tell them (topics.tsv), counted over title and body
    declared  what the page says of itself: its category, its source

Matching is done on folded text, so one table serves both scripts; a name is written as the article writes it. Only the
beginning of a long article is looked at: what an article is about stands there.
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
# Of the names and the topics so many at the most; what is over would be true, but not what the article is about.
MOST_NAMES = 4
MOST_TOPICS = 2


def tags_for(article: Article) -> tuple[str, ...]:
    """Up to seven tags in the article's own script, no two alike by fold; none for an article that tells nothing."""
    subject = Subject.of(article)
    known = known_names(subject)
    weighed = [*known.names, *unlisted_names(subject, [one.tag for one in known.names] + known.places)]
    names = [one.tag for one in sorted(weighed, key=lambda one: -one.worth)][:MOST_NAMES]
    places = known.places or ([] if names else known.lead)
    source = source_tags(article.source)
    others = _distinct(
        [*names, *places, *topics(subject)[:MOST_TOPICS], *category_tags(article.category, article.source)]
    )
    return tuple(_distinct([*others[: MOST - len(source)], *source]))


def _distinct(tags: Iterable[str]) -> list[str]:
    """The tags in order, the first spelling of each."""
    seen: dict[str, str] = {}
    for tag in tags:
        seen.setdefault(fold(tag), tag)
    return list(seen.values())
