"""`keys`: all keys of the reader by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader import locale
from tui_reader.cli.running import FAILED, OK
from tui_reader.locale import _
from tui_reader.text.cells import width

if TYPE_CHECKING:
    import argparse

    from tui_reader.app.session import Session
    from tui_reader.cli.output import Output
    from tui_reader.ui.features.manual.sections import Section


def keys(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Print keys, meaning and name of each command below the heading of its place. Without a match: nothing, status 1."""
    from tui_reader.ui.core.remapping import remapped  # noqa: PLC0415 - imports the screen
    from tui_reader.ui.features.manual.sections import by_place, matching  # noqa: PLC0415
    from tui_reader.ui.registration import declared_keys  # noqa: PLC0415

    if asked.json:
        locale.use(locale.ENGLISH)
    in_force, faults = remapped(session.preferences.config.keys, declared_keys())
    for fault in faults:
        output.complain(f"config.toml: {fault}")
    found = matching(by_place(in_force), " ".join(asked.words))
    if asked.json:
        _print_records(found, output)
    else:
        _print(found, output)
    if not found:
        output.complain(_("no key matches"))
    return OK if found else FAILED


def _print_records(sections: tuple[Section, ...], output: Output) -> None:
    for section in sections:
        for row in section.rows:
            output.record({"where": section.heading, "keys": row.keys.split(), "what": row.what, "name": row.name})


def _print(sections: tuple[Section, ...], output: Output) -> None:
    rows = [row for section in sections for row in section.rows]
    keys_cells = max((width(row.keys) for row in rows), default=0)
    what_cells = max((width(row.what) for row in rows), default=0)
    for number, section in enumerate(sections):
        if number:
            output.text("")
        output.text(section.heading)
        for row in section.rows:
            pressed = row.keys + " " * (keys_cells - width(row.keys))
            what = row.what + " " * (what_cells - width(row.what))
            output.text(f"  {pressed}  {what}  {row.name}")
