"""Author and source where no label tells them: names and papers in the row of the date and next to it."""

import re

from tui_reader.cleaning.metadata.rows import Rows
from tui_reader.cleaning.patterns import names
from tui_reader.cleaning.patterns.cues import cue, is_menu_word
from tui_reader.cleaning.patterns.dates import find_dates
from tui_reader.cleaning.patterns.forum_patterns import is_nick
from tui_reader.script.fold import fold

LONGEST, ALONE = 80, 26
"""A row of the date is no longer than this, a name or a paper in a row of its own than that."""
PANEL_WITHIN = 40
"""Rows below a story within which the panel of its account stands, behind buttons and forms."""
NAME_LEAST = 2
"""Characters of any name."""
_PIECES = re.compile(r"\s*[•·|｜]\s*")
_RELATIVE = re.compile(r"(?:昨天|前天|今天|刚刚|\d{1,2}\s?(?:小时|分钟|天)前)$")
_WIRE = re.compile(r"\S{1,6}\d{1,2}日电$")
_LABEL = re.compile(
    r"(?:最后)?(?:更新|发布|发表|出版|建立|编辑|修改|刊登|上传)(?:于|时间|日期)?:?$|(?:时间|日期|楼主|作者|看板|标题)"
)
_PANEL = re.compile(r"(?:级别|等级|积分|个人积分|威望|帖子|发帖数?|精华|注册时间|注册日期|头衔)\s?[:/]\s?\S{0,16}$")
"""What boards say of a member."""
_ISSUER = re.compile(r"(?:发文机关|发文单位|发布机构|制定机关|公布机关)\s?:\s?(?P<it>[\u4e00-\u9fff]{3,24})")
_CREDIT = re.compile(
    r"记者|/.{0,6}报[道导]|^报[道导]|撰文|综合|编译|中心/|(?:^|\s)by(?:$|\s)|^(?:[ap]\.?m\.?|文|图)$|作者|编辑|领域创作者|^原创$|^(?:微信号|功能介.|粉丝|关注)"
)
"""What a row says about people; it is no account's name."""
_SECTION = re.compile(
    r"(?:焦点|专题|要闻|快讯|观察|专栏|动态|资讯|评论|聚焦|热点|世界|生活|财经|新知|现场|特写|专访|来稿|投稿|地方|国际|社会|综合)$"
)
"""What the name of a section ends with: it stands where an account's name does."""
_ACCOUNT = re.compile(r"公众号|公号|微信号|头条号|百家号|企鹅号|搜狐号|网易号|专栏$|工作室$")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}$")
_NOTHING = re.compile(r"[\d\s:.,/()#+-]*$")

Pair = tuple[str | None, str | None]


def beside_date(rows: Rows) -> Pair:
    """What the row of the date names beside the date, and the rows next to it."""
    author = source = None
    for index in _near(rows):
        folded, text = rows.folded(index), rows.blocks[index].text
        if "来源" in folded or "作者" in folded or ">" in folded or len(folded) > LONGEST:
            continue
        pieces, last = [], 0
        for found in find_dates(folded):
            pieces.append(text[last : found.start])
            last = found.end
        for piece in [*pieces, text[last:]]:
            for part in _PIECES.split(piece):
                found_author, found_source = _named(part, dated=last > 0)
                author, source = author or found_author, source or found_source
    return author, source


def standing_alone(rows: Rows) -> str | None:
    """The name of an account: the only short row between title and date, whatever it is called."""
    dated = [i for i in rows.dated() if i > rows.place.title]
    dated += [i for i in rows.zone if i > rows.place.title and _RELATIVE.match(rows.folded(i))]
    if rows.place.title < 0 or not dated:
        return None
    title = rows.folded(rows.place.title)
    bare = [i for i in range(rows.place.title + 1, min(dated)) if _is_bare(rows.folded(i))]
    between = {rows.blocks[i].text for i in bare if rows.folded(i) not in title}
    return between.pop() if len(between) == 1 else None


def own_account(rows: Rows) -> str | None:
    """standing_alone, unless it is a paper or a section of one."""
    alone = standing_alone(rows)
    key = fold(alone) if alone else ""
    return alone if alone and not names.is_outlet(key) and not _SECTION.search(key) else None


def signed_title(rows: Rows) -> str | None:
    """The name before a title's colon, where a row below says that it is an account's: so columns sign their titles."""
    title = rows.folded(rows.place.title) if rows.place.title >= 0 else ""
    name, colon, _ = title.partition(":")
    if not colon or not NAME_LEAST <= len(name) <= names.LONGEST_PAPER:
        return None
    end = rows.place.end
    below = map(rows.folded, range(end, min(end + PANEL_WITHIN, len(rows.blocks))))
    if not any(name in row and _ACCOUNT.search(row) and len(row) <= ALONE for row in below):
        return None
    return rows.blocks[rows.place.title].text[: len(name)].strip()


def pen_name(rows: Rows) -> str | None:
    """The only short row between title and date, where it is a name in Latin script."""
    name = standing_alone(rows)
    return name if name and names.is_pen_name(fold(name)) else None


def member(rows: Rows) -> str | None:
    """The nick above the panel that a board sets beside a post (级别：… 积分：…), or above the title."""
    for index in rows.zone:
        if _PANEL.match(rows.folded(index)):
            above = next((i for i in range(index - 1, max(-1, index - 3), -1) if not _PANEL.match(rows.folded(i))), -1)
            nick = rows.folded(above) if above >= 0 else ""
            return (
                rows.blocks[above].text
                if above != rows.place.title and _is_bare(nick) and is_nick(nick) and ">" not in nick
                else None
            )
    return None


def issuer(rows: Rows) -> str | None:
    """The office that issued a notice: who speaks where no person does."""
    for index in rows.zone:
        if match := _ISSUER.match(rows.with_value(index)):
            return rows.part(index, match)
    return None


def _near(rows: Rows) -> list[int]:
    """Rows of dates first, then the rows next to them; rows above the title only if they hold the date."""
    dated = [
        i for i in rows.zone if find_dates(rows.folded(i)) and len(rows.folded(i)) <= LONGEST and i != rows.place.title
    ]
    dated += [i for i in rows.zone if _RELATIVE.search(rows.folded(i)) and len(rows.folded(i)) <= ALONE]
    after = [i for i in dated if i > rows.place.title] or dated[-1:]
    beside = [i for d in after[:2] for i in (d - 1, d + 1, d + 2, d - 2)]
    fit = [
        i
        for i in beside
        if i in rows.zone and i > rows.place.title and len(rows.folded(i)) <= ALONE and cue(rows.folded(i)) is None
    ]
    return list(dict.fromkeys([*after, *fit]))


def _named(part: str, *, dated: bool) -> Pair:
    """Author and source in one piece of a row."""
    words = _words(part)
    folded = [fold(word) for word in words]
    if not words or _NOTHING.match(" ".join(folded)) or is_menu_word(" ".join(folded)):
        return None, None
    reporter = next((i for i in range(1, len(words)) if folded[i].startswith("记者")), len(words))
    words, folded = words[:reporter], folded[:reporter]
    people = next((i for i in range(len(words)) if names.are_names(" ".join(folded[i:]))), len(words))
    if people == 0:
        return names.joined(" ".join(words)), None
    if names.is_outlet(folded[0]) or (people < len(words) and not any(map(str.isdigit, folded))):
        paper = " ".join(words[: 1 if dated else people])
        known = None if len(paper) < NAME_LEAST or _CREDIT.search(fold(paper)) else _bare(paper)
        return names.joined(" ".join(words[people:])) or None, known
    if names.is_outlet(" ".join(folded)):
        return None, _bare(" ".join(words))
    pen_name = len(words) == 1 and names.is_pen_name(folded[0])
    several = dated and len(words) > 1 and all(_HAN.match(word) for word in folded)
    return (names.joined(" ".join(words)) if pen_name or several else None), None


def _words(part: str) -> list[str]:
    """The words of a piece without what labels it and without relative times."""
    words = [word for word in re.split(r"[\s,，]+", part.strip(" :：")) if word]
    if words and _RELATIVE.match(fold(words[-1])):
        words.pop()
    while words and _LABEL.match(fold(words[0])):
        del words[0]
    return words


def account(rows: Rows, author: str | None) -> str | None:
    """What else stands beside the date or alone between title and date: an account's name, a paper nobody knows."""
    for index in _near(rows)[:2]:
        folded, text = rows.folded(index), rows.blocks[index].text
        last = max((found.end for found in find_dates(folded)), default=0)
        first = next(iter(_words(text[last:])), "")
        key = fold(first)
        fits = _is_bare(key) and not key[0].isdigit() and len(key) <= names.LONGEST_PAPER and not names.is_name(key)
        if fits and not (author and (first in author or author in first)):
            return _bare(first)
    return None


def _is_bare(folded: str) -> bool:
    return (
        2 <= len(folded) <= ALONE
        and cue(folded) is None
        and not is_menu_word(folded)
        and not _CREDIT.search(folded)
        and not _NOTHING.match(folded)
        and not re.search("[。,!?:#]", folded)
    )


def _bare(text: str) -> str:
    """A paper's name without what is put behind it in brackets."""
    return re.sub(r"[\[(（【].*$", "", text).strip(" ：:-—·|")
