"""Topics by indicative words.

A word scores once for occurring and a little for each repetition; in the title as much as several words in the text. An
article has a topic if the score is high enough for its length: long texts contain words of every topic.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.tagging.spotting import TermMatcher
from tui_reader.tagging.tables import rows
from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.tagging.subject import Subject

# Points: first occurrence in the text, each repetition up to SATURATED, occurrence in the title. `!` words count double.
WORD, AGAIN, IN_TITLE = 1.0, 0.5, 3.0
SATURATED = 5
TELLING = 2.0
# Minimum points of a text of USUAL characters; scaled by the square root of the length.
NEEDED = 5.0
USUAL = 500
# Minimum distinct words (a word in the title counts as two): a single repeated word may be figurative.
DIFFERENT = 3
# Minimum score of a second topic relative to the first.
BESIDE = 0.4


class _Topic(NamedTuple):
    hans: str
    hant: str


class _Sign(NamedTuple):
    """Topics indicated by a word, with weights."""

    weights: tuple[tuple[_Topic, float], ...]


def topics(subject: Subject) -> list[str]:
    """Topics of the article, strongest first, in its script."""
    scores = _scores(subject)
    needed = NEEDED * sqrt(max(1.0, (len(subject.text) - subject.title_end) / USUAL))
    best = max(scores.values(), default=0.0)
    chosen = [topic for topic, score in scores.most_common() if score >= max(needed, BESIDE * best)]
    return [topic.hant if subject.script == "hant" else topic.hans for topic in chosen]


def _scores(subject: Subject) -> Counter[_Topic]:
    """Scores of topics with enough distinct words."""
    in_title: set[str] = set()
    times: Counter[str] = Counter()
    signs: dict[str, _Sign] = {}
    for start, end, sign in _spotter().hits(subject):
        word = subject.folded[start:end]
        signs[word] = sign
        if start < subject.title_end:
            in_title.add(word)
        else:
            times[word] += 1
    scores: Counter[_Topic] = Counter()
    different: Counter[_Topic] = Counter()
    for word, sign in signs.items():
        points = _points(times[word]) + IN_TITLE * (word in in_title)
        for topic, weight in sign.weights:
            scores[topic] += points * weight  # type: ignore[assignment]  # points are no whole numbers
            different[topic] += 1 + (word in in_title)
    return Counter({topic: score for topic, score in scores.items() if different[topic] >= DIFFERENT})


def _points(times: int) -> float:
    return (WORD + AGAIN * (min(times, SATURATED) - 1)) if times else 0.0


@cache
def _spotter() -> TermMatcher[_Sign]:
    weights: dict[str, dict[_Topic, float]] = defaultdict(dict)
    for topic, word, weight in _words():
        weights[word][topic] = weight
    return TermMatcher((word, _Sign(tuple(some.items()))) for word, some in weights.items())


def _words() -> Iterator[tuple[_Topic, str, float]]:
    for hans, hant, words in rows("topics.tsv", 3):
        for word in words.split():
            plain = word.removesuffix("!")
            if len(fold(plain)) > 1:
                yield _Topic(hans, hant), plain, 1.0 if word == plain else TELLING
