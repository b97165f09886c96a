"""The app: theme, screen, and a thread worker for each request."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.worker import get_current_worker

from tui_reader.errors import TuiReaderError
from tui_reader.sanitise import one_line
from tui_reader.ui.commands import COMMANDS
from tui_reader.ui.messages import CopyPrepared, Failed, ImportEnded, KeepSetting, Request
from tui_reader.ui.opening import opened
from tui_reader.ui.screens.main import MainScreen
from tui_reader.ui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.screen import Screen

    from tui_reader.session import Session

LISTED_REFUSALS = 6
"""As many refused inputs are named on the screen; all of them are on stderr at the end."""

READ_ONLY = "The library can be read but not written: marks and places will not be kept."


class ReaderApp(App[None]):
    """The reader on a session's library. `import_paths` are taken in once it is on the screen."""

    CSS_PATH = "reader.tcss"
    TITLE = "tui-reader"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True

    def __init__(self, session: Session, *, import_paths: Sequence[str] = (), own_tags: Sequence[str] = ()) -> None:
        super().__init__()
        self.session = session
        self._named = tuple(import_paths)
        self._own_tags = tuple(own_tags)
        self._opening = opened(session)
        self.main = MainScreen(self._opening)
        self.refused: list[str] = []
        self._dress(session.setting("theme"))

    def get_default_screen(self) -> Screen[None]:
        """The main screen, at once: no empty one is built first."""
        return self.main

    def _dress(self, kept: str | None) -> None:
        """The theme chosen last. Set before anything watches: a change of themes would parse all styles once more."""
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.set_reactive(App.theme, kept if kept in self.available_themes else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """What was named on the command line comes in while one can already read."""
        self.watch(self, "theme", self._keep_theme, init=False)
        if self._named:
            self.main.begin_import(self._named, self._own_tags)
        if self._opening.read_only:
            self.call_after_refresh(self.notify, READ_ONLY, severity="warning", markup=False)

    @on(Request)
    def work_on(self, request: Request) -> None:
        """Each in a thread; what it brings goes to who asked."""
        request.stop()
        self.run_worker(lambda: self._work(request), thread=True, exit_on_error=True)

    def _work(self, request: Request) -> None:
        from tui_reader.ui.jobs import answers  # noqa: PLC0415 - the first frame asks for nothing

        worker = get_current_worker()
        try:
            for answer in answers(request, self.session):
                if worker.is_cancelled:  # the person has left: a long import ends with the input it is at
                    return
                request.asker.post_message(answer)
        except TuiReaderError as error:
            request.asker.post_message(Failed(str(error)))

    @on(Failed)
    def explain(self, event: Failed) -> None:
        """In a sentence."""
        self.notify(event.sentence, severity="error", markup=False)

    @on(ImportEnded)
    def name_refused(self, event: ImportEnded) -> None:
        """What was refused, and why."""
        lines = [one_line(f"{refused.where}: {refused.reason}") for refused in event.refused]
        self.refused += lines
        if lines:
            more = [f"… and {len(lines) - LISTED_REFUSALS} more"] if len(lines) > LISTED_REFUSALS else []
            self.notify(
                "\n".join([*lines[:LISTED_REFUSALS], *more]),
                title="Refused",
                severity="warning",
                timeout=12,
                markup=False,
            )

    @on(CopyPrepared)
    def copy(self, event: CopyPrepared) -> None:
        """To the terminal's clipboard as well: the system's may be that of another machine."""
        self.copy_to_clipboard(event.text)
        way = "to the clipboard" if event.taken else "to the terminal (OSC 52; some terminals do not take it)"
        self.main.say(f"copied {len(event.text):,} characters {way}")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """For the palette: the commands of the keys, and themes."""
        for command in COMMANDS if screen is self.main else ():
            if command.palette:
                yield SystemCommand(command.title, f"key {command.shown_keys}", lambda a=command.action: self._act(a))
        yield SystemCommand("Light or dark", "The reader's own two themes", self.action_toggle_theme)
        yield SystemCommand("Theme …", "All themes", self.action_change_theme)

    async def _act(self, action: str) -> None:
        await self.run_action(action, self.main)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """A picture in which Chinese characters keep their width."""
        from tui_reader.ui.picture import on_grid  # noqa: PLC0415 - few starts take one

        return on_grid(super().export_screenshot(title=title, simplify=simplify))

    def action_toggle_theme(self) -> None:
        """Light or dark."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    def _keep_theme(self, theme: str) -> None:
        self.work_on(KeepSetting(self.main, "theme", theme))


def run(session: Session, *, import_paths: Sequence[str] = (), own_tags: Sequence[str] = ()) -> int:
    """Read until the person quits. 1 when something named was refused (said on stderr), else 0. Raises LibraryError."""
    app = ReaderApp(session, import_paths=import_paths, own_tags=own_tags)
    app.run()
    if app.return_code:  # it has said why
        return app.return_code
    _keep_last_place(app)
    for line in app.refused:
        print(f"tui-reader: {line}", file=sys.stderr)  # noqa: T201 - the screen is gone
    return 1 if app.refused else 0


def _keep_last_place(app: ReaderApp) -> None:
    key = app.main.reading.key
    place = app.main.reading.place_to_keep(key) if key is not None else None
    if key is not None and place is not None and not app.session.read_only:
        app.session.remember(key, place)
