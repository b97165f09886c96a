"""Pages written for the purpose, each with the whole of what must come out of it."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tui_reader.cleaning import clean
from tui_reader.errors import NoArticle

HERE = Path(__file__).parent
EXPECTED = sorted((HERE / "expected").glob("*.json"))


def cleaned(stem: str) -> dict[str, Any]:
    (source,) = (HERE / "sources").glob(f"{stem}.*")
    article = asdict(clean(source.read_bytes(), name=source.name).article)
    article["removed"] = [piece["text"] for piece in article["removed"]]
    shown: dict[str, Any] = json.loads(json.dumps(article))
    return shown


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_a_page_gives_the_article_written_down_for_it(path: Path) -> None:
    expected = json.loads(path.read_text("utf-8"))
    actual = cleaned(path.stem)
    assert expected == {key: actual[key] for key in expected}


def test_every_page_has_an_answer() -> None:
    sources = {path.stem for path in (HERE / "sources").iterdir()}
    assert sources == {path.stem for path in EXPECTED} | {"no_article"}


def test_a_page_without_an_article_says_so() -> None:
    with pytest.raises(NoArticle, match="no article found"):
        cleaned("no_article")
