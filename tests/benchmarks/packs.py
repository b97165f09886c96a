"""Cost of a word pack: `python -m tests.benchmarks.packs [ROWS]` (default 60,000 rows of made-up names).

Prints the seconds to add it, and those of `convert` for one line in a fresh process with the pack and without, each the
median of several runs taken in turns.
"""

import os
import subprocess
import sys
from itertools import islice, product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

SYLLABLES = "安巴卡达尔芬格哈杰克拉莱马诺帕奇萨塔瓦西雅"
LINE = "马克龙说，他们在打印新的软件。\n".encode()
RUNS = 11


def main(rows: int) -> None:
    with TemporaryDirectory() as folder:
        names = islice(map("".join, product(SYLLABLES, repeat=4)), rows)
        table = Path(folder, "names.txt")
        table.write_text("".join(f"{name}\t{name[::-1]}氏\n" for name in names), encoding="utf-8")
        print(f"add {rows} rows: {seconds('with', folder, 'glossary', 'add', str(table)):.2f} s")
        taken: dict[str, list[float]] = {"without": [], "with": []}
        for _ in range(RUNS):
            for config, times in taken.items():
                times.append(seconds(config, folder, "convert", "--to", "tw"))
        for config, times in taken.items():
            print(f"convert one line {config} the pack: {median(times):.3f} s")


def seconds(config: str, folder: str, *words: str) -> float:
    environment = os.environ | {"TUI_READER_CONFIG_DIR": f"{folder}/{config}"}
    start = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "tui_reader", *words], input=LINE, env=environment, check=True, capture_output=True
    )
    return perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60_000)
