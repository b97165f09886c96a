"""Reports a change of the library and makes it undoable."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.app.session import Session
    from tui_reader.app.undoing import AnyChange
    from tui_reader.cli.output import Output

OK = 0


def report_change(change: AnyChange, session: Session, output: Output) -> int:
    """Print what changed, and record it in the journal and in the backups; returns the exit status."""
    output.note(change.sentence)
    session.record(change)
    session.save_backups()
    return OK
