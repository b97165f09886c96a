"""`import` and `reclean`: rejected inputs, a summary, and a progress bar on a terminal. All on stderr."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from tui_reader.cli.output import is_terminal
from tui_reader.errors import UsageError
from tui_reader.library import ImportChange
from tui_reader.locale import _, ngettext
from tui_reader.model import Added, AlreadyHere, CleanedAgain, InTrash, Outcome, Refused
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence
    from typing import BinaryIO

    from tui_reader.app.session import Session
    from tui_reader.cli.bar import Watch
    from tui_reader.cli.output import Output
    from tui_reader.model import Progress, Row

OK, REFUSED = 0, 1

ADDED, UPDATED, HERE, TRASHED, CHANGED, SAME, REFUSALS, SIMILAR = (
    "{count} added", "{count} updated", "{count} already here", "{count} in the trash", "{count} changed",
    "{count} unchanged", "{count} refused", "{count} similar to others",
)  # fmt: skip


def import_all(
    session: Session, named: Sequence[str], own_tags: Sequence[str], output: Output, *, force: bool = False
) -> int:
    """Import the named inputs and report; returns the exit status."""
    stdin: BinaryIO | None = None if sys.stdin is None else sys.stdin.buffer
    steps = session.import_paths(named, own_tags=own_tags, stdin=stdin, force=force)
    return report_import("importing", steps, session, output, "nothing to import")


def import_watched(session: Session, asked: argparse.Namespace, output: Output) -> int:
    """Import what is saved in folders, with a summary of each batch, until it is interrupted."""
    from tui_reader.sources.watching import watch  # noqa: PLC0415 - few imports watch

    missing = [folder for folder in asked.watch if not Path(folder).is_dir()]
    if missing:
        raise UsageError(_("--watch needs a folder: {missing}").format(missing=missing[0]))
    output.note(_("watching {watch}; ctrl+c ends it").format(watch=", ".join(asked.watch)))
    try:
        for paths in watch(asked.watch, Event()):
            if paths:
                import_all(session, paths, asked.tag, output, force=asked.force)
    except KeyboardInterrupt:
        output.note("ended")
    return OK


def report_import(doing: str, steps: Iterable[Progress], session: Session, output: Output, nothing: str) -> int:
    """Run an import and report, and record it so that it can be undone; returns the exit status. `nothing`: said of none."""
    added: list[int] = []
    try:
        return _watched(doing, _noted(steps, added), output, nothing)
    finally:
        if added:
            text = ngettext("Import of {count} article", "Import of {count} articles", len(added))
            session.record(ImportChange(text.format(count=len(added)), tuple(added)))


def _noted(steps: Iterable[Progress], added: list[int]) -> Iterator[Progress]:
    """The steps; ids of new articles are appended to `added`, so that an interrupted import can be undone, too."""
    for step in steps:
        if isinstance(step.outcome, Added) and not step.outcome.updated:
            added.append(step.outcome.row.article_id)
        yield step


def clean_all_again(session: Session, article_ids: Sequence[int] | None, output: Output) -> int:
    """Re-clean articles and report; returns the exit status."""
    return _watched("cleaning", session.reclean(article_ids), output, "nothing to clean")


def _watched(doing: str, steps: Iterable[Progress], output: Output, nothing: str) -> int:
    counts: Counter[str] = Counter()
    with _watch(doing, output) as (advance, complain):
        for progress in steps:
            outcome = progress.outcome
            counts[kind_of(outcome)] += 1
            if isinstance(outcome, Refused):
                complain(f"{outcome.where}: {outcome.reason}")
            elif isinstance(outcome, Added) and outcome.similar is not None:
                counts[SIMILAR] += 1
                complain(describe_similar(outcome.where, outcome.similar))
            advance(progress)
    output.note(summary(counts) or nothing)
    return REFUSED if counts[REFUSALS] else OK


def describe_similar(where: str, similar: Row) -> str:
    """Sentence about an input that is another version of an article in the library."""
    return _("{where}: similar to {short_id} {title}").format(
        where=where, short_id=similar.short_id, title=one_line(similar.title)
    )


def kind_of(outcome: Outcome) -> str:
    """Name under which an outcome is counted."""
    match outcome:
        case Added(updated=updated):
            return UPDATED if updated else ADDED
        case AlreadyHere():
            return HERE
        case InTrash():
            return TRASHED
        case CleanedAgain(changed=changed):
            return CHANGED if changed else SAME
        case Refused():
            return REFUSALS


def summary(counts: Counter[str]) -> str:
    """`5 added, 1 refused`, without zero counts."""
    return _(", ").join(
        _(kind).format(count=counts[kind])
        for kind in (ADDED, UPDATED, HERE, TRASHED, CHANGED, SAME, REFUSALS, SIMILAR)
        if counts[kind]
    )


@contextmanager
def _watch(doing: str, output: Output) -> Iterator[Watch]:
    """Functions to show progress and to print errors: with a bar on a terminal, else plain lines."""
    if not is_terminal(sys.stderr):
        yield (lambda _progress: None), output.complain
        return
    from tui_reader.cli.bar import bar  # noqa: PLC0415 - a tenth of a second that only a person looking on needs

    with bar(doing) as watch:
        yield watch
