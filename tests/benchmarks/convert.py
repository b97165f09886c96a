"""How fast conversion, folding and detecting are, beside the package's own: `python -m tests.benchmarks.convert`."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from opencc import OpenCC

from tui_reader.script import fold, script_of
from tui_reader.script.engine import engine

SEEDS = Path(__file__).parents[2] / "seeds"
LENGTH = 10_000
WAYS = (("s2twp", "hans"), ("s2hk", "hans"), ("s2t", "hans"), ("tw2sp", "hant"), ("hk2s", "hant"), ("t2s", "hant"))


def timed(call: Callable[[], object], times: int = 5) -> float:
    """The best of some runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        start = perf_counter()
        call()
        best = min(best, perf_counter() - start)
    return best


def megabytes_a_second(call: Callable[[str], object], text: str) -> float:
    """UTF-8 taken in a second."""
    return len(text.encode()) / 1e6 / timed(lambda: call(text))


def main() -> None:
    """Print what each thing costs on 10,000 characters of the seeds."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    by_script = {
        script: ("".join(text for text in texts if script_of(text) == script) * 9)[:LENGTH]
        for script in ("hans", "hant")
    }
    for name, script in WAYS:
        text = by_script[script]
        cold = timed(lambda name=name: engine(name), 1)  # type: ignore[misc]
        ours = megabytes_a_second(engine(name).convert, text)
        theirs = megabytes_a_second(OpenCC(name).convert, text)
        whole = len(text.encode()) / 1e3 / ours
        print(
            f"{name}: loads in {cold * 1e3:.0f} ms, then {ours:.1f} MB/s ({whole:.1f} ms for {LENGTH} characters), "
            f"{ours / theirs:.1f} times the package's {theirs:.2f} MB/s"
        )
    mixed = "".join(texts) * 10
    print(
        f"fold: {megabytes_a_second(fold, mixed):.0f} MB/s, script_of: {megabytes_a_second(script_of, mixed):.0f} MB/s"
    )


if __name__ == "__main__":
    main()
