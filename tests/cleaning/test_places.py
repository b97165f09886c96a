"""Each block of a page ends in exactly one place, and no text of the page falls between blocks."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tui_reader.cleaning import clean
from tui_reader.cleaning.metadata.candidates import key_of
from tui_reader.errors import SourceError
from tui_reader.model import Article, Cleaned

TESTS = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("TUI_READER_CORPUS", TESTS.parent.parent / "shared" / "corpus"))
PAGES = [*sorted((TESTS / "pages" / "sources").iterdir()), *sorted((TESTS.parent / "seeds").glob("*.txt"))]
FOREIGN = [*sorted((CORPUS / "html").glob("*.html")), *sorted((CORPUS / "text").glob("*.txt"))]
UNSEEN = "script style head noscript template textarea select option button svg iframe object video audio canvas map rp rt math title"
MADE = {
    "lists and code": (
        "<h1>舊書除塵的辦法</h1><p>舊書要先晾一天，再用軟刷順著書脊往下掃，不要用濕布，也不要曬太陽。</p><ul><li>軟刷一把</li><li>口罩</li></ul>"
        "<pre><code>def dust(book):\n    return book</code></pre><p>最後把書立起來放，每本之間留一指寬，半年後再看一次有沒有蟲。</p>"
        "<div class='share'>分享到：<span>微信</span></div><p style='display:none'>看不見的話在這裡</p>"
    ),
    "a table and a picture": (
        "<h1>各館新書</h1><p>各館這個月一共進了四百零九冊新書，其中文學類最多，科普類比去年多了一倍。</p>"
        "<table><tr><th>館</th><th>冊數</th></tr><tr><td>東湖</td><td>一百二十</td></tr></table>"
        "<figure><img src='a.jpg' alt='新館'><figcaption>新館一樓的借閱台。</figcaption></figure>"
        "<p>館長說，買書的錢有一半是讀者捐的，每一筆都貼在門口的牆上。</p><footer>版權所有 江城圖書館</footer>"
    ),
    "a thread": (
        "<h1>綠罩檯燈還在嗎</h1><div class='post'>小滿 發表於 2025-02-11 09:30</div><p>上週回江城，看到借閱台上的綠罩檯燈還亮著，站了好一會兒沒有走。</p>"
        "<div class='comments'><h3>2 條評論</h3><div><b>夜航船</b> 2025-02-11 10:00<p>還在的</p></div><div><b>渡口</b> 2025-02-11 11:00<p>上週也看見了</p></div></div>"
    ),
}


def squashed(text: str) -> str:
    return "".join(text.split())


def places(article: Article) -> Counter[str]:
    """The texts of an article, squashed, in all its places."""
    texts = [passage.text for passage in article.body]
    texts += [*article.deck, *article.captions, *(line.text for line in article.removed)]
    return Counter(map(squashed, texts))


def check(cleaned: Cleaned) -> None:
    """Verdicts and article agree: as many texts in each place as verdicts name it."""
    article = cleaned.article
    by_role = {
        role: [squashed(v.text) for v in cleaned.verdicts if v.role == role]
        for role in ("body", "dropped", "deck", "caption")
    }
    assert by_role["body"] == [squashed(passage.text) for passage in article.body]
    removed = Counter(squashed(line.text) for line in article.removed)
    assert not Counter(by_role["dropped"]) - removed
    assert set(by_role["deck"]) == set(map(squashed, article.deck))
    assert set(by_role["caption"]) == set(map(squashed, article.captions))
    assert [] == [v.text for v in cleaned.verdicts if v.role == "metadata" and not tells(v.text, article)]


def tells(text: str, article: Article) -> bool:
    """Whether a row of metadata contains one of the article's values, labels the next, or holds a date where the article has one."""
    values = [*(article.author or "").split("、"), article.source, article.category, article.url]
    key = key_of(text)
    named = any(value and (key_of(value) in key or key in key_of(value)) for value in values)
    return (
        named
        or text.endswith((":", "："))
        or (bool(article.published or article.updated) and bool(re.search("[0-9〇零一二三]", text)))
    )


def unaccounted(page: str, cleaned: Cleaned) -> list[str]:
    """The stretches of Han that the page shows and no verdict, comment or address has."""
    soup = BeautifulSoup(page, "lxml")
    title = soup.title.get_text() if soup.title else ""
    for tag in soup(UNSEEN.split()):
        tag.decompose()
    told = squashed("".join(verdict.text for verdict in cleaned.verdicts))
    told += squashed("".join(line.text for line in cleaned.article.removed)) + squashed(title)
    shown = [
        run
        for text in soup.find_all(string=True)
        if type(text).__name__ == "NavigableString"
        for run in re.findall("[\u4e00-\u9fff]{4,}", text)
    ]
    return [run for run in shown if run not in told]


@pytest.mark.parametrize("name", MADE)
def test_no_text_of_a_made_page_is_lost(name: str) -> None:
    page = f"<!DOCTYPE html><html><head><title>館訊</title></head><body>{MADE[name]}</body></html>"
    cleaned = clean(page.encode(), name="page.html")
    check(cleaned)
    assert [] == unaccounted(page, cleaned)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_block_has_one_place(path: Path) -> None:
    try:
        cleaned = clean(path.read_bytes(), name=path.name)
    except SourceError:
        return
    check(cleaned)


@pytest.mark.skipif(not FOREIGN, reason=f"no corpus of pages in {CORPUS}")
def test_every_block_of_real_pages_has_one_place() -> None:
    lost: dict[str, list[str]] = {}
    for path in FOREIGN:
        try:
            cleaned = clean(path.read_bytes(), name=path.name)
        except SourceError:
            continue
        check(cleaned)
        missing = unaccounted(path.read_text("utf-8", "replace"), cleaned) if path.suffix == ".html" else []
        if missing:
            lost[path.stem] = missing
    assert {} == lost
