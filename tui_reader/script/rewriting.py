"""One pass over a text: every character by itself, every word that is known, judged where it must be.

Most words are decided by their entry alone. The others, those with a guard, those of two characters, those whose
characters are doubtful, are looked at where they stand: a word that is refused leaves its place to the next shorter one,
then to its characters.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from tui_reader.script.dictionaries import Wanted
from tui_reader.script.engine import Characters
from tui_reader.script.fold import fold
from tui_reader.script.guards import REACH, Guard, Region
from tui_reader.script.lexicon import Row
from tui_reader.script.matching import Matcher
from tui_reader.script.subjects import subjects_of
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


Hit = tuple[int, int, Candidate]
"""Where a word begins and ends in the text, and what it becomes."""


class Circumstances:
    """What is known of a whole text before any of its words is judged; its region is found out when it is asked for."""

    def __init__(
        self, target: Region, *, simplified: bool, region: Callable[[], Region | None], subjects: frozenset[str]
    ) -> None:
        self.target = target
        self.simplified = simplified
        self.subjects = subjects
        self._region = region

    @cached_property
    def source(self) -> Region | None:
        """The region that the text comes from; None where nothing tells."""
        return "cn" if self.simplified else self._region()


class Rewriter:
    """Characters and words of one direction. Safe to use from several threads.

    `simplify` makes simplified characters of a text, one for one, where it is not simplified already; `wanted` tells
    which words may stand in the texts that will be given.
    """

    def __init__(
        self,
        characters: dict[str, str],
        entries: dict[str, tuple[Candidate, ...]],
        simplify: dict[str, str] | None = None,
        wanted: Wanted = None,
    ) -> None:
        self._characters = Characters(characters)
        self._simplify = self._characters if simplify is characters else simplify and Characters(simplify)
        self._entries = entries
        self._choices = list(entries.values())
        self._lengths = _lengths_by_head(entries)
        self._longest = 1 + max(map(len, entries), default=0)
        names = "\n".join(word for word, choice in entries.items() if len(word) > 2 and choice[0].entry)
        self._words = Words(self._simple(names).split("\n"), wanted)
        self._plain = [_plain(candidates) for candidates in self._choices]
        self._matcher = Matcher(entries)

    def convert(self, text: str, about: Circumstances, kept: Sequence[tuple[int, int]] = ()) -> str:
        """`text` rewritten, but for the places that are `kept`."""
        plain = self._characters.apply(text)
        hits = self.hits(text, about, plain)
        pieces: list[str] = []
        done = 0
        for start, end, candidate in _around(hits, kept, text) if kept else hits:
            pieces += plain[done:start], candidate.answer
            done = end
        return "".join([*pieces, plain[done:]])

    def hits(self, text: str, about: Circumstances, plain: str | None = None) -> list[Hit]:
        """The words that are replaced, in order; `plain` is the text with its characters replaced, where that is known."""
        scene: _Scene | None = None
        found: list[Hit] = []
        done = 0
        titled = _Titles(text).hold
        for which, start, end in self._matcher.find(text):
            if start >= done and (candidate := self._plain[which]) and not (candidate.common and titled(start)):
                found.append((start, end, candidate))
                done = end
            elif end > done:
                scene = scene or _Scene(text, self._simple(text, plain), about, self._words, titled)
                if start >= done and (hit := scene.choice(self._choices[which], start, end)):
                    found.append(hit)
                    done = end
                elif end - start > 1 or start < done:
                    done = self._resume(text, start, max(start, done), end, scene, found)
        return found

    def _resume(self, text: str, start: int, at: int, end: int, scene: "_Scene", found: list[Hit]) -> int:
        """From `at` on, within a word at `start` that was refused or cut into, to a place where matching can go on."""
        while at < end:
            hit = self._shorter(text, at, end - start if at == start else self._longest, scene)
            if hit:
                found.append(hit)
            at = hit[1] if hit else at + 1
        return at

    def _shorter(self, text: str, start: int, length: int, scene: "_Scene") -> Hit | None:
        """The longest word at a place, shorter than `length`, that may be replaced there."""
        for count in self._lengths.get(text[start], ()):
            if count < length:
                end = start + count
                if (choice := self._entries.get(text[start:end])) and (hit := scene.choice(choice, start, end)):
                    return hit
        return None

    def _simple(self, text: str, plain: str | None = None) -> str:
        """The text in simplified characters, one for one."""
        if not self._simplify:
            return text
        return self._simplify.apply(text) if plain is None or self._simplify is not self._characters else plain


def _around(hits: list[Hit], kept: Sequence[tuple[int, int]], text: str) -> list[Hit]:
    """The hits that touch no place that is kept, and those places as hits that change nothing."""
    starts = [start for start, _end in kept]
    free = [hit for hit in hits if not _touches(hit, kept, starts)]
    return sorted(
        [*free, *((start, end, Candidate(text[start:end], None, None)) for start, end in kept)], key=itemgetter(0)
    )


def _touches(hit: Hit, kept: Sequence[tuple[int, int]], starts: list[int]) -> bool:
    before = bisect_left(starts, hit[1]) - 1
    return before >= 0 and kept[before][1] > hit[0]


def _plain(candidates: Sequence[Candidate]) -> Candidate | None:
    """The only candidate, where nothing needs to be judged."""
    first = candidates[0]
    judged = first.guard or first.source or first.bound
    return None if judged else first


def _lengths_by_head(words: dict[str, tuple[Candidate, ...]]) -> dict[str, tuple[int, ...]]:
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for word in words:
        lengths[word[0]].add(len(word))
    return {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}


class _Scene:
    """A place in a text, as guards see it; lines are folded and judged once."""

    def __init__(
        self, text: str, simple: str, about: Circumstances, words: Words, titled: Callable[[int], bool]
    ) -> None:
        self._text = text
        self._simple = simple
        self._about = about
        self._words = words
        self._first = self._last = self._here = self._there = -1
        self._start = self._end = 0
        self._titled = titled
        self.simplified = about.simplified
        self.target = about.target

    def choice(self, candidates: tuple[Candidate, ...], start: int, end: int) -> Hit | None:
        """The first of the candidates that text[start:end] may become."""
        self._start, self._end = start, end
        for candidate in candidates:
            _answer, guard, _entry, source, common, bound = candidate
            if (
                (source is None or self.source in {None, source})
                and not (
                    bound
                    and (self._words.taken(self._simple, start, end) or self._words.overrun(self._simple, start, end))
                )
                and not (common and self._titled(start))
                and (guard is None or guard.holds(self))
            ):
                return start, end, candidate
        return None

    @property
    def before(self) -> str:
        """See `guards.Place`, as all that follow."""
        return self._simple[max(0, self._start - REACH) : self._start]

    @property
    def after(self) -> str:
        return self._simple[self._end : self._end + REACH]

    @property
    def line(self) -> str:
        self._move()
        return self._line

    @property
    def subjects(self) -> frozenset[str]:
        self._move()
        return self._subjects

    @property
    def source(self) -> Region | None:
        return self._about.source

    @cached_property
    def _line(self) -> str:
        return fold(self._text[self._first : self._last])

    @cached_property
    def _subjects(self) -> frozenset[str]:
        return subjects_of(self._line, self._about.subjects)

    def _move(self) -> None:
        """Be in the part of the line that the word stands in; a line that is a whole article tells too much at once."""
        if self._here <= self._start < self._there:
            return
        first = self._text.rfind("\n", 0, self._start) + 1
        newline = self._text.find("\n", self._end)
        last = newline if newline >= 0 else len(self._text)
        self._here = first + (self._start - first) // _PART * _PART
        self._there = min(self._here + _PART, last)
        self._first, self._last = max(first, self._here - _MARGIN), min(last, self._there + _MARGIN)
        self.__dict__.pop("_line", None)
        self.__dict__.pop("_subjects", None)


_PART, _MARGIN = 240, 120
"""Characters of a line that are judged at once, and of what is read on either side of them: a paragraph or so."""


class _Titles:
    """Where the 《titles》 of a text stand."""

    def __init__(self, text: str) -> None:
        self._spans = [match.span() for match in _TITLE.finditer(text)] if "《" in text else []
        self._starts = [start for start, _end in self._spans]

    def hold(self, place: int) -> bool:
        """Is it within one?"""
        before = bisect_left(self._starts, place) - 1
        return before >= 0 and place < self._spans[before][1]


_TITLE = re.compile(r"《[^》\n]{1,40}》")
"""One that is longer was never closed."""
