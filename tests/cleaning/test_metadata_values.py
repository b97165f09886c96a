"""What holds for every value of metadata, whatever the page: dates are ISO 8601, authors are names, all are one line."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.test_corpus import CORPUS
from tui_reader.cleaning import clean
from tui_reader.cleaning.markup.blocks import Page, plain_blocks
from tui_reader.cleaning.metadata.facts import Facts, find_facts
from tui_reader.cleaning.metadata.rows import Place
from tui_reader.errors import SourceError
from tui_reader.model import Article
from tui_reader.text import names
from tui_reader.text.fold import fold
from tui_reader.text.outlets import is_source

OWN = sorted((Path(__file__).parents[1] / "pages" / "sources").iterdir())
REAL = [path for form in ("html", "text") for path in sorted((CORPUS / form).iterdir())] if CORPUS.is_dir() else []
STORY = "市政府昨天宣布，明年起將分三期整修老街的排水系統，並由住戶代表參與驗收。"

words = st.sampled_from(
    [
        "記者",
        "林佳蓉",
        "作者",
        "來源",
        "：",
        "／",
        "｜",
        "河岸日報",
        "2025-02-11",
        "25/2/11",
        "9:05:07",
        "24:00",
        "台北報導",
        "攝",
        "發表於",
        "原創",
        "編輯",
        "(",
        ")",
        "【",
        "】",
        "\t",
        "\n",
        "昨天",
        "3小時前",
        "By",
        "Kevin",
        "Chen",
        "<b>",
        "分享",
        "1024次",
        "、",
        "，",
        "赵",
        "培",
        "·",
        "文",
        "圖",
    ]
)


def check(found: Facts | Article) -> None:
    for value in (found.author, found.source, found.category, found.url):
        assert value is None or re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", value) is None
        assert value is None or value == value.strip() != ""
    for date in (found.published, found.updated):
        assert date is None or datetime.fromisoformat(date).year > 1900
    assert found.source is None or is_source(fold(found.source))


def is_author(author: str) -> bool:
    """A name or several by the validator; a nick with its long form (`id (name)`), or an office, as boards and notices have."""
    folded = fold(author)
    return "(" in folded or is_source(folded) or all(map(names.is_name, folded.split("、")))


@given(st.lists(st.lists(words, max_size=9).map("".join) | st.lists(words, max_size=9).map(" ".join), max_size=6))
def test_rows_of_any_kind(rows: list[str]) -> None:
    texts = ["老街明年整修", *filter(None, (row.replace("\n", " ").strip() for row in rows)), STORY, STORY]
    blocks = plain_blocks([text.replace("\t", " \t ") for text in texts])
    found = find_facts(Page(blocks), Place(0, len(blocks) - 2, len(blocks)), None)
    check(found)
    assert found.author is None or is_author(found.author)


@pytest.mark.parametrize("path", [*OWN, *REAL], ids=lambda path: path.name)
def test_pages(path: Path) -> None:
    try:
        article = clean(path.read_bytes(), name=path.name, as_of=datetime(2025, 8, 16, 12, 0)).article  # noqa: DTZ001
    except SourceError:
        return
    check(article)
    assert article.author is None or is_author(article.author)
    assert article.title is None or "\n" not in article.title
