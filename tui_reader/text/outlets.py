"""Validates names of papers, agencies, sites and accounts; over folded (simplified, lower-case) text."""

import re

from tui_reader.text.han import HAN, is_han
from tui_reader.text.known_outlets import is_known

LONGEST = 24
"""Maximum characters of an outlet's name."""
LONGEST_HAN = 16
"""Maximum Han characters; longer rows are sentences."""

_ENDING = re.compile(
    r"(?:网|报(?![告名复考])[^\s道导]?|日报社|社|电视台|广播电台|电台|(?<!平)(?<!舞)(?<!后)(?<!阳)(?<!前)(?<!讲)(?<!柜)台|新闻|新闻网?|周刊|月刊|双周刊|季刊|学刊|杂志|通讯社?|频道|论坛|社区|传媒|电视|广播|视频|客户端|电子报|中文|头条|学会|"
    r"政府|委员会|研究[院所]|协会|在线|门户|博客|日志|小站|周报|时报|晚报|早报|快报|商报|导报|快讯|云媒|融媒体?(?:中心)?|出版社|大学|学院|图书馆|法院|检察院|公安局|卫健委|官微|全媒体|网站|社群|(?<=..)党|工作室|发布|百科|贴吧|书院|文库|书城|财经|"
    r"online|news|newsroom|times|daily|post|weekly|asia|tv|net|media|insider|next|ptt|blog|club|community|press|journal|magazine|review|bbs|wiki|\.com|\.cn|\.org|\.net|\.hk|\.tw|\.io|\.me)(?:号|\[.*\])?$"
)
_KNOWN = re.compile(
    r"(?:新华|中新|中央|路透|法新|美联|共同|塔斯|韩联|时事|合众)社?$|(?:bbc|cnn|nhk|cnbc|cna|rti|tvbs|rthk|彭博|彭博社|德国之声|美国之音|自由亚洲|澎湃|财新|财经|虎嗅|钛媒体|界面|端传媒|民视|三立|东森|公视|华视|台视|中视|中广|央视|凤凰|批踢踢.*|知乎|豆瓣|简书|语雀|掘金|哔里哔里|新浪|搜狐|网易|腾讯)$"
)
_SHAPE = re.compile(rf"[\w{HAN}·・.&'’+\-—– ()!/|]{{2,40}}$")
_TWO_SCRIPTS = re.compile(
    rf"([{HAN}\d]{{2,12}})\s?[|/-]?\s?([a-z][a-z .'-]{{1,30}})$|([a-z][a-z .'-]{{1,30}}?)\s?[|/-]?\s?([{HAN}\d]{{2,12}})$"
)
_PLATFORM = re.compile(
    r"微信公众平台|weixin official accounts|公众平台|^(?:公众号|百家号|头条号|搜狐号|企鹅号|大鱼号|网易号|一点号|微信|weixin|wechat|自媒体|今日头条号?)$|(?:创作|开放|内容)平台$"
)
"""Platforms with user accounts: the account is the source, not the platform."""
NO_SOURCES = frozenset(
    [
        *(
            "网络",
            "网路",
            "互联网",
            "综合",
            "网络综合",
            "综合报道",
            "原创",
            "转载",
            "网友",
            "本站原创",
            "本站",
            "本站整理",
            "站内",
        ),
        *(
            "未知",
            "不详",
            "其他",
            "其它",
            "佚名",
            "自编",
            "自己",
            "编辑整理",
            "作者",
            "正文",
            "首页",
            "搜索",
            "搜寻",
            "分享",
            "分享至",
        ),
        *(
            "本报",
            "本报讯",
            "本网",
            "本网讯",
            "本刊",
            "投稿",
            "网友投稿",
            "公众号",
            "微信",
            "微博",
            "图片",
            "视频",
            "null",
            "none",
        ),
        *("admin", "home", "index", "untitled", "wordpress", "www", "http", "https", "site", "blog", "news"),
        *(
            "title",
            "document",
            "app",
            "website",
            "应用",
            "页面",
            "详情",
            "新闻",
            "频道",
            "论坛",
            "博客",
            "杂志",
            "财经",
            "大学",
            "头条",
        ),
        *(
            "中文",
            "在线",
            "社区",
            "政府",
            "国内",
            "国际",
            "社会",
            "科技",
            "技术",
            "体育",
            "娱乐",
            "文化",
            "教育",
            "健康",
            "汽车",
            "旅游",
        ),
        *(
            "地方",
            "生活",
            "两岸",
            "大陆",
            "港澳",
            "台湾",
            "军事",
            "政治",
            "经济",
            "金融",
            "产业",
            "要闻",
            "时政",
            "评论",
            "专栏",
            "专题",
        ),
        *("观点", "随笔", "资讯", "行业", "公司", "动态", "公告", "通知", "图书馆", "中国", "全国"),
    ]
)
"""Words in place of a source that name none: unknown, this site, a section, a placeholder."""
_NOT_A_SOURCE = re.compile(
    r"写于$|\bmin(?:utes?)? read$|^\d+\s?分钟$|\bfollow(?:ing)?$|^[本该此原](?:文|站|网站|页|帖|贴|图|片|文章|内容|作品|作者)$|^.{0,1}发[布表]$|发[布表](?:日期|时间|于)$|来源|点击|浏览|阅读|责任编辑|编辑:|作者:|分享|列印|打印|登[录入]|注册|搜[索寻]|收藏|评论|留言|上一[篇页章]|下一[篇页章]|上一则|下一则|(?:综合|即时|外电|专题|独家|追踪)报[道导]$|^.{0,3}报[道导]$|/.*报[道导]|记者|版权|电话|热线|地址|相关(?!.*[网报社])|图片可|"
    r"[。!?;:{}<>\[\]【】《》〈〉「」『』“”\"=*#@…~,]|\d{4}[-/.年]\d|\d{1,2}:\d{2}|^[文图撰]{1,2}\s?[/|]|(?:星期|周)[一二三四五六日天]|(?:\S{1,3}\s){3}|^(?:in|tags?|from)\s|^中国\s|\s\d+\s|^[\d\s.,kw+-]+$|^by\s|^作者\s|^(?:\S\s)+\S$|^(?:联合)?(?:创[始办]人|主编|总编辑?|编辑|撰稿人|作家|评论员|博主|站长|小编|楼主|版主|会员|管理员|教授|律师|医生|设计师|工程师|分析师|投资人|主持人|主播|读者|网民|用户)$|^a-?\s?a\+?$|all rights|^(?:all|rights|reserved|copyright|inc|by)$"
)


def is_outlet(folded: str) -> bool:
    """Whether it ends like an outlet's name or is a known one, alone or with its Latin name."""
    return len(folded) >= 2 and (
        is_known(folded)
        or _KNOWN.match(folded) is not None
        or _ENDING.search(folded) is not None
        or is_known_in_both(folded)
    )


def is_known_in_both(folded: str) -> bool:
    """Whether a known name is followed by its counterpart in another script (报导者 the reporter)."""
    parts = _TWO_SCRIPTS.match(folded)
    return parts is not None and any(is_known(part) for part in parts.groups() if part)


def is_platform(folded: str) -> bool:
    """Whether it is a platform with user accounts."""
    return _PLATFORM.search(folded) is not None


def is_source(folded: str) -> bool:
    """Whether it is acceptable as a source: short, no control, sentence, platform or date."""
    if is_known(folded):
        return True
    han = sum(map(is_han, folded))
    return (
        len(folded) <= LONGEST + LONGEST_HAN
        and han <= LONGEST_HAN
        and _SHAPE.match(folded) is not None
        and folded not in NO_SOURCES
        and not _NOT_A_SOURCE.search(folded)
        and not is_platform(folded)
        and not folded.replace(" ", "").isdigit()
    )
