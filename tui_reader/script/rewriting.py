"""One pass over a text: segmentation, candidates chosen by position, and spelling of all other words.

Words come before characters: the text is segmented along the most probable path (`segment`), so 丝发 within 粉丝发现 is
never looked up. The spelling of a word depends on the word alone and is cached.
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
"""(start, end, replacement)."""

Places = Sequence[Hit]
"""Fixed spans, in order, with their output."""

MOST_REMEMBERED = 50_000
"""Cached word spellings; an article has about a thousand."""


class Alphabet(NamedTuple):
    """Character tables of a rewriter, one for one, for `str.translate`."""

    lookup: dict[int, str] | None
    """Text → the form used by dictionary and candidates; None if identical."""
    simplify: dict[int, str] | None
    """Text → simplified characters, for guards; None if identical."""
    native: Callable[[str], str]
    """Output of a character that `lookup` changed: a traditional one within simplified text is already right."""
    spelled: frozenset[str] | None = None
    """Unchanged characters to respell; None for all. In traditional text nearly all are already right."""

    def restore(self, written: str, word: str, spelled: str) -> str:
        """Undo respelling where the `written` character was already right; `word` is the looked-up form of `written`."""
        anew = self.spelled
        if len(spelled) != len(word) or (written == word and anew is None):
            return spelled
        return "".join(
            answer if own == seen and (anew is None or own in anew) else self.native(own)
            for own, seen, answer in zip(written, word, spelled, strict=True)
        )


class Outcome(NamedTuple):
    """The rewritten text, and the fixed spans in its offsets."""

    text: str
    settled: list[tuple[int, int]]


class Rewriter:
    """Rewrites words and characters in one direction. Thread-safe."""

    def __init__(
        self, segmenter: Segmenter, spell: Callable[[str], str], candidates: Candidates, alphabet: Alphabet
    ) -> None:
        self._words = segmenter.words
        self._candidates = candidates
        self._alphabet = alphabet
        self._lookup = RareCharacters(FORBIDDEN | (alphabet.lookup or {}))
        self._pieces = _WordOutputs(spell, alphabet, candidates.unconditional)

    def convert(self, text: str, text_context: TextContext) -> str:
        return self.rewrite(text, text_context).text

    def rewrite(self, text: str, text_context: TextContext, settled: Places = ()) -> Outcome:
        """Rewrite `text` around the fixed spans `settled`."""
        cut = self._segment(text, settled)
        pieces = list(map(self._pieces.__getitem__, cut.words))
        choices = dict(self._choices(text, cut, text_context))
        for number, candidate in choices.items():
            pieces[number] = candidate.answer if candidate else self._pieces.spelled(cut.words[number])
        self._restore(text, cut, pieces, choices)
        places = _insert(cut.settled, pieces, settled)
        return Outcome("".join(pieces), places)

    def hits(self, text: str, text_context: TextContext, settled: Places = ()) -> Iterator[Hit]:
        """The replacements in order, without fixed spans."""
        cut = self._segment(text, settled)
        unconditional = self._candidates.unconditional
        choices = dict(self._choices(text, cut, text_context))
        for number, (word, start) in enumerate(zip(cut.words, cut.starts, strict=False)):
            candidate = choices[number] if number in choices else unconditional.get(word)
            if candidate:
                yield start, start + len(word), candidate

    def edges(self, text: str) -> frozenset[int]:
        """Word boundaries of `text` as offsets."""
        return frozenset(self._segment(text, ()).starts)

    def _segment(self, text: str, settled: Places) -> "_Segmentation":
        """Segment a text; fixed spans become runs of SETTLED."""
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
        """(word index, replacement) of each word that depends on its position, in order."""
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
        """Where no candidate fits the word (晶片卡關), replace the longest known word it starts or ends with (晶片)."""
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
        """Foreign names of the article, cached. Assigned only when complete: threads may share the context."""
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
        """Restore the written characters that look-up changed, in words that were not replaced."""
        if not cut.changed:
            return
        words, starts, unconditional = cut.words, cut.starts, self._candidates.unconditional
        for number in {bisect_right(starts, place) - 1 for place in cut.changed}.difference(cut.settled):
            word = words[number]
            if not (choices[number] if number in choices else unconditional.get(word)):
                written = text[starts[number] : starts[number + 1]]
                pieces[number] = self._alphabet.restore(written, word, pieces[number])


class CharacterRewriter(Rewriter):
    """Rewriter without candidates: segments only clauses that contain an `ambiguous` character.

    All other clauses are converted character by character with `table`.
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
"""A clause or a run of delimiters: no word crosses one."""


SETTLED = "\x1f"
"""Placeholder for characters of fixed spans; `clean` removes it from input."""


@dataclass(frozen=True)
class _Segmentation:
    """Words of a text in order; joined they give it back."""

    words: list[str]
    settled: list[int]
    """Indices of the words that stand for fixed spans."""
    changed: list[int]
    """Offsets of the characters that look-up changed."""

    @cached_property
    def starts(self) -> list[int]:
        """Start offset of each word, and the length of the text."""
        return list(accumulate(map(len, self.words), initial=0))

    def beginning_at(self, places: Iterable[int]) -> Iterator[int]:
        """Indices of the words that begin at one of `places`."""
        starts = self.starts
        for place in places:
            number = bisect_left(starts, place)
            if starts[number] == place:
                yield number


class _WordOutputs(dict[str, str]):
    """Cached output of each word that does not depend on its position."""

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
        """Output of a word without replacement."""
        return self._alphabet.restore(word, word, self._spell(word))


def _insert(numbers: list[int], pieces: list[str], settled: Places) -> list[tuple[int, int]]:
    """Insert the outputs of fixed spans into `pieces`; returns their spans in the output."""
    places: list[tuple[int, int]] = []
    done = end = 0
    for number, (_start, _end, candidate) in zip(numbers, settled, strict=True):
        pieces[number] = candidate.answer
        start = end + sum(map(len, pieces[done:number]))
        end = start + len(pieces[number])
        places.append((start, end))
        done = number + 1
    return places
