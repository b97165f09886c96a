"""Answers and writes that come late: what was asked last holds, and nothing asked for is lost or Undone by another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import copied
from tests.ui.screens import HARBOUR, ISLAND, NOW, reading
from tests.ui.slow import SlowSession
from tui_reader.errors import LibraryBusy
from tui_reader.library import Library
from tui_reader.model import Passage
from tui_reader.query import Query
from tui_reader.ui.reader import reading_pane

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tui_reader.app.session import Session
    from tui_reader.library import Change
    from tui_reader.library.marks import NewState


@pytest.fixture
def slow(stocked: Path, tmp_path: Path) -> SlowSession:
    copied(stocked, tmp_path)
    return SlowSession(tmp_path)


def bookmarks(session: Session) -> list[bool]:
    return [row.bookmarked for row in session.library.rows(session.library.listing(Query()).article_ids)]


async def test_undo_takes_back_what_was_asked_last_however_slow_the_writes(slow: SlowSession) -> None:
    async with reading(slow) as reader:
        await reader.press("b", "j")
        calls = slow.hold("set_state", before=True)
        await reader.pilot.press("b", "u")
        await reader.wait_for(lambda: len(calls) == 1)
        slow.let_go("set_state")
        await reader.settled()
        assert [True, False, False] == bookmarks(slow)
        await reader.press("u")
        assert [False, False, False] == bookmarks(slow)


async def test_twice_is_on_and_off_however_slow_the_writes(slow: SlowSession) -> None:
    async with reading(slow) as reader:
        calls = slow.hold("set_state", before=True)
        await reader.pilot.press("b", "b")
        await reader.wait_for(lambda: len(calls) == 1)
        slow.let_go("set_state")
        await reader.settled()
        assert [False, False, False] == bookmarks(slow)
        assert "★" not in reader.text


async def test_an_undo_that_failed_can_be_tried_again(slow: SlowSession) -> None:
    async with reading(slow) as reader:
        await reader.press("b")
        slow.fail("undo", LibraryBusy("busy"))
        await reader.press("u")
        assert [True, False, False] == bookmarks(slow)
        slow.fail("undo", None)
        await reader.press("u")
        assert [False, False, False] == bookmarks(slow)
        await reader.press("u")
        assert "Nothing to undo" in reader.status


async def test_what_could_not_be_done_is_not_undone(slow: SlowSession) -> None:
    async with reading(slow) as reader:
        await reader.press("b", "j")
        slow.fail("set_state", LibraryBusy("busy"))
        await reader.press("b", "u")
        assert [False, False, False] == bookmarks(slow)


async def test_the_last_choice_is_kept_and_quitting_waits_for_it(slow: SlowSession) -> None:
    async with reading(slow) as reader:
        calls = slow.hold("set_setting", before=True)
        await reader.pilot.press(*"tttttttt", "b", "ctrl+q")
        await reader.wait_for(lambda: len(calls) == 1)
        await reader.pilot.pause(0.2)
        assert not reader.app._exit
        slow.let_go("set_setting")
        await reader.wait_for(lambda: reader.app._exit, "the end")
    assert "tw" == slow.setting("script")
    assert [True, False, False] == bookmarks(slow)


async def test_reads_do_not_wait_for_writes(slow: SlowSession) -> None:
    async with reading(slow) as reader:
        slow.hold("set_state", before=True)
        await reader.pilot.press(*"bbbbbbbbbbbb", "j")
        await reader.wait_for(lambda: reader.right[1] == HARBOUR.title, "the next article")
        slow.let_go("set_state")


async def test_an_opening_is_told_once_however_far_one_reads(
    slow: SlowSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Iterable[int]] = []
    really = Library.set_state

    def set_state(library: Library, keys: Iterable[int], *, read: NewState) -> Change:
        asked.append(keys)
        return really(library, keys, read=read)

    monkeypatch.setattr(Library, "set_state", set_state)
    async with reading(slow) as reader:
        slow.hold("rows")
        await reader.pilot.press("enter", *"jjjjjjjj")
        await reader.wait_for(lambda: bool(asked))
        slow.let_go("rows")
        await reader.settled()
        assert 1 == len(asked)
        await reader.press("r", "j", "j")
        assert "●" in reader.left[0]


async def test_a_page_that_was_on_its_way_brings_no_old_tags_back(slow: SlowSession) -> None:
    async with reading(slow) as reader:
        calls = slow.hold("stored")
        await reader.pilot.press("j")
        await reader.wait_for(lambda: len(calls) == 1)
        await reader.pilot.press("f", "a")
        await reader.wait_for(reader.types)
        reader.app.focused.insert_text_at_cursor("新標籤")  # type: ignore[union-attr]
        await reader.pilot.press("enter")
        await reader.wait_for(lambda: len(calls) == 2, "the page again")
        calls[1].release()
        await reader.wait_for(lambda: "#新標籤" in reader.right[3], "the new tag")
        slow.let_go("stored")
        await reader.settled()
        assert "#新標籤" in reader.right[3]


async def test_tags_of_several_articles_turn_up_in_each(slow: SlowSession) -> None:
    async with reading(slow) as reader:
        await reader.press("j", "k", "v", "v", "f", "a")
        await reader.type("兩篇")
        await reader.press("enter", "escape", "home")
        assert "#兩篇" in reader.right[3]
        await reader.press("j")
        assert "#兩篇" in reader.right[3]


async def test_an_update_is_seen_where_one_has_been_before(slow: SlowSession, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    older = replace(ISLAND, body=(Passage("paragraph", "這一版還沒有更正，讀者請等下一版。"),))
    with Library.open(slow.library_path) as library:
        library.store(older, b"1", where="news", path=str(path), now=NOW)
    newer = replace(ISLAND, body=(Passage("paragraph", "全文已經更正，請以本版為準。"),))
    async with reading(slow) as reader:
        await reader.press("j", "k", "j")
        with Library.open(slow.library_path) as library:
            library.store(newer, b"2", where="news", path=str(path), now=NOW)
        await reader.press("i")
        await reader.type(str(tmp_path / "nowhere.txt"))
        await reader.press("enter", "k")
        shown = reader.text
        await reader.press("j")
        assert "全文已經更正" in shown + reader.text


async def test_rows_from_before_a_change_come_too_late(slow: SlowSession) -> None:
    async with reading(slow) as reader:
        calls = slow.hold("rows")
        await reader.pilot.press("t")
        await reader.wait_for(lambda: len(calls) == 1)
        await reader.pilot.press("b")
        await reader.wait_for(lambda: len(calls) == 2)
        calls[1].release()
        await reader.shows("★")
        slow.let_go("rows")
        await reader.settled()
        assert reader.left[2].startswith("▌★")


async def test_rows_in_an_earlier_wording_come_too_late(slow: SlowSession) -> None:
    async with reading(slow) as reader:
        calls = slow.hold("rows")
        while len(calls) < 4:
            before = len(calls)
            await reader.pilot.press("t")
            await reader.wait_for(lambda before=before: len(calls) > before)  # type: ignore[misc]
        for call in reversed(calls):
            call.release()
            await reader.pilot.pause(0.05)
        slow.let_go("rows")
        await reader.settled()
        assert "岛屿能源" in reader.left[0]


async def test_the_listing_asked_last_holds(slow: SlowSession) -> None:
    async with reading(slow) as reader:
        await reader.press("B")
        calls = slow.hold("listing")
        reader.app.main.reader.listing.ask_again()
        await reader.wait_for(lambda: len(calls) == 1)
        slow._holding.pop("listing")
        slow.library.set_state(slow.library.listing(Query()).article_ids[:1], bookmarked=True)
        reader.app.main.reader.listing.ask_again()
        slow.let_go("listing")
        await reader.settled()
        assert "1/1" == reader.place


async def test_bookmarks_only_builds_on_a_query_that_is_still_asked(slow: SlowSession) -> None:
    async with reading(slow) as reader:
        calls = slow.hold("listing")
        await reader.pilot.press("slash")
        await reader.wait_for(reader.types)
        reader.app.focused.insert_text_at_cursor("自動化")  # type: ignore[union-attr]
        await reader.pilot.press("enter", "B")
        await reader.wait_for(lambda: len(calls) == 1)
        slow.let_go("listing")
        await reader.settled()
        assert "自動化 is:bookmarked" in reader.status


async def test_a_place_that_could_not_be_kept_is_kept_later(slow: SlowSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_pane, "IDLE", 60)
    async with reading(slow) as reader:
        key = reader.app.main.articles.article_id
        assert key is not None
        slow.fail("remember", LibraryBusy("busy"))
        await reader.press("enter", "space", "J")
        assert slow.library.stored(key).position is None
        assert {key} == set(reader.app.main.reading.places_to_keep())
        slow.fail("remember", None)
        await reader.press("J")
        assert slow.library.stored(key).position is not None
        assert {} == reader.app.main.reading.places_to_keep()


async def test_a_write_that_fails_while_one_leaves_is_told_at_the_end(slow: SlowSession) -> None:
    async with reading(slow) as reader:
        calls = slow.hold("set_setting", before=True)
        slow.fail("set_state", LibraryBusy("the library is busy"))
        await reader.pilot.press("t", "b", "q")
        await reader.wait_for(lambda: len(calls) == 1 and reader.app.jobs.leaving)
        slow.let_go("set_setting")
        await reader.wait_for(lambda: reader.app._exit, "the end")
        assert ["the library is busy"] == reader.app.complaints
