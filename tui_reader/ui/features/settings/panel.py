"""Panel: all settings with value, origin and meaning, over the lower part of the screen, so that changes are seen above."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui_reader.locale import _
from tui_reader.locale.languages import LANGUAGES
from tui_reader.present.display import NAMES
from tui_reader.present.rows import CURSOR, fitted, sign
from tui_reader.settings import SETTINGS
from tui_reader.text.cells import width
from tui_reader.ui.core.commands import bindings
from tui_reader.ui.features.settings.commands import COMMANDS
from tui_reader.ui.widgets.panel import FramedList
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.segment import Segment
    from textual.binding import BindingType

    from tui_reader.app.preferences import Preference
    from tui_reader.settings import Value

SWITCHED = {True: "on", False: "off"}

WORDS: dict[str, dict[Value, str]] = {
    "script": dict(NAMES.items()),
    "region": {"tw": "Taiwan", "hk": "Hong Kong"},
    "language": dict(LANGUAGES.items()),
}
"""Values in words, where they are not their own."""

ORIGINS = {"default": "default", "config.toml": "config.toml", "reader": "changed by key"}

NAME_CELLS = max(len(setting.name) for setting in SETTINGS) + 1
VALUE_CELLS, ORIGIN_CELLS = 20, 16

DETAIL_LINES = 2
"""Below the setting under the cursor: its meaning, and its default."""


def shown_value(name: str, value: Value) -> str:
    """A value in words: on, off, 繁體."""
    return _(SWITCHED[value] if isinstance(value, bool) else WORDS.get(name, {}).get(value, str(value)))


class SettingsPanel(FramedList):
    """Rows; `change` is called with one and a number of values to go on, `reset` with one."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, "settings")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"settings--value", "settings--dim"}
    SCOPED_CSS = False
    DEFAULT_CSS = """
    SettingsPanel { layer: above; dock: bottom; width: 100%; height: 60%; max-height: 20; }
    .settings--value { text-style: bold; color: $text-accent; }
    .settings--dim { text-style: dim; }
    """

    def __init__(
        self,
        *,
        change: Callable[[Preference, int], None],
        reset: Callable[[Preference], None],
        close: Callable[[], object],
    ) -> None:
        super().__init__()
        self.rows: tuple[Preference, ...] = ()
        self._change, self._reset, self._close = change, reset, close

    def on_mount(self) -> None:
        self.border_title = _("Settings")

    def list_rows(self, rows: tuple[Preference, ...]) -> None:
        self.rows = rows
        self.lay_out()
        self.into_view()

    # Heights: the entry under the cursor has details below it

    @property
    def count(self) -> int:
        return len(self.rows)

    def top_of(self, place: int) -> int:
        return place + (DETAIL_LINES if self.rows and place > self.cursor else 0)

    def entry_on(self, row: int) -> int:
        return max(self.cursor, row - DETAIL_LINES) if row > self.cursor else row

    def watch_cursor(self, before: int, now: int) -> None:
        self.lay_out()
        super().watch_cursor(before, now)

    # Commands

    @property
    def row(self) -> Preference | None:
        """The setting under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def clicked(self, times: int) -> None:
        """A second click changes the value."""
        if times > 1:
            self.action_change(1)

    def action_change(self, steps: int) -> None:
        if self.row is not None:
            self._change(self.row, steps)

    def action_reset(self) -> None:
        if self.row is not None:
            self._reset(self.row)

    def action_close(self) -> None:
        self._close()

    # Drawing

    def segments_of(self, place: int, line: int, cells: int) -> Iterator[Segment]:
        row, dim = self.rows[place], self.get_component_rich_style("settings--dim", partial=True)
        yield segment(sign(CURSOR, given=place == self.cursor))
        if line:
            yield segment(fitted(f"  {self._detail(row, line, cells)}", cells - 1), dim)
            return
        value = shown_value(row.setting.name, row.value)
        shown = f"‹ {value} ›" if place == self.cursor else f"  {value}"
        yield segment(f" {row.setting.name:{NAME_CELLS}}")
        yield segment(fitted(shown, VALUE_CELLS), self.get_component_rich_style("settings--value", partial=True))
        yield segment(fitted(_(ORIGINS[row.origin]), ORIGIN_CELLS), dim if row.origin == "default" else None)
        if _is_wide(cells):
            yield segment(_(row.setting.meaning), dim)

    def _detail(self, row: Preference, line: int, cells: int) -> str:
        """Meaning and default, or, where the meaning is in the row, default and valid values."""
        if line == 1 and not _is_wide(cells):
            return _(row.setting.meaning)
        if line == 2 and _is_wide(cells):
            return row.setting.described_values
        default = _("Default: {value}").format(value=shown_value(row.setting.name, row.setting.default))
        return f"{default} · {_('changes at the next start')}" if row.setting.at_start else default


def _is_wide(cells: int) -> bool:
    """Whether meanings fit beside the values."""
    meaning = max(width(_(setting.meaning)) for setting in SETTINGS)
    return cells > 2 + NAME_CELLS + VALUE_CELLS + ORIGIN_CELLS + meaning
