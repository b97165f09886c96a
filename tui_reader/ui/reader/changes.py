"""Writes that can be undone: runs them in order, keeps the history, and reverts the latest one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui_reader.locale import _
from tui_reader.ui.reader.history import History, UndoableCommand

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_reader.app.session import Session
    from tui_reader.ui.core.workers import Workers
    from tui_reader.ui.reader.history import Change


class Changed(Protocol):
    """Called after a write, to update the screen."""

    def __call__(self, article_ids: tuple[int, ...], *, everywhere: bool = False, relist: bool = False) -> None: ...


class Changes:
    """`say` shows a message, `changed` updates what the screen shows of articles."""

    def __init__(self, session: Session, workers: Workers, say: Callable[[str], None], changed: Changed) -> None:
        self._session, self._workers = session, workers
        self._say, self._changed = say, changed
        self._history = History()

    def do(
        self, job: Callable[[], Change], article_ids: tuple[int, ...], *, everywhere: bool = False, relist: bool = False
    ) -> None:
        """Run a write on articles (`everywhere`: on all) that can be undone. `relist`: articles enter or leave the list."""
        command = UndoableCommand(job, self._session.record, article_ids, everywhere, relist)  # type: ignore[arg-type]
        self._history.begin(command)
        self._workers.write(command.run, partial(self._done, command), partial(self._history.forget, command))

    def undo(self) -> None:
        """Revert the latest change, of an earlier run if this run has none."""
        command = self._history.begin_undo()
        if command is None:
            self._workers.write(self._session.undo_last, partial(self._undone, (), everywhere=True, relist=True))
            return
        job, failed = partial(_revert, self._session, command), partial(self._history.undo_failed, command)
        self._workers.write(job, partial(self._command_undone, command), failed)

    def _done(self, command: UndoableCommand, change: Change) -> None:
        self._changed(command.article_ids, everywhere=command.everywhere, relist=command.relist)
        if not change:
            self._history.forget(command)
        self._say(change.sentence)

    def _command_undone(self, command: UndoableCommand, change: Change | None) -> None:
        self._history.forget(command)
        self._undone(command.article_ids, change, everywhere=command.everywhere, relist=command.relist)

    def _undone(self, article_ids: tuple[int, ...], change: Change | None, *, everywhere: bool, relist: bool) -> None:
        if not change:
            self._say("Nothing to undo")
            return
        self._changed(article_ids, everywhere=everywhere, relist=relist)
        self._say(_("Undone: {sentence}").format(sentence=_(change.sentence)))


def _revert(session: Session, command: UndoableCommand) -> Change | None:
    """Revert a command; None if it changed nothing. Runs in the writing thread."""
    if command.change:
        session.undo(command.change)  # type: ignore[arg-type]
        if command.number is not None:
            session.library.journal.drop(command.number)
    return command.change
