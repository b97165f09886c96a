"""An app by a person's settings: theme and colours, what moves, the terminal's own cursor, keys."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import App
from textual.command import CommandPalette
from textual.widgets import Input

from tui_reader.ui.commands import Keys, commands
from tui_reader.ui.keys import as_pressed
from tui_reader.ui.themes import NIGHT, PAPER, THEMES

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui_reader.config import Config

COLOURLESS = "ansi-dark"
"""The theme under NO_COLOR: made of the terminal's colours, and those are then left out, so that nothing but bold, faint
and signs is sent. Grey would be a colour, too.
"""

SHOW_CURSOR = "\x1b[?25h"


class ConfiguredApp(App[None]):
    """Looks and takes keys as `config` says; `theme` is what was chosen last, if anything was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # In place of Textual's own, which no line of config.toml could change.
        command.binding()
        for command in commands("everywhere")
        if command.name == "palette"
    ]

    def __init__(self, config: Config, theme: str | None) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.config = config
        self.keys = Keys()
        self.key_faults: tuple[str, ...] = ()
        if config.keys:
            self._remap(config)
        if config.reduced_motion:
            self.animation_level = "none"
        self._dress(theme)

    def _remap(self, config: Config) -> None:
        from tui_reader.ui.remapping import remapped  # noqa: PLC0415 - most have no such lines

        self.keys, self.key_faults = remapped(config.keys)
        self.set_keymap(self.keys.keymap())

    def _dress(self, theme: str | None) -> None:
        """Set before anything watches: a change of themes would parse all styles once more."""
        for own in THEMES:
            self.register_theme(own)
        chosen = theme if theme in self.available_themes else NIGHT.name
        self.set_reactive(App.theme, COLOURLESS if self.ansi_color else chosen)
        self.stylesheet.set_variables(self.get_css_variables())
        self._refresh_truecolor_filter(self.ansi_theme)  # what a watcher would do: let the terminal's own colours be

    async def on_event(self, event: events.Event) -> None:
        """An input method that is on does not keep the keys from working."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            event = as_pressed(event, self.focused)
        await super().on_event(event)

    def on_ready(self) -> None:
        """Textual hides the terminal's cursor; it is kept where a person is all the same."""
        if self.config.terminal_cursor:
            self.app_resume_signal.subscribe(self, lambda _: self._show_cursor())
            self._show_cursor()

    def _show_cursor(self) -> None:
        if self._driver is not None:
            self._driver.write(SHOW_CURSOR)
            self._driver.flush()

    @on(CommandPalette.Opened)
    def still_the_palette(self) -> None:
        """Where nothing is to move, nothing blinks."""
        if self.animation_level == "none":
            for line in self.screen.query(Input):
                line.cursor_blink = False

    def action_toggle_theme(self) -> None:
        """Light or dark."""
        self.theme = PAPER.name if self.current_theme.dark else NIGHT.name
