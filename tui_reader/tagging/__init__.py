"""Tags of an article: a few, as an editor would choose them.

`tags_for` takes the best results of three sources, the most specific first:

    names     people, companies, products, institutions and places of the table of names (text/known_names.tsv)
    unlisted  names in no table: Latin ones and institutions in the title, works in book-title marks
    people    people in no table
    topics    subjects by indicative words (topics.tsv), counted over title and body

    forms     topics by the form of a text: chapters, dialogue, code
    declared  the page's own category, which makes a topic more likely
    contexts  words around a name that decide whether it is meant
    spotting  terms with meanings, found in an article's text
    subject   title and text of an article, as written, folded and segmented
    tables    the tab-separated tables of this package

Matching uses folded text, so one table serves both scripts, and the words of the segmenter, so that no name is found
across words; tags are spelled in the article's script. Only the beginning of a long article is read. The source of an
article is not a tag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.tagging.names import known_names
from tui_reader.tagging.subject import Subject
from tui_reader.tagging.topics import topics
from tui_reader.tagging.unlisted import unlisted_names
from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui_reader.model import Article
    from tui_reader.tagging.names import Weighed

MOST = 7
# Maximum names and topics; more would be true, but not the article's subject.
MOST_NAMES = 4
# The same of names that are not in the title: beside names that are, and without any.
MOST_ASIDE, MOST_UNTITLED = 1, 2
MOST_TOPICS = 2
# Weight of a name that is not in the title, relative to the main one, at least: others only occur.
LEAST_ASIDE = 0.2


def tags_for(article: Article) -> tuple[str, ...]:
    """The document's own tags, and up to seven more in the article's script, distinct after folding."""
    subject = Subject.of(article)
    known = known_names(subject)
    weighed = [*known.names, *unlisted_names(subject, known.all)]
    names = _main(weighed)
    places = known.places or ([] if names else known.lead)
    own = fold(article.source or "")
    found = _distinct(tag for tag in (*names, *places, *topics(subject)[:MOST_TOPICS]) if fold(tag) != own)[:MOST]
    return tuple(_distinct([*article.tags, *found]))


def _main(names: list[Weighed]) -> list[str]:
    """The names of greatest weight: those of the title, and few others."""
    ordered = sorted(names, key=lambda one: -one.worth)
    least = LEAST_ASIDE * ordered[0].worth if ordered else 0
    aside = [one for one in ordered if not one.titled and one.worth >= least]
    chosen = aside[: MOST_ASIDE if any(one.titled for one in ordered) else MOST_UNTITLED]
    return [one.tag for one in ordered if one.titled or one in chosen][:MOST_NAMES]


def _distinct(tags: Iterable[str]) -> list[str]:
    """The tags without duplicates after folding, first spelling kept."""
    seen: dict[str, str] = {}
    for tag in tags:
        seen.setdefault(fold(tag), tag)
    return list(seen.values())
