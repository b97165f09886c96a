"""What an empty list says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.locale import _

if TYPE_CHECKING:
    from tui_reader.ui.core.commands import Keys

EMPTY = {
    "empty.samples": "load sample articles", "everywhere.import": "import file or address",
    "everywhere.help": "see all keys", "everywhere.quit": "quit",
}  # fmt: skip
"""What to do with an empty library, by commands."""


def empty_list_notice(keys: Keys, *, is_importing: bool, is_filtered: bool) -> tuple[str, ...]:
    """Lines that say why the list is empty, and which keys change that."""
    if is_importing:
        return (_("Importing …"),)
    if is_filtered:
        return (_("No matching articles."), "", _("{key}  clears the filter").format(key=keys.first("list.leave")))
    steps = (f"{key}  {_(what)}" for name, what in EMPTY.items() if (key := keys.first(name)))
    return (_("The library is empty."), *steps)
