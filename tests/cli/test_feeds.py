"""`feeds`: from a subscription to articles in the list, without a screen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.stories import HARBOUR, LIBRARY
from tests.sources.feeds import PARAGRAPHS, Entry, rss, whole
from tests.sources.server import Site, page_of, serving
from tui_reader.sources.feeds import opml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import CommandLine

TITLES = [story.split("\n", maxsplit=1)[0] for story in (HARBOUR, LIBRARY)]
ENTRIES = (Entry("港口", "/harbour"), Entry("圖書館", "/library"))


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        served.page("/harbour", page_of(HARBOUR))
        served.page("/library", page_of(LIBRARY))
        served.page("/feed", rss(ENTRIES), "text/xml", ETag='"1"')
        yield served


@pytest.fixture
def subscribed(cli: CommandLine, site: Site) -> CommandLine:
    assert cli("feeds", "add", "--allow-private", f"{site.address}/feed").status == 0
    return cli


def update(cli: CommandLine, *names: str) -> list[str]:
    return cli("feeds", "update", "--allow-private", *names).complaints


def test_new_items_appear_under_their_feed(subscribed: CommandLine, site: Site) -> None:
    assert ["2 added"] == update(subscribed)
    records = subscribed("list", "feed:碼頭", "--json").records
    assert {*TITLES} == {record["title"] for record in records}
    assert {f"{site.address}/harbour", f"{site.address}/library"} == {record["path"] for record in records}
    assert 2 == len(subscribed.ids("feed:码头周报"))
    assert [] == subscribed.ids("feed:别处")
    assert [] == subscribed.ids("-feed:碼頭")
    assert 2 == len(subscribed.ids(f"feed:{site.address}"))


def test_the_list_of_feeds_counts_their_articles(subscribed: CommandLine, site: Site) -> None:
    update(subscribed)
    assert f"2/2  {subscribed('feeds').out.split()[1]}  碼頭週報  {site.address}/feed\n" == subscribed("feeds").out
    (record,) = subscribed("feeds", "--json").records
    assert (2, 2, None) == (record["articles"], record["unread"], record["failure"])


def test_nothing_is_fetched_twice(subscribed: CommandLine, site: Site) -> None:
    update(subscribed)
    site.asked.clear()
    assert ["no new articles"] == update(subscribed)
    assert ["/feed"] == site.paths()
    assert '"1"' == site.asked[0].headers["if-none-match"]


def test_an_item_that_comes_later_is_added(subscribed: CommandLine, site: Site) -> None:
    update(subscribed)
    item = Entry("全文", "/whole", content=whole(), author="林若溪", date="Mon, 03 Mar 2025 08:00:00 +0800")
    site.page("/feed", rss([item, *ENTRIES]), "text/xml")
    assert ["1 added"] == update(subscribed)
    (record,) = subscribed("list", "title:全文", "--json").records
    (shown,) = subscribed("show", "--json", str(record["id"])).records
    assert list(PARAGRAPHS) == [passage["text"] for passage in shown["body"]]
    assert f"{site.address}/whole" == shown["url"]
    assert ("碼頭週報", "林若溪", "2025-03-03T08:00") == (shown["source"], shown["author"], shown["published"])


def test_a_deleted_article_does_not_come_back(subscribed: CommandLine, site: Site) -> None:
    update(subscribed)
    for name in subscribed.ids():
        subscribed("delete", name)
    site.page("/feed", rss(ENTRIES), "text/xml", ETag='"2"')
    assert ["no new articles"] == update(subscribed)
    subscribed("trash", "restore", *[str(record["id"]) for record in subscribed("trash", "--json").records])
    assert 2 == len(subscribed.ids("feed:碼頭"))


def test_what_failed_for_now_is_tried_again_and_what_is_gone_is_not(subscribed: CommandLine, site: Site) -> None:
    site.page("/library", "no", status=503)
    del site.answers["/harbour"]
    ended = subscribed("feeds", "update", "--allow-private")
    assert 1 == ended.status
    assert {"2 refused"} < {*ended.complaints}
    assert 2 == sum(line.startswith("tui-reader: 碼頭週報: http") for line in ended.complaints)
    site.page("/library", page_of(LIBRARY))
    site.page("/harbour", page_of(HARBOUR))
    assert ["1 added"] == update(subscribed)
    assert TITLES[1:] == [record["title"] for record in subscribed("list", "--json").records]


def test_a_page_without_an_article_is_replaced_by_the_items_content(subscribed: CommandLine, site: Site) -> None:
    text = whole(*PARAGRAPHS[:2], PARAGRAPHS[2] + "……")
    site.page("/wall", "<html><body><h1>登录</h1><p>请登录后阅读</p></body></html>")
    site.page("/feed", rss([Entry("倉庫改建", "/wall", content=text)]), "text/xml")
    assert ["1 added"] == update(subscribed)
    assert ["倉庫改建"] == [record["title"] for record in subscribed("list", "--json").records]


def test_a_feed_that_fails_is_named_and_the_others_are_updated(subscribed: CommandLine, site: Site) -> None:
    second = site.page("/second", rss([Entry("全文", "/whole", content=whole())], title="山城週報"), "text/xml")
    subscribed("feeds", "add", "--allow-private", second)
    del site.answers["/feed"]
    ended = subscribed("feeds", "update", "--allow-private")
    assert 1 == ended.status
    assert [f"tui-reader: 碼頭週報 ({site.address}/feed): not found (404)", "1 added, 1 refused"] == ended.complaints
    assert "failed: not found (404)" in subscribed("feeds").out
    site.page("/feed", rss(ENTRIES), "text/xml")
    assert ["2 added"] == update(subscribed)
    assert "failed" not in subscribed("feeds").out


def test_many_items_are_cleaned_in_several_processes(subscribed: CommandLine, site: Site) -> None:
    entries = [
        Entry(f"第{number}號碼頭", f"/{number}", content=whole(*PARAGRAPHS, f"第{number}號。")) for number in range(45)
    ]
    site.page("/feed", rss(entries), "text/xml")
    assert update(subscribed)[-1].startswith("45 added")
    assert 45 == len(subscribed.ids("feed:碼頭"))


def test_a_limit_takes_the_newest_items_only(subscribed: CommandLine, site: Site) -> None:
    subscribed("feeds", "add", "--allow-private", "--limit", "1", f"{site.address}/feed")
    assert ["1 added"] == update(subscribed)
    assert TITLES[:1] == [record["title"] for record in subscribed("list", "--json").records]


def test_only_the_named_feeds_are_updated(subscribed: CommandLine, site: Site) -> None:
    site.page("/second", rss([], title="山城週報"), "text/xml")
    subscribed("feeds", "add", "--allow-private", f"{site.address}/second")
    site.asked.clear()
    update(subscribed, "山城")
    assert ["/second"] == site.paths()
    assert "no feed is subscribed to as “無”" in subscribed("feeds", "update", "無").err
    assert "several feeds match" in subscribed("feeds", "remove", "週報").err


def test_articles_stay_when_a_feed_is_removed_and_nothing_is_fetched_again(subscribed: CommandLine, site: Site) -> None:
    update(subscribed)
    assert "Unsubscribed from 碼頭週報" in subscribed("feeds", "remove", f"{site.address}/feed").err
    assert ("", 2) == (subscribed("feeds").out, len(subscribed.ids()))
    subscribed("feeds", "add", "--allow-private", f"{site.address}/feed")
    site.page("/feed", rss(ENTRIES), "text/xml")
    assert ["no new articles"] == update(subscribed)
    assert 2 == len(subscribed.ids("feed:碼頭"))


def test_lists_of_feeds_come_in_and_go_out(cli: CommandLine, tmp_path: Path) -> None:
    outlines = (opml.Outline("https://a.example/feed", "甲", ""), opml.Outline("https://b.example/feed", "乙", "新闻"))
    (tmp_path / "list.opml").write_text(opml.write(outlines))
    assert ["Subscribed to 2 feeds"] == cli("feeds", "add", str(tmp_path / "list.opml")).complaints
    assert ["Subscribed to no new feed"] == cli("feeds", "add", str(tmp_path / "list.opml")).complaints
    exported = cli("feeds", "export").out
    assert {*outlines} == {*opml.read(exported.encode(), "out")}


def test_what_is_no_feed_is_refused(cli: CommandLine, site: Site, tmp_path: Path) -> None:
    ended = cli(
        "feeds", "add", "--allow-private", f"{site.address}/harbour", str(tmp_path / "no.opml"), f"{site.address}/feed"
    )
    assert 1 == ended.status
    assert ["the page names none" in ended.err, "no such file" in ended.err] == [True, True]
    assert 1 == len(cli("feeds", "--json").records)


def test_subscriptions_are_in_the_backup(subscribed: CommandLine, site: Site, tmp_path: Path) -> None:
    subscribed("feeds", "add", "--allow-private", "--folder", "新闻", "--limit", "7", f"{site.address}/feed")
    backup = tmp_path / "backup.json"
    subscribed("backup", str(backup))
    subscribed("--data-dir", str(tmp_path / "other"), "backup", "--restore", str(backup))
    (record,) = subscribed("--data-dir", str(tmp_path / "other"), "feeds", "--json").records
    assert ("碼頭週報", "新闻", 7) == (record["title"], record["folder"], record["limit"])
    broken = json.loads(backup.read_text())
    broken["articles"] = [{"feed": "javascript:1", "title": "x", "folder": "", "added_at": "", "most": 1}]
    backup.write_text(json.dumps(broken))
    assert "is not the address of a feed" in subscribed("backup", "--restore", str(backup)).err


@pytest.mark.parametrize("words", [["add"], ["remove"], ["what"], ["export", "x"], ["update"]])
def test_wrong_usage(cli: CommandLine, words: list[str]) -> None:
    assert 2 == cli("feeds", *words).status
