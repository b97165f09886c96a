"""One pass over a text: every character by itself, every word that is known, judged where it must be.

Most words are decided by their entry alone. The others, those with a guard, those of two characters, those whose
characters are doubtful, are looked at where they stand: a word that is refused leaves its place to the next shorter one,
then to its characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tui_reader.script.fold import fold
from tui_reader.script.guards import REACH, Guard, Region
from tui_reader.script.matching import Matcher, beyond, plane
from tui_reader.script.subjects import subjects_of
from tui_reader.script.words import overrun, taken


class Candidate(NamedTuple):
    """One thing that a word may become."""

    answer: str
    guard: Guard | None
    entry: str
    """Where that stands, for a person who asks; empty for mere characters."""
    source: Region | None = None
    """The region it comes from, where several write the word for different things."""
    common: bool = False
    """A word of the language and no name: it stays as it is within a title."""
    bound: bool = False
    """Short or doubtful: the words beside it are asked."""


class Hit(NamedTuple):
    """A word in the text, and what it becomes."""

    start: int
    end: int
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a whole text before any of its words is judged."""

    source: Region | None
    target: Region
    subjects: frozenset[str] = frozenset()


class Rewriter:
    """Characters and words of one direction. Safe to use from several threads."""

    def __init__(self, characters: dict[str, str], entries: dict[str, tuple[Candidate, ...]]) -> None:
        self._plane, self._beyond = plane(characters), beyond(characters)
        self._entries = entries
        self._longest = max(map(len, entries), default=0)
        self._longer = frozenset(fold(word) for word in entries if len(word) > 2)
        self._plain = [_plain(candidates) for candidates in entries.values()]
        self._matcher = Matcher(entries)

    def convert(self, text: str, about: Circumstances) -> str:
        """`text` rewritten."""
        plain = text.translate(self._plane)
        if self._beyond and not text.isascii() and max(text) > "\uffff":
            plain = plain.translate(self._beyond)
        pieces: list[str] = []
        done = 0
        for start, end, candidate in self.hits(text, about):
            pieces += plain[done:start], candidate.answer
            done = end
        return "".join([*pieces, plain[done:]])

    def hits(self, text: str, about: Circumstances) -> Iterator[Hit]:
        """The words that are replaced, in order."""
        scene = _Scene(text, about)
        done = 0
        for which, start, end in self._matcher.find(text):
            if start >= done:
                if (candidate := self._plain[which]) is not None:
                    yield Hit(start, end, candidate)
                    done = end
                    continue
            elif end <= done:
                continue
            for hit in self._judged(text, max(start, done), end, scene):
                yield hit
                done = hit.end
            done = max(done, end)

    def _judged(self, text: str, at: int, end: int, scene: "_Scene") -> Iterator[Hit]:
        """What is replaced from `at` on, until a place is reached where matching can go on."""
        while at < end:
            hit = self._at(text, at, scene)
            if hit:
                yield hit
            at = hit.end if hit else at + 1

    def _at(self, text: str, at: int, scene: "_Scene") -> Hit | None:
        """The longest word at a place that may be replaced there."""
        for length in range(min(self._longest, len(text) - at), 0, -1):
            for candidate in self._entries.get(text[at : at + length], ()):
                if scene.allows(candidate, at, at + length, self._longer):
                    return Hit(at, at + length, candidate)
        return None


def _plain(candidates: tuple[Candidate, ...]) -> Candidate | None:
    """The only candidate, where nothing needs to be judged."""
    first = candidates[0]
    judged = first.guard or first.source or first.common or first.bound
    return None if judged else first


class _Scene:
    """A place in a text, as guards see it; lines are folded and judged once."""

    def __init__(self, text: str, about: Circumstances) -> None:
        self._text = text
        self._about = about
        self._first = self._last = -1
        self._start = self._end = 0
        self.line = ""

    def allows(self, candidate: Candidate, start: int, end: int, longer: frozenset[str]) -> bool:
        """May text[start:end] become what the candidate says?"""
        self._move(start, end)
        here, there = start - self._first, end - self._first
        if candidate.source and self._about.source and candidate.source != self._about.source:
            return False
        if candidate.bound and (taken(self.line, here, there) or overrun(self.line, here, there, longer)):
            return False
        if candidate.common and self._partly_titled(start, end):
            return False
        return candidate.guard is None or candidate.guard.holds(self)

    @property
    def before(self) -> str:
        """See `guards.Place`, as all that follow."""
        here = self._start - self._first
        return self.line[max(0, here - REACH) : here]

    @property
    def after(self) -> str:
        there = self._end - self._first
        return self.line[there : there + REACH]

    @property
    def subjects(self) -> frozenset[str]:
        return self._subjects

    @property
    def source(self) -> Region | None:
        return self._about.source

    @property
    def target(self) -> Region:
        return self._about.target

    @cached_property
    def _subjects(self) -> frozenset[str]:
        return subjects_of(self.line, self._about.subjects)

    def _move(self, start: int, end: int) -> None:
        self._start, self._end = start, end
        if self._first <= start < self._last:
            return
        self._first = self._text.rfind("\n", 0, start) + 1
        newline = self._text.find("\n", start)
        self._last = newline if newline >= 0 else len(self._text)
        self.line = fold(self._text[self._first : self._last])
        self.__dict__.pop("_subjects", None)

    def _partly_titled(self, start: int, end: int) -> bool:
        """Is it part of a 《title》 and not the whole of it?"""
        opened = self._text.rfind("《", self._first, start)
        if opened < 0 or self._text.find("》", opened, start) >= 0:
            return False
        return not (opened == start - 1 and self._text.startswith("》", end))
