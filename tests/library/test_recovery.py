"""A library with a broken page, or without its first one, is built anew without losing what a person did."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.samples import NOW, article, store
from tui_reader.errors import LibraryDamaged
from tui_reader.library import Library
from tui_reader.library.feeds import Subscription
from tui_reader.library.recovery import recover
from tui_reader.model import Added, PassageMark
from tui_reader.query import Query

PAGE = 4096
ARTICLES = 120
PLACES = 20
FEED = "https://a.example/feed"


def filled(path: Path, *, copied: bool) -> list[dict[str, object]]:
    """A library of several hundred pages, with a backup. Returns the reader's data in it."""
    noise = random.Random(7)  # noqa: S311 - test data
    with Library.open(path) as library:
        for number in range(ARTICLES):
            text = "".join(chr(noise.randrange(0x4E00, 0x9000)) for _ in range(900))
            stored = store(
                library, article(f"第{number}篇", text, tags=(f"標{number % 7}",)), str(number).encode() * 999
            )
            assert isinstance(stored, Added)
            article_id = stored.row.article_id
            if number % 3 == 0:
                library.set_state((article_id,), bookmarked=True, now=NOW)
                library.retag((article_id,), add=(f"自己{number}",))
                library.highlight(PassageMark(article_id, 0, 0, text[:5], f"筆記{number}"), NOW)
        library.feeds.add([Subscription(FEED, "碼頭週報", "新闻", 7)])
        library.feeds.note_item(FEED, "item", 1)
        library.backups.save_reader_data()
        if copied:
            library.backups.copy_if_due()
        records = library.backups.records()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return records


def by_hash(records: list[dict[str, object]]) -> list[dict[str, object]]:
    """In an order that does not depend on which articles are there."""
    return sorted(records, key=lambda record: str(record.get("sha256", "")))


def overwrite(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(random.Random(page).randbytes(PAGE))  # noqa: S311 - test data


@pytest.mark.slow
@pytest.mark.parametrize("place", range(PLACES))
def test_noise_on_any_page_loses_nothing_a_person_did(path: Path, place: int) -> None:
    before = filled(path, copied=False)
    overwrite(path, place * (path.stat().st_size // PAGE) // PLACES)
    recovery = recover(path, NOW)
    assert recovery.aside.exists()
    with Library.open(path) as library:
        assert by_hash(before) == by_hash(library.backups.records())
        assert (ARTICLES - len(recovery.lost) == library.count()) or place == 0
        if place:
            assert len(recovery.lost) <= ARTICLES // 4


def test_the_daily_copy_gives_back_what_the_file_lost(path: Path) -> None:
    filled(path, copied=True)
    overwrite(path, 0)
    with pytest.raises(LibraryDamaged):
        Library.open(path)
    recovery = recover(path, NOW)
    assert ((), ARTICLES) == (recovery.lost, recovery.articles)
    with Library.open(path) as library:
        assert ARTICLES == library.count()
        assert 40 == len(library.bookmarks())


def test_a_sound_library_comes_out_equal(path: Path) -> None:
    before = filled(path, copied=False)
    assert ((), 0) == (recover(path, NOW).lost, recover(path, NOW).copied)
    with Library.open(path) as library:
        assert before == library.backups.records()
        assert (1,) == library.listing(Query(feeds=("碼頭",))).article_ids
        assert set() == library.feeds.unseen(FEED, ["item"])


def test_what_is_no_database_at_all_leaves_its_backup(path: Path) -> None:
    filled(path, copied=False)
    path.write_bytes(b"no database")
    recovery = recover(path, NOW)
    assert (0, 40) == (recovery.articles, recovery.waiting)
    assert b"no database" == recovery.aside.read_bytes()
