"""Rows that say who made a story, read by their labels: 記者林佳蓉、王大為／綜合報導, 文：張若瑜 圖：李大同, 作者: nick (name).

A row is cut at its labels; what stands behind a label of an author's are names, up to the place and what was done there.
All patterns read folded text.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from tui_reader.cleaning.patterns import names
from tui_reader.script.fold import fold

LONGEST = 120
"""A longer row is a paragraph."""
LOOSE = 20
"""Characters of a pen name behind a label with a colon."""
_WRITER = "本文作者|作者|撰文|撰稿人|撰稿|采写|采访报道|采访|文字|文/图|文图|图文|图/文|执笔|编译|报道者|报导者|发帖人|发信人|寄信人|发布者|文稿|笔者|主笔|author|原创(?=[\\s:])|文"
_REPORTER = r"(?:本报|本网|本台|本刊|特派|特约|实习|见习|首席|资深|全媒体|融媒体|融媒|驻地)*(?:记者|主播|特派员|编译(?=[\u4e00-\u9fff]{2,4}/))|[\u4e00-\u9fff]{2,4}中心\s?/"
_OTHER = (
    "责任编辑|责编|编辑|编审|审核|校对|摄影|摄像|图片|图源|供图|制图|图|来源|稿源|出处|监制|核稿|设计|统筹|时间|日期|发布|发表|更新|分类|栏目|频道|浏览|阅读|点击|"
    "字号|字体|评论|看板|信区|站内|标题|通讯员|整理"
)
_EDGE = r"(?:^|(?<=[\s|/、,;·•▪()\[\]【】〔〕<>《》。:\"]))"
_LABEL = re.compile(
    rf"{_EDGE}(?P<writer>{_WRITER})(?P<sign>\s?[:/|]|(?=[a-z])|\s)|(?P<reporter>{_REPORTER})(?P<mark>\s?[:/]|\s)?(?!们|会|团|节|站|证|从|在|了|问|获|注意|看到|日前|今|昨|表示)"
    rf"|{_EDGE}(?P<other>{_OTHER})(?=[\s:/|a-z]|于|者|日期|时间)|(?P<by>(?:^|\s)by)\s"
)
_MAYBE = re.compile("[文者撰采图执编稿笔帖信播员心创]|author|by")
"""No label of an author's is without one of these."""
_PART = re.compile(r"[^\s、,&;/|()\[\]【】〔〕▪。:\"“”<>]+")
_SEPARATOR = re.compile(r"\s*[、,&;▪]\s*|\s+|\s?/\s?")
_AFTER = re.compile(
    r"$|[^\u4e00-\u9fff]|报[道导]|综合|即时|特稿|专[访稿电]|整理|编译|撰|摄|翻|文$|[\u4e00-\u9fff]{2,4}(?:\d{1,2}日)?(?:报[道导]|专?电|讯|特稿)"
)
_NICK = re.compile(r"[a-z][\w-]{1,19}(?:\s?\([^()]{1,30}\))?")
_LATIN = re.compile(r"[a-z][a-z.'-]+(?: [a-z][a-z.'-]+){0,3}")
_NOBODY = frozenset(
    [
        "admin",
        "administrator",
        "editor",
        "guest",
        "author",
        "root",
        "staff",
        "本报",
        "本网",
        "网络",
        "综合",
        "未知",
        "佚名",
        "匿名",
        "本人",
        "不详",
        "最新",
        "保留",
    ]
)
_PAPER = re.compile(r"(?P<it>[^\s,。()\[\]【】〔〕:“”/|]{2,12})[\s/]*$")
_OUR = ("本报", "本网", "本台", "本刊", "本社")


class Credit(NamedTuple):
    """Who wrote it, and for which paper, as far as a row says; names joined with 、."""

    author: str | None
    paper: str | None


@lru_cache(64)
def read(text: str, folded: str) -> Credit:
    """What a row says by its labels. `text` and `folded` are as long; cached, for several ways ask about the same rows."""
    if len(folded) > LONGEST or not _MAYBE.search(folded):
        return Credit(None, None)
    labels = list(_LABEL.finditer(folded))
    paper = None
    for index, label in enumerate(labels):
        if label["other"]:
            continue
        end = labels[index + 1].start() if index + 1 < len(labels) else len(folded)
        if label["reporter"]:
            paper = paper or _paper(text, folded, label.start())
        inner = labels[index + 1] if index + 1 < len(labels) else None
        if inner and inner["reporter"] and not folded[label.end() : end].strip():
            continue  # 文／本报记者 …
        if label["writer"] and label["writer"] != "作者" and (pair := _behind_paper(text[label.end() : end])):
            return pair
        found = _names(text[label.end() : end], folded[label.end() : end], label)
        if found:
            return Credit(found, paper)
    return Credit(None, paper)


def _behind_paper(text: str) -> Credit | None:
    """文｜财新 余聪: the paper, then the name."""
    words = text.strip(" :：/／|｜").split()
    if len(words) < 2 or not names.is_name(fold(words[1])) or names.is_name(fold(words[0])):
        return None
    if re.search("[、,，&/:：]|记者|記者", words[0]):
        return None
    return Credit(words[1], words[0])


def _names(text: str, folded: str, label: re.Match[str]) -> str | None:
    """The names behind a label: any behind a colon, else those of people only."""
    skip = len(folded) - len(folded.lstrip(" :/|("))
    text, folded = text[skip:], folded[skip:]
    if label["by"] or label["writer"]:
        nick = _NICK.match(folded) if label["writer"] else None
        if nick and "(" in nick.group():
            return text[: nick.end()]
        latin = _LATIN.match(folded)
        if latin and latin.group() not in _NOBODY and not names.is_outlet(latin.group()):
            return text[: nick.end() if nick and nick.end() > latin.end() else latin.end()].strip()
    loose = bool(label["writer"]) and label["sign"].strip() != ""
    spans = list(_spans(folded, loose=loose))
    return "、".join(dict.fromkeys(text[start:end] for start, end in spans)) or None


def _spans(folded: str, *, loose: bool) -> list[tuple[int, int]]:
    """Where names stand at the beginning of a text. `loose`: the first may be any, and what a comma or & joins to it."""
    spans: list[tuple[int, int]] = []
    place = 0
    while part := _PART.match(folded, place):
        word = part.group()
        size = len(word) if names.is_name(word) or names.is_long_name(word) else leading_name(word)
        if not size and loose and len(word) <= LOOSE and word not in _NOBODY and not word.isdigit():
            size = len(word)
        if size:
            spans.append((place, place + size))
        separator = _SEPARATOR.match(folded, part.end())
        if size < len(word) or separator is None:
            break
        loose = loose and separator.group().strip() in {"、", ",", "&"}
        place = separator.end()
    return spans


def leading_name(folded: str) -> int:
    """Length of the name that a run of characters begins with (王曼玲台北2日電); 0 where none does."""
    for size in (3, 2, 4):
        if len(folded) >= size and names.is_name(folded[:size]) and _AFTER.match(folded, size):
            return size
    return 0


def _paper(text: str, folded: str, end: int) -> str | None:
    """The paper whose reporter it is, right before the word."""
    match = _PAPER.search(folded, 0, end)
    if match is None or match["it"].endswith(_OUR) or not names.is_outlet(match["it"]):
        return None
    return text[match.start("it") : match.end("it")].strip()


def person(name: str) -> str | None:
    """A name as pages declare it (記者林悅／台南報導, By Kevin Chen), reduced to the names; None where none is in it."""
    name = name.strip()
    folded = fold(name)
    said = read(name, folded).author
    if said:
        return said
    if re.search("记者|报[道导]|编辑|综合|中心", folded):
        size = leading_name(folded)
        return name[:size] if size else None
    if names.are_names(folded):
        return names.joined(name)
    spans = _spans(folded, loose=False)
    return name[: spans[0][1]] if len(spans) == 1 and folded[spans[0][1] :][:1] == "/" else name
