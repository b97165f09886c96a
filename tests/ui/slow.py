"""A session whose calls wait until they are let go, in any order."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from tests.ui.screens import NOW, PATIENCE
from tui_reader.app.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui_reader.library import Library


class Held:
    """A call that has come; it returns, or raises, what it would have when it is `released`."""

    def __init__(self) -> None:
        self._go = threading.Event()

    def release(self) -> None:
        self._go.set()

    def wait(self) -> None:
        assert self._go.wait(PATIENCE), "never released"


HELD = {"rows", "stored", "listing", "tag_counts", "set_state", "set_setting", "undo", "remember", "retag"}


class SlowSession(Session):
    """`hold("rows")`: from now on such calls of its library do their work at once, and answer when released.

    `hold("rows", before=True)` holds them before they begin.
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

    @property
    def library(self) -> Library:
        return cast("Library", SlowLibrary(super().library, self))

    def called(self, name: str, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        if name in self._errors:
            raise self._errors[name]
        if name not in self._holding:
            return call(*given, **named)
        before, held = self._holding[name], Held()
        answer = None if before else call(*given, **named)
        self.calls[name].append(held)
        held.wait()
        return call(*given, **named) if before else answer


class SlowLibrary:
    """A library whose calls go through its session's `called`."""

    def __init__(self, library: Library, session: SlowSession) -> None:
        self._library = library
        self._session = session

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._library, name)
        return partial(self._session.called, name, found) if name in HELD else found
