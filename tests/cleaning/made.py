"""Pages made for tests: paragraphs of our own, and the furniture around them."""

STORY = (
    "清晨六点，码头上的渔船已经卸完了第一批货。老陈站在冰柜旁边，用粉笔把当天的价钱写在一块旧木板上，然后点了一支烟。",
    "他在这条街上卖了三十年的鱼，见过涨潮，也见过整条街被水淹到膝盖。今年的台风来得早，许多摊位还没有来得及加固。",
    "镇上的人说，真正难的不是风，而是风过之后没有电的那几天。冰化了，鱼就只能半价卖给做鱼丸的作坊。",
    "县里的工作人员上个月来量过地，说要在堤岸后面建一座小型的冷库，供六十户渔民共用，电费由合作社分摊。",
    "老陈听完没有说话。他算过一笔账：一年里停电的日子不过七八天，可是每月的份子钱却要照付。",
    "不过他的儿子想得不一样。小陈在城里读了四年书，回来之后把鱼装进泡沫箱，用快递寄到了八百公里以外的城市。",
    "去年冬天，他们第一次在一天里卖出了三百箱。订单来自五个省份，有一半的客人是第一次吃到这种海鱼。",
    "如今冷库的地基已经打好，工人们正在绑钢筋。老陈每天收摊之后都会绕过去看一眼，嘴上还是说没有必要。",
)
MENU = "<nav><a href=/>首页</a> <a href=/n>新闻</a> <a href=/b>财经</a> <a href=/s>体育</a></nav>"
IMPRINT = "<footer><p>关于我们 | 联系我们 | 版权所有 海风网</p></footer>"
HEAD = "<h1>海边的冷库</h1><div class=info>2024-03-05 09:12 来源：海风日报 作者：林小禾</div>"
VERSE = (
    "夜里的风吹过港口",
    "灯一盏一盏地亮",
    "你说要去很远的地方",
    "我在岸上数着浪",
    "船走了",
    "灯还亮",
    "我把名字写在沙上",
)


def paragraphs(texts: tuple[str, ...] = STORY, tag: str = "p") -> str:
    """Each text in an element."""
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def page(body: str, title: str = "海边的冷库") -> bytes:
    """A page with a window's title."""
    return f"<!doctype html><html lang=zh-CN><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>".encode()
