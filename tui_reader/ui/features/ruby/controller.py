"""Shows or hides readings above the text; the choice is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from tui_reader.present.ruby import AUTO
from tui_reader.settings import AUTO as BY_WORDING
from tui_reader.ui.reader.controller import Controller

if TYPE_CHECKING:
    from tui_reader.app.session import Session

ON = "ruby_on"
"""Setting: whether readings are shown."""

MISSING = "Readings need more packages: install tui-reader with the extra “ruby”"


LOADED_AFTER = 3.0
"""Seconds after the start, when the first articles are shown."""


def load_library() -> None:
    """Load the readings of words. For a worker."""
    from tui_reader.script.readings import readings  # noqa: PLC0415 - few starts need it

    readings("银行", "hans", "pinyin")


def chosen_system(session: Session) -> str:
    """The system of the setting, `auto` for none; empty if its library is not installed. For a worker."""
    from tui_reader.script.readings import System, is_available  # noqa: PLC0415 - few starts need it

    chosen = session.setting("ruby") or BY_WORDING
    system: System = next((each for each in get_args(System) if each == chosen), "pinyin")
    return chosen if is_available(system) else ""


def stored_choice(session: Session) -> tuple[str | None, str]:
    """(whether readings were shown last, None if never; the system). For a worker."""
    is_on = session.setting(ON)
    return is_on, "" if is_on is None else chosen_system(session)


class RubyController(Controller):
    """`reader.reading.ruby` is what is asked for; what it is for a text depends on its script."""

    def ready(self) -> None:
        """Show readings if they were shown last; without the library nothing is said."""
        self.reader.workers.read(lambda: stored_choice(self.reader.session), self._show_again)

    def _show_again(self, stored: tuple[str | None, str]) -> None:
        """If they were only shown before, load the library later: it takes half a second."""
        is_on, system = stored
        if system and is_on == str(True):
            self._show(system)
        elif system and is_on is not None:
            self.reader.screen.set_timer(LOADED_AFTER, lambda: self.reader.workers.read(load_library, lambda _: None))

    def action_toggle(self) -> None:
        if self.reader.reading.ruby:
            self.reader.reading.ruby = ""
            self.reader.keep_setting(ON, str(False))
        else:
            self.reader.workers.read(lambda: chosen_system(self.reader.session), self._begin)

    def _begin(self, system: str) -> None:
        if not system:
            self.reader.say(MISSING)
            return
        self._show(system)
        self.reader.keep_setting(ON, str(True))

    def _show(self, system: str) -> None:
        is_auto = system == BY_WORDING
        self.reader.reading.ruby = f"{AUTO}{self.reader.display.traditional}" if is_auto else system

    def setting_changed(self, name: str) -> None:
        if name == "ruby" and self.reader.reading.ruby:
            self.reader.workers.read(lambda: chosen_system(self.reader.session), self._begin)

    def display_changed(self) -> None:
        """The region of traditional text may be another one."""
        if self.reader.reading.ruby.startswith(AUTO):
            self._show(BY_WORDING)
