"""What a word may become, and which of it at one place: its title, its text's region and its guard are asked.

This is asked thousands of times in a text, so the questions are laid out as plain tuples, the cheapest first.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tui_reader.script.context import MatchContext, TextContext
from tui_reader.script.guards import Guard, Place, Region
from tui_reader.script.lexicon import Row
from tui_reader.script.titles import work_titles


class Candidate(NamedTuple):
    """One thing that a word may become."""

    answer: str
    guard: Guard | None
    entry: Row | None
    """The row that says so; None for mere characters."""
    source: Region | None = None
    """The region it comes from, where several write the word for different things."""
    common: bool = False
    """A common word, no name: it stays as it is within the 《title》 of a work."""


_Characters = frozenset[str]

_Question = tuple[
    Candidate,
    Region | None,
    bool,
    _Characters | None,
    _Characters | None,
    _Characters | None,
    _Characters,
    tuple[Callable[[Place], bool], ...],
]
"""A candidate; its source; is it common; its guard's `Glance` and tests. Plain tuples unpack fastest."""

_NONE: _Characters = frozenset()

Entries = Mapping[str, tuple[Candidate, ...]]
"""Each word with its candidates in the order they are tried."""


class Candidates:
    """The candidates of each word, those that need no question apart."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries
        self.certain = {word: found[0] for word, found in entries.items() if _is_certain(found[0])}
        """The first candidate of a word, where nothing but titles is to be asked."""
        self.asked = frozenset(word for word in entries if word not in self.certain)
        """Words whose candidates depend on their place."""
        self._questions: dict[str, tuple[_Question, ...]] = {}

    def questions(self, word: str) -> tuple[_Question, ...]:
        """What is asked for a word, in order; guards are parsed when their word is first met."""
        found = self._questions.get(word)
        if found is None:
            found = self._questions[word] = tuple(map(_question, self.entries[word]))
        return found


class Chooser:
    """Chooses within one text; `written` is the text as it is, `simple` the same in simplified characters.

    `words` are what the text was cut into, none where it was not.
    """

    def __init__(
        self, candidates: Candidates, written: str, simple: str, about: TextContext, words: Sequence[str] = ()
    ) -> None:
        self.titled = work_titles(written)
        self._questions = candidates.questions
        self._text = simple
        self._context = MatchContext(written, simple, about, words)

    def choice(self, word: str, start: int, end: int, number: int = -1) -> Candidate | None:
        """The first candidate that `word`, at text[start:end], may become; it is the text's word of that number."""
        text, context = self._text, self._context
        last, first = text[start - 1 : start], text[end : end + 1]
        for candidate, source, common, before, after, doubtful, doubtful_after, tests in self._questions(word):
            if (before is not None and last not in before) or (after is not None and first not in after):
                continue
            if (source and context.source not in {None, source}) or (common and start in self.titled):
                continue
            if doubtful is None or last in doubtful or first in doubtful_after:
                context.start, context.end, context.number = start, end, number
                if not _all_hold(tests, context):
                    continue
            return candidate
        return None


def _is_certain(candidate: Candidate) -> bool:
    return candidate.guard is None and candidate.source is None


def _question(candidate: Candidate) -> _Question:
    asked = candidate, candidate.source, candidate.common
    guard = candidate.guard
    return (*asked, *guard.glance, guard.tests) if guard else (*asked, None, None, _NONE, _NONE, ())


def _all_hold(tests: tuple[Callable[[Place], bool], ...], place: Place) -> bool:
    for test in tests:  # noqa: SIM110  a generator would cost more than the tests
        if not test(place):
            return False
    return True
