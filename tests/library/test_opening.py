"""Libraries that are new, old, too new, read-only, busy, full, damaged, or no libraries."""

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.samples import NOW, article, put, store, titles
from tui_reader.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryReadOnly,
    LibraryTooNew,
)
from tui_reader.library import Library, schema
from tui_reader.library.connections import transaction
from tui_reader.model import Position
from tui_reader.query import Query

NOBODY = 65534


@pytest.fixture
def common() -> Iterator[Path]:
    """A folder that another user of the system may look into."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    for inner in (folder, *folder.rglob("*")):
        inner.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture
def ordinary() -> Iterator[None]:
    """Run as a user whom permissions bind."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    yield
    os.seteuid(0)


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
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, _adding_a_table))
    monkeypatch.setattr("tui_reader.library.opening.MIGRATIONS", schema.MIGRATIONS)
    for _ in range(2):
        with Library.open(path) as library:
            assert ["甲"] == titles(library, "甲")
    with closing(sqlite3.connect(path)) as db:
        assert len(schema.MIGRATIONS) == schema.version_of(db)


def _adding_a_table(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE later (x)")


def test_a_migration_that_fails_leaves_the_version_before(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(db: sqlite3.Connection) -> None:
        _adding_a_table(db)
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


def test_a_later_version_can_be_read(path: Path) -> None:
    with Library.open(path) as library:
        put(library, "甲")
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE article ADD COLUMN mood TEXT")
        db.execute("PRAGMA user_version=99")
    with Library.open(path) as library:
        assert library.read_only
        assert ["甲"] == titles(library)
        with pytest.raises(LibraryReadOnly):
            put(library, "乙")


def test_a_later_version_without_what_is_read_here_is_left_as_it_is(path: Path) -> None:
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE article RENAME COLUMN moment TO instant")
        db.execute("PRAGMA user_version=99")
    before = path.read_bytes()
    with pytest.raises(LibraryTooNew, match="later version"):
        Library.open(path)
    assert before == path.read_bytes()


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
            pytest.raises(LibraryDamaged, match=r"library\.db is damaged.*left as it is"),
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
            with pytest.raises(LibraryDamaged, match="unpacked"):
                ask(row.article_id)
        assert [row.title] == titles(library)


def test_a_library_in_use_for_too_long_is_busy_for_writers_only(path: Path) -> None:
    with Library.open(path, patience=0.05) as library:
        row = put(library, "甲")
        with closing(sqlite3.connect(path, isolation_level=None)) as db, transaction(db, "BEGIN IMMEDIATE"):
            with pytest.raises(LibraryBusy, match="in use by another process"):
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
        with pytest.raises(LibraryFull, match="no room left"):
            store(library, article("乙"), os.urandom(100_000))
        assert ["甲"] == titles(library)
        assert [row.short_id] == [marked.short_id for marked in library.bookmarks()]


def _assert_reads_only(path: Path) -> None:
    with Library.open(path) as library:
        assert library.read_only
        (article_id,) = library.listing(Query.parse("甲")).article_ids
        assert "甲" == library.stored(article_id).article.title
        for write in (
            lambda: library.set_state((article_id,), bookmarked=True, now=NOW),
            lambda: library.set_setting("a", "b"),
            lambda: library.remember(article_id, Position(0, 0, "")),
            lambda: put(library, "乙"),
        ):
            with pytest.raises(LibraryReadOnly, match="cannot be written"):
                write()
        assert library.setting("a") is None


def test_a_file_that_may_not_be_written_can_be_read(common: Path, request: pytest.FixtureRequest) -> None:
    path = common / "library.db"
    with Library.open(path) as library:
        put(library, "甲")
    path.chmod(0o444)
    request.getfixturevalue("ordinary")
    _assert_reads_only(path)


def test_a_folder_that_may_not_be_written_can_be_read(common: Path, request: pytest.FixtureRequest) -> None:
    path = common / "library.db"
    with Library.open(path) as library:
        put(library, "甲")
    path.chmod(0o666)
    common.chmod(0o555)
    request.getfixturevalue("ordinary")
    _assert_reads_only(path)


def test_a_folder_that_may_not_be_written_shows_what_another_process_just_wrote(
    common: Path,
    request: pytest.FixtureRequest,
) -> None:
    path = common / "library.db"
    with Library.open(path) as library:
        put(library, "甲")
        for file in common.iterdir():
            file.chmod(0o444)
        common.chmod(0o555)
        request.getfixturevalue("ordinary")
        _assert_reads_only(path)


def test_no_library_where_none_can_be_made(common: Path, request: pytest.FixtureRequest) -> None:
    common.chmod(0o555)
    request.getfixturevalue("ordinary")
    for path in (common / "library.db", common / "deeper" / "library.db"):
        with pytest.raises(
            LibraryReadOnly, match=r"there is no library at .*none can be made there \(Permission denied\)"
        ):
            Library.open(path)


def test_a_library_that_may_not_be_read_is_said_to_be(common: Path, request: pytest.FixtureRequest) -> None:
    path = common / "library.db"
    Library.open(path).close()
    path.chmod(0)
    request.getfixturevalue("ordinary")
    with pytest.raises(LibraryError, match=r"cannot be read \(Permission denied\)"):
        Library.open(path)


def test_an_earlier_version_that_cannot_be_written_cannot_be_used(
    common: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    path = common / "library.db"
    Library.open(path).close()
    path.chmod(0o444)
    monkeypatch.setattr("tui_reader.library.opening.MIGRATIONS", (*schema.MIGRATIONS, _adding_a_table))
    request.getfixturevalue("ordinary")
    with pytest.raises(LibraryReadOnly, match="earlier version"):
        Library.open(path)
