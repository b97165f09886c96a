"""External commands: text on standard input, the output as it comes.

Arguments are split as a shell splits them and passed to the program directly; only `sh -c '…'` starts a shell. A command
that is stopped takes the processes it started along.
"""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from contextlib import contextmanager, suppress
from threading import Thread
from time import monotonic
from typing import IO, TYPE_CHECKING, NamedTuple

from tui_reader.errors import CommandError
from tui_reader.locale import _
from tui_reader.present.command_output import CommandOutput
from tui_reader.text.sanitize import sanitize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tui_reader.present.command_output import Ending

OUTPUT_BYTES = 200_000
"""Bytes kept of each output stream: a book of 60,000 Chinese characters."""

TICK = 0.1
"""Seconds between snapshots of a running command, and until it is noticed that it was cancelled."""

LINGER = 0.3
"""Seconds to wait for output after the end: clipboard programs leave a process behind that keeps the stream open."""

GRACE = 1.0
"""Seconds between the request to end and the kill."""


class Call(NamedTuple):
    """`line`: the command as typed; `text`: its standard input; `variables`: added to the environment; `seconds`: time
    limit.
    """

    line: str
    text: str
    variables: Mapping[str, str]
    seconds: int


def run_command(call: Call, cancelled: Callable[[], bool]) -> Iterator[CommandOutput]:
    """Run a command. Yields its output so far, several times, and at last how it ended; closing the iterator stops it.

    Raises CommandError if the line cannot be split or the program cannot be started.
    """
    ending: Ending = "running"
    with _started(arguments_of(call.line), call.variables) as process:
        streams = _Streams(process, call.text.encode())
        deadline = monotonic() + call.seconds
        while ending == "running" and not _has_ended(process):
            yield streams.output()
            ending = _reason_to_stop(streams, deadline, cancelled)
        if ending == "running":
            streams.wait(LINGER)
            ending = "cut" if streams.is_full else ""
    limit = {"late": call.seconds, "cut": OUTPUT_BYTES}.get(ending, 0)
    yield streams.output()._replace(status=None if ending else process.returncode, ending=ending, limit=limit)


def arguments_of(line: str) -> list[str]:
    """Split a command into program and arguments. Raises CommandError."""
    try:
        arguments = shlex.split(line)
    except ValueError as error:
        raise CommandError(f"{line}: {str(error).lower()}") from None
    if not arguments:
        raise CommandError("no command given")
    return arguments


def _reason_to_stop(streams: _Streams, deadline: float, cancelled: Callable[[], bool]) -> Ending:
    if cancelled():
        return "cancelled"
    if streams.is_full:
        return "cut"
    return "late" if monotonic() >= deadline else "running"


class _Streams:
    """Threads that feed a process and collect what it prints."""

    def __init__(self, process: subprocess.Popen[bytes], text: bytes) -> None:
        self._printed, self._errors = bytearray(), bytearray()
        self._readers = (
            Thread(target=_collect, args=(process.stdout, self._printed), daemon=True),
            Thread(target=_collect, args=(process.stderr, self._errors), daemon=True),
        )
        for thread in (*self._readers, Thread(target=_feed, args=(process.stdin, text), daemon=True)):
            thread.start()

    @property
    def is_full(self) -> bool:
        return max(len(self._printed), len(self._errors)) > OUTPUT_BYTES

    def wait(self, seconds: float) -> None:
        """Wait until both outputs are read to their end, at most `seconds` for each."""
        for thread in self._readers:
            thread.join(seconds)

    def output(self) -> CommandOutput:
        printed, errors = (_decoded(bytes(data[:OUTPUT_BYTES])) for data in (self._printed, self._errors))
        return CommandOutput(printed, errors)


def _decoded(data: bytes) -> str:
    return sanitize(data.decode("utf-8", "replace"))


def _collect(stream: IO[bytes], into: bytearray) -> None:
    """Read to the end, or until there is more than is kept."""
    with stream, suppress(OSError):
        while len(into) <= OUTPUT_BYTES and (chunk := os.read(stream.fileno(), 65_536)):
            into += chunk


def _feed(stream: IO[bytes], text: bytes) -> None:
    """Write all text; a program need not read it."""
    with suppress(OSError), stream:
        stream.write(text)


@contextmanager
def _started(arguments: list[str], variables: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own, without the terminal; it is stopped at the end if it still runs."""
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(  # noqa: S603 - the user's own command, and no text of an article is in it
            arguments, stdin=pipe, stdout=pipe, stderr=pipe, env={**os.environ, **variables}, start_new_session=True
        )
    except FileNotFoundError:
        raise CommandError(
            _("{name}: no such command; is it installed, and on the PATH?").format(name=arguments[0])
        ) from None
    except (OSError, ValueError) as error:
        raise CommandError(
            _("{name}: cannot be started ({why})").format(
                name=arguments[0], why=getattr(error, "strerror", None) or error
            )
        ) from None
    try:
        yield process
    finally:
        _stop(process)


def _has_ended(process: subprocess.Popen[bytes]) -> bool:
    """Wait up to `TICK` for the end."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(TICK)
    return process.returncode is not None


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ask the process and its children to end, then kill them."""
    if process.poll() is not None:
        return
    _signal(process, signal.SIGTERM)
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        _signal(process, signal.SIGKILL)
        process.wait()


def _signal(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)
