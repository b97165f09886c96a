"""Topics by indicative words.

A word scores once for occurring and a little for each repetition; in the title as much as several words in the text. An
article has a topic if the score is high enough for its length: long texts contain words of every topic. The page's
category is not itself a topic, but lowers the score that a topic named by it needs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.tagging.declared import category_parts
from tui_reader.tagging.forms import signs
from tui_reader.tagging.spotting import TermMatcher, whole
from tui_reader.tagging.tables import rows
from tui_reader.text.fold import fold
from tui_reader.text.known_names import known_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.tagging.subject import Subject
    from tui_reader.text.known_names import KnownName

# Points: first occurrence in the text, each repetition up to SATURATED, occurrence in the title. `!` words count double.
WORD, AGAIN, IN_TITLE = 1.0, 0.5, 3.0
SATURATED = 5
TELLING = 2.0
# Minimum points of a text of USUAL characters; scaled by the square root of the length.
NEEDED = 6.0
USUAL = 500
# Minimum distinct words (a word in the title counts as two): a single repeated word may be figurative.
DIFFERENT = 3
# The same where the page's category names the topic: share of the points, and distinct words.
DECLARED, DECLARED_DIFFERENT = 0.4, 2
# Minimum score of a second topic relative to the first; of one that the title has a word of.
BESIDE, TITLED_BESIDE = 0.55, 0.4
# The best topic of an article that has no other: share of the points that do with so many distinct words (without one in the
# title), and distinct words that do with all points.
ALONE, ALONE_DIFFERENT = 0.75, 6
FEW_DIFFERENT = 2


class _Sign(NamedTuple):
    """Topics indicated by a word, with weights."""

    weights: tuple[tuple[str, float], ...]


@dataclass(slots=True)
class Score:
    """Evidence for a topic: points, distinct words (one in the title counts as two), any in the title, any with `!`."""

    points: float = 0.0
    different: int = 0
    titled: bool = False
    telling: bool = False

    def add(self, weight: float, points: float, *, titled: bool) -> None:
        """Add the points of one word of this weight; a word in the title counts as two distinct ones."""
        self.points += weight * points
        self.telling |= weight == TELLING
        self.different += 1 + titled
        self.titled |= titled


def topics(subject: Subject) -> list[str]:
    """Topics of the article, strongest first, in its script."""
    scores = _clear(subject, evidence(subject))
    best = max((score.points for score in scores.values()), default=0.0)
    near = [
        topic for topic, score in scores.items() if score.points >= best * (TITLED_BESIDE if score.titled else BESIDE)
    ]
    return [_names()[topic].written(subject.script) for topic in sorted(near, key=lambda topic: -scores[topic].points)]


def _clear(subject: Subject, scores: dict[str, Score]) -> dict[str, Score]:
    """Topics with enough points and distinct words; if none has, the best one may do with less."""
    needed = NEEDED * sqrt(max(1.0, subject.body / USUAL))
    declared = _declared(subject)
    clear: dict[str, Score] = {}
    for topic, score in scores.items():
        share, least = (DECLARED, DECLARED_DIFFERENT) if topic in declared else (1.0, DIFFERENT)
        if score.points >= share * needed and score.different >= least:
            clear[topic] = score
    best = max(scores, key=lambda topic: scores[topic].points, default="")
    if not clear and best and _is_enough_alone(scores[best], needed):
        return {best: scores[best]}
    return clear


def _is_enough_alone(score: Score, needed: float) -> bool:
    """Whether the best topic counts although it has too few points or too few distinct words."""
    if score.points >= needed:
        return score.different >= FEW_DIFFERENT
    return score.points >= ALONE * needed and score.different >= (DIFFERENT if score.titled else ALONE_DIFFERENT)


def evidence(subject: Subject) -> dict[str, Score]:
    """Scores of topics with a telling word or form: words of title and text, and the text's form."""
    in_title: set[str] = set()
    times: Counter[str] = Counter()
    found: dict[str, _Sign] = {}
    for start, end, sign in _spotter().hits(subject):
        word = subject.folded[start:end]
        found[word] = sign
        if subject.in_title(start):
            in_title.add(word)
        else:
            times[word] += 1
    scores: dict[str, Score] = defaultdict(Score)
    for word, sign in found.items():
        titled = word in in_title
        for topic, weight in sign.weights:
            scores[topic].add(weight, _worth(times[word]) + IN_TITLE * titled, titled=titled)
    for topic, points, different in signs(subject):
        scores[topic].points += points
        scores[topic].different += different
        scores[topic].telling = True
    return {topic: score for topic, score in scores.items() if score.telling}


def _worth(times: int) -> float:
    return (WORD + AGAIN * (min(times, SATURATED) - 1)) if times else 0.0


def _declared(subject: Subject) -> frozenset[str]:
    """Topics that a part of the page's category names."""
    parts = map(fold, category_parts(subject.article.category))
    return frozenset(_called()[part] for part in parts if part in _called())


@cache
def _called() -> dict[str, str]:
    """Folded names of topics, and words that indicate only one topic, each with its topic."""
    called = {fold(word): topic for topic, word, weight in _words() if weight == TELLING}
    return called | {fold(name): row.hans for row in _names().values() for name in row.names}


@cache
def _names() -> dict[str, KnownName]:
    return {row.hans: row for row in known_names() if row.kind == "topic"}


@cache
def _spotter() -> TermMatcher[_Sign]:
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for topic, word, weight in _words():
        weights[word][topic] = weight
    return TermMatcher(((word, _Sign(tuple(some.items()))) for word, some in weights.items()), whole)


def _words() -> Iterator[tuple[str, str, float]]:
    for topic, words in rows("topics.tsv", 2):
        for word in words.split():
            plain = word.removesuffix("!")
            if len(fold(plain)) > 1:
                yield topic, plain, 1.0 if word == plain else TELLING
