"""Shows changed settings at once. Features hear of each change; what nobody applies is in force at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.display import DisplayOptions
from tui_reader.ui.core.compat import show_terminal_cursor
from tui_reader.ui.core.themes import NIGHT
from tui_reader.ui.reader.language import show_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_reader.settings import Value
    from tui_reader.ui.reader.context import Reader


def apply(reader: Reader, name: str, value: Value) -> None:
    """Show the screen with this value, which is stored already."""
    if name in _APPLIED:
        _APPLIED[name](reader, value)
    for controller in reader.controllers:
        controller.setting_changed(name)


def _wording(reader: Reader, _value: Value) -> None:
    stored = map(reader.session.setting, ("script", "region", "typographic_repair"))
    reader.change_display(DisplayOptions.from_settings(*stored), keep=False)


def _theme(reader: Reader, value: Value) -> None:
    app = reader.screen.app
    app.theme = str(value) if value in app.available_themes else NIGHT.name


def _measure(reader: Reader, value: Value) -> None:
    reader.reading.measure = int(value)


def _layout(reader: Reader, _value: Value) -> None:
    reader.reload()


def _grouping(reader: Reader, _value: Value) -> None:
    reader.listing.ask_again()


def _motion(reader: Reader, value: Value) -> None:
    reader.screen.app.animation_level = "none" if value else "full"


def _language(reader: Reader, value: Value) -> None:
    show_in(reader, str(value))


def _cursor(reader: Reader, value: Value) -> None:
    show_terminal_cursor(reader.screen.app, shown=bool(value))


_APPLIED: dict[str, Callable[[Reader, Value], None]] = {
    "language": _language,
    "script": _wording, "region": _wording, "typographic_repair": _wording, "theme": _theme, "measure": _measure,
    "first_line_indent": _layout, "latin_gap": _layout, "group_copies": _grouping, "reduced_motion": _motion,
    "terminal_cursor": _cursor,
}  # fmt: skip
