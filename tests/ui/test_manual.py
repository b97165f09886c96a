"""The help screen: the keys needed first, then all; searched by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import reading
from tui_reader.ui.features.manual.sections import CHEAT_SHEET, all_sections, by_place, cheat_sheet, matching
from tui_reader.ui.registration import declared_keys

if TYPE_CHECKING:
    from tui_reader.app.session import Session

KEYS = declared_keys()


def test_the_cheat_sheet_has_fifteen_commands_with_keys() -> None:
    rows = cheat_sheet(KEYS).rows
    assert CHEAT_SHEET == tuple(row.name for row in rows)
    assert 15 == len(rows)


def test_the_place_where_help_was_opened_comes_first() -> None:
    headings = [section.heading for section in all_sections(KEYS, "tags")]
    assert [cheat_sheet(KEYS).heading, KEYS.heading("tags"), KEYS.heading("everywhere")] == headings[:3]
    assert len(headings) == len(set(headings)) == len(KEYS.contexts) + 2


def test_rows_have_all_words_of_a_search() -> None:
    (section,) = matching(by_place(KEYS), "ONLY bookmarks")
    assert ["everywhere.bookmarks"] == [row.name for row in section.rows]
    assert () == matching(by_place(KEYS), "bookmarks zzz")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_typing_searches(session: Session, size: tuple[int, int]) -> None:
    async with reading(session, size) as reader:
        await reader.press("question_mark")
        assert all(row.what in reader.text for row in cheat_sheet(KEYS).rows[:10])
        await reader.press(*"bookm")
        assert "Bookmarks only" in reader.text
        assert "Read the article" not in reader.text
        await reader.press("enter", "escape")
        assert "Read the article" in reader.text
        await reader.press("slash", *"zzz")
        assert "No key or sign matches" in reader.text
        await reader.press("escape", "escape")
        assert "Enter read" in reader.text


async def test_keys_of_the_article_scroll_and_close(session: Session) -> None:
    async with reading(session, (60, 20)) as reader:
        await reader.press("question_mark", "space")
        assert "First of all" not in reader.text
        await reader.press("home")
        assert "First of all" in reader.text
        await reader.press("ctrl+d", "ctrl+u", "G", "q")
        assert "LIST" in reader.status
