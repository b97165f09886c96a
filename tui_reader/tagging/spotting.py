"""Terms with meanings, found in an article's text.

Matches do not overlap, and the longest at each place wins (`积电` within `台积电` does not match). A Latin term must be a
whole word (`Arm`, not `alarm`); lower-case text does not match a capitalized entry (`line`, not LINE). A term in Han
characters must not cut a word of the text in two (成龙 in 形成龙头); a matcher may require more.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from tui_reader.text.fold import fold
from tui_reader.text.phrases import PhraseMatcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tui_reader.tagging.subject import Subject

T = TypeVar("T")


class _Term(NamedTuple, Generic[T]):
    meaning: T
    latin: bool
    small: bool


class Hit(NamedTuple, Generic[T]):
    """A term at `start` to `end` (exclusive) of the folded text, and its meaning."""

    start: int
    end: int
    meaning: T


class TermMatcher(Generic[T]):
    """Finds terms of two characters or more, each with its meaning.

    Latin terms are searched separately: a Latin match that is no whole word must not hide others. `stands` decides
    whether a term in Han characters is meant at a span.
    """

    def __init__(self, terms: Iterable[tuple[str, T]], stands: Callable[[Subject, int, int], bool]) -> None:
        self._stands = stands
        self._terms: dict[str, list[_Term[T]]] = defaultdict(list)
        for word, meaning in terms:
            folded = fold(word)
            self._terms[folded].append(_Term(meaning, folded.isascii(), word == folded))
        latin = [folded for folded in self._terms if folded.isascii()]
        self._matchers = PhraseMatcher(latin), PhraseMatcher(self._terms.keys() - set(latin))

    def hits(self, subject: Subject) -> Iterator[Hit[T]]:
        """Matches in the subject's text, from left to right."""
        found = [span[1:] for matcher in self._matchers for span in matcher.find(subject.folded)]
        free = 0
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            hit = self._at(subject, start, end) if start >= free else None
            if hit is not None:
                free = hit.end
                yield hit

    def _at(self, subject: Subject, start: int, longest: int) -> Hit[T] | None:
        """The longest term at a place that is meant there."""
        for end in range(longest, start + 1, -1):
            for term in self._terms.get(subject.folded[start:end], ()):
                if self._is_meant(subject, start, end, term):
                    return Hit(start, end, term.meaning)
        return None

    def _is_meant(self, subject: Subject, start: int, end: int, term: _Term[T]) -> bool:
        if term.latin:
            return _is_word(subject, start, end, small=term.small)
        return self._stands(subject, start, end)


def whole(subject: Subject, start: int, end: int) -> bool:
    """Whether the span cuts no word in two; parts of compounds count (手机 in 智能手机)."""
    return not subject.crosses(start, end)


def _is_word(subject: Subject, start: int, end: int, *, small: bool) -> bool:
    """Whether a Latin term is a whole word here, written as the entry is."""
    folded = subject.folded
    if _is_latin(folded[start - 1 : start]) or _is_letter(folded[end : end + 1]):
        return False
    return small or not subject.text[start:end].islower()


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
