"""Names of people and of papers, and how pages set them beside each other."""

import re
from functools import cache

from tui_reader.script.surnames import SURNAMES

_OUTLET = re.compile(
    r"(?:网|报(?![告名复])[^\s道导]?|社|台|云|新闻|周刊|杂志|通讯社|频道|论坛|社区|传媒|电视|广播|报道|客户端|电子报|中文|头条|学会|政府|委员会|研究院|协会|online|news|times|daily|asia|tv|net|com|inside|media|insider|next|ptt|\.cn)(?:号|\[.*\])?$"
)
_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}$")
_LATIN = re.compile(r"[a-z][a-z.'-]+(?: [a-z][a-z.'-]+){0,3}$")
_NO_NAMES = frozenset(
    [
        "楼主",
        "正文",
        "本站",
        "网友",
        "查看",
        "关于",
        "时间",
        "全文",
        "路透社",
        "东方",
        "万元",
        "方面",
        "常用",
        "应用",
        "安全",
        "平台",
        "成员",
        "于是",
        "管理",
        "商城",
        "商业",
        "文化",
        "金融",
        "时尚",
        "时政",
        "游戏",
        "石油",
        "高铁",
        "家居",
        "房产",
        "公益",
        "项目",
        "连载",
        "毕业",
        "关注",
        "推荐",
    ]
)
"""Words that look like a name: a surname and a character or two."""
_PLACES = frozenset(
    [
        "高雄",
        "花莲",
        "云林",
        "金门",
        "马祖",
        "成都",
        "武汉",
        "沈阳",
        "南京",
        "常州",
        "温州",
        "徐州",
        "郑州",
        "苏州",
        "扬州",
        "安庆",
        "安徽",
        "包头",
        "江西",
        "江苏",
        "海南",
        "海口",
        "云南",
        "吉林",
        "石家庄",
        "连云港",
        "华盛顿",
        "贵阳",
        "贵州",
        "昌平",
        "宁波",
        "宁夏",
        "广州",
        "湖南",
        "湖北",
        "和平",
        "平壤",
        "柏林",
        "伦敦",
        "莫斯科",
        "华沙",
        "温哥华",
        "洛杉矶",
        "康涅狄格",
        "秦皇岛",
        "龙岩",
        "邯郸",
        "汤山",
        "万华",
        "于都",
        "武昌",
        "左营",
        "凤山",
        "新竹",
        "时报",
        "综合",
        "即时",
        "专题",
        "通讯",
        "文图",
        "项目",
        "时事",
        "党报",
        "都市",
        "安顺",
        "丰原",
        "汕头",
        "牛津",
    ]
)
"""Places and words that follow a reporter's name and look like one."""
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,6}[·・‧.][\u4e00-\u9fff]{1,8}$")
LONG_NAME = 4
"""Characters of a name with a surname of two."""
LONGEST_PAPER = 14
"""Characters of a paper's or an account's name."""
_BETWEEN = re.compile(r"\s*[、,&;/]\s*|\s+")


@cache
def _surnames() -> frozenset[str]:
    return frozenset(SURNAMES) | {"欧阳", "司马", "诸葛", "上官"}


def is_name(folded: str) -> bool:
    """Is it the name of a Chinese person?"""
    if len(folded) == LONG_NAME and folded[:2] in _surnames():
        return True
    return (
        bool(_NAME.match(folded))
        and folded[0] in _surnames()
        and folded not in _NO_NAMES
        and folded not in _PLACES
        and not is_outlet(folded)
    )


def is_long_name(folded: str) -> bool:
    """Is it a foreign name in Chinese writing, or one with a surname of two?"""
    return _FOREIGN.match(folded) is not None or (len(folded) == LONG_NAME and folded[:2] in _surnames())


def is_outlet(folded: str) -> bool:
    """Is it the name of a paper, an agency, a site?"""
    return len(folded) >= 2 and _OUTLET.search(folded) is not None


def are_names(folded: str) -> bool:
    """Is it one name or several, and nothing else?"""
    parts = [part for part in _BETWEEN.split(folded.strip()) if part]
    return bool(parts) and all(is_name(part) for part in parts)


def is_pen_name(folded: str) -> bool:
    """Could it be a name in Latin script?"""
    return len(folded) >= 3 and _LATIN.match(folded) is not None and not is_outlet(folded)


def joined(text: str) -> str:
    """Several names as one string."""
    parts = [
        part.strip()
        for part in re.split(r"\s*[、,，&＆;；/／]\s*|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", text)
        if part.strip()
    ]
    return "、".join(dict.fromkeys(parts))


def leading_names(folded: str) -> int:
    """Length of the names that `folded` begins with; 0 where it begins with none."""
    end = 0
    for part in re.finditer(r"[^\s、,&;/]+", folded):
        if not is_name(part.group()):
            break
        end = part.end()
    return end
