"""A floor on a corpus of real pages, where one is at hand: it is other people's text, so it is not kept here.

The folder (TUI_READER_CORPUS, else ../shared/corpus beside the project) holds html/ID.html, text/ID.txt and gold/ID.json.
"""

import json
import os
import statistics
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.pages.measure import f1, squash
from tui_reader.cleaning import clean
from tui_reader.errors import SourceError
from tui_reader.model import Article

CORPUS = Path(os.environ.get("TUI_READER_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus"))
MEAN = {"html": 0.97, "text": 0.95}
"""Mean F1 of the bodies; a little under what they reach."""
GOOD, GOOD_SHARE = 0.9, 0.75
"""So many pages are above the first at least."""
TITLES = 0.75
"""Share of titles that are right to the letter."""

pytestmark = pytest.mark.skipif(not (CORPUS / "gold").is_dir(), reason=f"no corpus of pages in {CORPUS}")
each_form = pytest.mark.parametrize("form", ["html", "text"])


@cache
def cleaned(form: str) -> dict[str, Article | None]:
    """Every page of the corpus; None where no article was found."""
    return {path.stem: article(path) for path in sorted((CORPUS / form).iterdir())}


def article(path: Path) -> Article | None:
    try:
        return clean(path.read_bytes(), name=path.name).article
    except SourceError:
        return None


@cache
def gold(page: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads((CORPUS / "gold" / f"{page}.json").read_text("utf-8"))
    return answer


def scores(form: str) -> list[float]:
    found = []
    for page, got in cleaned(form).items():
        wanted = "\n".join(piece if isinstance(piece, str) else piece["text"] for piece in gold(page)["body"])
        found.append(f1(wanted, "\n".join(passage.text for passage in got.body)) if got else 0.0)
    return found


@each_form
def test_bodies_stay_above_the_floor(form: str) -> None:
    found = scores(form)
    assert statistics.mean(found) >= MEAN[form]
    assert sum(score >= GOOD for score in found) >= GOOD_SHARE * len(found)


@each_form
def test_titles_stay_above_the_floor(form: str) -> None:
    judged = []
    for page, got in cleaned(form).items():
        wanted = gold(page).get(f"title_{form}", gold(page).get("title"))
        accepted = wanted if isinstance(wanted, list) else [wanted]
        judged.append(squash((got and got.title) or "") in [squash(title or "") for title in accepted])
    assert sum(judged) >= TITLES * len(judged)
