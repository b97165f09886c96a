"""Tags declared by the page: category and source."""

from __future__ import annotations

import re
from functools import cache

from tui_reader.tagging.tables import words
from tui_reader.text.cells import width_as_written as width
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN
from tui_reader.text.sanitize import one_line

# Separators of category paths and pairs: 科技 > 手机, 半導體/AI, 即時_社會.
_PARTS = re.compile(r"\s*[/／>›»<|｜,，、;；:：·．_]+\s*|\s+-\s+")
# Words for sections, without subject: 财经频道 is about 财经.
_CHANNEL = re.compile(r"(?<=..)(?:频道|頻道|版块|板块|专区|專區|新闻|新聞|栏目)$")
_CHANNEL_OF_PAPER = re.compile(r"\s*[-_—|]\s*\S+(?:频道|頻道)$")
# Minimum: two Han characters or letters; signs are not subjects.
_SUBJECT = re.compile(rf"[{HAN}]{{2}}|[A-Za-z]{{2}}")
# Maximum characters: longer ones are sentences or slogans.
MOST_CELLS = 20
MOST_SOURCE_CELLS = 40
MOST_CATEGORIES = 2


def category_tags(category: str | None, source: str | None = None) -> list[str]:
    """Parts of a category that differ from the source, the last (narrowest) first."""
    parts = [_CHANNEL.sub("", one_line(part)) for part in _PARTS.split(category or "")]
    return [part for part in reversed(parts) if _tells(part) and fold(part) not in fold(source or "")][:MOST_CATEGORIES]


def source_tags(source: str | None) -> list[str]:
    """The source, if it is a name."""
    name = _CHANNEL_OF_PAPER.sub("", one_line(source or ""))
    return [name] if 0 < width(name) <= MOST_SOURCE_CELLS else []


def _tells(part: str) -> bool:
    return bool(_SUBJECT.search(part)) and width(part) <= MOST_CELLS and fold(part) not in _empty()


@cache
def _empty() -> frozenset[str]:
    """Folded words without information."""
    return frozenset(map(fold, words("empty_categories.txt")))
