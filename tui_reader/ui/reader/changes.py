"""Changes made in the order in which they were asked for, said and shown when they are done, and undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui_reader.ui.reader.history import History

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_reader.app.session import Session
    from tui_reader.ui.core.workers import Workers
    from tui_reader.ui.reader.history import Change, UndoableCommand


class Show(Protocol):
    """Called when articles have changed, to show it."""

    def __call__(self, article_ids: tuple[int, ...], *, everywhere: bool = False, relist: bool = False) -> None:
        """As `Reader.do` has its arguments."""


class Changes:
    """Does and undoes commands in the one thread of the writes; `show` and `say` are called on the screen's thread."""

    def __init__(self, session: Session, workers: Workers, show: Show, say: Callable[[str], None]) -> None:
        self._session, self._workers = session, workers
        self._show, self._say = show, say
        self._history = History()

    def do(self, command: UndoableCommand) -> None:
        """Do it, after all that was asked for before."""
        self._history.begin(command)
        self._workers.write(command.run, partial(self._done, command), partial(self._history.forget, command))

    def _done(self, command: UndoableCommand, change: Change) -> None:
        self._show(command.article_ids, everywhere=command.everywhere, relist=command.relist)
        if not change:
            self._history.forget(command)
        self._say(change.sentence)

    def undo(self) -> None:
        """Undo the last change of this run, else of an earlier one."""
        command = self._history.begin_undo()
        if command is None:
            self._workers.write(self._session.undo_last, self._undone_of_earlier_run)
            return
        job = partial(_undo, self._session, command)
        self._workers.write(job, partial(self._undone, command), partial(self._history.undo_failed, command))

    def _undone(self, command: UndoableCommand, change: Change | None) -> None:
        self._history.forget(command)
        if not change:
            self._say("nothing to undo: nothing was changed")
            return
        self._show(command.article_ids, everywhere=command.everywhere, relist=command.relist)
        self._say(f"undone: {change.sentence}")

    def _undone_of_earlier_run(self, change: Change | None) -> None:
        if change is None:
            self._say("nothing to undo")
            return
        self._show((), everywhere=True, relist=True)
        self._say(f"undone: {change.sentence}")


def _undo(session: Session, command: UndoableCommand) -> Change | None:
    """In the thread of the writes: None where the command changed nothing."""
    if command.change:
        session.undo(command.change)  # type: ignore[arg-type]
        if command.number is not None:
            session.library.journal.drop(command.number)
    return command.change
