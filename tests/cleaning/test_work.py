"""Four times the page is four times the work: calls are counted, so that no clock is asked."""

import sys
from collections.abc import Callable

import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.comments.threads import merge
from tui_reader.errors import SourceError
from tui_reader.model import Comment

pytestmark = pytest.mark.slow

STORY = "今天台北市政府宣布，將於明年起推動新的交通政策，並由沿線住戶代表參與驗收。" * 2
FEW, MANY = 400, 1600
SLACK = 1.4
"""What is done once a page, and sorting, make up for less than this."""

Rows = Callable[[int], str]

PAGES: dict[str, Rows] = {
    "pushes": lambda n: f"推 nick{n}: 同感 02/24 21:40\n",
    "the same push": lambda _: "推 nick: 同感 02/24 21:40\n",
    "floors": lambda n: f"{n}樓\n木匠{n}\n2021-3-6 11:05\n可以只換玻璃。\n",
    "the same floor": lambda _: "1樓 木匠 2021-3-6 11:05\n",
    "posts": lambda n: f"木匠{n} 發表於 2021-3-6 11:05 | 只看該作者\n可以只換第{n}片玻璃。\n",
    "answers": lambda n: f"{STORY}{n}\n編輯於 2021-03-06 11:05\n贊同 12\n3 條評論\n感謝\n",
    "comments": lambda n: f"網友評論\n木匠{n}\n3小時前\n可以。\n回覆\n",
    "dates": lambda n: f"2025-01-02 10:{n % 60:02d} 王小明 河岸日報{n}\n",
    "reporters": lambda n: f"記者林{n}、記者王大為／台北報導\n",
    "paragraphs": lambda n: f"今天天氣很好{n}，大家都出門去了。他們買了很多東西。\n",
    "the same paragraph": lambda _: (
        "今天天氣很好，大家都出門去了。他們在市場裡買了很多東西，晚上才回家，路上遇見老朋友。\n"
    ),
    "links": lambda n: f"<li><a href=x>新聞連結第{n}則</a>\n",
    "regions": lambda n: f"<div class='nav share'>字{n}</div>\n",
    "nested": lambda n: f"<div class='nav'>字{n}",
    "tables": lambda n: f"<table><tr><td>{n}<td>2<tr><td>3<td>4</table>\n",
    "table rows": lambda n: f"<table><tr><td>{n}<td>2",
    "breaks": lambda n: f"字{n}<br>",
    "pictures": lambda n: f"字{n}<img src=a{n}.jpg>",
    "cells over cells": lambda n: f"{'<table>' if n == 0 else ''}<tr><td rowspan=50 colspan=50>{n}</td></tr>\n",
    "lines of programs": lambda n: f"{'<pre>' if n == 0 else ''}<code><div>x = {n}</div></code>",
    "replies": lambda n: (
        f"{'<div class=comments>' if n == 0 else ''}<p><b>木匠{n}</b> <i>2021-3-6 11:05</i><p>可以只換玻璃{n}"
    ),
    "page numbers": lambda n: f"- {n % 90} -\n",
    "hidden words": lambda n: f"<i style='display:none'>x</i>字{n}",
    "linked data": lambda _: '<script type="application/ld+json">{"@type":"Thing"}</script>',
    "scripts": lambda n: f'<script>var ct = "1740399{n:03d}"</script>',
    "quotations": lambda n: f"※ 引述《nick{n}》之銘言：\n: 前面說了{n}次\n",
    "captions": lambda n: f"▲第{n}張照片。（圖／業者提供）\n",
    "crumbs": lambda n: f"首頁 > 財經 > 第{n}頁\n",
}


def work(rows: Rows, count: int) -> int:
    """Calls, of Python's functions and of built-in ones, that it takes to clean a page of so many rows."""
    head = "<html><body>" if "<" in rows(1) else ""
    page = f"{head}{STORY}\n{''.join(map(rows, range(count, 2 * count)))}".encode()
    calls = 0

    def tick(*_: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        clean(page, name="x")
    except SourceError:
        pass
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("page", PAGES)
def test_the_work_grows_with_the_page(page: str) -> None:
    work(PAGES[page], 10)
    assert work(PAGES[page], MANY) < SLACK * MANY / FEW * work(PAGES[page], FEW)


class Counted(str):
    """A text that counts how many characters it and what is made of it were copied."""

    __slots__ = ()
    copied = 0

    def __add__(self, other: str) -> "Counted":
        Counted.copied += len(self) + len(other)
        return Counted(str(self) + other)


def test_a_reply_of_many_rows_is_put_together_once() -> None:
    Counted.copied = 0
    rows = [Reply(n, n + 1, Comment(Counted("同感同感"), "nick", "02/24 21:40"), row=True) for n in range(1000)]
    assert ["同感同感" * 1000] == [comment.text for comment in merge(rows)]
    assert 4 * 1000 >= Counted.copied
