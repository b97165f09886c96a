"""Reporting of library changes on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.app.session import Session
    from tui_reader.app.undoing import AnyChange
    from tui_reader.cli.output import Output

OK = 0


def report_change(change: AnyChange, session: Session, output: Output) -> int:
    """Print the change, add it to the journal, and update the backups. Returns the exit status."""
    output.note(change.sentence)
    session.record(change)
    session.save_backups()
    return OK
