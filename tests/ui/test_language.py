"""The language of the interface: switched at once and kept; hints, help and panels fit narrow screens in all three."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import reading
from tui_reader import locale
from tui_reader.ui.app import ReaderApp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.app.session import Session


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    locale.use(locale.ENGLISH)


async def test_the_language_is_switched_at_once_and_kept(session: Session) -> None:
    async with reading(session) as reader:
        assert isinstance(reader.app, ReaderApp)
        assert "LIST" in reader.status
        reader.app.use_language("zh_Hant")
        await reader.press("j")
        assert "清單" in reader.status
        assert "? 說明" in reader.status
        await reader.press("question_mark")
        assert "下一篇" in reader.text
        await reader.press("escape")
    assert "zh_Hant" == session.setting("language")


async def test_the_palette_names_each_language_in_itself(session: Session) -> None:
    async with reading(session) as reader:
        assert isinstance(reader.app, ReaderApp)
        reader.app.use_language("zh_Hans")
        titles = [command.title for command in reader.app.get_system_commands(reader.app.screen)]
    assert ["语言 Language: English", "语言 Language: 繁體中文", "语言 Language: 简体中文"] == titles[-3:]
    assert "下一篇未读" in titles


@pytest.mark.parametrize("language", ["en", "zh_Hant", "zh_Hans"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_hints_are_whole_words_in_every_place(session: Session, language: str, size: tuple[int, int]) -> None:
    """Each place is opened by its keys; all hints in sight are whole, and the first one is in sight."""
    locale.use(language)
    for keys in (("j",), ("enter",), ("f",), ("enter", "x"), ("enter", "g"), ("quotation_mark",), ("enter", "v")):
        async with reading(session, size=size) as reader:
            await reader.press(*keys)
            line = reader.app.main.reader.status_line
            _left, right = line.status.line(size[0] - 2, line.hints)
            shown = right.strip().split("  ")
            assert list(line.hints[: len(shown)]) == shown, keys
            assert shown[0], keys
