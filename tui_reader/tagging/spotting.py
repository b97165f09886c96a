"""Multi-phrase search.

Words are looked up by their first two characters, longest first; matches do not overlap (`积电` within `台积电`). A Latin
word must be a whole word (`Arm`, not `alarm`); lower-case text does not match a capitalized entry (`line`, not LINE).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui_reader.tagging.subject import Subject

T = TypeVar("T")


class _Word(NamedTuple, Generic[T]):
    folded: str
    meaning: T
    latin: bool
    small: bool


class Hit(NamedTuple, Generic[T]):
    """A match: span and meaning."""

    start: int
    end: int
    meaning: T


class PhraseMatcher(Generic[T]):
    """Finds words of two characters or more, each with its meaning."""

    def __init__(self, words: Iterable[tuple[str, T]]) -> None:
        found: dict[str, list[_Word[T]]] = defaultdict(list)
        for word, meaning in words:
            folded = fold(word)
            found[folded[:2]].append(_Word(folded, meaning, folded.isascii(), word == folded))
        self._by_start = {start: sorted(some, key=lambda word: -len(word.folded)) for start, some in found.items()}

    def hits(self, subject: Subject) -> Iterator[Hit[T]]:
        """Matches in the subject's text, from left to right."""
        text, folded, free = subject.text, subject.folded, 0
        for at in self._starts(subject):
            if at < free:
                continue
            for word in self._by_start[folded[at : at + 2]]:
                if folded.startswith(word.folded, at) and _stands(word, text, folded, at):
                    free = at + len(word.folded)
                    yield Hit(at, free, word.meaning)
                    break

    def _starts(self, subject: Subject) -> list[int]:
        """Possible start offsets, in order. Few character pairs start a word, so the text is searched for those."""
        starts: list[int] = []
        for pair in subject.pairs & self._by_start.keys():
            at = subject.folded.find(pair)
            while at >= 0:
                starts.append(at)
                at = subject.folded.find(pair, at + 1)
        return sorted(starts)


def _stands(word: _Word[T], text: str, folded: str, at: int) -> bool:
    """Whether a Latin word matches as a whole word; Han words always match."""
    if not word.latin:
        return True
    end = at + len(word.folded)
    if _is_latin(folded[at - 1 : at]) or _is_letter(folded[end : end + 1]):
        return False
    return word.small or not text[at:end].islower()


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
