"""Pages with menus, share bars, teasers and replies about the story."""

from tests.cleaning.layouts.pages import DAY, MINUTE, SECOND, html, text

MENU = (
    '<ul class="menu"><li><a href="/a">即時</a></li><li><a href="/b">政治</a></li><li><a href="/c">生活</a></li></ul>'
)
TEASERS = (
    '<div class="related"><h3>相关阅读</h3><ul><li><a href="/1">新桥昨天通车</a> <span class="date">2023-05-10</span></li>'
    '<li><a href="/2">市集本周开张</a> <span class="date">2023-05-09</span></li></ul></div>'
)
REPLIES = (
    '<div class="reply"><a href="/member/hongqiao">hongqiao</a> <span class="ago" title="2023-05-13 09:00:00 +08:00">1 天前</span>'
    "<div>希望施工的时候能留一条路。</div></div>"
)
CASES = [
    html("v2ex reply only", "", None, None, None, below=REPLIES),
    html(
        "v2ex",
        '<small class="gray"><a href="/member/heanren">heanren</a> · <span title="2023-05-12 08:15:21 +08:00">2 天前</span> · 123 次点击</small>',
        "heanren",
        "V2EX",
        SECOND,
        below=REPLIES,
        window="题 - V2EX",
    ),
    html("teasers only", "", None, "江畔网", None, below=TEASERS, window="题_江畔网"),
    html(
        "menus and teasers",
        '<div class="info"><span>2023-05-12 08:15</span><span>来源：江畔晚报</span></div>',
        None,
        "江畔晚报",
        MINUTE,
        top=MENU,
        below=TEASERS,
        footer="江畔网 版权所有 | 关于我们 | 广告服务 | 联系电话 0571-0000000",
        window="题_新闻中心_江畔网",
    ),
    html(
        "share bar in between",
        '<div>2023-05-12 08:15</div><div>作者：林小满</div><div class="share">分享到 <a>微信</a> <a>微博</a> <a>QQ空间</a></div>'
        "<div>A- A A+</div><div>收藏 举报 评论(3)</div>",
        "林小满",
        None,
        MINUTE,
    ),
    html(
        "tw noisy",
        '<div class="function"><a>分享</a><a>Facebook</a><a>LINE</a><a>列印</a></div><span class="time">2023/05/12 08:15</span>'
        "<p>〔記者王小明／台北報導〕</p>",
        "王小明",
        "河岸時報",
        MINUTE,
        top=MENU,
        window="題 - 生活 - 河岸時報",
        hant=True,
        footer="本網站之文字及圖片非經授權不得轉載",
    ),
    html(
        "tw last row",
        '<div class="date">2023/05/12 08:15</div>',
        "王小明",
        "河岸新聞網",
        MINUTE,
        window="題 | 即時新聞 | 河岸新聞網",
        hant=True,
        below="<p>（記者王小明報導）</p><p>看更多：<a href=/1>另一則新聞的標題</a></p>",
    ),
    html(
        "hk columns",
        '<div class="meta"><a class="section">港聞</a><span>撰文：王小明</span><span>出版：2023-05-12 08:15</span><span>更新：2023-05-12 10:05</span></div>',
        "王小明",
        "河岸01",
        MINUTE,
        head='<meta property="og:site_name" content="河岸01">',
        hant=True,
    ),
    html(
        "updated only element",
        '<time class="updated" datetime="2023-05-13T10:00:00+08:00">2023-05-13</time><time class="published" datetime="2023-05-12T08:15:00+08:00">2023-05-12</time>',
        None,
        None,
        MINUTE,
    ),
    html(
        "gov table",
        "<table><tr><td>索引号：</td><td>12345/2023-00012</td></tr><tr><td>发文机关：</td><td>江畔市人民政府</td></tr>"
        "<tr><td>成文日期：</td><td>2023年05月10日</td></tr><tr><td>发布日期：</td><td>2023年05月12日</td></tr></table>",
        ("江畔市人民政府", None),
        "江畔市人民政府",
        DAY,
    ),
    html(
        "gov bar",
        '<div class="bar"><span>发布日期：2023-05-12</span><span>浏览次数：<i>456</i></span><span>信息来源：市教育局</span><span>字号：[ 大 中 小 ]</span></div>',
        None,
        "市教育局",
        DAY,
        footer="主办单位：江畔市人民政府办公室 承办单位：江畔市大数据中心 备案号：京ICP备00000000号",
    ),
    html(
        "school",
        '<div class="arti_metas"><span class="arti_publisher">发布者：张晓明</span><span class="arti_update">发布时间：2023-05-12</span><span class="arti_views">浏览次数：123</span></div>',
        ("张晓明", None),
        None,
        DAY,
    ),
    html(
        "magazine",
        '<p class="deck">一条老街，两年工期，三种意见。</p><p class="by">文 · 林小满　　图 · 王大明</p><p>2023年第12期</p><p>2023-05-12</p>',
        "林小满",
        None,
        DAY,
    ),
    html(
        "blog sidebar",
        '<p class="meta">发表于 2023 年 5 月 12 日</p>',
        ("林小满", None),
        "林小满的博客",
        DAY,
        window="题 | 林小满的博客",
        below="<aside><h3>关于我</h3><p>林小满，写字的人。</p><h3>最新评论</h3><p>王大明：写得好</p></aside>",
    ),
    html(
        "wechat page",
        '<div id="meta_content"><span class="rich_media_meta_text">林小满</span><a id="js_name">河岸生活</a><em id="publish_time">2023-05-12 08:15</em></div>',
        "林小满",
        "河岸生活",
        MINUTE,
        head='<meta property="og:site_name" content="微信公众平台"><meta name="author" content="林小满">',
    ),
    html(
        "toutiao page",
        '<div class="article-meta"><span>2023-05-12 08:15</span><span class="dot">·</span><span class="name"><a href="/c/user/token/1/">河岸观察</a></span></div>',
        (None, "河岸观察"),
        ("河岸观察", "今日头条"),
        MINUTE,
        window="题 - 今日头条",
    ),
    html(
        "sohu page",
        '<div class="article-info"><span class="time" data-val="1">2023-05-12 08:15</span><span data-role="original-link">来源: <a>河岸观察</a></span></div>',
        None,
        "河岸观察",
        MINUTE,
        window="题_搜狐网",
        head='<meta name="mediaid" content="河岸观察">',
    ),
    html(
        "photo credit first",
        '<p>2023-05-12</p><figure><img src="a.jpg"><figcaption>老街一景。（記者李小花攝）</figcaption></figure>',
        "王小明",
        None,
        DAY,
        first="〔記者王小明／台中報導〕",
        hant=True,
    ),
    text(
        "noisy dump",
        "首頁\n即時\n政治\n分享\n列印\n字級\n小\n中\n大\n2023-05-12 08:15\n記者王小明／台北報導",
        "王小明",
        "河岸新聞網",
        MINUTE,
        window="題 | 生活 | 河岸新聞網",
        hant=True,
        below="延伸閱讀\n新橋昨天通車\n市集本週開張\n© 2023 河岸新聞網",
    ),
    text(
        "noisy mainland dump",
        "您当前的位置：首页 > 要闻 > 正文\n2023-05-12 08:15:21　来源：江畔日报　作者：张晓明　责任编辑：李丽\n字号：\n小\n中\n大\n分享到：",
        "张晓明",
        "江畔日报",
        SECOND,
        window="题-江畔网",
        below="【纠错】 责任编辑：李丽\n相关链接\n新桥昨天通车 2023-05-10\n版权所有 江畔网",
    ),
    text(
        "app dump",
        "江畔观察\n+关注\n2023-05-12 08:15\n来自浙江",
        None,
        "江畔观察",
        MINUTE,
        below="点赞 12\n收藏 3\n评论 5",
    ),
    text(
        "bylines of teasers",
        "2023-05-12 08:15\n記者王小明／台北報導",
        "王小明",
        None,
        MINUTE,
        hant=True,
        below="相關新聞\n記者李小花／台中報導\n新橋昨天通車",
    ),
]
