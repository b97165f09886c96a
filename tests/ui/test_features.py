"""Each feature can be left out: the app starts and works without it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import Reader
from tui_reader.ui import features
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.registration import FEATURES, declared_keys

if TYPE_CHECKING:
    from tui_reader.app.session import Session
    from tui_reader.ui.reader.controller import Feature

KEYS = ("enter", "v", "g", "escape", "x", "escape", "d", "escape", "t", "f", "escape", "B", "b", "u", "question_mark")
"""Keys of many features; those of the one that is left out do nothing."""


def test_every_folder_is_registered() -> None:
    folders = {path.parent.name for path in Path(features.__file__).parent.glob("*/__init__.py")}
    assert folders == {feature.name for feature in FEATURES}


def test_a_feature_names_its_own_controller_and_contexts_only() -> None:
    for feature in FEATURES:
        assert {feature.name, ""} >= {command.owner for command in feature.commands}


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
async def test_the_app_works_without(feature: Feature, session: Session) -> None:
    app = ReaderApp(session, features=[other for other in FEATURES if other is not feature])
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        reader = Reader(app, pilot)
        await reader.settled()
        assert "【島嶼能源】" in reader.left[0]
        assert feature.name not in app.main.controllers
        gone = {command.id for command in feature.commands}
        assert gone == {command.id for command in declared_keys().commands} - {
            command.id for command in app.keys.commands
        }
        await reader.press(*KEYS)
        assert app.return_code is None
