"""What a person did, the last first, to be taken back."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.ui.asking import Deed
    from tui_reader.ui.messages import Undo

UNDOABLE = 200
"""Changes that can be undone; each may hold thousands of articles."""


class History:
    """Deeds from the moment they are asked for: `b u` means the bookmark, however slow the disk is.

    One leaves when it is known to have changed nothing, or to have been taken back; until then `u` may try again.
    """

    def __init__(self) -> None:
        self._deeds: deque[tuple[Deed, tuple[int, ...]]] = deque(maxlen=UNDOABLE)
        self._undoing: dict[int, int] = {}

    def begin(self, deed: Deed, keys: tuple[int, ...]) -> None:
        """It is asked for, of these articles."""
        self._deeds.append((deed, keys))

    def last(self) -> tuple[Deed, tuple[int, ...]] | None:
        """The last one that is not being taken back."""
        undoing = set(self._undoing.values())
        return next((entry for entry in reversed(self._deeds) if entry[0].ticket not in undoing), None)

    def taking_back(self, undo: Undo) -> Undo:
        """That is asked for."""
        self._undoing[undo.ticket] = undo.deed.ticket
        return undo

    def taken_back(self, ticket: int) -> None:
        """The undo with that ticket is done."""
        self.forget(self._undoing.pop(ticket, 0))

    def failed(self, ticket: int) -> None:
        """What has that ticket was not done: a deed is none, a deed that was to be taken back stands."""
        if self._undoing.pop(ticket, None) is None:
            self.forget(ticket)

    def forget(self, ticket: int) -> None:
        """There is nothing to take back of the deed with that ticket."""
        self._deeds = deque((entry for entry in self._deeds if entry[0].ticket != ticket), UNDOABLE)
