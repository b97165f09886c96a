"""`tui-reader [PATH...]`: starts the reader after checking that it can run."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING

from tui_reader.cli.declarations import COMMANDS
from tui_reader.cli.output import is_terminal
from tui_reader.errors import SourceError, UsageError
from tui_reader.locale import _
from tui_reader.text.urls import begins_with_url

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from tui_reader.app.session import Session
    from tui_reader.cli.output import Output

REFUSED, USAGE = 1, 2


def read(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Start the reader, which then imports the named inputs. Without a terminal: import, then report what is missing."""
    if "-" in asked.paths:
        raise UsageError("the reader needs standard input for keys: run tui-reader import - first")
    if asked.paths and not _any_there(asked.paths, output):
        return REFUSED
    if not _is_served() and not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        return _without_a_terminal(asked, session, output)
    return _on_screen(asked, session)


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Pause Python's cyclic garbage collector, at most within the context: until the reader's first frame.

    Loading the screen makes many objects and almost no garbage; on two cores the collections took 30 of 285 ms of a
    start. The collector is touched in this module only.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _is_served() -> bool:
    """Whether a web server drives the screen, through pipes: `tui-reader serve`."""
    return "TEXTUAL_DRIVER" in os.environ


def _on_screen(asked: argparse.Namespace, session: Session) -> int:
    """Ask the terminal for its cell widths, load the screen meanwhile, and start."""
    from tui_reader.ui.core.probe import UNANSWERED, asking, names_utf8  # noqa: PLC0415 - only for the screen

    with contextlib.ExitStack() as stack:
        question = None
        if session.setting("ambiguous_width") not in {"1", "2"} and not _is_served():
            question = stack.enter_context(asking(sys.stdin.fileno(), sys.stdout.fileno()))
        from tui_reader.ui.app import run  # noqa: PLC0415 - the screen is what takes time to load

        try:
            answer = question.answer() if question else UNANSWERED
        except OSError:
            answer = UNANSWERED
    answer = answer._replace(is_utf8=answer.is_utf8 and (_is_served() or names_utf8(os.environ)))
    status = run(
        session,
        answer=answer,
        import_paths=asked.paths,
        own_tags=asked.tag,
        watch=[*asked.watch, *session.preferences.config.watch],
        on_first_frame=gc.enable,
    )
    gc.freeze()  # the last collections of a process that ends find nothing to do: 100 of 340 ms after `q`
    return status


def _without_a_terminal(asked: argparse.Namespace, session: Session, output: Output) -> int:
    if not asked.paths:
        raise UsageError("the reader needs a terminal; tui-reader list and show do not")
    from tui_reader.cli.importing import import_all  # noqa: PLC0415 - only here

    import_all(session, asked.paths, asked.tag, output)
    output.complain("the reader needs a terminal; use tui-reader list and show for the imported articles")
    return USAGE


def _any_there(paths: list[str], output: Output) -> bool:
    """Whether any named input exists. If none does (a mistyped command), each is reported, with a suggestion."""
    from tui_reader.sources.reading import status_of  # noqa: PLC0415 - only where something is named

    missing: list[SourceError] = []
    for path in paths:
        if begins_with_url(path):
            return True
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
    """The command closest to a mistyped word."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where a word was not understood

    close = get_close_matches(word, [name for name in COMMANDS if name], n=1)
    return _(" (did you mean {close}?)").format(close=close[0]) if close else ""
