"""The commands `delete`, `trash`, `backup` and `doctor`."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui_reader import __version__, paths
from tui_reader.app.repairing import describe, reimport_lost
from tui_reader.errors import LibraryDamaged, LibraryError, UsageError
from tui_reader.library.upkeep import SQLITE_VERSION
from tui_reader.locale import _, ngettext, pgettext
from tui_reader.text.cells import width

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from tui_reader.app.session import Session
    from tui_reader.cli.output import Output

OK, PROBLEMS = 0, 1

DOCTOR = "doctor"
"""Context of the catalogues: labels of `doctor`."""

_PACKAGES: Final = (
    "textual",
    "rich",
    "beautifulsoup4",
    "opencc-python-reimplemented",
    "lxml",
    "platformdirs",
    "httpx",
    "feedparser",
)


def delete(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Move articles to the trash: all of them, or none if an id is unknown."""
    article_ids = [session.library.resolve(short_id).article_id for short_id in asked.ids]
    change = session.library.trash.delete(dict.fromkeys(article_ids))
    output.note(_("{sentence} (tui-reader trash lists them)").format(sentence=change.sentence))
    session.record(change)
    session.save_backups()
    return OK


def trash(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """List the trash, restore articles from it, or empty it."""
    action, *short_ids = asked.words or ["list"]
    deleted = session.library.trash
    if action == "restore" and short_ids:
        for short_id in short_ids:
            article_id = deleted.restore_id(short_id)
            output.note(_("restored {title}").format(title=session.library.rows((article_id,))[0].title))
    elif action == "empty" and not short_ids:
        count = deleted.empty()
        text = ngettext("{count} article deleted permanently", "{count} articles deleted permanently", count)
        output.note(text.format(count=count))
    elif action == "list" and not short_ids:
        for article in deleted.articles():
            if asked.json:
                output.record({"id": article.short_id, "title": article.title, "deleted_at": article.deleted_at})
            else:
                output.text(f"{article.short_id}  {article.deleted_at[:10]}  {article.title}")
    else:
        raise UsageError("trash takes nothing, restore ID..., or empty (see tui-reader trash --help)")
    return OK


def backup(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Write a backup, or merge one into the library."""
    backups = session.library.backups
    if asked.restore:
        return _restore(Path(asked.restore), session, output)
    if asked.file is None:
        saved = (backups.save_reader_data(), backups.copy_now())
        for path in filter(None, saved):
            output.text(str(path))
    elif asked.file == "-" or asked.file.endswith(".json"):
        text = backups.reader_data_text()
        if asked.file == "-":
            output.text(text)
        else:
            _write(Path(asked.file), text)
    else:
        backups.copy_to(Path(asked.file))
    return OK


def _restore(path: Path, session: Session, output: Output) -> int:
    from tui_reader.library.backups import read_records  # noqa: PLC0415 - used only here

    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(_("{path}: cannot be read ({why})").format(path=path, why=error.strerror)) from error
    merged, waiting = session.library.backups.merge(read_records(data, str(path)))
    sentence = _("merged the data of {count} articles").format(count=merged)
    if waiting:
        sentence += _("; {count} more kept until their articles are imported").format(count=waiting)
    output.note(sentence)
    return OK


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(_("{path}: cannot be written ({why})").format(path=path, why=error.strerror)) from error


def doctor(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Print versions, paths and sizes; check the library; repair it with `--repair`."""
    for name, value in (*_versions(), *_places(session)):
        output.text(_row(name, value))
    if not session.library_path.exists():
        output.text(_row("library", _("none yet")))
        return OK
    problems = _problems(session)
    for problem in problems:
        output.complain(problem)
    if session.recovery is None and asked.repair:
        return _repair(session, output, damaged=bool(problems))
    if not problems:
        output.text(_row("library", _("{count} articles, no problem found").format(count=session.library.count())))
    elif not asked.repair:
        output.complain("tui-reader doctor --repair rebuilds the library from its readable rows and its backups")
    return PROBLEMS if problems else OK


def _row(name: str, value: str) -> str:
    label = pgettext(DOCTOR, name)
    return f"{label}{' ' * max(28 - width(label), 0)} {value}"


def _problems(session: Session) -> tuple[str, ...]:
    try:
        return session.library.upkeep.problems()
    except LibraryDamaged as error:
        return (str(error),)


def _repair(session: Session, output: Output, *, damaged: bool) -> int:
    if damaged:
        session.close()
        session.repair()
    else:
        session.library.upkeep.reindex()
        text = _("{count} articles, no problem found; search index rebuilt")
        output.text(_row("library", text.format(count=session.library.count())))
    return OK


def report_recovery(session: Session, output: Output) -> None:
    """After a command that rebuilt a damaged library: import lost articles again and print a summary."""
    recovery = session.recovery
    if recovery is None:
        return
    session.recovery = None
    try:
        for sentence in reimport_lost(session.library, recovery, session.import_paths):
            output.complain(sentence)
    except LibraryError:
        output.complain(describe(recovery, 0))


def _versions() -> Iterator[tuple[str, str]]:
    yield "tui-reader", __version__
    yield "Python", f"{platform.python_version()} ({sys.platform})"
    yield "SQLite", SQLITE_VERSION
    for package in _PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            yield package, _("not installed")


def _places(session: Session) -> Iterator[tuple[str, str]]:
    from tui_reader.library.backups import folder_of  # noqa: PLC0415 - used only here

    for name, path in (
        ("library file", session.library_path),
        ("settings", paths.config_path()),
        ("glossary", paths.glossary_path()),
    ):
        size = _(" ({bytes:,} bytes)").format(bytes=path.stat().st_size) if path.exists() else _(" (none yet)")
        yield name, f"{path}{size}"
    folder = folder_of(session.library_path)
    count = len(list(folder.glob("*"))) if folder.is_dir() else 0
    yield "backups", _("{folder} ({count} files)").format(folder=folder, count=count)
