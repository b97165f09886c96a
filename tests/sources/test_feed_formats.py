"""Formats of feeds: items of RSS, Atom and JSON feeds, their own content, lists of feeds."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.sources.feeds import PARAGRAPHS, Entry, atom, rss, whole
from tui_reader.errors import SourceBinary
from tui_reader.sources.feeds import opml
from tui_reader.sources.feeds.content import OwnContent
from tui_reader.sources.feeds.parsing import MOST_CONTENT, Item, parse
from tui_reader.sources.shells import is_feed

if TYPE_CHECKING:
    from pathlib import Path


BASE = "https://example.org/news/feed"
DATED = Entry("港口", "a.html", content="<p>正文</p>", author="林若溪", date="Mon, 03 Mar 2025 08:00:00 +0800")


# Reading


@pytest.mark.parametrize("write", [rss, atom])
def test_an_item_of_rss_and_atom(write: Any) -> None:
    entry = DATED if write is rss else DATED._replace(date="2025-03-03T08:00:00+08:00")
    document = parse(write([entry]).encode(), BASE)
    assert "碼頭週報" == document.title
    (item,) = document.items
    assert ("港口", "https://example.org/news/a.html", "林若溪") == (item.title, item.address, item.author)
    assert ("2025-03-03T08:00+08:00", "<p>正文</p>") == (item.published, item.content)


def json_feed(*items: dict[str, object], version: str = "https://jsonfeed.org/version/1.1") -> bytes:
    return json.dumps({"version": version, "title": "碼頭週報", "items": items}).encode()


def test_an_item_of_a_json_feed() -> None:
    given = {
        "id": 7, "url": "/a.html", "title": "港口", "content_text": "第一段<\n\n第二段",
        "authors": [{"name": "林若溪"}, {"name": "周予安"}, {}], "date_published": "2025-03-03T08:00:00+08:00",
    }  # fmt: skip
    document = parse(json_feed(given), BASE)
    assert "碼頭週報" == document.title
    (item,) = document.items
    assert ("https://example.org/a.html", "林若溪、周予安") == (item.address, item.author)
    assert ("2025-03-03T08:00+08:00", "<p>第一段&lt;</p><p>第二段</p>") == (item.published, item.content)


@pytest.mark.parametrize(
    "items",
    [
        None,
        "x",
        [1, None],
        [{"title": 5, "url": ["x"], "authors": 3, "content_html": {}}],
        [{"url": "javascript:alert(1)"}],
    ],
)
def test_a_json_feed_with_anything_in_it(items: object) -> None:
    data = json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}).encode()
    assert all(item.address is None for item in parse(data, BASE).items)


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"<html><body>text</body></html>", b"/etc/hostname", b"{}", b"[1]", b'{"version": 1}', b"{" * 100_000),
        *(b"not a feed at all", b"\x00\xff", b"<opml><body/></opml>", b"https://example.org/"),
    ],
)
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(SourceBinary, match="not a feed"):
        parse(data, BASE)


def test_a_feed_in_another_charset() -> None:
    text = rss([DATED]).replace("utf-8", "gbk")
    assert "港口" == parse(text.encode("gbk"), BASE).items[0].title
    undeclared = text.replace(' encoding="gbk"', "")
    assert "港口" == parse(undeclared.encode("gbk"), BASE, "gbk").items[0].title


def test_entities_that_grow_are_not_expanded() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 10}">' for n in range(9))
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE r [{entities}]><rss version="2.0"><channel><title>&e8;</title></channel></rss>'
    )
    begun = time.monotonic()
    assert len(parse(bomb.encode(), BASE).title) < 10_000
    assert time.monotonic() - begun < 3


def test_entities_read_no_files(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("geheim")
    outside = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><rss version="2.0"><channel><title>&x;</title></channel></rss>'
    assert "geheim" not in parse(outside.encode(), BASE).title


def test_items_come_newest_first_and_once() -> None:
    days = [Entry(str(day), f"{day}.html", date=f"{day:02} Mar 2025 08:00:00 +0800") for day in (3, 9, 1, 9)]
    assert ["9", "3", "1"] == [item.title for item in parse(rss(days).encode(), BASE).items]
    undated = [*days[:2], Entry("x", "x.html")]
    assert ["3", "9", "x"] == [item.title for item in parse(rss(undated).encode(), BASE).items]


def test_an_items_key_does_not_depend_on_its_text() -> None:
    (before,), (after,) = (
        parse(rss([Entry(title, "a.html", content=title, guid="7")]).encode(), BASE).items for title in ("甲", "乙")
    )
    assert before.key == after.key
    assert before.key != parse(rss([Entry("甲", "a.html", guid="8")]).encode(), BASE).items[0].key


@pytest.mark.parametrize("data", [rss([DATED]).encode(), atom([DATED]).encode(), json_feed()])
def test_feeds_are_told_from_pages(data: bytes) -> None:
    assert is_feed(data)
    assert is_feed(b"\xef\xbb\xbf\n" + data)


def test_a_content_longer_than_any_article_is_left_out() -> None:
    (item,) = parse(rss([Entry("甲", "/a", content="字" * (MOST_CONTENT + 1))]).encode(), BASE).items
    assert ("甲", "") == (item.title, item.content)


# Own content


def own(content: str, **more: Any) -> OwnContent:
    item = Item("key", "https://example.org/a", "港口", None, None, content)
    return OwnContent(item._replace(**more), "碼頭週報: a")


def test_a_content_with_the_form_of_an_article_is_whole() -> None:
    assert own(whole()).is_whole
    assert own("<br>".join(PARAGRAPHS)).is_whole


@pytest.mark.parametrize(
    "content",
    [
        "",
        whole(*PARAGRAPHS[:2]),
        whole("".join(PARAGRAPHS)),
        whole(*PARAGRAPHS[:-1], PARAGRAPHS[-1][:40] + "……"),
        whole(*PARAGRAPHS[:-1], PARAGRAPHS[-1][:40] + " [...]"),
        whole() + "<a href='/a'>阅读全文</a>",
        whole() + "<p><a href='/a'>繼續閱讀 →</a></p><p>碼頭週報</p>",
        "<p>a</p>" * 500,
    ],
)
def test_an_excerpt_is_not_whole(content: str) -> None:
    assert not own(content).is_whole


def test_the_document_declares_what_the_feed_says_and_holds_nothing_open() -> None:
    content = own(
        "<p>正文</div></article></body><b>粗<i>", title='港<"口', author="林&若溪", published="2025-03-03T08:00+08:00"
    )
    page = content.document.data.decode()
    assert (
        content.document
        == own(content._item.content, title='港<"口', author="林&若溪", published="2025-03-03T08:00+08:00").document
    )
    assert '"author": {"@type": "Person", "name": "林&若溪"}' in page
    assert '<link rel="canonical" href="https://example.org/a">' in page
    assert page.count("</article>") == 1
    assert page.endswith("</i></b></p></article></body></html>")


# Lists of feeds


def test_a_list_of_feeds_is_read_and_written() -> None:
    outlines = (
        opml.Outline("https://a.example/feed", "甲 & <乙>", ""),
        opml.Outline("https://b.example/feed?x=1&y=2", '"丙"', "新闻/港口"),
        opml.Outline("https://c.example/feed", "丁", "新闻/港口"),
    )
    assert outlines == opml.read(opml.write(outlines).encode(), "list")


def test_folders_within_folders() -> None:
    text = """<?xml version="1.0"?><OPML><body><outline text="新闻"><outline title="港口"><outline text="甲"
    xmlURL="https://a.example/feed"/></outline><outline text="乙" xmlUrl="https://b.example/feed"/></outline>
    <outline text="丙" xmlUrl="ftp://c.example"/></body></OPML>"""
    assert [("甲", "新闻/港口"), ("乙", "新闻")] == [
        (one.title, one.folder) for one in opml.read(text.encode(), "list")
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not a list of feeds"),
        ("<opml><body>", "not a list of feeds"),
        ("<opml><body/></opml>", "no feed in it"),
        ('<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>', "declares no document type"),
    ],
)
def test_what_is_no_list_is_refused(text: str, reason: str) -> None:
    with pytest.raises(SourceBinary, match=reason):
        opml.read(text.encode(), "list.opml")
