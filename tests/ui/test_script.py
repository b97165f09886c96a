"""The script on the screen: list, article and tags alike, what is in view first, and only what is still wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.ui.screens import ISLAND, Reader, reading, stock
from tui_reader.app.session import Session
from tui_reader.library import Library
from tui_reader.model import Passage
from tui_reader.present.conversion import page_steps
from tui_reader.present.lines import USUAL
from tui_reader.present.page import page_of
from tui_reader.present.pages import PageName
from tui_reader.present.pieces import pieces_of
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.reader.page_requests import PageRequests

if TYPE_CHECKING:
    from pathlib import Path


async def test_t_turns_list_article_and_tags(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("t")
        await reader.shows("【岛屿能源】海上风电第三期完工")
        assert "简体" in reader.status
        assert "岛屿日报 · 林海风 · 2025-12-30 09:15 · 能源" == reader.right[2]
        assert "#能源  #海上风电  #岛屿日报" == reader.right[3]
        assert "软件平台同步上线" in reader.right[1]
        assert "島" not in reader.text
        await reader.press("t")
        await reader.shows("港口自動化提速")
        assert "繁體" in reader.status
        assert "【島嶼能源】離岸風電第三期完工，軟體平台同步上線" == reader.right[1]
        await reader.press("t")
        await reader.shows("港口自动化提速")
        assert "as written" in reader.status


async def test_capital_t_shows_hong_kong(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("j", "T")
        await reader.shows("軟件系統")
        assert "香港" in reader.status
        await reader.press("T")
        await reader.shows("軟體系統")
        assert "香港" not in reader.status


async def test_what_is_in_that_script_shows_as_written(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("t", "t")
        await reader.shows("港口自動化提速")
        assert "軟體平台同步上線" in reader.right[1]
        page = reader.app.main.reading.page
        assert page is not None
        assert page.written == page.pieces


async def test_the_choice_is_kept(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("t")
        await reader.shows("岛屿")
    async with reading(session) as reader:
        await reader.shows("岛屿")
        assert "简体" in reader.status


async def test_the_tag_panel_turns_too(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("f", "t")
        await reader.wait_for(lambda: "岛屿日报" in "".join(line[-40:] for line in reader.lines), "岛屿日报")
        await reader.press("enter")
        assert "tag:岛屿日报" in reader.status
        assert "tag:島嶼日報" == str(reader.app.main.reader.listing.query)


async def test_the_place_survives_the_toggle(session: Session) -> None:
    async with reading(session, (100, 24)) as reader:
        await reader.press("enter", "space", "j")
        pane = reader.app.main.reading
        before = pane.lines_in_view()[0].text
        for _ in range(3):
            await reader.press("t")
            await reader.settled()
        assert before == pane.lines_in_view()[0].text


def test_what_is_in_view_is_turned_first(session: Session) -> None:
    stored = next(
        s for s in map(session.library.stored, (1, 2, 3)) if s.article == replace(ISLAND, tags=s.article.tags)
    )
    base = page_of(stored.row.article_id, pieces_of(stored.article, stored.row.tags), 40)
    name = PageName(stored.row.article_id, "cn", 40, repair=False)
    first, last = page_steps(name, stored, session.converter, USUAL, base=base, view=range(8, 10))
    assert [8, 9] == [n for n, piece in enumerate(first.pieces) if piece != base.pieces[n]]
    assert not first.whole
    assert last.whole
    assert base.pieces[12].text != last.pieces[12].text
    assert base.blocks[2] is first.blocks[2]


async def test_an_answer_that_is_no_longer_wanted_is_not_shown(session: Session) -> None:
    async with reading(session) as reader:
        pane = reader.app.main.reading
        taken: list[int] = []
        requests = PageRequests(session, reader.app.jobs, pane, lambda page, _: taken.append(page.article_id))
        requests.begin(PageName(1, "tw", 40, repair=False), None, range(0))
        requests.begin(PageName(2, "tw", 40, repair=False), None, range(0))
        await reader.settled()
        await reader.wait_for(lambda: not requests, "the page")
        assert {2} == set(taken)


async def test_a_long_article_turns_from_where_one_reads(tmp_path: Path) -> None:
    long = replace(ISLAND, body=tuple(Passage("paragraph", f"第{n}節的軟體說明。" * 20) for n in range(200)))
    with Library.open(tmp_path / "library.db") as library:
        stock(library, (long,))
    async with reading(Session(tmp_path)) as reader:
        await reader.press("enter", "end", "t")
        await reader.shows("第199节的软件说明")
        await reader.press("home")
        await reader.shows("第0节的软件说明")


async def test_a_kept_script_is_shown_from_the_first_frame_on(session: Session) -> None:
    session.library.set_setting("script", "cn")
    app = ReaderApp(session)
    seen: list[str] = []
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot)
        while "岛屿能源" not in "".join(seen[-1:]):
            seen.append(reader.text)
            await pilot.pause(0.005)
        await reader.settled()
    assert not [text for text in seen if "島嶼能源" in text or "工程延宕兩年" in text]
