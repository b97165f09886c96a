"""A start begins with the article that was last read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import HARBOUR, ISLAND, KITCHEN, NOW, reading, stock
from tui_reader.app.session import Session
from tui_reader.library import Library

if TYPE_CHECKING:
    from pathlib import Path

MANY = 300


@pytest.fixture
def long_list(tmp_path: Path) -> Session:
    """Titles 第299篇 (the newest) to 第0篇."""
    articles = tuple(
        replace(HARBOUR, title=f"第{number}篇", published=f"20{number // 12:02}-{number % 12 + 1:02}-01")
        for number in range(MANY)
    )
    with Library.open(tmp_path / "library.db") as library:
        stock(library, articles)
    return Session(tmp_path, clock=lambda: NOW)


async def test_the_article_last_read_is_open_again(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("j", "enter", "escape", "j")
    async with reading(session) as reader:
        assert HARBOUR.title == reader.right[1]
        assert "2/3" == reader.place
        assert reader.app.main.articles.has_focus
        await reader.press("k")
        assert ISLAND.title == reader.right[1]


async def test_at_the_place_where_it_was_left(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("J", "K", "enter", "space", "space")
        top = reader.lines[0]
        place = reader.app.main.reading.places_to_keep()
        for key, position in place.items():
            session.library.remember(key, position)
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter")
        assert top == reader.lines[0]


async def test_far_down_a_long_list_it_is_in_view_at_once(long_list: Session) -> None:
    async with reading(long_list, (120, 30)) as reader:
        await reader.press("end", *["k"] * 30, "enter")
        assert "第30篇" == reader.right[1]
    async with reading(long_list, (120, 30)) as reader:
        assert "第30篇" == reader.right[1]
        assert any(line.startswith("▌  第30篇") for line in reader.left)
        assert 14 == sum("篇" in line for line in reader.left)
        await reader.press("j")
        assert "第29篇" == reader.right[1]


@pytest.mark.parametrize("kept", ["no key", "4711", ""])
async def test_one_that_is_gone_is_no_matter(session: Session, kept: str) -> None:
    session.library.set_setting("last", kept)
    async with reading(session) as reader:
        assert ISLAND.title == reader.right[1]


async def test_what_comes_in_does_not_push_it_away(session: Session, tmp_path: Path) -> None:
    async with reading(session) as reader:
        await reader.press("enter")
    newer = tmp_path / "newer.txt"
    newer.write_text(f"更新的一篇\n\n2026-01-01\n\n{KITCHEN.body[0].text * 6}\n", "utf-8")
    async with reading(session, import_paths=(str(newer),)) as reader:
        await reader.shows("更新的一篇")
        await reader.settled()
        assert ISLAND.title == reader.right[1]


async def test_on_a_narrow_screen_too(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        assert "【" in reader.lines[1]
        assert reader.app.main.articles.has_focus
        await reader.press("j", "enter", "escape")
    async with reading(session, (80, 24)) as reader:
        assert "港口自动化提速" in "".join(reader.lines[:3])
        assert reader.app.main.reading.has_focus
        await reader.press("escape")
        assert reader.app.main.articles.has_focus
        assert "2/3" == reader.place
