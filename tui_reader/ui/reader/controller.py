"""A feature of the main screen: its commands, and the controller that carries them out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_reader.ui.reader.hooks import Hooks

if TYPE_CHECKING:
    from tui_reader.ui.core.commands import Command, Context
    from tui_reader.ui.reader.context import Reader


class Controller(Hooks):
    """Carries out a feature's commands by methods `action_name`, and answers the hooks that concern it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader


@dataclass(frozen=True)
class Feature:
    """What is registered: `commands` with actions `name.method(arguments)`, the `contexts` it adds, its controller."""

    name: str
    controller: type[Controller]
    commands: tuple[Command, ...] = ()
    contexts: tuple[Context, ...] = ()
