"""The rows about an article that may tell something of it, and how to read them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.metadata.bylines import is_byline
from tui_reader.cleaning.metadata.credits import Credit, read_credits
from tui_reader.cleaning.patterns.forum_patterns import Mark

BEFORE, AFTER = 8, 8
"""Rows above the title and below the body's end that may hold metadata."""
LONG_HEAD = 5 * AFTER
"""Where more rows than that part title and body, only those near to either count."""
LABEL = 8
"""Characters of a row that may be the label of the row below it."""
EDGE = 3
"""Rows at either end of the body that may name the reporter."""
BESIDE, ABOVE, INSIDE, BELOW = 1.0, 0.75, 0.92, 0.92
"""How much evidence counts by where it stands: between title and body, above the title, at the body's edges, below it."""


_LABELS = frozenset(
    {"来源", "稿源", "作者", "撰文", "记者", "编辑", "责任编辑", "责编", "摄影", "发布机构", "发文机关"}
)
"""Words that are a label without a colon where they stand in a row of their own, as in the cells of a table."""
_OTHERS = re.compile(
    r"\W{0,3}(?:相关|推荐|延伸|猜[你您]|热门|热点|更多|最新|精彩|网友|评论|全部|上一|下一|返回|为[你您]|看了又看|大家都在|编辑推荐|延伸阅读|参考)"
)
"""The head of a list of other articles, or of what readers say: rows below it speak of those."""


class Place(NamedTuple):
    """Where title (-1: nowhere) and body stand: block numbers, `end` exclusive."""

    title: int
    start: int
    end: int


@dataclass(frozen=True)
class Rows:
    """The blocks, and which of them are near: `zone` about the title, `tail` below the body, `edges`: the body's first and
    last rows, and rows inside it that are a byline and nothing else. `opening`: a thread's first.
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
        """The rows about an article at `place`."""
        blocks = page.blocks
        first = max(0, place.title - BEFORE if place.title >= 0 else place.start - 2 * AFTER)
        zone = list(range(first, place.start))
        if place.title >= 0 and place.start - place.title > LONG_HEAD:
            zone = [*range(first, place.title + 2 * AFTER), *range(place.start - 2 * AFTER, place.start)]
        window = page.window_title or (blocks[0].text if blocks else "")
        tail = list(range(place.end, min(len(blocks), place.end + AFTER)))
        return cls(blocks, place, zone, tail, _edges(blocks, place), window, opening)

    def folded(self, index: int) -> str:
        """The row, folded."""
        return self.blocks[index].folded

    def with_value(self, index: int) -> str:
        """The row, folded; a label (发文机关：) together with the row below it."""
        folded = self.folded(index)
        return f"{folded.rstrip(':')}:{self.folded(index + 1)}" if self._is_label(index) else folded

    def value(self, index: int) -> str:
        """As with_value, unfolded."""
        text = self.blocks[index].text
        return f"{text.rstrip(':：')}:{self.blocks[index + 1].text}" if self._is_label(index) else text

    def credits(self, index: int) -> tuple[Credit, ...]:
        """Who made the story, as a near row says."""
        return self._credits[index]

    @cached_property
    def _credits(self) -> Mapping[int, tuple[Credit, ...]]:
        near = {*self.zone, *self.edges, *self.tail}
        return {index: read_credits(self.value(index), self.with_value(index)) for index in near}

    def _is_label(self, index: int) -> bool:
        folded = self.blocks[index].folded
        labels = folded[-1] == ":" or folded in _LABELS
        return len(folded) <= LABEL and labels and index + 1 < len(self.blocks)

    def dated(self) -> list[int]:
        """The rows about the title that hold a date."""
        return [i for i in self.zone if self.blocks[i].is_date_row]

    def telling(self) -> Iterator[tuple[int, float]]:
        """All rows that may name somebody, each with how much that counts there; the title is none of them."""
        for index in self.zone:
            if index != self.place.title:
                yield index, BESIDE if index > self.place.title else ABOVE
        for index in self.edges:
            yield index, INSIDE
        for index in takewhile(lambda i: not _OTHERS.match(self.folded(i)), self.tail):
            yield index, BELOW - 0.03 * (index - self.place.end)


def _edges(blocks: Sequence[Block], place: Place) -> list[int]:
    start, end = place.start, place.end
    edges = {*range(start, min(start + EDGE, end)), *range(max(start, end - EDGE), end)}
    return sorted(edges | {index for index in range(start, end) if is_byline(blocks[index].folded)})
