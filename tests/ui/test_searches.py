"""Completion, history and saved searches of the query prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.ui.screens import reading

if TYPE_CHECKING:
    from tests.ui.screens import Reader
    from tui_reader.app.session import Session


def line(reader: Reader) -> Input:
    focused = reader.app.focused
    assert isinstance(focused, Input)
    return focused


async def test_completions_stand_above_the_line_and_tab_takes_the_chosen_one(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("slash")
        await reader.type("tag:")
        await reader.shows("▌ tag:島嶼日報")
        assert "tag:能源" in reader.text
        assert "/ tag:" in reader.lines[-2]
        await reader.press("shift+tab", "tab")
        assert line(reader).value.startswith("tag:")
        assert "tag:島嶼日報 " != line(reader).value
        assert "▌ tag:" not in reader.text


async def test_right_takes_a_completion_at_the_end_only(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("source:岛")
        await reader.shows("▌ source:島嶼日報")
        await reader.press("left", "right")
        assert "source:岛" == line(reader).value
        await reader.press("right")
        assert "source:島嶼日報 " == line(reader).value
        await reader.press("enter")
        assert "1/2" in reader.status


async def test_up_goes_to_earlier_queries_and_down_back(session: Session) -> None:
    async with reading(session) as reader:
        for query in ("港口", "廚房"):
            await reader.press("slash", "escape")
            await reader.press("slash")
            await reader.type(query)
            await reader.press("enter", "escape")
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("is:unread")
        await reader.press("up")
        assert "廚房" == line(reader).value
        await reader.press("up")
        assert "港口" == line(reader).value
        await reader.press("up", "down", "down")
        assert "is:unread" == line(reader).value
        await reader.press("down")
        assert not reader.types()
        assert "filter: is:unread" in reader.status


async def test_a_wrong_query_is_explained_above_the_line_in_full(session: Session) -> None:
    async with reading(session, (60, 20)) as reader:
        await reader.press("slash")
        await reader.type("titel:甲")
        await reader.press("enter")
        explained = " ".join(" ".join(reader.lines).split())
        assert "unknown field titel: at character 1. Fields are title:" in explained
        assert "Put the text in quotes to search for it" in explained
        assert "/ titel:甲" in reader.lines[-2]
        line(reader).value = "港口"
        await reader.settled()
        assert "unknown field" not in reader.text


async def test_a_query_is_saved_by_name_and_undone(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("tag:能源")
        await reader.press("ctrl+s")
        await reader.shows("save as:")
        await reader.type("電")
        await reader.press("enter")
        await reader.shows("Search @電 saved")
        assert "filter: tag:能源" in reader.status
        assert [("電", "tag:能源")] == [tuple(search) for search in session.library.searches.all()]
        await reader.press("u")
        await reader.shows("Undone")
        assert not session.library.searches.all()


async def test_escape_at_the_name_goes_back_to_the_query(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("tag:能源")
        await reader.press("ctrl+s", "escape")
        assert "tag:能源" == line(reader).value


async def test_saved_searches_stand_above_the_tags(session: Session) -> None:
    session.library.searches.save("早", "港口")
    async with reading(session) as reader:
        await reader.press("f")
        await reader.shows("▌  @早")
        await reader.press("enter")
        assert "▌✓ @早" in reader.text
        assert "filter: 港口" in reader.status
        await reader.press("x")
        assert "filter: 港口" in reader.status
        await reader.press("e")
        line(reader).value = "晚"
        await reader.press("enter")
        await reader.shows("▌✓ @晚")
        await reader.press("d")
        assert "@晚" not in reader.text.replace("Search @晚 deleted", "")
        await reader.press("u")
        await reader.shows("@晚")


async def test_the_filter_is_saved_from_the_tag_panel(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("f", "S")
        assert "No search to save" in reader.status
        await reader.press("enter", "S")
        await reader.type("島")
        await reader.press("enter")
        await reader.shows("✓ @島")
        assert [("島", "tag:島嶼日報")] == [tuple(search) for search in session.library.searches.all()]


async def test_the_list_shows_text_around_the_words_while_they_are_searched_for(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("软件")
        await reader.press("enter")
        await reader.shows("码头的软件系统昨日完成升级")
        assert "码头的软件" in reader.left[2] + reader.left[6]
        await reader.press("escape")
        assert "【" in reader.left[0]
        assert reader.left[3].startswith(" ●")


async def test_an_excerpt_follows_the_wording_and_needs_room(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("培训")
        await reader.press("enter")
        await reader.shows("工人们正在接受培训")
        await reader.press("t", "t")
        await reader.wait_for(lambda: "培訓" in reader.left[2], "in the other script")
    async with reading(session, (100, 10)) as reader:
        await reader.press("slash")
        await reader.type("is:unread 能源 OR 海")
        await reader.press("enter")
        assert "filter" in reader.status
        assert reader.left[3].startswith(" ●")
