"""Unlabelled names and outlets: in the date row, next to it, and alone between title and date."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.metadata.credits import joined
from tui_reader.cleaning.metadata.rows import Rows
from tui_reader.cleaning.patterns.dates import find_dates
from tui_reader.cleaning.patterns.forum_patterns import REGION, is_nick
from tui_reader.cleaning.patterns.relative import has_relative
from tui_reader.text import names
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN
from tui_reader.text.outlets import is_known_in_both, is_outlet, is_platform, is_source

LONGEST, ALONE = 80, 26
"""Maximum characters of a date row; of a name or outlet in its own row."""
PANEL_WITHIN = 40
"""Rows below a story within which the account panel is found, after buttons and forms."""
_PIECES = re.compile(r"\s*[•·|｜]\s*|\s{2,}")
_WORDS = re.compile(r"[\s,，]+")
_LABEL = re.compile(
    r"(?:最后)?(?:更新|发布|发表|出版|建立|编辑|修改|刊登|上传|上架|公告)(?:于|时间|日期)?:?$|(?:时间|日期|楼主|作者|看板|标题|来源)|^(?:文|图|by|on|at|posted|published|updated|am|pm)$"
)
_SECTION = re.compile(
    r"(?:焦点|专题|要闻|快讯|观察|专栏|动态|资讯|评论|聚焦|热点|世界|生活|财经|新知|现场|特写|专访|来稿|投稿|地方|国际|社会|综合|科技|体育|娱乐|文化|教育|健康|政治|两岸|产业|新闻|即时|头条|频道)$"
)
"""Endings of section names, which occur in the place of account names."""
_PANEL = re.compile(r"(?:级别|等级|积分|个人积分|威望|帖子|发帖数?|精华|注册时间|注册日期|头衔)\s?[:/]\s?\S{0,16}$")
"""Words of member panels."""
_PLATFORM_FOOT = re.compile(r"关注该公众号|轻触阅读原文|向上滑动看下一个|微信扫一扫\s?关注")
_DEVICE = re.compile("客户端|手机|网页版|iphone|ipad|android|安卓|app$|华为|小米|mobile")
_PROFILE = re.compile(
    r"(?:创作者|作者|博主|部落客|格主|站长|版主)(?:介绍|简介|资料|档案)?$|关于(?:作者|我|我自己|博主|站长)$|个人(?:档案|资料|简介)$|about (?:me|the author)$"
)
"""Headings of a profile box."""
_PORTRAIT = re.compile(r"(?:头像|大头照|照片)$|^(?:avatar|profile (?:photo|picture))")
"""Description of the picture above the name in a profile box."""
_LISTED = re.compile(r"(?:tags?|标签|关键[词字]|分类|栏目|专题|话题|地点)\s?:")
"""Word behind which a row lists the article's topics."""
_NO_ACCOUNT = re.compile(
    r"[。,!?:;#\[\]()【】<>]|^\d+$|\d{3}|记者|报[道导]|撰文|综合|中心/|摄影|领域创作者|^(?:微信号|功能介.|粉丝|关注)"
    r"|^\d[\d.,]*\s?[万亿k]?\+?\s?[次个条人]?(?:喜欢|阅读|浏览|评论|留言|点?赞|收藏|分享|回[复应]|粉丝|播放|观看|转[发载]|关注|人气|推荐)"
)

_PLACE = re.compile(rf"[{HAN}]{{1,6}}(?:[市县区镇乡村湾涌州省]|街道)$")
"""Form of a place's name."""


class Beside(NamedTuple):
    """Text next to a date: people as printed, an outlet, or an unclassified word; and its row."""

    people: tuple[str, ...]
    outlet: str | None
    word: str | None
    block: int
    same_row: bool


def beside_dates(rows: Rows) -> Iterator[Beside]:
    """Text next to the dates near the title; labelled rows are handled by the credits."""
    dated = _dated(rows)
    for index in dated:
        if len(rows.folded(index)) <= LONGEST and ">" not in rows.folded(index):
            yield from _in_row(rows, index)
    fit = [i + d for i in dated for d in (-1, 1, -2, 2) if _may_stand_beside(rows, i + d) and _is_reached(rows, i, d)]
    for index in dict.fromkeys(fit):
        if index not in dated:
            yield from _in_row(rows, index, same_row=False)


def _dated(rows: Rows) -> list[int]:
    """Up to two date rows after the title; else the last one above it."""
    title = rows.place.title
    found = [i for i in rows.zone if i != title and (rows.blocks[i].dates or _is_relative(rows.folded(i)))]
    found = [i for i in found if len(rows.folded(i)) <= LONGEST]
    return [i for i in found if i > title][:2] or found[-1:]


def _is_relative(folded: str) -> bool:
    return len(folded) <= ALONE and has_relative(folded)


def _may_stand_beside(rows: Rows, index: int) -> bool:
    return index in rows.zone and index > rows.place.title and len(rows.folded(index)) <= ALONE


def _is_reached(rows: Rows, dated: int, step: int) -> bool:
    """Whether no controls are between the date and a row at that distance."""
    between = range(min(dated, dated + step) + 1, max(dated, dated + step))
    reached = map(rows.folded, (*between, dated + step))
    return not any(names.has_control_word(row) and not is_outlet(row) for row in reached)


def _in_row(rows: Rows, index: int, *, same_row: bool = True) -> Iterator[Beside]:
    for piece in _without_dates(rows.blocks[index]):
        for part in _PIECES.split(piece):
            yield _beside(part, index, same_row=same_row)


def _without_dates(block: Block) -> list[str]:
    text, pieces, last = block.text, [], 0
    for found in block.dates:
        pieces.append(text[last : found.start])
        last = found.end
    rest = _LISTED.search(block.folded, last)
    return [*pieces, text[last : rest.start() if rest else len(text)]]


def _beside(part: str, index: int, *, same_row: bool) -> Beside:
    """People, outlet or account in one part of a row; all empty without any."""
    part = part.strip(" :：()（）[]-–—/／")
    listed = [name.strip() for name in re.split("[,，、]", part)]
    if len(listed) > 1 and all(names.are_people(fold(name)) or names.is_latin(fold(name)) for name in listed):
        return Beside(tuple(listed), None, None, index, same_row)
    words = _value_words(part)
    people, outlets = _people_and_outlets(words)
    others = len(words) - len(people) - len(outlets)
    whole = " ".join(words)
    may_be_word = words and not people and not outlets and not _is_abbreviation(words)
    word = whole if may_be_word and is_account(fold(whole)) else None
    named = tuple(name for one in people for name in re.split("[、,，&＆;；/／]", one)) if others <= 1 else ()
    return Beside(named, outlets[0] if outlets else None, word, index, same_row)


def _value_words(part: str) -> list[str]:
    """Words of a part without labels, times, and the region, device or program that a post came from."""
    words = [word for word in map(_without_from, filter(None, _WORDS.split(part))) if word]
    words = [word for word in words if not REGION.fullmatch(fold(word))] or words
    return [word for word in words if not _LABEL.search(fold(word)) and not has_relative(fold(word))]


def _people_and_outlets(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """(people, outlets) among the words; all words together may be one Latin name or one outlet."""
    people = [word for word in words if names.are_people(fold(word))]
    outlets = [word for word in words if is_outlet(fold(word)) and is_source(fold(word))]
    whole = " ".join(words)
    key = " ".join(map(fold, words))
    one = len(outlets) < 2 or is_known_in_both(key)
    if words and is_outlet(key) and is_source(key) and not people and one:
        return people, [whole]
    is_name = names.is_latin(key) and not is_outlet(key) and not _is_abbreviation(words)
    return ([whole], outlets) if words and not people and not outlets and is_name else (people, outlets)


def _is_abbreviation(words: Sequence[str]) -> bool:
    """Whether it is one word in capitals: a label or licence; outlets that are known count before."""
    return len(words) == 1 and words[0].isascii() and words[0].isupper()


def _without_from(word: str) -> str:
    """来自雪球 → 雪球; empty for the device or program that a post came from."""
    if not fold(word).startswith("来自"):
        return word
    place = word[2:].strip(" :：")
    return "" if _DEVICE.search(fold(place)) else place


def is_account(folded: str) -> bool:
    """Whether it may be an account name: a short word that is no control, section, count or sentence."""
    return (
        1 < len(folded) <= ALONE
        and is_source(folded)
        and not names.is_control(folded)
        and not _NO_ACCOUNT.search(folded)
        and not is_platform(folded)
        and not names.is_place(folded)
        and not _PLACE.match(folded)
        and not find_dates(folded)
    )


def standing_alone(rows: Rows) -> tuple[str, int] | None:
    """(the only short row between title and date, its block)."""
    title = rows.place.title
    dated = [i for i in rows.zone if i > title and (rows.blocks[i].dates or _is_relative(rows.folded(i)))]
    if title < 0 or not dated:
        return None
    between = [i for i in range(title + 1, min(dated)) if len(rows.folded(i)) <= ALONE and is_account(rows.folded(i))]
    between = [i for i in between if rows.folded(i) not in rows.folded(title)]
    return (rows.blocks[between[0]].text, between[0]) if len({rows.folded(i) for i in between}) == 1 else None


def is_section(folded: str) -> bool:
    """Whether it ends like a section name."""
    return _SECTION.search(folded) is not None


def member(rows: Rows) -> tuple[str, int] | None:
    """(nick above a forum's member panel (级别：… 积分：…), its block)."""
    for index in rows.zone:
        if not _PANEL.match(rows.folded(index)):
            continue
        above = next((i for i in range(index - 1, max(-1, index - 3), -1) if not _PANEL.match(rows.folded(i))), -1)
        nick = rows.folded(above) if above >= 0 and above != rows.place.title else ""
        fits = is_nick(nick) and names.is_pen_name(nick)
        return (rows.blocks[above].text, above) if fits else None
    return None


def profiled(rows: Rows) -> tuple[str, int] | None:
    """(name below the heading of a profile box (關於作者, 創作者介紹) after the story, its block)."""
    for index in range(rows.place.end, min(rows.place.end + PANEL_WITHIN, len(rows.blocks) - 1)):
        if not _PROFILE.match(rows.folded(index)):
            continue
        below = index + 1
        if below + 1 < len(rows.blocks) and _PORTRAIT.search(rows.folded(below)):
            below += 1
        nick = rows.blocks[below]
        if is_nick(nick.folded) and names.is_pen_name(nick.folded):
            return (nick.text, below) if not is_outlet(nick.folded) else None
    return None


def is_on_platform(blocks: Sequence[Block], end: int) -> bool:
    """Whether the rows below the body indicate a platform with user accounts."""
    return any(_PLATFORM_FOOT.search(block.folded) for block in blocks[end : end + PANEL_WITHIN])


def joined_people(people: tuple[str, ...]) -> str:
    return joined(tuple(name.strip() for name in people if name.strip()))
