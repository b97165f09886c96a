"""A session whose calls wait until they are let go, in any order."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from tests.ui.screens import NOW, PATIENCE
from tui_reader.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Held:
    """A call that has come; it returns, or raises, what it would have when it is `released`."""

    def __init__(self) -> None:
        self._go = threading.Event()

    def release(self) -> None:
        self._go.set()

    def wait(self) -> None:
        assert self._go.wait(PATIENCE), "never released"


class SlowSession(Session):
    """`hold("rows")`: from now on its calls do their work at once, and answer when released.

    `hold("rows", before=True)` holds them before they begin. Rows that a write looks at are never held.
    """

    def __init__(self, directory: Path) -> None:
        super().__init__(directory, clock=lambda: NOW)
        self._holding: dict[str, bool] = {}
        self._errors: dict[str, Exception] = {}
        self.calls: dict[str, list[Held]] = {}

    def hold(self, name: str, *, before: bool = False) -> list[Held]:
        self._holding[name] = before
        return self.calls.setdefault(name, [])

    def let_go(self, name: str) -> None:
        """All its calls, and those to come."""
        self._holding.pop(name, None)
        for call in self.calls.get(name, []):
            call.release()

    def fail(self, name: str, error: Exception | None) -> None:
        """Its calls raise that; None: no longer."""
        if error is None:
            self._errors.pop(name, None)
        else:
            self._errors[name] = error

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name in {"rows", "stored", "listing", "tag_counts", "bookmark", "set_setting", "undo", "remember", "tag"}:
            return lambda *given, **named: self._called(name, found, *given, **named)
        return found

    def _called(self, name: str, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        if name in self._errors:
            raise self._errors[name]
        in_a_write = name == "rows" and threading.current_thread().name.startswith("writes")
        if name not in self._holding or in_a_write:
            return call(*given, **named)
        before, held = self._holding[name], Held()
        answer = None if before else call(*given, **named)
        self.calls[name].append(held)
        held.wait()
        return call(*given, **named) if before else answer
