"""The list: what it shows, how one moves in it, and that its length does not matter."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from textual.app import App

from tests.ui.screens import ISLAND, NOW, reading
from tui_reader.model import Passage, Row
from tui_reader.present.initial_state import InitialState
from tui_reader.text.cells import width
from tui_reader.ui.core.compat import bind_keys
from tui_reader.ui.core.workers import Workers
from tui_reader.ui.reader.list_pane import AHEAD, ListPane
from tui_reader.ui.reader.rows import KEPT
from tui_reader.ui.registration import declared_keys

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.pilot import Pilot

    from tui_reader.app.session import Session


async def test_list_and_first_article_are_there_at_once(session: Session) -> None:
    async with reading(session) as reader:
        assert "▌● 【島嶼能源】離岸風電第三期完工，軟" == reader.left[0]
        assert "▌  體平台同步上線" == reader.left[1]
        assert "▌  2025-12-30 · 島嶼日報 · #能源 #離…" == reader.left[2]
        assert " ● 港口自动化提速：无人集卡投入运行" == reader.left[3]
        assert "【島嶼能源】離岸風電第三期完工，軟體平台同步上線" == reader.right[1]
        assert "島嶼日報 · 林海風 · 2025-12-30 09:15 · 能源" == reader.right[2]
        assert "#能源  #離岸風電  #島嶼日報" == reader.right[3]
        assert "1/3" == reader.place
        assert "as written" in reader.status


async def test_the_article_follows_the_cursor_and_stays_unread(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("j")
        assert reader.left[3].startswith("▌●")
        assert "港口自动化提速：无人集卡投入运行" == reader.right[1]
        assert reader.status.startswith(" LIST │ 2/3 │ end")
        await reader.press("up")
        assert reader.left[0].startswith("▌●")


async def test_home_end_and_pages_stop_at_the_ends(session: Session) -> None:
    async with reading(session) as reader:
        for key, place in (("end", 3), ("j", 3), ("home", 1), ("k", 1), ("pagedown", 3), ("pageup", 1)):
            await reader.press(key)
            assert f"{place}/3" == reader.place


async def test_enter_reads_and_escape_comes_back(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter")
        assert reader.app.main.reading.has_focus
        assert "▌  【島嶼能源】" in reader.left[0]
        await reader.press("escape")
        assert reader.app.main.articles.has_focus


async def test_a_narrow_screen_shows_one_at_a_time(session: Session) -> None:
    async with reading(session, (60, 20)) as reader:
        assert "▌● 【島嶼能源】離岸風電第三期完工，軟體平台同步上線" == reader.lines[1]
        assert "最後一座風機" not in reader.text
        assert "%" not in reader.status
        await reader.press("enter")
        assert "  【島嶼能源】離岸風電第三期完工，軟體平台同步上線" == reader.lines[1]
        assert "最後一座風機今晨在外海併網" in reader.text
        await reader.press("J")
        assert "  港口自动化提速：无人集卡投入运行" == reader.lines[1]
        await reader.press("left")
        assert "▌  港口自动化提速：无人集卡投入运行" == reader.lines[3]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (90, 30), (120, 40), (200, 60)])
async def test_no_row_is_wider_than_the_screen(session: Session, size: tuple[int, int]) -> None:
    async with reading(session, size) as reader:
        for keys in ((), ("f",), ("escape", "enter"), ("question_mark",)):
            await reader.press(*keys)
            assert size[1] == len(reader.lines)
            assert max(map(width, reader.lines)) <= size[0]


async def test_a_click_chooses_and_two_clicks_read(session: Session) -> None:
    async with reading(session) as reader:
        await reader.pilot.click(ListPane, offset=(5, 4))
        await reader.settled()
        assert reader.left[3].startswith("▌●")
        await reader.pilot.click(ListPane, offset=(5, 6), times=2)
        await reader.settled()
        assert reader.app.main.reading.has_focus
        assert reader.left[5].startswith("▌  老城廚房的第三代")


async def test_v_selects_several_with_a_sign_and_escape_unmarks(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("v", "v")
        assert reader.left[0].startswith(" ●✓【島嶼能源】")
        assert reader.left[3].startswith(" ●✓港口")
        assert "✓ 2 selected" in reader.status
        await reader.press("escape")
        assert "✓" not in reader.text


class Shelf(App[None]):
    """A list of a hundred thousand articles, its rows brought as they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[int] = []
        self.articles = ListPane(InitialState(tuple(range(100_000))), cast("Session", self), Workers(self))
        self.library = self
        bind_keys(self.articles, declared_keys().hosted("list"))

    def rows(self, keys: tuple[int, ...]) -> tuple[Row, ...]:
        """As a session's library has them."""
        self.fetched += keys
        return tuple(map(row_of, keys))

    def begun(self, keys: tuple[int, ...]) -> tuple[int, ...]:
        """None of them was opened."""
        return keys[:0]

    def compose(self) -> ComposeResult:
        yield self.articles

    def on_mount(self) -> None:
        self.articles.focus()

    async def caught_up(self, pilot: Pilot[None]) -> None:
        while any(worker.is_running for worker in self.workers):
            await pilot.pause(0.01)
        await pilot.pause()


def row_of(key: int) -> Row:
    return Row(key, f"{key:07x}", f"第{key}篇", None, None, None, "hant", (), False, False, "2026-01-01", None)


async def test_a_long_list_fetches_what_is_in_view() -> None:
    app = Shelf()
    async with app.run_test(size=(60, 20)) as pilot:
        await app.caught_up(pilot)
        assert len(app.fetched) <= 10 + 2 * AHEAD + 1
        await pilot.press("end")
        await app.caught_up(pilot)
        assert "第99999篇" in app.screen._compositor.render_strips()[-2].text
        assert len(app.fetched) <= 2 * (10 + 2 * AHEAD + 1)
        assert len(app.fetched) == len(set(app.fetched))


async def test_a_long_walk_keeps_few_rows() -> None:
    app = Shelf()
    async with app.run_test(size=(60, 20)) as pilot:
        for _ in range(100):
            app.articles.cursor += 25
            await app.caught_up(pilot)
        assert len(app.articles.data.rows) <= KEPT + 100
        row = app.articles.data.row(app.articles.article_id)
        assert row is not None
        assert "第2500篇" == row.title


async def test_the_line_above_names_count_filter_and_order(session: Session) -> None:
    async with reading(session) as reader:
        assert "3 articles · newest first" == reader.lines[0].partition("│")[0].strip()
        await reader.press("s", "s", "slash")
        await reader.type("tag:港口")
        await reader.press("enter")
        assert "1 article · tag:港口 · by title" == reader.lines[0].partition("│")[0].strip()


async def test_a_begun_article_says_how_far_it_was_read(session: Session) -> None:
    session.library.store(
        replace(ISLAND, title="長文", body=(Passage("paragraph", "風從海上來。" * 400),), comments=()),
        b"long", where="long.txt", path=None, now=NOW,
    )  # fmt: skip
    async with reading(session, (80, 24)) as reader:
        await reader.press("home", "enter", "space", "space", "q")
        begun = next(line for line in reader.lines if "%" in line and "島嶼日報" in line)
        assert re.search(r"\b[2-9]\d% · 2025-12-30", begun)
        await reader.press("enter", "end", "q")
        assert not any("%" in line for line in reader.lines[:-1])
        await reader.press("enter", "home", "space", "space", "q")
        await reader.wait_for(lambda: bool(session.library.begun([4])), "the position is stored")
    async with reading(session, (80, 24)) as reader:
        await reader.press("q")
        await reader.wait_for(lambda: begun in reader.lines, "the same after a restart")
