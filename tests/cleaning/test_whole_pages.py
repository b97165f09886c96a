"""Whole pages of our own, in the markup of many kinds of sites, with navigation, share bars, related boxes and footers.

`whole/NAME.html` is a page; `whole/expected.json` says for each what is accepted as its title, author, source and day, how
its body begins and ends, and what its body must not hold; null: the page holds no article. Stories and people are invented.
"""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tui_reader.cleaning import clean
from tui_reader.errors import NoArticle
from tui_reader.model import Article

FOLDER = Path(__file__).with_name("whole")
EXPECTED: dict[str, dict[str, Any] | None] = json.loads((FOLDER / "expected.json").read_text("utf-8"))
ARTICLES = [name for name, wanted in EXPECTED.items() if wanted is not None]
NONE = [name for name, wanted in EXPECTED.items() if wanted is None]

MOST_WITH_FURNITURE = 14
"""Pages whose body still holds a line of the site: a floor that must not sink."""


def read(name: str) -> Article:
    return clean((FOLDER / f"{name}.html").read_bytes(), name=f"{name}.html").article


def body_of(name: str) -> str:
    return squashed("".join(passage.text for passage in read(name).body))


def squashed(text: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", text or "").split())


@pytest.mark.parametrize("name", ARTICLES)
def test_metadata_of_a_whole_page(name: str) -> None:
    wanted, found = EXPECTED[name], read(name)
    assert wanted is not None
    assert squashed(wanted["title"]) == squashed(found.title)
    assert squashed(found.author) in map(squashed, wanted["author"])
    assert squashed(found.source) in map(squashed, wanted["source"])
    assert wanted["date"] == (found.published or "")[:10]


@pytest.mark.parametrize("name", ARTICLES)
def test_body_of_a_whole_page(name: str) -> None:
    wanted = EXPECTED[name]
    assert wanted is not None
    body = body_of(name)
    assert squashed(wanted["first"]) in body
    assert squashed(wanted["last"]) in body


def test_few_whole_pages_keep_a_line_of_furniture() -> None:
    kept = [
        name for name in ARTICLES if any(squashed(text) in body_of(name) for text in (EXPECTED[name] or {})["apart"])
    ]
    assert len(kept) <= MOST_WITH_FURNITURE, kept


@pytest.mark.parametrize("name", NONE)
def test_a_whole_page_without_an_article_is_refused(name: str) -> None:
    with pytest.raises(NoArticle):
        read(name)
