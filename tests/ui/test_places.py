"""Where one is, which keys work there, and how one gets back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import ISLAND, KITCHEN, reading, stock
from tui_reader.library import Library
from tui_reader.ui.registration import declared_keys

if TYPE_CHECKING:
    from tui_reader.app.session import Session

WIDE, NARROW = (120, 40), (80, 24)

PROMISED = {
    "list": "down=j,down up=k,up page-down=pagedown page-up=pageup first=home,g last=end,G open=enter,l page-article=space "
    "mark=v range=V sort=s beside=equals_sign unfold=right delete=D all-read=A next-unread=N",
    "reading": "down=j,down up=k,up on=space page-down=pagedown page-up=pageup half-down=ctrl+d half-up=ctrl+u top=home "
    "bottom=end,G back=escape,q,h,left find=ctrl+f next-hit=n previous-hit=N contents=g comments=c removed=x reworded=d "
    "choose=v mark=m next-mark=apostrophe repair=p beside=equals_sign wider=plus narrower=minus copy-title=Y",
    "everywhere": "next=J previous=K script=t region=T query=slash tags=f bookmark=b bookmarks=B marks=quotation_mark "
    "read=r copy=y browse=o import=i undo=u other-pane=tab,shift+tab help=question_mark palette=colon,ctrl+p zoom=z zen=Z "
    "quit=q,ctrl+q cancel=ctrl+c",
    "removed": "put-back=plus,equals_sign drop=minus",
    "reworded": "correct=e",
    "empty": "samples=s",
}
"""The keys people learn: changing one is a decision, not an accident."""


@pytest.mark.parametrize("context", PROMISED)
def test_the_keys_are_the_promised_ones(context: str) -> None:
    keys = declared_keys()
    promised = dict(part.split("=", 1) for part in PROMISED[context].split())
    there = {command.name: ",".join(command.keys) for command in keys.within(context)}
    assert promised == {name: there.get(name) for name in promised}


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_q_goes_back_from_the_article_and_quits_from_the_list(session: Session, size: tuple[int, int]) -> None:
    async with reading(session, size) as reader:
        for key in ("q", "h", "left", "escape"):
            await reader.press("enter")
            assert reader.status.startswith(" READ │ 1/3 ")
            await reader.press(key)
            assert reader.status.startswith(" LIST │ 1/3 ")
        await reader.pilot.press("q")
        await reader.wait_for(lambda: reader.app._exit, "the end")


async def test_ctrl_q_quits_from_the_article_and_ctrl_c_says_so(session: Session) -> None:
    async with reading(session, NARROW) as reader:
        await reader.press("enter", "ctrl+c")
        assert "Ctrl+Q quits" in reader.status
        await reader.pilot.press("ctrl+q")
        await reader.wait_for(lambda: reader.app._exit, "the end")


@pytest.mark.parametrize("key", ["q", "h", "left", "escape"])
@pytest.mark.parametrize(
    ("opens", "place"), [("f", "TAGS"), ("g", "CONTENTS"), ("x", "REMOVED"), ("d", "REWORDED"), ("quotation_mark", "HIGHLIGHTS")]
)  # fmt: skip
async def test_a_panel_is_named_and_left_by_the_same_keys(session: Session, opens: str, place: str, key: str) -> None:
    async with reading(session) as reader:
        await reader.press("t", "enter", opens)
        assert reader.status.startswith(f" {place} │ ")
        await reader.press(key)
        assert reader.status.startswith(" READ │ ")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_tab_goes_to_the_other_pane_and_back(session: Session, size: tuple[int, int]) -> None:
    async with reading(session, size) as reader:
        await reader.press("tab")
        assert reader.status.startswith(" READ ")
        assert "最後一座風機" in reader.text
        await reader.press("tab")
        assert reader.status.startswith(" LIST ")
        assert "老城廚房的第三代" in reader.text


async def test_beside_the_list_the_keys_of_the_article_work(session: Session) -> None:
    async with reading(session) as reader:
        pane = reader.app.main.reading
        await reader.press("ctrl+d")
        assert pane.size.height // 2 == pane.scroll_offset.y
        await reader.press("ctrl+u", "space")
        assert pane.size.height - 1 == pane.scroll_offset.y
        assert reader.app.main.articles.has_focus
        measure = pane.measure
        await reader.press("plus")
        assert measure + 2 == pane.measure
        await reader.press("x")
        assert reader.status.startswith(" REMOVED ")


async def test_without_an_article_beside_it_the_list_has_its_own_keys(session: Session) -> None:
    async with reading(session, NARROW) as reader:
        await reader.press("x", "ctrl+d")
        assert reader.status.startswith(" LIST │ 1/3 ")
        await reader.press("space")
        assert reader.status.startswith(" READ │ 1/3 ")


async def test_after_a_filter_that_keeps_the_article_one_is_back_in_it(session: Session) -> None:
    async with reading(session, NARROW) as reader:
        for opens in (("f", "f"), ("slash", "escape"), ("f", "enter", "escape")):
            await reader.press("enter", *opens)
            assert reader.status.startswith(" READ "), opens


async def test_a_panel_removes_an_old_message_so_that_its_keys_are_seen(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "b")
        assert "1 bookmark" in reader.status
        await reader.press("f")
        assert "only" in reader.status


async def test_comments_are_hinted_where_there_are_some(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter")
        assert "c comments" in reader.status
        await reader.press("J")
        assert "c comments" not in reader.status


async def test_leaving_the_article_clears_its_selection(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "v")
        assert reader.status.startswith(" SELECT ")
        await reader.press("tab", "tab")
        assert reader.status.startswith(" READ ")


async def test_m_highlights_the_first_sentence_and_not_the_title(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "m", "enter")
        (mark,) = session.library.highlights()
        assert "六十座風機，三十億度電。" == mark.text


async def test_the_end_names_the_next_article_and_space_goes_there(session: Session) -> None:
    async with reading(session, NARROW) as reader:
        await reader.press("enter")
        assert " READ │ 1/3 │ 0% │" in reader.status
        await reader.press("end")
        assert "│ end │" in reader.status
        assert any("Next (Space): 港口自动化提速" in line for line in reader.lines)
        await reader.press("space")
        assert reader.status.startswith(" READ │ 2/3 │ end │")
        await reader.press("space", "space")
        assert reader.status.startswith(" READ │ 3/3 │")
        assert "last article of the list" in reader.status


async def test_the_status_line_follows_the_size(session: Session) -> None:
    async with reading(session, NARROW) as reader:
        assert "%" not in reader.status
        await reader.pilot.resize_terminal(*WIDE)
        await reader.wait_for(lambda: " 0% " in reader.status, "the percentage of the article beside the list")
        await reader.pilot.resize_terminal(*NARROW)
        await reader.wait_for(lambda: "%" not in reader.status, "no article")


async def test_the_percentage_is_of_the_text_and_not_of_the_comments(empty: Session) -> None:
    with Library.open(empty.library_path) as library:
        stock(library, (replace(ISLAND, comments=ISLAND.comments * 60), KITCHEN))
    async with reading(empty, NARROW) as reader:
        await reader.press("enter", "c", "c")
        assert " 100% " in reader.status
        assert " min" not in reader.status
