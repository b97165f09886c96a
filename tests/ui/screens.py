"""Hand-made articles, and what a person does with the app: run it, press keys, read the screen."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.widgets import Input

from tui_reader.model import Article, Comment, Passage
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.features.importing.controller import WATCHING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from tui_reader.app.session import Session
    from tui_reader.library import Library

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
PATIENCE = 10.0

ISLAND = Article(
    title="【島嶼能源】離岸風電第三期完工，軟體平台同步上線",
    body=(
        Passage(
            "paragraph",
            "最後一座風機今晨在外海併網，開發商表示，全部機組的資訊將透過網路即時回報，供電網調度人員使用。",
        ),
        Passage("heading", "工程延宕兩年"),
        Passage(
            "paragraph", "受疫情與颱風影響，工程一度停擺。專案經理說：「我們換了三個施工團隊，品質才終於穩定下來。」"
        ),
        Passage("quote", "海上沒有備用方案，只有天氣。"),
        Passage("list_item", "裝置容量：1,044 百萬瓦"),
        Passage("list_item", "年發電量：約 38 億度"),
        *(
            Passage("paragraph", f"第{n}段：附近漁民對補償方案仍有疑慮，主管機關承諾在下個月召開第{n}次說明會。")
            for n in range(1, 21)
        ),
        Passage("paragraph", "全文到此結束。"),
    ),
    script="hant",
    encoding="utf-8",
    author="林海風",
    source="島嶼日報",
    published="2025-12-30T09:15",
    category="能源",
    url="https://example.org/wind?id=7",
    deck=("六十座風機，三十億度電。",),
    captions=("最後一座風機吊裝。圖／島嶼日報",),
    comments=(Comment("終於蓋好了", "windy", "12/30 09:20", "推"), Comment("電價會降嗎？", "bill", "12/30 09:31", "→")),
    tags=("能源", "離岸風電", "島嶼日報"),
)
HARBOUR = Article(
    title="港口自动化提速：无人集卡投入运行",
    body=(
        Passage("paragraph", "码头的软件系统昨日完成升级，信息处理时间缩短一半。"),
        Passage("paragraph", "工人们正在接受培训。"),
    ),
    script="hans",
    encoding="gb18030",
    author="陈远",
    source="海港晚报",
    published="2025-12-28",
    tags=("港口", "自动化"),
)
KITCHEN = Article(
    title="老城廚房的第三代",
    body=(
        Passage(
            "paragraph", "他把祖父的菜譜輸入電腦，卻仍然用手掌量鹽，這家店的自動化到此為止，客人也不希望它再往前走。"
        ),
    ),
    script="hant",
    encoding="big5hkscs",
    source="島嶼日報",
    published="2025-11-03",
    url="ftp://example.org/kitchen",
    tags=("飲食", "島嶼日報"),
)
ARTICLES = (ISLAND, HARBOUR, KITCHEN)


def stock(library: Library, articles: tuple[Article, ...] = ARTICLES) -> None:
    for number, article in enumerate(articles):
        library.store(
            article, f"{number}{article}".encode("utf-8", "replace"), where=f"{number}.txt", path=None, now=NOW
        )


class Reader:
    """The running app, seen from outside."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def lines(self) -> list[str]:
        """The screen, a string a row."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def status(self) -> str:
        return self.lines[-1]

    @property
    def place(self) -> str:
        """Position in the list: `2/3`."""
        return next((part for part in self.status.split() if "/" in part), "")

    @property
    def left(self) -> list[str]:
        """The list's part of each row of a wide screen, without the line above the list."""
        return [line.partition("│")[0].rstrip() for line in self.lines[1:-1]]

    @property
    def right(self) -> list[str]:
        """The article's part."""
        return [line.partition("│")[2].strip(" ") for line in self.lines[:-1]]

    def types(self) -> bool:
        """Whether there is a line to type on."""
        return self.app.main.reader.prompts.prompt is not None

    def theme(self) -> str:
        return self.app.theme

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settled()

    async def type(self, text: str) -> None:
        """Into the line that has the focus, at once, as an input method does."""
        line = self.app.focused
        assert isinstance(line, Input)
        line.insert_text_at_cursor(text)
        await self.settled()

    async def settled(self) -> None:
        """Until no worker is under way, no page on its way, and nothing waits to be drawn."""
        reading = self.app.main.reading
        await self.wait_for(
            lambda: (
                not any(worker.is_running and worker.name != WATCHING for worker in self.app.workers)
                and not reading.supply.is_waiting
            )
        )
        await self.pilot.pause()

    async def shows(self, text: str) -> None:
        """Until the text is on the screen."""
        await self.wait_for(lambda: text in self.text, text)

    async def wait_for(self, holds: Callable[[], bool], what: str = "") -> None:
        end = time.monotonic() + PATIENCE
        while True:
            await self.pilot.pause()
            if holds():
                return
            assert time.monotonic() < end, f"never seen: {what}\n{self.text}"
            await asyncio.sleep(0.01)


@asynccontextmanager
async def reading(
    session: Session,
    size: tuple[int, int] = (120, 40),
    *,
    import_paths: tuple[str, ...] = (),
    own_tags: tuple[str, ...] = (),
    watch: tuple[str, ...] = (),
) -> AsyncIterator[Reader]:
    app = ReaderApp(session, import_paths=import_paths, own_tags=own_tags, watch=watch)
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reader(app, pilot)
        await reader.settled()
        yield reader
