"""Colours of highlights: chosen with a key, told apart without colour, changed in the list, which a text narrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.screens import ISLAND, reading
from tui_reader.model import COLOURS, PassageMark
from tui_reader.present.passages import LOOKS, MarkRow, matching_rows
from tui_reader.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from rich.style import Style

    from tui_reader.app.session import Session

DECK = ISLAND.deck[0]


def colours(session: Session) -> list[tuple[str, str, str]]:
    return [(mark.text[:4], mark.note, mark.colour) for mark in session.library.highlights()]


async def test_a_selection_is_highlighted_in_a_colour(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "v", "j", "2")
        assert [(DECK[:4], "", "green")] == colours(session)
        await reader.press("v", "j", "3")
        assert [(DECK[:4], "", "blue")] == colours(session)
        await reader.press("u")
        assert [(DECK[:4], "", "green")] == colours(session)


async def test_a_highlight_with_a_note_has_the_colour_used_last(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "v", "j", "4", "v", "j", "j", "m")
        await reader.type("要緊")
        await reader.press("enter")
        assert {("六十座風", "", "red"), ("最後一座", "要緊", "red")} == set(colours(session))


async def test_the_list_changes_colours_and_notes(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "v", "j", "1", "quotation_mark", "3")
        assert [(DECK[:4], "", "blue")] == colours(session)
        assert f"❞3 {DECK[:4]}" in reader.text
        await reader.press("e")
        await reader.type("再看")
        await reader.press("enter")
        assert [(DECK[:4], "再看", "blue")] == colours(session)


async def test_typing_narrows_the_list(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "v", "j", "1", "v", "j", "j", "2", "quotation_mark", "slash")
        await reader.type("风机今晨")
        await reader.pilot.pause(0.1)
        await reader.settled()
        assert "❞2 最後一座" in reader.text
        assert "❞ 六十" not in reader.text
        await reader.press("enter", "escape")
        assert "❞ 六十" in reader.text
        await reader.press("escape")
        assert "Bookmarks and highlights" not in reader.text


def test_rows_match_by_text_or_by_title() -> None:
    one, other = (PassageMark(number, 1, 0, text) for number, text in ((1, "海上"), (2, "岸上")))
    rows = (MarkRow("島嶼", 1), MarkRow("海上", 1, one), MarkRow("港口", 2), MarkRow("岸上", 2, other))
    assert rows[:2] == matching_rows(rows, "海")
    assert rows[2:] == matching_rows(rows, "港口")
    assert rows == matching_rows(rows, "上")
    assert () == matching_rows(rows, "山")


async def test_colours_differ_without_colour(session: Session) -> None:
    async with reading(session) as reader:
        view = reader.app.main.reading

        def form(style: Style) -> tuple[bool, ...]:
            return tuple(map(bool, (style.bold, style.underline, style.reverse)))

        shown = {colour: form(view.get_component_rich_style(f"lit--{LOOKS[colour]}")) for colour in COLOURS}
        del shown["blue"]  # its underline is double
        assert 3 == len(set(shown.values()))
        assert {f"lit--{look}" for look in LOOKS.values()} <= PageView.COMPONENT_CLASSES
