"""A floor under the cleaner, on pages written for the purpose: it runs in any clone, and may rise but not sink.

`python -m tests.pages.test_written` measures and pins the floor anew; it refuses to pin a lower one for the same pages.
"""

import json
import sys
from collections import defaultdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.pages.measure import f1, squash
from tui_reader.cleaning import clean
from tui_reader.errors import SourceError
from tui_reader.model import Article

HERE = Path(__file__).parent
PAGES = HERE / "written"
PINNED = HERE / "written_floor.json"
WANTED: dict[str, dict[str, Any]] = json.loads((HERE / "written.json").read_text("utf-8"))
PLACES = 3
"""Decimal places of a pinned figure, rounded down."""


@cache
def measured() -> dict[str, float]:
    """For each field its mean over the pages that say what it should be: F1 of the body, else the share that is right."""
    scores: dict[str, list[float]] = defaultdict(list)
    for name, wanted in WANTED.items():
        article = cleaned(PAGES / name)
        for field, value in wanted.items():
            scores[field].append(score(article, field, value))
    return {field: sum(found) / len(found) for field, found in sorted(scores.items())}


def cleaned(path: Path) -> Article | None:
    try:
        return clean(path.read_bytes(), name=path.name).article
    except SourceError:
        return None


def score(article: Article | None, field: str, wanted: Any) -> float:
    if article is None:
        return 0.0
    if field == "body":
        return f1("\n".join(wanted), "\n".join(passage.text for passage in article.body))
    return float(squash(getattr(article, field) or "") == squash(wanted or ""))


@cache
def digest() -> str:
    """What the floor was measured on."""
    found = sha256((HERE / "written.json").read_bytes())
    for name in sorted(WANTED):
        found.update((PAGES / name).read_bytes())
    return found.hexdigest()[:16]


def test_the_floor_is_of_these_pages() -> None:
    assert json.loads(PINNED.read_text("utf-8"))["pages"] == digest(), "pin it anew: python -m tests.pages.test_written"


@pytest.mark.parametrize("field", sorted({field for wanted in WANTED.values() for field in wanted}))
def test_each_field_is_above_its_floor(field: str) -> None:
    assert measured()[field] >= json.loads(PINNED.read_text("utf-8"))["floor"][field]


def test_every_page_is_measured() -> None:
    assert {path.name for path in PAGES.iterdir()} == WANTED.keys()


def pin() -> None:
    before: dict[str, Any] = json.loads(PINNED.read_text("utf-8")) if PINNED.exists() else {"pages": "", "floor": {}}
    floor = {field: int(value * 10**PLACES) / 10**PLACES for field, value in measured().items()}
    lower = [field for field, value in before["floor"].items() if floor.get(field, 0) < value]
    if lower and before["pages"] == digest():
        sys.exit(f"lower than pinned: {', '.join(lower)}")
    PINNED.write_text(json.dumps({"pages": digest(), "floor": floor}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    pin()
