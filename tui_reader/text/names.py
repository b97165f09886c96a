"""Validates names of persons, for cleaning and tagging; over folded (simplified, lower-case) text.

A name is accepted by its form: a surname and one or two characters, a compound surname, a foreign or minority name with a
dot, a name in Latin letters. What has the form of a name and is a word is rejected by characters that no given name
contains, and by a list of words and places.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tui_reader.text.han import HAN
from tui_reader.text.surnames import COMPOUND, FREQUENT, RARE

LONGEST_NAME = 4
"""Maximum Han characters of a Chinese name: compound surname and two-character given name."""
LONGEST_PEN_NAME, LONGEST_HAN_PEN_NAME = 20, 8
"""Maximum characters of a pen name, and maximum Han characters of one."""

_HAN = re.compile(rf"[{HAN}]{{2,4}}$")
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}(?:[·・‧•.][{HAN}]{{1,10}}){{1,3}}$")
_LATIN = re.compile(r"[a-z\u00c0-\u024f][a-z\u00c0-\u024f.'’-]*(?: [a-z\u00c0-\u024f][a-z\u00c0-\u024f.'’-]*){0,3}$")
_PEN = re.compile(rf"[\w{HAN}·・‧.~@&'’★☆_ -]{{2,{LONGEST_PEN_NAME}}}$")
_NEVER_GIVEN = frozenset(
    "下不与且个么也乡买了于些亡什从他们件价伤但位低你例便债做内册几出击刊别到刷券前区卖却厂厅厕去县又及号司各后吗吧听告员呢周哪在场址坏块型外太她好它室密对就局屋已巷市帖店式张录影很快怎您想慢我或户所把报据搜摄播旧是更曾最机条"
    "午技活点教资险屯涌埔圳村寨堡沟坑厝寮埠埕墟屿果某栏校格案次款死每比毛没注测湾炼版犯率疫病症的省看码票种秒称税稿站第答算箱篇类索级经给统编网罪者而股范药虽街被视览计让讯论评试话说请谁账购贷费赞跟载辑过还这进道邮部都钱铺镇问间闻阅院险页项频题馆验贴"
)
"""Characters that no given name contains."""
_DAYS = re.compile(r"(?:星期|周|礼拜)[一二三四五六日天]?$|.{0,2}(?:月|日|号|年|时|点|分)$")
_COUNT = re.compile(r"[\d,.]+\s?[kw万亿+]?\s?(?:次|人|条|则|篇|个|楼|赞|阅读|点击|评论|views?|comments?)?$")
_CONTROL = re.compile(
    r"列印|打印|友善|字[号体级]|文字大小|字型|放大|缩小|分享|转发|收藏|点赞|搜[寻索]|检索|登[录入陆]|注册|加入会员|评论|留言|回复|回应|跟帖|举报|检举|纠错|下载|扫[码一]|二维码|微信|朋友圈|微博|"
    r"点击|点阅|阅读|浏览|人气|次数|收听|收看|朗读|语音|播放|手机|首页|主页|正文|全文|原创|转[载自贴]|来源|编辑|责编|审核|校对|上一篇|下一篇|更多|展开|收起|关注|订阅|推荐|热门|专题|频道|栏目|标签|分类|目录|上一[页章]|下一[页章]|返回|"
    r"版权|声明|免责|隐私|联系|客服|电话|传真|邮箱|地址|广告|投稿|新闻中心|新闻网|网站|平台|公众号|客户端|发[布表]|更新|时间|日期|报[道导]|记者|通讯员|本[报网刊站台]|综合|综合报|未知|佚名|匿名|不详|无名|系统|管理员|网友|图片|视频|"
    r"cookie|javascript|loading|tweet|share|facebook|twitter|plurk|whatsapp|telegram|youtube|instagram|linkedin|messenger|google|print|email|link|login|logout|sign|subscribe|copyright|powered|wordpress|discuz|joomla|drupal|typecho|hexo|hugo|blogger|dedecms|https?|www\.|\.com|\.cn|\.net|\.org|&[a-z]+;"
)
"""Words of page controls, site credits and markup: no name contains them."""
_SIGNS = re.compile(r"[<>{}\[\]【】《》「」\"“”=/\\|]")
_NOBODY = re.compile(
    r"(?:admin(?:istrator)?|editors?|editor|guest|author|root|staff|user|test|null|none|undefined|unknown|anonymous|webmaster|system|default|news|home|by|posted|updated|the|and|reporter|admin\d*|小编|官方|管理员|本站|楼主|作者|编者|网编|热心网友|管理者)$"
)
_NO_LATIN = re.compile(
    r"(?:^|\s)(?:the|an?|of|and|in|on|at|to|for|from|by|with|or|is|are|was|not|this|that|your|our|my|we|you|all|more|new|about|last|updated?|posted|published|released|"
    r"reviewed|edited|checked|facts?|authors?|categor(?:y|ies)|tags?|read|reading|mins?|minutes?|comments?|year|end|menu|search|original|source|photo|text|date|time|views?|follow(?:ing|ers?)?|"
    r"(?:jan|febr?)(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|(?:oct|nov|dec)(?:ober|ember)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)(?:$|\s)"
)
"""English words that no Latin name contains."""
_SEPARATOR = re.compile(rf"\s*[、,&;/＋+]\s*|\s+(?:and\s+)?|\s*及\s*|\s*和\s*(?=[{HAN}]{{2,3}}(?:$|[、,]))")


def is_person(folded: str) -> bool:
    """Whether it is a Chinese name of two to four Han characters with a frequent or compound surname."""
    return _is_chinese_name(folded, FREQUENT)


def is_person_by_label(folded: str) -> bool:
    """Same as `is_person`, with rare surnames: for places where a name is expected."""
    return _is_chinese_name(folded, FREQUENT | RARE) or is_dotted(folded)


def _is_chinese_name(folded: str, surnames: frozenset[str]) -> bool:
    if not _HAN.match(folded) or is_word(folded):
        return False
    if folded[:2] in COMPOUND and len(folded) > 2:
        return not _NEVER_GIVEN.intersection(folded[2:]) and not is_word(folded[2:])
    return len(folded) < LONGEST_NAME and folded[0] in surnames and not _NEVER_GIVEN.intersection(folded[1:])


def is_given(folded: str) -> bool:
    """Whether no character of it is one that given names never contain."""
    return not _NEVER_GIVEN.intersection(folded)


def is_dotted(folded: str) -> bool:
    """Whether it is a foreign or minority name in Han characters joined by a dot (买买提·阿不都)."""
    return _DOTTED.match(folded) is not None and not is_control(folded)


def is_latin(folded: str) -> bool:
    """Whether it may be a name in Latin letters, one to four words."""
    return (
        len(folded) > 2
        and _LATIN.match(folded) is not None
        and not is_control(folded)
        and not _NOBODY.match(folded)
        and not _NO_LATIN.search(folded)
    )


def is_pen_name(folded: str) -> bool:
    """Whether it may be a pen name. Only for text after a label or in an author element."""
    return (
        _PEN.match(folded) is not None
        and any(map(str.isalpha, folded))
        and len(re.findall(f"[{HAN}]", folded)) <= LONGEST_HAN_PEN_NAME
        and not is_control(folded)
        and not is_word(folded)
        and not _NOBODY.match(folded)
        and not _COUNT.match(folded)
        and not _DAYS.match(folded)
        and (" " not in folded or folded.isascii())
        and not _NO_LATIN.search(folded)
    )


def is_name(folded: str) -> bool:
    """Whether it is acceptable as an author: person, dotted or Latin name, or pen name."""
    return is_person_by_label(folded) or is_latin(folded) or is_pen_name(folded)


def is_word(folded: str) -> bool:
    """Whether it is a word or place with the form of a name (`words.txt`, `places.txt`)."""
    return folded in _listed("words.txt") or is_place(folded)


def is_place(folded: str) -> bool:
    """Whether it is a known place: only places with the form of a name, and big cities."""
    return folded in _listed("places.txt")


@cache
def _listed(file: str) -> frozenset[str]:
    return frozenset(Path(__file__).with_name(file).read_text("utf-8").split())


def is_control(folded: str) -> bool:
    """Whether it contains a control word, or a sign of markup or of a system."""
    return has_control_word(folded) or _SIGNS.search(folded) is not None


def has_control_word(folded: str) -> bool:
    """Whether it contains a word of page controls, site credits or a system."""
    return _CONTROL.search(folded) is not None


def is_mostly_control(folded: str) -> bool:
    """Whether words of page controls make up half of a text or more, or stand in a label before a colon.

    分享到微信 and 责任编辑：何某, but not 留言板上的老人: a 的 makes a phrase of it.
    """
    label, colon, _ = folded.partition(":")
    if colon and has_control_word(label):
        return True
    rest = _CONTROL.sub("", folded)
    return len(rest) * 2 <= len(folded) and "的" not in rest


def parts(folded: str) -> Iterator[tuple[int, int]]:
    """Spans of names in a row: separated by 、 , & ; / and by spaces outside Latin names."""
    last = 0
    for match in _SEPARATOR.finditer(folded):
        between_latin = match[0].isspace() and folded[match.start() - 1 : match.start()].isascii()
        if match.start() > last and not (between_latin and folded[match.end() : match.end() + 1].isascii()):
            yield last, match.start()
            last = match.end()
    if last < len(folded):
        yield last, len(folded)


def are_people(folded: str) -> bool:
    """Whether it consists of one or more Chinese or dotted names."""
    spans = list(parts(folded.strip()))
    return bool(spans) and all(is_person(p) or is_dotted(p) for p in (folded.strip()[a:b] for a, b in spans))
