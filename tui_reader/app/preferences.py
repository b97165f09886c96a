"""Settings in force: the later of two changes, in config.toml or in the reader.

The settings screen writes config.toml. Keys such as `t` and `+` store their choice in the library, together with what the
file said then; if the file says something else now, it was changed later and is in force. Values that earlier versions
stored in the library have no such record: they stay in force until the setting is changed on the settings screen.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tui_reader.errors import SettingsError
from tui_reader.settings import BY_NAME, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui_reader.config import Config
    from tui_reader.library import Library
    from tui_reader.settings import Setting, Value

Origin = Literal["default", "config.toml", "reader"]

FILE_THEN = ".file"
"""Appended to a setting's name: what the file said when the setting was changed in the reader; empty for nothing."""


class Preference(NamedTuple):
    """A setting, its value in force, and where that is from."""

    setting: Setting
    value: Value
    origin: Origin


class Preferences:
    """`config`: the settings as read from `path`, which need not exist; without a path, changes are kept in the library.

    All calls may raise LibraryError.
    """

    def __init__(self, config: Config, path: Path | None, library: Callable[[], Library]) -> None:
        self.config = config
        self._path, self._library = path, library

    def text(self, name: str) -> str | None:
        """A setting in force, in the library's text form, or a value stored under another name; None for none."""
        kept = self._library().setting(name)
        return self.config.setting(name) if kept is None or self._is_outdated(name) else kept

    def _is_outdated(self, name: str) -> bool:
        """Whether the file was changed after the library's value was stored."""
        then = self._library().setting(name + FILE_THEN) if name in BY_NAME else None
        return then is not None and then != (self.config.setting(name) or "")

    def keep(self, name: str, value: str) -> None:
        """Store a value that was changed by a key, or any other value, in the library. One in force already is not stored."""
        if name in BY_NAME:
            if str(self.of(BY_NAME[name]).value) == value:
                return
            self._library().set_setting(name + FILE_THEN, self.config.setting(name) or "")
        self._library().set_setting(name, value)

    def all(self) -> tuple[Preference, ...]:
        """Every declared setting with its value and origin, in the order of declaration."""
        return tuple(map(self.of, SETTINGS))

    def of(self, setting: Setting) -> Preference:
        kept = self._library().setting(setting.name)
        stored = setting.parsed(kept) if kept is not None and not self._is_outdated(setting.name) else None
        if stored is not None:
            return Preference(setting, stored, "reader")
        value = self.config.value(setting.name)
        return (
            Preference(setting, setting.default, "default")
            if value is None
            else Preference(setting, value, "config.toml")
        )

    def change(self, setting: Setting, value: Value | None) -> str:
        """Put a value into the file and in force; None: the default. Returns why the file cannot be changed, empty if it was.

        If it cannot be, the value is kept in the library.
        """
        try:
            self._write(setting.name, value)
        except SettingsError as error:
            self.keep(setting.name, str(setting.default if value is None else value))
            return str(error)
        changed: dict[str, Any] = {setting.name: value}
        self.config = replace(self.config, **changed)
        for name in (setting.name, setting.name + FILE_THEN):
            if self._library().setting(name) is not None:
                self._library().set_setting(name, None)
        return ""

    def _write(self, name: str, value: Value | None) -> None:
        from tui_reader.app.config_file import write_setting  # noqa: PLC0415 - most runs change nothing

        if self._path is None:
            raise SettingsError("there is no config.toml")
        write_setting(self._path, name, value)
