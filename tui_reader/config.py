"""User settings from `config.toml` in the configuration directory.

They are initial values; changes made in the reader are stored in the library and take precedence. A missing file is an
empty one. Unknown or invalid settings are ignored and described in `faults`, which the reader shows: a typo neither stops
a start nor goes unnoticed. `[keys]` is not validated here: only the screen knows the commands, and it ignores invalid bindings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from tui_reader.errors import UsageError
from tui_reader.locale import _
from tui_reader.locale.languages import LANGUAGES, language_named
from tui_reader.model import Shown
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

# In cells. Below 20 punctuation rules cannot be met; above 160 the eye loses the next line.
MEASURES = range(20, 161, 2)

# Traditional wordings.
REGIONS = ("tw", "hk")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings; None where the file has none. `measure`: in cells, even.

    `ambiguous_width`: cells of “ … — and similar in this terminal: 1, 2, or "auto".
    `reduced_motion`: no animation, no blinking. `terminal_cursor`: show the terminal's cursor.
    `keys`: command id → keys, as written. `language`: of the interface, as written.
    `first_line_indent`: indent paragraphs by two Han characters. `latin_gap`: space between Han and Latin.
    `group_copies`: show copies of a story once in the list.
    `typographic_repair`: repair flattened punctuation. `faults`: what is wrong with the file.
    """

    script: str | None = None
    region: str | None = None
    theme: str | None = None
    measure: int | None = None
    ambiguous_width: int | str | None = None
    typographic_repair: bool | None = None
    first_line_indent: bool | None = None
    latin_gap: bool | None = None
    group_copies: bool | None = None
    reduced_motion: bool | None = None
    terminal_cursor: bool | None = None
    language: str | None = None
    keys: Mapping[str, object] = field(default_factory=dict)
    faults: tuple[str, ...] = ()

    def setting(self, name: str) -> str | None:
        """A setting in the library's text form; None if unset or unknown."""
        value = getattr(self, name, None) if name in _RULES and name != "keys" else None
        return None if value is None else str(value)


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
    return Config(**valid | {"keys": dict(_flat(valid.get("keys", {})))}, faults=tuple(faults.values()))


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
    if name not in _RULES:
        return _("no setting named {name}{nearest}").format(name=one_line(name), nearest=nearest(name, _RULES))
    fits, what = _RULES[name]
    return (
        ""
        if fits(value)
        else _("{name} must be {what}, not {value}").format(name=name, what=_(what), value=one_line(repr(value)))
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


def _is_measure(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value in MEASURES


def _is_ambiguous_width(value: object) -> bool:
    return value == "auto" or (isinstance(value, int) and not isinstance(value, bool) and value in {1, 2})


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_language(value: object) -> bool:
    return isinstance(value, str) and language_named(value) is not None


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


_RULES: dict[str, tuple[Callable[[object], bool], str]] = {
    "script": (lambda value: value in get_args(Shown), f"one of {', '.join(get_args(Shown))}"),
    "region": (lambda value: value in REGIONS, f"one of {', '.join(REGIONS)}"),
    "theme": (_is_name, "the name of a theme"),
    "typographic_repair": (_is_switch, "true or false"),
    "first_line_indent": (_is_switch, "true or false"),
    "latin_gap": (_is_switch, "true or false"),
    "group_copies": (_is_switch, "true or false"),
    "measure": (_is_measure, "an even number of cells from 20 to 160"),
    "ambiguous_width": (_is_ambiguous_width, '"auto" (the terminal is asked), 1 or 2'),
    "reduced_motion": (_is_switch, "true or false"),
    "terminal_cursor": (_is_switch, "true or false"),
    "language": (_is_language, f"one of {', '.join(LANGUAGES)}"),
    "keys": (lambda value: isinstance(value, dict), "a table: [keys] on a line of its own"),
}
