"""Latency of interactive library operations with many synthetic articles.

python -m tests.benchmarks.library 10000 100000
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path

from tui_reader.library import Library
from tui_reader.model import Article, Passage, Position
from tui_reader.query import Query

NOW = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = 8000
CHARACTERS = 640
ROUNDS = 7

QUERIES = (
    "",
    "is:unread",
    "tag:甲一",
    "tag:甲一 -tag:甲二",
    "source:報社7",
    "after:2024-03 before:2024-04",
    "script:hans",
)


def vocabulary(dice: random.Random) -> list[str]:
    """Words of two characters out of 2,500, the likeliest first."""
    return ["".join(chr(0x4E00 + dice.randrange(2500) * 7) for _ in range(2)) for _ in range(WORDS)]


def articles(count: int, words: list[str], dice: random.Random) -> Iterator[Article]:
    """Articles of about 640 characters, words falling off as in real text."""
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    tags = [f"甲{number}" for number in "一二三四五六七八九十"] + words[:300]
    for number in range(count):
        text = dice.choices(words, cum_weights=weights, k=CHARACTERS // 2)
        passages = tuple(
            Passage("paragraph", "，".join("".join(text[at : at + 6]) for at in range(start, start + 60, 6)) + "。")
            for start in range(0, len(text), 60)
        )
        yield Article(
            title="".join(text[:10]) + str(number),
            body=passages,
            script="hans" if number % 2 else "hant",
            encoding="utf-8",
            author=text[11],
            source=f"報社{number % 50}",
            published=f"20{dice.randrange(10, 26)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}",
            tags=tuple(dict.fromkeys(dice.choices(tags, k=5))),
        )


def timed(name: str, call: Callable[[], object]) -> None:
    """Print the median of several calls, and how much came back."""
    taken: list[float] = []
    answer: object = None
    for _ in range(ROUNDS):
        start = time.perf_counter()
        answer = call()
        taken.append(time.perf_counter() - start)
    answer = getattr(answer, "keys", answer)
    size = len(answer) if isinstance(answer, tuple) else ""
    print(f"  {name:34} {1000 * statistics.median(taken):9.2f} ms  {size}")


def filled(path: Path, count: int, words: list[str]) -> Library:
    """A new library with so many articles."""
    library = Library.open(path)
    spent = 0.0
    with library.batch():
        for number, article in enumerate(articles(count, words, random.Random(count))):  # noqa: S311 - synthetic text
            data = f"{number}{article.body}".encode()
            start = time.perf_counter()
            library.store(article, data, where="x", path=f"/articles/{number}.txt", now=NOW)
            spent += time.perf_counter() - start
    print(f"{count} articles: {1000 * spent / count:.3f} ms to store one", end=", ")
    library.close()
    print(f"{path.stat().st_size / 2**20:.0f} MiB")
    return Library.open(path)


def measured(library: Library, words: list[str]) -> None:
    """Every kind of call."""
    timed("open", lambda: Library.open(library.path).close())
    for text in (*QUERIES, words[0], words[50], words[4000], words[0][0], f"{words[0]} {words[1]}", "甲一"):
        query = Query.parse(text)
        timed(f"listing {text!r}", lambda query=query: library.listing(query))  # type: ignore[misc]
    for text in ("", "tag:甲一", words[50]):
        query = Query.parse(text)
        timed(f"tag_counts {text!r}", lambda query=query: library.tag_counts(query))  # type: ignore[misc]
    keys = library.listing(Query()).article_ids
    timed("rows of a screen (50)", lambda: library.rows(keys[:50]))
    timed("rows of 1000", lambda: library.rows(keys[:1000]))
    timed("rows of all", lambda: library.rows(keys))
    timed("one article", lambda: library.stored(keys[7]))
    timed("resolve", lambda: library.resolve(library.rows(keys[:1])[0].short_id))
    timed("remember", lambda: library.remember(keys[0], Position(1, 2, "文")))
    switch = iter(range(1000))
    timed("mark one (on the disk)", lambda: library.set_state(keys[:1], bookmarked=next(switch) % 2 == 0, now=NOW))
    timed("mark 1000", lambda: library.set_state(keys[:1000], read=next(switch) % 2 == 0, now=NOW))
    timed("retag one", lambda: library.retag(keys[:1], *((["新"], []), ([], ["新"]))[next(switch) % 2]))
    timed("bookmarks", library.bookmarks)


def main() -> None:
    """Measure for each number of articles on the command line."""
    words = vocabulary(random.Random(1))  # noqa: S311 - synthetic text
    for count in map(int, sys.argv[1:] or ("10000",)):
        with tempfile.TemporaryDirectory() as folder, filled(Path(folder) / "library.db", count, words) as library:
            measured(library, words)


if __name__ == "__main__":
    main()
