"""One pass over a text: cut into words, each word with candidates judged at its place, every other word spelled by itself.

Words come before characters: a text is cut along the most probable path through its lattice of words (`segment`), so that
丝发 within 粉丝发现 is never looked up. A word's spelling depends on the word alone and is remembered.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, compress, count
from operator import not_
from typing import NamedTuple

from tui_reader.script.candidates import Candidate, Candidates, Chooser
from tui_reader.script.context import TextContext
from tui_reader.script.names import DOTS, SeenNames, seen_names
from tui_reader.script.segment.segmenter import FORBIDDEN, Segmenter, clean
from tui_reader.script.titles import work_titles
from tui_reader.text.characters import Characters, RareCharacters

Hit = tuple[int, int, Candidate]
"""Where a word begins and ends in the text, and what it becomes."""

Places = Sequence[Hit]
"""Passages that are settled before, in order: where each begins and ends, and what stands there in the outcome."""

MOST_REMEMBERED = 50_000
"""Words whose spelling is remembered; an article has a thousand."""


class Alphabet(NamedTuple):
    """How a rewriter sees characters: for look-up, and in simplified form for guards. Tables for `str.translate`, one for one."""

    lookup: dict[int, str] | None
    """To the form that dictionary and candidates are written in; None where text is in it already."""
    simplify: dict[int, str] | None
    """From the text to simplified characters; None where it is in them already."""
    native: Callable[[str], str]
    """How a character that `lookup` changed is printed: a traditional one within simplified text is right already."""
    spelled: frozenset[str] | None = None
    """The unchanged characters that are spelled anew; None for all. In traditional text nearly all are right already."""

    def restore(self, written: str, word: str, spelled: str) -> str:
        """A word `spelled` anew, less the characters that are right as they were `written`; `word` is what was looked up."""
        anew = self.spelled
        if len(spelled) != len(word) or (written == word and anew is None):
            return spelled
        return "".join(
            answer if own == seen and (anew is None or own in anew) else self.native(own)
            for own, seen, answer in zip(written, word, spelled, strict=True)
        )


class Outcome(NamedTuple):
    """A text rewritten, and where its settled passages stand in it."""

    text: str
    settled: list[tuple[int, int]]


class Rewriter:
    """Words and characters of one direction. Safe to use from several threads."""

    def __init__(
        self, segmenter: Segmenter, spell: Callable[[str], str], candidates: Candidates, alphabet: Alphabet
    ) -> None:
        self._words = segmenter.words
        self._candidates = candidates
        self._alphabet = alphabet
        self._lookup = RareCharacters(FORBIDDEN | (alphabet.lookup or {}))
        self._pieces = _WordOutputs(spell, alphabet, candidates.unconditional)

    def convert(self, text: str, text_context: TextContext) -> str:
        """`text` rewritten."""
        return self.rewrite(text, text_context).text

    def rewrite(self, text: str, text_context: TextContext, settled: Places = ()) -> Outcome:
        """`text` rewritten around the passages that are settled."""
        cut = self._segment(text, settled)
        pieces = list(map(self._pieces.__getitem__, cut.words))
        choices = dict(self._choices(text, cut, text_context))
        for number, candidate in choices.items():
            pieces[number] = candidate.answer if candidate else self._pieces.spelled(cut.words[number])
        self._restore(text, cut, pieces, choices)
        places = _insert(cut.settled, pieces, settled)
        return Outcome("".join(pieces), places)

    def hits(self, text: str, text_context: TextContext, settled: Places = ()) -> Iterator[Hit]:
        """The words that are replaced, in order; settled passages are left out."""
        cut = self._segment(text, settled)
        unconditional = self._candidates.unconditional
        choices = dict(self._choices(text, cut, text_context))
        for number, (word, start) in enumerate(zip(cut.words, cut.starts, strict=False)):
            candidate = choices[number] if number in choices else unconditional.get(word)
            if candidate:
                yield start, start + len(word), candidate

    def edges(self, text: str) -> frozenset[int]:
        """The offsets at which words of `text` begin or end."""
        return frozenset(self._segment(text, ()).starts)

    def _segment(self, text: str, settled: Places) -> "_Segmentation":
        """The words of a text, settled passages among them as runs of SETTLED."""
        changed = self._lookup.places(text)
        look = self._lookup.apply(text, changed)
        words: list[str] = []
        numbers: list[int] = []
        done = 0
        for start, end, _candidate in settled:
            words += self._words(look[done:start])
            numbers.append(len(words))
            words.append(SETTLED * (end - start))
            done = end
        words += self._words(look[done:])
        return _Segmentation(words, numbers, changed)

    def _choices(
        self, text: str, cut: "_Segmentation", text_context: TextContext
    ) -> Iterator[tuple[int, Candidate | None]]:
        """The number of each word that its place decides, in order, and what it becomes there."""
        conditional, unconditional = self._candidates.conditional, self._candidates.unconditional
        names = self._names(text_context, text, cut)
        inherited = names.answers
        titled = work_titles(text) if unconditional else frozenset[int]()
        words = cut.words
        sought = conditional.union(inherited) if inherited else conditional
        here = sought.intersection(words)
        numbers = list(compress(count(), map(here.__contains__, words))) if here else []
        if titled:
            numbers = sorted(
                {*numbers, *(number for number in cut.beginning_at(titled) if words[number] in unconditional)}
            )
        if not numbers:
            return
        chooser = Chooser(self._candidates, text, self._simplified, text_context, names.parts, words)
        for number in numbers:
            word, start = words[number], cut.starts[number]
            if word in conditional or (start in titled and word in unconditional):
                found = chooser.choice(word, start, start + len(word), number)
                yield number, found if found or start in titled else self._by_part(word, start, number, chooser)
            elif word not in unconditional:
                yield number, Candidate(inherited[word], None, None)

    def _by_part(self, word: str, start: int, number: int, chooser: Chooser) -> Candidate | None:
        """A word that is none of its candidates (晶片卡 in 晶片卡關): the longest word that it begins or ends with is replaced."""
        entries = self._candidates.entries
        for length in range(len(word) - 1, 1, -1):
            for at in (0, len(word) - length):
                part, place = word[at : at + length], start + at
                found = chooser.choice(part, place, place + length, number) if part in entries else None
                if found:
                    before, behind = self._pieces[word[:at]], self._pieces[word[at + length :]]
                    return found._replace(answer=before + found.answer + behind)
        return None

    def _names(self, text_context: TextContext, text: str, cut: "_Segmentation") -> SeenNames:
        """The foreign names of the article, looked for once; set when they are complete, for another thread may ask."""
        found = text_context.names
        if found is None:
            found = SeenNames()
            if not DOTS.isdisjoint(text_context.article):
                words = (cut if text == text_context.article else self._segment(text_context.article, ())).words
                found = seen_names(words, self._candidates.unconditional)
            text_context.names = found
        return found

    def _simplified(self, text: str) -> str:
        plain = clean(text)
        return plain.translate(self._alphabet.simplify) if self._alphabet.simplify else plain

    def _restore(
        self, text: str, cut: "_Segmentation", pieces: list[str], choices: Mapping[int, Candidate | None]
    ) -> None:
        """Print the characters that look-up changed as the text has them, in words that were not replaced."""
        if not cut.changed:
            return
        words, starts, unconditional = cut.words, cut.starts, self._candidates.unconditional
        for number in {bisect_right(starts, place) - 1 for place in cut.changed}.difference(cut.settled):
            word = words[number]
            if not (choices[number] if number in choices else unconditional.get(word)):
                written = text[starts[number] : starts[number + 1]]
                pieces[number] = self._alphabet.restore(written, word, pieces[number])


class CharacterRewriter(Rewriter):
    """A rewriter without candidates: only clauses that hold one of the `telling` characters are cut into words.

    In every other clause each character becomes what `table` says, whatever the words are.
    """

    def __init__(
        self,
        segmenter: Segmenter,
        spell: Callable[[str], str],
        alphabet: Alphabet,
        ambiguous_characters: str,
        table: dict[int, str],
    ) -> None:
        super().__init__(segmenter, spell, Candidates({}), alphabet)
        self._is_plain = frozenset(ambiguous_characters).isdisjoint
        self._characters = Characters({chr(old): new for old, new in table.items()})

    def rewrite(self, text: str, text_context: TextContext, settled: Places = ()) -> Outcome:
        """`text` rewritten around the passages that are settled."""
        pieces: list[str] = []
        places: list[tuple[int, int]] = []
        done = length = 0
        for start, end, candidate in settled:
            pieces += self._passage(text[done:start], text_context), candidate.answer
            begin = length + len(pieces[-2])
            length = begin + len(candidate.answer)
            places.append((begin, length))
            done = end
        return Outcome("".join([*pieces, self._passage(text[done:], text_context)]), places)

    def _passage(self, text: str, text_context: TextContext) -> str:
        plain = self._characters.apply(text)
        clauses = _CLAUSE.findall(text)
        ambiguous = list(compress(count(), map(not_, map(self._is_plain, clauses))))
        if not ambiguous:
            return plain
        ends = list(accumulate(map(len, clauses)))
        rewritten = super().rewrite("\n".join([clauses[number] for number in ambiguous]), text_context).text.split("\n")
        pieces: list[str] = []
        done = 0
        for number, clause in zip(ambiguous, rewritten, strict=True):
            start = ends[number] - len(clauses[number])
            pieces += plain[done:start], clause
            done = ends[number]
        return "".join([*pieces, plain[done:]])


_CLAUSE = re.compile(r"[^，。！？、；：,;:!?「」『』（）()《》\s]+|[，。！？、；：,;:!?「」『』（）()《》\s]+")
"""A clause, or what stands between two: no word reaches over it."""


SETTLED = "\x1f"
"""Stands for a character of a settled passage among the words of a text: no text has it after `clean`."""


@dataclass(frozen=True)
class _Segmentation:
    """A text cut into words."""

    words: list[str]
    settled: list[int]
    """The numbers of the words that stand for settled passages."""
    changed: list[int]
    """The places of the characters that look-up changed."""

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins, and where the text ends."""
        return list(accumulate(map(len, self.words), initial=0))

    def beginning_at(self, places: Iterable[int]) -> Iterator[int]:
        """The numbers of the words that begin at one of the `places`."""
        starts = self.starts
        for place in places:
            number = bisect_left(starts, place)
            if starts[number] == place:
                yield number


class _WordOutputs(dict[str, str]):
    """What each word becomes where nothing is asked, remembered."""

    def __init__(self, spell: Callable[[str], str], alphabet: Alphabet, unconditional: Mapping[str, Candidate]) -> None:
        super().__init__()
        self._spell = spell
        self._alphabet = alphabet
        self._certain = unconditional

    def __missing__(self, word: str) -> str:
        candidate = self._certain.get(word)
        found = candidate.answer if candidate else self.spelled(word)
        if len(self) < MOST_REMEMBERED:
            self[word] = found
        return found

    def spelled(self, word: str) -> str:
        """A word that is not replaced."""
        return self._alphabet.restore(word, word, self._spell(word))


def _insert(numbers: list[int], pieces: list[str], settled: Places) -> list[tuple[int, int]]:
    """Put the outcomes of settled passages in the places of their words; where they stand in the outcome."""
    places: list[tuple[int, int]] = []
    done = end = 0
    for number, (_start, _end, candidate) in zip(numbers, settled, strict=True):
        pieces[number] = candidate.answer
        start = end + sum(map(len, pieces[done:number]))
        end = start + len(pieces[number])
        places.append((start, end))
        done = number + 1
    return places
