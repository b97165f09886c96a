"""`import`: a line for what was refused, a count of the rest, and a bar while a person waits. All on stderr."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui_reader.cli.output import is_terminal
from tui_reader.model import Added, AlreadyHere, Outcome, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

    from tui_reader.cli.output import Output
    from tui_reader.session import Progress, Session

OK, REFUSED = 0, 1

ADDED, UPDATED, HERE, REFUSALS = "added", "updated", "already here", "refused"


def import_all(session: Session, named: Sequence[str], own_tags: Sequence[str], output: Output) -> int:
    """Import what is named, say how it went. The exit status."""
    stdin: BinaryIO | None = None if sys.stdin is None else sys.stdin.buffer
    counts: Counter[str] = Counter()
    with _bar(output) as (advance, complain):
        for progress in session.import_paths(named, own_tags=own_tags, stdin=stdin):
            outcome = progress.outcome
            counts[kind_of(outcome)] += 1
            if isinstance(outcome, Refused):
                complain(f"{outcome.where}: {outcome.reason}")
            advance(progress)
    output.note(summary(counts))
    return REFUSED if counts[REFUSALS] else OK


def kind_of(outcome: Outcome) -> str:
    """What an outcome is counted as."""
    match outcome:
        case Added(updated=updated):
            return UPDATED if updated else ADDED
        case AlreadyHere():
            return HERE
        case Refused():
            return REFUSALS


def summary(counts: Counter[str]) -> str:
    """`5 added, 1 refused`; kinds that did not occur are left out."""
    parts = [f"{counts[kind]} {kind}" for kind in (ADDED, UPDATED, HERE, REFUSALS) if counts[kind]]
    return ", ".join(parts) or "nothing to import"


@contextmanager
def _bar(output: Output) -> Iterator[tuple[Callable[[Progress], None], Callable[[str], None]]]:
    """How to show progress and to complain: with a bar where a person looks at stderr, else in plain lines."""
    if not is_terminal(sys.stderr):
        yield (lambda _progress: None), output.complain
        return
    from rich.console import Console  # noqa: PLC0415 - a tenth of a second that only a person looking on needs
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("importing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("importing", total=None)

        def complain(sentence: str) -> None:
            # Rich moves the bar down for what goes through its own print; sentences are no markup.
            bar.console.print(output.complaint(sentence), markup=False, emoji=False, highlight=False, soft_wrap=True)

        yield (lambda progress: bar.update(task, completed=progress.done, total=progress.total)), complain
