"""Title and text of an article, as written and folded, with equal offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from tui_reader.model import Article, Script

# Characters examined: all of most texts, the beginning of long ones.
ENOUGH = 4000


@dataclass(frozen=True, slots=True)
class Subject:
    """`text`: title, line break, deck and body; `title_end`: end of the title in it."""

    text: str
    folded: str
    title_end: int
    script: Script

    @classmethod
    def of(cls, article: Article) -> Subject:
        title = article.title or ""
        passages = [title, *article.deck, *(passage.text for passage in article.body if passage.kind != "code")]
        text = "\n".join(passages)[: len(title) + ENOUGH]
        folded = fold(text)
        return cls(text, folded, len(title), article.script)
