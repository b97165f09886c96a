"""The query line and the tag panel: the list follows, and says what it is filtered by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Key
from textual.widgets import Input

from tests.ui.screens import reading
from tui_reader.present.tags import Tag, containing
from tui_reader.query import Query
from tui_reader.ui.features.tags.controller import TagsController
from tui_reader.ui.reader.list_pane import ListPane

if TYPE_CHECKING:
    import pytest

    from tests.ui.screens import Reader
    from tui_reader.app.session import Session


def panel(reader: Reader) -> list[str]:
    """The tag panel's rows."""
    rows = (" ".join(line.rpartition("│")[0].rpartition("│")[2].split()) for line in reader.lines[1:-2])
    return [row for row in rows if row]


async def test_the_list_follows_while_one_types(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("软体")
        await reader.shows("filter: 软体")
        assert reader.types()
        await reader.press("enter")
        assert not reader.types()
        assert reader.app.main.articles.has_focus
        await reader.press("slash")
        assert "/ 软体" in reader.lines[-2]


async def test_a_query_that_is_wrong_is_explained(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("is:x")
        await reader.shows("Unknown is:x at character 1")
        assert "/3 " in reader.status


async def test_a_wrong_query_stays_open_with_what_was_typed(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("titel:x 港口")
        await reader.press("enter")
        await reader.shows("unknown field titel:")
        line = reader.types()
        assert line
        focused = reader.app.focused
        assert isinstance(focused, Input)
        assert ("titel:x 港口", 6) == (focused.value, focused.cursor_position)
        focused.value = "港口"
        await reader.press("enter")
        await reader.shows("1/1")
        assert not reader.types()


async def test_fields_and_names_of_the_library_are_completed(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        focused = reader.app.focused
        assert isinstance(focused, Input)
        await reader.type("sou")
        await reader.wait_for(lambda: "source:" in reader.text, "a field")
        await reader.press("tab")
        assert "source:" == focused.value
        await reader.type("海")
        await reader.wait_for(lambda: "source:海港晚报" in reader.text, "a source")
        await reader.press("tab", "enter")
        await reader.shows("filter: source:海港晚报")


async def test_escape_clears_the_line_then_leaves_it(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("港口")
        await reader.shows("1/1")
        await reader.press("escape")
        await reader.shows("/3")
        assert reader.types()
        await reader.press("escape")
        assert not reader.types()


async def test_two_escapes_in_a_row_clear_and_leave(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("港口")
        await reader.shows("1/1")
        await reader.pilot.press("escape", "escape")
        await reader.shows("/3")
        assert not reader.types()
        assert "filter" not in reader.status


async def test_a_click_elsewhere_leaves_the_line(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.pilot.click(ListPane, offset=(5, 4))
        await reader.settled()
        assert not reader.types()
        assert "Enter done" not in reader.status
        assert reader.app.main.articles.has_focus


async def test_marks_wait_while_a_query_leaves_them_out(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("v", "slash")
        await reader.type("港口")
        await reader.shows("1/1")
        assert "marked" not in reader.status
        await reader.press("enter", "b", "escape")
        await reader.shows("✓ 1 selected")
        assert reader.left[0].startswith(" ●✓【島嶼能源】")
        assert [False, True, False] == [
            row.bookmarked for row in session.library.rows(session.library.listing(Query()).article_ids)
        ]


async def test_tags_are_looked_through_once_a_change(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def counted(tags: tuple[Tag, ...], needle: str) -> tuple[Tag, ...]:
        looked.append(needle)
        return containing(tags, needle)

    monkeypatch.setattr("tui_reader.ui.features.tags.panel.containing", counted)
    async with reading(session) as reader:
        await reader.press("f", "down", "down", "up")
        assert "▌  " in reader.text
        assert [""] == looked


async def test_escape_in_the_list_drops_the_filter(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("B")
        assert "Esc  clears the filter" in reader.text
        await reader.press("escape")
        assert "1/3" in reader.status
        assert "filter" not in reader.status


async def test_tags_narrow_together_and_exclude(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("f")
        await reader.wait_for(lambda: len(panel(reader)) == 8, "six tags and two sources")
        assert "▌ 島嶼日報 2" == panel(reader)[0]
        await reader.press("enter")
        assert "▌✓ 島嶼日報 2" == panel(reader)[0]
        assert "filter: tag:島嶼日報" in reader.status
        assert "1/2" in reader.status
        await reader.press("slash")
        await reader.type("饮食")
        await reader.press("enter", "enter")
        assert "tag:島嶼日報 tag:飲食" in reader.status
        assert "1/1" in reader.status
        assert "老城廚房的第三代" in reader.left[0]
        await reader.press("x")
        assert "tag:島嶼日報 -tag:飲食" in reader.status
        assert "▌− 飲食" in panel(reader)[0]
        assert "【島嶼能源】" in reader.left[0]
        await reader.press("x", "escape")
        assert reader.app.main.controller(TagsController).panel is None
        assert "filter: tag:島嶼日報" in reader.status


async def test_a_source_narrows_and_is_left_out_as_a_tag_is(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("f")
        await reader.wait_for(lambda: len(panel(reader)) == 8, "six tags and two sources")
        await reader.press("slash")
        await reader.type("海港")
        await reader.press("enter", "enter")
        assert "filter: source:海港晚报" in reader.status
        assert "1/1" in reader.status
        await reader.press("x")
        assert "filter: -source:海港晚报" in reader.status
        assert "1/2" in reader.status
        await reader.press("x")
        assert "1/3" in reader.status


async def test_a_chinese_character_begins_the_search_for_a_tag(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("f", "离")
        await reader.wait_for(lambda: len(panel(reader)) == 1, "one tag")
        assert "離岸風電" in panel(reader)[0]


async def test_the_panel_leaves_the_list_in_sight_on_a_narrow_screen(session: Session) -> None:
    async with reading(session, (60, 20)) as reader:
        await reader.press("enter", "f")
        assert "▌  【島嶼" in reader.lines[1]
        assert "Tags" in reader.lines[0]
        await reader.press("f")
        assert "Tags" not in reader.lines[0]


async def test_the_cursor_stays_on_its_article(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("end", "f", "enter", "escape")
        assert "老城廚房的第三代" in reader.left[3]
        assert reader.left[3].startswith("▌")


async def test_a_tag_is_renamed_hidden_and_deleted_everywhere_and_all_is_undone(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("f")
        await reader.wait_for(lambda: panel(reader)[0] == "▌ 島嶼日報 2", "the tags")
        await reader.press("H")
        await reader.wait_for(lambda: panel(reader)[0] != "▌ 島嶼日報 2" and len(panel(reader)) == 7, "without it")
        await reader.press("u")
        await reader.wait_for(lambda: panel(reader)[0] == "▌ 島嶼日報 2", "the tags again")
        await reader.press("e", *["backspace"] * 4)
        await reader.type("島報")
        await reader.press("enter")
        await reader.wait_for(lambda: any("島報 2" in row for row in panel(reader)), "the new name")
        await reader.press("u")
        await reader.wait_for(lambda: any("島嶼日報 2" in row for row in panel(reader)), "the old name")


async def test_a_strike_through_ends_with_its_words(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("f", "down", "x")
        await reader.shows("−")
        strips = reader.app.screen._compositor.render_strips()
        struck = [text for strip in strips for text, style, _ in strip if style and style.strike]
        assert struck
        assert [text.rstrip() for text in struck] == struck


async def test_an_input_method_may_send_several_characters_at_once(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("f")
        await reader.shows("TAGS")
        for character in "科技":
            reader.app.main.post_message(Key(character, character))
        await reader.shows("find tag: 科技")
