"""One pass over a text: every character by itself, every word that is known, judged where it must be.

Most words are decided by their entry alone. The others, those with a guard, those of two characters, those whose
characters are doubtful, are looked at where they stand: a word that is refused leaves its place to the next shorter one,
then to its characters.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from tui_reader.script.characters import Characters
from tui_reader.script.dictionaries import Wanted
from tui_reader.script.judging import Candidate, Choices, Judge
from tui_reader.script.matching import Matcher
from tui_reader.script.scene import Circumstances
from tui_reader.script.words import Words

Hit = tuple[int, int, Candidate]
"""Where a word begins and ends in the text, and what it becomes."""

Places = Sequence[tuple[int, int]]
"""Where passages begin and end, in order."""


class _Hits(NamedTuple):
    """Hits in order, laid side by side: thousands of small objects would keep the collector busy."""

    starts: list[int]
    ends: list[int]
    candidates: list[Candidate]

    def add(self, start: int, end: int, candidate: Candidate) -> None:
        """One more, behind all others."""
        self.starts.append(start)
        self.ends.append(end)
        self.candidates.append(candidate)

    def clear_of(self, kept: Places) -> "_Hits":
        """Those that touch none of the places that are `kept`."""
        clear = _Hits([], [], [])
        done = 0
        for start, end in kept:
            clear._take(self, done, bisect_right(self.ends, start))
            done = max(done, bisect_left(self.starts, end))
        clear._take(self, done, len(self.starts))
        return clear

    def _take(self, others: "_Hits", first: int, last: int) -> None:
        self.starts.extend(others.starts[first:last])
        self.ends.extend(others.ends[first:last])
        self.candidates.extend(others.candidates[first:last])


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
        self._numbers = {word: number for number, word in enumerate(entries)}
        self._lengths = _lengths_by_beginning(entries)
        self._seconds = _seconds(self._lengths)
        self._behind: dict[int, Container[str]] = {}
        self._longest = 1 + max(map(len, entries), default=0)
        names = "\n".join(word for word, choice in entries.items() if len(word) > 2 and choice[0].entry)
        self._choices = Choices(entries.values(), Words(self._simple(names).split("\n"), wanted))
        self._matcher = Matcher(entries)

    def convert(self, text: str, about: Circumstances, kept: Places = ()) -> str:
        """`text` rewritten, but for the places that are `kept`."""
        found, plain = self._matcher.find_while(text, lambda: self._characters.apply(text))
        hits = self._hits(found, text, about, plain)
        if kept:
            plain, hits = _restored(plain, text, kept), hits.clear_of(kept)
        pieces: list[str] = []
        done = 0
        for start, end, candidate in zip(*hits, strict=True):
            pieces += plain[done:start], candidate.answer
            done = end
        pieces.append(plain[done:])
        return "".join(pieces)

    def hits(self, text: str, about: Circumstances, kept: Places = ()) -> Iterator[Hit]:
        """The words that are replaced, in order."""
        return zip(*self._hits(self._matcher.find(text), text, about).clear_of(kept), strict=True)

    def _hits(
        self, matches: Iterable[tuple[int, int, int]], text: str, about: Circumstances, plain: str | None = None
    ) -> _Hits:
        """Of the matches in a text, what is replaced; `plain` is the text with its characters replaced, where that is known."""
        judge = Judge(self._choices, text, self._simple(text, plain), about)
        certain, titled, choice = self._choices.certain, judge.titled, judge.choice
        found = _Hits([], [], [])
        add_start, add_end, add_candidate = found.starts.append, found.ends.append, found.candidates.append
        done = 0
        for which, start, end in matches:
            if start < done:
                if end > done:
                    done = self._resume(text, start, done, end, judge, found)
                continue
            candidate = certain[which]
            if candidate is None or (titled and candidate.common and start in titled):
                candidate = choice(which, start, end)
            if candidate:
                add_start(start)
                add_end(end)
                add_candidate(candidate)
                done = end
            elif end - start > 1 and self._may_hold(which, text, start, end):
                done = self._resume(text, start, start, end, judge, found)
        return found

    def _may_hold(self, which: int, text: str, start: int, end: int) -> bool:
        """Can another word begin within one that was refused? Mostly the character behind it says that none does."""
        behind = self._behind.get(which)
        if behind is None:
            behind = self._behind[which] = _beginning_within(text[start:end], self._lengths, self._seconds)
        return text[end : end + 1] in behind

    def _resume(self, text: str, start: int, at: int, end: int, judge: Judge, found: _Hits) -> int:
        """From `at` on, within a word at `start` that was refused or cut into, to a place where matching can go on."""
        while at < end:
            lengths = self._lengths.get(text[at : at + 2]) or self._lengths.get(text[at])
            hit = lengths and self._shorter(text, at, lengths, end - start if at == start else self._longest, judge)
            if hit:
                found.add(*hit)
            at = hit[1] if hit else at + 1
        return at

    def _shorter(self, text: str, start: int, lengths: Iterable[int], below: int, judge: Judge) -> Hit | None:
        """The longest word at a place, shorter than `below`, that may be replaced there."""
        for length in lengths:
            if length < below:
                end = start + length
                which = self._numbers.get(text[start:end])
                if which is not None and (candidate := judge.choice(which, start, end)):
                    return start, end, candidate
        return None

    def _simple(self, text: str, plain: str | None = None) -> str:
        """The text in simplified characters, one for one."""
        if not self._simplify:
            return text
        return self._simplify.apply(text) if plain is None or self._simplify is not self._characters else plain


def _restored(plain: str, text: str, kept: Places) -> str:
    """`plain` with the places that are kept as `text` has them; both are of one length."""
    pieces: list[str] = []
    done = 0
    for start, end in kept:
        pieces += plain[done:start], text[start:end]
        done = end
    return "".join([*pieces, plain[done:]])


class _Every:
    """Holds everything."""

    def __contains__(self, _character: object) -> bool:
        return True


_EVERY = _Every()


def _beginning_within(
    word: str, lengths: dict[str, tuple[int, ...]], seconds: dict[str, frozenset[str]]
) -> Container[str]:
    """The characters behind `word` with which another word can begin within it; every one where it needs none of them."""
    shorter = any(length < len(word) for length in lengths.get(word[:2], ()))
    inner = any(word[at : at + 2] in lengths or word[at] in lengths for at in range(1, len(word)))
    return _EVERY if shorter or inner else seconds.get(word[-1], frozenset())


def _seconds(beginnings: Iterable[str]) -> dict[str, frozenset[str]]:
    """For each character those that stand behind it at the beginning of a word."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for beginning in beginnings:
        found[beginning[0]].add(beginning[1:])
    return {character: frozenset(others) for character, others in found.items()}


def _lengths_by_beginning(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How long words are that begin with a pair of characters, the longest first; words of one character by themselves."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for word in words:
        lengths[word[:2]].add(len(word))
    for beginning, found in lengths.items():
        if beginning[0] in lengths:
            found.add(1)
    return {beginning: tuple(sorted(found, reverse=True)) for beginning, found in lengths.items()}
