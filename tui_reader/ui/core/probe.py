"""Ask the terminal how wide it draws an ambiguous character, before Textual starts.

Sends: report cursor position, “, report cursor position, erase “. A local terminal answers within milliseconds. The
question is sent before the screen's modules are loaded and the answer read afterwards, so the round trip costs no start
time. On slow connections waiting ends after PATIENCE; Textual ignores a late answer as a cursor report.
"""

from __future__ import annotations

import os
import re
import select
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PATIENCE = 0.1
"""Maximum seconds of start time for a terminal that does not answer."""

AT_ONCE = 0.015
"""Seconds from the question to the second report, after the first arrived: the terminal has then read both."""

LAST = 0.005
"""Seconds to wait for the second report if the first arrived later than that."""

_WHERE = b"\x1b[6n"
_HIDDEN, _PLAIN = b"\x1b[8m", b"\x1b[0m"
_REPORT = re.compile(rb"\x1b\[\d+;(\d+)R")


class Answer(NamedTuple):
    """Cells, None if the terminal did not answer; `typed`: other input that arrived meanwhile, to be handled as keys.

    `is_utf8`: False if the terminal drew the character as several, one for each byte.
    """

    cells: int | None = None
    typed: bytes = b""
    is_utf8: bool = True


UNANSWERED = Answer()
"""Used if the terminal was not asked."""


class Question:
    """A question sent at `asked` (monotonic seconds)."""

    def __init__(self, fd_in: int, fd_out: int) -> None:
        self._fd_in, self._fd_out = fd_in, fd_out
        os.write(fd_out, _WHERE + _HIDDEN + "“".encode() + _WHERE + _PLAIN)
        self._asked = monotonic()

    def answer(self, timeout: float = PATIENCE) -> Answer:
        """The answer within `timeout` seconds of the question. Erases the character. Raises OSError."""
        came, reports = self._until_reported(timeout)
        first = reports[0] if reports else 1
        os.write(self._fd_out, f"\x1b[{first}G\x1b[K".encode())
        cells = reports[1] - reports[0] if len(reports) == 2 else None
        typed = _REPORT.sub(b"", came)
        return Answer(cells if cells in {1, 2} else None, typed, is_utf8=cells != len("“".encode()))

    def _until_reported(self, timeout: float) -> tuple[bytes, list[int]]:
        """All input until two reports arrived or time is up, and the reported columns. Waiting input is always read."""
        end = self._asked + timeout
        came = b""
        while len(_REPORT.findall(came)) < 2 and _ready(self._fd_in, max(end - monotonic(), 0)):
            if not (read := os.read(self._fd_in, 1024)):
                break
            came += read
            if _REPORT.search(came):
                end = min(end, max(self._asked + AT_ONCE, monotonic() + LAST))
        return came, [int(column) for column in _REPORT.findall(came)[:2]]


@contextmanager
def asking(fd_in: int, fd_out: int) -> Iterator[Question | None]:
    """Ask how many cells “ takes; within the context the terminal's echo is off.

    Yields None if this is not a terminal, or if keys are waiting to be read.
    """
    modes = _silenced(fd_in, fd_out)
    if modes is None:
        yield None
        return
    import termios  # noqa: PLC0415 - Windows has none

    try:
        yield _question(fd_in, fd_out)
    finally:
        termios.tcsetattr(fd_in, termios.TCSANOW, modes)


def names_utf8(environment: Mapping[str, str]) -> bool:
    """Whether the locale leaves it possible that the terminal shows UTF-8: it names that encoding, or none."""
    locale = next(filter(None, map(environment.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    encoding = locale.partition(".")[2].partition("@")[0].lower()
    return not encoding or encoding.replace("-", "") == "utf8"


def _silenced(fd_in: int, fd_out: int) -> list[int | list[bytes | int]] | None:
    """Turn echo off; returns the previous terminal modes, None if this is not a terminal."""
    if not (os.isatty(fd_in) and os.isatty(fd_out)):
        return None
    try:
        import termios  # noqa: PLC0415 - Windows has none
    except ImportError:
        return None
    try:
        before = termios.tcgetattr(fd_in)
        silent = termios.tcgetattr(fd_in)
        silent[3] &= ~(termios.ECHO | termios.ICANON)
        # TCSANOW: the other ways wait for output, or throw input away.
        termios.tcsetattr(fd_in, termios.TCSANOW, silent)
    except termios.error:
        return None
    return before


def _question(fd_in: int, fd_out: int) -> Question | None:
    try:
        return None if _ready(fd_in, 0) else Question(fd_in, fd_out)
    except OSError:
        return None


def _ready(fd_in: int, seconds: float) -> bool:
    return bool(select.select([fd_in], [], [], seconds)[0])
