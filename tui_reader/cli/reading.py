"""`tui-reader [PATH...]`: the reader itself, after a look at whether it can open."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui_reader.cli.arguments import COMMANDS
from tui_reader.cli.output import is_terminal
from tui_reader.errors import SourceError, UsageError

if TYPE_CHECKING:
    import argparse

    from tui_reader.app.session import Session
    from tui_reader.cli.output import Output

REFUSED, USAGE = 1, 2


def read(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Open the reader; it imports what is named once it stands. Without a terminal: import, then say what is missing."""
    if "-" in asked.paths:
        raise UsageError("the reader takes its keys from standard input: use tui-reader import - first")
    if asked.paths and not _any_there(asked.paths, output):
        return REFUSED
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        return _without_a_terminal(asked, session, output)
    from tui_reader.ui.app import run  # noqa: PLC0415 - the screen is what takes time to load

    return run(session, import_paths=asked.paths, own_tags=asked.tag)


def _without_a_terminal(asked: argparse.Namespace, session: Session, output: Output) -> int:
    if not asked.paths:
        raise UsageError("the reader needs a terminal; tui-reader list and show work without one")
    from tui_reader.cli.importing import import_all  # noqa: PLC0415 - only here

    import_all(session, asked.paths, asked.tag, output)
    output.complain("the reader needs a terminal; tui-reader list and show read what was imported without one")
    return USAGE


def _any_there(paths: list[str], output: Output) -> bool:
    """Whether anything named exists. Nothing does after a slip in a command's name: then each is named, and help given."""
    from tui_reader.sources.reading import status_of  # noqa: PLC0415 - only where something is named

    missing: list[SourceError] = []
    for path in paths:
        try:
            status_of(path)
        except SourceError as error:
            missing.append(error)
    if len(missing) < len(paths):
        return True
    for fault in missing:
        output.complain(f"{fault}{_meant(fault.where)}")
    return False


def _meant(word: str) -> str:
    """The command that a word may have been meant as."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where a word was not understood

    close = get_close_matches(word, [name for name in COMMANDS if name], n=1)
    return f" (is {close[0]} the command you mean?)" if close else ""
