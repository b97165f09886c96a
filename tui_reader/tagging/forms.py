"""Topics by the form of a text: chapters and dialogue of fiction, code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.tagging.subject import Subject


class Sign(NamedTuple):
    """Evidence for a topic: points, and as how many distinct words it counts."""

    topic: str
    points: float
    different: int


FICTION = Sign("小说", 60.0, 3)
"""Enough for any text: the form leaves no doubt."""
CODE = Sign("编程", 4.0, 1)
"""Equal to two words that rarely occur elsewhere: a story may end in a listing."""

_CHAPTER = re.compile(r"第[0-9零〇一二两三四五六七八九十百千]+[章回节](?!程|课)")
_SPEECH = re.compile(r"[“「『‘\"]")
_LAW = re.compile(r"总则|附则|条例|规定|办法|教程|课程|讲义")
_OF_NOVELS = re.compile(r"小说|章节|书屋|书库|书城|网文|连载")
"""Source or category of a site of novels."""
_SPOKEN = 0.35
"""Minimum share of paragraphs that begin with speech in fiction; beside a chapter's heading, A_CHAPTER'S."""
_SPOKEN_IN_CHAPTER = 0.08
_FEWEST = 8
"""Minimum paragraphs to judge by."""


def signs(subject: Subject) -> Iterator[Sign]:
    """Evidence by the article's form."""
    if _is_fiction(subject):
        yield FICTION
    if any(passage.kind == "code" for passage in subject.article.body):
        yield CODE


def _is_fiction(subject: Subject) -> bool:
    paragraphs = [passage.text for passage in subject.article.body if passage.kind in {"paragraph", "quote"}]
    if len(paragraphs) < _FEWEST:
        return False
    spoken = sum(1 for text in paragraphs if _SPEECH.match(text)) / len(paragraphs)
    title = subject.folded[: subject.title_end]
    chapter = _CHAPTER.search(title) is not None and not _LAW.search(title)
    return (chapter and _is_of_novels(subject)) or spoken >= (_SPOKEN_IN_CHAPTER if chapter else _SPOKEN)


def _is_of_novels(subject: Subject) -> bool:
    article = subject.article
    return bool(_OF_NOVELS.search(fold(f"{article.source or ''} {article.category or ''}")))
