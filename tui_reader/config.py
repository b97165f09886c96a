"""User settings from `config.toml` in the configuration directory.

The settings are declared in `settings`. The settings screen writes the file; keys change a setting in the library, and the
later change is in force (app/preferences.py). A missing file is an empty one. Unknown or invalid settings are ignored and described in `faults`, which the reader shows: a typo neither stops
a start nor goes unnoticed. `[keys]` is not validated here: only the screen knows the commands, and it ignores invalid bindings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from tui_reader.errors import UsageError
from tui_reader.locale import _
from tui_reader.settings import BY_NAME, LISTS, TABLES
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from tui_reader.settings import Value


COMMAND_SECONDS = 60
"""Time limit of an external command without one of its own."""

COMMAND_FORM = "must be a command, or a table of command, key and seconds; its name, letters, digits and -"
"""What is valid in `[commands]`."""

COMMAND_CONTEXT = "everywhere"
"""Where the keys of configured commands work."""


class UserCommand(NamedTuple):
    """An external command of `[commands]`: name, command line, time limit in seconds."""

    name: str
    line: str
    seconds: int = COMMAND_SECONDS


@dataclass(frozen=True, slots=True)
class Config:
    """Settings as the file has them, see `settings`; None where it has none.

    `watch`: folders that the reader watches. `keys`: command id → keys, as written, with those of `commands`. `faults`: what is
    wrong with the file.
    """

    script: str | None = None
    region: str | None = None
    theme: str | None = None
    measure: int | None = None
    ambiguous_width: int | str | None = None
    typographic_repair: bool | None = None
    first_line_indent: bool | str | None = None
    latin_gap: bool | None = None
    ruby: str | None = None
    pictures: str | None = None
    group_copies: bool | None = None
    reduced_motion: bool | None = None
    terminal_cursor: bool | None = None
    watch: tuple[str, ...] = ()
    language: str | None = None
    keys: Mapping[str, object] = field(default_factory=dict)
    commands: tuple[UserCommand, ...] = ()
    faults: tuple[str, ...] = ()

    def value(self, name: str) -> Value | None:
        """The value of a setting; None if unset or unknown."""
        value: Value | None = getattr(self, name, None) if name in BY_NAME else None
        return value

    def setting(self, name: str) -> str | None:
        """A setting in the library's text form; None if unset or unknown."""
        value = self.value(name)
        return None if value is None else str(value)


def command_name(name: str) -> str:
    """Name by which the keys of a configured command are known."""
    return f"command-{name}"


def load(path: Path) -> Config:
    """Read the settings in `path`. What is wrong with the file, or with a setting, is in the result's `faults`."""
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Config()
    except OSError as error:
        return Config(faults=(_("cannot read the settings ({why})").format(why=error.strerror or error),))
    try:
        found = _parsed(data)
    except UsageError as error:
        return Config(faults=(str(error),))
    faults = {name: fault for name, value in found.items() if (fault := _fault(name, value))}
    valid = {name: value for name, value in found.items() if name not in faults}
    commands = valid.get("commands", {})
    keyed = {name: value["key"] for name, value in commands.items() if isinstance(value, dict) and "key" in value}
    keys = {f"{COMMAND_CONTEXT}.{command_name(name)}": key for name, key in keyed.items()}
    tables: dict[str, Any] = {
        "keys": {**keys, **dict(_flat(valid.get("keys", {})))},
        "commands": tuple(_user_commands(commands)),
    }
    tables |= {name: tuple(valid.get(name, ())) for name in LISTS}
    return Config(**valid | tables, faults=tuple(faults.values()))


def _user_commands(table: dict[str, Any]) -> Iterator[UserCommand]:
    for name, value in table.items():
        if isinstance(value, str):
            yield UserCommand(name, value)
        else:
            yield UserCommand(name, value["command"], value.get("seconds", COMMAND_SECONDS))


def _parsed(data: bytes) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - most starts find no file and need no parser

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UsageError("not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(_("not valid TOML: {why}").format(why=error)) from None


def _fault(name: str, value: object) -> str:
    """What is wrong with a setting; empty if nothing is."""
    if name in TABLES:
        return _fault_of_table(name, value)
    if name in LISTS:
        is_list = isinstance(value, list) and all(isinstance(folder, str) and folder.strip() for folder in value)
        return "" if is_list else _("watch must be a list of folders, not {value}").format(value=one_line(repr(value)))
    if name not in BY_NAME:
        return _("no setting named {name}{nearest}").format(
            name=one_line(name), nearest=nearest(name, (*BY_NAME, *LISTS, *TABLES))
        )
    setting = BY_NAME[name]
    sentence = _("{name} must be {what}, not {value}")
    return (
        ""
        if setting.accepts(value)
        else sentence.format(name=name, what=setting.described_values, value=one_line(repr(value)))
    )


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name nearest to a mistyped one, as a question in brackets; empty if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where a name is unknown

    close = get_close_matches(name, tuple(known), n=1)
    return _(" (is it {close}?)").format(close=close[0]) if close else ""


def _flat(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, object]]:
    """Flatten nested tables: unquoted `reading.page-down = …` is a nested table in TOML."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _fault_of_table(name: str, value: object) -> str:
    if not isinstance(value, dict):
        return _("{name} must be a table: [{name}] on a line of its own").format(name=name)
    wrong = (each for each, command in value.items() if name == "commands" and not _is_command(each, command))
    return next((f"commands: {one_line(each)} {_(COMMAND_FORM)}" for each in wrong), "")


def _is_command(name: str, value: object) -> bool:
    """A command line, or a table with `command` and perhaps `key` and `seconds`. The name becomes part of an id."""
    if not name.replace("-", "_").isidentifier() and not name.isalnum():
        return False
    table = value if isinstance(value, dict) else {"command": value}
    line, seconds = table.get("command"), table.get("seconds", COMMAND_SECONDS)
    is_known = table.keys() <= {"command", "key", "seconds"}
    return is_known and isinstance(line, str) and bool(line.strip()) and isinstance(seconds, int) and seconds > 0
