"""Speed of conversion, compared with opencc-python-reimplemented and the C++ wheel: `python -m tests.benchmarks.convert`.

Bodies of the seeds, and of the text files in folders named as arguments, brought to 1 MB in the script that each direction
comes from, and once through as they are; every run with a converter that remembers nothing. The C++ wheel's module collides
with the package's; it runs under the Python that OPENCC_CPP_PYTHON names, or from the folder that OPENCC_CPP_PATH names.
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

from tui_reader.script import Converter, script_of
from tui_reader.script.engine import engine
from tui_reader.text.fold import fold

SEEDS = Path(__file__).parents[2] / "seeds"
BYTES = 1_000_000
PACKAGE_CHARACTERS = 20_000
"""Of the text that the package itself is timed on: it would take a minute for all."""

TIMES = 9
"""Runs of which the best counts; ours and the wheel's take turns, so that both have the same machine."""

THEIRS = """
import sys, time, opencc
for line in sys.stdin:
    name, path = line.rstrip().split(" ", 1)
    text = open(path, encoding="utf-8").read()
    convert = opencc.OpenCC(name).convert
    convert("中")
    start = time.perf_counter()
    convert(text)
    print(time.perf_counter() - start, flush=True)
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
    """All bodies of each script, one after the other."""
    files = [*sorted(SEEDS.glob("*.txt")), *(path for folder in folders for path in sorted(Path(folder).glob("*.txt")))]
    bodies = [path.read_text(encoding="utf-8", errors="ignore") for path in files]
    return {script: "\n".join(body for body in bodies if script_of(body) == script) for script in ("hans", "hant")}


def repeated(text: str) -> str:
    """A text again and again, until it is a megabyte."""
    return ((text + "\n") * (BYTES // len(text.encode()) + 1)).encode()[:BYTES].decode("utf-8", "ignore")


def seconds(call: Callable[[str], object], text: str) -> float:
    """What one call takes."""
    start = perf_counter()
    call(text)
    return perf_counter() - start


def megabytes_a_second(call: Callable[[str], object], text: str, times: int = TIMES) -> float:
    """UTF-8 taken in a second, in the best of some runs."""
    return len(text.encode()) / 1e6 / min(seconds(call, text) for _ in range(times))


class Wheel:
    """The C++ wheel under a Python of its own; not at hand where neither Python nor folder is named."""

    def __init__(self, python: str | None, folder: str | None) -> None:
        named = python or (folder and sys.executable)
        path = {"PYTHONPATH": folder} if folder else {}
        self._process = named and subprocess.Popen(
            [named, "-c", THEIRS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | path
        )

    def seconds(self, configuration: str, path: Path) -> float | None:
        """What one conversion of a file's text takes."""
        if not self._process or not self._process.stdin or not self._process.stdout:
            return None
        self._process.stdin.write(f"{configuration} {path}\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def close(self) -> None:
        """End the other Python."""
        if self._process:
            self._process.communicate()


def beside(wheel: Wheel, way: Direction, text: str) -> tuple[float, float | None]:
    """Ours and the wheel's megabytes a second, taking turns."""
    size = len(text.encode()) / 1e6
    with TemporaryDirectory() as folder:
        path = Path(folder) / "text"
        path.write_text(text, encoding="utf-8")
        runs = [(seconds(fresh(way), text), wheel.seconds(way.configuration, path)) for _ in range(TIMES)]
    theirs = [took for _ours, took in runs if took]
    return size / min(ours for ours, _theirs in runs), size / min(theirs) if theirs else None


def fresh(way: Direction) -> Callable[[str], str]:
    """A converter that remembers nothing."""
    return Converter(way.target).convert


def cold(target: str, script: str) -> float:
    """Seconds for a whole process that converts one line."""
    line = {"hans": "记者获悉这款软件将于明年上市", "hant": "記者獲悉這款軟體將於明年上市"}[script]
    program = f"from tui_reader.script import converter; converter({target!r}).convert({line!r})"
    start = perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    return perf_counter() - start


def article(way: Direction) -> float:
    """Milliseconds for the longest seed of the script that a direction comes from, with all tables read."""
    bodies = [path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")]
    longest = max((body for body in bodies if script_of(body) == way.script), key=len)
    return 1000 * min(seconds(fresh(way), longest) for _ in range(TIMES))


def resident(target: str) -> float:
    """Megabytes that a fresh interpreter grows by when it converts the five seeds; its peak, files that are mapped included."""
    bare = int(_printed("", MEMORY))
    return (int(_printed(SEEDS_TO.format(target=target, folder=str(SEEDS)), MEMORY)) - bare) / 1000


SEEDS_TO = """
from pathlib import Path
from tui_reader.script import converter
for path in sorted(Path({folder!r}).glob("*.txt")):
    converter({target!r}).convert(path.read_text(encoding="utf-8"))
"""

MEMORY = """
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""
"""Prints the peak of resident memory in kilobytes, as Linux tells it."""


def _printed(*parts: str) -> str:
    done = subprocess.run([sys.executable, "-c", "".join(parts)], check=True, capture_output=True, text=True)
    return done.stdout


def report(way: Direction, once: str, wheel: Wheel) -> None:
    """Print the figures of one direction."""
    text = repeated(once)
    Converter(way.target).load()
    ours, theirs = beside(wheel, way, text)
    package = megabytes_a_second(OpenCC(way.configuration).convert, text[:PACKAGE_CHARACTERS], 2)
    print(
        f"{way.target}: {told(ours, theirs)}, {ours / package:.0f} times the package's {package:.2f}; "
        f"once through {told(*beside(wheel, way, once))}; article {article(way):.0f} ms; "
        f"one line cold {cold(way.target, way.script):.2f} s; memory {resident(way.target):.0f} MB; "
        f"{way.configuration} by OpenCC's rules {megabytes_a_second(engine(way.configuration).convert, text):.1f} MB/s",
        flush=True,
    )


def told(ours: float, theirs: float | None) -> str:
    """Our speed, and how many times the wheel's it is."""
    beside = f"{ours / theirs:.2f} times the C++ wheel's {theirs:.1f}" if theirs else "the C++ wheel is not at hand"
    return f"{ours:.1f} MB/s ({beside})"


def main() -> None:
    """Print every ratio."""
    once = texts(sys.argv[1:])
    wheel = Wheel(os.environ.get("OPENCC_CPP_PYTHON"), os.environ.get("OPENCC_CPP_PATH"))
    for way in DIRECTIONS:
        report(way, once[way.script], wheel)
    wheel.close()
    mixed = repeated(once["hans"]) + repeated(once["hant"])
    print(
        f"fold: {megabytes_a_second(fold, mixed):.0f} MB/s, script_of: {megabytes_a_second(script_of, mixed):.0f} MB/s"
    )


if __name__ == "__main__":
    main()
