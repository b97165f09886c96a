"""The body is a place: what its element holds belongs to it, and an interruption does not end it."""

import pytest

from tests.cleaning.made import HEAD, IMPRINT, MENU, STORY, VERSE, page, paragraphs
from tui_reader.cleaning import clean
from tui_reader.errors import NoArticle

BOX = "<div class=related><h4>相关阅读</h4><ul><li><a href=/1>台风过后的渔港</a></li><li><a href=/2>快递如何改变小镇</a></li></ul></div>"
PROMOTION = "<div class=box><p>扫描二维码，关注海风网公众号</p><p><a href=/app>下载海风客户端</a></p></div>"
TALK = ("卖了多少年鱼？", "三十年。", "累吗？", "习惯了。", "想过改行吗？", "想过。后来还是回来了。")


def body(data: bytes, name: str = "a.html") -> list[str]:
    return [passage.text for passage in clean(data, name=name).article.body]


@pytest.mark.parametrize("holder", ["article", "div class=content", "section"])
def test_lists_and_tables_behind_an_advertisement_are_the_storys(holder: str) -> None:
    rest = (
        "<blockquote><p>冷库不是为了今天，而是为了停电的那一天。</p></blockquote><ul><li>占地一百二十平方米</li><li>电费分摊</li></ul>"
        "<table><tr><th>月份</th><th>箱数</th></tr><tr><td>一月</td><td>120</td></tr></table>"
    )
    told = body(
        page(
            f"{MENU}<{holder}>{HEAD}{paragraphs(STORY[:3])}<div class=ad>广告</div>{rest}</{holder.split(maxsplit=1)[0]}>{IMPRINT}"
        )
    )
    assert told[3:] == [
        "冷库不是为了今天，而是为了停电的那一天。",
        "占地一百二十平方米",
        "电费分摊",
        "月份\t箱数\n一月\t120",
    ]


def test_a_box_of_links_in_the_middle_parts_nothing() -> None:
    inside = paragraphs(STORY[:2]) + BOX + paragraphs(STORY[2:5]) + BOX + paragraphs(STORY[5:])
    assert body(page(f"{MENU}<article>{HEAD}{inside}</article>{IMPRINT}")) == list(STORY)


def test_pointers_between_paragraphs_do_not_make_a_list_of_teasers() -> None:
    pointer = "<p><a href=/x>延伸阅读：台风过后的渔港</a></p>"
    inside = pointer.join(paragraphs(STORY[start : start + 2]) for start in (0, 2, 4))
    assert body(page(f"{MENU}<article>{HEAD}{inside}</article>{IMPRINT}")) == list(STORY[:6])


def test_promotion_behind_each_section_does_not_end_it_and_the_first_heading_is_kept() -> None:
    sections = (
        f"<h2>第{n}节</h2>{paragraphs(STORY[i : i + 2])}{PROMOTION}" for n, i in (("一", 0), ("二", 2), ("三", 4))
    )
    told = body(page(f"{MENU}<article>{HEAD}{''.join(sections)}</article>{IMPRINT}"))
    assert told == ["第一节", *STORY[:2], "第二节", *STORY[2:4], "第三节", *STORY[4:6]]


def test_short_lines_behind_one_sentence_are_the_storys_where_their_element_has_no_links() -> None:
    recipe = (
        "<h1>家常煎带鱼</h1><p>这道菜是我外婆教的，冬天的时候一家人围着锅等第一块出锅。</p><h2>材料</h2><ul><li>带鱼 500克</li><li>姜 3片</li></ul>"
        "<h2>步骤</h2><ol><li>带鱼洗净切段</li><li>小火煎至两面金黄</li></ol><h2>小贴士</h2><p>火太大容易焦</p>"
    )
    told = body(page(f"{MENU}<div class=recipe>{recipe}</div>{IMPRINT}", "家常煎带鱼 - 厨房笔记"))
    assert told[1:] == [
        "材料",
        "带鱼 500克",
        "姜 3片",
        "步骤",
        "带鱼洗净切段",
        "小火煎至两面金黄",
        "小贴士",
        "火太大容易焦",
    ]


def test_terms_and_their_meanings_are_kept() -> None:
    terms = "<dl><dt>起水</dt><dd>把鱼从船上卸到岸上。</dd><dt>头水</dt><dd>当天第一批货</dd></dl>"
    lead = "<p>刚到渔港的人常常听不懂大家在说什么，下面是几个最常用的词。</p>"
    told = body(page(f"{MENU}<article><h1>渔港常用词</h1>{lead}{terms}</article>{IMPRINT}", "渔港常用词"))
    assert told[1:] == ["起水", "把鱼从船上卸到岸上。", "头水", "当天第一批货"]


@pytest.mark.parametrize("tag", ["p", "div", "li"])
def test_a_page_of_verse_alone_is_an_article(tag: str) -> None:
    article = clean(
        page(f"{MENU}<h1>海港的灯</h1>{paragraphs(VERSE, tag)}{IMPRINT}", "海港的灯"), name="a.html"
    ).article
    assert [passage.text for passage in article.body] == list(VERSE)


def test_an_interview_of_short_turns_is_kept_whole() -> None:
    turns = [f"{'海风' if i % 2 == 0 else '老陈'}：{text}" for i, text in enumerate(TALK)]
    told = body(page(f"{MENU}<article><h1>和老陈聊鱼</h1>{paragraphs(tuple(turns))}</article>{IMPRINT}", "和老陈聊鱼"))
    assert told == turns


def test_a_dump_of_short_lines_goes_on_to_its_end() -> None:
    rows = [
        "08:30 签到",
        "09:00 社长致辞",
        "09:20 年度财务报告",
        "10:00 茶歇",
        "10:20 冷库项目进度说明",
        "11:30 自由讨论",
        "16:00 散会",
    ]
    told = body("\n".join(["第三届渔业合作社年会议程", "", "时间：2024年3月8日", "", *rows]).encode(), "a.txt")
    assert told[-len(rows) :] == rows


def test_a_dump_of_verse_is_an_article() -> None:
    assert body("\n".join(["海港的灯", "", *VERSE]).encode(), "a.txt") == list(VERSE)


def test_links_with_notes_are_the_text_of_a_digest() -> None:
    lists = (
        "<h2>渔业</h2><ul><li><a href=http://a.example/1>冷库的三种建法</a>：讲得很细，配了图纸。</li><li><a href=http://a.example/2>为什么鱼价在周三最低</a></li></ul>"
        "<h2>技术</h2><ul><li><a href=http://b.example/1>用电表数据预测停电</a></li><li><a href=http://b.example/2>保温箱材料比较</a>：结论出人意料。</li></ul>"
    )
    lead = "<p>这周读到不少好文章，挑了几篇推荐给大家，按主题排列。</p>"
    told = body(page(f"{MENU}<article><h1>本周值得一读</h1>{lead}{lists}</article>{IMPRINT}", "本周值得一读"))
    assert "为什么鱼价在周三最低" in told
    assert "用电表数据预测停电" in told


def test_a_wall_of_links_is_refused_though_they_have_full_stops() -> None:
    links = " ".join(f"<a href=/{i}>{text}</a>" for i, text in enumerate(STORY))
    with pytest.raises(NoArticle, match="page of links"):
        clean(page(f"{MENU}<div>{links}</div>{IMPRINT}", "海风网"), name="a.html")


def test_furniture_behind_the_prose_of_a_dump_is_no_part_of_it() -> None:
    dump = [
        "海边的冷库",
        *STORY[:4],
        "海风网",
        "首页",
        "新闻",
        "财经",
        "返回顶部",
        "本站所有内容仅供参考，不构成任何建议。",
    ]
    assert body("\n".join(dump).encode(), "a.txt") == list(STORY[:4])


def test_a_numbered_list_below_one_sentence_of_a_dump_is_kept_to_its_end() -> None:
    items = [
        f"{number}. {thing}"
        for number, thing in enumerate(("手電筒", "電池", "飲水", "乾糧", "急救箱", "雨衣", "收音機"), 1)
    ]
    told = body(
        "\n".join(["颱風前要準備的東西", "", "颱風來之前，先檢查家裡有沒有這些東西。", "", *items]).encode(), "a.txt"
    )
    assert told[1:] == items


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_a_refrain_that_closes_a_song_is_kept_however_often_it_returns(blank: str) -> None:
    refrain = "把名字写给潮水"
    verses = [*VERSE[:4], refrain, *VERSE[4:], refrain, refrain, refrain]
    told = body(f"海港的灯\n\n{blank.join(verses)}\n\n首页\n返回顶部\n版权所有 海风网\n".encode(), "a.txt")
    assert "\n".join(verses) == "\n".join(told)


@pytest.mark.parametrize("tag", ["p", "div", "li"])
def test_a_song_may_be_named_by_its_last_line(tag: str) -> None:
    told = body(page(f"{MENU}<div class=song>{paragraphs(VERSE, tag)}</div>{IMPRINT}", f"{VERSE[-1]} - 海风网"))
    assert told == list(VERSE)


@pytest.mark.parametrize("times", [2, 3])
def test_a_title_that_returns_as_a_refrain_does_not_begin_the_song_again(times: int) -> None:
    stanzas = [
        "你问我海有多深\n我说海有几分\n浪打过来的时候",
        "轻轻的一阵风\n吹过旧的码头\n深深的一盏灯",
        "他们说春天要来\n船底长满了青苔\n母亲在门口喊我",
    ]
    song = "\n\n".join(f"{text}\n月亮落在海上" for text in stanzas[:times])
    body = "\n".join(passage.text for passage in clean(f"月亮落在海上\n\n{song}\n".encode()).article.body)
    assert all(line in body for text in stanzas[:times] for line in text.split("\n"))


def test_a_row_about_the_author_between_date_and_text_of_a_post_is_no_part_of_it() -> None:
    author = "<div class=up><a href=/u/77>渡口小舟</a><span>粉丝：1.2万 文章：36</span> <a>关注</a></div>"
    reply = "<div class=reply-item><div class=user-name>{0}</div><div class=reply-content>{1}</div><div class=reply-info><span>2024-03-06 12:00</span><span>回复</span></div></div>"
    replies = f"<div class=comment-list>{reply.format('小满', '写得很清楚')}{reply.format('老木', '谢谢分享')}</div>"
    inside = f"<h1>海边的冷库</h1><div class=panel>2024-03-05 09:12</div>{author}<div class=text>{paragraphs(STORY[:4])}</div>{replies}"
    assert body(page(f"{MENU}{inside}", "海边的冷库 - 海风社区")) == list(STORY[:4])
