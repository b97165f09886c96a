"""A feature of the main screen: its commands, and the controller that runs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_reader.ui.reader.hooks import Hooks

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_reader.app.session import Session
    from tui_reader.config import Config
    from tui_reader.ui.core.commands import Command, Context
    from tui_reader.ui.reader.context import Reader


class Controller(Hooks):
    """Runs a feature's commands in methods `action_name`, and overrides the hooks it needs."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader


@dataclass(frozen=True)
class Feature:
    """What is registered: `commands` with actions `name.method(arguments)`, additional `contexts`, the controller.

    `configured`: commands that the configuration adds. `prepare` is called before the screen takes the terminal.
    """

    name: str
    controller: type[Controller]
    commands: tuple[Command, ...] = ()
    contexts: tuple[Context, ...] = ()
    configured: Callable[[Config], tuple[Command, ...]] = lambda _config: ()
    prepare: Callable[[Session], None] = lambda _session: None
