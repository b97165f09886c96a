"""Subjects of a line by cue words: enough to tell a computer program from a procedure.

Format of `lexicon/subjects.txt`: a line with a subject and a weight, then its words. A word may be a cue of two subjects:
computing (`it`), and programming within it (`code`).
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from tui_reader.script.lexicon import words_of
from tui_reader.text.fold import fold
from tui_reader.text.phrases import PhraseMatcher

ENOUGH = 2
"""Minimum weight within a line: one strong or two weak cues."""

ARTICLE_SHARE = 0.35
"""Minimum share of an article's total weight for a subject to be the article's."""

ARTICLE_ENOUGH = 6
"""Minimum weight in an article: below it cues are coincidence."""


def subjects_of(line: str, given: frozenset[str] = frozenset()) -> frozenset[str]:
    """Subjects of a folded line; subjects of the article (`given`) need half the evidence."""
    weights = _weights(line)
    return frozenset(subject for subject, weight in weights.items() if weight + (subject in given) >= ENOUGH)


def subjects_of_article(text: str) -> frozenset[str]:
    """The one or two dominant subjects of an article."""
    weights = _weights(fold(text))
    total = sum(weights.values())
    return frozenset(
        subject for subject, weight in weights.items() if weight >= max(ARTICLE_ENOUGH, ARTICLE_SHARE * total)
    )


def _weights(line: str) -> dict[str, int]:
    matcher, cues = _cues()
    weights: dict[str, int] = {}
    for which, start, end in matcher.find(line):
        if line[start] > "z" or not _is_inside_latin_word(line, start, end):
            for subject, weight in cues[which]:
                weights[subject] = weights.get(subject, 0) + weight
    return weights


def _is_inside_latin_word(line: str, start: int, end: int) -> bool:
    """Whether the match is part of a Latin word (`ai` in `said`)."""
    around = line[max(0, start - 1) : start + 1], line[end - 1 : end + 1]
    return any(len(pair) == 2 and pair.isascii() and pair.isalnum() for pair in around)


@cache
def _cues() -> tuple[PhraseMatcher, list[list[tuple[str, int]]]]:
    """Matcher of all cue words, and for each the subjects that it indicates, with weights."""
    cues: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for word, cue in _read():
        cues[word].append(cue)
    return PhraseMatcher(cues), list(cues.values())


def _read() -> Iterator[tuple[str, tuple[str, int]]]:
    subject, weight = "", 0
    for word in words_of("subjects.txt"):
        if word.startswith("["):
            subject, _, strength = word.strip("[]").partition(":")
            weight = int(strength)
        else:
            yield fold(word), (subject, weight)
