"""Switches the language of the interface while the reader runs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui_reader import locale
from tui_reader.locale.languages import language_named, language_of_locale

if TYPE_CHECKING:
    from tui_reader.ui.reader.context import Reader


def show_in(reader: Reader, name: str) -> None:
    """Show the interface in this language; `auto`: in that of the locale."""
    locale.use(language_named(name) or language_of_locale(os.environ))
    reader.update_notice()
    reader.change_display(reader.display, keep=False)
    reader.reload()
    for widget in reader.screen.walk_children():
        widget.refresh()
