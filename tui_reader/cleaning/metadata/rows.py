"""Rows that may contain metadata, and access to them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile
from typing import NamedTuple

from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.metadata.bylines import is_byline
from tui_reader.cleaning.metadata.credits import Credit, read_credits
from tui_reader.cleaning.patterns.forum_patterns import Mark
from tui_reader.text.han import HAN

BEFORE, AFTER = 8, 8
"""Rows above the title and below the body's end that may contain metadata."""
LONG_HEAD = 5 * AFTER
"""Rows between title and body above which only those near to either count."""
LABEL, LABELLED = 8, 40
"""Maximum characters of a row that labels the row below, and of that row: a paragraph is no value."""
EDGE = 3
"""Rows at either end of the body that may name the reporter."""
BESIDE, ABOVE, INSIDE, BELOW = 1.0, 0.75, 0.92, 0.92
"""Factors of evidence by position: between title and body, above the title, at the body's edges, below it."""


_LABELS = frozenset(
    {"来源", "稿源", "作者", "撰文", "记者", "编辑", "责任编辑", "责编", "摄影", "发布机构", "发文机关"}
    | {"由", "by", "文", "发布者"}
)
"""Words that are labels without a colon in their own row, as in table cells."""
_WRITTEN_BY = frozenset({"由", "by"})
_GLUED = re.compile(
    rf"(?:(?:信息|文章|稿件|新闻|消息|内容|资料|本文|[首题封配插头]?图片?|影片|素材|数据|照片)?来源|稿源|(?:本文|文章|第一|通讯)?作者|(?:[{HAN}]{{0,6}}报)?记者|撰文|(?:责任|文字|值班|网络)?编辑|责编|"
    r"(?:最后)?(?:出版|更新|发布|发表)(?:时间|日期)?|时间|日期|(?:浏览|阅读|点击|访问)(?:次数|数|量)?|字[号体]|评论|分享到?)(?=\s?:)"
)
"""Labels that a colon follows."""
_LONGEST_GLUED = 140
_OTHERS = re.compile(
    r"\W{0,3}(?:相关|推荐|延伸|猜[你您]|热门|热点|更多|最新|精彩|网友|评论|全部|上一|下一|返回|为[你您]|看了又看|大家都在|编辑推荐|延伸阅读|参考)"
)
"""Heading of other articles or comments: rows below refer to those."""


class Place(NamedTuple):
    """Blocks of title (-1: none) and body; `end` is exclusive."""

    title: int
    start: int
    end: int


@dataclass(frozen=True)
class Rows:
    """Blocks, and those with metadata. `zone`: around the title; `tail`: below the body; `edges`: first and last rows of the
    body, and bylines inside it; `opening`: a thread's first post.
    """

    blocks: Sequence[Block]
    place: Place
    zone: list[int]
    tail: list[int]
    edges: list[int]
    window: str = ""
    opening: Mark | None = None

    @classmethod
    def about(cls, page: Page, place: Place, opening: Mark | None = None) -> "Rows":
        """Rows about an article at `place`."""
        blocks = page.blocks
        first = max(0, place.title - BEFORE if place.title >= 0 else place.start - 2 * AFTER)
        zone = list(range(first, place.start))
        if place.title >= 0 and place.start - place.title > LONG_HEAD:
            zone = [*range(first, place.title + 2 * AFTER), *range(place.start - 2 * AFTER, place.start)]
        window = page.window_title or (blocks[0].text if blocks else "")
        tail = list(range(place.end, min(len(blocks), place.end + AFTER)))
        return cls(blocks, place, zone, tail, _edges(blocks, place), window, opening)

    def folded(self, index: int) -> str:
        return self.blocks[index].folded

    def with_value(self, index: int) -> str:
        """The folded row; a label row (发文机关：) joined with the row below."""
        return self._valued(index)[1]

    def value(self, index: int) -> str:
        """Same as `with_value`, unfolded."""
        return self._valued(index)[0]

    def _valued(self, index: int) -> tuple[str, str]:
        """A row, as printed and folded, joined with the row below if it is only a label."""
        block = self.blocks[index]
        if not self._is_label(index):
            return _spaced(block.text, block.folded)
        below = self.blocks[index + 1]
        return _spaced(f"{_label(block.text)}:{below.text}", f"{_label(block.folded)}:{below.folded}")

    def with_labelled(self, used: frozenset[int]) -> frozenset[int]:
        """The blocks, and the row below each that is only a label."""
        return used | {index + 1 for index in used if self._is_label(index)}

    def credits(self, index: int) -> tuple[Credit, ...]:
        """Credits in row `index`, joined with the row below if it is only a label."""
        return self._credits[index]

    @cached_property
    def _credits(self) -> Mapping[int, tuple[Credit, ...]]:
        near = {*self.zone, *self.edges, *self.tail}
        return {index: read_credits(*self._valued(index)) for index in near}

    def _is_label(self, index: int) -> bool:
        folded = self.blocks[index].folded
        if len(folded) > LABEL or index + 1 >= len(self.blocks) or not (folded[-1] == ":" or folded in _LABELS):
            return False
        value = self.blocks[index + 1].folded
        return len(value) <= LABELLED and "。" not in value

    def dated(self) -> list[int]:
        """Rows around the title with a date."""
        return [i for i in self.zone if self.blocks[i].is_date_row]

    def own_tail(self) -> Iterator[int]:
        """The rows below the body, up to the heading of a list of other articles."""
        return takewhile(lambda i: not _OTHERS.match(self.folded(i)), self.tail)

    def with_names(self) -> Iterator[tuple[int, float]]:
        """Rows that may contain names, with the factor of their position; without the title."""
        for index in self.zone:
            if index != self.place.title:
                yield index, BESIDE if index > self.place.title else ABOVE
        for index in self.edges:
            yield index, INSIDE
        for index in self.own_tail():
            yield index, BELOW - 0.03 * (index - self.place.end)


def _label(text: str) -> str:
    """A label without its colon; 由, which stands alone only in a byline, as 作者."""
    bare = text.rstrip(" :：")
    return "作者" if bare.lower() in _WRITTEN_BY else bare


def _spaced(text: str, folded: str) -> tuple[str, str]:
    """Both with a space before each label that follows something else without one: elements in a row have none between."""
    if len(folded) > _LONGEST_GLUED or ":" not in folded:
        return text, folded
    starts = [match.start() for match in _GLUED.finditer(folded) if folded[match.start() - 1 : match.start()].isalnum()]
    if not starts:
        return text, folded
    parts = [slice(*ends) for ends in pairwise([0, *starts, len(text)])]
    return " ".join(text[part] for part in parts), " ".join(folded[part] for part in parts)


def _edges(blocks: Sequence[Block], place: Place) -> list[int]:
    start, end = place.start, place.end
    edges = {*range(start, min(start + EDGE, end)), *range(max(start, end - EDGE), end)}
    return sorted(edges | {index for index in range(start, end) if is_byline(blocks[index].folded)})
