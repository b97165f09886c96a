"""Undo history, latest change first."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

UNDOABLE = 100
"""Maximum changes kept of this run, the same as in the library's journal."""


class Change(Protocol):
    """Result of a write, as needed to revert it."""

    @property
    def sentence(self) -> str:
        """Message that describes the change."""

    def __bool__(self) -> bool: ...


@dataclass(eq=False)
class UndoableCommand:
    """A write on the articles `article_ids`, or `everywhere`: on all.

    `record` adds the change to the library's journal and returns its number there. `change` and `number` are set once it
    has run; only jobs in the writing thread read them.
    """

    job: Callable[[], Change]
    record: Callable[[Change], int | None]
    article_ids: tuple[int, ...]
    everywhere: bool = False
    relist: bool = False
    change: Change | None = None
    number: int | None = None

    def run(self) -> Change:
        """Run the write, in the writing thread."""
        self.change = self.job()
        self.number = self.record(self.change)
        return self.change


class History:
    """Commands from the moment of the request: `b u` reverts the bookmark however slow the disk is.

    A command is removed once it turns out to have changed nothing, or is undone.
    """

    def __init__(self) -> None:
        self._commands: deque[UndoableCommand] = deque(maxlen=UNDOABLE)
        self._undoing: list[UndoableCommand] = []

    def begin(self, command: UndoableCommand) -> None:
        self._commands.append(command)

    def begin_undo(self) -> UndoableCommand | None:
        """Take the latest command that is not being undone; None if there is none."""
        last = next((command for command in reversed(self._commands) if command not in self._undoing), None)
        if last is not None:
            self._undoing.append(last)
        return last

    def undo_failed(self, command: UndoableCommand) -> None:
        """The command still applies and can be undone again."""
        self._undoing.remove(command)

    def forget(self, command: UndoableCommand) -> None:
        """Remove a command that failed, changed nothing or was undone."""
        if command in self._undoing:
            self._undoing.remove(command)
        if command in self._commands:
            self._commands.remove(command)
