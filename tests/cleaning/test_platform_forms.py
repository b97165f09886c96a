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


VALUES = {
    "place behind the name": "<li class=reply><div><a class=name>小茉</a><span>廣東</span></div><p>{0}</p><span>2024-06-02 12:0{1}</span></li>",
    "login name": "<li class=reply><div><a class=name>小茉</a> <a class=id>mori77</a></div><p>{0}</p><span>2024-06-02 12:0{1}</span></li>",
    "one row": "<li class=reply><a class=name>小茉</a> <span>2024.06.0{1}</span><span class=new>{0}</span></li>",
}


@pytest.mark.parametrize("form", VALUES)
def test_adjacent_elements_of_a_reply_are_separate_values(form: str) -> None:
    rows = "".join(VALUES[form].format(text, number) for number, (_, text) in enumerate(SAID, 1))
    article = told(f"<h1>老漁港的新冷庫</h1>{paragraphs(STORY[:4])}<ul class=comments>{rows}</ul>", "老漁港的新冷庫")
    assert [(comment.author, comment.text) for comment in article.comments] == [("小茉", text) for _, text in SAID]


def test_inline_elements_of_a_sentence_stay_together() -> None:
    sentence = "他說<a class=k>冷庫</a><span class=k>很貴</span>，可是不能沒有它。"
    article = told(f"<h1>老漁港的新冷庫</h1>{paragraphs(STORY[:4])}<p>{sentence}</p>", "老漁港的新冷庫")
    assert article.body[-1].text == "他說冷庫很貴，可是不能沒有它。"


@pytest.mark.parametrize(
    ("row", "author", "source"),
    [
        ("<h3>来自: <a href=/people/mu>木头人</a>(慢慢来) 2022-06-02 10:11:09</h3>", "木头人", None),
        (
            "<div><a class=name href=/u/1>木头人</a> <span>发布于2024-06-02 10:11</span> <span>来自雪岭</span> <span>江苏</span></div>",
            "木头人",
            None,
        ),
        (
            "<div><a class=follow-nickName href=//b.example/mu>木头人</a> <span>2024-06-02 10:11</span></div>",
            "木头人",
            None,
        ),
        ("<div>2024-06-02 10:11 来自iPhone客户端</div>", None, None),
    ],
)
def test_poster_and_place_are_no_source(row: str, author: str | None, source: str | None) -> None:
    article = told(f"<h1>老漁港的新冷庫</h1>{row}<div>{paragraphs(STORY[:4])}</div>", "老漁港的新冷庫")
    assert (article.author, article.source) == (author, source)


@pytest.mark.parametrize(
    "below",
    [
        "<h3>創作者介紹</h3><div><span>貓步</span><p>貓步走天涯</p></div>",
        "<ul class=article-footer><li><a>貓步</a> 發表在 <a href=/>海風網</a> <a>留言</a>(2) 人氣(<span>5421</span>)</li></ul>",
        "<div>© 本文版权归作者 貓步 所有</div><h4>关于作者</h4><p>貓步</p>",
    ],
)
def test_a_blogger_named_below_the_story(below: str) -> None:
    article = told(
        f"<h1>老漁港的新冷庫</h1><p>2018-11-23</p><div>{paragraphs(STORY[:4])}</div>{below}", "老漁港的新冷庫"
    )
    assert (article.author, article.source) == ("貓步", None)


def test_the_only_reply_ends_with_its_element() -> None:
    reply = "<div class=comment><cite><a>小茉</a></cite><span>2018年11月24日 上午9:12</span><p>哪一個碼頭？</p></div>"
    page_ = f"<h1>老漁港的新冷庫</h1>{paragraphs(STORY[:4])}<div id=comments><h4>1 則留言:</h4>{reply}</div>"
    article = told(f"{page_}<div><h2>關於我自己</h2><a>貓步</a></div>", "老漁港的新冷庫")
    assert [comment.text for comment in article.comments] == ["哪一個碼頭？"]


THREADS = {
    "name, text, time and floor": (
        "<div class=l-page><div><a class=c-link>{0}</a><div>個人積分：{2}3分</div></div><div><article>{1}</article>"
        "<div><span>2021-03-0{2} 20:11</span> <span>#{2}</span><a>引用</a></div></div></div>"
    ),
    "panel with a day of its own": (
        "<div class=post><dl><dt><a class=username>{0}</a></dt><dd>帖子: {2}</dd><dd>注册: 2019-01-0{2} 9:30</dd></dl>"
        "<p class=author>由 <strong>{0}</strong> » 2021-03-0{2} 20:11</p><div class=content>{1}</div></div>"
    ),
    "one row above": (
        "<li class=pt-4><div><a>{0}</a><span>写于</span> <a>2021年3月{2}日 20:11</a> <span>最后由 编辑</span> <a>#{2}</a></div>"
        "<div class=content>{1}</div><div><a>1 条回复</a> <a>引用</a> <span>{2}</span></div></li>"
    ),
    "posts named comments": (
        "<div class='topic-body comment'><div><span><a>{0}</a></span><time>2021 年3 月 {2} 日 20:11</time><span>{2}</span></div>"
        "<div class=post>{1}</div><div>{2} 个赞</div></div>"
    ),
}


@pytest.mark.parametrize("form", THREADS)
def test_threads_of_forum_software(form: str) -> None:
    posts = [("貓步", paragraphs(STORY[:4])), *SAID]
    rows = "".join(THREADS[form].format(*post, number) for number, post in enumerate(posts, 1))
    article = told(f"<h1>老漁港的新冷庫</h1><div>網路 閒聊</div><div>{rows}</div>", "老漁港的新冷庫 - 漁港社區")
    assert (article.title, article.author) == ("老漁港的新冷庫", "貓步")
    assert article.published is not None
    assert article.published.startswith("2021-03-01")
    assert [passage.text for passage in article.body] == list(STORY[:4])
    assert [(comment.author, comment.text) for comment in article.comments] == SAID
    assert all("2021" in (comment.time or "") or "-03-" in (comment.time or "") for comment in article.comments)


def test_comments_of_name_and_text_with_the_time_below() -> None:
    rows = "".join(
        f"<div><div><a>{name}</a>：{text}</div><div>6月{day}日 12:00 来自iPhone客户端</div></div>"
        for day, (name, text) in enumerate(SAID, 1)
    )
    article = told(f"<h1>老漁港的新冷庫</h1>{paragraphs(STORY[:4])}<div>評論 2</div>{rows}", "老漁港的新冷庫")
    assert [(comment.author, comment.text, comment.time) for comment in article.comments] == [
        (*said, f"6月{day}日 12:00") for day, said in enumerate(SAID, 1)
    ]


def test_the_answer_of_a_question_page_with_two_is_the_story() -> None:
    answer = (
        "<div class=item><div class='content AnswerItem'><div class=AuthorInfo><a href=/people/{2}>{0}</a></div>"
        "<span>231 人赞同了该回答</span><div>{1}</div><div><a>发布于 2022-06-0{2} 10:11</a></div><button>赞同</button></div></div>"
    )
    rows = answer.format("木头人", paragraphs(STORY[:4]), 1) + answer.format("小满", "<p>值，电费多了几块钱。</p>", 2)
    article = told(f"<h1>冷库值不值得修？</h1><div>2 个回答</div>{rows}", "冷库值不值得修？ - 知乎")
    assert article.author == "木头人"
    assert [passage.text for passage in article.body] == list(STORY[:4])
    assert [comment.author for comment in article.comments] == ["小满"]


def test_a_title_behind_the_names_of_site_and_section() -> None:
    article = told(
        f"<h1>漁港社區</h1><p>慢慢折騰</p><h2><a href=/t/1>老漁港的新冷庫</a></h2><div>發表回覆 3 篇帖子 • 分頁: 1 / 1</div>{paragraphs(STORY[:4])}",
        "漁港社區 • 查看主題 - 老漁港的新冷庫",
    )
    assert article.title == "老漁港的新冷庫"


@pytest.mark.parametrize("row", ["36 人赞同了该文章", "被浏览 12,034"])
def test_a_count_of_readers_is_no_deck(row: str) -> None:
    assert told(f"<h1>老漁港的新冷庫</h1><div>{row}</div>{paragraphs(STORY[:4])}", "老漁港的新冷庫").deck == ()


def test_a_heading_that_leads_from_the_first_page_is_no_title() -> None:
    inside = f"<h3>首頁 - 新聞動態</h3><div><p>老漁港的新冷庫在本週落成！</p>{paragraphs(STORY[:4])}</div>"
    assert told(inside, "新聞動態--漁港學會官網").title != "首頁 - 新聞動態"


@pytest.mark.parametrize("word", ["3 min read", "3 分鐘", "貓步 · Follow"])
def test_reading_times_and_buttons_beside_the_date_are_no_source(word: str) -> None:
    inside = f"<h1>老漁港的新冷庫</h1><div>2023年11月22日</div><div>{word}</div>{paragraphs(STORY[:4])}"
    assert told(inside, "老漁港的新冷庫").source is None
