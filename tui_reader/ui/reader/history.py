"""Changes that can be undone, the last first."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

UNDOABLE = 100
"""Changes of this run that can be undone; as many as the library's journal keeps."""


class Change(Protocol):
    """What a write changed, as it is handed back for undoing."""

    @property
    def sentence(self) -> str:
        """What was done, for a person."""

    def __bool__(self) -> bool:
        """Whether anything was changed."""


@dataclass(eq=False)
class UndoableCommand:
    """A write of articles by their `article_ids`, or `everywhere`: of all articles.

    `record` adds the change to the library's journal and returns its number there. `change` and `number` are set when it
    is done; only writes, in their one thread, read them.
    """

    job: Callable[[], Change]
    record: Callable[[Change], int | None]
    article_ids: tuple[int, ...]
    everywhere: bool = False
    change: Change | None = None
    number: int | None = None

    def run(self) -> Change:
        """Do it, in the thread of the writes."""
        self.change = self.job()
        self.number = self.record(self.change)
        return self.change


class History:
    """Commands from the moment they are asked for: `b u` means the bookmark, however slow the disk is.

    A command leaves when it is known to have changed nothing, or to have been undone.
    """

    def __init__(self) -> None:
        self._commands: deque[UndoableCommand] = deque(maxlen=UNDOABLE)
        self._undoing: list[UndoableCommand] = []

    def begin(self, command: UndoableCommand) -> None:
        """It is asked for."""
        self._commands.append(command)

    def begin_undo(self) -> UndoableCommand | None:
        """The last command that is not being undone, which is now; None where there is none."""
        last = next((command for command in reversed(self._commands) if command not in self._undoing), None)
        if last is not None:
            self._undoing.append(last)
        return last

    def undo_failed(self, command: UndoableCommand) -> None:
        """The command stands, and can be undone again."""
        self._undoing.remove(command)

    def forget(self, command: UndoableCommand) -> None:
        """There is nothing to undo: it failed, changed nothing or was undone."""
        if command in self._undoing:
            self._undoing.remove(command)
        if command in self._commands:
            self._commands.remove(command)
