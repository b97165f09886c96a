"""Latency of interactive library operations with many generated articles (see generated.py), and how fast they are stored.

    python -m tests.benchmarks.library [COUNT...] [--corpus DIR] [--keep DIR]

With `--keep`, the library of each count is `DIR/COUNT/library.db`, and is used again by the next run.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count as numbers
from pathlib import Path

from tests.benchmarks.generated import CORPUS, Material, articles, as_file, material
from tui_reader.library import Library
from tui_reader.model import Position
from tui_reader.query import Query

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ROUNDS = 7

QUERIES = (
    "",
    "is:unread",
    "tag:科技",
    "tag:科技 -tag:人工智能",
    "source:新华",
    "after:2024-03 before:2024-04",
    "script:hans",
    "中国",
    "经济",
    "机器人",
    "飞机",
    "的",
    "中国 公司",
    "经济 -中国",
    "中国 OR 美国",
    "title:中国",
    "中国 sort:relevance",
)
"""Common words are in half of all articles, rare ones in two of a hundred."""
COUNTED = ("", "tag:科技", "经济", "中国")


def timed(name: str, call: Callable[[], object]) -> float:
    """Print the median of several calls, and how much came back. Returns the median in milliseconds."""
    taken: list[float] = []
    answer: object = None
    for _ in range(ROUNDS):
        start = time.perf_counter()
        answer = call()
        taken.append(time.perf_counter() - start)
    answer = getattr(answer, "article_ids", answer)
    size = len(answer) if isinstance(answer, tuple) else ""
    print(f"  {name:34} {1000 * statistics.median(taken):9.2f} ms  {size}")
    return 1000 * statistics.median(taken)


def filled(path: Path, count: int, found: Material) -> Library:
    """A new library with so many articles; prints how many were stored in a second, and the size beside that of the texts."""
    spent, size = 0.0, 0
    with Library.open(path) as library, library.batch():
        for number, article in enumerate(articles(count, found)):
            data = as_file(article)
            size += len(data)
            start = time.perf_counter()
            library.store(article, data, where="x", path=f"/articles/{number}.txt", now=NOW)
            spent += time.perf_counter() - start
        start = time.perf_counter()
    spent += time.perf_counter() - start
    print(f"{count} articles: {count / spent:.0f}/s stored, {path.stat().st_size / size:.2f} times the text", end=", ")
    print(f"{path.stat().st_size / 2**20:.0f} MiB")
    return Library.open(path)


def measured(library: Library) -> None:
    """Every kind of call."""
    timed("open", lambda: Library.open(library.path).close())
    for text in QUERIES:
        query = Query.parse(text)
        timed(f"listing {text!r}", lambda query=query: library.listing(query))  # type: ignore[misc]
    for text in COUNTED:
        query = Query.parse(text)
        timed(f"tag_counts {text!r}", lambda query=query: library.tag_counts(query))  # type: ignore[misc]
        timed(f"sources {text!r}", lambda query=query: library.vocabulary.sources(query))  # type: ignore[misc]
    keys = library.listing(Query()).article_ids
    timed("rows of a screen (50)", lambda: library.rows(keys[:50]))
    timed("rows of 1000", lambda: library.rows(keys[:1000]))
    timed("rows of all", lambda: library.rows(keys))
    timed("one article", lambda: library.stored(keys[7]))
    timed("related articles", lambda: library.stories.related(keys[7]))
    timed("all members of stories", library.stories.members)
    timed("resolve", lambda: library.resolve(library.rows(keys[:1])[0].short_id))
    timed("remember", lambda: library.remember(keys[0], Position(1, 2, "文")))
    changes(library, keys)


def changes(library: Library, keys: tuple[int, ...]) -> None:
    """What a person changes."""
    switch = numbers()
    timed("mark one (on the disk)", lambda: library.set_state(keys[:1], bookmarked=next(switch) % 2 == 0, now=NOW))
    timed("mark 1000", lambda: library.set_state(keys[:1000], read=next(switch) % 2 == 0, now=NOW))
    timed("retag one", lambda: library.retag(keys[:1], *((["新"], []), ([], ["新"]))[next(switch) % 2]))
    timed("bookmarks", library.bookmarks)


def kept(folder: Path, count: int, found: Material) -> Library:
    """The library of so many articles in this folder, made if it is not there."""
    path = folder / str(count) / "library.db"
    return Library.open(path) if path.exists() else filled(path, count, found)


def main() -> None:
    """Measure for each number of articles on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, default=[10_000])
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="a folder with html/ and text/")
    parser.add_argument("--keep", type=Path, help="where the libraries stay")
    arguments = parser.parse_args()
    found = material(arguments.corpus)
    for count in arguments.counts:
        with tempfile.TemporaryDirectory() as folder, kept(arguments.keep or Path(folder), count, found) as library:
            measured(library)


if __name__ == "__main__":
    main()
