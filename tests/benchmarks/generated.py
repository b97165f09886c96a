"""Articles made of the sentences of real pages: as many as asked for, the same in every run.

Each takes title, source, author and tags of pages at random, and any sentences until it is long enough: words are as frequent as
in real text, and no two articles are copies.
"""

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui_reader.app.preparing import prepare
from tui_reader.model import Article, Cleaned, Passage
from tui_reader.sources import Source

PROJECT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("TUI_READER_CORPUS", PROJECT.parent / "shared" / "corpus"))

CHARACTERS = 600
PARAGRAPH = 4
"""Sentences of a paragraph."""
TAGS = 5
_SENTENCE = re.compile(r"[^。！？\n]{8,120}[。！？]")


class Material(NamedTuple):
    """Cleaned pages, and all their sentences."""

    pages: tuple[Article, ...]
    sentences: tuple[str, ...]


def material(corpus: Path = CORPUS) -> Material:
    """The seeds, and the pages of a folder with `html/` and `text/` where there is one."""
    folders = (PROJECT / "seeds", corpus / "html", corpus / "text")
    files = [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()) if path.is_file()]
    prepared = (prepare(Source(str(path), None, path.read_bytes())) for path in files)
    pages = tuple(one.article for one in prepared if isinstance(one, Cleaned) and one.article.body)
    sentences = (found for page in pages for passage in page.body for found in _SENTENCE.findall(passage.text))
    return Material(pages, tuple(dict.fromkeys(sentences)))


def articles(count: int, found: Material, characters: int = CHARACTERS) -> Iterator[Article]:
    """So many articles of at least so many characters each."""
    dice = random.Random(count)  # noqa: S311 - synthetic text
    for number in range(count):
        page, other = dice.choice(found.pages), dice.choice(found.pages)
        yield Article(
            title=f"{page.title or other.title or ''}（{number}）",
            body=tuple(_paragraphs(found.sentences, characters, dice)),
            script=page.script,
            encoding="utf-8",
            author=page.author,
            source=page.source,
            published=f"20{dice.randrange(10, 26)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}",
            tags=tuple(dict.fromkeys((*page.tags[:TAGS], *other.tags[:1]))),
        )


def _paragraphs(sentences: tuple[str, ...], characters: int, dice: random.Random) -> Iterator[Passage]:
    while characters > 0:
        text = ""
        for sentence in dice.choices(sentences, k=PARAGRAPH):
            text += sentence if len(text) < characters else ""
        characters -= len(text)
        yield Passage("paragraph", text)


def as_file(article: Article) -> bytes:
    """The article as a text file: title and paragraphs."""
    return "\n\n".join((article.title or "", *(passage.text for passage in article.body), "")).encode()
