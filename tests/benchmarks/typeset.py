"""How well and how fast the lines are set, on the seeds: `python -m tests.benchmarks.typeset [FILE...]`."""

import re
import sys
from pathlib import Path
from time import perf_counter

from tui_reader.cells import width
from tui_reader.typeset import CLOSING, CLOSING_ASCII, OPENING, Line, typeset

SEEDS = Path(__file__).parents[2] / "seeds"
STARTS = re.compile(f"[{re.escape(CLOSING + CLOSING_ASCII)}]")
ENDS = re.compile(f"[{re.escape(OPENING)}]$")
ALONE = re.compile(r"[\u4e00-\u9fff]\W*")


def forbidden(lines: list[tuple[Line, ...]]) -> int:
    """How many breaks within a paragraph have a forbidden mark on either side."""
    count = 0
    for paragraph in lines:
        count += sum(bool(STARTS.match(line.text.strip())) for line in paragraph[1:])
        count += sum(bool(ENDS.search(line.text)) for line in paragraph[:-1])
    return count


def report(paragraphs: list[str], measure: int) -> str:
    """One row of figures."""
    best = min(_timed(paragraphs, measure) for _ in range(5))
    lines = [typeset(paragraph, measure) for paragraph in paragraphs]
    inner = [line for paragraph in lines for line in paragraph[:-1]]
    short = sum(width(line.text) < 0.8 * measure for line in inner)
    alone = sum(len(paragraph) > 1 and bool(ALONE.fullmatch(paragraph[-1].text)) for paragraph in lines)
    total = sum(map(len, lines))
    return (
        f"measure {measure}: {total} lines, {forbidden(lines)} forbidden marks, {short} under 80 % "
        f"({short / max(1, len(inner)):.2%}), {alone} lone characters, {best * 1e6 / sum(map(len, paragraphs)):.2f} µs/char"
    )


def _timed(paragraphs: list[str], measure: int) -> float:
    start = perf_counter()
    for paragraph in paragraphs:
        typeset(paragraph, measure)
    return perf_counter() - start


def main() -> None:
    """Print a row for each measure."""
    files = [Path(name) for name in sys.argv[1:]] or sorted(SEEDS.glob("*.txt"))
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    for measure in (20, 40, 56, 72, 80):
        print(report(paragraphs, measure))


if __name__ == "__main__":
    main()
