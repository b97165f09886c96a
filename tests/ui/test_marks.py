"""Bookmarks, read marks and own tags: set, seen, undone, kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.screens import reading
from tui_reader.query import Query

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.app.session import Session
    from tui_reader.model import Row


def rows(session: Session) -> tuple[Row, ...]:
    return session.library.rows(session.library.listing(Query()).article_ids)


async def test_a_bookmark_is_seen_said_and_kept(session: Session) -> None:
    async with reading(session) as reader:
        assert "★" not in reader.text
        await reader.press("b")
        assert reader.left[2].startswith("▌★ 2025-12-30")
        assert "1 bookmark added" in reader.status
        assert [True, False, False] == [row.bookmarked for row in rows(session)]
        await reader.press("b")
        assert "★" not in reader.text
    assert not any(row.bookmarked for row in rows(session))


async def test_undo_takes_back_the_last_first(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("b", "j", "r")
        assert [True, False, False] == [row.bookmarked for row in rows(session)]
        assert [False, True, False] == [row.read for row in rows(session)]
        await reader.press("u")
        assert "Undone" in reader.status
        assert not any(row.read for row in rows(session))
        await reader.press("u")
        assert not any(row.bookmarked for row in rows(session))
        assert "★" not in reader.text
        await reader.press("u")
        assert "Nothing to undo" in reader.status


async def test_what_is_marked_is_bookmarked_and_read_together(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("v", "v", "b", "r")
        assert [True, True, False] == [row.bookmarked for row in rows(session)]
        assert [True, True, False] == [row.read for row in rows(session)]
        await reader.press("u", "u")
        assert [False, False, False] == [row.bookmarked or row.read for row in rows(session)]


async def test_a_mixed_choice_is_bookmarked_first(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("b", "v", "v", "b")
        assert [True, True, False] == [row.bookmarked for row in rows(session)]
        await reader.press("b")
        assert not any(row.bookmarked for row in rows(session))


async def test_while_reading_only_that_article_is_meant(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("v", "v", "enter", "b")
        assert [False, False, True] == [row.bookmarked for row in rows(session)]


async def test_bookmarks_only_and_all_again(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("j", "b", "B")
        assert "filter: is:bookmarked" in reader.status
        assert "1/1" == reader.place
        assert "港口自动化提速" in reader.left[0]
        await reader.press("b")
        assert "No matching articles." in reader.text
        assert "no articles" in reader.status
        await reader.press("u")
        assert "1/1" == reader.place
        await reader.press("B")
        assert "2/3" == reader.place


async def test_what_is_opened_under_a_filter_of_unread_stays(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("is:unread")
        await reader.press("enter", "enter")
        assert "【島嶼能源】" in reader.left[0]
        assert "●" not in reader.left[0]


async def test_own_tags_are_added_and_removed_in_the_panel(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("f", "a")
        await reader.type("稍後讀，#要 引用")
        await reader.press("enter")
        await reader.shows("稍後讀  ")
        assert {"稍後讀", "要 引用"} <= set(rows(session)[0].tags)
        assert "#稍後讀" in reader.text
        await reader.press("slash")
        await reader.type("稍后")
        await reader.press("enter", "d")
        assert "稍後讀" not in rows(session)[0].tags
        await reader.press("u")
        assert "稍後讀" in rows(session)[0].tags


async def test_marks_that_cannot_be_kept_are_told(session: Session, tmp_path: Path) -> None:
    locked = type(session)(tmp_path)
    locked.library._connections.read_only = True
    async with reading(locked) as reader:
        await reader.shows("The library is read-only")
        await reader.press("enter", "space", "J")
        assert "港口自动化提速" in reader.right[1]
        assert not any(row.read for row in rows(session))
