"""What holds of every article, whatever the page: pages written for the tests, and pages put together at random."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages.measure import squash
from tui_reader.cleaning import clean
from tui_reader.errors import SourceError
from tui_reader.text import names
from tui_reader.text.fold import fold

if TYPE_CHECKING:
    from tui_reader.model import Article, Cleaned

HERE = Path(__file__).parent
FILES = sorted(
    path for folder in ("sources", "written", "documents", "../../seeds") for path in (HERE / folder).iterdir()
)

TITLES = ("临江港扩建工程动工", "山城圖書館深夜開放", "北岸果農改種檸檬")
FACTS = (
    "2024-03-18 09:30", "2024年3月18日 9:5:7", "113/03/18", "发布时间：2024-02-30 10:00", "記者 周以寧／山城報導", "来源：临江日报",
    "作者：林若溪\t编辑：高远", "責任編輯：\n沈朗", "3小时前", "2024-13-40 25:61", "24:00", "文／王大方", "24/7", "９:０５:０７",
)  # fmt: skip
SENTENCES = (
    "临江港扩建工程昨日正式动工，首期投资十二亿元，预计两年后完工，新码头建成以后吞吐量将提高一倍。",
    "館長許文君表示，許多上班族白天沒有時間借書，深夜開放是為了他們，館方為此添了二十盞檯燈。",
    "果農說，檸檬比橘子耐放，山路再遠也不怕，今年秋天第一批就能送到港口，價錢也比往年好一些。",
    "当地居民对工程有不同的看法，住在码头边的老人说声音很大，但孩子们以后可以在家门口找到工作。",
    "專家認為，只要按規定去做，工程對江水的影響是有限的，水質報告每月都會公布在碼頭的布告欄上。",
)
FURNITURE = (
    "首页",
    "登录 | 注册",
    "分享到微博",
    "相關新聞",
    "版权所有 转载必究",
    "推 nick: 說得好",
    "1樓",
    "加载中…",
    "圖／記者攝",
    "□",
)

PAGES = st.tuples(
    st.sampled_from(TITLES),
    st.lists(st.sampled_from(FACTS), max_size=4),
    st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=8, unique=False),
    st.lists(st.sampled_from(FURNITURE + FACTS), max_size=8),
).map(lambda parts: "\n\n".join([*parts[3][:3], parts[0], *parts[1], *parts[2], *parts[3][3:]]))


def article_of(data: bytes, name: str | None = None) -> Cleaned | None:
    try:
        return clean(data, name=name)
    except SourceError:
        return None


def check(cleaned: Cleaned) -> None:
    article = cleaned.article
    assert all(is_iso(value) for value in (article.published, article.updated) if value is not None)
    check_values(article)
    check_places(cleaned)


def is_iso(value: str) -> bool:
    """A date, or a date and a time as exact as the page has it."""
    parsed = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    return parsed.isoformat().startswith(value)


def check_values(article: Article) -> None:
    """Values of one line have no control character, none at either end is white, and an author has a name's form."""
    for value in (article.title, article.author, article.source, article.category, article.url, *article.tags):
        assert value is None or (value == value.strip() != "" and not re.search(r"[\x00-\x1f\x7f-\x9f]", value)), value
    for name in (article.author or "").split("、"):
        assert not name or not names.is_word(fold(name)), name


def check_places(cleaned: Cleaned) -> None:
    """Blocks that became standfirst or captions stand there and nowhere else; each that was dropped is among `removed`."""
    article = cleaned.article
    removed = squash("".join(piece.text for piece in article.removed))
    for verdict in cleaned.verdicts:
        assert verdict.role != "dropped" or squash(verdict.text) in removed, verdict
    for role, kept in (("deck", article.deck), ("caption", article.captions)):
        assert {squash(text) for text in kept} == {squash(v.text) for v in cleaned.verdicts if v.role == role}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_holds_of_pages_written_for_the_tests(path: Path) -> None:
    cleaned = article_of(path.read_bytes(), path.name)
    if cleaned is not None:
        check(cleaned)


@settings(max_examples=60)
@given(PAGES)
def test_it_holds_of_pages_put_together_at_random(page: str) -> None:
    cleaned = article_of(page.encode())
    if cleaned is not None:
        check(cleaned)


@settings(max_examples=30)
@given(PAGES, st.sampled_from(("p", "div", "li", "td", "span", "h2")))
def test_it_holds_of_markup_put_together_at_random(page: str, tag: str) -> None:
    lines = "".join(f"<{tag}>{line}</{tag}>" for line in page.split("\n\n"))
    cleaned = article_of(f"<html><body><div>{lines}</div></body></html>".encode())
    if cleaned is not None:
        check(cleaned)
