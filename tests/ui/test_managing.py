"""Articles deleted, sorted, all marked read; the next unread one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.ui.screens import ARTICLES, NOW, reading
from tests.ui.test_marks import rows

if TYPE_CHECKING:
    from tui_reader.app.session import Session


async def test_a_deleted_article_leaves_the_list_and_comes_back(session: Session) -> None:
    titles = [row.title for row in rows(session)]
    async with reading(session) as reader:
        await reader.press("D")
        assert "1 article deleted" in reader.status
        assert titles[1:] == [row.title for row in rows(session)]
        await reader.press("u")
        assert "Undone" in reader.status
        assert titles == [row.title for row in rows(session)]


async def test_selected_articles_are_deleted_together(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("v", "v", "D")
        assert "2 articles deleted" in reader.status
    assert 1 == len(rows(session))


async def test_a_later_run_undoes_what_an_earlier_one_did(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("D")
    async with reading(session) as reader:
        await reader.press("u")
        assert "Undone: 1 article deleted" in reader.status
        await reader.press("u")
        assert "Nothing to undo" in reader.status
    assert 3 == len(rows(session))


async def test_all_listed_articles_are_marked_read(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("A")
        assert all(row.read for row in rows(session))
        await reader.press("N")
        assert "No unread article" in reader.status
        await reader.press("u")
    assert not any(row.read for row in rows(session))


async def test_the_next_unread_article_is_found_past_the_end(session: Session) -> None:
    second = rows(session)[1]
    session.library.set_state([row.article_id for row in rows(session) if row != second], read=True)
    async with reading(session) as reader:
        for _ in range(2):
            await reader.press("N")
            assert reader.app.main.reader.articles.article_id == second.article_id


async def test_the_list_is_sorted_by_the_next_order(session: Session) -> None:
    async with reading(session) as reader:
        newest = list(reader.app.main.reader.articles.article_ids)
        said = []
        for _ in range(6):
            await reader.press("s")
            said.append(reader.status)
        assert "Sorted: by title" in said[1]
        assert "Sorted: newest first" in said[-1]
        assert newest == list(reader.app.main.reader.articles.article_ids)


async def test_a_range_is_selected_by_moving(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("V", "down", "V", "down")
        assert "✓ 2 selected" in reader.status
        await reader.press("escape", "V", "up", "up")
        assert "✓ 3 selected" in reader.status
        await reader.press("down")
        assert "✓ 2 selected" in reader.status
        await reader.press("r")
        assert [False, True, True] == [row.read for row in rows(session)]


async def test_all_listed_are_selected_whether_their_rows_were_fetched_or_not(session: Session) -> None:
    for number in range(200):
        session.library.store(ARTICLES[2], f"{number}".encode(), where=f"{number}.txt", path=None, now=NOW)
    async with reading(session, (80, 24)) as reader:
        await reader.press("a")
        assert "✓ 203 selected" in reader.status
        await reader.press("b")
        assert all(row.bookmarked for row in rows(session))


async def test_tagging_the_article_that_is_read_does_not_leave_it(session: Session) -> None:
    async with reading(session, (60, 20)) as reader:
        await reader.press("enter", "number_sign")
        await reader.shows("add tags:")
        focused = reader.app.focused
        assert isinstance(focused, Input)
        focused.value = "自己，還有"
        await reader.press("enter")
        assert reader.app.main.reading.has_focus
        assert "#自己" in reader.text
        assert {"自己", "還有"} <= set(rows(session)[0].tags)


async def test_a_deleted_article_is_no_fault(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("D")
        await reader.shows("1 article deleted")
        await reader.pilot.pause(0.3)
        assert not [toast.message for toast in reader.app._notifications if "no article" in toast.message]
