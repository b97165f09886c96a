"""Progress bar on stderr: amount done, rate, remaining time."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from tui_reader.cli.output import Output
from tui_reader.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Task

    from tui_reader.model import Progress as Step

    Watch = tuple[Callable[[Step], None], Callable[[str], None]]

TOLD_FROM = 10
"""Articles a second above which the rate is shown without a fraction."""


class Rate(ProgressColumn):
    """Articles per second over the recent past."""

    def render(self, task: Task) -> Text:
        """Empty until the rate is known."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.{0 if speed >= TOLD_FROM else 1}f}/s" if speed else "")


@contextmanager
def bar(doing: str) -> Iterator[Watch]:
    """Yields functions to show progress and to print errors above the bar."""
    columns = (TextColumn(_(doing)), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn(compact=True))
    with Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=10.0) as shown:
        task = shown.add_task(_(doing), total=None)

        def advance(step: Step) -> None:
            shown.update(task, completed=step.done, total=step.total)

        def complain(sentence: str) -> None:
            # Rich keeps the bar below text printed by its console; messages are not markup.
            shown.console.print(Output.complaint(sentence), markup=False, emoji=False, highlight=False, soft_wrap=True)

        yield advance, complain
