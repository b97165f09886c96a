"""The bar that a person watches: how much is done, how fast it goes, when it ends. On stderr."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from tui_reader.cli.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Task

    from tui_reader.cli.importing import Watch
    from tui_reader.model import Progress as Step

TOLD_FROM = 10
"""Articles a second from which a fraction says nothing more."""


class Rate(ProgressColumn):
    """Articles a second, lately."""

    def render(self, task: Task) -> Text:
        """Empty until it is known."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.{0 if speed >= TOLD_FROM else 1}f}/s" if speed else "")


@contextmanager
def bar(doing: str) -> Iterator[Watch]:
    """How to show steps and to complain while the bar stands there."""
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn(compact=True))
    with Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=10.0) as shown:
        task = shown.add_task(doing, total=None)

        def advance(step: Step) -> None:
            shown.update(task, completed=step.done, total=step.total)

        def complain(sentence: str) -> None:
            # Rich moves the bar down for what goes through its own print; sentences are no markup.
            shown.console.print(Output.complaint(sentence), markup=False, emoji=False, highlight=False, soft_wrap=True)

        yield advance, complain
