"""How fast conversion is, beside opencc-python-reimplemented and the C++ wheel: `python -m tests.benchmarks.convert`.

Bodies of the seeds, and of the text files in folders named as arguments, brought to 1 MB in the script that each direction
comes from; every run with a converter that remembers nothing. The C++ wheel's module collides with the package's; it runs
under the Python that OPENCC_CPP_PYTHON names.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from opencc import OpenCC

from tui_reader.script import Converter, fold, script_of
from tui_reader.script.engine import engine

SEEDS = Path(__file__).parents[2] / "seeds"
BYTES = 1_000_000
PACKAGE_CHARACTERS = 20_000
"""Of the text that the package itself is timed on: it would take a minute for all."""

THEIRS = """
import sys, time, opencc
for name, path in zip(sys.argv[1::2], sys.argv[2::2]):
    text = open(path, encoding="utf-8").read()
    convert = opencc.OpenCC(name).convert
    convert("中")
    best = min(-(start := time.perf_counter()) + (convert(text), time.perf_counter())[1] for _ in range(5))
    print(len(text.encode()) / 1e6 / best)
"""


class Direction(NamedTuple):
    """A target, the script it comes from, and OpenCC's nearest configuration."""

    target: str
    script: str
    configuration: str


DIRECTIONS = (
    Direction("tw", "hans", "s2twp"),
    Direction("hk", "hans", "s2hk"),
    Direction("cn", "hant", "tw2sp"),
    Direction("hant", "hans", "s2t"),
    Direction("hans", "hant", "t2s"),
)


def texts(folders: list[str]) -> dict[str, str]:
    """A megabyte of each script: all bodies, again and again; where a script has none, they are converted."""
    files = [*sorted(SEEDS.glob("*.txt")), *(path for folder in folders for path in sorted(Path(folder).glob("*.txt")))]
    bodies = [path.read_text(encoding="utf-8", errors="ignore") for path in files]
    return {
        script: ("\n".join(body for body in bodies if script_of(body) == script) * 200)
        .encode()[:BYTES]
        .decode("utf-8", "ignore")
        for script in ("hans", "hant")
    }


def megabytes_a_second(call: Callable[[str], object], text: str, times: int = 5) -> float:
    """UTF-8 taken in a second, in the best of some runs."""
    best = float("inf")
    for _ in range(times):
        start = perf_counter()
        call(text)
        best = min(best, perf_counter() - start)
    return len(text.encode()) / 1e6 / best


def of_the_wheel(bodies: dict[str, str]) -> list[float | None]:
    """The C++ wheel's speed in each direction, None where it is not at hand."""
    python = os.environ.get("OPENCC_CPP_PYTHON")
    if not python:
        return [None] * len(DIRECTIONS)
    with TemporaryDirectory() as folder:
        paths = {script: Path(folder) / script for script in bodies}
        for script, text in bodies.items():
            paths[script].write_text(text, encoding="utf-8")
        arguments = [part for way in DIRECTIONS for part in (way.configuration, str(paths[way.script]))]
        done = subprocess.run([python, "-c", THEIRS, *arguments], capture_output=True, text=True, check=True)
    return [float(line) for line in done.stdout.split()]


def cold(target: str, script: str) -> float:
    """Seconds for a whole process that converts one line."""
    line = {"hans": "记者获悉这款软件将于明年上市", "hant": "記者獲悉這款軟體將於明年上市"}[script]
    program = f"from tui_reader.script import converter; converter({target!r}).convert({line!r})"
    start = perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    return perf_counter() - start


def main() -> None:
    """Print every ratio."""
    bodies = texts(sys.argv[1:])
    for way, wheel in zip(DIRECTIONS, of_the_wheel(bodies), strict=True):
        text = bodies[way.script]
        Converter(way.target).load()
        ours = megabytes_a_second(lambda given, name=way.target: Converter(name).convert(given), text)  # type: ignore[misc]
        package = megabytes_a_second(OpenCC(way.configuration).convert, text[:PACKAGE_CHARACTERS], 2)
        same = megabytes_a_second(engine(way.configuration).convert, text)
        beside = f"{ours / wheel:.1f} times the C++ wheel's {wheel:.1f}" if wheel else "the C++ wheel is not at hand"
        print(
            f"{way.target}: {ours:.1f} MB/s, {ours / package:.0f} times the package's {package:.2f}, {beside}; "
            f"one line cold {cold(way.target, way.script):.2f} s; {way.configuration} by OpenCC's rules {same:.1f} MB/s"
        )
    mixed = bodies["hans"] + bodies["hant"]
    print(
        f"fold: {megabytes_a_second(fold, mixed):.0f} MB/s, script_of: {megabytes_a_second(script_of, mixed):.0f} MB/s"
    )


if __name__ == "__main__":
    main()
