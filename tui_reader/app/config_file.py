"""Writes config.toml: one setting at a time with comments and order kept, and the commented file to begin with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.errors import SettingsError
from tui_reader.locale import _
from tui_reader.settings import BY_NAME, LISTS, SETTINGS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui_reader.settings import Setting, Value

_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
"""The first table of the file: settings stand before it."""

_HEADING = """\
# Settings of tui-reader. A line that begins with # is not in force: it shows the default.
# The settings screen (key ,) writes this file and keeps comments.
"""

_KEYS = """\
# [keys]              # names are those of tui-reader keys
# "reading.page-down" = ["PgDn", "ctrl+b"]
# "everywhere.help" = "F1"
# "list.mark" = []    # no key

# [commands]          # run with | on the selection, else the article
# count = "wc -m"
# dictionary = { command = "sdcv -n", key = "F6", seconds = 300 }
"""


def write_setting(path: Path, name: str, value: Value | None) -> None:
    """Set a setting in the file, which need not exist; None: the default, as a comment. Raises SettingsError."""
    text = _text_of(path)
    changed = _commented_out(text, name) if value is None else _with_value(text, name, value)
    if changed != text:
        _write(path, changed)


def create(path: Path) -> None:
    """Write the commented file. Raises SettingsError, also if there is a file already."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(commented())
    except FileExistsError:
        raise SettingsError(_("{path} exists; it was not changed").format(path=path)) from None
    except OSError as error:
        raise SettingsError(
            _("{path} cannot be written ({why})").format(path=path, why=error.strerror or error)
        ) from None


def commented() -> str:
    """The file with all settings as comments: meaning, valid values, default."""
    return "\n".join((_(_HEADING), *map(_commented, SETTINGS), *_list_lines(), *_table_lines(), _KEYS))


def _commented(setting: Setting) -> str:
    start = f" ({_('changes at the next start')})" if setting.at_start else ""
    return f"# {_(setting.meaning)}{start}: {setting.described_values}\n# {_line(setting)}\n"


def _list_lines() -> Iterator[str]:
    for name, meaning in LISTS.items():
        yield f"# {_(meaning)}\n# {name} = []\n"


def _table_lines() -> Iterator[str]:
    for name, meaning in TABLES.items():
        yield f"# {_(meaning)}: [{name}]"


def _line(setting: Setting) -> str:
    import tomlkit  # noqa: PLC0415 - needed only where the file is written

    return tomlkit.dumps({setting.name: setting.default}).strip()


def _with_value(text: str, name: str, value: Value) -> str:
    """The text with the setting: in its place, or in that of its commented line, else above the tables."""
    import tomlkit  # noqa: PLC0415 - needed only where the file is written
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

    try:
        document = tomlkit.parse(text)
        if name not in document:
            document = tomlkit.parse(_uncommented(text, name))
        document[name] = value
        return tomlkit.dumps(document)
    except TOMLKitError as error:
        raise SettingsError(_("config.toml is not valid TOML: {why}").format(why=error)) from None


def _uncommented(text: str, name: str) -> str:
    """The text with the commented line of a setting, if it has one, in force."""
    found = re.compile(rf"^# ?(?={name}[ \t]*=)", re.MULTILINE).search(text, 0, _end_of_settings(text))
    if found is None:
        return text
    changed = text[: found.start()] + text[found.end() :]
    return changed if _is_valid(changed) else text


def _commented_out(text: str, name: str) -> str:
    """The text with the setting's line as a comment that shows the default; unchanged without such a line."""
    if not text or not _has(text, name):
        return text
    reset = _with_value(text, name, BY_NAME[name].default)
    line = re.compile(rf"^[ \t]*(?=[\"']?{name}[\"']?[ \t]*=)", re.MULTILINE)
    found = line.search(reset, 0, _end_of_settings(reset))
    return reset if found is None else f"{reset[: found.start()]}# {reset[found.end() :]}"


def _has(text: str, name: str) -> bool:
    import tomllib  # noqa: PLC0415

    try:
        return name in tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(_("config.toml is not valid TOML: {why}").format(why=error)) from None


def _is_valid(text: str) -> bool:
    import tomllib  # noqa: PLC0415

    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _end_of_settings(text: str) -> int:
    found = _TABLE.search(text)
    return len(text) if found is None else found.start()


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise SettingsError("config.toml is not UTF-8 text") from None
    except OSError as error:
        raise SettingsError(_("config.toml cannot be read ({why})").format(why=error.strerror or error)) from None


def _write(path: Path, text: str) -> None:
    """Replace the file; of a symbolic link, the file that it names."""
    from tui_reader.script.files import replace_file  # noqa: PLC0415 - needed only where the file is written

    try:
        replace_file(path.resolve(), text.encode())
    except OSError as error:
        raise SettingsError(_("config.toml cannot be written ({why})").format(why=error.strerror or error)) from None
