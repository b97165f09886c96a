"""Several threads, several processes, processes that are killed."""

import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.samples import NOW, article, put, store, tags, titles
from tui_reader.library import Library
from tui_reader.library.connections import transaction
from tui_reader.query import Query

pytestmark = pytest.mark.slow

PRELUDE = """
import sys, time
from contextlib import closing
from pathlib import Path
from tests.library.samples import NOW, put
from tui_reader.library import Library

library = Library.open(Path(sys.argv[1]))
"""


def started(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PRELUDE + script, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
    )


def killed_after_done(script: str, *arguments: object) -> None:
    with started(script, *arguments) as process:
        assert process.stdout is not None
        assert "done\n" == process.stdout.readline()
        process.kill()
        assert -signal.SIGKILL == process.wait()


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("set_state((1,), bookmarked=True, now=NOW)", (True, False, ())),
        ("set_state((1,), read=True, now=NOW)", (False, True, ())),
        ("retag((1,), add=('自己',))", (False, False, ("自己",))),
    ],
)
def test_what_was_confirmed_survives_a_kill(
    library: Library, path: Path, act: str, expected: tuple[object, ...]
) -> None:
    put(library, "甲")
    killed_after_done(f"library.{act}; print('done', flush=True); time.sleep(60)", path)
    with Library.open(path) as again:
        (row,) = again.rows((1,))
        assert expected == (row.bookmarked, row.read, row.tags)


def test_an_import_that_is_killed_keeps_what_it_stored(path: Path) -> None:
    script = """
with library.batch():
    for number in range(100):
        put(library, f"第{number}", "批次")
    print("done", flush=True)
    time.sleep(60)
"""
    killed_after_done(script, path)
    with Library.open(path) as library:
        assert 100 == library.count()
        assert 100 == len(titles(library, "批次"))


def test_a_transaction_that_is_killed_leaves_nothing(path: Path) -> None:
    script = """
with library._connections.writing() as db:
    db.execute("INSERT INTO setting VALUES ('half', 'done')")
    print("done", flush=True)
    time.sleep(60)
"""
    killed_after_done(script, path)
    with Library.open(path) as library:
        assert library.setting("half") is None
        put(library)


def test_processes_that_start_at_once_make_one_library(path: Path) -> None:
    script = 'put(library, sys.argv[2]); print("done", flush=True)'
    processes = [started(script, path, number) for number in range(4)]
    assert ["done\n"] * 4 == [process.communicate()[0] for process in processes]
    with Library.open(path) as library:
        assert ["0", "1", "2", "3"] == sorted(titles(library))


def test_two_processes_lose_no_change_of_each_other(library: Library, path: Path) -> None:
    put(library, "甲")
    script = """
for number in range(60):
    library.retag((1,), add=(f"{sys.argv[2]}{number}",))
    put(library, f"{sys.argv[2]}{number}")
print("done", flush=True)
"""
    processes = [started(script, path, name) for name in "ab"]
    assert ["done\n"] * 2 == [process.communicate()[0] for process in processes]
    assert {f"{name}{number}" for name in "ab" for number in range(60)} == set(tags(library, 1))
    assert 121 == library.count()


def test_threads_lose_no_change_of_each_other(library: Library) -> None:
    rows = [put(library, f"第{number}") for number in range(8)]

    def work(name: int) -> None:
        for row in rows:
            library.retag((row.article_id,), add=(f"標籤{name}",))
            library.set_state((row.article_id,), bookmarked=name % 2 == 0, now=NOW)
            assert 8 == len(library.listing(Query.parse("第")).article_ids)
            assert row.short_id == library.stored(row.article_id).row.short_id

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert [8] * 8 == [len(tags(library, row.article_id)) for row in rows]


def test_a_batch_lets_others_write_in_between(library: Library, path: Path) -> None:
    with Library.open(path, patience=0) as other, library.batch():
        for number in range(80):
            row = store(library, article(f"第{number}"), path=f"/{number}").row
            assert other.set_state((row.article_id,), bookmarked=True, now=NOW)
    assert 80 == len(library.bookmarks())


def test_an_index_that_cannot_be_written_now_is_made_up_for_later(path: Path) -> None:
    with Library.open(path, patience=0) as library:
        with library.batch():
            put(library, "甲", "批次")
            with closing(sqlite3.connect(path, isolation_level=None)) as db, transaction(db, "BEGIN IMMEDIATE"):
                library._index.update()
                assert [] == titles(library, "批次")
        assert ["甲"] == titles(library, "批次")
