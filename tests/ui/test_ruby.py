"""Readings above the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import reading

if TYPE_CHECKING:
    from tui_reader.app.session import Session


async def test_readings_are_shown_by_the_wording_and_hidden_again(session: Session) -> None:
    pytest.importorskip("pypinyin")
    async with reading(session, size=(120, 40)) as reader:
        await reader.press("j", "enter")
        before = reader.right
        await reader.press("R")
        await reader.shows("mǎtóu de ruǎnjiàn xìtǒng")
        assert str(True) == session.setting("ruby_on")
        await reader.press("T")
        await reader.press("T")
        await reader.shows("ㄇㄚˇㄊㄡˊ")
        await reader.press("t")
        await reader.shows("mǎtóu")
        await reader.press("R")
        assert before == reader.right


async def test_readings_stay_for_the_next_start(session: Session) -> None:
    pytest.importorskip("pypinyin")
    session.library.set_setting("ruby_on", "True")
    session.library.set_setting("ruby", "zhuyin")
    async with reading(session, size=(120, 40)) as reader:
        await reader.press("j", "enter")
        await reader.shows("ㄇㄚˇㄊㄡˊ")


async def test_a_selection_in_text_with_readings_is_the_text(session: Session) -> None:
    pytest.importorskip("pypinyin")
    async with reading(session, size=(120, 40)) as reader:
        await reader.press("j", "enter", "R")
        await reader.shows("mǎtóu")
        await reader.press("v", "j")
        assert "码头的软件系统昨日完成升级，信息处理时间缩短一半。" == reader.app.main.reader.selection.text


async def test_a_missing_library_is_named(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.script.readings.find_spec", lambda _name: None)
    async with reading(session, size=(120, 40)) as reader:
        await reader.press("enter", "R")
        await reader.shows("with the extra “ruby”")
        assert "" == reader.app.main.reading.ruby
