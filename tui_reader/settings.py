"""The settings of config.toml, each declared once.

Reading the file, its commented form, `tui-reader config`, the settings screen and the README's table use these rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, get_args

from tui_reader.locale import _
from tui_reader.locale.languages import LANGUAGES
from tui_reader.model import Shown

Value = str | int | bool
"""A value as TOML has it."""

# In cells. Below 20 punctuation rules cannot be met; above 160 the eye loses the next line.
MEASURES = range(20, 161, 2)
DEFAULT_MEASURE: Final = 64
"""32 Han characters, a comfortable line length."""

# Traditional wordings.
REGIONS = ("tw", "hk")

SWITCH: Final = (True, False)
AUTO: Final = "auto"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting that is one value. `meaning`: without a full stop.

    `choices`: valid values in their order on the screen. `is_open`: other texts are valid too, as only the screen knows
    them. `at_start`: a change takes effect at the next start. `values`: the choices in words; empty: they are listed.
    """

    name: str
    default: Value
    choices: tuple[Value, ...]
    meaning: str
    values: str = ""
    is_open: bool = False
    at_start: bool = False

    def accepts(self, value: object) -> bool:
        """Whether a value of the file is valid. `True` is no number, `"2"` is none."""
        if self.is_open:
            return isinstance(value, str) and bool(value.strip())
        return any(type(value) is type(choice) and value == choice for choice in self.choices)

    @property
    def described_values(self) -> str:
        """The valid values, such as `one of tw, hk`."""
        if self.values:
            return _(self.values)
        if self.choices == SWITCH:
            return _("true or false")
        return _("one of {values}").format(values=", ".join(map(str, self.choices)))

    def parsed(self, text: str | None) -> Value | None:
        """The value of the library's text form, `str(value)`; None if it is not valid."""
        found = next((choice for choice in self.choices if str(choice) == text), None)
        return text if found is None and self.is_open else found


SETTINGS: Final = (
    Setting("script", "source", get_args(Shown), "Script and wording shown"),
    Setting("region", "tw", REGIONS, "Traditional wording, of Taiwan or Hong Kong"),
    Setting("theme", "night", ("night", "paper", "sepia"), "Colours", "the name of a theme", is_open=True),
    Setting(
        "measure", DEFAULT_MEASURE, tuple(MEASURES), "Line length in cells; a Han character has two",
        "an even number of cells from 20 to 160",
    ),
    Setting("typographic_repair", True, SWITCH, "Repair flattened punctuation in what is shown"),
    Setting(
        "first_line_indent", AUTO, (AUTO, *SWITCH), "Indent paragraphs, without empty lines between them",
        '"auto" (where the screen is low), true or false',
    ),
    Setting("latin_gap", False, SWITCH, "Show a space between Han and Latin"),
    Setting(
        "ruby", AUTO, (AUTO, "pinyin", "zhuyin", "jyutping"), "Readings that R shows above the text",
        '"auto" (by the wording), pinyin, zhuyin or jyutping',
    ),
    Setting("pictures", AUTO, (AUTO, "off"), "Show an article's pictures, if the terminal can"),
    Setting("group_copies", True, SWITCH, "List the versions of one story as one entry"),
    Setting("language", AUTO, (AUTO, *LANGUAGES), "Language of the interface; auto: that of the locale", at_start=True),
    Setting("reduced_motion", False, SWITCH, "No animation, no blinking"),
    Setting("terminal_cursor", False, SWITCH, "Show the terminal's cursor, for magnifiers"),
    Setting(
        "ambiguous_width", AUTO, (AUTO, 1, 2), "Cells of “ … — · ● in this terminal",
        '"auto" (the terminal is asked), 1 or 2', at_start=True,
    ),
)  # fmt: skip
"""In the order of the screen. Tables such as `[keys]` are not among them: they are edited in the file."""

BY_NAME: Final = {setting.name: setting for setting in SETTINGS}

LISTS: Final = {"watch": "Folders that are watched while the reader is open: new files in them are imported"}
"""Settings that are lists of texts, with their meanings. They are edited in the file."""

TABLES: Final = {
    "keys": "Keys by command, see tui-reader keys",
    "commands": "External commands by name, run with |",
}
"""The tables of the file and their meanings."""
