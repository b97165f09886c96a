"""Title and text of an article, as written, folded and segmented, with equal offsets."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from tui_reader.script.segment.segmenter import clean, segmenter
from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from tui_reader.model import Article, Script

# Characters examined: all of most texts, the beginning of long ones.
ENOUGH = 4000


@dataclass(frozen=True, slots=True)
class Subject:
    """`text`: title, line break, deck and body without code; `title_end`: end of the title in it.

    `edges` has a 1 at every offset where a word begins or ends, 0 within words. `body`: characters behind the title.
    """

    text: str
    folded: str
    title_end: int
    script: Script
    edges: bytes
    article: Article

    @classmethod
    def of(cls, article: Article) -> Subject:
        title = article.title or ""
        passages = [title, *article.deck, *(passage.text for passage in article.body if passage.kind != "code")]
        text = "\n".join(passages)[: len(title) + ENOUGH]
        folded = fold(text)
        return cls(text, folded, len(title), article.script, _edges(folded), article)

    @property
    def body(self) -> int:
        return len(self.text) - self.title_end

    def is_edge(self, offset: int) -> bool:
        """Whether a word begins or ends here."""
        return self.edges[offset] == 1

    def word_end(self, offset: int) -> int:
        """The end of the word that this offset is within; the offset itself at an edge."""
        return self.edges.index(1, offset)

    def is_word(self, start: int, end: int) -> bool:
        """Whether the span is one word: it has edges at both ends and none between."""
        return bool(self.edges[start] and self.edges[end]) and 1 not in self.edges[start + 1 : end]

    def crosses(self, start: int, end: int) -> bool:
        """Whether the span begins or ends within a word that it does not lie in: 成龙 in 形成龙头."""
        return not (self.edges[start] and self.edges[end]) and 1 in self.edges[start + 1 : end]

    def in_title(self, start: int) -> bool:
        return start < self.title_end

    def within_title(self, folded: str) -> bool:
        """Whether the title has this folded text."""
        return self.folded.find(folded, 0, self.title_end) >= 0

    def mentions(self, folded: str) -> int:
        """Occurrences behind the title that begin with a word."""
        count, at = 0, self.folded.find(folded, self.title_end)
        while at >= 0:
            count += self.edges[at]
            at = self.folded.find(folded, at + len(folded))
        return count


def _edges(folded: str) -> bytes:
    """Segmentation as marks. Folded text is in simplified characters, one for one."""
    words = segmenter("hans").words(clean(folded))
    marks = bytearray(len(folded) + 1)
    marks[0] = 1
    for end in accumulate(map(len, words)):
        marks[end] = 1
    return bytes(marks)
