"""Asking the terminal how wide it draws an ambiguous character, before Textual has it.

The place of the cursor is asked for, “ is written, the place is asked for again, “ is erased. Any terminal that can run
the reader answers within a few milliseconds; over a slow line the wait ends with PATIENCE, and the answer, when it comes
after all, is taken by Textual as a report of the cursor and does nothing.
"""

from __future__ import annotations

import os
import re
import select
from time import monotonic
from typing import NamedTuple

PATIENCE = 0.1
"""Seconds that a start may lose to a terminal that says nothing."""

AT_ONCE = 0.015
"""Seconds between its two reports: who has sent the first has read both questions already."""

_WHERE = b"\x1b[6n"
_HIDDEN, _PLAIN = b"\x1b[8m", b"\x1b[0m"
_REPORT = re.compile(rb"\x1b\[\d+;(\d+)R")


class Answer(NamedTuple):
    """Cells, None if the terminal did not say; `typed` is what else came in meanwhile: keys, to be handed on."""

    cells: int | None = None
    typed: bytes = b""


def ask_terminal(fd_in: int, fd_out: int, timeout: float = PATIENCE) -> Answer:
    """How many cells “ takes there. Asks nothing of what is no terminal, or when keys wait to be read."""
    if not (os.isatty(fd_in) and os.isatty(fd_out)):
        return Answer()
    try:
        import termios  # noqa: PLC0415 - Windows has none
    except ImportError:
        return Answer()
    try:
        before = termios.tcgetattr(fd_in)
        asking = termios.tcgetattr(fd_in)
        asking[3] &= ~(termios.ECHO | termios.ICANON)
        # At once: to wait for output, or to throw input away, is what the other ways would do.
        termios.tcsetattr(fd_in, termios.TCSANOW, asking)
    except termios.error:
        return Answer()
    try:
        return _asked(fd_in, fd_out, timeout)
    except OSError:
        return Answer()
    finally:
        termios.tcsetattr(fd_in, termios.TCSANOW, before)


def _asked(fd_in: int, fd_out: int, timeout: float) -> Answer:
    if _ready(fd_in, 0):
        return Answer()
    os.write(fd_out, _WHERE + _HIDDEN + "“".encode() + _WHERE + _PLAIN)
    came, reports = _until_reported(fd_in, timeout)
    first = reports[0] if reports else 1
    os.write(fd_out, f"\x1b[{first}G\x1b[K".encode())
    cells = reports[1] - reports[0] if len(reports) == 2 else None
    return Answer(cells if cells in {1, 2} else None, _REPORT.sub(b"", came))


def _until_reported(fd_in: int, timeout: float) -> tuple[bytes, list[int]]:
    """All that came until two reports had, or time was up; and the columns reported."""
    end = monotonic() + timeout
    came = b""
    while len(_REPORT.findall(came)) < 2 and (left := end - monotonic()) > 0 and _ready(fd_in, left):
        if not (read := os.read(fd_in, 1024)):
            break
        came += read
        if _REPORT.search(came):
            end = min(end, monotonic() + AT_ONCE)
    return came, [int(column) for column in _REPORT.findall(came)[:2]]


def _ready(fd_in: int, seconds: float) -> bool:
    return bool(select.select([fd_in], [], [], seconds)[0])
