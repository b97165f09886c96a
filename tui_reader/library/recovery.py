"""Rebuilds a damaged library from its readable pages, the daily copy and the user data backup.

The new file replaces the library only when complete; the damaged file is kept next to it under another name.
"""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from os import fsdecode
from pathlib import Path
from typing import Final

from tui_reader.errors import LibraryError, UsageError
from tui_reader.library import backups, opening, reader_data, salvage, stories
from tui_reader.library.connections import connect, transaction
from tui_reader.library.failures import translated
from tui_reader.library.indexing import start_over
from tui_reader.library.rows import insert, rows_of
from tui_reader.library.schema import migrate
from tui_reader.locale import _

_WAL: Final = "-wal"
_COMPANIONS: Final = (_WAL, "-shm")


@dataclass(frozen=True, slots=True)
class Recovery:
    """Result of rebuilding a library."""

    aside: Path
    """New path of the damaged file."""
    articles: int
    """Number of articles in the new library."""
    copied: int
    """How many of them came from the daily copy."""
    lost: tuple[tuple[str, str | None], ...]
    """(title, path) of articles whose content is lost."""
    backup: Path | None
    """User data backup that was merged."""
    waiting: int
    """Number of its records without an article in the library, kept until the article is imported."""


def recover(path: Path, now: datetime) -> Recovery:
    """Rebuild the library from its readable rows and its backups. On LibraryError the file is unchanged."""
    part, work = (path.with_name(f".{path.name}.{use}-{os.getpid()}") for use in ("new", "read"))
    aside = path.with_name(f"{path.stem}-damaged-{now.strftime('%Y%m%dT%H%M%SZ')}{path.suffix}")
    try:
        with translated(path), closing(_new(part)) as db:
            recovery = _fill(db, path, work, aside)
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _exchange(path, part, aside)
    except OSError as error:
        raise LibraryError(
            _("the damaged library {path} could not be repaired ({why})").format(path=path, why=error)
        ) from error
    finally:
        _remove(part)
        _remove(work)
    return recovery


def _new(part: Path) -> sqlite3.Connection:
    _remove(part)
    part.touch(mode=0o600)
    db = connect(part, "rwc", patience=0)
    db.execute("PRAGMA journal_mode=WAL")
    migrate(db)
    return db


def _fill(db: sqlite3.Connection, path: Path, work: Path, aside: Path) -> Recovery:
    copy = next(iter(backups.library_backups(path)), None)
    _salvage_file(db, path, work)
    with transaction(db, "BEGIN"):
        gone = salvage.drop_incomplete(db)
        own = _count(db)
        if copy is not None:
            _add_missing(db, copy)
    db.execute("PRAGMA foreign_keys=ON")
    with transaction(db, "BEGIN"):
        backup, waiting = _merge_newest(db, path)
        start_over(db)
        stories.start_over(db)
    here = {title for (title,) in db.execute("SELECT title FROM article")}
    lost = tuple((title, None if at is None else fsdecode(at)) for title, at in gone if title not in here)
    return Recovery(aside, _count(db), _count(db) - own, lost, backup, waiting)


def _count(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) FROM article").fetchone()[0])


def _salvage_file(db: sqlite3.Connection, path: Path, work: Path) -> None:
    """Salvage rows from a working copy, so that the original stays unchanged; try backed-up first pages if its own is broken."""
    for intact in (None, *backups.first_pages(path)):
        shutil.copyfile(path, work)
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{path}{_WAL}", f"{work}{_WAL}")
        if intact is not None:
            with work.open("r+b") as file:
                file.write(opening.first_page(intact))
        with suppress(sqlite3.Error), closing(connect(work, "rw", patience=0)) as damaged:
            damaged.execute("SELECT count(*) FROM sqlite_master").fetchone()
            with suppress(sqlite3.Error):
                migrate(damaged)
            with transaction(db, "BEGIN"):
                salvage.salvage(damaged, db)
            return


def _add_missing(db: sqlite3.Connection, copy: Path) -> None:
    """Add lost articles, with tags, highlights and edits, from an intact copy."""
    known = {digest for (digest,) in db.execute("SELECT sha256 FROM content UNION SELECT sha256 FROM trash")}
    with suppress(sqlite3.Error), closing(connect(copy, "ro", patience=0)) as sound:
        db.executemany(
            "INSERT OR IGNORE INTO tag (key, fold, name) VALUES (?, ?, ?)",
            sound.execute("SELECT key, fold, name FROM tag"),
        )
        for content in sound.execute("SELECT article, sha256, cleaned, verdicts, source FROM content"):
            if (
                content[1] not in known
                and not db.execute("SELECT 1 FROM article WHERE key = ?", content[:1]).fetchone()
            ):
                for table, rows in rows_of(sound, content[0]):
                    insert(db, table, rows)
                db.execute(
                    "INSERT INTO content (article, sha256, cleaned, verdicts, source) VALUES (?, ?, ?, ?, ?)", content
                )


def _merge_newest(db: sqlite3.Connection, path: Path) -> tuple[Path | None, int]:
    """Merge the newest readable user data backup. Returns its path and the number of records without an article."""
    for backup in backups.reader_backups(path):
        with suppress(UsageError, OSError):
            _, waiting = reader_data.merge(db, backups.read_records(backup.read_bytes(), str(backup)))
            return backup, waiting
    return None, 0


def _exchange(path: Path, part: Path, aside: Path) -> None:
    """Link the damaged file to a second name, then replace it, so that the library exists at every moment."""
    try:
        os.link(path, aside)
    except OSError:
        shutil.copyfile(path, aside)
    for ending in _COMPANIONS:
        with suppress(FileNotFoundError):
            Path(f"{path}{ending}").replace(f"{aside}{ending}")
    part.replace(path)


def _remove(path: Path) -> None:
    for ending in ("", *_COMPANIONS):
        Path(f"{path}{ending}").unlink(missing_ok=True)
