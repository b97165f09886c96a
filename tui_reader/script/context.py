"""What a guard may ask: the whole text's script, region and subjects, and the place of one word in it."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui_reader.script.guards import Region
from tui_reader.script.subjects import subjects_of
from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from tui_reader.script.names import SeenNames

_PART, _MARGIN = 240, 120
"""Characters of a line that are judged at once, and of what is read on either side of them: a paragraph or so."""


class TextContext:
    """What is known of a whole text before any of its words is judged.

    `source` is the region that it comes from, None where nothing tells. `article` is the article that the text is a part
    of, at most `targets.SAMPLE` characters: a word whose sense it settles is converted the same way in all its parts.
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
        """The foreign names of the article, once they were looked for."""
        self.senses: dict[tuple[str, str], bool] = {}
        """For a guard and a word, whether the word has the guard's sense in the article."""
        self.source = region


ENOUGH_FOR_REGION = 200
"""Characters of a text whose region is sure: in a sentence it hangs on one word."""


class MatchContext:
    """A place in a text (`guards.Place`), moved from word to word; each part of a line is folded once.

    `written` is the text as it is, `text` the same in simplified characters, one for one; `words` are what the text was
    cut into, as long as what they stand for, and `number` says which of them it is.
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
        """The word as the text has it."""
        return self._written[self.start : self.end]

    def neighbour(self, offset: int) -> str:
        """The word so many words behind it, before it where negative; empty beyond the text and where none was cut."""
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
        """The part of its line that the word stands in, folded."""
        self._move()
        return self._line

    @property
    def subjects(self) -> frozenset[str]:
        """The subjects of that part."""
        self._move()
        return self._subjects

    @property
    def source(self) -> Region | None:
        """The region that the text comes from; None where nothing tells."""
        return self._text_context.source

    @property
    def sure_source(self) -> Region | None:
        """The region that an article is from; None for a text too short to tell surely."""
        return self._text_context.source if len(self._text_context.article) >= ENOUGH_FOR_REGION else None

    @cached_property
    def _line(self) -> str:
        return fold(self._written[self._first : self._last])

    @cached_property
    def _subjects(self) -> frozenset[str]:
        return subjects_of(self._line, self._text_context.subjects)

    def _move(self) -> None:
        """Be in the part of the line that the word stands in; a line that is a whole article tells too much at once."""
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
