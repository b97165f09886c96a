"""Boards, blogs, dates and titles."""

from tests.cleaning.layouts.pages import DAY, MINUTE, SECOND, TITLE_HANT, html, raw, text

CASES = [
    html(
        "discuz",
        '<div class="authi"><a href="space-uid-12.html">青石小路</a><em id="authorposton1">发表于 <span title="2023-5-12 08:15:21">前天 08:15</span></em></div>',
        "青石小路",
        ("河岸论坛", None),
        SECOND,
        window="题 - 随笔 - 河岸论坛 - Powered by Discuz!",
    ),
    html(
        "hexo markup",
        '<span class="post-meta-date">发表于 <time datetime="2023-05-12T08:15:21.000Z">2023-05-12</time></span>',
        "林小满",
        ("林小满的小站", None),
        SECOND,
        head='<meta property="article:author" content="林小满">',
        window="题 | 林小满的小站",
    ),
    html("blog window", "<p>2023-05-12</p>", ("林小满", None), None, DAY, window="题_林小满_河岸博客")._replace(
        source=("河岸博客",)
    ),
    html("signed window", "<p>2023-05-12</p>", "林小满", (None,), DAY, window="题—林小满"),
    text("posting line", "林小满 發表於 Fri, 12 May 2023", "林小满", None, DAY),
    text("posting line after", "2023-05-12 08:15 林小满 发表在 随笔", ("林小满",), None, MINUTE),
    text("submitted", "由 林小满 在 2023-05-12 08:15 提交", "林小满", None, MINUTE),
    text("submitted two", "本文由 林小满 发表于 2023年5月12日", "林小满", None, DAY),
    text("pen name", "作者：一只大橘猫\n2023-05-12 08:15", "一只大橘猫", None, MINUTE),
    text("latin pen", "作者：nightowl_88 | 2023-05-12", "nightowl_88", None, DAY),
    text("noon", "2023-05-12 下午 3:05\n作者：林小满", "林小满", None, "2023-05-12T15:05"),
    text("midnight", "发布时间：2023-05-12 24:00", None, None, DAY),
    text("han month", "12 五月 2023\n作者：林小满", "林小满", None, DAY),
    text("han month two", "五月 12, 2023\n作者：林小满", "林小满", None, DAY),
    text("spaced", "2023年 05月 12日\n作者：林小满", "林小满", None, DAY),
    text("one digit clock", "2023-05-12\n9:05:07\n作者：林小满", "林小满", None, "2023-05-12T09:05:07"),
    text("ambiguous", "03/04/2023\n作者：林小满", "林小满", None, None),
    text("iso", "2023-05-12T08:15:21+08:00\n作者：林小满", "林小满", None, SECOND),
    text(
        "stamp below",
        "作者：林小满",
        "林小满",
        None,
        DAY,
        below="2023-05-12\n上一篇：另一条老街的故事\n下一篇：新桥通车",
    ),
    text(
        "teaser dates",
        "作者：林小满\n2023-05-12",
        "林小满",
        None,
        DAY,
        below="相关阅读\n新桥通车 2023-05-11\n市集开张 2023-05-10",
    ),
    raw(
        "ptt dump",
        "作者heanren (河岸人)\n看板Gossiping\n標題◇\n時間Fri May 12 08:15:21 2023",
        "heanren (河岸人)",
        "批踢踢實業坊",
        SECOND,
        below="--\n※ 發信站: 批踢踢實業坊(ptt.cc), 來自: 1.2.3.4",
    ),
    raw(
        "ptt spaced",
        "作者: heanren (河岸人) 看板: Gossiping\n標題: ◇\n時間: Fri May 12 08:15:21 2023",
        "heanren (河岸人)",
        None,
        SECOND,
    ),
    raw("signed title", "《河岸廣場》王小明／◇\n2023-05-12", "王小明", (None, "河岸廣場"), DAY)._replace(
        title="《河岸廣場》王小明／" + TITLE_HANT
    ),
    raw("title label", "標題：◇\n作者：林小滿\n2023-05-12", "林小滿", None, DAY),
    raw("markdown", "# ◇\n林小滿\n2023-05-12", "林小滿", None, DAY),
    raw("hyphens of its own", "◇\n2023-05-12", None, None, DAY, title="GPT-4 與東風-41 都在這一次 3-2 的表決裡"),
    raw("underscore of its own", "◇\n2023-05-12", None, None, DAY, title="改寫 snake_case 的程式 老街團隊分享經驗"),
    raw("site in front", "河岸日報 - ◇\n2023-05-12", None, "河岸日報", DAY),
    raw(
        "old board",
        "發信人: heanren (河岸人), 信區: Life\n標  題: ◇\n發信站: 水木社區 (Fri May 12 08:15:21 2023), 站內",
        "heanren (河岸人)",
        "水木社區",
        SECOND,
    ),
    raw("byline first", "記者王小明／台北報導\n◇\n2023-05-12 08:15", "王小明", None, MINUTE),
]
