"""Context that guards test: script, region and subjects of the whole text, and the position of one word."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui_reader.script.guards import Region
from tui_reader.script.subjects import subjects_of
from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from tui_reader.script.names import SeenNames

_PART, _MARGIN = 240, 120
"""Characters of a line that are tested at once, and of context read on either side: about a paragraph."""


class TextContext:
    """Facts about a whole text, known before any of its words is decided.

    `source` is the region of the text, None if unknown. `article` is the article that the text belongs to, at most
    `targets.SAMPLE` characters: a word whose sense it determines is converted alike in all its parts.
    """

    def __init__(
        self,
        target: Region,
        *,
        simplified: bool,
        region: Region | None,
        subjects: frozenset[str],
        article: str = "",
    ) -> None:
        self.target = target
        self.simplified = simplified
        self.subjects = subjects
        self.article = article
        self.names: SeenNames | None = None
        """Foreign names of the article; None until they were searched for."""
        self.senses: dict[tuple[str, str], bool] = {}
        """(guard, word) → whether the word has the guard's sense in the article."""
        self.source = region


ENOUGH_FOR_REGION = 200
"""Minimum characters for a reliable region: in a single sentence it depends on one word."""


class MatchContext:
    """A position in a text (`guards.Place`), moved from word to word; each part of a line is folded once.

    `written` is the text as written, `text` the same in simplified characters, one for one. `words` is its segmentation
    (same lengths), `number` the index of the current word in it.
    """

    def __init__(self, written: str, simple: str, text_context: TextContext, words: Sequence[str] = ()) -> None:
        self.text = simple
        self.number = 0
        self._words = words
        self.start = self.end = 0
        self.simplified = text_context.simplified
        self.target = text_context.target
        self._written = written
        self._text_context = text_context
        self._first = self._last = self._here = self._there = -1

    @property
    def written(self) -> str:
        return self._written[self.start : self.end]

    def neighbour(self, offset: int) -> str:
        """The word `offset` words after this one (before it if negative); "" outside the text or without segmentation."""
        words, number = self._words, self.number
        if not 0 <= number + offset < len(words):
            return ""
        if offset < 0:
            last = self.start - sum(map(len, words[number + offset + 1 : number]))
            return self.text[last - len(words[number + offset]) : last]
        first = self.start + sum(map(len, words[number : number + offset]))
        return self.text[first : first + len(words[number + offset])]

    @property
    def line(self) -> str:
        """The folded part of the line that contains the word."""
        self._move()
        return self._line

    @property
    def subjects(self) -> frozenset[str]:
        self._move()
        return self._subjects

    @property
    def source(self) -> Region | None:
        """Region of the text; None if unknown."""
        return self._text_context.source

    @property
    def sure_source(self) -> Region | None:
        """Region of the article; None where the text is too short to be sure."""
        return self._text_context.source if len(self._text_context.article) >= ENOUGH_FOR_REGION else None

    @cached_property
    def _line(self) -> str:
        return fold(self._written[self._first : self._last])

    @cached_property
    def _subjects(self) -> frozenset[str]:
        return subjects_of(self._line, self._text_context.subjects)

    def _move(self) -> None:
        """Select the part of the line that contains the word. Whole lines are too broad where a line is an article."""
        if self._here <= self.start < self._there:
            return
        first = self._written.rfind("\n", 0, self.start) + 1
        newline = self._written.find("\n", self.end)
        last = newline if newline >= 0 else len(self._written)
        self._here = first + (self.start - first) // _PART * _PART
        self._there = min(self._here + _PART, last)
        self._first, self._last = max(first, self._here - _MARGIN), min(last, self._there + _MARGIN)
        self.__dict__.pop("_line", None)
        self.__dict__.pop("_subjects", None)
