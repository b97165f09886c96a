"""Sentence about an import under way: how far, how fast, how long still, and what is worked on."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Final

from tui_reader.locale import _
from tui_reader.present.rows import fitted
from tui_reader.text.sanitize import one_line

FRAMES: Final = "|/-\\"
"""One after the other they show that work goes on; ASCII, as wide as one cell in every terminal."""

RATE_OVER: Final = 10.0
"""Seconds over which the rate is measured: long enough for chunks, short enough to follow large documents."""

RATE_FROM: Final = 1.0
"""Seconds before a rate is shown."""

NAMED_FROM: Final = 1.5
"""Seconds of work on one document from which it is named."""

NAME_CELLS: Final = 28
FAST: Final = 10
"""Articles a second above which the rate is shown without a fraction."""

MINUTE, HOUR = 60, 3600


@dataclass
class ImportPace:
    """Recent progress: (seconds, documents done)."""

    steps: deque[tuple[float, int]] = field(default_factory=deque)

    def note(self, now: float, done: int) -> None:
        """Add progress; what is older than `RATE_OVER` is forgotten."""
        self.steps.append((now, done))
        while len(self.steps) > 2 and now - self.steps[1][0] >= RATE_OVER:
            self.steps.popleft()

    @property
    def rate(self) -> float | None:
        """Documents a second; None until it is known."""
        if not self.steps:
            return None
        (began, before), (now, done) = self.steps[0], self.steps[-1]
        return (done - before) / (now - began) if now - began >= RATE_FROM and done > before else None


@dataclass(frozen=True, slots=True)
class Working:
    """The document that is worked on, for so many seconds."""

    name: str = ""
    seconds: float = 0.0


def import_status(
    done: int, total: int, rate: float | None, working: Working, frame: int, doing: str = "Importing"
) -> str:
    """`Importing 120 of 300 · 45/s · 4 s left /`, with the document that has taken long."""
    text = _("{doing} {done} of {total}") if total else _("{doing} …")
    parts = [text.format(doing=_(doing), done=done, total=total)]
    if rate:
        parts.append(f"{rate:.{0 if rate >= FAST else 1}f}/s")
        parts.append(_("{time} left").format(time=duration((total - done) / rate)))
    if working.name and working.seconds >= NAMED_FROM:
        parts.append(f"{fitted(one_line(working.name), NAME_CELLS).rstrip()} {duration(working.seconds)}")
    return f"{' · '.join(parts)} {FRAMES[frame % len(FRAMES)]}"


def cancel_status(working: Working, frame: int) -> str:
    """`Cancelling once huge.txt is done, 4 s /`: the document that is worked on is finished first."""
    name = fitted(one_line(working.name), NAME_CELLS).rstrip()
    text = _("Cancelling once {name} is done, {time}") if name else _("Cancelling …")
    return f"{text.format(name=name, time=duration(working.seconds))} {FRAMES[frame % len(FRAMES)]}"


def duration(seconds: float) -> str:
    """Format seconds as `4 s`, `3 min` or `2 h 5 min`."""
    if seconds < MINUTE:
        return _("{seconds:.0f} s").format(seconds=seconds)
    if seconds < HOUR:
        return _("{minutes:.0f} min").format(minutes=seconds / MINUTE)
    return _("{hours:.0f} h {minutes:.0f} min").format(hours=seconds // HOUR, minutes=seconds % HOUR // MINUTE)
