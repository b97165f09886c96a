"""`config`: lists the settings in force, or writes a config.toml to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader import paths
from tui_reader.cli.running import FAILED, OK
from tui_reader.locale import _
from tui_reader.settings import LISTS, TABLES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from tui_reader.app.preferences import Preference
    from tui_reader.app.session import Session
    from tui_reader.cli.output import Output
    from tui_reader.config import Config

MEANINGS = {**LISTS, **TABLES}


def config(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """List name, value and origin of each setting; what is wrong with the file goes to stderr, and is a failure."""
    if asked.init:
        return _init(output)
    preferences = session.preferences.all()
    if asked.json:
        for preference in preferences:
            output.record(_record(preference))
        for name, value in _others(session.preferences.config):
            output.record(
                {"name": name, "value": value, "origin": "config.toml", "default": None, "meaning": MEANINGS[name]}
            )
    else:
        _print(preferences, _others(session.preferences.config), output)
    faults = session.preferences.config.faults
    for fault in faults:
        output.complain(f"{paths.config_path()}: {fault}")
    return FAILED if faults else OK


def _init(output: Output) -> int:
    from tui_reader.app.config_file import create  # noqa: PLC0415 - only for --init

    create(paths.config_path())
    output.note(_("written: {config_path}").format(config_path=paths.config_path()))
    return OK


def _record(preference: Preference) -> dict[str, object]:
    setting = preference.setting
    return {
        "name": setting.name, "value": preference.value, "origin": preference.origin,
        "default": setting.default, "meaning": setting.meaning,
    }  # fmt: skip


def _others(config: Config) -> Iterator[tuple[str, object]]:
    """Lists and tables of the file that are not empty."""
    commands = {command.name: command.line for command in config.commands}
    values = {"watch": list(config.watch), "keys": dict(config.keys), "commands": commands}
    yield from ((name, values[name]) for name in MEANINGS if values[name])


def _print(preferences: tuple[Preference, ...], others: Iterable[tuple[str, object]], output: Output) -> None:
    rows = [(each.setting.name, toml_form(each.value), str(each.origin)) for each in preferences]
    rows += [(name, toml_form(value), "config.toml") for name, value in others]
    names, values = (max(len(row[column]) for row in rows) for column in (0, 1))
    for name, value, origin in rows:
        output.text(f"{name:{names}}  {value:{values}}  {origin}")


def toml_form(value: object) -> str:
    """A value as it is written in the file."""
    import json  # noqa: PLC0415 - what other commands need not load

    return json.dumps(value, ensure_ascii=False)
