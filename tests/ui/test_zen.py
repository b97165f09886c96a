"""The article alone: zen, pages, and what comes back with the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import reading

if TYPE_CHECKING:
    from tui_reader.app.session import Session


@pytest.mark.parametrize("size", [(120, 30), (80, 24)])
async def test_zen_leaves_nothing_but_the_text(session: Session, size: tuple[int, int]) -> None:
    async with reading(session, size) as reader:
        await reader.press("Z")
        pane = reader.app.main.reading
        assert size == (pane.size.width, pane.size.height)
        assert [line.text.strip(" ") for line in pane.lines_in_view()] == [line.strip(" ") for line in reader.lines]
        await reader.press("b")
        assert reader.status.endswith("1 bookmark added")
        assert size == (pane.size.width, pane.size.height)
        await reader.press("escape")
        assert pane.has_focus
        assert "1/3" == reader.place
        await reader.press("Z", "Z", "escape")
        assert reader.app.main.articles.has_focus


@pytest.mark.parametrize("key", ["z", "Z", "enter"])
@pytest.mark.parametrize("size", [(120, 30), (80, 24)])
async def test_what_was_asked_for_is_seen(session: Session, key: str, size: tuple[int, int]) -> None:
    async with reading(session, size) as reader:
        await reader.press(key, "slash", "escape")
        assert reader.app.focused is not None
        assert reader.app.focused.is_on_screen
        await reader.press("slash", "enter")
        assert reader.app.main.articles.has_focus
        assert "老城廚房的第三代" in reader.text


async def test_after_another_line_one_is_where_one_was(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter", "i", "escape")
        assert reader.app.main.reading.has_focus


async def test_a_page_keeps_one_line_of_the_last_and_leaves_none_out(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter")
        pane = reader.app.main.reading
        page = pane.page
        assert page is not None
        while not pane.is_vertical_scroll_end:
            last = pane.scroll_offset.y + pane.size.height - 1
            await reader.press("space")
            left_over = pane.virtual_size.height - last - 1
            context = 1 if left_over >= pane.size.height - 1 else pane.size.height - left_over
            assert context == last - pane.scroll_offset.y + 1
