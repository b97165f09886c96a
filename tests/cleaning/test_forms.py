"""Whole pages of many forms: what is kept of each, what is not, and what readers say."""

from typing import NamedTuple

import pytest

from tests.cleaning.made import HEAD, IMPRINT, MENU, STORY, page, paragraphs
from tui_reader.cleaning import clean


class Form(NamedTuple):
    """A page, pieces that its body has, pieces that it has not, and its comments."""

    data: bytes
    has: tuple[str, ...] = ()
    has_not: tuple[str, ...] = ()
    comments: tuple[tuple[str, str], ...] = ()
    name: str = "a.html"


def text(*rows: str) -> bytes:
    return "\n".join(rows).encode()


def story(inside: str, below: str = "") -> bytes:
    return page(f"{MENU}<article>{HEAD}{inside}</article>{below}{IMPRINT}")


def plain(title: str, inside: str) -> bytes:
    return page(f"{MENU}<div class=detail><h1>{title}</h1>{inside}</div>{IMPRINT}", title)


PRE = "import csv\nfor row in f:\n    print(row)"
FORMS = {
    "questions": Form(
        text(
            "冷库常见问题",
            "",
            "Q：一天开几次门合适？",
            "A：早晚各一次。",
            "",
            "Q：停电了怎么办？",
            "A：不要开门，鱼可以撑两天。",
        ),
        ("Q：一天开几次门合适？", "A：早晚各一次。", "A：不要开门，鱼可以撑两天。"),
        name="a.txt",
    ),
    "questions that unfold": Form(
        plain(
            "冷库常见问题",
            "<details><summary>一天开几次门合适？</summary><p>早晚各一次。</p></details><details><summary>停电了怎么办？</summary><p>不要开门，鱼可以撑两天。</p></details>"
            "<details><summary>谁来付电费？</summary><p>合作社和渔民各一半。</p></details>",
        ),
        ("一天开几次门合适？", "早晚各一次。", "谁来付电费？", "合作社和渔民各一半。"),
    ),
    "what is new": Form(
        plain(
            "渔港大亨 1.4.2",
            "<h3>新增</h3><ul><li>冷库可以升级到五级</li><li>新的鱼种：黄鳍鲷</li></ul><h3>修复</h3><ul><li>修复了存档偶尔丢失的问题</li></ul>",
        ),
        ("新增", "冷库可以升级到五级", "修复了存档偶尔丢失的问题"),
    ),
    "verse with breaks": Form(
        plain(
            "海港的灯",
            "<p>词：林小禾 曲：周大海</p><p>夜里的风吹过港口<br>灯一盏一盏地亮<br>你说要去很远的地方</p><p>（副歌）<br>船走了<br>灯还亮</p>",
        ),
        ("夜里的风吹过港口", "你说要去很远的地方", "灯还亮"),
    ),
    "entries with times": Form(
        story(
            "".join(
                f"<div class=item><span class=t>{9 + i}:00</span><p>{row}</p></div>" for i, row in enumerate(STORY[:6])
            )
        ),
        STORY[:6],
    ),
    "a form in the middle": Form(
        story(
            paragraphs(STORY[:2])
            + "<div class=newsletter><h3>喜欢这篇文章吗？</h3><p>订阅我们的邮件，每周收到三篇好文章。</p><form><input></form></div>"
            + paragraphs(STORY[2:4])
        ),
        STORY[:4],
        ("订阅我们的邮件",),
    ),
    "a box about the author": Form(
        story(
            paragraphs(STORY[:4])
            + "<div class=bio><h4>关于作者</h4><p>林小禾，海风日报记者，写过两本关于海的书。</p></div>"
        ),
        STORY[:4],
        ("写过两本关于海的书",),
    ),
    "a note on copying": Form(
        story(paragraphs((*STORY[:4], "本文由海风网原创发布，未经授权请勿转载。", "- END -"))),
        STORY[:4],
        ("未经授权请勿转载", "END"),
    ),
    "a table of contents": Form(
        story(
            "<div class=toc><h2>目录</h2><ul><li><a href=#a>起风</a></li><li><a href=#b>停电</a></li></ul></div>"
            f"<h2 id=a>起风</h2>{paragraphs(STORY[:2])}<h2 id=b>停电</h2>{paragraphs(STORY[2:4])}"
        ),
        (*STORY[:4], "起风", "停电"),
        ("目录",),
    ),
    "laid out in a table": Form(
        (
            "<html><head><title>海边的冷库</title></head><body><table width=100%><tr><td width=150><a href=/>首页</a><br><a href=/n>新闻</a></td>"
            f"<td><center><b>海边的冷库</b></center><br>{'<br><br>'.join('　　' + row for row in STORY[:4])}</td></tr></table></body></html>"
        ).encode(),
        STORY[:4],
        ("首页",),
    ),
    "a poem with notes": Form(
        text(
            "秋夜渡口",
            "",
            "[宋] 林小禾",
            "",
            "风起芦花白，舟横渡口空。",
            "一灯明远岸，数雁没长空。",
            "",
            "注释",
            "①渡口：过河的地方。",
            "②没：消失。",
            "",
            "译文",
            "一盏灯照亮远处的岸，几只大雁消失在天空。",
        ),
        ("风起芦花白，舟横渡口空。", "①渡口：过河的地方。", "一盏灯照亮远处的岸，几只大雁消失在天空。"),
        name="a.txt",
    ),
    "a dialogue": Form(
        text(
            "第三章 停电",
            "",
            "“灯怎么灭了？”",
            "“停电。”",
            "“什么时候来？”",
            "“不知道。”",
            "他们在黑暗里坐了很久。",
            "谁也没有说话。",
            "“冰要化了。”",
            "“嗯。”",
            "老陈站起来，摸到门边，推开门，外面一片月光。",
        ),
        ("“灯怎么灭了？”", "“停电。”", "“嗯。”", "谁也没有说话。"),
        name="a.txt",
    ),
    "a post without a full stop": Form(
        page(
            "<h1>冷库封顶了</h1><div class=meta>发表于 2024-03-05 20:11</div><div class=content><p>今天去看了一眼</p><p>钢筋已经绑好了</p><p>工人说月底可以完工</p><p>想想还有点激动</p></div>",
            "冷库封顶了",
        ),
        ("今天去看了一眼", "想想还有点激动"),
    ),
    "a notice of one sentence": Form(
        plain("停水通知", "<p>因管道检修，3月8日8时至17时全镇停水，请提前储水。</p><p>镇供水站</p><p>2024年3月6日</p>"),
        ("因管道检修，3月8日8时至17时全镇停水，请提前储水。",),
    ),
    "a programme": Form(
        plain(
            "第三届渔业节日程",
            "<ul><li>09:00 开幕式</li><li>10:00 渔船巡游</li><li>12:00 长桌宴</li><li>15:00 织网比赛</li><li>19:30 烟火</li></ul>",
        ),
        ("09:00 开幕式", "19:30 烟火"),
    ),
    "preformatted with breaks": Form(
        story(
            f"<p>{STORY[0]}</p><pre>import csv<br>for row in f:<br>&nbsp;&nbsp;&nbsp;&nbsp;print(row)</pre><p>{STORY[1]}</p>"
        ),
        (PRE,),
    ),
    "numbers in the lines": Form(
        story(
            f"<p>{STORY[0]}</p><div class=highlight><pre><span class=n>1 </span>import csv\n<span class=n>2 </span>for row in f:\n<span class=n>3 </span>    print(row)\n</pre></div><p>{STORY[1]}</p>"
        ),
        (PRE,),
    ),
    "a bar over the program": Form(
        story(
            f"<p>{STORY[0]}</p><div class=code-block><div class=code-header><span>python</span><span>复制</span></div><pre><code>import csv\nprint(1)</code></pre></div><p>{STORY[1]}</p>"
        ),
        ("import csv\nprint(1)",),
        ("复制",),
    ),
    "replies to replies": Form(
        story(
            paragraphs(STORY[:3]),
            "<div class=comments-list><div class=comment-item><span class=name>阿木</span><span class=time>昨天 10:00</span><p>写得真好。</p><div class=sub-comments><div class=comment-item>"
            "<span class=name>林小禾</span><span class=time>昨天 11:00</span><p>谢谢。</p></div></div></div>"
            "<div class=comment-item><span class=name>北岸</span><span class=time>昨天 12:00</span><p>电费谁来监督？</p></div></div>",
        ),
        STORY[:3],
        comments=(("阿木", "写得真好。"), ("林小禾", "谢谢。"), ("北岸", "电费谁来监督？")),
    ),
    "nobody has replied": Form(
        story(paragraphs(STORY[:3]), "<div id=comments><h3>评论</h3><p>暂无评论，快来抢沙发吧！</p></div>"),
        STORY[:3],
        ("沙发",),
    ),
    "posts with the date above the name": Form(
        page(
            "<h1>请教冷库保温</h1>"
            + "".join(
                f"<li class=postbit><div class=posthead>{moment}</div><a class=username>{name}</a><div class=usertitle>会员</div><div class=postbody><blockquote>{said}</blockquote></div><div class=foot>引用</div></li>"
                for moment, name, said in (
                    ("2019-01-01, 10:20", "fisher", "我家的冷库墙上结霜，保温层有十公分，大家说是哪里漏了？"),
                    ("2019-01-01, 11:00", "laowang", "门封条老化，换一条。"),
                    ("2019-01-02, 09:10", "tan88", "拍张照片看看。"),
                )
            ),
            "请教冷库保温",
        ),
        ("我家的冷库墙上结霜",),
        comments=(("laowang", "门封条老化，换一条。"), ("tan88", "拍张照片看看。")),
    ),
    "replies in a dump": Form(
        text(
            "海边的冷库",
            "",
            "2024-03-05 09:12 来源：海风日报",
            "",
            *STORY[:3],
            "",
            "全部评论（2）",
            "",
            "阿木",
            "2024-03-05 10:00",
            "写得真好。",
            "回复 赞(3)",
            "",
            "北岸",
            "2024-03-05 11:00",
            "电费谁来监督？",
            "回复 赞(0)",
        ),
        STORY[:3],
        comments=(("阿木", "写得真好。"), ("北岸", "电费谁来监督？")),
        name="a.txt",
    ),
    "underlined headings": Form(
        text(
            "海边的冷库",
            "==========",
            "",
            STORY[0],
            "",
            "起风",
            "----",
            "",
            STORY[1],
            "",
            "+ 冰块",
            "+ 油纸",
            "",
            f"{STORY[2]}见[附录](#x)。",
        ),
        (*STORY[:2], "起风", "冰块"),
        ("====", "----", "+ 冰块", "](#x)"),
        name="a.txt",
    ),
    "items in items": Form(
        text(
            "# 海边的冷库",
            "",
            STORY[0],
            "",
            "- 冰块",
            "  - 五公斤",
            "  - 敲碎",
            "- 油纸",
            "",
            STORY[1],
            "",
            "- [ ] 买胶带",
            "- [x] 买箱子",
        ),
        ("敲碎", "买箱子"),
        ("- ", "[x]"),
        name="a.md",
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_what_is_kept_of_a_page(form: str) -> None:
    data, has, has_not, comments, name = FORMS[form]
    article = clean(data, name=name).article
    body = "\n".join(passage.text for passage in article.body)
    assert [piece for piece in has if piece not in body] == []
    assert [piece for piece in has_not if piece in body] == []
    assert [(comment.author, comment.text) for comment in article.comments] == list(comments)
