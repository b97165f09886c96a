"""Threads as sites of several kinds print them, and posts of two lines that open them."""

import pytest

from tui_reader.cleaning import clean
from tui_reader.model import Article

STORY = (
    "江城市圖書館的老館員上個月退休了，她在借閱台後面坐了三十一年，辦過的借書證有四萬多張。",
    "館裡給她辦了一個小小的告別會，來的人比預想的多出一倍，有人帶來了二十年前借走的書。",
    "接替她的是二十六歲的年輕人，他打算保留借閱台上那盞綠罩台燈，也保留每週三的讀書會。",
)
COMMENT_STYLES = (("夜航船", "看到這裡眼睛有點濕"), ("渡口", "燈還在"), ("山裡人", "她薦的書我都讀過"))


def article(body: str, title: str = "借閱台後的三十一年") -> Article:
    page = f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{body}</body></html>"
    return clean(page.encode(), name="page.html").article


def each(form: str) -> str:
    return "".join(form.format(n=number, name=name, text=text) for number, (name, text) in enumerate(COMMENT_STYLES, 1))


PARAGRAPHS = "".join(f"<p>{text}</p>" for text in STORY)
TOP = f"<h1>借閱台後的三十一年</h1><div>小滿 2025-02-11 09:30</div>{PARAGRAPHS}"
FORMS = {
    "name and time in a row, text below": "<div id='comments'><h3>3 條評論</h3>"
    + each("<div class='item'><div><a href='/u'>{name}</a> <span>2025-02-1{n} 10:00</span></div><p>{text}</p><div><a>回覆</a></div></div>")
    + "</div>",
    "only the text is called a reply": "<div>3 条回复 • 2025-02-12 10:00:00 +08:00</div>"
    + each("<div class='cell'><div><span>{n}</span></div><b><a href='/u'>{name}</a></b> <i>{n} 天前</i><div class='reply_content'>{text}</div></div>"),
    "name, says, day": "<ol class='comment-list'>"
    + each("<li><div><b>{name}</b> 說道：</div><div><a href='#'>2025年2月1{n}日 上午9:30</a></div><p>{text}</p><div><a>回覆</a></div></li>")
    + "</ol>",
    "name, place, text, time below": "<div class='CommentList'>"
    + each("<div><div><a href='/u'>{name}</a> @u{n}</div><div>浙江省杭州市</div><div>{text}</div><div>2025-02-1{n} 07:19</div><div>0</div></div>")
    + "</div>",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_replies_are_read_in_either_order(form: str) -> None:
    found = article(TOP + FORMS[form])
    assert list(STORY) == [passage.text for passage in found.body]
    assert list(COMMENT_STYLES) == [(comment.author, comment.text) for comment in found.comments]
    assert all(comment.time for comment in found.comments)


@pytest.mark.parametrize("form", FORMS)
def test_a_post_of_a_line_with_replies_is_an_article(form: str) -> None:
    post = "<h1>綠罩台燈</h1><div><a href='/u'>小滿</a> · 2025-02-11 09:30</div><div class='content'>那盞綠罩台燈還在嗎</div>"
    found = article(post + FORMS[form], "綠罩台燈")
    assert ["那盞綠罩台燈還在嗎"] == [passage.text for passage in found.body]
    assert list(COMMENT_STYLES) == [(comment.author, comment.text) for comment in found.comments]


def test_a_dump_of_replies_under_their_head() -> None:
    rows = "".join(
        f"{name}\n2025-02-11 10:0{n}\n{text}\n回覆\n讚 {n}\n" for n, (name, text) in enumerate(COMMENT_STYLES)
    )
    found = clean(
        ("借閱台後的三十一年\n" + "\n".join(STORY) + f"\n網友評論（3條）\n{rows}查看更多評論\n").encode()
    ).article
    assert list(STORY) == [passage.text for passage in found.body]
    assert list(COMMENT_STYLES) == [(comment.author, comment.text) for comment in found.comments]


def test_the_first_answer_is_the_story_and_the_others_are_comments() -> None:
    answer = "<div class='AnswerItem'><div><a href='/u'>{}</a></div><div>圖書館員</div><button>讚</button><div>{}</div><div>發布於 2025-02-11 09:30</div></div>"
    found = article("<h1>在圖書館工作是什麼體驗？</h1>" + answer.format("小滿", PARAGRAPHS) + "".join(answer.format(*said) for said in COMMENT_STYLES), "在圖書館工作是什麼體驗？")  # fmt: skip
    assert list(STORY) == [passage.text for passage in found.body]
    assert list(COMMENT_STYLES) == [(comment.author, comment.text) for comment in found.comments]


def test_a_list_of_articles_is_no_thread() -> None:
    teasers = each("<div><a href='/a/{n}'>{text}</a><span>{name}</span> 2025-02-1{n} 10:00</div>")
    assert () == article(f"{TOP}<div class='more'><h3>更多文章</h3>{teasers}</div>").comments


PUSHES = ("推 ab: 先推 02/11 10:00", "→ K9: 再推 02/11 10:05")
HEADERS = {
    "colons": "作者: teahouse (茶行) 看板: Harbor\n標題: [心得] 老茶行\n時間: Tue Feb 11 09:30:00 2025",
    "no colons": "作者teahouse (茶行)\n看板Harbor\n標題[心得] 老茶行\n時間Tue Feb 11 09:30:00 2025",
    "spaces and a rule": "作者  teahouse (茶行)        看板  Harbor\n標題  [心得] 老茶行\n時間  Tue Feb 11 09:30:00 2025\n───────────────",
}
SENT = "--\n※ 發信站: 批踢踢實業坊(ptt.cc), 來自: 203.0.113.9\n◆ From: 203.0.113.9"


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize(
    "rows",
    [
        ["茶行收了", "好可惜", "", SENT, *PUSHES],
        [*PUSHES, "", "茶行收了", "好可惜", "", SENT],
        ["茶行收了", "好可惜", SENT, PUSHES[0], "謝謝你，茶還有一些", PUSHES[1]],
        ["茶行收了", "好可惜", *PUSHES],
    ],
    ids=["below", "above the text", "a reply of the poster between", "no signature"],
)
def test_a_post_on_a_board_reaches_from_its_header_to_its_end(header: str, rows: list[str]) -> None:
    found = clean("\n".join([HEADERS[header], "", *rows]).encode()).article
    assert ["茶行收了", "好可惜"] == [passage.text for passage in found.body]
    assert [("ab", "先推"), ("K9", "再推")] == [(comment.author, comment.text) for comment in found.comments]


def test_rows_that_begin_with_their_floor_are_comments() -> None:
    story = "<p>港口扩建昨天动工，首期投资十二亿元，两年以后完工。</p><p>新码头建成以后，每年可以多停靠三百艘货船。</p>"
    rows = "".join(f"<p>{floor}樓 讀者{name}：這裡的說明很清楚，謝謝。</p>" for floor, name in enumerate("甲乙丙丁", 1))
    found = article(story + rows)
    assert [1, 2, 3, 4] == [comment.floor for comment in found.comments]
    assert ["讀者甲", "讀者乙", "讀者丙", "讀者丁"] == [comment.author for comment in found.comments]
