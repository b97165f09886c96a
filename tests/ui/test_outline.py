"""The contents panel: where one is, and going elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.ui.screens import HARBOUR, Reader, reading, stock
from tui_reader.library import Library
from tui_reader.model import Passage
from tui_reader.ui.features.contents.controller import ContentsController
from tui_reader.ui.features.importing.controller import ImportingController

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.app.session import Session


def panel(reader: Reader) -> list[str]:
    """The panel's rows with their signs."""
    rows = [found[1] for line in reader.lines if (found := re.search("│([^│]*)│", line))]
    return [row.rstrip() for row in rows if row.strip() and row[:2] in {"▌•", "▌ ", " •", "  "} and row[2] == " "]


async def test_g_lists_headings_and_enter_goes_there(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter", "g")
        assert "Contents" in reader.text
        assert ["▌• 【島嶼能源】離岸風電第三期完工，軟體平台同步上線", "   工程延宕兩年", "   Comments (2)"] == panel(
            reader
        )
        await reader.press("j", "j", "enter")
        assert reader.app.main.reading.has_focus
        assert "電價會降嗎？" in reader.text
        await reader.press("g")
        assert "▌• Comments (2)" == panel(reader)[2]


async def test_leaving_leaves_all_as_it_was(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter", "space")
        before = reader.lines
        for key in ("g", "escape", "left"):
            await reader.press("g", "down", key)
            assert before == reader.lines


async def test_the_contents_turn_with_the_script(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "g", "t")
        await reader.shows("  工程延宕两年")


async def test_another_article_has_other_contents(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "g", "J")
        await reader.shows("码头的软件系统")
        assert "Comments (2)" not in reader.text
        assert reader.app.main.reading.has_focus
        await reader.press("g")
        assert "No headings" in reader.text


def chapters(number: int) -> str:
    """A page with so many headings."""
    told = (
        f"<h2>第{n}站</h2><p>渡輪在第{n}站停靠了半個小時，旅客下船散步，船員把補給搬上甲板。</p>" for n in range(number)
    )
    return f"<html><head><title>渡輪日記</title></head><body><article><h1>渡輪日記</h1>{''.join(told)}</article></body></html>"


async def test_the_article_may_get_shorter(empty: Session, tmp_path: Path) -> None:
    file = tmp_path / "ferry.html"
    file.write_text(chapters(10), "utf-8")
    list(empty.import_paths([str(file)]))
    async with reading(empty) as reader:
        await reader.press("enter", "g", *["j"] * 10)
        assert "▌  第9站" == panel(reader)[-1]
        file.write_text(chapters(3), "utf-8")
        reader.app.main.controller(ImportingController).begin((str(file),))
        await reader.settled()
        await reader.wait_for(lambda: "▌  第2站" == panel(reader)[-1])
        await reader.press("enter")
        assert reader.app.main.reading.has_focus


async def test_places_on_the_way_may_go_with_the_wording(empty: Session) -> None:
    lines = (Passage("paragraph", "摩托车" * 10 + "。"),) * 39  # long enough for such places, but for 機車
    with Library.open(empty.library_path) as library:
        stock(library, (replace(HARBOUR, tags=(), body=lines),))
    async with reading(empty, (80, 24)) as reader:
        await reader.press("enter", "end", "g")
        assert 4 == len(panel(reader))
        await reader.press("t", "t")
        await reader.wait_for(lambda: 1 == len(panel(reader)))
        assert panel(reader)[0].startswith("▌•")
        await reader.press("enter")
        assert reader.app.main.reading.has_focus


async def test_a_place_the_article_no_longer_has_is_not_gone_to(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter", "space")
        before = reader.lines
        reader.app.main.controller(ContentsController).go_to(999)
        await reader.settled()
        assert before == reader.lines
