"""Output of a command: data on stdout, messages on stderr. UTF-8 in every locale, without control characters.

A closed pipe (`| head`) is not an error; a full disk is, and is reported.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, TextIO

from tui_reader.errors import TuiReaderError
from tui_reader.locale import _
from tui_reader.text.sanitize import one_line, sanitize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui_reader.app.session import Session


COMPLAINTS = 10
"""Maximum glossary problems that other commands report."""


class OutputClosed(Exception):
    """The reader of our output closed it."""


class OutputFailed(TuiReaderError):
    """The output cannot be written."""


class Output:
    """stdout and stderr of one command."""

    def __init__(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                with suppress(OSError):  # earlier write errors are reported by the next flush
                    stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        self._broken = False

    def text(self, text: str) -> None:
        """Print sanitized text and a line end."""
        self.raw(sanitize(text) + "\n")

    def record(self, record: Mapping[str, object]) -> None:
        """Print one JSON object on its own line."""
        self.raw(to_json(record) + "\n")

    def raw(self, text: str) -> None:
        """Write text that is already sanitized. Raises OutputClosed, OutputFailed."""
        if sys.stdout is None:
            raise OutputFailed("standard output is closed")
        try:
            sys.stdout.write(text)
        except OSError as error:
            raise self._failure(error) from None

    def flush(self) -> None:
        """Raises OutputClosed, OutputFailed."""
        try:
            if sys.stdout is not None:
                sys.stdout.flush()
        except OSError as error:
            raise self._failure(error) from None

    def complain(self, sentence: str) -> None:
        """Print an error message on stderr; a constant sentence is translated."""
        self.note(self.complaint(sentence))

    @staticmethod
    def complaint(sentence: str) -> str:
        """The error message as printed: sanitized, on one line, prefixed with the program's name."""
        return one_line(f"tui-reader: {_(sentence)}")

    def note(self, sentence: str) -> None:
        """Print a status message on stderr; ignored if stderr is closed."""
        if sys.stderr is not None:
            with suppress(OSError):
                sys.stderr.write(one_line(_(sentence)) + "\n")
                sys.stderr.flush()

    def abandon(self) -> None:
        """Discard buffered output that cannot be written: Python would report it at exit."""
        if not self._broken:
            return
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)

    def _failure(self, error: OSError) -> Exception:
        self._broken = True
        if isinstance(error, BrokenPipeError):
            return OutputClosed()
        return OutputFailed(_("the output cannot be written ({why})").format(why=error.strerror or error))


def to_json(record: Mapping[str, object]) -> str:
    """One-line JSON with readable Chinese; control characters are escaped."""
    import json  # noqa: PLC0415 - most commands print none

    text = json.dumps(record, ensure_ascii=False)
    return text if text.isprintable() else _doubtful().sub(_escaped, text)


@cache
def _doubtful() -> re.Pattern[str]:
    """Possibly unprintable characters, without common printable ones, for speed."""
    return re.compile("[^ -~\u3000-\u9fff\uff01-\uff9f]")


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    if character.isprintable():
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def terminal_cells() -> int | None:
    """Width of the terminal on stdout; None for files and pipes."""
    return shutil.get_terminal_size().columns if is_terminal(sys.stdout) else None


def warn_of_words(session: Session, output: Output) -> None:
    """Report problems of the user glossary; they do not stop the command."""
    complaints = session.glossary.complaints
    for sentence in complaints[:COMPLAINTS]:
        output.complain(sentence)
    if len(complaints) > COMPLAINTS:
        output.complain(_("… and {count} more lines").format(count=len(complaints) - COMPLAINTS))
