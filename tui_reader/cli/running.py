"""Runs one command; errors become messages here and nowhere else."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui_reader import locale
from tui_reader.cli.output import Output, OutputClosed
from tui_reader.errors import TuiReaderError, UsageError
from tui_reader.locale import _
from tui_reader.locale.languages import (
    LANGUAGES,
    language_named,
    language_of_locale,
    language_of_variable,
    split_option,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tui_reader.app.session import Session

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130

CONFIGURED = frozenset({"config", "keys"})
"""Commands that use the settings."""

READING = frozenset({"list", "show", "bookmarks", "export", "highlights", "config"})
"""Commands that only read: without a library they read an empty one, and create no file."""


def run(argv: Sequence[str]) -> int:
    """Run one command and return its exit status; every failure is reported on stderr."""
    output = Output()
    try:
        status = _dispatched(*_in_language(argv), output)
        output.flush()
    except OutputClosed:
        status = OK
    except TuiReaderError as error:
        output.complain(str(error))
        status = USAGE if isinstance(error, UsageError) else FAILED
    except KeyboardInterrupt:
        status = INTERRUPTED
    output.abandon()
    return status


def _in_language(argv: Sequence[str]) -> tuple[list[str], str | None]:
    """Set the language: of --lang, else TUI_READER_LANG, `language` in config.toml, or the locale.

    Returns all other words, and the language if one of the first two names it.
    """
    words, named = split_option(argv)
    given = language_named(named) if named is not None else language_of_variable(os.environ)
    locale.use(given or _configured_language() or language_of_locale(os.environ))
    if named is not None and given is None:
        raise UsageError(_("--lang needs one of {languages}, not {given}").format(
            languages=", ".join(LANGUAGES), given=repr(named)
        ))  # fmt: skip
    return words, given


def _configured_language() -> str | None:
    from tui_reader import config, paths  # noqa: PLC0415 - what --help needs not load

    named = config.load(paths.config_path()).language
    return None if named is None else language_named(named)


def _dispatched(words: Sequence[str], language: str | None, output: Output) -> int:
    from tui_reader.cli.arguments import parse  # noqa: PLC0415 - a failure in it is one to report

    asked = parse(words)
    asked.lang = language
    if asked.name == "help":
        output.raw(asked.text)
        return OK
    if asked.name:
        from tui_reader.cli.dispatch import function_of  # noqa: PLC0415

        with _existing_library(asked), _session(asked, configured=asked.name in CONFIGURED) as session:
            try:
                return function_of(asked.name)(asked, session, output)
            finally:
                _report_recovery(session, output)
    return _reader(asked, output)


@contextmanager
def _existing_library(asked: argparse.Namespace) -> Iterator[None]:
    """Direct a reading command to an empty temporary library if there is no library."""
    from pathlib import Path  # noqa: PLC0415

    from tui_reader import paths  # noqa: PLC0415

    data_dir = Path(asked.data_dir) if asked.data_dir else None
    if asked.name not in READING or not _is_missing(paths.library_path(paths.data_dir(data_dir))):
        yield
        return
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - rarely needed

    with TemporaryDirectory() as empty:
        asked.data_dir = empty
        yield


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        pass  # reported when the library is opened
    return False


def _reader(asked: argparse.Namespace, output: Output) -> int:
    if asked.version:
        from tui_reader import __version__  # noqa: PLC0415

        output.text(f"tui-reader {__version__}")
        return OK
    from tui_reader.cli.reading import collector_paused, read  # noqa: PLC0415

    with collector_paused(), _session(asked, configured=True) as session:
        if asked.lang is None and (chosen := session.setting("language")) is not None:
            locale.use(language_named(chosen) or locale.language())
        try:
            return read(asked, session, output)
        finally:
            _report_recovery(session, output)


def _report_recovery(session: Session, output: Output) -> None:
    if session.recovery is not None:
        from tui_reader.cli.maintenance import report_recovery  # noqa: PLC0415 - rarely needed

        report_recovery(session, output)


def _session(asked: argparse.Namespace, *, configured: bool = False) -> Session:
    """The session of a command. Only the reader and `CONFIGURED` use settings, and report errors in them."""
    from pathlib import Path  # noqa: PLC0415

    from tui_reader import config, paths  # noqa: PLC0415
    from tui_reader.app.session import Session  # noqa: PLC0415

    data_dir = Path(asked.data_dir) if asked.data_dir else None
    settings = config.load(paths.config_path()) if configured else None
    return Session(
        data_dir,
        config=settings,
        config_path=paths.config_path(),
        glossary=paths.glossary_path(),
        allow_private=getattr(asked, "allow_private", False),
    )
