"""The article's title: which block, or which part of what the window says."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.patterns.dates import date_rows, is_date_row
from tui_reader.cleaning.patterns.names import is_outlet
from tui_reader.script.fold import fold

LONGEST = 120
SHORTEST = 4
LONGEST_WINDOW = 1000
"""Characters of a window's title; a longer first line is the whole text."""
LOOK_BACK = 80
"""Blocks above the body that may hold the title; menus of hundreds of lines stand above it, never between."""
NEAR_DATE = 3
"""Within so many lines under a title stands the row with the date."""
MATCH, INSIDE, DATED, HEAD, LABELLED, NEAR, FIRST = 5.0, 3.0, 2.5, 3.0, 6.0, 1.0, 1.5
"""Evidence: the window's title begins so; it holds this; a date follows; markup says h1; 标题: stands before; distance to the body; the dump's first line."""
UNLIKELY = 3.0
"""What a row with a date, or the name of a paper, has against it."""
ENOUGH = 2.0

_NEVER = frozenset({"address", "image", "waiting", "legal", "notice", "promotion", "share"})
"""Sorts of blocks that are never a title, whatever stands near them."""
_SPACE = re.compile(r"\s+")
_SUFFIX = re.compile(r"\s*[_|｜]+\s*|\s+[-–—~·]+\s+|(?<=[^\s\da-z])-+(?=[^\s\d])|--+|-+\s+|\s*::\s*|-(?=[\w.]+$)")
_LABELLED = re.compile(r"(?:标\s?题|主题|题目|帖子主题)\s?[:|]\s?(?=\S)|标题(?=[\[【re])")
_COUNTS = re.compile(r"(?:(?:点击|回复|阅读|查看|浏览|人气|回帖|访问|字体|字号|评论)[数量]?\s?[:(]\s?\d*)")
"""How often a post was read is never its title."""
_KIND = re.compile(r"[\[【][\u4e00-\u9fff]{2,4}[\]】]\s*")
"""The kind of post, that the window's title may leave out."""
_OPENERS = frozenset("标主题帖[【")
"""What a labelled title, or one with its kind, begins with."""
_TAG = re.compile(
    r"(?:\[(?:新闻|转载|原创|情报|心得|问题|讨论|闲聊|其他)\]|【转】|(?:原创|转载|组图|独家)(?=[\s:|]))\s*"
)
"""A word that says what kind of post it is, not what it is about."""


class Title(NamedTuple):
    """The title as shown, and the block it stands in (-1: only the window has it)."""

    text: str | None
    block: int


def find_title(page: Page, labels: Sequence[Label], start: int) -> Title:
    """The title above the body that begins at `start`."""
    if not page.blocks:
        return Title(None, -1)
    window = _window(page, labels)
    squashed = _squash(fold(window)) if window else ""
    best, where = ENOUGH, -1
    first = max(0, start - LOOK_BACK)
    near_date = _near_date(page.blocks, first, start)
    for index in [0, *range(max(1, first), min(start + 1, len(page.blocks)))]:
        if not _may_be(page.blocks[index], squashed, under_date=index in near_date):
            continue
        score = _score(page.blocks, labels, index, squashed, start, near_date)
        if score >= best:
            best, where = score, index
    if where < 0:
        own = window is not None and window == page.blocks[0].text
        return Title(without_tag(without_suffix(window)) if window else None, 0 if own else -1)
    text = page.blocks[where].text
    label = _LABELLED.match(page.blocks[where].folded)
    text = text[label.end() :] if label else text
    if where == 0 and squashed == _squash(page.blocks[0].folded):
        text = without_suffix(text)
    kind = _KIND.match(text)
    if kind and squashed.startswith(_squash(fold(text[kind.end() :]))):
        text = text[kind.end() :]
    return Title(without_tag(text), where)


def _window(page: Page, labels: Sequence[Label]) -> str | None:
    if page.declared.title or page.window_title:
        return page.declared.title or page.window_title
    if not page.blocks or labels[0].sort in {"notice", "share", "prose"}:
        return None
    return page.blocks[0].text if len(page.blocks[0].text) <= LONGEST_WINDOW else None


def _near_date(blocks: Sequence[Block], first: int, start: int) -> frozenset[int]:
    """The places a title may have over a row with a date."""
    below = [i for i in (*range(1, 1 + NEAR_DATE), *range(first, start + 1 + NEAR_DATE)) if i < len(blocks)]
    dated = [below[row] for row in date_rows([blocks[i].folded for i in below])]
    return frozenset(index - above for index in dated for above in range(1, 1 + NEAR_DATE))


def _may_be(block: Block, window: str, *, under_date: bool) -> bool:
    """Could the evidence be enough? A quick no for nearly all rows."""
    folded = block.folded
    return under_date or block.tag == "h1" or folded[0] in _OPENERS or "".join(folded.split()) in window


def _score(
    blocks: Sequence[Block], labels: Sequence[Label], index: int, window: str, start: int, near_date: frozenset[int]
) -> float:
    block, label = blocks[index], labels[index]
    if not SHORTEST <= len(block.folded) <= LONGEST or label.sort in _NEVER:
        return 0.0
    if _COUNTS.match(block.folded):
        return 0.0
    if _LABELLED.match(block.folded):
        return LABELLED + MATCH
    squashed = _squash(block.folded)
    score = _likeness(squashed, window) if index else FIRST
    if index and not score and (kind := _KIND.match(block.folded)):
        score = _likeness(_squash(block.folded[kind.end() :]), window)
    if not score and (label.role != "body" or "。" in block.folded or len(squashed) <= SHORTEST + 2):
        return 0.0
    if index in near_date:
        score += DATED
    if block.tag == "h1":
        score += HEAD
    return (
        score + NEAR * index / (start + 1) - (UNLIKELY if is_date_row(block.folded) or is_outlet(block.folded) else 0.0)
    )


def _likeness(squashed: str, window: str) -> float:
    """How far the window's title is this line."""
    if len(squashed) <= SHORTEST or not window:
        return 0.0
    if window.startswith(squashed) and (len(squashed) * 1.5 > len(window) or window[len(squashed)] in "_|-–—~·(:<["):
        return MATCH
    return INSIDE if len(squashed) > 2 * SHORTEST and squashed in window and len(squashed) * 2 > len(window) else 0.0


def _squash(folded: str) -> str:
    return _SPACE.sub("", folded)


def without_suffix(text: str) -> str:
    """A window's title without what the site put behind it."""
    for cut in _SUFFIX.finditer(fold(text)):
        long_enough = cut.start() * 2 >= len(text) - cut.end() or cut.start() >= 3 * SHORTEST
        if cut.start() > SHORTEST and long_enough:
            return text[: cut.start()].strip()
    return text.strip()


def suffixes(text: str) -> list[str]:
    """What the site put behind the title, piece by piece."""
    pieces = _SUFFIX.split(text) if len(text) <= LONGEST_WINDOW else []
    return [piece.strip() for piece in pieces[1:] if piece and piece.strip()]


def without_tag(text: str) -> str:
    """Without the word that tells the kind of post."""
    tag = _TAG.match(text.replace("新聞", "新闻").replace("轉", "转").replace("創", "创").replace("獨", "独"))
    return text[tag.end() :].strip() if tag else text.strip()
