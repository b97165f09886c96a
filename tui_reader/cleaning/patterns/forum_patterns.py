"""Rows of forum software: times, floors, and words about a post that are not its text.

All patterns match folded text. Nothing is specific to a site; each word is used by several kinds of software.
"""

import re
from typing import NamedTuple

from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.model import Comment
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN

LONGEST = 100
"""Maximum characters of a row about a post."""
LONGEST_NICK = 24
"""Maximum characters of a name in such a row."""

LONGEST_HAN = 14
"""Maximum Han characters of a name; longer rows are headlines."""

_HAN = re.compile(f"[{HAN}]")
_CLOCK = r"\d{1,2}[:时点]\d{2}(?:[:分]\d{2})?秒?"
_HALF = r"(?:上午|下午|凌晨|早上|中午|晚上|am|pm)"
_AT = rf"[\s,t(]*(?:(?:星期|周)[一二三四五六日天]\)?\s*)?{_HALF}?\s?{_CLOCK}(?:\s?[ap]m)?(?:\s?[+-]\d{{2}}:?\d{{2}}(?!\d))?"
_YEAR = r"(?:(?:19|20)\d{2}|(?<!\d)[01]\d)\s?[-/.年]\s?"
_DAY = r"\d{1,2}\s?[-/.月]\s?\d{1,2}(?!\d)(?:\s?日)?"
TIME = re.compile(
    rf"{_YEAR}{_DAY}(?:{_AT})?"
    rf"|(?<![\d./-]){_DAY}{_AT}"
    rf"|(?:昨天|今天|前天)(?:{_AT})?"
    r"|\d{1,2}\s?月\s?\d{1,2},\s?(?:19|20)\d{2}(?:,?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?)?"
    rf"|(?:\d{{1,3}}|(?<![{HAN}])[半几数一两三四五六七八九十])\s?(?:秒钟?|分钟?|个?小时|天|周|个?星期|个?月)之?前|\d{{1,3}}\s?年之?前|(?<![{HAN}])刚刚"
    rf"|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{{1,2}},?\s+"
    rf"(?:{_CLOCK}\s+(?:19|20)\d{{2}}|(?:19|20)\d{{2}}(?:{_AT})?)"
)
"""Times as printed with posts."""

_SEATS = {"楼主": 0, "沙发": 1, "板凳": 2, "地板": 3, "地毯": 4}
_FLOOR = re.compile(
    r"第\s?(?P<a>\d{1,6})\s?[楼层]|(?<![\d#])(?P<b>\d{1,6})\s?楼|(?<![\w&])#\s?(?P<c>\d{1,6})(?!\d)楼?|(?<!\d)(?P<d>\d{1,6})\s?#"
    r"|(?<![\w.])(?P<e>\d{1,6})f(?![a-z\d])|(?<![\w.])b(?P<f>\d{1,6})(?![a-z\d])"
    rf"|(?<![{HAN}])(?P<seat>楼主|沙发|板凳|地板|地毯)(?![{HAN}])"
)
"""12楼 第12楼 #12 12# 12f b12; the first floors have names."""
_SAID = re.compile(
    r"(?:最后)?(?:发表|发布|回复|回应|留言|评论|提交|编辑|张贴|发帖|跟帖|跟贴|发言)(?:于|在|时间|日期|者)\s?:?|发表(?=\s*[:(\d]|$)|^由\s|写于|(?:^|\s)于(?=\s?\d)"
    r"|\bposted(?: (?:on|at|by))?\s?:?|\bsays?\s?:?$|(?:说|说道|写道|评论道|回复道)\s?:?\s*$|(?:时间|日期)\s?:"
)
"""Words for writing."""
OURS = re.compile(r"只看|显示全部楼层|引用|举报|使用道具|支持|反对|顶|踩|倒序浏览|阅读模式|回复(?!\s?\(?\d)|点评")
"""Words that only rows about posts contain."""
_FLOOR_SIGN = re.compile(r"[楼层#沙板地]|\df|b\d")
_SAID_SIGN = re.compile(
    r"(?:发[表布言帖]|回[复应]|留言|评论|提交|编辑|张贴|跟[帖贴])[于在时日者]|发表\s*(?:[:(\d]|$)|^由|于\s?\d|posted|say|[说道]\s?:?\s*$|时间\s?:|日期\s?:"
)
WORDS = re.compile(
    r"(?:由\s|只看|全部楼层|引用|举报|使用道具|支持|反对|顶|踩|倒序|阅读模式|回复|点评|发表|发布|回应|回答|解答|答案|留言|评论|提交|编辑|张贴|发帖|跟帖|跟贴|发言|讨论|热评|comment"
    r"|posted|say|说|写道|写于|时间|日期|于|楼|层|#|沙发|板凳|地板|地毯|f\b(?:(?<=\df)|(?<=\d\sf))|b(?<!\wb)\d).*"
)
"""Every row about posts or comments contains one of these, or a digit next to f or b."""
FIGURE = re.compile(r"\d|[昨今前]天|刚刚")
"""Every time and floor contains one of these."""
_TOOLS = (
    "只看该作者|只看该用户|只看楼主|只看此人|只看他|只看她|显示全部楼层|显示全部帖子|倒序浏览|正序浏览|阅读模式|电梯直达|复制.接|使用道具|"
    "引用此文|引用此帖|回复此文|回复此帖|回复此楼|回复该楼|回复本贴|回复本帖|回复楼主|收藏此帖|引用回复|引用|回复|举报|检举|支持|反对|点赞|点评|赞同|"
    "分享|收藏|评分|返回顶部|回顶部|回到顶部|top|个赞|编辑|删除|推荐|顶一下|踩一下|顶|踩|赞|发短消息|发消息|发送消息|短消息|加为好友|加好友|加关注|关注|"
    "当前在线|当前离线|在线|离线|个人空间|空间|查看资料|资料|个人主页|主页|鲜花|鸡蛋|送花|道具|收起回复|收起|展开|查看全部|显示全部|条回复|条评论|"
    "推|嘘|留言|则回应|添加评论|感谢|喜欢|楼层|跳转到|回到页首|页首|最后由 ?编辑|评论|浏览|点击|发表|周[一二三四五六日天]|发贴|发帖|查看|阅读|人气|回应|like|reply|share|quote|report|edit|permalink"
)
TOOL = re.compile(_TOOLS)
_ROW_OF_TOOLS = re.compile(rf"(?:{_TOOLS}|[\s\d|()\[\]【】·•,.:;+*/#<>«»-])+$")
_TOOL_WORD = re.compile(rf"(?:^|(?<=[\s|()\[\]·•,.:;/-]))(?:{_TOOLS})\s?\(?\d*\)?(?=$|[\s|()\[\]·•,.:;/-])")
_ORIGIN = re.compile(
    r"来自\s?\S{0,12}?(?:客户端|网页版|手机版?)|来自\s?(?:iphone|ipad)|(?:本帖|该帖|此帖)?来自\s?:?\s?\S{0,16}$|(?:ip|from)\s?:?\s?[\d.*]{5,}|\[?ip\]?\s?:|\(?(?:\d{1,3}\.){2,3}[\d*]{1,3}(?:\.\*)*\)?|ip属地\s?:?\s?\S{2,4}"
)
_RANK = (
    "新手上路|注册会员|初级会员|中级会员|高级会员|金牌会员|银牌会员|白金会员|论坛元老|论坛游民|论坛乞丐|版主|斑竹|超级版主|管理员|实习版主|游客|"
    "荣誉会员|贵宾|vip|会员|童生|秀才|举人|进士|状元|小学生|初中生|高中生|大学生|硕士生|博士生|级别|等级|积分|帖子|发帖数|发帖|发表文章|精华|威望|"
    "金钱|金币|注册时间|注册日期|注册|在线时间|最后登录|主题|回帖|帖数|听众|经验值|经验|uid|头衔|状态|性别|贡献|阅读权限|文章|声望|魅力|财富|体力|"
    "好友|日志|记录|相册|人气|门派|得票|现金|生命|体重|所在地|来自|地区|签名|勋章|头像|status|posts?|joined|location|registered|gender|用户组|用户名"
)
_PANEL = re.compile(
    rf"(?:{_RANK})(?:\s?[:/]\s?.{{0,24}}|\s?[\d,.]{{0,12}}\s?\S?)?$|(?:[{HAN}]{{2,6}}\s?:?\s?[\d,.]+[kw万千+]*\s*[|·/]?\s*){{2,}}$|[\d,.\s]+$|lv\.?\s?\d+$|(?:.{{2,6}}\s?:\s?.{{0,12}}\s?){{1,4}}$"
)
"""Rows of a member panel: rank, points, join date, labels with counts."""
_SEPARATORS = " \t|()[]【】{}·•,.:;-—–_*/&<>«»↓↑#"
_NAME_NO = re.compile(r"[。!?;,:]|https?:|^\d+$")
_LABEL = re.compile(
    r"^(?:作者|楼主|发帖人|发贴人|发信人|发言人|会员|用户|昵称|网友|姓名|留言者|评论者|回复人|author|by|name)\s?[:/]\s?"
)
_EDITED = re.compile(
    r"\d\s?(?:字|字节|bytes?)(?:\s|$)|(?:本帖|此帖|该帖)?最后由(?!\s*编辑)|于\s?.{0,30}(?<!最后由)(?<!最后由\s)编辑|最后编辑"
)


_HEADING = re.compile(
    r"\d+\s?(?:条|则|篇|个)?\s?(?:回答|解答|答案)$|(?:\d+\s?(?:条|则|篇|个))?\s?(?:网友|读者|用户|全部|最新|热门|精彩|文章|相关|所有|博文)?(?:评论|留言|回应|回复|跟帖|跟贴|讨论|热评|点评|comments?)(?:区|列表|内容|一览)?"
    r"\s?[(\[:]?\s?(?:共|已有)?\s?\d*\s?(?:条|则|篇|个|楼)?(?:评论|留言|回应|回复)?[)\]]?\s?:?"
)
_FORM = re.compile(
    r"\W*(?:我[来要]?|点击)?(?:发[表布]|张贴|提交|撰写|写|添加|留下)(?:下|一[个条则])?(?:新|[你您我]的?)?(?:留言|评论|回[复应]|意见|看法)(?:吧|取消回复)?\W*$"
)
"""Heading or button of the form for a reply: 寫留言, 張貼留言."""
_BUTTONS = frozenset(["回复", "讨论", "点评", "回应"])
"""Words below every post, rarely alone above comments."""
_CLOCK_OR_AGO = re.compile(r"\d:\d\d|前$|刚")
_PLACE = re.compile(
    rf"(?:ip属地|来自|发表于|位置)?\s?:?\s?(?:[{HAN}]{{2,8}}(?:省|自治区|特别行政区)(?:[{HAN}]{{2,6}}[市州盟区县])?|[{HAN}]{{2,5}}市(?:[{HAN}]{{2,5}}[区县])?)$"
)
"""Place a reply was written at, as printed below the name."""


REGION = re.compile(
    r"(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)$"
)
"""A province at the end of a row, as platforms print it for the address of a writer."""
_ABROAD = re.compile(
    r"(?:中国|中华)?(?:香港|澳门|台湾)|美国|日本|英国|加拿大|澳大利亚|新西兰|新加坡|马来西亚|韩国|德国|法国|海外"
)
_HANDLE = re.compile(r"@\S+|\(?[a-z_.-]*(?:[\d_][\w.-]*)\)?")


def bare_nick(name: str | None) -> str | None:
    """A name without the place or the login name printed behind it: 小满 广东, 阿德 ade77."""
    first, _, last = (name or "").rpartition(" ")
    folded, before = fold(last), fold(first)
    if not before.strip():
        return name
    is_beside = is_place(folded) or REGION.fullmatch(folded) or _ABROAD.fullmatch(folded) or folded.startswith("来自")
    return first.strip() if is_beside or (_HAN.search(before) and _HANDLE.fullmatch(folded)) else name


class Mark(NamedTuple):
    """Content of a row about a post. `said`, `tools`: whether it has words for writing, words for actions on a post."""

    author: str | None
    time: str | None
    floor: int | None
    said: bool
    tools: bool

    def comment(self, text: str) -> Comment:
        """The comment of a post with this row."""
        return Comment(text, bare_nick(self.author), self.time, None, self.floor)


_POST_ROW = re.compile(
    r"\d:\d\d|\d\s?[-/.年月]\s?\d|[天周月年时钟秒]之?前|刚刚|昨天|今天|[a-z]\.?\s\d{1,2},?\s(?:19|20)\d\d|第\s?\d|\d\s?(?:楼|#|f\b)|[#b]\d|楼主|沙发|板凳|地板"
)
_POST_SIGN = re.compile(r"[\d前刚昨今楼沙板地]")
"""Every such row contains one of these; most rows do not."""


def mark_of(text: str, folded: str) -> Mark | None:
    """Same as `parse_post_row`, called only for rows with a sign of a time or floor."""
    if len(folded) > LONGEST or not _POST_SIGN.search(folded) or not _POST_ROW.search(folded):
        return None
    return parse_post_row(text, folded)


def parse_post_row(text: str, folded: str) -> Mark | None:
    """Parse a row about a post; None without time and floor, or with other content than a name.

    `text` and `folded` have the same length; author and time are returned as printed.
    """
    if len(folded) > LONGEST or _EDITED.search(folded):
        return None
    rest = _Remainder(folded)
    time, floor = rest.take(TIME), rest.take(_FLOOR)
    if time is None and floor is None:
        return None
    said, label = rest.take(_SAID), rest.take(_LABEL)
    rest.take(TIME)  # time of an update, or the same time repeated in brackets
    rest.take_all(_ORIGIN)
    tools = rest.take_all(_TOOL_WORD)
    name = _name(text, rest.text)
    if name is None:
        return None
    printed = text[time.start() : time.end()].strip(" ,(（") if time else None
    return Mark(name or None, printed, _number(floor), bool(said or label), bool(tools))


class _Remainder:
    """A row whose recognized parts are replaced by spaces, so that offsets stay the same."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Blank the first match of `pattern`."""
        found = pattern.search(self.text)
        if found:
            self._blank(found)
        return found

    def take_all(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Blank all matches of `pattern`."""
        found = list(pattern.finditer(self.text))
        for match in found:
            self._blank(match)
        return found

    def _blank(self, found: re.Match[str]) -> None:
        start, end = found.span()
        self.text = self.text[:start] + " " * (end - start) + self.text[end:]


def rows_that_may_show(lines: Lines) -> list[int]:
    """Short rows with a digit that contain a floor or words for writing."""
    return [i for i in lines.having(WORDS) if _may_show(lines.rows[i])]


def _may_show(row: str) -> bool:
    return len(row) <= LONGEST and (row in _SEATS or FIGURE.search(row) is not None) and _shows(row)


def _shows(row: str) -> bool:
    """Whether it contains a floor, or words for writing or actions. Patterns run only where their signs occur."""
    return (
        OURS.search(row) is not None
        or (_FLOOR_SIGN.search(row) is not None and _FLOOR.search(row) is not None)
        or (_SAID_SIGN.search(row) is not None and _SAID.search(row) is not None)
    )


def has_floor(folded: str) -> bool:
    """Whether the row contains a floor."""
    return _FLOOR.search(folded) is not None


def is_tools(folded: str) -> bool:
    """Whether it is a row of actions on a post."""
    return len(folded) <= LONGEST and _ROW_OF_TOOLS.match(folded) is not None


def is_panel(folded: str) -> bool:
    """Whether it is a row of a member panel."""
    return len(folded) <= LONGEST_NICK * 2 and _PANEL.match(folded) is not None


def is_heading(folded: str) -> bool:
    """Whether it is a heading of comments, with a count or the time of the last one."""
    found = _HEADING.match(folded) if len(folded) <= LONGEST else None
    if found is None or folded in _BUTTONS:
        return False
    rest = folded[found.end() :].strip(_SEPARATORS)
    return not rest or TIME.fullmatch(rest) is not None


def is_form(folded: str) -> bool:
    """Whether it is the heading or button of the form for a reply."""
    return len(folded) <= LONGEST_NICK and _FORM.match(folded) is not None


def has_clock(time: str) -> bool:
    """Whether a time has an hour or is relative; article lists next to a story print days."""
    return _CLOCK_OR_AGO.search(fold(time)) is not None


def is_place(folded: str) -> bool:
    """Whether it is the place a reply was written at."""
    return len(folded) <= LONGEST_NICK and _PLACE.match(folded) is not None


def is_nick(folded: str) -> bool:
    """Whether it may be a member's name."""
    return (
        1 < len(folded) <= LONGEST_NICK
        and not _NAME_NO.search(folded)
        and not is_tools(folded)
        and not is_panel(folded)
        and not TIME.search(folded)
    )


def _name(text: str, left: str) -> str | None:
    """Rest of a row: a name, "" if nothing, None if more than a name."""
    inner = left.strip(_SEPARATORS)
    if not inner:
        return ""
    start = left.index(inner)
    pieces = re.split(r"\s{2,}|\s?[|·•»]\s?", inner)
    first = pieces[0].strip(_SEPARATORS) if pieces else ""
    if sum(map(len, pieces)) > LONGEST_NICK or len(pieces) > 2 or _NAME_NO.search(inner) or not first:
        return None
    name = re.split(r"(?<=\S)\s?[\[(（【]", text[start : start + len(pieces[0])])[0]
    name = name.strip(_SEPARATORS + "：，（）").removesuffix(" 於").removesuffix(" 于")
    return None if len(_HAN.findall(name)) > LONGEST_HAN else name


def _number(floor: re.Match[str] | None) -> int | None:
    if floor is None:
        return None
    digits = next((floor[group] for group in "abcdef" if floor[group]), None)
    return int(digits) if digits else _SEATS[floor["seat"]]
