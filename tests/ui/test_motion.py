"""Reduced motion: nothing moves or blinks by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.ui.screens import NOW, reading
from tui_reader.app.session import Session
from tui_reader.config import Config

if TYPE_CHECKING:
    from tests.ui.screens import Reader


def blinks(reader: Reader) -> bool:
    line = reader.app.focused
    assert isinstance(line, Input)
    return line.cursor_blink


@pytest.mark.parametrize("reduced", [True, False])
async def test_what_is_asked_for_holds_wherever_one_types(session: Session, reduced: bool) -> None:
    asked = Session(session.library_path.parent, config=Config(reduced_motion=reduced), clock=lambda: NOW)
    async with reading(asked) as reader:
        assert reduced == (reader.app.animation_level == "none")
        await reader.press("slash")
        assert reduced != blinks(reader)
        await reader.press("escape", "ctrl+p")
        assert reduced != blinks(reader)
