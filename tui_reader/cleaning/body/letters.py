"""Salutation and signature of letters, and the days of a diary: they belong to the body.

亲爱的读者：is above the first sentence, the writer's name and the day of writing are below the last one (落款). A diary or
chronicle has a day above each entry.
"""

import re
from collections.abc import Sequence

from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.text.han import HAN
from tui_reader.text.names import is_person

NEAR = 2
"""Maximum lines between a salutation and the body's first sentence: a greeting."""
LONGEST_SALUTATION = 80
"""Maximum characters of a salutation; a ministry's notice addresses many offices."""
NAMES, LONGEST_NAME = 2, 30
"""Maximum lines of names above the date of a signature, and of their characters."""
CLOSING = 2
"""Maximum lines of a closing formula above the names: 此致, 敬禮."""
SPARE = 3
"""Maximum characters beside the date in its row: brackets, 于."""

ENTRIES = 2
"""Minimum days with a paragraph above and below that make a diary."""
ENTRY = Label("body", "loose", "a day above an entry", 0.0)

_SALUTATION = re.compile(
    r"(?:亲爱的|尊敬的|敬爱的|尊敬|敬启者|致|各|全体|广大|诸位|全市|全校|全国|dear |to )[^。]*[:!]$"
    r"|[^。:]{1,30}(?:同学|同志|朋友|家长|用户|先生|女士|小姐|老师|教授|同事|同仁|读者|网友|伙伴|会员|客户|旅客|们|友|台鉴|钧鉴|惠鉴)[:!]$"
)
_DAY = re.compile(
    r"(?:公元|中华民国|民国)?\s?[\d零〇○oО一二三四五六七八九十]{2,4}\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月(?:\s?[\d一二三四五六七八九十]{1,3}\s?[日号])?"
)
_NOTE = re.compile(r"\([^()]{2,20}\)$")
"""A note below a signature: (此件公开发布)."""
_CLOSING = re.compile(
    r"(?:此致|敬礼|谨启|祝好|顺颂.{2,4}|即颂.{2,4}|敬祝.{2,6}|祝.{2,6}|特此(?:公告|通知|函告|声明))[.。!]?$"
)
_APPENDED = re.compile(
    r"(?:联系(?:人|电话|方式|地址)|咨询电话|监督电话|电子邮箱|附件|附表|附)\s?\d{0,2}\s?[:：]|抄送\s?[:：]|\d{1,2}[.、]\s?\S.{1,60}(?:表|书|函|名单|清单|办法|方案|细则|目录|样式|模板|通知)$"
)
"""Lines between the last sentence of a notice and its signature: a person to ask, the attachments."""
_OFFICE = re.compile(
    rf"[{HAN}]{{0,10}}(?:长|主任|主席|委员|委员长|总裁|经理|秘书|董事|首长|代表|会长|校长)\s+(?P<name>[{HAN}]{{2,4}})(?:\s?[(（].{{1,6}}[)）])?$"
)
"""Office and name below a notice: 市长 沈怡君."""
MOST_APPENDED = 6
"""Maximum lines of a person to ask and attachments above a signature."""
MOST_OFFICES = 3
"""Maximum officials that sign."""
_SENTENCE = re.compile(r"[。:;!?>|]")


def salutation_above(blocks: Sequence[Block], labels: Sequence[Label], title: int, start: int) -> int:
    """Start of the body, at the salutation above it if there is one below the title."""
    for index in range(start - 1, max(title, start - 2 - NEAR, -1), -1):
        if labels[index].role != "body":
            break
        if is_salutation(blocks[index].folded):
            return index
    return start


def is_salutation(folded: str) -> bool:
    """Whether a folded row addresses the readers."""
    return len(folded) <= LONGEST_SALUTATION and _SALUTATION.match(folded) is not None


def signature_below(blocks: Sequence[Block], labels: Sequence[Label], start: int, end: int) -> int:
    """End of the body, behind the signature below it if there is one: names, then the day of writing, or an office and a name.

    A person to ask and attachments may stand between. A day right below a full sentence is no signature, nor is one of
    several dated rows (teasers).
    """
    appended = _appended_end(blocks, labels, end)
    signed = _signature(blocks, labels, range(start, appended), near=appended == end)
    return signed if signed > appended else end


def _appended_end(blocks: Sequence[Block], labels: Sequence[Label], end: int) -> int:
    """The block behind the lines for a person to ask and attachments that stand below the body."""
    last = end
    for index in range(end, min(end + MOST_APPENDED, len(blocks))):
        if not _APPENDED.match(blocks[index].folded) or labels[index].stop or labels[index].role == "comment":
            break
        last = index + 1
    return last


def _signature(blocks: Sequence[Block], labels: Sequence[Label], body: range, *, near: bool) -> int:
    """The block behind the signature below `body`, or its end. `near`: the last line of the body may be the name."""
    end = body.stop
    offices = _offices_end(blocks, labels, end)
    if offices > end:
        return offices
    below = range(end, min(end + CLOSING, len(blocks)))
    first = next((index for index in below if not _CLOSING.match(blocks[index].folded)), end + len(below))
    day = next(
        (index for index in range(first, min(first + NAMES + 1, len(blocks))) if is_day(blocks[index].folded)), -1
    )
    if day < 0 or any(is_day(block.folded) for block in blocks[day + 1 : day + 2 + NAMES]):
        return end
    names = range(end, day) or (range(max(body.start + 1, end - 1), end) if near else range(0))
    named = all(labels[index].role == "body" and _may_sign(blocks[index]) for index in names)
    if not names or not named:
        return end
    noted = day + 1 < len(blocks) and _NOTE.match(blocks[day + 1].folded)
    return day + 2 if noted else day + 1


def _offices_end(blocks: Sequence[Block], labels: Sequence[Label], end: int) -> int:
    """The block behind the officials that sign below the body without a day."""
    last = end
    for index in range(end, min(end + MOST_OFFICES, len(blocks))):
        found = _OFFICE.match(blocks[index].folded) if labels[index].role == "body" else None
        if found is None or not is_person(found["name"]):
            break
        last = index + 1
    return last


def with_entries(blocks: Sequence[Block], labels: Sequence[Label]) -> list[Label]:
    """The labels with ENTRY for the days of a diary. A teaser's day is below its headline."""
    days = [
        index
        for index in range(1, len(labels) - 1)
        if labels[index].category == "date" and labels[index + 1].category == "prose" and is_day(blocks[index].folded)
    ]
    inside = [index for index in days if labels[index - 1].category == "prose"]
    entries = frozenset(inside if len(inside) >= ENTRIES else ())
    return [ENTRY if index in entries else label for index, label in enumerate(labels)] if entries else list(labels)


def is_entry(blocks: Sequence[Block], labels: Sequence[Label], body: range, index: int) -> bool:
    """Whether a row is one of several days in the body."""
    days = [row for row in body if labels[row].category == "date" and is_day(blocks[row].folded)]
    return index in days and len(days) > 1


def is_day(folded: str) -> bool:
    """Whether a folded row is a written day (2025年6月19日) and little else."""
    found = _DAY.search(folded)
    return found is not None and len(folded) - len(found[0]) <= SPARE


def _may_sign(block: Block) -> bool:
    """Whether a row may be the name of a person, an office or a company."""
    short = len(block.folded) <= LONGEST_NAME and not block.mostly_links
    return short and _SENTENCE.search(block.folded) is None
