"""Replies that markup repeats, in any elements."""

import pytest

from tests.cleaning.made import HEAD, IMPRINT, MENU, STORY, page, paragraphs
from tui_reader.cleaning import clean
from tui_reader.model import Article

SAID = [("阿木", "写得真好，我外公也是卖鱼的。"), ("北岸", "冷库的电费谁来监督？"), ("小鹿", "想买一箱试试。")]


def said(article: Article) -> list[tuple[str | None, str]]:
    return [(comment.author, comment.text) for comment in article.comments]


def with_replies(inside: str) -> Article:
    story = f"{MENU}<main><article>{HEAD}{paragraphs(STORY[:4])}</article>{inside}</main>{IMPRINT}"
    return clean(page(story), name="a.html").article


FORMS = {
    "b and p": ("<section class=comments><h3>评论</h3>", "<b>{}</b><p>{}</p>", "</section>"),
    "dl": ("<h3>读者留言</h3><dl class=comments>", "<dt>{}</dt><dd>{}</dd>", "</dl>"),
    "name and colon": ("<div class=comments>", "<p><span class=author>{}</span>：{}</p>", "</div>"),
    "list with buttons": (
        "<section class=comment-box><h3>网友评论（3）</h3><ul>",
        "<li><img src=a.png><a class=user href=/u/1>{}</a><p>{}</p><div class=ops><span>赞 3</span><span>回复</span><span>举报</span></div></li>",
        "</ul></section>",
    ),
    "articles": (
        "<section id=respond-list>",
        "<article class=comment><h4>{}</h4><time>2天前</time><p>{}</p></article>",
        "</section>",
    ),
    "strong and date": (
        "<div class=discussion>",
        "<div class=comment><strong>{}</strong><span class=date> 2024-03-05</span><div class=text>{}</div></div>",
        "</div>",
    ),
    "cite and ids": (
        "<ol class=comment-list>",
        "<li><div><cite>{}</cite></div><div class=body><p>{}</p></div></li>",
        "</ol>",
    ),
    "badges": (
        "<div class=replies>",
        "<div class='reply odd'><a href=/u>{}</a><i>北京</i><div class=badge>初级粉丝</div><div class=c>{}</div></div>",
        "</div>",
    ),
    "signed below": ("<div class=comments>", "<blockquote><p>{1}</p><footer>— {0}</footer></blockquote>", "</div>"),
}


@pytest.mark.parametrize("form", FORMS)
def test_name_and_text_are_read_in_any_elements(form: str) -> None:
    opened, row, closed = FORMS[form]
    if form == "badges":
        row = row.replace("<i>北京</i>", "")
    article = with_replies(opened + "".join(row.format(*reply) for reply in SAID) + closed)
    assert said(article) == SAID
    assert [passage.text for passage in article.body] == list(STORY[:4])


def test_a_list_of_articles_with_names_is_no_thread() -> None:
    rows = "".join(
        f"<div class=post-item><h4><a href=/{i}>台风过后的渔港又热闹起来了{i}</a></h4><span>林小禾</span> <span>2024-03-0{i} 10:00</span><p>他说今年的鱼比去年多。</p></div>"
        for i in range(1, 6)
    )
    assert said(with_replies(f"<div class=list>{rows}</div>")) == []


def posts(rows: str, title: str = "冷库建好之后大家去看了吗") -> Article:
    return clean(page(f"<h1>{title}</h1>{rows}", f"{title}_渔港吧"), name="a.html").article


def test_the_first_post_is_the_story_and_replies_inside_it_are_comments() -> None:
    post = (
        "<div class=l_post><a class=p_author_name>{}</a><div class=badge>{}</div><div class=d_post_content>{}</div>"
        "<div class=tail><span>{}楼</span> <span>2023-08-01 20:1{}</span></div>{}</div>"
    )
    inner = "<ul class=lzl><li><a>小满</a>: 这么快？ <span>2023-8-1 20:15</span></li></ul>"
    article = posts(
        post.format("渔家二哥", "初级粉丝", "今天路过看了一眼，钢筋已经绑好了，工人说月底可以封顶。", 1, 1, inner)
        + post.format("阿木", "铁杆会员", "我也去看了。", 2, 2, "")
        + post.format("北岸", "初级粉丝", "图呢？", 3, 3, "")
    )
    assert [passage.text for passage in article.body] == ["今天路过看了一眼，钢筋已经绑好了，工人说月底可以封顶。"]
    assert said(article) == [("小满", "这么快？"), ("阿木", "我也去看了。"), ("北岸", "图呢？")]


def test_a_post_of_two_lines_with_nineteen_replies() -> None:
    rows = "".join(
        f"<div class=reply><a href=/u/{i}>user{i}</a> <span>2023-08-02 0{i % 10}:1{i % 6}</span><span>#{i}</span><p>第{i}个人来说一句{'可以的' if i % 2 else '别买'}。</p></div>"
        for i in range(1, 20)
    )
    article = posts(
        "<div class=topic><a href=/u/x>zhou_9</a> · 2023-08-01 20:11</div><div class=topic-content><p>价格便宜一半。</p><p>怕不耐用。</p></div>"
        f"<div class=reply-list>{rows}</div>",
        "有人用过这个牌子的冰柜吗",
    )
    assert [passage.text for passage in article.body] == ["价格便宜一半。", "怕不耐用。"]
    assert (len(article.comments), article.comments[18].author, article.comments[18].floor) == (19, "user19", 19)


def test_the_first_answer_is_the_story_and_trades_are_no_text() -> None:
    answer = (
        "<div class=List-item><div class=AuthorInfo><a href=/p/a>{}</a><div>{}</div></div><div class=RichContent>{}</div>"
        "<div>发布于 2023-08-0{} 20:11</div><div>赞同 128 添加评论 分享 收藏</div></div>"
    )
    article = posts(
        answer.format("顾清", "冷链工程师", paragraphs(STORY[3:6]), 1)
        + answer.format("陆衡", "渔民", "<p>因为快递便宜了。以前寄一箱鱼要八十块，现在只要二十五。</p>", 3),
        "小型冷库为什么越来越多？",
    )
    assert [passage.text for passage in article.body] == list(STORY[3:6])
    assert said(article) == [("陆衡", "因为快递便宜了。以前寄一箱鱼要八十块，现在只要二十五。")]


UNNAMED = {
    "bold link, time and number glued": (
        "<div class=cell><strong><a class=dark href=/member/{0}>{0}</a></strong> <span class=ago>2025-02-14 10:4{2}:02 +08:00</span>"
        "<span class=no>{2}</span><div class=reply_content>{1}</div></div>"
    ),
    "rows": "<div class=bx><div class=bx-h><a href=/u/{0}>{0}</a><em>3月{2}日 10:0{2}</em></div><div class=bx-c>{1}</div></div>",
    "items without a class": "<li><a href=/u/{0}>{0}</a> · {2}小时前<div>{1}</div></li>",
    "name and time in rows of their own": "<div class=kk><p>{0}</p><p>2025-02-14 10:4{2}</p><p>{1}</p></div>",
}


@pytest.mark.parametrize("form", UNNAMED)
def test_elements_of_any_class_are_replies_by_their_content(form: str) -> None:
    rows = "".join(UNNAMED[form].format(*reply, number) for number, reply in enumerate(SAID, 1))
    article = posts(
        f"<div class=q><p>换了新的冷柜，电费少了一半。</p><p>有人也换了吗？</p></div><div class=w>{rows}</div>"
    )
    assert [passage.text for passage in article.body] == ["换了新的冷柜，电费少了一半。", "有人也换了吗？"]
    assert said(article) == SAID


@pytest.mark.parametrize(
    "row",
    [
        "<div class=cell><h4><a href=/{0}>渔港的新灯塔</a></h4><span>2024-03-0{0} 10:00</span><p>他说今年的鱼比去年多。</p></div>",
        "<li><a href=/{0}>台风过后的渔港又热闹起来了{0}</a> <span>2024-03-0{0} 10:00</span><div>他说今年的鱼比去年多。</div></li>",
        "<div class=live><b>编辑部</b> <span>2024-03-0{0} 10:00</span><p>第{0}条船已经离港。</p></div>",
    ],
)
def test_teasers_and_a_report_by_the_minute_are_no_replies(row: str) -> None:
    assert said(with_replies(f"<div class=w>{''.join(row.format(i) for i in range(1, 6))}</div>")) == []


def test_counts_in_a_profile_box_are_no_name_and_no_text() -> None:
    post = (
        "<div id=post_{2}><table><tr><td class=pls><a class=xw1>{0}</a><p>主题 {2} 帖子 340 积分 1,588</p><p>金牌会员</p></td>"
        "<td><div>发表于 2024-9-3 14:22:1{2} | 只看该作者</div><div class=t_f>{1}</div></td></tr></table></div>"
    )
    rows = "".join(
        post.format(*reply, number)
        for number, reply in enumerate([("渔家二哥", "今天路过看了一眼，钢筋已经绑好了，月底可以封顶。"), *SAID])
    )
    article = posts(rows)
    assert article.author == "渔家二哥"
    assert [passage.text for passage in article.body] == ["今天路过看了一眼，钢筋已经绑好了，月底可以封顶。"]
    assert said(article) == SAID
