"""Quality and speed of typesetting, compared with Textual and wcwidth.

    python -m tests.benchmarks.typeset [PATH...]      (or TUI_READER_CORPUS=PATH)

A path is a text file with a paragraph a line, a JSON file whose `body` is a list of paragraphs, or a folder of such.
Without one the seeds are set, several times over. Prints a table: lines well formed by the rules of `tests.typography`,
lines less than 80 % full (paragraphs' last lines not counted), processor time a character (the best of three).
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import wcwidth
from textual.content import Content

from tests.typography import faults, holes
from tui_reader.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Engine = Callable[[str, int], list[str]]

SEEDS = Path(__file__).parents[2] / "seeds"
MEASURES = (40, 60, 72)
LENGTH = 100_000
"""Characters: fewer are repeated."""

ENGINES: dict[str, Engine] = {
    "tui-reader": lambda text, measure: [line.text for line in typeset(text, measure)],
    "Textual 8": lambda text, measure: [line.plain.rstrip() for line in Content(text).wrap(measure)],
    "wcwidth.wrap": wcwidth.wrap,
}


def main() -> None:
    """Print the table, a row an engine and measure."""
    named = sys.argv[1:] or list(filter(None, [os.environ.get("TUI_READER_CORPUS")]))
    paragraphs = [text for name in named or [str(SEEDS)] for text in _paragraphs(Path(name))]
    print(f"{sum(map(len, paragraphs)):,} characters, {len(paragraphs):,} paragraphs\n")
    print("| set by | cells a line | lines | well formed | under 80 % full | µs a character |")
    print("|---|---|---|---|---|---|")
    for engine, wrap in ENGINES.items():
        for measure in MEASURES:
            print(row(engine, wrap, paragraphs, measure))


def row(engine: str, wrap: Engine, paragraphs: list[str], measure: int) -> str:
    """One row of figures."""
    lines = [wrap(paragraph, measure) for paragraph in paragraphs]
    total = sum(map(len, lines))
    inner = total - len(lines)
    bad = sum(
        len({fault.line for fault in faults(paragraph, own, measure)})
        for paragraph, own in zip(paragraphs, lines, strict=True)
    )
    torn = sum(len(holes(own, measure)) for own in lines)
    spent = min(_spent(wrap, paragraphs, measure) for _ in range(3))
    return f"| {engine} | {measure} | {total:,} | {1 - bad / total:.2%} | {torn / inner:.2%} | {spent * 1e6:.2f} |"


def _spent(wrap: Engine, paragraphs: list[str], measure: int) -> float:
    """Seconds of processor time a character."""
    times = max(1, LENGTH // sum(map(len, paragraphs)))
    start = process_time()
    for _ in range(times):
        for paragraph in paragraphs:
            wrap(paragraph, measure)
    return (process_time() - start) / (times * sum(map(len, paragraphs)))


def _paragraphs(path: Path) -> Iterator[str]:
    if path.is_dir():
        for file in sorted(path.iterdir()):
            yield from _paragraphs(file)
        return
    text = path.read_text(encoding="utf-8")
    parts = json.loads(text).get("body", []) if path.suffix == ".json" else [text]
    for part in parts:
        whole = part if isinstance(part, str) else part["text"]
        yield from (line.strip() for line in whole.splitlines() if line.strip())


if __name__ == "__main__":
    main()
