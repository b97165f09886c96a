"""What the judges look at: an article's title and text, as written and folded, place by place the same."""

from __future__ import annotations

from dataclasses import dataclass
from operator import add
from typing import TYPE_CHECKING

from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from tui_reader.model import Article, Script

# Characters of text looked at: the whole of most, and of a long one what it is about.
ENOUGH = 4000


@dataclass(frozen=True, slots=True)
class Subject:
    """`text` is the title, a line end, then deck and body; `title_end` is where the title ends in it.

    `pairs` are all two characters that stand side by side in `folded`.
    """

    text: str
    folded: str
    pairs: frozenset[str]
    title_end: int
    script: Script

    @classmethod
    def of(cls, article: Article) -> Subject:
        """The article as the judges see it."""
        title = article.title or ""
        passages = [title, *article.deck, *(passage.text for passage in article.body if passage.kind != "code")]
        text = "\n".join(passages)[: len(title) + ENOUGH]
        folded = fold(text)
        return cls(text, folded, frozenset(map(add, folded, folded[1:])), len(title), article.script)
