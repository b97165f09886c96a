"""Faults a library must survive: killed processes, broken pages, a full disk. Run by hand.

python -m tests.benchmarks.faults kills [--times 200]     SIGKILL while marking, tagging, deleting and importing
python -m tests.benchmarks.faults noise                   a page overwritten with noise, at 20 places in turn
python -m tests.benchmarks.faults full --dir DIR          a disk that fills; DIR is a small file system, of 4 MB or so

Each prints what was confirmed and what of it is there afterwards, and ends with status 1 if anything confirmed is lost.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tui_reader.errors import LibraryError
from tui_reader.library import Library
from tui_reader.library.recovery import recover
from tui_reader.model import Article, Passage, PassageMark
from tui_reader.query import Query

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ARTICLES = 400
PLACES = 20
PAGE = 4096


def article(number: int) -> Article:
    """A short article of its own words."""
    dice = random.Random(number)  # noqa: S311 - test data
    text = "".join(chr(dice.randrange(0x4E00, 0x9000)) for _ in range(600))
    return Article(title=f"第{number}篇", body=(Passage("paragraph", text),), script="hans", encoding="utf-8")


def store(library: Library, number: int) -> int | None:
    """Store an article. Returns its id; None if it was there already."""
    row = getattr(library.store(article(number), f"{number}".encode() * 200, where="x", path=None), "row", None)
    return row.article_id if row else None


def worker(path: Path, seed: int) -> None:
    """Change the library for ever, and print each change when it is confirmed. Killed by its parent."""
    dice = random.Random(seed)  # noqa: S311 - test data
    with Library.open(path) as library:
        while True:
            chosen = dice.choice(tuple(library.listing(Query()).article_ids))
            kind = dice.choice(("bookmark", "tag", "highlight", "delete", "import"))
            number = dice.randrange(1 << 30)
            _act(library, kind, chosen, number)
            print(kind, chosen, number, flush=True)


def _act(library: Library, kind: str, chosen: int, number: int) -> None:
    match kind:
        case "bookmark":
            library.set_state((chosen,), bookmarked=True)
        case "tag":
            library.retag((chosen,), add=(f"標{number}",))
        case "highlight":
            library.highlight(PassageMark(chosen, 0, 0, f"文{number}", "記"), NOW)
        case "delete":
            library.trash.delete((chosen,))
        case "import":
            store(library, number)


def kills(times: int) -> int:
    """Kill a process in the midst of its changes, and look for every change that it had confirmed."""
    lost = confirmed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with Library.open(path) as library:
            for number in range(ARTICLES):
                store(library, number)
        for seed in range(times):
            changes = list(_killed(path, seed))
            confirmed += len(changes)
            with Library.open(path) as library:
                lost += _missing(library, changes)
    print(f"{times} kills, {confirmed} confirmed changes, {lost} lost")
    return int(lost > 0)


def _killed(path: Path, seed: int) -> Iterator[tuple[str, int, int]]:
    """The changes that a process confirmed before it was killed."""
    command = [sys.executable, "-m", "tests.benchmarks.faults", "worker", "--path", str(path), "--seed", str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        wanted = 1 + seed % 40
        for line in process.stdout:
            if not line.endswith("\n"):
                break  # it was killed in the middle of a confirmation
            kind, chosen, number = line.split()
            yield kind, int(chosen), int(number)
            wanted -= 1
            if not wanted:
                process.send_signal(signal.SIGKILL)


def _missing(library: Library, changes: list[tuple[str, int, int]]) -> int:
    """Confirmed changes that are not there; what a later change deleted does not count."""
    deleted = {chosen for kind, chosen, _ in changes if kind == "delete"}
    checks: dict[str, Callable[[int, int], bool]] = {
        "bookmark": lambda chosen, _: library.rows((chosen,))[0].bookmarked,
        "tag": lambda chosen, number: f"標{number}" in library.rows((chosen,))[0].tags,
        "highlight": lambda chosen, number: f"文{number}" in {mark.text for mark in library.highlights(chosen)},
        "import": lambda _, number: library.has(f"{number}".encode() * 200),
        "delete": lambda chosen, _: not library.rows((chosen,)),
    }
    return sum(
        not checks[kind](chosen, number)
        for kind, chosen, number in changes
        if kind in {"delete", "import"} or chosen not in deleted
    )


def noise() -> int:
    """Overwrite a page at each of 20 places in turn and recover; count the reader's records that came back."""
    failed = 0
    for place in range(PLACES):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "library.db"
            before = _marked(path)
            pages = path.stat().st_size // PAGE
            with path.open("r+b") as file:
                file.seek(place * pages // PLACES * PAGE)
                file.write(random.Random(place).randbytes(PAGE))  # noqa: S311 - test data
            recovery = recover(path, NOW)
            with Library.open(path) as library:
                after = {record["sha256"]: record for record in library.backups.records()}
            back = sum(after.get(record["sha256"]) == record for record in before)
            failed += back < len(before)
            print(f"page {place * pages // PLACES}: {back} of {len(before)} records, {recovery.articles} articles")
    return int(failed > 0)


def _marked(path: Path) -> list[dict[str, object]]:
    with Library.open(path) as library:
        for number in range(ARTICLES):
            article_id = store(library, number)
            if article_id is not None and number % 4 == 0:
                for kind in ("bookmark", "tag", "highlight"):
                    _act(library, kind, article_id, number)
        library.backups.save_reader_data()
        return library.backups.records()


def full(folder: Path) -> int:
    """Import and mark until the disk is full; all that was confirmed must be there, and the library usable."""
    path = folder / "library.db"
    confirmed: list[int] = []
    with Library.open(path) as library:
        with suppress(LibraryError):
            for number in range(1 << 20):
                article_id = store(library, number)
                if article_id is not None:
                    confirmed.append(article_id)
        stored, refused = len(confirmed), 0
        marked = []
        for article_id in confirmed:
            try:
                library.set_state((article_id,), bookmarked=True)
                marked.append(article_id)
            except LibraryError:
                refused += 1
    with Library.open(path) as library:
        rows = {row.article_id: row for row in library.rows(confirmed)}
        lost = sum(article_id not in rows for article_id in confirmed)
        unmarked = sum(not rows[article_id].bookmarked for article_id in marked if article_id in rows)
        problems = library.upkeep.problems()
    print(f"{stored} stored, {lost} lost; {len(marked)} bookmarked, {unmarked} lost, {refused} refused; {problems}")
    return int(lost or unmarked or any("not in the search index" not in problem for problem in problems))


def main() -> int:
    """Run one of the faults. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fault", choices=("kills", "noise", "full", "worker"))
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--dir", type=Path)
    parser.add_argument("--path", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    match asked.fault:
        case "kills":
            return kills(asked.times)
        case "noise":
            return noise()
        case "full":
            return full(asked.dir)
    worker(asked.path, asked.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
