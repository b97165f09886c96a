"""The reading pane: place, measure, read marks, and what stays on top when the window changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.screens import reading
from tui_reader.query import Query
from tui_reader.text.cells import width
from tui_reader.ui.reader import reading_pane
from tui_reader.ui.reader.reading_pane import ReadingPane

if TYPE_CHECKING:
    import pytest

    from tests.ui.screens import Reader
    from tui_reader.app.session import Session


def on_top(reader: Reader) -> str:
    """The first words in the reading pane."""
    lines = reader.app.main.reading.lines_in_view()[:2]
    return next(text for line in lines if (text := line.text.strip()))[:8]


async def test_the_article_is_set_as_chinese_print_is(session: Session) -> None:
    async with reading(session) as reader:
        right = reader.right
        assert "▎ 六十座風機，三十億度電。" in right
        assert any(line.startswith("最後一座風機今晨") for line in right)
        assert "■ 工程延宕兩年" in right
        assert "▎ 海上沒有備用方案，只有天氣。" in right
        assert "• 裝置容量：1,044 百萬瓦" in right
        await reader.press("enter", "end")
        assert "▫ 最後一座風機吊裝。圖／島嶼日報" in reader.right
        assert "── 2 comments · 推 1 → 1" in reader.right
        assert "推  windy  12/30 09:20" in reader.right
        assert "終於蓋好了" in reader.right


async def test_keys_scroll_by_lines_and_pages(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter")
        pane = reader.app.main.reading
        for key, line in (("j", 1), ("down", 2), ("k", 1), ("space", 23), ("pageup", 1), ("home", 0)):
            await reader.press(key)
            assert line == pane.scroll_offset.y
        await reader.press("end")
        assert "電價會降嗎？" in reader.text
        assert "│ end │" in reader.status


async def test_opening_marks_read_but_passing_by_does_not(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("j", "k")
        assert "●" in reader.left[0]
        await reader.press("enter")
        assert "●" not in reader.left[0]
        assert "●" in reader.left[3]
        await reader.press("J")
        assert "●" not in reader.left[3]
        await reader.press("u")
        assert "Nothing to undo" in reader.status
    assert [True, True, False] == [
        row.read for row in session.library.rows(session.library.listing(Query()).article_ids)
    ]


async def test_the_wheel_reads_too(session: Session) -> None:
    async with reading(session) as reader:
        reader.app.main.reading.scroll_relative(y=3, animate=False)
        await reader.settled()
        assert "●" not in reader.left[0]


async def test_the_place_is_kept_between_starts(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "space")
        top = on_top(reader)
        await reader.press("escape", "j")
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter")
        assert top == on_top(reader)


async def test_the_place_is_kept_after_a_rest(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_pane, "IDLE", 0.01)
    async with reading(session) as reader:
        key = reader.app.main.articles.article_id
        assert key is not None
        await reader.press("enter", "space")
        await reader.wait_for(lambda: session.library.stored(key).position is not None)
        position = session.library.stored(key).position
        assert position is not None
        assert position.passage > 0


async def test_the_words_on_top_stay_there_when_the_window_changes(session: Session) -> None:
    async with reading(session, (120, 30)) as reader:
        await reader.press("enter", "pagedown", "j", "j")
        top = on_top(reader)
        for size in ((100, 24), (60, 20), (200, 30), (120, 30)):
            await reader.pilot.resize_terminal(*size)
            await reader.settled()
            await reader.wait_for(lambda: reader.app.main.reading.page is not None)
            assert top in "".join(line.text for line in reader.app.main.reading.lines_in_view()[:2])
        assert top == on_top(reader)


async def test_plus_and_minus_change_the_measure_for_good(session: Session) -> None:
    async with reading(session, (120, 40)) as reader:
        await reader.press("enter")
        assert 64 == reader.app.main.reading.cells
        await reader.press("minus", "minus")
        assert 60 == reader.app.main.reading.cells
        assert max(width(line.text) for line in reader.app.main.reading.lines_in_view()) <= 60
        await reader.press("plus")
        assert "Lines of 62 cells" in reader.status
    assert "62" == session.setting("measure")
    async with reading(session, (120, 40)) as reader:
        assert 62 == reader.app.main.reading.cells


async def test_minus_begins_at_what_is_seen(session: Session) -> None:
    async with reading(session, (60, 20)) as reader:
        await reader.press("enter")
        before = reader.app.main.reading.cells
        await reader.press("minus")
        assert before - 2 == reader.app.main.reading.cells


async def test_zoom_gives_the_article_the_whole_width(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("z")
        assert "│" not in "".join(reader.lines[:-1])
        assert "【島嶼能源】離岸風電第三期完工，軟體平台同步上線" == reader.lines[1].strip()
        await reader.press("z")
        assert "港口自动化提速" in reader.left[3]


async def test_next_and_previous_keep_the_pane(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "J", "J")
        assert "老城廚房的第三代" == reader.right[1]
        await reader.press("K")
        assert "港口自动化提速：无人集卡投入运行" == reader.right[1]
        assert reader.app.main.reading.has_focus


async def test_a_click_on_a_tag_filters(session: Session) -> None:
    async with reading(session) as reader:
        line = reader.lines[3]
        column = width(line[: line.index("#島嶼日報")]) + 2 - reader.app.main.reading.region.x
        await reader.pilot.click(ReadingPane, offset=(column, 3))
        await reader.settled()
        assert "filter: tag:島嶼日報" in reader.status
        assert "1/2" == reader.place


async def test_the_terminal_cursor_is_where_the_person_is(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("j")
        assert (0, 4) == reader.app.cursor_position
        await reader.press("enter")
        assert 0 == reader.app.cursor_position.y
        assert "│" in reader.lines[0][: reader.app.cursor_position.x]


async def test_the_terminal_cursor_goes_with_the_column(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "space")
        for size in ((200, 30), (100, 24), (60, 20)):
            await reader.pilot.resize_terminal(*size)
            await reader.settled()
            pane = reader.app.main.reading
            assert pane.page is not None
            assert pane.content_region.offset.x + pane.left_of(pane.page) == reader.app.cursor_position.x
