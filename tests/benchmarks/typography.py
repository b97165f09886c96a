"""Speed of punctuation repair, and share of flattened marks it restores: `python -m tests.benchmarks.typography [FILE...]`.

A FILE is a text, or a JSON object whose `body` is a list of texts. `--list` prints every repair in its surroundings. The
seeds, the default, are flattened at their sources: what comes back of them is a round trip, and no judge of the rest.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from tui_reader.model import Script
from tui_reader.script import script_of
from tui_reader.typography import Repair, repaired, repairs

SEEDS = Path(__file__).parents[2] / "seeds"
FLATTENED = {
    "，": ",", "：": ":", "；": ";", "？": "?", "！": "!", "（": "(", "）": ")",
    "“": '"', "”": '"', "「": '"', "」": '"', "……": "...", "——": "--",
}  # fmt: skip
MARKS = re.compile("|".join(FLATTENED))
AROUND = 14
"""Characters shown on either side of a repair."""


def texts_of(file: Path) -> list[str]:
    """The paragraphs of a file."""
    text = file.read_text(encoding="utf-8")
    paragraphs = json.loads(text)["body"] if file.suffix == ".json" else [text]
    return [line.strip() for paragraph in paragraphs for line in paragraph.splitlines() if line.strip()]


def come_back(text: str, script: Script) -> Iterator[tuple[str, str]]:
    """Each mark of a well-set text, and what there is in its place after it was flattened and repaired."""
    flat, grown, marks = MARKS.sub(lambda found: FLATTENED[found[0]], text), 0, []
    for found in MARKS.finditer(text):
        marks.append((found.start() + grown, found[0]))
        grown += len(FLATTENED[found[0]]) - len(found[0])
    shown = {at: sign for repair in repairs(flat, script) for at, sign in _signs(repair)}
    for at, mark in marks:
        yield mark, shown.get(at, FLATTENED[mark])


def _signs(repair: Repair) -> Iterator[tuple[int, str]]:
    """Several marks in a row are one repair."""
    if repair.text in FLATTENED:
        yield repair.start, repair.text
    else:
        yield from zip(range(repair.start, repair.end), repair.text, strict=False)


def best_time(paragraphs: list[str], script: Script) -> float:
    """Seconds of processor time for all of them, the best of five."""
    times = []
    for _ in range(5):
        start = process_time()
        for paragraph in paragraphs:
            repaired(paragraph, script)
        times.append(process_time() - start)
    return min(times)


def report(file: Path, paragraphs: list[str], script: Script) -> tuple[str, Counter[str]]:
    """One row of figures, and what became of the flattened marks."""
    outcome = Counter(
        "right" if shown == mark else "missing" if shown == FLATTENED[mark] else "wrong"
        for paragraph in paragraphs
        for mark, shown in come_back(repaired(paragraph, script), script)
    )
    count = sum(bool(repair.text) for paragraph in paragraphs for repair in repairs(paragraph, script))
    speed = best_time(paragraphs, script) * 1e6 / max(sum(map(len, paragraphs)), 1)
    return f"{file.name:24.24} {script} {count:5} repairs {speed:5.2f} µs/char  back: {dict(outcome)}", outcome


def print_repairs(paragraphs: list[str], script: Script) -> None:
    """Each with what stands around it."""
    for text in paragraphs:
        for start, end, mark in repairs(text, script):
            if mark:
                around = text[max(0, start - AROUND) : start], text[end : end + AROUND]
                print(f"    {around[0]}【{text[start:end]}→{mark}】{around[1]}")


def main() -> None:
    """Print a row for each file, and the sum of what came back."""
    named = [Path(name) for name in sys.argv[1:] if name != "--list"]
    total: Counter[str] = Counter()
    for file in named or sorted(SEEDS.glob("*.txt")):
        paragraphs = texts_of(file)
        script = script_of("\n".join(paragraphs))
        row, outcome = report(file, paragraphs, script)
        total += outcome
        print(row)
        if "--list" in sys.argv:
            print_repairs(paragraphs, script)
    print("all", dict(total), f"{total['right'] / max(total.total(), 1):.2%} right")


if __name__ == "__main__":
    main()
