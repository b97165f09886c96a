"""Forms of blog and forum software: replies, site names and breadcrumbs."""

import pytest

from tests.cleaning.made import STORY, page, paragraphs
from tui_reader.cleaning import clean
from tui_reader.model import Article

SAID = [("小茉", "請問冷庫在哪一個碼頭？"), ("阿德", "電費真的省了嗎？")]
REPLIES = {
    "a reply's own footer": (
        "<li class=comment><article><footer><b class=fn>{0}</b> 說道： <time>2018 年 11 月 2{2} 日 09:12</time></footer>"
        "<div class=comment-content><p>{1}</p></div><a>回覆</a></article></li>"
    ),
    "floor with both signs": (
        "<div class=feedbackItem><div><a>#{2}楼</a> <span>2024-06-02 12:0{2}</span> <a href=/u/{2}>{0}</a></div><div>{1}</div></div>"
    ),
    "votes and a button below": (
        "<section class=post><div><a>{2} 樓</a> <a class=name>{0}</a></div><div>2021-03-05 09:01:4{2}</div>"
        "<div>{1}</div><div>推 1 噓 - <a>留言</a></div></section>"
    ),
}


def told(inside: str, window: str) -> Article:
    return clean(page(inside, window), name="a.html").article


@pytest.mark.parametrize("form", REPLIES)
def test_replies_of_blog_and_forum_software(form: str) -> None:
    rows = "".join(REPLIES[form].format(*reply, number) for number, reply in enumerate(SAID, 1))
    article = told(
        f"<h1>老漁港的新冷庫</h1><article>{paragraphs(STORY[:4])}</article><div id=comments><h3>2 則留言</h3>{rows}</div>",
        "老漁港的新冷庫",
    )
    assert [(comment.author, comment.text) for comment in article.comments] == SAID


def test_a_linked_heading_that_begins_the_title_is_the_site() -> None:
    article = told(
        f"<h1 class=title><a href=/>貓步走天涯</a></h1><h2>2018年11月23日 星期五</h2><h3>尾道三日</h3>{paragraphs(STORY[:4])}",
        "貓步走天涯: 尾道三日",
    )
    assert article.title == "尾道三日"
    assert [passage.text for passage in article.body] == list(STORY[:4])


@pytest.mark.parametrize(
    ("crumb", "category"),
    [
        ("首頁 / 財經", "財經"),
        ("首页 | 生活 | 饮食", "饮食"),
        ("首頁 / 漁業 / 老漁港的新冷庫", "漁業"),
        ("首頁 > 財經 > 正文", "財經"),
    ],
)
def test_the_category_is_the_last_step_that_is_neither_home_nor_title(crumb: str, category: str) -> None:
    article = told(f"<div>{crumb}</div><h1>老漁港的新冷庫</h1>{paragraphs(STORY[:4])}", "老漁港的新冷庫 – 海風網")
    assert (article.category, article.title) == (category, "老漁港的新冷庫")


@pytest.mark.parametrize(
    "menu",
    ["首页|政务公开|办事服务|互动交流", "<a>首页</a> | <a>新闻</a> | <a>公开</a>", "首頁 / 政治 / 社會 / 生活 / 體育"],
)
def test_a_menu_is_no_breadcrumb(menu: str) -> None:
    assert told(f"<div>{menu}</div><h1>老漁港的新冷庫</h1>{paragraphs(STORY[:4])}", "老漁港的新冷庫").category is None
