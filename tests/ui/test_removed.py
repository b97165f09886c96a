"""What was removed, on the screen: looking, putting back, dropping, undoing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.stories import HARBOUR, LIBRARY
from tests.ui.screens import Reader, reading
from tui_reader.library import Library
from tui_reader.ui.features.removed.controller import RemovedController

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.app.session import Session

PROMOTION = "加入粉丝团"
CREDIT = "责任编辑：林若溪"
MENU = "\n\n".join(["相关新闻", *(f"临江旧闻第{number}则" for number in range(12)), "版权所有 未经授权不得转载"])
PAGE = HARBOUR.replace("\n\n当地居民", f"\n\n{PROMOTION}\n\n当地居民") + f"\n{CREDIT}\n\n{MENU}\n"


@pytest.fixture
def pages(empty: Session, tmp_path: Path) -> Session:
    """Two articles, the first with much around it."""
    for name, text in (("harbour.txt", PAGE.replace("2024-03-18", "2024-09-18")), ("library.txt", LIBRARY)):
        (tmp_path / name).write_text(text, "utf-8")
        list(empty.import_paths([str(tmp_path / name)]))
    return empty


def cursor_line(reader: Reader) -> str:
    """What is under the cursor, from its sign on."""
    return next(line.partition("▌")[2].strip() for line in reader.right if "▌" in line)


async def on_promotion(reader: Reader) -> None:
    await reader.press("enter", "x")
    await reader.shows("lines removed")
    await reader.press("n")
    assert PROMOTION in cursor_line(reader)


async def test_x_shows_what_was_removed_in_place_with_reasons(pages: Session) -> None:
    async with reading(pages) as reader:
        await reader.press("enter")
        assert PROMOTION not in reader.text
        await on_promotion(reader)
        right = reader.right
        (row,) = [row for row, line in enumerate(right) if PROMOTION in line]
        assert right[row].startswith("▌−  加入粉丝团")
        assert right[row].endswith("a call to follow or subscribe")
        assert "工程包括四个泊位" in "".join(right[:row])
        assert "当地居民" in "".join(right[row:])
        await reader.press("x")
        assert PROMOTION not in reader.text
        assert reader.app.main.reading.has_focus


@pytest.mark.parametrize("key", ["escape", "left"])
async def test_leaving_leads_back_to_the_article(pages: Session, key: str) -> None:
    async with reading(pages, (80, 24)) as reader:
        await reader.press("enter", "space")
        before = reader.lines
        await reader.press("x", key)
        assert before == reader.lines


async def test_many_lines_are_one_until_they_are_opened(pages: Session) -> None:
    async with reading(pages) as reader:
        await reader.press("enter", "x", "end")
        assert "15 lines: " in cursor_line(reader)
        assert "临江旧闻第3则" not in reader.text
        await reader.press("enter")
        await reader.shows("临江旧闻第3则")
        assert "▾" in cursor_line(reader)
        await reader.press("down", "enter", "up", "enter")
        await reader.wait_for(lambda: "临江旧闻第3则" not in reader.text)


async def test_plus_puts_a_line_back_and_u_takes_it_away_again(pages: Session) -> None:
    async with reading(pages) as reader:
        await on_promotion(reader)
        await reader.press("plus")
        await reader.shows("restored by you")
        assert "1 line restored" in reader.status
        assert cursor_line(reader).startswith("+")
        await reader.press("x")
        assert PROMOTION in reader.right
        await reader.press("u")
        await reader.wait_for(lambda: PROMOTION not in reader.text)
        assert "Undone: 1 line restored" in reader.status


async def test_minus_drops_a_passage_and_it_stays_away(pages: Session) -> None:
    async with reading(pages) as reader:
        await reader.press("enter", "x", "j", "j", "minus")
        await reader.shows("you dropped it")
        assert "工程包括四个泊位" in cursor_line(reader)
        await reader.press("minus")
        assert "Already removed" in reader.status
    async with reading(pages) as reader:
        assert "工程包括四个泊位" not in reader.text
        assert "当地居民对工程有不同的看法" in reader.text
        await reader.press("enter", "x", "n", "plus")
        await reader.wait_for(lambda: "you dropped it" not in reader.text)
        await reader.press("plus")
        assert "Already in the text" in reader.status
        await reader.press("x")
        assert "工程包括四个泊位" in reader.text


async def test_what_is_dropped_beside_removed_lines_is_not_folded_away_under_the_hand(pages: Session) -> None:
    async with reading(pages) as reader:
        await reader.press("enter", "x", "end", "up", "minus")
        await reader.shows("you dropped it")
        assert "市环保局" in cursor_line(reader)
        await reader.press("plus")
        await reader.wait_for(lambda: "you dropped it" not in reader.text)
        assert "市环保局" in cursor_line(reader)


async def test_folded_lines_are_put_back_together(pages: Session) -> None:
    async with reading(pages) as reader:
        await reader.press("enter", "x", "end", "plus")
        await reader.shows("15 lines restored")
        await reader.press("u")
        await reader.shows("15 lines: ")


async def test_elsewhere_plus_and_minus_are_the_measure(pages: Session) -> None:
    async with reading(pages) as reader:
        await reader.press("enter", "minus")
        assert 62 == reader.app.main.reading.measure
        await reader.press("x", "n", "minus", "x")
        assert 62 == reader.app.main.reading.measure
        await reader.press("plus")
        assert 64 == reader.app.main.reading.measure


@pytest.mark.parametrize("lines", [2, 3, 7, 20])
async def test_the_words_on_top_stay_when_a_line_above_comes_back(pages: Session, lines: int) -> None:
    async with reading(pages, (60, 12)) as reader:
        await reader.press("enter", *["j"] * lines)
        top = "".join(line.text for line in reader.app.main.reading.lines_in_view()[:2])
        await reader.press("x", "home", "n", "plus")
        await reader.shows("restored by you")
        await reader.press("x")
        await reader.settled()
        assert top == "".join(line.text for line in reader.app.main.reading.lines_in_view()[:2])


async def test_another_article_comes_with_its_own(pages: Session) -> None:
    async with reading(pages) as reader:
        await on_promotion(reader)
        await reader.press("J")
        await reader.shows("nothing removed")
        assert "山城圖書館" in "".join(reader.right)
        await reader.press("n")
        assert "No more removed lines there" in reader.status
        await reader.press("t")
        await reader.shows("山城图书馆")


async def test_going_to_the_list_leaves(pages: Session) -> None:
    async with reading(pages) as reader:
        await on_promotion(reader)
        await reader.press("slash", "escape")
        assert PROMOTION not in reader.text
        assert "临江港扩建工程昨日正式动工" in reader.text


async def test_a_long_passage_is_read_before_the_cursor_moves_on(pages: Session, tmp_path: Path) -> None:
    long = HARBOUR.replace("当地居民", "居民们都这样说，" * 200 + "当地居民").replace("2024-03-18", "2025-01-01")
    (tmp_path / "long.txt").write_text(long, "utf-8")
    list(pages.import_paths([str(tmp_path / "long.txt")]))
    async with reading(pages, (80, 16)) as reader:
        await reader.press("enter", "x")
        pane = reader.app.main.controller(RemovedController).removed
        assert pane is not None
        await reader.press("j", "j", "j")
        assert 3 == pane.cursor
        top = pane.scroll_offset.y
        await reader.press("j")
        assert (3, top + pane.size.height - 1) == (pane.cursor, pane.scroll_offset.y)
        await reader.press("k")
        assert (3, top) == (pane.cursor, pane.scroll_offset.y)
        await reader.press("pagedown", "pageup", "end")
        assert len(pane.view.entries if pane.view else ()) - 1 == pane.cursor


async def test_a_click_chooses_and_opens(pages: Session) -> None:
    async with reading(pages) as reader:
        await reader.press("enter", "x")
        pane = reader.app.main.controller(RemovedController).removed
        assert pane is not None
        row = next(row for row, line in enumerate(reader.right) if "15 lines: " in line)
        await reader.pilot.click(type(pane), offset=(20, row))
        await reader.shows("临江旧闻第3则")


async def test_a_library_that_cannot_be_written_says_so(pages: Session) -> None:
    library = pages._library
    assert isinstance(library, Library)
    async with reading(pages) as reader:
        await on_promotion(reader)
        library._connections.read_only = True
        await reader.press("plus")
        await reader.shows("is read-only")
        assert cursor_line(reader).startswith("−")


async def test_resizing_keeps_the_line_under_the_cursor(pages: Session) -> None:
    async with reading(pages) as reader:
        await on_promotion(reader)
        for size in ((80, 16), (60, 24), (140, 40)):
            await reader.pilot.resize_terminal(*size)
            await reader.settled()
            assert any("▌" in line and PROMOTION in line for line in reader.lines)
