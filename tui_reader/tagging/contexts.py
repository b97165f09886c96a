"""Words around a name that decide whether it is meant: words it is part of, streets, institutions, offices, verbs of speaking."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tui_reader.script.persons import SYLLABLES, TITLES
from tui_reader.script.segment.segmenter import clean, segmenter
from tui_reader.text.han import HAN
from tui_reader.text.surnames import FREQUENT

if TYPE_CHECKING:
    from tui_reader.tagging.subject import Subject
    from tui_reader.text.known_names import Kind

# Rest of a word behind the name in it, where the word still means the thing: 苏州|市, 美国|人, 苹果|公司, 复旦大学|生.
_REST = re.compile(
    r"[省市县区州府国城人军队方媒式版籍裔货商系]|政府|特区|特区政府|行政区|自治区|公司|集团|股份|总统|总理|首相|国会|议会|当局|官方|外交部|国防部|大使|队员|市民|市区|市长|全境|全市|全省|地区|手机|汽车|车展|主席|党员|党主席"
)
# Behind a place: a street, station or bay that is called after it.
_STREET = re.compile(r"[东南西北中]?[一二三四五六七八九十]?(?:路|街|道|巷|弄|湾|里|桥)(?!市|线|县|政府|民)")
# Behind a place: what is called after it, or counted by it.
_CALLED = re.compile(
    rf"[{HAN}]{{0,4}}(?:大学|学院|中学|日报|晚报|时报|邮报|早报|文汇报|周刊|卫视|电台)|时间|大厦|酒店|饭店|银行|啤酒|白药|菜|话|烤鸭|火锅|同志|先生|女士|老师|教授"
)
# Two points of the compass, used as a direction: before words like side and wind, behind the thing that has a side.
_COMPASS = re.compile(r"[东西][南北]")
_SIDE = re.compile(r"方向|方位|[角侧面风边向偏约处隅端]|部(?!门|委)")
_HAS_A_SIDE = frozenset("向往朝偏正城市省县国岛湾院村区山湖海州洋界")
_OFFICES = (
    "总统|总理|首相|主席|部长|司长|局长|处长|所长|院长|校长|市长|县长|省长|州长|书记|委员|立委|议员|董事长|总经理|总裁|副总裁|执行长|创办人|创始人|创办者|首席|教授|副教授|博士|医师|医生"
    "|律师|老师|分析师|心理师|营养师|发言人|专家|导演|作家|教练|主任|经理|长官|特首|研究员|院士|记者|演员|歌手|艺人|主播|球员|选手|法官|皇帝|将军|科学家|经济学家|诗人|画家|馆长|会长|秘书长|行长|台长|站长|队长"
)
_SPEAKING = "表示|指出|认为|强调|透露|坦言|说明|解释|补充|回应|直言|分析|呼吁|介绍|告诉|提到|提醒|建议|宣布|否认|承认|承诺|质疑|批评|警告|预测|预计|说|称|道歉|回忆|感叹|主张|坚称|受访|出席|致词|致辞|痛批|怒斥|澄清"
OFFICES = frozenset(_OFFICES.split("|"))
"""Offices and professions."""
SPEAKING = frozenset(_SPEAKING.split("|"))
"""Verbs whose subject is a person."""

_SAYING = rf"(?:也|则|还|又|并|就|进一步|在会上|对此|日前|今天|昨天|随后)?(?:{_SPEAKING})"
_BEFORE_A_PERSON = re.compile(rf"(?:{_OFFICES})$")
_BEHIND_A_PERSON = re.compile(rf"{_SAYING}|(?:{'|'.join(TITLES)})(?:{_SAYING}|[，。、：\s])")
_LONGEST_OFFICE = 4
_PAIR = 2
_IS_HAN = re.compile(f"[{HAN}]").match
# Words before a name that also form a word with its first character, but mostly govern the name: 在|台湾, 从|中国, 去|搜狐.
_GOVERNING = frozenset("在于从自由到去至抵往向朝对给为因以和与及同跟比被把将让使是的")
# Adverbs of degree: the next character is an adjective (雨太|大).
_DEGREES = frozenset("太很更最越较挺极")
# Syllables of foreign names, rarely words of their own: a name before them is longer (耐克斯).
_ENDINGS = SYLLABLES & frozenset("斯尔姆森顿逊瑟蒂娅妮茨恩茜莉娜丝薇赫")
_DOTS = "·・‧•"
# Surnames that are far more often another word.
_NO_SURNAMES = frozenset("于向时常方万和白从单高安江沙海关东在由任经位")


def stands(subject: Subject, start: int, end: int) -> bool:
    """Whether a name begins with a word of the text and ends with one, or with a word that still means the thing."""
    if not subject.is_edge(start) or (end - start <= _PAIR and _joins_before(subject, start)):
        return False
    if subject.is_edge(end):
        return end - start > _PAIR or not _joins_behind(subject, end)
    return not subject.crosses(start, end) and bool(_REST.fullmatch(subject.folded, end, subject.word_end(end)))


def _joins_behind(subject: Subject, end: int) -> bool:
    """Whether the last character of a name forms another word with the next one: 长沙|发, 江西|边, 耐克|斯."""
    folded = subject.folded
    behind = folded[end : end + 1]
    alone = behind.isalnum() and subject.is_edge(end + 1) and not _REST.fullmatch(behind)
    return alone and (behind in _ENDINGS or _is_word(folded[end - 1 : end + 1]))


def _joins_before(subject: Subject, start: int) -> bool:
    """Whether the first character of a name forms another word with the one before it: 一|百度, 上|网易, 太|大连."""
    before = subject.folded[start - 1 : start]
    if start == 0 or not subject.is_edge(start - 1) or before in _GOVERNING:
        return False
    return before in _DEGREES or (_IS_HAN(before) is not None and _is_word(subject.folded[start - 1 : start + 1]))


@lru_cache(maxsize=4096)  # bounded: a filter may run for days
def _is_word(folded: str) -> bool:
    """Whether two characters are one word."""
    return len(segmenter("hans").words(clean(folded))) == 1


def is_called_after(subject: Subject, kind: Kind, start: int, end: int) -> bool:
    """Whether something else has the name in its own: a street, a university, a person (李长春, 米勒·哈里斯)."""
    folded = subject.folded
    before = folded[start - 1 : start]
    if kind == "person":
        return bool(before) and before in _DOTS
    if kind not in {"place", "land"}:
        return False
    if _COMPASS.fullmatch(folded, start, end) and (_SIDE.match(folded, end) or before in _HAS_A_SIDE):
        return True
    if kind == "place" and (_STREET.match(folded, end) or _is_given(subject, start)):
        return True
    return bool(_CALLED.match(folded, end))


def is_person_here(subject: Subject, start: int, end: int) -> bool:
    """Whether the name of a place is a person's at this span: behind an office, or speaking (教授沈阳, 沈阳表示)."""
    folded = subject.folded
    if folded[start] not in FREQUENT:
        return False
    if follows_office(folded, start):
        return not folded.startswith(("市", "省", "县"), end)
    return bool(_BEHIND_A_PERSON.match(folded, end))


def follows_office(folded: str, start: int) -> bool:
    """Whether an office (教授, 市长) ends directly before `start`."""
    return _BEFORE_A_PERSON.search(folded, max(0, start - _LONGEST_OFFICE), start) is not None


def _is_given(subject: Subject, start: int) -> bool:
    """Whether a surname is before the name as a word of its own."""
    before = subject.folded[start - 1 : start]
    alone = start > 0 and subject.is_edge(start - 1)
    return alone and before in FREQUENT - _NO_SURNAMES
