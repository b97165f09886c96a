"""Two readings side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.screens import reading
from tui_reader.ui.features.compare.pane import ComparePane

if TYPE_CHECKING:
    from tests.ui.screens import Reader
    from tui_reader.app.session import Session


def second(reader: Reader) -> ComparePane:
    return reader.app.main.query_one(ComparePane)


def on_top(reader: Reader) -> str:
    """The first words of the second reading."""
    return "".join(line.text for line in second(reader).lines_in_view()[:4])


async def test_as_written_beside_the_other_script(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "equals_sign")
        await reader.shows("供电网调度人员使用")
        assert "供電網調度人員使用" in reader.text
        assert "─ as written ─" in reader.lines[0]
        assert "─ 简体 ─" in reader.lines[0]
        assert "简体" in reader.lines[0]
        assert "1/3" in reader.status


async def test_both_scroll_by_paragraph(session: Session) -> None:
    async with reading(session, (120, 30)) as reader:
        await reader.press("enter", "equals_sign")
        await reader.shows("供电网")
        await reader.press("space")
        page = reader.app.main.reading.page
        other = second(reader).page
        assert page is not None
        assert other is not None
        top = page.piece_at(reader.app.main.reading.scroll_offset.y)
        assert top > 8
        assert top == other.piece_at(second(reader).scroll_offset.y)


async def test_the_script_turns_both(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "equals_sign", "t")
        await reader.wait_for(lambda: "供電網調度" in on_top(reader) or "離岸風電" in on_top(reader))
        assert reader.lines[0].index("简体") < reader.lines[0].index("as written")


async def test_an_article_marked_stands_beside_the_one_read(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("j", "v", "home", "equals_sign")
        await reader.wait_for(lambda: "港口自动化" in on_top(reader))
        assert "離岸風電" in reader.text
        assert "Selected article" in reader.lines[0]


async def test_escape_and_the_key_close_it(session: Session) -> None:
    async with reading(session) as reader:
        for key in ("escape", "equals_sign"):
            await reader.press("enter", "equals_sign")
            assert 1 == len(reader.app.main.query(ComparePane))
            await reader.press(key)
            assert 0 == len(reader.app.main.query(ComparePane))
        await reader.press("escape")
        assert "list" == reader.app.main.reader.context


async def test_a_small_terminal_says_what_is_missing(session: Session) -> None:
    async with reading(session, (99, 13)) as reader:
        await reader.press("enter", "equals_sign")
        assert "need 100 columns" in reader.status
        assert 0 == len(reader.app.main.query(ComparePane))


async def test_in_a_narrow_terminal_one_is_above_the_other(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter", "equals_sign")
        (pane,), above = reader.app.main.query(ComparePane), reader.app.main.reading
        assert (0, 80) == (pane.region.x, pane.region.width) == (above.region.x, above.region.width)
        assert above.region.bottom == pane.region.y
        assert min(above.region.height, pane.region.height) >= 9
        await reader.pilot.resize_terminal(120, 24)
        await reader.settled()
        assert above.region.right == pane.region.x


async def test_shrinking_closes_it(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "equals_sign")
        await reader.pilot.resize_terminal(80, 12)
        await reader.settled()
        assert 0 == len(reader.app.main.query(ComparePane))
        assert "need 100 columns" in reader.status


async def test_another_article_brings_its_own_other_side(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "equals_sign", "J")
        await reader.wait_for(lambda: "港口自動化" in on_top(reader))
