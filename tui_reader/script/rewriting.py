"""One pass over a text: cut into words, each word with candidates judged at its place, every other word spelled by itself.

Words come before characters: a text is cut along the most probable path through its lattice of words (`segment`), so that
丝发 within 粉丝发现 is never looked up. A word's spelling depends on the word alone and is remembered.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from tui_reader.script.candidates import Candidate, Candidates, Chooser
from tui_reader.script.context import TextContext
from tui_reader.script.names import DOTS, SeenNames, seen_names
from tui_reader.script.segment.segmenter import Segmenter, clean

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
        self._spell = spell
        self._pieces = _Pieces(spell, candidates.certain)

    def convert(self, text: str, about: TextContext) -> str:
        """`text` rewritten."""
        return self.rewrite(text, about).text

    def rewrite(self, text: str, about: TextContext, settled: Places = ()) -> Outcome:
        """`text` rewritten around the passages that are settled."""
        words, changed = self._cut(text, settled)
        pieces = list(map(self._pieces.__getitem__, words))
        refused: set[int] = set()
        if "《" in text or self._names(about).answers or not self._candidates.asked.isdisjoint(words):
            for number, _start, word, candidate in self._judged(text, words, about):
                pieces[number] = candidate.answer if candidate else self._spell(word)
                if candidate is None:
                    refused.add(number)
        if changed:
            self._restore(text, words, pieces, refused)
        places = _insert(words, pieces, settled) if settled else []
        return Outcome("".join(pieces), places)

    def hits(self, text: str, about: TextContext, settled: Places = ()) -> Iterator[Hit]:
        """The words that are replaced, in order; settled passages are left out."""
        words, _changed = self._cut(text, settled)
        certain = self._candidates.certain
        judged = {number: candidate for number, _start, _word, candidate in self._judged(text, words, about)}
        for number, (word, end) in enumerate(zip(words, accumulate(map(len, words)), strict=True)):
            candidate = judged[number] if number in judged else certain.get(word)
            if candidate:
                yield end - len(word), end, candidate

    def edges(self, text: str) -> frozenset[int]:
        """The offsets at which words of `text` begin or end."""
        return frozenset((0, *accumulate(map(len, self._words(self._lookup(text))))))

    def _cut(self, text: str, settled: Places) -> tuple[list[str], bool]:
        """The words of a text, settled passages among them as runs of SETTLED, and whether look-up changed any character."""
        look = self._lookup(text)
        if not settled:
            return self._words(look), look != text
        words: list[str] = []
        done = 0
        for start, end, _candidate in settled:
            words += *self._words(look[done:start]), SETTLED * (end - start)
            done = end
        return [*words, *self._words(look[done:])], True

    def _lookup(self, text: str) -> str:
        plain = clean(text)
        return plain.translate(self._alphabet.lookup) if self._alphabet.lookup else plain

    def _judged(
        self, text: str, words: list[str], about: TextContext
    ) -> Iterator[tuple[int, int, str, Candidate | None]]:
        """Each word that its place decides: its number, where it begins, and what it becomes there."""
        asked, certain = self._candidates.asked, self._candidates.certain
        names = self._names(about)
        chooser = Chooser(self._candidates, text, self._simple, about, names.parts)
        titled, inherited = chooser.titled, names.answers
        starts = (0, *accumulate(map(len, words)))
        for number, word in enumerate(words):
            start = starts[number]
            if word in asked or (titled and start in titled and word in certain):
                yield number, start, word, chooser.choice(word, start, start + len(word))
            elif word in inherited and word not in certain:
                yield number, start, word, Candidate(inherited[word], None, None)

    def _names(self, about: TextContext) -> SeenNames:
        """The foreign names of the article, looked for once."""
        if about.names is None:
            about.names = SeenNames()
            if not DOTS.isdisjoint(about.article):
                about.names = seen_names(self._words(self._lookup(about.article)), self._candidates.certain)
        return about.names

    def _simple(self, text: str) -> str:
        plain = clean(text)
        return plain.translate(self._alphabet.simplify) if self._alphabet.simplify else plain

    def _restore(self, text: str, words: list[str], pieces: list[str], refused: set[int]) -> None:
        """Print the characters that look-up changed as the text has them, in words that were not replaced."""
        native, anew, entries = self._alphabet.native, self._alphabet.spelled, self._candidates.entries
        done = 0
        for number, word in enumerate(words):
            end = done + len(word)
            written = text[done:end]
            same = written == word and anew is None
            if not same and len(pieces[number]) == len(word) and (word not in entries or number in refused):
                kept = zip(written, word, pieces[number], strict=True)
                pieces[number] = "".join(
                    piece if own == seen and (anew is None or own in anew) else native(own) for own, seen, piece in kept
                )
            done = end


SETTLED = "\x1f"
"""Stands for a character of a settled passage among the words of a text: no text has it after `clean`."""


class _Pieces(dict[str, str]):
    """What each word becomes where nothing is asked, remembered."""

    def __init__(self, spell: Callable[[str], str], certain: Mapping[str, Candidate]) -> None:
        super().__init__()
        self._spell = spell
        self._certain = certain

    def __missing__(self, word: str) -> str:
        candidate = self._certain.get(word)
        found = candidate.answer if candidate else self._spell(word)
        if len(self) < MOST_REMEMBERED:
            self[word] = found
        return found


def _insert(words: list[str], pieces: list[str], settled: Places) -> list[tuple[int, int]]:
    """Put the outcomes of settled passages in their places; where they stand in the outcome."""
    answers = iter(settled)
    places: list[tuple[int, int]] = []
    done = 0
    for number, word in enumerate(words):
        if word.startswith(SETTLED):
            pieces[number] = next(answers)[2].answer
            places.append((done, done + len(pieces[number])))
        done += len(pieces[number])
    return places
