"""Minimum number of correct conversions of sentences written for this test; the floor may rise, not fall.

`python -m tests.script.test_written` measures and pins the floor anew; it refuses to pin a lower one for the same sentences.
"""

import csv
import json
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tui_reader.api import Target, convert

HERE = Path(__file__).parent / "written"
SENTENCES = HERE / "sentences.tsv"
PINNED = HERE / "floor.json"
DIRECTIONS: tuple[tuple[Target, Target], ...] = (("cn", "tw"), ("cn", "hk"), ("tw", "cn"), ("hk", "cn"))


@cache
def rows() -> tuple[dict[str, str], ...]:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter="\t"))


def measured(source: Target, target: Target) -> int:
    """How many sentences of one wording come out as those of the other."""
    return sum(convert(row[source], target) == row[target] for row in rows())


def digest() -> str:
    return sha256(SENTENCES.read_bytes()).hexdigest()[:16]


def test_floor_was_pinned_for_these_sentences() -> None:
    assert json.loads(PINNED.read_text("utf-8"))["sentences"] == digest(), "pin it: python -m tests.script.test_written"


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_each_direction_is_above_its_floor(source: Target, target: Target) -> None:
    floor = json.loads(PINNED.read_text("utf-8"))["floor"][f"{source}2{target}"]
    assert measured(source, target) >= floor, [
        (row[source], convert(row[source], target)) for row in rows() if convert(row[source], target) != row[target]
    ]


def pin() -> None:
    before: dict[str, Any] = (
        json.loads(PINNED.read_text("utf-8")) if PINNED.exists() else {"sentences": "", "floor": {}}
    )
    floor = {f"{source}2{target}": measured(source, target) for source, target in DIRECTIONS}
    lower = [name for name, value in before["floor"].items() if floor[name] < value]
    if lower and before["sentences"] == digest():
        sys.exit(f"lower than pinned: {', '.join(lower)}")
    PINNED.write_text(json.dumps({"sentences": digest(), "floor": floor}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    pin()
