"""Asks for a command, runs it in a worker with the selection or the article as its input, and shows the output."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from tui_reader.config import COMMAND_SECONDS
from tui_reader.present.offers import Offer
from tui_reader.present.pages import PageName
from tui_reader.settings import DEFAULT_MEASURE
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.reader.clipboard import copy
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.widgets.panel import take_away
from tui_reader.ui.widgets.prompt_line import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.widget import Widget

    from tui_reader.app.session import Session
    from tui_reader.present.command_output import CommandOutput
    from tui_reader.ui.features.piping.panel import OutputPanel
    from tui_reader.ui.reader.context import Reader

HISTORY = "pipe_history"
"""Setting: commands typed before, one a line, the latest first."""

KEPT = 50
"""Commands kept in it."""

PROMPT_KEYS = ("Enter run", "↑ earlier", "Tab complete", "Esc cancel")

OFFERED = 5
"""Maximum configured commands offered while typing."""


def earlier_lines(session: Session) -> tuple[str, ...]:
    """Commands typed before, the latest first. For a worker."""
    return tuple((session.setting(HISTORY) or "").splitlines())


def outputs_of(
    session: Session, line: str, seconds: int, name: PageName, text: str, cancelled: Callable[[], bool]
) -> Iterator[CommandOutput]:
    """Run a command on `text`, or on the article as shown if there is none. For a worker. Raises CommandError."""
    from tui_reader.app.commands import Call, run_command  # noqa: PLC0415 - few starts need them
    from tui_reader.app.piping import article_text, variables_of  # noqa: PLC0415

    text = text or article_text(session, name)
    yield from run_command(Call(line, text, variables_of(session, name.article_id), seconds), cancelled)


class PipingController(Controller):
    """One command at a time: the next one stops the one before."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.panel: OutputPanel | None = None
        self._stop = Event()
        self._latest = LatestRequest()
        self._home: Widget | None = None
        self._earlier: tuple[str, ...] = ()

    def context(self) -> str | None:
        return "output" if self.panel is not None and self.panel.has_focus else None

    def leave(self) -> bool:
        """Esc in the article closes the pane."""
        if self.panel is None:
            return False
        self.action_close()
        return True

    def list_left(self) -> None:
        """Esc in the list does the same."""
        self.leave()

    def is_useful(self, command_id: str) -> bool:
        return command_id != "output.cancel" or bool(self._latest)

    # Asking

    def action_open(self) -> None:
        """Ask for a command; configured ones are offered by their names."""
        reader = self.reader
        if reader.articles.article_id is None:
            reader.say("No article to run a command on")
            return
        names = ", ".join(each.name for each in reader.session.preferences.config.commands)
        self._note_home()
        purpose = Purpose(
            "|", f"wc -m{f', or {names}' if names else ''}", self._submitted, keys=PROMPT_KEYS,
            home=lambda: self.panel or self._home, suggest=self._suggest,
        )  # fmt: skip
        reader.prompt(purpose)
        reader.workers.read(partial(earlier_lines, reader.session), self._remember)

    def _remember(self, lines: tuple[str, ...]) -> None:
        self._earlier = lines
        self.reader.prompts.remember(lines)

    def _suggest(self, text: str, cursor: int) -> None:  # noqa: ARG002 - a name is completed at its end
        names = (
            each.name for each in self.reader.session.preferences.config.commands if text and each.name.startswith(text)
        )
        self.reader.prompts.offer([Offer(name, name, len(name)) for name in names if name != text][:OFFERED])

    def _submitted(self, text: str) -> None:
        """Run what was typed: the name of a configured command, or a command line."""
        line = text.strip()
        if not line:
            return
        lines = tuple(dict.fromkeys((line, *self._earlier)))[:KEPT]
        self.reader.keep_setting(HISTORY, "\n".join(lines))
        if any(each.name == line for each in self.reader.session.preferences.config.commands):
            self.action_run(line)
        else:
            self._run(line, COMMAND_SECONDS)

    # Running

    def action_run(self, name: str) -> None:
        """Run a configured command."""
        self._note_home()
        command = next(each for each in self.reader.session.preferences.config.commands if each.name == name)
        self._run(command.line, command.seconds)

    def _run(self, line: str, seconds: int) -> None:
        reader = self.reader
        article_id = reader.articles.article_id
        if article_id is None:
            reader.say("No article to run a command on")
            return
        self._open_panel(line)
        stop = self._stop = Event()
        name = PageName(article_id, reader.display.shown, DEFAULT_MEASURE, reader.display.repair)
        job = partial(outputs_of, reader.session, line, seconds, name, reader.selection.text, stop.is_set)
        done = self._latest.begin(self._show)
        reader.workers.stream(job, done, self._latest.on_failure(self.action_close))

    def _show(self, output: CommandOutput) -> None:
        if self.panel is not None:
            self.panel.output = output
        if output.ending != "running":
            self._latest.end()
            self.reader.update_status()

    def action_cancel(self) -> None:
        """Stop the command; its output so far stays."""
        if self._latest:
            self._stop.set()

    # The pane

    def _note_home(self) -> None:
        """What has the focus now gets it back when the pane is closed, unless it is the pane."""
        if self.context() is None:
            self._home = self.reader.screen.focused

    def _open_panel(self, line: str) -> None:
        from tui_reader.ui.features.piping.panel import OutputPanel  # noqa: PLC0415 - few starts need it

        self.action_close()
        self.panel = OutputPanel(line)
        self.reader.add_panel(self.panel)
        self.panel.focus()

    def action_copy(self) -> None:
        if self.panel is not None:
            text = self.panel.output.copied
            copy(self.reader, lambda: text)

    def action_close(self) -> None:
        """Stop the command and close the pane."""
        self._stop.set()
        self._latest.end()
        if self.panel is not None:
            panel, self.panel = self.panel, None
            home = self._home if self._home is not None and self._home.is_attached else self.reader.articles
            take_away(panel, home)
            self.reader.update_status()
