"""The private APIs of Textual that the reader uses, each with its reason. Seen in Textual 8.2.8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import BindingsMap
from textual.keys import _character_to_key
from textual.widgets import Input

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.binding import Binding
    from textual.dom import DOMNode

SHOW_CURSOR = "\x1b[?25h"


def key_of(character: str) -> str:
    """Textual's name for the key of one character: `question_mark` for `?`.

    Reason: Textual names keys by this function and exports no other way to the names.
    """
    return "space" if character == " " else _character_to_key(character)


def bind_keys(widget: DOMNode, bindings: Iterable[Binding]) -> None:
    """Add key bindings to one widget, in place of those that its class has for the same keys.

    Reason: Textual takes bindings per class (`BINDINGS`) or on the app only; which features add keys to a pane is not
    known where its class is defined.
    """
    added: dict[str, list[Binding]] = {}
    for binding in BindingsMap(bindings):
        added.setdefault(binding[0], []).append(binding[1])
    widget._bindings.key_to_bindings.update(added)  # noqa: SLF001


def set_first_theme(app: App[None], theme: str) -> None:
    """Choose a theme before the app starts, without parsing all styles once more.

    Reason: assigning `theme` runs its watcher, which parses the styles anew (40 ms); the filter for the terminal's own
    colours, which the watcher would set, is set by a private method only.
    """
    app.set_reactive(App.theme, theme)
    app.stylesheet.set_variables(app.get_css_variables())
    app._refresh_truecolor_filter(app.ansi_theme)  # noqa: SLF001


def show_terminal_cursor(app: App[None]) -> None:
    """Show the terminal's own cursor, which Textual hides.

    Reason: the driver, which owns the terminal, has no public name.
    """
    if app._driver is not None:  # noqa: SLF001
        app._driver.write(SHOW_CURSOR)  # noqa: SLF001
        app._driver.flush()  # noqa: SLF001


def type_keys(app: App[None], typed: bytes) -> None:
    """Post keys that were read before the app had the terminal.

    Reason: only this parser knows the codes that terminals send for keys.
    """
    from textual._xterm_parser import XTermParser  # noqa: PLC0415 - few starts need it

    for event in XTermParser().feed(typed.decode(errors="ignore")):
        app.post_message(event)


class KeyFilteringInput(Input):
    """A line to type on that can leave keys to others.

    Reason: `Input` inserts a character in its private key handler, which runs before any public one could stop it.
    """

    def takes(self, event: events.Key) -> bool:  # noqa: ARG002 - for those that override it
        """Whether the line is to handle the key."""
        return True

    async def _on_key(self, event: events.Key) -> None:
        if self.takes(event):
            await super()._on_key(event)
        else:
            event.stop()
            event.prevent_default()
