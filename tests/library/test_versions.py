"""Libraries written by each earlier version, two articles each, open and keep everything."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.samples import put, titles
from tui_reader.errors import LibraryReadOnly, LibraryTooNew
from tui_reader.library import Library, schema
from tui_reader.model import Position

VERSIONS = Path(__file__).parent / "versions"


def opened(path: Path, version: int) -> Library:
    path.parent.mkdir(parents=True)
    path.write_bytes(gzip.decompress((VERSIONS / f"v{version}.db.gz").read_bytes()))
    return Library.open(path)


def test_there_is_a_file_of_every_earlier_version() -> None:
    assert len(schema.MIGRATIONS) - 1 == len(list(VERSIONS.glob("v*.db.gz")))


@pytest.mark.parametrize("version", range(1, len(schema.MIGRATIONS)))
def test_an_earlier_library_opens_and_keeps_everything(path: Path, version: int) -> None:
    with opened(path, version) as library:
        row = library.resolve("411d920")
        assert ("港口的早晨", "王小明", "2024-03-05") == (row.title, row.author, row.published)
        assert (True, True) == (row.bookmarked, row.read)
        assert {"舊版", "港口"} <= set(row.tags)
        stored = library.stored(row.article_id)
        assert Position(1, 4, "清晨五點") == stored.position
        assert "清晨五點" in stored.article.body[0].text
        assert "高雄報導" in library.source(row.article_id).decode()
        assert ["港口的早晨"] == titles(library, "颱風")
        assert 2 == library.count()


@pytest.mark.parametrize(("version", "lines", "highlights"), [(1, 0, 0), (2, 1, 0), (3, 1, 1), (4, 1, 1)])
def test_lines_and_highlights_of_an_earlier_library_are_kept(
    path: Path, version: int, lines: int, highlights: int
) -> None:
    with opened(path, version) as library:
        article_id = library.resolve("411d920").article_id
        assert lines == len(library.amendments(article_id))
        assert highlights == len(library.highlights(article_id))


def test_an_article_of_an_earlier_library_can_be_deleted_and_restored(path: Path) -> None:
    with opened(path, 1) as library:
        article_id = library.resolve("411d920").article_id
        library.trash.undo(library.trash.delete((article_id,)))
        assert 2 == library.count()


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
    with pytest.raises(LibraryTooNew, match="newer version"):
        Library.open(path)
    assert before == path.read_bytes()
