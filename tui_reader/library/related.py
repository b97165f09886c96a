"""Related articles: same subject, different story.

Candidates share a tag with the article, rare tags first. They are compared by pairs of Han characters and by other words, weighted by
rarity among the candidates. What resembles the article too little is left out; less is enough if several tags are shared, or
one that both titles name. (235 pages: 39 related articles of 23 pages, of which 33 were judged right, 4 weak and 2 wrong.)
"""

import itertools
import re
import sqlite3
import zlib
from collections import Counter
from collections.abc import Collection
from contextlib import suppress
from math import log, sqrt
from typing import Final, NamedTuple

from tui_reader.library import codec
from tui_reader.text.fold import fold
from tui_reader.text.sketch import letters_of

MOST: Final = 4
"""Maximum number of related articles, listed below the text."""

_COMMON: Final = 2000
"""Tags with this many articles or more are ignored: too general to indicate a subject."""

_PER_TAG: Final = 40
_RANKED: Final = 40
"""Maximum candidates per tag (the latest), and maximum candidates whose texts are compared, about 1 ms each."""

_LEAST, _LEAST_NAMED = 0.05, 0.03
"""Similarities from which articles are related."""

_ASCII: Final = re.compile(r"[a-z0-9]{2,}")

_TAGS: Final = """
SELECT mine.tag, (SELECT count(*) FROM (SELECT 1 FROM worn WHERE worn.tag = mine.tag LIMIT ?)) AS articles
FROM worn AS mine JOIN tag ON tag.key = mine.tag JOIN article ON article.key = mine.article
WHERE mine.article = ? AND tag.fold <> article.source_fold
"""
_WITH_TAG: Final = "SELECT article FROM worn WHERE tag = ? ORDER BY article DESC LIMIT ?"
_SHARED: Final = """
SELECT fold FROM worn JOIN tag ON tag.key = worn.tag WHERE article = ? AND tag IN (SELECT tag FROM worn WHERE article = ?)
"""
_STORY: Final = "SELECT article FROM story WHERE story = (SELECT story FROM story WHERE article = ?)"


def related(db: sqlite3.Connection, article_id: int) -> tuple[int, ...]:
    """Up to `MOST` article ids, most related first, at most one per story."""
    versions = {article_id, *(version for (version,) in db.execute(_STORY, (article_id,)))}
    candidates = [candidate for candidate in _candidates(db, article_id) if candidate not in versions][:_RANKED]
    texts = {key: found for key in (article_id, *candidates) if (found := _text(db, key)) is not None}
    if article_id not in texts:
        return ()
    frequency = Counter(word for text in texts.values() for word in text.words)
    weights = {word: log(1 + len(texts) / frequency[word]) for word in frequency}
    own = texts.pop(article_id)
    likeness = {key: _similarity(own.words, text.words, weights) for key, text in texts.items()}
    enough = [
        key
        for key, found in likeness.items()
        if found >= _least(own.title, texts[key].title, _shared(db, article_id, key))
    ]
    return _one_of_each_story(db, sorted(enough, key=lambda key: (-likeness[key], -key)))


def _candidates(db: sqlite3.Connection, article_id: int) -> list[int]:
    """Articles that share tags, by descending total weight (rarity) of the shared tags."""
    weights: Counter[int] = Counter()
    for tag, articles in db.execute(_TAGS, (_COMMON, article_id)).fetchall():
        if articles < _COMMON:
            for (candidate,) in db.execute(_WITH_TAG, (tag, _PER_TAG)):
                weights[candidate] += int(1000 * log(_COMMON / articles))
    return [candidate for candidate, _ in weights.most_common()]


class _Text(NamedTuple):
    """Folded title, and what texts are compared by: pairs of Han characters, and other words of two letters or more."""

    title: str
    words: frozenset[str]


def _text(db: sqlite3.Connection, article_id: int) -> _Text | None:
    """None for a damaged article."""
    with suppress(zlib.error, ValueError):
        for (cleaned,) in db.execute("SELECT cleaned FROM content WHERE article = ?", (article_id,)):
            article = codec.read_article(cleaned)
            text = fold("\n".join((article.title or "", *(passage.text for passage in article.body))))
            letters = _ASCII.sub(" ", letters_of((text,)))
            pairs = (one + other for one, other in itertools.pairwise(letters) if one != " " and other != " ")
            return _Text(fold(article.title or ""), frozenset((*pairs, *_ASCII.findall(text))))
    return None


def _similarity(own: frozenset[str], other: frozenset[str], weights: dict[str, float]) -> float:
    """Cosine of the words' squared weights, 0 to 1."""

    def weight(words: frozenset[str]) -> float:
        return sum(weights[word] ** 2 for word in words)

    return weight(own & other) / sqrt(weight(own) * weight(other)) if own and other else 0.0


def _least(title: str, other: str, shared: Collection[str]) -> float:
    """The similarity from which two articles are related: less is enough with several tags in common, or one in both titles."""
    return _LEAST_NAMED if len(shared) > 1 or any(tag in title and tag in other for tag in shared) else _LEAST


def _shared(db: sqlite3.Connection, one: int, other: int) -> list[str]:
    return [folded for (folded,) in db.execute(_SHARED, (one, other))]


def _one_of_each_story(db: sqlite3.Connection, ranked: list[int]) -> tuple[int, ...]:
    stories: dict[tuple[str, int], int] = {}
    for article_id in ranked:
        found = db.execute("SELECT story FROM story WHERE article = ?", (article_id,)).fetchone()
        stories.setdefault(("alone", article_id) if found is None else ("story", found[0]), article_id)
    return tuple(stories.values())[:MOST]
