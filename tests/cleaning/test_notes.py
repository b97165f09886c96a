"""What elements say of the article by their attributes."""

import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.markup.html import from_markup

STORY = "".join(
    f"<p>{line}</p>"
    for line in (
        "市政府昨天宣布，明年起將分三期整修老街的排水系統，並由住戶代表參與驗收。",
        "水利局長說，工程分成兩期，第一期先做主池，第二期再接上三條分流管線。",
        "住戶代表說，工程期間的噪音和灰塵都要量測，數字每週公布一次，人人可查。",
    )
)


def page(info: str, head: str = "") -> bytes:
    title = "<title>老街明年整修 住戶參與驗收</title>"
    return f"<html><head>{title}{head}</head><body><h1>老街明年整修 住戶參與驗收</h1><div>{info}</div>{STORY}</body></html>".encode()


@pytest.mark.parametrize(
    ("info", "published"),
    [
        ('<time datetime="2025-02-11T09:30:00+08:00">昨天</time>', "2025-02-11T09:30"),
        ('發表於 <span title="2025-2-11 09:30:12">前天 09:30</span>', "2025-02-11T09:30:12"),
        ('<span itemprop="datePublished" content="2025-02-11">三個月前</span>', "2025-02-11"),
        ('<span title="老街的照片">昨天</span>', None),
    ],
)
def test_the_moment_in_an_attribute(info: str, published: str | None) -> None:
    assert published == clean(page(info)).article.published


@pytest.mark.parametrize(
    ("info", "author"),
    [
        ('<span class="post-author">林佳蓉</span> · 1,024 次點閱', "林佳蓉"),
        ('<a rel="author" href="/a/1">江邊柳</a>', "江邊柳"),
        ('<span itemprop="author"><span>Kevin Chen</span></span>', "Kevin Chen"),
        ('<a href="/member/7">江邊柳</a>', "江邊柳"),
        ('<span class="author">分享</span>', None),
        ('<span class="author">責任編輯：林佳蓉</span>', None),
    ],
)
def test_the_author_in_an_element(info: str, author: str | None) -> None:
    assert author == clean(page(info)).article.author


def test_the_source_in_an_element() -> None:
    assert clean(page('<span class="source">老街之友</span>')).article.source == "老街之友"


@pytest.mark.parametrize(
    ("head", "published", "updated"),
    [
        ('<meta name="apub:time" content="2/11/2025, 9:30:00 AM">', "2025-02-11T09:30", None),
        ('<meta name="dcterms.created" content="2025-02-11">', "2025-02-11", None),
        ('<meta name="weibo:article:create_at" content="2025-02-11 09:30:00">', "2025-02-11T09:30:00", None),
        ('<meta property="article:modified_time" content="2025-02-12">', None, "2025-02-12"),
        ('<meta name="PubDate" content="2025-02-11 09:30">', "2025-02-11T09:30", None),
        ('<script type="application/ld+json">{"pubDate": "2025-02-11T09:30:00"}</script>', "2025-02-11T09:30:00", None),
    ],
)
def test_dates_of_the_head(head: str, published: str | None, updated: str | None) -> None:
    found = clean(page("", head)).article
    assert (published, updated) == (found.published, found.updated)


def test_a_note_keeps_its_block() -> None:
    read = from_markup(page('<time datetime="2025-02-11">昨天</time>').decode())
    assert [("老街明年整修 住戶參與驗收", "昨天")] == [
        (read.blocks[note.block - 1].text, read.blocks[note.block].text) for note in read.notes
    ]
