"""Topics by the form of a text: chapters and dialogue of fiction, code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.tagging.subject import Subject

Signs = dict[str, float]
"""Topic → points."""

FICTION, PROGRAMMING = "小说", "编程"
POINTS = 60.0
"""Enough for any text: the form leaves no doubt."""
CODE_POINTS = 8.0
"""About four words that hardly occur elsewhere."""

_CHAPTER = re.compile(r"第[0-9零〇一二两三四五六七八九十百千]+[章回节](?!程|课)")
_SPEECH = re.compile(r"[“「『‘\"]")
_LAW = re.compile(r"总则|附则|条例|规定|办法|教程|课程|讲义")
_SPOKEN = 0.35
"""Minimum share of paragraphs that begin with speech in fiction; beside a chapter's heading, A_CHAPTER'S."""
_SPOKEN_IN_CHAPTER = 0.08
_FEWEST = 8
"""Minimum paragraphs to judge by."""


def signs(subject: Subject) -> Signs:
    """Points for topics that the article's form tells."""
    found: Signs = {}
    if _is_fiction(subject):
        found[FICTION] = POINTS
    if any(passage.kind == "code" for passage in subject.article.body):
        found[PROGRAMMING] = CODE_POINTS
    return found


def _is_fiction(subject: Subject) -> bool:
    paragraphs = [passage.text for passage in subject.article.body if passage.kind in {"paragraph", "quote"}]
    if len(paragraphs) < _FEWEST:
        return False
    spoken = sum(1 for text in paragraphs if _SPEECH.match(text)) / len(paragraphs)
    title = subject.folded[: subject.title_end]
    chapter = _CHAPTER.search(title) is not None and not _LAW.search(title)
    return spoken >= (_SPOKEN_IN_CHAPTER if chapter else _SPOKEN)
