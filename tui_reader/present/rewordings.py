"""Reworded words of an article by position, in source and shown text. Pure character changes are not included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_reader.present.article_words import ArticleTags
from tui_reader.present.display import as_written, context_of, known_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui_reader.model import Article, Shown
    from tui_reader.present.display import Converters
    from tui_reader.present.pieces import Piece
    from tui_reader.script import Rewording
    from tui_reader.script.guards import Region


@dataclass(frozen=True, slots=True)
class PlacedRewording:
    """One reworded word. `piece`: its number; `start`, `end`: source offsets.

    `shown_start`, `shown_end`: shown offsets. `source`, `target`: regions of the two words. `file`: the responsible table
    (`people`; `glossary`: the user's), `entry`: its row as text.
    """

    piece: int
    start: int
    end: int
    shown_start: int
    shown_end: int
    word: str
    answer: str
    source: Region
    target: Region
    file: str
    entry: str


def rewordings_of(
    article: Article, pieces: Sequence[Piece], shown: Shown, converters: Converters
) -> tuple[PlacedRewording, ...]:
    """The reworded words in pieces of the article, in order."""
    if shown == "source":
        return ()
    explain = converters(shown).explain
    source, context = known_script(article.script), context_of(article)
    tags = ArticleTags(article, converters(shown), as_written=as_written(article.script, shown))
    found: list[PlacedRewording] = []
    for number, piece in enumerate(pieces):
        if piece.look == "tags":
            found += _placed(number, ((at, tags.worded(tag).rewordings) for at, tag in _lines(piece.text)))
        elif not as_written(article.script, shown):
            found += _placed(number, [(0, explain(piece.text, source=source, context=context))])
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """(offset in the text, line) of each line."""
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _placed(number: int, parts: Iterable[tuple[int, tuple[Rewording, ...]]]) -> Iterator[PlacedRewording]:
    """Shown offsets: rewordings alone change the length, so their growth accumulates."""
    ahead = 0
    for at, rewordings in parts:
        for start, end, word, answer, entry, file, (source, target) in rewordings:
            first = at + start + ahead
            ahead += len(answer) - len(word)
            yield PlacedRewording(
                number, at + start, at + end, first, first + len(answer), word, answer, source, target, file, entry
            )
