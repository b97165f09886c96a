"""Time and memory of importing many text files with one process and with several.

python -m tests.benchmarks.importing 10000
"""

import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.generated import articles, as_file, material
from tui_reader.app import workers
from tui_reader.app.session import Session

FURNITURE = (
    "首页",
    "登录",
    "热门资讯",
    "分享到微信",
    "责任编辑：林若溪",
    "版权所有 未经授权不得转载",
    "上一篇",
    "下一篇",
)
TAILS = 40
"""Lines of furniture below each story."""
CHARACTERS = 3_000
"""Of a story; with the furniture a file has 10 kB."""
REPORTED = 4
"""How often memory is printed along the way."""


def write_files(folder: Path, count: int) -> None:
    """Generated articles with furniture below."""
    dice = random.Random(count)  # noqa: S311 - synthetic text
    for number, article in enumerate(articles(count, material(), CHARACTERS)):
        place = folder / f"{number // 1000:02}"
        place.mkdir(exist_ok=True)
        tail = [f"{dice.choice(FURNITURE)}{dice.choice(('', number))}" for _ in range(TAILS)]
        (place / f"{number}.txt").write_bytes(as_file(article) + "\n\n".join(tail).encode())


def memory() -> float:
    """MiB that this process has needed at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def taken(folder: Path, data: Path, processes: int) -> float:
    """Seconds for an import of the folder into a new library, and for cleaning it all again."""
    workers.MOST = processes
    with Session(data) as session:
        for doing, steps in (
            ("import", session.import_paths([str(folder)])),
            ("import again", session.import_paths([str(folder)])),
            ("reclean", session.reclean()),
        ):
            start, before = time.perf_counter(), os.times()
            for step in steps:
                if step.done % max(step.total // REPORTED, 1) == 0:
                    print(f"    {step.done:6} {memory():6.0f} MiB", flush=True)
            seconds = time.perf_counter() - start
            now = os.times()
            here = now.user + now.system - before.user - before.system
            there = now.children_user + now.children_system - before.children_user - before.children_system
            largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(
                f"  {doing:12} {processes} processes {seconds:6.1f} s {step.total / seconds:6.0f}/s; "
                f"of the processor {here:.1f} s here, {there:.1f} s in children of {largest:.0f} MiB at most"
            )
    return seconds


def main() -> None:
    """Measure with one process and with all."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pages").mkdir()
        write_files(Path(folder) / "pages", count)
        for processes in map(int, sys.argv[2:] or (1, workers._cores())):
            taken(Path(folder) / "pages", Path(folder) / f"data{processes}", processes)


if __name__ == "__main__":
    main()
