"""Related articles: same subject, different story.

Candidates share a tag with the article, rare tags first. They are ranked by common character pairs, weighted by rarity
among the candidates. (97 pages split in halves: tags alone rank the other half first in 43 % of cases; of the halves
that tags find, pairs rank 62 % first.)
"""

import itertools
import sqlite3
import zlib
from collections import Counter
from contextlib import suppress
from math import log, sqrt
from typing import Final

from tui_reader.library import codec
from tui_reader.text.sketch import letters_of

MOST: Final = 4
"""Maximum number of related articles, listed below the text."""

_COMMON: Final = 2000
"""Tags with this many articles or more are ignored: too general to indicate a subject."""

_PER_TAG: Final = 40
_RANKED: Final = 40
"""Maximum candidates per tag (the latest), and maximum candidates whose texts are compared, about 1 ms each."""

_TAGS: Final = """
SELECT mine.tag, (SELECT count(*) FROM (SELECT 1 FROM worn WHERE worn.tag = mine.tag LIMIT ?)) AS articles
FROM worn AS mine JOIN tag ON tag.key = mine.tag JOIN article ON article.key = mine.article
WHERE mine.article = ? AND tag.fold <> article.source_fold
"""
_WITH_TAG: Final = "SELECT article FROM worn WHERE tag = ? ORDER BY article DESC LIMIT ?"
_STORY: Final = "SELECT article FROM story WHERE story = (SELECT story FROM story WHERE article = ?)"


def related(db: sqlite3.Connection, article_id: int) -> tuple[int, ...]:
    """Up to `MOST` article ids, most related first, at most one per story."""
    versions = {article_id, *(version for (version,) in db.execute(_STORY, (article_id,)))}
    candidates = [candidate for candidate in _candidates(db, article_id) if candidate not in versions][:_RANKED]
    pairs = {key: found for key in (article_id, *candidates) if (found := _pairs(db, key))}
    own = pairs.pop(article_id, None)
    if own is None or not pairs:
        return ()
    frequency = Counter(pair for found in pairs.values() for pair in found)
    weights = {pair: log(1 + len(pairs) / frequency[pair]) for pair in frequency}
    ranked = sorted(pairs, key=lambda key: (-_similarity(own, pairs[key], weights), -key))
    return _one_of_each_story(db, ranked)


def _candidates(db: sqlite3.Connection, article_id: int) -> list[int]:
    """Articles that share tags, by descending total weight (rarity) of the shared tags."""
    weights: Counter[int] = Counter()
    for tag, articles in db.execute(_TAGS, (_COMMON, article_id)).fetchall():
        if articles < _COMMON:
            for (candidate,) in db.execute(_WITH_TAG, (tag, _PER_TAG)):
                weights[candidate] += int(1000 * log(_COMMON / articles))
    return [candidate for candidate, _ in weights.most_common()]


def _pairs(db: sqlite3.Connection, article_id: int) -> frozenset[str]:
    """Overlapping character pairs of title and body; empty for a damaged article."""
    with suppress(zlib.error, ValueError):
        for (cleaned,) in db.execute("SELECT cleaned FROM content WHERE article = ?", (article_id,)):
            article = codec.read_article(cleaned)
            letters = letters_of((article.title or "", *(passage.text for passage in article.body)))
            return frozenset(map("".join, itertools.pairwise(letters)))
    return frozenset()


def _similarity(own: frozenset[str], other: frozenset[str], weights: dict[str, float]) -> float:
    """Weight of the common pairs, normalized by the length of `other`."""
    return sum(weights[pair] ** 2 for pair in own & other) / sqrt(sum(weights[pair] ** 2 for pair in other))


def _one_of_each_story(db: sqlite3.Connection, ranked: list[int]) -> tuple[int, ...]:
    stories: dict[tuple[str, int], int] = {}
    for article_id in ranked:
        found = db.execute("SELECT story FROM story WHERE article = ?", (article_id,)).fetchone()
        stories.setdefault(("alone", article_id) if found is None else ("story", found[0]), article_id)
    return tuple(stories.values())[:MOST]
