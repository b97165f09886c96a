"""How figures grow with the library: `python -m tests.benchmarks.growth [COUNT...] [--corpus DIR] [--keep DIR]`.

One row for each number of articles (1,000, 10,000 and 100,000 by default): articles stored in a second without cleaning, the file's
size beside the texts, start until the list is printed, a search for a common word, the tags beside it, one article, and text files
of 10 kB imported in a second with cleaning, tags and index. `--keep` is that of tests.benchmarks.library.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.generated import CORPUS, Material, articles, as_file, material
from tests.benchmarks.library import kept
from tui_reader.app.session import Session
from tui_reader.library import Library
from tui_reader.query import Query

COUNTS = (1_000, 10_000, 100_000)
COMMON = "中国"
ROUNDS = 5
IMPORTED, CHARACTERS = 1_000, 3_300
"""Text files that are imported, and the characters of each: 10 kB."""


def milliseconds(call: Callable[[], object]) -> float:
    """The median of several calls, each after another word was searched for."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return 1000 * statistics.median(taken)


def write_files(folder: Path, count: int, found: Material) -> None:
    """Text files of 10 kB."""
    folder.mkdir()
    for number, article in enumerate(articles(count, found, CHARACTERS)):
        (folder / f"{number}.txt").write_bytes(as_file(article))


def figures(library: Path, texts: Path) -> Iterator[str]:
    """The columns of a row; the library is changed."""
    command = [sys.executable, "-m", "tui_reader", "--data-dir", str(library.parent), "list", "--limit", "50"]
    yield f"{milliseconds(lambda: subprocess.run(command, check=True, capture_output=True)):7.0f}"
    with Library.open(library) as opened:
        keys = opened.listing(Query()).article_ids
        yield f"{milliseconds(lambda: opened.listing(Query.parse(COMMON))):7.1f}"
        yield f"{milliseconds(lambda: opened.tag_counts(Query.parse(COMMON))):7.1f}"
        yield f"{milliseconds(lambda: opened.stored(keys[len(keys) // 2])):7.2f}"
    with Session(library.parent) as session:
        start = time.perf_counter()
        done = sum(1 for _ in session.import_paths([str(texts)]))
        yield f"{done / (time.perf_counter() - start):7.0f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, default=COUNTS)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="a folder with html/ and text/")
    parser.add_argument("--keep", type=Path, help="where the libraries stay")
    asked = parser.parse_args()
    found = material(asked.corpus)
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder) / "texts", IMPORTED, found)
        rows = []
        for count in asked.counts:
            kept(asked.keep or Path(folder), count, found).close()
            copy = Path(folder) / f"copy{count}" / "library.db"
            copy.parent.mkdir()
            shutil.copyfile((asked.keep or Path(folder)) / str(count) / "library.db", copy)
            rows.append(f"{count:8} {' '.join(figures(copy, Path(folder) / 'texts'))}")
            shutil.rmtree(copy.parent)
    print("articles list ms  search    tags    open import/s", *rows, sep="\n")


if __name__ == "__main__":
    main()
