"""Flattened marks on the screen: repaired, as stored, and repaired again, with the same words in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import reading, stock
from tui_reader.app.session import Session
from tui_reader.config import Config
from tui_reader.library import Library
from tui_reader.model import Article, Passage

if TYPE_CHECKING:
    from pathlib import Path

FLAT = Article(
    title="港口停航了?船長:再等一天",
    body=(
        *(
            Passage("paragraph", f'第{n}日,船長(柏森)說:"風太大..." 沒有人動 -- 除了燈塔,除了潮水,除了第{n}號浮標。' * 3)
            for n in range(1, 25)
        ),
        Passage("code", "燈塔(亮,暗)"),
    ),
    script="hant",
    encoding="utf-8",
)  # fmt: skip


@pytest.fixture
def flat(tmp_path: Path) -> Session:
    with Library.open(tmp_path / "library.db") as library:
        stock(library, (FLAT,))
    return Session(tmp_path)


async def test_p_shows_marks_as_stored_and_repaired_again(flat: Session) -> None:
    async with reading(flat) as reader:
        await reader.press("enter")
        await reader.shows("第1日，船長（柏森）說：「風太大……」沒有人動——除了燈塔")
        assert any("港口停航了？船長：再等一天" in line for line in reader.left)
        await reader.press("p")
        await reader.shows('第1日,船長(柏森)說:"風太大..." 沒有人動 -- 除了燈塔')
        await reader.shows("as stored")
        await reader.wait_for(lambda: any("港口停航了?船長:" in line for line in reader.left), "the title as stored")
        await reader.press("p")
        await reader.shows("第1日，船長（柏森）說")


async def test_what_is_chosen_is_kept(flat: Session) -> None:
    async with reading(flat) as reader:
        await reader.press("enter", "p")
        await reader.shows("第1日,船長(柏森)")
    async with reading(flat) as reader:
        await reader.shows("第1日,船長(柏森)")
        assert "（" not in reader.text


async def test_the_config_file_may_say_so(flat: Session, tmp_path: Path) -> None:
    flat.close()
    async with reading(Session(tmp_path, config=Config(typographic_repair=False))) as reader:
        await reader.shows("第1日,船長(柏森)")


async def test_the_same_words_stay_on_top(flat: Session) -> None:
    async with reading(flat, (100, 24)) as reader:
        await reader.press("enter", "space", "space", "j")
        pane = reader.app.main.reading
        for keys in (("p", "p"), ("t", "p", "t", "p", "t")):
            before = pane.lines_in_view()[0].text
            for key in keys:
                await reader.press(key)
                await reader.settled()
            assert before == pane.lines_in_view()[0].text


async def test_code_is_left_alone_and_quotes_follow_the_script(flat: Session) -> None:
    async with reading(flat) as reader:
        await reader.press("enter", "t", "end")
        await reader.shows("第24日，船长（柏森）说：“风太大……”没有人动——除了灯塔")
        assert "灯塔(亮,暗)" in reader.text
