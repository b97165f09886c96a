"""App base class that applies the configuration: theme and colours, animation, terminal cursor, keys."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import App
from textual.command import CommandPalette
from textual.widgets import Input

from tui_reader.config import nearest
from tui_reader.locale import _
from tui_reader.text.sanitize import one_line
from tui_reader.ui.core.commands import Command
from tui_reader.ui.core.compat import set_first_theme, show_terminal_cursor
from tui_reader.ui.core.keys import as_pressed
from tui_reader.ui.core.themes import NIGHT, PAPER, THEMES

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui_reader.config import Config
    from tui_reader.ui.core.commands import Keys

PALETTE = Command("everywhere", "palette", ("colon", "ctrl+p"), "app.command_palette", "Command palette", rank=900)
"""Replaces Textual's own binding, which config.toml could not change."""

COLOURLESS = "ansi-dark"
"""Theme under NO_COLOR: made of the terminal's own colours, which are then removed, so that only bold, dim and signs
remain. Grey would be a colour."""


class ConfiguredApp(App[None]):
    """An app with the appearance and keys of `config`; `theme`: the theme last chosen in the app, if any."""

    BINDINGS: ClassVar[list[BindingType]] = [PALETTE.binding()]

    def __init__(self, config: Config, theme: str | None, keys: Keys) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.config = config
        self.keys = keys
        self.faults = config.faults
        if config.keys:
            self._remap(config)
        if config.reduced_motion:
            self.animation_level = "none"
        self._dress(theme)

    def _remap(self, config: Config) -> None:
        from tui_reader.ui.core.remapping import remapped  # noqa: PLC0415 - most have no such lines

        self.keys, faults = remapped(config.keys, self.keys)
        self.faults += faults
        self.set_keymap(self.keys.keymap())

    def _dress(self, theme: str | None) -> None:
        """Set the theme before watchers run: a later change would parse all styles again."""
        for own in THEMES:
            self.register_theme(own)
        if theme is not None and theme not in self.available_themes:
            self.faults += (
                _("no theme named {theme}{nearest}").format(
                    theme=one_line(theme), nearest=nearest(theme, self.available_themes)
                ),
            )
        chosen = theme if theme in self.available_themes else NIGHT.name
        set_first_theme(self, COLOURLESS if self.ansi_color else chosen)

    async def on_event(self, event: events.Event) -> None:
        """Undo the effect of input methods on keys."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            event = as_pressed(event, self.focused)
        await super().on_event(event)

    def on_ready(self) -> None:
        """Show the terminal's cursor if configured; Textual hides it."""
        if self.config.terminal_cursor:
            self.app_resume_signal.subscribe(self, lambda _: show_terminal_cursor(self))
            show_terminal_cursor(self)

    def action_command_palette(self) -> None:
        """Open the command palette with its hint in the language in force."""
        if self.use_command_palette and not CommandPalette.is_open(self):  # type: ignore[arg-type]  # as Textual calls it
            self.push_screen(CommandPalette(placeholder=_("Search for commands…"), id="--command-palette"))

    @on(CommandPalette.Opened)
    def still_the_palette(self) -> None:
        """No cursor blinking if animation is off."""
        if self.animation_level == "none":
            for line in self.screen.query(Input):
                line.cursor_blink = False

    def action_toggle_theme(self) -> None:
        """Switch between the light and the dark theme."""
        self.theme = PAPER.name if self.current_theme.dark else NIGHT.name
