"""The contents panel: where one is, and going elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.screens import Reader, reading

if TYPE_CHECKING:
    from tui_reader.session import Session


def panel(reader: Reader) -> list[str]:
    """The panel's rows with their signs."""
    rows = [line.rpartition("│")[0].rpartition("│")[2] for line in reader.lines]
    return [row.rstrip() for row in rows if row.strip() and row[:2] in {"▌•", "▌ ", " •", "  "} and row[2] == " "]


async def test_g_lists_headings_and_enter_goes_there(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter", "g")
        assert "Contents" in reader.lines[0]
        assert ["▌• 【島嶼能源】離岸風電第三期完工，軟體平台同步…", "   工程延宕兩年", "   Comments (2)"] == panel(
            reader
        )
        await reader.press("j", "j", "enter")
        assert reader.app.main.reading.has_focus
        assert "電價會降嗎？" in reader.text
        await reader.press("g")
        assert "▌• Comments (2)" == panel(reader)[2]


async def test_leaving_leaves_all_as_it_was(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter", "space")
        before = reader.lines
        for key in ("g", "escape", "left"):
            await reader.press("g", "down", key)
            assert before == reader.lines


async def test_the_contents_turn_with_the_script(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "g", "t")
        await reader.shows("  工程延宕两年")


async def test_another_article_has_other_contents(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "g", "J")
        await reader.shows("码头的软件系统")
        assert "Comments (2)" not in reader.text
        assert reader.app.main.reading.has_focus
        await reader.press("g")
        assert "No headings" in reader.text
