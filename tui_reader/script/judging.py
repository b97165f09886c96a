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


_Question = tuple[
    Candidate,
    Region | None,
    bool,
    bool,
    frozenset[str] | None,
    frozenset[str] | None,
    frozenset[str] | None,
    frozenset[str],
    tuple[Callable[[Place], bool], ...],
]
"""A candidate; its source, common and bound; its guard's `Glance` and tests. Plain tuples unpack fastest."""


class Choices:
    """The candidates of each word, by the word's number."""

    def __init__(self, candidates: Iterable[tuple[Candidate, ...]]) -> None:
        self._candidates = list(candidates)
        self.certain = [_certain(each) for each in self._candidates]
        """The only candidate of a word, where nothing but titles is to be asked."""
        self.questions: list[tuple[_Question, ...]] = [()] * len(self._candidates)
        """What is asked for each word, in order; nothing until `ask` has been called."""

    def ask(self, which: int) -> tuple[_Question, ...]:
        """Fill in what is asked for a word. Guards are read here: most of them never need to be."""
        self.questions[which] = tuple(_question(candidate) for candidate in self._candidates[which])
        return self.questions[which]


class Judge:
    """Chooses within one text; `written` is the text as it is, `simple` the same in simplified characters."""

    def __init__(self, choices: Choices, words: Words, written: str, simple: str, about: Circumstances) -> None:
        self.titled = titles(written)
        self._choices = choices
        self._words = words
        self._links, self._joints = words.links, words.joints
        self._text = simple
        self._scene = Scene(written, simple, about)

    def choice(self, which: int, start: int, end: int) -> Candidate | None:
        """The first candidate that a word at a place may become."""
        text, scene = self._text, self._scene
        last, first = text[start - 1 : start], text[end : end + 1]
        for candidate, source, common, bound, before, after, doubtful, doubtful_after, tests in self._choices.questions[
            which
        ] or self._choices.ask(which):
            if (before is not None and last not in before) or (after is not None and first not in after):
                continue
            if bound and self._cut(start, end):
                continue
            if (source and scene.source not in {None, source}) or (common and start in self.titled):
                continue
            if doubtful is None or last in doubtful or first in doubtful_after:
                scene.start, scene.end = start, end
                if not _all_hold(tests, scene):
                    continue
            return candidate
        return None

    def _cut(self, start: int, end: int) -> bool:
        """Do the words beside it take a part of it? Nine times of ten the two pairs of characters say no."""
        text = self._text
        return (text[start - 1 : start + 1] in self._links and self._words.taken(text, start, end)) or (
            text[end - 1 : end + 1] in self._joints and self._words.overrun(text, start, end)
        )


def _question(candidate: Candidate) -> _Question:
    asked = candidate[3:]
    if candidate.guard is None:
        return candidate, *asked, None, None, frozenset(), frozenset(), ()
    return candidate, *asked, *candidate.guard.glance, candidate.guard.tests


def _all_hold(tests: tuple[Callable[[Place], bool], ...], place: Place) -> bool:
    for test in tests:  # noqa: SIM110  a generator would cost more than the tests
        if not test(place):
            return False
    return True


def _certain(candidates: tuple[Candidate, ...]) -> Candidate | None:
    first = candidates[0]
    return None if first.guard or first.source or first.bound else first
