"""Runs a program on a real pseudo-terminal whose screen pyte emulates, cell by cell."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from typing import TYPE_CHECKING, Self

import pyte
from wcwidth import wcwidth

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

# What a real terminal answers to what Textual asks at start.
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
}

_WHERE = b"\x1b[6n"


class Screen(pyte.Screen):
    """Pyte's, with the widths that terminals agree on.

    Pyte drops the rest of a text at a mark it does not know (variation selectors); here it goes with its character. A flag
    is two letters of one cell each, as all terminals have it. Ambiguous characters take `ambiguous` cells.
    """

    def __init__(self, columns: int, rows: int, ambiguous: int = 1) -> None:
        self._ambiguous = ambiguous
        super().__init__(columns, rows)

    def draw(self, data: str) -> None:
        for character in data:
            flag = "\U0001f1e6" <= character <= "\U0001f1ff"
            cells = 1 if flag else wcwidth(character, ambiguous_width=self._ambiguous)
            if cells > 0:
                self._put(character, cells)
            elif self.cursor.x:
                last = self.cursor.x - 1
                row = self.buffer[self.cursor.y]
                last -= last > 0 and row[last].data == ""
                row[last] = row[last]._replace(data=row[last].data + character)

    def _put(self, character: str, cells: int) -> None:
        self.cursor.x = min(self.cursor.x, self.columns - cells)
        row = self.buffer[self.cursor.y]
        row[self.cursor.x] = self.cursor.attrs._replace(data=character)
        for stub in range(self.cursor.x + 1, self.cursor.x + cells):
            row[stub] = self.cursor.attrs._replace(data="")
        self.cursor.x += cells
        self.dirty.add(self.cursor.y)

    @property
    def display(self) -> list[str]:
        return ["".join(self.buffer[y][x].data for x in range(self.columns)) for y in range(self.lines)]


class Terminal:
    """`with Terminal(command, env) as t: t.wait_for("text"); t.type("q")`. Rows and columns are cells."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        *,
        columns: int = 120,
        rows: int = 40,
        patience: float = 30,
        ambiguous: int = 1,
    ) -> None:
        self._command, self._env, self._patience = list(command), dict(env), patience
        self.columns, self.rows = columns, rows
        self._screen = Screen(columns, rows, ambiguous)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = bytearray()

    def __enter__(self) -> Self:
        self.pid, self._fd = pty.fork()
        if self.pid == 0:  # pragma: no cover - the child becomes the program
            os.execvpe(self._command[0], self._command, self._env)  # noqa: S606 - the test's own command
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", self.rows, self.columns, 0, 0))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        os.close(self._fd)

    def kill(self) -> None:
        """End the program as a power cut would: at once, with no chance to tidy up."""
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)

    def type(self, keys: str) -> None:
        """Send keys as typed."""
        os.write(self._fd, keys.encode())

    def lines(self) -> list[str]:
        """The screen, a string a row, without what pads it on the right."""
        # Not pyte's `display`: that fails on half a wide character, as there may be in the middle of a frame.
        return ["".join(self.cell(row, column) for column in range(self.columns)).rstrip() for row in range(self.rows)]

    def cell(self, row: int, column: int) -> str:
        """What stands in one cell; the second cell of a wide character is empty."""
        return str(self._screen.buffer[row][column].data)

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column of the terminal's own cursor, hidden or not."""
        return self._screen.cursor.y, self._screen.cursor.x

    @property
    def cursor_is_hidden(self) -> bool:
        """Whether the program has hidden it."""
        return bool(self._screen.cursor.hidden)

    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines())

    def wait_for(self, wanted: str | Callable[[str], bool]) -> str:
        """Read on until the screen holds what is wanted; the screen then. Fails the test when patience ends."""
        holds = wanted if callable(wanted) else lambda screen: wanted in screen
        end = time.monotonic() + self._patience
        while time.monotonic() < end:
            alive = self._pump(0.1)
            if holds(self.text()):
                return self.text()
            if not alive:
                break
        raise AssertionError(f"never seen: {wanted!r}; the screen was:\n{self.text()}")

    def settle(self, quiet: float = 0.4) -> str:
        """Read until nothing came for `quiet` seconds; the screen then."""
        before = -1
        while before != len(self.raw):
            before = len(self.raw)
            self._pump(quiet)
        return self.text()

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size, as dragging its corner does."""
        self.columns, self.rows = columns, rows
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    def exit_status(self) -> int:
        """Wait for the program's own end."""
        self.settle()
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _pump(self, timeout: float) -> bool:
        """Take in what has come; False when the program has closed the terminal."""
        ready, _, _ = select.select([self._fd], [], [], timeout)
        if not ready:
            return True
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.raw += data
        for asked, answer in _ANSWERS.items():
            if asked in data:
                os.write(self._fd, answer)
        first, *others = data.split(_WHERE)
        self._stream.feed(first)
        for part in others:
            os.write(self._fd, f"\x1b[{self._screen.cursor.y + 1};{self._screen.cursor.x + 1}R".encode())
            self._stream.feed(part)
        return bool(data)
