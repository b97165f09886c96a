"""Libraries that are new, old, too new, read-only, busy, full, damaged, or no libraries."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.samples import NOW, article, put, store, titles
from tui_reader.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryFull,
)
from tui_reader.library import Library, schema
from tui_reader.library.connections import transaction
from tui_reader.query import Query

NOBODY = 65534


def test_a_new_library_is_its_owner_s_alone(path: Path) -> None:
    with Library.open(path) as library:
        assert not library.read_only
        assert (path, 0) == (library.path, library.count())
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert [path] == list(path.parent.iterdir())


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    (tmp_path / "library.db").touch()
    with Library.open(tmp_path / "library.db") as library:
        put(library)


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    path = tmp_path / "資料 ?#%41&=;'\"" / os.fsdecode(b"\xff.db")
    with Library.open(path) as library:
        put(library)
    assert path.exists()


def test_every_version_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(path) as library:
        put(library, "甲")
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, adding_a_table))
    monkeypatch.setattr("tui_reader.library.opening.MIGRATIONS", schema.MIGRATIONS)
    for _ in range(2):
        with Library.open(path) as library:
            assert ["甲"] == titles(library, "甲")
    with closing(sqlite3.connect(path)) as db:
        assert len(schema.MIGRATIONS) == schema.version_of(db)


def adding_a_table(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE later (x)")


def test_a_migration_that_fails_leaves_the_version_before(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(db: sqlite3.Connection) -> None:
        adding_a_table(db)
        db.execute("DROP TABLE article")
        raise sqlite3.OperationalError("out of luck")

    with Library.open(path) as library:
        put(library, "甲")
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, failing))
        patch.setattr("tui_reader.library.opening.MIGRATIONS", schema.MIGRATIONS)
        with pytest.raises(LibraryError, match="out of luck"):
            Library.open(path)
    with Library.open(path) as library:
        assert ["甲"] == titles(library)


@pytest.mark.parametrize(
    "data", [b"x", b"hello, world\n" * 99, b"\x00" * 5000, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_file_that_is_no_library_is_left_as_it_is(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(data)
    with pytest.raises(LibraryDamaged, match=r"notes\.txt"):
        Library.open(path)
    assert data == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_a_database_of_another_program_is_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE article (x)")
    before = path.read_bytes()
    with pytest.raises(LibraryDamaged, match="another program"):
        Library.open(path)
    assert before == path.read_bytes()


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryDamaged, match="folder"):
        Library.open(tmp_path)


def test_a_path_through_a_file_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="part of this path is a file"):
        Library.open(tmp_path / "file" / "library.db")


def _broken(path: Path) -> None:
    """A library whose pages are overwritten all over but the first."""
    with Library.open(path) as library, library.batch():
        for number in range(100):
            put(library, f"第{number}", "文字" * 500)
    data = bytearray(path.read_bytes())
    for start in range(8192, len(data), 4096):
        data[start : start + 64] = b"\xa5" * 64
    path.write_bytes(data)


def test_a_damaged_page_is_said_to_be_and_left(path: Path) -> None:
    _broken(path)
    before = path.read_bytes()
    for ask in (
        lambda library: library.rows(library.listing(Query()).keys),
        lambda library: library.listing(Query.parse("文字")),
        lambda library: library.tag_counts(Query()),
        lambda library: library.stored(1),
        lambda library: library.set_state((1,), bookmarked=True, now=NOW),
        put,
    ):
        with (
            pytest.raises(LibraryDamaged, match=r"library\.db is damaged.*not changed"),
            Library.open(path) as opened,
        ):
            ask(opened)
    assert before == path.read_bytes()


def test_a_value_that_cannot_be_unpacked_is_damage(path: Path) -> None:
    with Library.open(path) as library:
        row = put(library)
        with closing(sqlite3.connect(path)) as db, db:
            db.execute("UPDATE content SET cleaned = x'00ff', source = x'00ff'")
        for ask in (library.stored, library.source):
            with pytest.raises(LibraryDamaged, match="decoded"):
                ask(row.article_id)
        assert [row.title] == titles(library)


def test_a_library_in_use_for_too_long_is_busy_for_writers_only(path: Path) -> None:
    with Library.open(path, patience=0.05) as library:
        row = put(library, "甲")
        with closing(sqlite3.connect(path, isolation_level=None)) as db, transaction(db, "BEGIN IMMEDIATE"):
            with pytest.raises(LibraryBusy, match="locked for too long"):
                library.set_state((row.article_id,), bookmarked=True, now=NOW)
            assert ["甲"] == titles(library, "甲")
            with Library.open(path, patience=0.05) as second:
                assert not second.read_only
                assert ["甲"] == titles(second)
        library.set_state((row.article_id,), bookmarked=True, now=NOW)
    assert not path.with_name("library.db-wal").exists()


def test_a_full_disk_loses_nothing(path: Path) -> None:
    with Library.open(path) as library:
        row = put(library, "甲")
        library.set_state((row.article_id,), bookmarked=True, now=NOW)
        with library._connections.reading() as db:
            (pages,) = db.execute("PRAGMA page_count").fetchone()
            db.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(LibraryFull, match="no space left"):
            store(library, article("乙"), os.urandom(100_000))
        assert ["甲"] == titles(library)
        assert [row.short_id] == [marked.short_id for marked in library.bookmarks()]
