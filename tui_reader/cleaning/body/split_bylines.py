"""Rows about the article between the headline and its first sentence, and buttons below its last.

Themes print a byline in elements of one word each, which a dump has as rows: 由, 木子, 发表在, 数码, 5条评论. A label without a value is
followed by its value; counts, 来源：X and breadcrumbs may follow. The text begins below them.
"""

import re
from collections.abc import Sequence

from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.metadata.credits import Credit, read_credits
from tui_reader.cleaning.patterns.forum_patterns import is_heading, is_tools
from tui_reader.cleaning.patterns.markers import is_counts

MOST, LONGEST = 12, 24
"""Maximum rows of such a byline, and maximum characters of one."""
_LABEL = re.compile(
    r"\W*(?:由|作者|撰文|文|by|posted (?:by|in|on)|written by|(?:发表|发布|张贴|归类|收录|分类)[于在]|发布者|分类|栏目|来源|稿源|in|on)\s?:?$"
)
_MAKER = re.compile(r"(?:作曲|编曲|演唱|原唱|制作人?|专辑|监制|录音|混音|编辑|摄影|字数|时长)\s?:\s?[^。!?,;]{1,16}$")
"""A row of another maker below one of the author: 作曲：X."""
_PEOPLE = frozenset({"writer", "editor", "photo"})
_CRUMB = re.compile(r"[^。!?,]*[>›»]$")
_BARS = re.compile(r"[^\s|]{2,8}(?:\s?\|\s?[^\s|]{2,8}){2,}$")
_PAUSE = re.compile("[。!?,;]")


def below_byline(blocks: Sequence[Block], start: int, end: int) -> int:
    """First row of the body below a byline in several rows, which begins at `start`; `start` if there is none."""
    at, certain = start, False
    while at < min(end, start + MOST):
        size = _size(blocks, at, end) or (certain and _MAKER.match(blocks[at].folded) is not None)
        if not size:
            break
        certain |= size > 1 or _is_credit(blocks[at])
        at += size
    return at if certain and at < end else start


def _size(blocks: Sequence[Block], index: int, end: int) -> int:
    """Number of rows from `index` that are one piece of a byline: a label and its value, or one row; 0 if it is none."""
    block = blocks[index]
    if block.kind is not None or len(block.folded) > LONGEST:
        return 0
    if _LABEL.match(block.folded):
        value = blocks[index + 1].folded if index + 1 < end else ""
        return 2 if value and len(value) <= LONGEST and not _PAUSE.search(value) else 0
    folded = block.folded
    is_row = is_counts(folded) or is_heading(folded) or is_tools(folded) or _CRUMB.match(folded) or _is_credit(block)
    return 1 if is_row else 0


def _is_credit(block: Block) -> bool:
    """Whether the line is a credit (來源：X, 作詞：X) and nothing else."""
    if ":" not in block.folded or _PAUSE.search(block.folded):
        return False
    said = read_credits(block.text, block.folded)
    return bool(said) and all(_is_named(credit) for credit in said)


def _is_named(credit: Credit) -> bool:
    return credit.outlet is not None if credit.role == "source" else credit.role in _PEOPLE and bool(credit.names)


def above_buttons(blocks: Sequence[Block], start: int, end: int) -> int:
    """End of the body above rows of buttons between bars (列印 | 報錯 | 收藏) and partly linked rows that begin with 更多."""
    while end - 1 > start and _is_buttons(blocks[end - 1]):
        end -= 1
    return end


def _is_buttons(block: Block) -> bool:
    if block.kind is not None or _PAUSE.search(block.folded):
        return False
    return _BARS.match(block.folded) is not None or (block.folded.startswith("更多") and block.links > 0)
