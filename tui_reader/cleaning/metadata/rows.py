"""The rows about an article that may tell something of it, and how to read them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.metadata.bylines import is_byline
from tui_reader.cleaning.patterns.dates import is_date_row
from tui_reader.cleaning.patterns.forum_patterns import Mark
from tui_reader.script.fold import fold

BEFORE, AFTER = 8, 8
"""Rows above the title and below the body's end that may hold metadata."""
LONG_HEAD = 5 * AFTER
"""Where more rows than that part title and body, only those near to either count."""
CRUMB_ROW, STEP = 60, 8
"""A path at the page's top (首頁 > 財經 > 正文) is no longer than this, and a step of it no longer than that."""

ARROWS = 5
"""Steps of a path at most."""
_HERE = re.compile(r"^[^>»›＞:：]{0,8}(?:位置|位于|在)\s?(?:是)?\s?[:：]\s?")
"""您当前的位置：, in front of a path."""
_CRUMBS = re.compile(r"[>»›＞]+")
_HOME = frozenset(
    ["首页", "首頁", "主页", "主頁", "正文", "新闻", "新聞", "新闻中心", "新聞中心", "home", "文章", "频道", "頻道"]
)
_CATEGORIES = frozenset(
    [
        "理财",
        "财经",
        "社会",
        "科技",
        "政治",
        "国际",
        "国内",
        "生活",
        "娱乐",
        "体育",
        "地方",
        "要闻",
        "军事",
        "文化",
        "教育",
        "健康",
        "汽车",
        "房产",
        "旅游",
        "时尚",
        "两岸",
        "大陆",
        "产业",
        "证券",
        "商情",
        "全球",
        "评论",
        "观点",
        "数码",
        "游戏",
        "互联网",
        "半导体",
        "人工智能",
        "ai",
        "经济",
        "金融",
        "公司",
        "世界",
        "影剧",
        "消费",
        "兩岸",
    ]
)
_URL = re.compile(r"https?://[^\s<>\"'）)】」]+")
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp)$")


class Place(NamedTuple):
    """Where title (-1: nowhere) and body stand: block numbers, `end` exclusive."""

    title: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rows:
    """The blocks, and which of them are near: `zone` about the title, `tail` below the body. `opening`: a thread's first."""

    blocks: Sequence[Block]
    place: Place
    zone: list[int]
    tail: list[int]
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
        return cls(blocks, place, zone, tail, window, opening)

    def folded(self, index: int) -> str:
        """The row, folded."""
        return self.blocks[index].folded

    def with_value(self, index: int) -> str:
        """The row, folded; a label (发文机关：) together with the row below it."""
        folded = self.folded(index)
        return folded + self.folded(index + 1) if self._is_label(index) else folded

    def value(self, index: int) -> str:
        """As with_value, unfolded."""
        text = self.blocks[index].text
        return text + self.blocks[index + 1].text if self._is_label(index) else text

    def _is_label(self, index: int) -> bool:
        folded = self.blocks[index].folded
        return len(folded) <= STEP and folded[-1] == ":" and index + 1 < len(self.blocks)

    def part(self, index: int, match: re.Match[str], group: str = "it") -> str:
        """What a pattern found in the row, unfolded."""
        return self.value(index)[match.start(group) : match.end(group)].strip(" :：/／|·、,，")

    def dated(self) -> list[int]:
        """The rows about the title that hold a date."""
        return [i for i in self.zone if is_date_row(self.folded(i))]

    def bylines(self) -> list[int]:
        """Rows of the body that may name the reporter: its first and last, and bylines between."""
        start, end = self.place.start, self.place.end
        edges = {*range(start, min(start + 3, end)), *range(max(start, end - 2), end)}
        return [i for i in range(start, end) if i in edges or is_byline(self.folded(i))]

    def about_end(self) -> list[int]:
        """The last rows of the body and those below."""
        return [*range(max(self.place.start, self.place.end - 3), self.place.end), *self.tail]

    def category(self) -> str | None:
        """The last step of the path at the page's top, or a word of every paper's menu beside title or date."""
        site = re.split("[-_|–—]", fold(self.window))[-1]
        for steps in (*self._paths(), self._path_in_rows()):
            named = [step for step in steps if step and step not in _HOME and len(step) <= STEP]
            own = [step for step in named if fold(step) not in site]
            if own:
                return own[-1]
        for index in [self.place.title - 1, *(i + d for i in self.dated() for d in (-1, 1))]:
            near = (
                0 <= index < self.place.start and index != self.place.title and len(self.folded(index)) <= STEP + STEP
            )
            if near and any(part.strip() in _CATEGORIES for part in re.split(r"[/·、.]", self.folded(index))):
                return self.blocks[index].text
        return None

    def _paths(self) -> list[list[str]]:
        """The steps of each path that stands in a row of its own."""
        near = [i for i in self.zone if len(self.folded(i)) < CRUMB_ROW and _CRUMBS.search(self.folded(i))]
        rows = [i for i in near if not is_date_row(self.folded(i))]
        texts = [_HERE.sub("", self.blocks[index].text) for index in rows]
        return [
            [step.strip(" -–—|") for step in _CRUMBS.split(text)]
            for text in texts
            if _CRUMBS.fullmatch(text.strip()) is None
        ]

    def _path_in_rows(self) -> list[str]:
        """The steps of a path whose steps and arrows stand in rows of their own, as a dump has it."""
        arrows = [
            i
            for i in range(max(1, self.place.title - LONG_HEAD), max(0, self.place.title))
            if _CRUMBS.fullmatch(self.folded(i))
        ]
        last = arrows[-ARROWS:]
        near = (
            [i for i, following in zip(last, [*last[1:], last[-1] + 2], strict=True) if following - i <= 2]
            if last
            else []
        )
        return [self.blocks[i - 1].text.strip() for i in near] if len(near) > 1 else []

    def address(self) -> str | None:
        """An address on a line of its own at the body's end, else the one a BBS gives."""
        start, end = self.place.start, self.place.end
        for index in [*range(end - 1, max(start, end - 3), -1), *self.tail, *self.zone]:
            match = _URL.search(self.blocks[index].text)
            if match is None or _IMAGE.search(match.group().lower()):
                continue
            if (
                match.end() - match.start() == len(self.folded(index))
                or "网址" in self.folded(index)
                or "炼接" in self.folded(index)
            ):
                return match.group()
        return None
