"""What a command says: data on stdout, sentences on stderr. UTF-8 whatever the locale, and nothing a terminal obeys.

A reader of ours that goes away (`| head`) is no fault; a full disk is one, and gets its sentence.
"""

from __future__ import annotations

import io
import os
import re
import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, TextIO

from tui_reader.errors import TuiReaderError
from tui_reader.text.sanitize import one_line, sanitize

if TYPE_CHECKING:
    from collections.abc import Mapping


class OutputClosed(Exception):
    """Who read our output has seen enough."""


class OutputFailed(TuiReaderError):
    """The output cannot be written."""


class Output:
    """stdout and stderr of one command."""

    def __init__(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                with suppress(OSError):  # what could not be written before this: the next flush will say so
                    stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        self._broken = False

    def text(self, text: str) -> None:
        """Lines of text, made harmless; a line end is added."""
        self.raw(sanitize(text) + "\n")

    def record(self, record: Mapping[str, object]) -> None:
        """One JSON object on a line of its own."""
        self.raw(to_json(record) + "\n")

    def raw(self, text: str) -> None:
        """Text that is known to be harmless, as it is. Raises OutputClosed, OutputFailed."""
        if sys.stdout is None:
            raise OutputFailed("standard output is closed")
        try:
            sys.stdout.write(text)
        except OSError as error:
            raise self._failure(error) from None

    def flush(self) -> None:
        """Hand on what was written. Raises OutputClosed, OutputFailed."""
        try:
            if sys.stdout is not None:
                sys.stdout.flush()
        except OSError as error:
            raise self._failure(error) from None

    def complain(self, sentence: str) -> None:
        """A sentence about what went wrong, one line on stderr."""
        self.note(self.complaint(sentence))

    @staticmethod
    def complaint(sentence: str) -> str:
        """A sentence about what went wrong as it is printed: harmless, on one line, with the program's name."""
        return one_line(f"tui-reader: {sentence}")

    def note(self, sentence: str) -> None:
        """A sentence about what was done, one line on stderr. Where stderr is gone there is nobody to tell."""
        if sys.stderr is not None:
            with suppress(OSError):
                sys.stderr.write(one_line(sentence) + "\n")
                sys.stderr.flush()

    def abandon(self) -> None:
        """Send what is still buffered nowhere, once it cannot be written: else Python complains of it at its end."""
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
        return OutputFailed(f"the output cannot be written ({error.strerror or error})")


def to_json(record: Mapping[str, object]) -> str:
    """JSON on one line, Chinese readable, every character that could touch a terminal written as an escape."""
    import json  # noqa: PLC0415 - most commands print none

    text = json.dumps(record, ensure_ascii=False)
    return text if text.isprintable() else _doubtful().sub(_escaped, text)


@cache
def _doubtful() -> re.Pattern[str]:
    """Characters that may be unprintable; common ones that are not are left out, to be quick."""
    return re.compile("[^ -~\u3000-\u9fff\uff01-\uff9f]")


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    if character.isprintable():
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at (or types into) a stream."""
    return stream is not None and not stream.closed and stream.isatty()
