"""The one declaration of commands."""

from __future__ import annotations

from collections import Counter

import pytest

from tui_reader.ui.app import ReaderApp
from tui_reader.ui.core.commands import APP, SCREEN, WIDGET, Command
from tui_reader.ui.features.contents.panel import ContentsPanel
from tui_reader.ui.features.feeds.panel import FeedsPanel
from tui_reader.ui.features.highlights.panel import HighlightsPanel
from tui_reader.ui.features.piping.panel import OutputPanel
from tui_reader.ui.features.removed.pane import RemovedPane
from tui_reader.ui.features.rewordings.panel import PairsPanel
from tui_reader.ui.features.settings.panel import SettingsPanel
from tui_reader.ui.features.stories.panel import RelatedPanel
from tui_reader.ui.features.tags.panel import TagPanel
from tui_reader.ui.main_screen import MainScreen
from tui_reader.ui.reader.list_pane import ListPane
from tui_reader.ui.reader.reading_pane import ReadingPane
from tui_reader.ui.registration import FEATURES, declared_keys

WIDGETS = {
    "feeds": FeedsPanel,
    "list": ListPane,
    "reading": ReadingPane,
    "reworded": PairsPanel,
    "marks": HighlightsPanel,
    "contents": ContentsPanel,
    "related": RelatedPanel,
    "output": OutputPanel,
    "removed": RemovedPane,
    "settings": SettingsPanel,
    "tags": TagPanel,
}
KEYS = declared_keys()
CONTROLLERS: dict[str, type] = {feature.name: feature.controller for feature in FEATURES}


def owner_of(command: Command) -> type:
    """Whose method carries a command out."""
    own = {APP: ReaderApp, SCREEN: MainScreen, WIDGET: WIDGETS.get(command.context, MainScreen)}
    return own.get(command.owner) or CONTROLLERS[command.owner]


def method_of(command: Command) -> str:
    return f"action_{command.action.partition('(')[0].rpartition('.')[2]}"


def test_ids_are_unique() -> None:
    assert [1] == sorted(set(Counter(command.id for command in KEYS.commands).values()))


@pytest.mark.parametrize("context", [context.name for context in KEYS.contexts])
def test_no_key_means_two_things_in_one_place(context: str) -> None:
    keys = [key for command in KEYS.commands if command.context in {context, "everywhere"} for key in command.keys]
    # There the meaning of the place comes first.
    back: set[str] = set() if context in {"list", "empty", "everywhere"} else {"q"}
    shadowed = {
        "tags": {"f", "slash"}, "choice": {"J", "K", "y"}, "marks": {"quotation_mark", "slash"}, "feeds": {"F"},
        "output": {"y", "ctrl+c"},
        "settings": {"comma", "r"},
    }  # fmt: skip
    assert shadowed.get(context, set()) | back == {key for key, count in Counter(keys).items() if count > 1}


@pytest.mark.parametrize("command", KEYS.commands, ids=lambda command: command.id)
def test_what_is_declared_can_be_done(command: Command) -> None:
    assert callable(getattr(owner_of(command), method_of(command), None))


@pytest.mark.parametrize("command", KEYS.palette(), ids=lambda command: command.id)
def test_what_the_palette_offers_can_be_done_from_there(command: Command) -> None:
    assert command.owner != WIDGET


def test_a_sentence_names_the_keys_in_force() -> None:
    steps = (("reading.choose", "chooses text"), ("reading.mark", "marks it"))
    assert "none yet: v chooses text, m marks it" == KEYS.describe("none yet", *steps)
    assert "none yet: F9 marks it" == KEYS.with_changed({"reading.choose": (), "reading.mark": ("f9",)}).describe(
        "none yet", *steps
    )
    assert "none yet" == KEYS.with_changed({"reading.choose": (), "reading.mark": ()}).describe("none yet", *steps)


def test_bindings_carry_their_ids() -> None:
    assert {command.id for command in KEYS.within("list")} == {binding.id for binding in KEYS.hosted("list")}


def test_hints_name_a_key_and_a_word() -> None:
    assert ("Esc back", "ctrl+f find", "g contents") == KEYS.hints("reading", "everywhere")[:3]


def test_the_table_names_every_command_once() -> None:
    assert len(KEYS.commands) == len(KEYS.table())
    assert ("In the list", "j ↓", "Next article", "list.down") == KEYS.table()[0]
