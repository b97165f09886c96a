"""Libraries and folders that may not be written or read."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.samples import NOW, put
from tests.library.test_opening import adding_a_table
from tui_reader.errors import (
    LibraryError,
    LibraryReadOnly,
)
from tui_reader.library import Library, schema
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
            with pytest.raises(LibraryReadOnly, match="read-only"):
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
        with pytest.raises(LibraryReadOnly, match=r"cannot create the library .* \(Permission denied\)"):
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
    monkeypatch.setattr("tui_reader.library.opening.MIGRATIONS", (*schema.MIGRATIONS, adding_a_table))
    request.getfixturevalue("ordinary")
    with pytest.raises(LibraryReadOnly, match="older version"):
        Library.open(path)
