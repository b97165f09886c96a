"""The one declaration of commands."""

from __future__ import annotations

from collections import Counter

import pytest

from tui_reader.ui.app import ReaderApp
from tui_reader.ui.core.commands import COMMANDS, CONTEXTS, Command, Keys, bindings, commands
from tui_reader.ui.screens.main import MainScreen
from tui_reader.ui.widgets.contents_panel import ContentsPanel
from tui_reader.ui.widgets.list_pane import ListPane
from tui_reader.ui.widgets.marks_panel import MarksPanel
from tui_reader.ui.widgets.pairs_panel import PairsPanel
from tui_reader.ui.widgets.reading_pane import ReadingPane
from tui_reader.ui.widgets.removed_pane import RemovedPane
from tui_reader.ui.widgets.tag_panel import TagPanel

OWNERS = {
    "list": ListPane,
    "reading": ReadingPane,
    "choice": ReadingPane,
    "reworded": PairsPanel,
    "marks": MarksPanel,
    "contents": ContentsPanel,
    "removed": RemovedPane,
    "tags": TagPanel,
    "empty": MainScreen,
    "everywhere": MainScreen,
}


def test_ids_are_unique() -> None:
    assert [1] == sorted(set(Counter(command.id for command in COMMANDS).values()))


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_key_means_two_things_in_one_place(context: str) -> None:
    keys = [key for command in COMMANDS if command.context in {context, "everywhere"} for key in command.keys]
    # There the meaning of the place comes first.
    shadowed = {"tags": {"f", "slash"}, "choice": {"J", "K", "y"}, "marks": {"quotation_mark"}}
    assert shadowed.get(context, set()) == {key for key, count in Counter(keys).items() if count > 1}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_what_is_declared_can_be_done(command: Command) -> None:
    owner, _, name = command.action.rpartition(".")
    if owner == "app":
        return
    cls = MainScreen if owner == "screen" else OWNERS[command.context]
    assert callable(getattr(cls, f"action_{name.partition('(')[0]}"))


@pytest.mark.parametrize("command", [each for each in COMMANDS if each.palette], ids=lambda command: command.id)
def test_what_the_palette_offers_can_be_done_from_there(command: Command) -> None:
    owner, _, name = command.action.rpartition(".")
    cls = {"": MainScreen, "screen": MainScreen, "app": ReaderApp}[owner]
    assert callable(getattr(cls, f"action_{name.partition('(')[0]}", None))


def test_a_sentence_names_the_keys_in_force() -> None:
    steps = (("reading.choose", "chooses text"), ("reading.mark", "marks it"))
    assert "none yet: v chooses text, m marks it" == Keys().told("none yet", *steps)
    assert "none yet: F9 marks it" == Keys({"reading.choose": (), "reading.mark": ("f9",)}).told("none yet", *steps)
    assert "none yet" == Keys({"reading.choose": (), "reading.mark": ()}).told("none yet", *steps)


def test_bindings_carry_their_ids() -> None:
    assert {command.id for command in commands("list")} == {binding.id for binding in bindings("list")}


def test_hints_name_a_key_and_a_word() -> None:
    assert ("Esc back", "ctrl+f find", "g contents") == Keys().hints("reading", "everywhere")[:3]


def test_the_table_names_every_command_once() -> None:
    assert len(COMMANDS) == len(Keys().table())
    assert ("In the list", "j ↓", "Next article", "list.down") == Keys().table()[0]
