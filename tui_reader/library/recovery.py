"""A damaged library is set aside and built anew: from its own readable pages, the daily copy and the reader's backup.

The new file is complete before it takes the library's place, and the damaged one is kept beside it.
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
from tui_reader.library import backups, reader_data, salvage, stories
from tui_reader.library.connections import connect, transaction
from tui_reader.library.failures import translated
from tui_reader.library.indexing import start_over
from tui_reader.library.rows import insert, rows_of
from tui_reader.library.schema import migrate

_WAL: Final = "-wal"
_COMPANIONS: Final = (_WAL, "-shm")


@dataclass(frozen=True, slots=True)
class Recovery:
    """What became of a damaged library.

    `aside`: where the damaged file is now. `articles`: how many are in the new library. `copied`: how many of them came
    from the daily copy. `lost`: (title, path) of articles whose content is gone. `backup`: the reader's backup that was
    merged. `waiting`: records of it whose articles are not in the library, kept until they are imported.
    """

    aside: Path
    articles: int
    copied: int
    lost: tuple[tuple[str, str | None], ...]
    backup: Path | None
    waiting: int


def recover(path: Path, now: datetime) -> Recovery:
    """Build the library anew from what is left of it and its backups. Raises LibraryError; the file is unchanged then."""
    part, work = (path.with_name(f".{path.name}.{use}-{os.getpid()}") for use in ("new", "read"))
    aside = path.with_name(f"{path.stem}-damaged-{now.strftime('%Y%m%dT%H%M%SZ')}{path.suffix}")
    try:
        with translated(path), closing(_new(part)) as db:
            recovery = _fill(db, path, work, aside)
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _exchange(path, part, aside)
    except OSError as error:
        raise LibraryError(f"the damaged library {path} could not be repaired ({error})") from error
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
    """Read a working copy, so that the damaged file stays as it is. A broken first page is taken from the backups."""
    for first_page in (None, *backups.first_pages(path)):
        shutil.copyfile(path, work)
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{path}{_WAL}", f"{work}{_WAL}")
        if first_page is not None:
            with work.open("r+b") as file:
                file.write(backups.first_page(first_page))
        with suppress(sqlite3.Error), closing(connect(work, "rw", patience=0)) as damaged:
            damaged.execute("SELECT count(*) FROM sqlite_master").fetchone()
            with suppress(sqlite3.Error):
                migrate(damaged)
            with transaction(db, "BEGIN"):
                salvage.salvage(damaged, db)
            return


def _add_missing(db: sqlite3.Connection, copy: Path) -> None:
    """Add the articles of a sound copy that were lost, with all that belongs to them."""
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
    """Merge the newest backup of the reader's data that can be read. Returns it, and how many records wait."""
    for backup in backups.reader_backups(path):
        with suppress(UsageError, OSError):
            _, waiting = reader_data.merge(db, backups.read_records(backup.read_bytes(), str(backup)))
            return backup, waiting
    return None, 0


def _exchange(path: Path, part: Path, aside: Path) -> None:
    """Set the damaged file aside under a second name first, so that at no moment the library is missing."""
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
