"""Several processes with one library: none takes away what another one uses."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from sqlite3 import connect
from typing import TYPE_CHECKING

from tests.library.samples import NOW, article
from tui_reader.library import Library
from tui_reader.model import Added
from tui_reader.query import Query

if TYPE_CHECKING:
    from pathlib import Path

OTHER = """
import sys
from pathlib import Path
from tests.library.samples import NOW, article
from tui_reader.library import Library
from tui_reader.query import Query

with Library.open(Path(sys.argv[1])) as library:
    if sys.argv[2:]:
        library.store(article(sys.argv[2], "另一個程式存的一句話。"), sys.argv[2].encode(), where="b.txt", path=None, now=NOW)
    print(len(library.listing(Query()).article_ids))
"""


def other_process(path: Path, *title: str) -> int:
    """Another process that opens the library, may store an article, and closes; what it counts."""
    words = [sys.executable, "-c", OTHER, str(path), *title]
    return int(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


def test_a_backup_leaves_the_locks_of_a_library_in_use(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    wal = tmp_path / "library.db-wal"
    with Library.open(path) as library:
        outcome = library.store(article("甲", "第一篇文章的一句話。"), b"1", where="a.txt", path=None, now=NOW)
        assert isinstance(outcome, Added)
        library.set_state((outcome.row.article_id,), bookmarked=True)
        assert library.backups.save_reader_data() is not None
        assert library.backups.copy_now().exists()
        in_use = wal.stat().st_ino
        assert 1 == other_process(path)
        assert in_use == wal.stat().st_ino  # the other process was not the last one to close it
        assert 2 == other_process(path, "乙")
        library.set_state((outcome.row.article_id,), bookmarked=False)
        library.set_state((outcome.row.article_id,), read=True)
        assert 2 == len(library.listing(Query()).article_ids)
    assert 2 == other_process(path)
    with closing(connect(path)) as db:
        assert ("ok",) == db.execute("PRAGMA integrity_check").fetchone()
