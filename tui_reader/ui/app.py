"""The app: its screen, and who does what is asked for: one thread for all writes, a worker for each other request."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import SystemCommand
from textual.worker import get_current_worker

from tui_reader.errors import TuiReaderError
from tui_reader.ui.answers import Changed, CopyPrepared, ImportEnded
from tui_reader.ui.asking import Deed, Failed, Quit, Request, Write
from tui_reader.ui.core.commands import COMMANDS
from tui_reader.ui.core.configured import ConfiguredApp
from tui_reader.ui.messages import CheckWords, Import, KeepSetting
from tui_reader.ui.opening import opened
from tui_reader.ui.screens.main import MainScreen
from tui_reader.ui.core.preloader import Preloader
from tui_reader.ui.core.widths import PLAIN, hand_on, settle
from tui_reader.ui.core.writing import Writes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.screen import Screen

    from tui_reader.app.session import Session

LISTED_REFUSALS = 6
"""As many refused inputs are named on the screen; all of them are on stderr at the end."""

FAULT_SAID_FOR = 12.0
"""Seconds: such sentences are long, and come when one looks at something else."""

LEAVING = "keeping what was marked …"

READ_ONLY = "The library can be read but not written: marks and places will not be kept."


class ReaderApp(ConfiguredApp):
    """The reader on a session's library. `import_paths` are taken in once it is on the screen."""

    CSS_PATH = "reader.tcss"
    TITLE = "tui-reader"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True

    def __init__(self, session: Session, *, import_paths: Sequence[str] = (), own_tags: Sequence[str] = ()) -> None:
        super().__init__(session.config, session.setting("theme"))
        self.session = session
        self.terminal = PLAIN
        self._named = tuple(import_paths)
        self._own_tags = tuple(own_tags)
        self._opening = opened(session)
        self.main = MainScreen(self._opening)
        self.main.keys = self.keys
        self.writes = Writes()
        self.preloader = Preloader(session.warm(("cn", self._opening.wording.traditional)))
        self._imports: list[Import] = []
        self._leaving = False
        self._unkept: list[str] = []

    def get_default_screen(self) -> Screen[None]:
        """The main screen, at once: no empty one is built first."""
        return self.main

    def on_mount(self) -> None:
        """What was named on the command line comes in while one can already read."""
        self.watch(self, "theme", self._keep_theme, init=False)
        if self._named:
            self.main.begin_import(self._named, self._own_tags)
        self.call_after_refresh(self._get_ready)
        if self.key_faults:
            self.call_after_refresh(self._name_faults)
        if self._opening.read_only:
            self.call_after_refresh(self.notify, READ_ONLY, severity="warning", markup=False)
        if self.terminal.complaint:
            self.call_after_refresh(self.notify, self.terminal.complaint, severity="warning", markup=False)
        if self.terminal.typed:
            self.call_after_refresh(hand_on, self, self.terminal.typed)

    async def on_event(self, event: events.Event) -> None:
        """What a person does goes first."""
        if isinstance(event, events.InputEvent):
            self.preloader.wait()
        await super().on_event(event)

    def _get_ready(self) -> None:
        """For what may be asked next."""
        self.work_on(CheckWords(self.main))
        self.preloader.start()

    def _name_faults(self) -> None:
        """What of `[keys]` does not hold: the first in the status line, all where there is more room."""
        self.main.status_line.say(f"config.toml: {self.key_faults[0]}", FAULT_SAID_FOR)
        self._list("config.toml: keys that are not used", self.key_faults)

    @on(Request)
    def work_on(self, request: Request) -> None:
        """In another thread; what it brings goes to who asked."""
        request.stop()
        if isinstance(request, Import):
            self._imports.append(request)
        if isinstance(request, Write):
            self.run_worker(self.writes.put(lambda: self._work(request, lambda: False)))
        else:
            self.run_worker(lambda: self._work(request, lambda: get_current_worker().is_cancelled), thread=True)

    def _work(self, request: Request, ended: Callable[[], bool]) -> None:
        from tui_reader.ui.jobs import answers  # noqa: PLC0415 - the first frame asks for nothing

        try:
            for answer in answers(request, self.session):
                if ended():  # the person has left: a long import ends with the input it is at
                    return
                if isinstance(request, Deed) and isinstance(answer, Changed):
                    request.change = answer.change
                request.asker.post_message(answer.to(request))
        except TuiReaderError as error:
            if self._leaving and isinstance(request, Write):
                self._unkept.append(str(error))
            request.asker.post_message(Failed(str(error), request).to(request))

    @on(Quit)
    def leave(self, event: Quit) -> None:
        """When all that was asked for before is written."""
        event.stop()
        if event.again:
            last = Quit(event.asker, again=False)
            if not event.asker.post_message(last):
                self.main.post_message(last)
            return
        self._leaving = True
        self.main.status_line.say(LEAVING, None)
        self.run_worker(self._leave())

    async def _leave(self) -> None:
        await self.writes.put(lambda: None)
        self.exit()

    async def action_quit(self) -> None:
        """Not at once: keys pressed before, and what they asked for, may still be on their way."""
        asker = self.focused or self.screen
        asker.post_message(Quit(asker))

    @property
    def refused(self) -> list[str]:
        """A line for each input that was not taken so far."""
        overridden = self._overridden
        return [line for request in self._imports for line in request.tally.refusals(overridden)]

    @property
    def complaints(self) -> list[str]:
        """A line for each thing that could not be done and must be known after the screen is gone."""
        overridden = self._overridden
        return [line for request in self._imports for line in request.tally.complaints(overridden)] + self._unkept

    @property
    def _overridden(self) -> frozenset[str]:
        """Paths of pages that were refused, and then imported anyway."""
        return frozenset().union(*(request.tally.taken(request.paths) for request in self._imports if request.force))

    @on(Failed)
    def explain(self, event: Failed) -> None:
        """In a sentence."""
        self.notify(event.sentence, severity="error", markup=False)

    @on(ImportEnded)
    def name_refused(self, event: ImportEnded) -> None:
        """What was refused, and why; and the key that imports the pages without an article anyway."""
        if event.refused:
            key, count = self.keys.first("everywhere.import"), len(event.without_article)
            pages = "it" if len(event.refused) == 1 else "them" if count == len(event.refused) else f"{count} of them"
            self._list("Refused", event.refused, f"{key} imports {pages} anyway" if key and count else "")

    def _list(self, title: str, lines: Sequence[str], step: str = "") -> None:
        more = [f"… and {len(lines) - LISTED_REFUSALS} more"] if len(lines) > LISTED_REFUSALS else []
        sentences = "\n".join([*lines[:LISTED_REFUSALS], *more, *filter(None, [step])])
        self.notify(sentences, title=title, severity="warning", timeout=FAULT_SAID_FOR, markup=False)

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
                shown = self.keys.shown(command)
                yield SystemCommand(
                    command.title, f"key {shown}" if shown else "no key", lambda a=command.action: self._act(a)
                )
        yield SystemCommand("Light or dark", "Paper or night", self.action_toggle_theme)
        yield SystemCommand("Theme …", "All themes", self.action_change_theme)

    async def _act(self, action: str) -> None:
        await self.run_action(action, self.main)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """A picture in which Chinese characters keep their width."""
        from tui_reader.ui.core.picture import on_grid  # noqa: PLC0415 - few starts take one

        return on_grid(super().export_screenshot(title=title, simplify=simplify))

    def _keep_theme(self, theme: str) -> None:
        self.work_on(KeepSetting(self.main, "theme", theme))


def run(session: Session, *, import_paths: Sequence[str] = (), own_tags: Sequence[str] = ()) -> int:
    """Read until the person quits. Raises LibraryError.

    1 when something was refused, could not be kept or was cut short, each said on stderr; else 0.
    """
    terminal = settle(session.setting("ambiguous_width"), sys.stdin, sys.stdout)
    app = ReaderApp(session, import_paths=import_paths, own_tags=own_tags)
    app.terminal = terminal
    app.run()
    app.writes.end()
    if app.return_code:  # it has said why
        return app.return_code
    for line in app.complaints:
        print(f"tui-reader: {line}", file=sys.stderr)  # noqa: T201 - the screen is gone
    _keep_places(app)
    return 1 if app.complaints else 0


def _keep_places(app: ReaderApp) -> None:
    for key, place in app.main.reading.places_to_keep().items():
        if not app.session.library.read_only:
            app.session.library.remember(key, place)
