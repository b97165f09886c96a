"""Opens the settings screen, writes what is changed there, and applies it at once."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from tui_reader.app.preferences import Preference
from tui_reader.locale import _
from tui_reader.settings import SWITCH
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.features.settings.preview import apply
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.widgets.panel import take_away

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_reader.settings import Setting, Value
    from tui_reader.ui.features.settings.panel import SettingsPanel
    from tui_reader.ui.reader.context import Reader

NOT_WRITTEN = "{reason}; the change is kept in the library"

READ_ONLY = "The library is read-only: settings are not changed"


class SettingsController(Controller):
    """The panel, while it is open, and the changes made in it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.panel: SettingsPanel | None = None
        self._from: Widget | None = None
        self._latest = LatestRequest()
        self._pending: Counter[str] = Counter()
        """Changes under way, by setting."""

    def context(self) -> str | None:
        return "settings" if self.panel is not None and self.panel.has_focus else None

    def leave(self) -> bool:
        return self.close()

    def action_open(self) -> None:
        """Open the panel, or move the focus there."""
        from tui_reader.ui.features.settings.panel import SettingsPanel  # noqa: PLC0415 - only a few starts need it

        if self.panel is None:
            self._from = self.reader.screen.focused
            self.panel = SettingsPanel(change=self._step, reset=self._reset, close=self.close)
            self.reader.add_panel(self.panel)
            self._fetch()
        self.panel.focus()

    def close(self) -> bool:
        """Close the panel; False if it is closed."""
        if self.panel is None:
            return False
        panel, self.panel = self.panel, None
        home = self._from
        take_away(panel, home if home is not None and home.is_attached else self.reader.articles)
        return True

    def focus_moved(self, widget: Widget) -> None:
        """Moving the focus elsewhere closes the panel."""
        if self.panel is not None and widget is not self.panel:
            self.close()

    # Changes

    def _step(self, row: Preference, steps: int) -> None:
        """Go on to another value: numbers stop at their ends, others begin again."""
        choices = self._choices(row.setting)
        if not choices:
            return
        at = choices.index(row.value) if row.value in choices else -1
        last = len(choices) - 1
        to = min(max(at + steps, 0), last) if isinstance(row.setting.default, int) else (at + steps) % (last + 1)
        if row.setting.choices == SWITCH:
            to = 1 - at
        self._change(row.setting, choices[to])

    def _choices(self, setting: Setting) -> tuple[Value, ...]:
        """Valid values; of the themes, also those that the app has besides."""
        others = self.reader.screen.app.available_themes if setting.name == "theme" else ()
        return tuple(dict.fromkeys((*setting.choices, *others)))

    def _reset(self, row: Preference) -> None:
        self._change(row.setting, None)

    def _change(self, setting: Setting, value: Value | None) -> None:
        """Write the change and apply it; the row shows it before it is written, for the next key."""
        if self.reader.initial.read_only:
            self.reader.say(READ_ONLY)
            return
        self._show(setting, value)
        self._pending[setting.name] += 1
        preferences = self.reader.session.preferences
        self.reader.workers.write(
            lambda: preferences.change(setting, value),
            partial(self._written, setting, value),
            partial(self._not_written, setting),
        )

    def _written(self, setting: Setting, value: Value | None, fault: str) -> None:
        if fault:
            self.reader.say(_(NOT_WRITTEN).format(reason=fault))
        self._pending[setting.name] -= 1
        if not self._pending[setting.name]:  # a later change of it follows, and would be undone by keeping this one
            apply(self.reader, setting.name, setting.default if value is None else value)
        self._settled()

    def _not_written(self, setting: Setting) -> None:
        self._pending[setting.name] -= 1
        self._settled()

    def _settled(self) -> None:
        """Show what is stored, unless another change is under way."""
        if not self._pending.total():
            self._fetch()

    def _show(self, setting: Setting, value: Value | None) -> None:
        if self.panel is not None:
            changed = Preference(setting, setting.default if value is None else value, "config.toml")
            self._latest.end()
            self.panel.list_rows(tuple(changed if row.setting is setting else row for row in self.panel.rows))

    def _fetch(self) -> None:
        preferences = self.reader.session.preferences
        self.reader.workers.read(preferences.all, self._latest.begin(self._take))

    def _take(self, rows: tuple[Preference, ...]) -> None:
        self._latest.end()
        if self.panel is not None:
            self.panel.list_rows(rows)
