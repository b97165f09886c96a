"""Output of an external command: what it printed so far, how it ended, and both as lines of a pane."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui_reader.locale import _
from tui_reader.typeset import typeset

Ending = Literal["", "running", "cancelled", "late", "cut"]
"""How a command ended: by itself (""), not yet, stopped by the user, by the time limit, or for too much output."""

STDERR = "── error output"
"""Line above what a command printed to stderr."""


class CommandOutput(NamedTuple):
    """`text`, `errors`: sanitized standard and error output so far. `status`: exit status, None until it ended by itself.

    `limit`: the limit that stopped it, in seconds or bytes.
    """

    text: str = ""
    errors: str = ""
    status: int | None = None
    ending: Ending = "running"
    limit: int = 0

    @property
    def note(self) -> str:
        """How the command ended, in a sentence; empty for a success with output."""
        match self.ending:
            case "running":
                return _("Running …")
            case "cancelled":
                return _("Cancelled")
            case "late":
                return _("Stopped after {limit:,} seconds").format(limit=self.limit)
            case "cut":
                return _("Stopped: only the first {limit:,} bytes of the output are kept").format(limit=self.limit)
        if self.status:
            return (
                _("Exit status {number}").format(number=self.status)
                if self.status > 0
                else _("Ended by signal {number}").format(number=-self.status)
            )
        return "" if self.text.strip() else _("No output")

    @property
    def copied(self) -> str:
        """What is copied: the output, or the error output if there is nothing else."""
        return self.text.strip("\n") or self.errors.strip("\n")


class OutputLine(NamedTuple):
    """A screen line. `is_plain`: a line of the output itself, not of stderr or about it."""

    text: str
    is_plain: bool = True


def output_lines(output: CommandOutput, cells: int) -> tuple[OutputLine, ...]:
    """The lines of a pane of that width: output, error output below a heading, how it ended."""
    lines = [OutputLine(line) for line in _wrapped(output.text, cells)]
    if output.errors.strip():
        lines += (OutputLine(line, is_plain=False) for line in (STDERR, *_wrapped(output.errors, cells)))
    if output.note:
        lines += (OutputLine(line, is_plain=False) for line in _wrapped(output.note, cells))
    return tuple(lines)


def _wrapped(text: str, cells: int) -> list[str]:
    text = text.strip("\n").expandtabs(4)
    return [line.text for line in typeset(text, max(cells, 2))] if text else []
