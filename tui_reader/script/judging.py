"""What a word may become, and which of it where: the words beside it, its title, its text's region and its guard are asked.

This is asked thousands of times in a text: what is asked is laid out beforehand, and the cheapest answers come first.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tui_reader.script.guards import Guard, Place, Region
from tui_reader.script.lexicon import Row
from tui_reader.script.scene import Circumstances, Scene, titles
from tui_reader.script.words import Words


class Candidate(NamedTuple):
    """One thing that a word may become."""

    answer: str
    guard: Guard | None
    entry: Row | None
    """The row that says so; None for mere characters."""
    source: Region | None = None
    """The region it comes from, where several write the word for different things."""
    common: bool = False
    """A word of the language and no name: it stays as it is within a 《title》, which nobody reworded."""
    bound: bool = False
    """Short or doubtful: the words beside it are asked."""


_Characters = frozenset[str]

_Question = tuple[
    Candidate,
    Region | None,
    bool,
    _Characters,
    _Characters,
    _Characters | None,
    _Characters | None,
    _Characters | None,
    _Characters,
    tuple[Callable[[Place], bool], ...],
]
"""A candidate; its source; is it common; where it is bound, the characters on its left and right that may cut into it; its
guard's `Glance` and tests. Plain tuples unpack fastest."""

_NONE: _Characters = frozenset()


class Choices:
    """The candidates of each word, by the word's number."""

    def __init__(self, candidates: Iterable[tuple[Candidate, ...]], words: Words) -> None:
        self._candidates = list(candidates)
        self.words = words
        self.certain = [_certain(each) for each in self._candidates]
        """The only candidate of a word, where nothing but titles is to be asked."""
        self.questions: list[tuple[_Question, ...]] = [()] * len(self._candidates)
        """What is asked for each word, in order; nothing until `ask` has been called."""

    def ask(self, which: int, word: str) -> tuple[_Question, ...]:
        """Fill in what is asked for a word, given in simplified characters. Most guards never need to be read."""
        self.questions[which] = tuple(self._question(candidate, word) for candidate in self._candidates[which])
        return self.questions[which]

    def _question(self, candidate: Candidate, word: str) -> _Question:
        left, right = (self.words.left_of(word), self.words.right_of(word)) if candidate.bound else (_NONE, _NONE)
        asked = candidate, candidate.source, candidate.common, left, right
        guard = candidate.guard
        return (*asked, *guard.glance, guard.tests) if guard else (*asked, None, None, None, _NONE, ())


class Judge:
    """Chooses within one text; `written` is the text as it is, `simple` the same in simplified characters."""

    def __init__(self, choices: Choices, written: str, simple: str, about: Circumstances) -> None:
        self.titled = titles(written)
        self._choices = choices
        self._taken, self._overrun = choices.words.taken, choices.words.overrun
        self._text = simple
        self._scene = Scene(written, simple, about)

    def choice(self, which: int, start: int, end: int) -> Candidate | None:
        """The first candidate that a word at a place may become."""
        text, scene = self._text, self._scene
        last, first = text[start - 1 : start], text[end : end + 1]
        asked = self._choices.questions[which] or self._choices.ask(which, text[start:end])
        for candidate, source, common, left, right, before, after, doubtful, doubtful_after, tests in asked:
            if (before is not None and last not in before) or (after is not None and first not in after):
                continue
            if (last in left and self._taken(text, start, end)) or (first in right and self._overrun(text, start, end)):
                continue
            if (source and scene.source not in {None, source}) or (common and start in self.titled):
                continue
            if doubtful is None or last in doubtful or first in doubtful_after:
                scene.start, scene.end = start, end
                if not _all_hold(tests, scene):
                    continue
            return candidate
        return None


def _all_hold(tests: tuple[Callable[[Place], bool], ...], place: Place) -> bool:
    for test in tests:  # noqa: SIM110  a generator would cost more than the tests
        if not test(place):
            return False
    return True


def _certain(candidates: tuple[Candidate, ...]) -> Candidate | None:
    first = candidates[0]
    return None if first.guard or first.source or first.bound else first
