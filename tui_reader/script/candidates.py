"""Candidates for each word, and the choice among them at one position by title, region of the text and guard.

The choice runs thousands of times a text, so the checks are plain tuples, cheapest first.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tui_reader.script.context import MatchContext, TextContext
from tui_reader.script.guards import Guard, Place, Region
from tui_reader.script.lexicon import SPELLINGS, Row
from tui_reader.script.names import DOTS
from tui_reader.script.titles import work_titles


class Candidate(NamedTuple):
    """One possible replacement of a word."""

    answer: str
    guard: Guard | None
    entry: Row | None
    """The lexicon row it comes from; None for spelling alone."""
    source: Region | None = None
    """Source region, where regions use the word in different senses."""
    common: bool = False
    """True for a common word, not a name: unchanged within the 《title》 of a work."""
    part: bool = False
    """True for a part of foreign names: replaced next to a middle dot, and wherever the article has it next to one."""


_Characters = frozenset[str]

_Check = tuple[
    Candidate,
    Region | None,
    bool,
    bool,
    _Characters | None,
    _Characters | None,
    _Characters | None,
    _Characters,
    Guard | None,
]
"""Candidate, source region, common, part, the four fields of the guard's `NeighbourPrefilter`, guard. Tuples unpack fastest."""

_NONE: _Characters = frozenset()

Entries = Mapping[str, tuple[Candidate, ...]]
"""Word → candidates in the order they are tried."""


def gathered(found: Iterable[tuple[str, Candidate]]) -> dict[str, tuple[Candidate, ...]]:
    """Candidates by word: guarded ones first, then one unguarded per source region."""
    gathered: dict[str, tuple[Candidate, ...]] = {}
    for word, candidate in found:
        if not word.isascii() and (candidate.guard or len(word) > 1):  # Latin text is not converted
            gathered[word] = (*gathered.get(word, ()), candidate)
    for word, candidates in gathered.items():
        if len(candidates) > 1:
            gathered[word] = _ordered(candidates)
    return gathered


def _ordered(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    guarded: dict[tuple[str, Guard], Candidate] = {}
    unguarded: dict[Region | None, Candidate] = {}
    for candidate in candidates:
        if candidate.guard:
            key = candidate.answer, candidate.guard
            same = guarded.setdefault(key, candidate)
            if same.source != candidate.source:
                guarded[key] = same._replace(source=None)
        elif None not in unguarded:
            unguarded.setdefault(candidate.source, candidate)
    return *guarded.values(), *unguarded.values()


class Candidates:
    """Candidates of each word, split by whether the choice depends on the position."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries
        self.unconditional = {word: found[0] for word, found in entries.items() if _is_certain(found[0])}
        """First candidate of each word that needs no check except titles."""
        self.conditional = frozenset(word for word in entries if word not in self.unconditional)
        """Words whose replacement depends on their position."""
        self._checks: dict[str, tuple[_Check, ...]] = {}

    def checks(self, word: str) -> tuple[_Check, ...]:
        """Checks of a word, in order; guards are parsed on first use."""
        found = self._checks.get(word)
        if found is None:
            found = self._checks[word] = tuple(map(_check, self.entries[word]))
        return found


class Chooser:
    """Chooses candidates within one text.

    Args:
        candidates: Candidates of all words.
        written: The text as written.
        simplify: Maps a text to simplified characters, one for one.
        text_context: Facts about the whole text.
        parts: Parts of foreign names that occur in the article.
        words: Segmentation of the text; empty where it was not segmented.
    """

    def __init__(
        self,
        candidates: Candidates,
        written: str,
        simplify: Callable[[str], str],
        text_context: TextContext,
        parts: frozenset[str] = frozenset(),
        words: Sequence[str] = (),
    ) -> None:
        self.titled = work_titles(written)
        self._checks = candidates.checks
        self._simplify = simplify
        self._text = simplify(written)
        self._text_context = text_context
        self._parts = parts
        self._context = MatchContext(written, self._text, text_context, words)
        self._article: MatchContext | None = None

    def choice(self, word: str, start: int, end: int, number: int = -1) -> Candidate | None:
        """The first candidate allowed for `word` at `text[start:end]`, None if none is. `number` is its index in `words`."""
        text, context = self._text, self._context
        last, first = text[start - 1 : start], text[end : end + 1]
        for candidate, source, common, part, before, after, doubtful, doubtful_after, guard in self._checks(word):
            if (before is not None and last not in before) or (after is not None and first not in after):
                continue
            if (source and context.source not in {None, source}) or (common and start in self.titled):
                continue
            if part and last not in DOTS and first not in DOTS and word not in self._parts:
                continue
            if guard and (doubtful is None or last in doubtful or first in doubtful_after):
                context.start, context.end, context.number = start, end, number
                if not _all_hold(guard.local_tests, context):
                    continue
                if guard.wide_tests and not self._has_sense(guard, text[start:end], candidate):
                    continue
            return candidate
        return self._person(word, start) if len(word) > 1 and self._text_context.article else None

    def _person(self, word: str, start: int) -> Candidate | None:
        """The candidate for a full name that the article marks as a person elsewhere.

        Example: a headline has 沈阳 alone, the article says 教授沈阳.
        """
        conditional = [(candidate, guard) for candidate, *_rest, guard in self._checks(word) if guard]
        if (
            not any(guard.tells_person for _candidate, guard in conditional)
            or self._text[start - 1 : start] in PLACE_BEFORE
        ):
            return None
        key = "$title", word
        if key not in self._text_context.senses:
            self._text_context.senses[key] = any(
                _all_hold(guard.tests, place) for place in self._places(word) for _candidate, guard in conditional
            )
        return conditional[0][0] if self._text_context.senses[key] else None

    def _has_sense(self, guard: Guard, word: str, candidate: Candidate) -> bool:
        """Whether the word has the sense that the guard requires: one answer per article, except for spelling rows."""
        if not self._text_context.article or (candidate.entry and candidate.entry.file == SPELLINGS):
            return _all_hold(guard.wide_tests, self._context)
        key = guard.text, word
        found = self._text_context.senses.get(key)
        if found is None:
            votes = [_all_hold(guard.wide_tests, place) for place in self._places(word)]
            enough = 0.5 if candidate.common else NAME_SHARE
            found = sum(votes) >= enough * len(votes) if votes else _all_hold(guard.wide_tests, self._context)
            self._text_context.senses[key] = found
        return found

    def _places(self, word: str) -> Iterator[MatchContext]:
        """Positions of a simplified word in the article. Yields one mutable object, moved between yields."""
        article = self._article
        if article is None:
            written = self._text_context.article
            article = self._article = MatchContext(written, self._simplify(written), self._text_context)
        at = article.text.find(word)
        for _ in range(MOST_PLACES):
            if at < 0:
                return
            article.start, article.end = at, at + len(word)
            yield article
            at = article.text.find(word, at + 1)


PLACE_BEFORE = frozenset("在到去从来赴抵往回由离飞至")
"""Characters that precede a place, never a person who is only named."""

NAME_SHARE = 1 / 3
"""Minimum share of a name's positions whose line must match the sense: articles introduce a name once or twice."""

MOST_PLACES = 50
"""Maximum positions of a word per article that are checked for its sense."""


def _is_certain(candidate: Candidate) -> bool:
    return candidate.guard is None and candidate.source is None and not candidate.part


def _check(candidate: Candidate) -> _Check:
    conditional = candidate, candidate.source, candidate.common, candidate.part
    guard = candidate.guard
    return (*conditional, *guard.prefilter, guard) if guard else (*conditional, None, None, _NONE, _NONE, None)


def _all_hold(tests: tuple[Callable[[Place], bool], ...], place: Place) -> bool:
    for test in tests:  # noqa: SIM110  a generator would be slower
        if not test(place):
            return False
    return True
