"""Opens the help screen of the current context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.locale import _
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.reader.initial import WELCOMED

if TYPE_CHECKING:
    from tui_reader.ui.reader.context import Reader

WELCOME = "The keys to begin with"
WELCOME_KEYS = {
    "list.open": "read; {back} goes back",
    "reading.on": "next page, next article",
    "everywhere.script": "简体 or 繁體",
    "everywhere.tags": "filter by tags",
    "everywhere.help": "all keys",
}
"""What a new user needs first, by commands."""

WELCOMED_FOR = 15.0
"""Seconds."""


class ManualController(Controller):
    """Opens the help screen, and welcomes a new user once there is something to read."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._is_new = reader.initial.is_first_start

    def ready(self) -> None:
        self._welcome()

    def listed(self) -> None:
        self._welcome()

    def _welcome(self) -> None:
        """Name the most important keys, once, if articles are listed."""
        reader = self.reader
        if self._is_new and reader.articles.article_ids:
            self._is_new = False
            keys = ((reader.keys.first(command), what) for command, what in WELCOME_KEYS.items())
            back = reader.keys.first("everywhere.quit")
            text = "\n".join(f"{key:6}{_(what).format(back=back)}" for key, what in keys if key)
            reader.screen.notify(text, title=_(WELCOME), timeout=WELCOMED_FOR, markup=False)
            reader.keep_setting(WELCOMED, str(True))

    def action_open(self) -> None:
        from tui_reader.ui.features.manual.screen import HelpScreen  # noqa: PLC0415 - only a few starts need it

        self.reader.screen.app.push_screen(HelpScreen(self.reader.keys, self.reader.context))
