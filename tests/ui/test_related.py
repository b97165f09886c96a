"""Related articles at the end of an article: named, opened, not versions of the story."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import ISLAND, NOW, reading
from tui_reader.model import Passage
from tui_reader.query import Query

if TYPE_CHECKING:
    from tui_reader.app.session import Session

GRID = replace(
    ISLAND, title="離島電網升級，海底電纜明年動工", published="2025-11-02",
    body=(Passage("paragraph", "海底電纜將連接離岸風電機組與本島電網，工程分三年完成，第一段明年春天動工，由兩家廠商承攬。離岸風電第三期的風機併網之後，開發商認為電網調度需要新的軟體平台。"),),
    deck=(), comments=(), captions=(),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _grid(session: Session) -> None:
    session.library.store(GRID, b"grid", where="input", path=None, now=NOW)


async def test_a_related_article_is_named_at_the_end_and_opened(session: Session) -> None:
    async with reading(session) as reader:
        titles = [row.title for row in session.library.rows(session.library.listing(Query()).article_ids)]
        await reader.press("home", *["j"] * titles.index(ISLAND.title or ""), "enter", "end")
        await reader.shows("Related articles (a opens)")
        assert "離島電網升級" in reader.text
        await reader.press("a")
        await reader.shows("離島電網升級")
        await reader.press("enter")
        await reader.shows("海底電纜將連接離岸")


async def test_one_that_the_filter_hides_is_opened_too(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash", *"title:第三期", "enter", "enter")
        await reader.shows("最後一座風機今晨")
        await reader.settled()
        await reader.press("a", "enter")
        await reader.shows("海底電纜將連接離岸")
