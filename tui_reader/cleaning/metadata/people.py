"""Names at the beginning of a text, up to a place or an activity.

All patterns match folded text; names are returned as printed.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.text import names
from tui_reader.text.han import HAN
from tui_reader.text.outlets import is_outlet
from tui_reader.text.surnames import FREQUENT

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_NAMES = 8
PREFIX = f"本报|本网|本台|本刊|本社|特派|特约|实习|见习|首席|资深|高级|全媒体|融媒体?|驻地|驻[{HAN}]{{1,4}}|摄影|文字|法庭|港闻|政治|社会|财经|体育|娱乐|地方|生活|采访|专题|突发|前方|通讯社?|综合"
_TOKEN = re.compile(r"[^\s、,&;/|()\[\]【】〔〕▪。:\"“”<>《》+＋◎•●]+")
_SEPARATOR = re.compile(r"\s*[、,&;▪+＋]\s*|\s?/\s?|\s+")
_LATIN = re.compile(r"[a-z\u00c0-\u024f][a-z\u00c0-\u024f.'’-]*(?: [a-z\u00c0-\u024f][a-z\u00c0-\u024f.'’-]*){0,3}")
_NICK = re.compile(r"[a-z][\w-]{1,19}\s?\([^()]{0,30}\)")
_DONE = r"(?:报[道导]|专?电|讯|特稿|专访|整理|编译|外电|撰文|撰稿|撰|摄影|摄|翻摄|综合|即时)"
_TITLE = r"(?:博士|硕士|院士|教授|副教授|讲师|研究员|律师|医师|医生|老师|主任|院长|所长|同学)"
_AFTER = re.compile(
    rf"$|[^{HAN}]|{_DONE}|文$|{_TITLE}(?:$|[^{HAN}])|[{HAN}]{{2,4}}(?:\d{{1,2}}日)?(?:综合|即时)?(?:报[道导]|专?电|讯|特稿)|及|和|与"
)
_ORGANISATION = re.compile(
    rf".{{1,20}}?(?:大学|学院|公司|集团|研究[所院]|医院|中学|小学|学校|报社|编辑部|电视台|中心|委员会|协会|学会|检察院|法院|银行|[市县区省]委|[市县区省]|局|厅|部|处|办|队|网|报|社|院)(?=[{HAN}]{{2,3}}$)"
)
_SKIPPED = re.compile(
    rf"(?:本报|本网|本台|本刊|本社|特约|记者|见习|实习|首席|{PREFIX})+$|[{HAN}]{{2,6}}(?:中心|组|部)$|[{HAN}]{{0,14}}(?:大学|学院|研究[所院])?[{HAN}]{{0,8}}(?:教授|讲师|研究员|主任|院长|所长|律师|医师|记者|评论员|委员)$"
    rf"|[{HAN}]{{2,8}}(?:科|室|处|系|班|局|站|办|中学|小学|一中|学院|大学|医院)$"
)
_COUNTRY = re.compile(rf"[\[(〔【][{HAN}]{{1,3}}[\])〕】]\s?(?=[{HAN}])")
"""[美], before the name of a foreign author."""
_GAP = re.compile(rf"([{HAN}])\s([{HAN}]{{1,2}})(?=$|[\s、,&;:/|()\d])")
_UNCOMMON = re.compile(rf"[{HAN}]{{2,3}}(?=\s?[、/]\s?(?P<next>[{HAN}]{{2,3}})(?![{HAN}]))")
"""A name before another one of a list."""


class Names(NamedTuple):
    """Names as printed, their end, and whether all have a person's form."""

    printed: tuple[str, ...]
    end: int
    sure: bool


NOBODY = Names((), 0, sure=False)


def names_at(text: str, folded: str, start: int, end: int, *, loose: bool) -> Names:
    """Names at the beginning of `folded[start:end]`.

    `loose`: the first may be a pen name, with others joined by 、 or &.
    """
    printed: list[str] = []
    place, sure, skipped = _behind_signs(folded, start, end), True, 0
    while place < end and len(printed) < MOST_NAMES and (token := _TOKEN.match(folded, place, end)):
        name, size, certain = _name(text, folded, token, end, loose=loose)
        if not size and not printed and skipped < 2 and (_SKIPPED.match(token[0]) or is_outlet(token[0])):
            skipped += 1
            size = len(token[0])
        elif not size:
            break
        else:
            printed.append(name)
            sure &= certain
        separator = _SEPARATOR.match(folded, place + size, end)
        place += size
        if separator is None or (name and place < token.end()):
            break
        loose = loose and (not printed or _joins_pen_names(separator[0].strip(), sure=sure))
        place = separator.end()
    return Names(tuple(printed), place, sure) if printed else NOBODY


def _behind_signs(folded: str, start: int, end: int) -> int:
    """Start of the first name, behind signs and the country of a foreign author."""
    while start < end and folded[start] in " :/|(◎•·":
        start += 1
    country = _COUNTRY.match(folded, start, end)
    return country.end() if country else start


def _joins_pen_names(separator: str, *, sure: bool) -> bool:
    """Whether a pen name may follow. `sure`: all names before it have a person's form."""
    return separator in {"、", "&", "+"} or (separator == "," and not sure)


class _Name(NamedTuple):
    """A name at the start of a token: as printed, its length, and whether it has a person's form."""

    printed: str
    size: int
    sure: bool


NONE = _Name("", 0, sure=False)


def _name(text: str, folded: str, token: re.Match[str], end: int, *, loose: bool) -> _Name:
    """Name at the start of a token."""
    start = token.start()
    ways: tuple[Callable[[str, str, int, int], _Name], ...] = (
        _nick,
        _spaced,
        _person,
        _listed,
        _latin,
        _within,
        _pen_name,
    )
    for way in ways:
        if way not in {_latin, _pen_name} or loose:
            stop = end if way in {_nick, _spaced, _listed, _latin} else token.end()
            found = way(text, folded, start, stop)
            if found.size and (way is not _nick or loose or folded[:start].endswith("作者")):
                return found
    return NONE


def _nick(text: str, folded: str, start: int, end: int) -> _Name:
    """Windroad (慢慢騎): a forum member."""
    nick = _NICK.match(folded, start, end)
    return _Name(text[start : nick.end()], nick.end() - start, sure=True) if nick else NONE


def _spaced(text: str, folded: str, start: int, end: int) -> _Name:
    """赵 培: a two-character name spaced to align with longer ones."""
    spaced = _GAP.match(folded, start, end)
    apart = spaced and len(spaced[2]) > 1 and (spaced[1] == "于" or names.is_word(spaced[2]))
    if spaced and not apart and spaced[1] in FREQUENT and names.is_person(spaced[1] + spaced[2]):
        return _Name(text[start] + text[start + 2 : spaced.end()], spaced.end() - start, sure=True)
    return NONE


def _listed(text: str, folded: str, start: int, end: int) -> _Name:
    """水金辰、曹力: a surname that is in no list, before a person's name."""
    found = _UNCOMMON.match(folded, start, end)
    fits = found and names.is_given(found[0][1:]) and not names.is_word(found[0]) and not is_outlet(found[0])
    if found and fits and names.is_person(found["next"]):
        return _Name(text[start : found.end()], found.end() - start, sure=True)
    return NONE


def _person(text: str, folded: str, start: int, end: int) -> _Name:
    word = folded[start:end]
    size = len(word) if names.is_person_by_label(word) else leading_name(word)
    return _Name(text[start : start + size], size, sure=True) if size else NONE


def _latin(text: str, folded: str, start: int, end: int) -> _Name:
    """Kevin Chen, and adjacent text without a space."""
    latin = _LATIN.match(folded, start, end)
    while latin and " " in latin[0] and not names.is_latin(latin[0]):  # Kevin Chen May 12
        latin = _LATIN.match(folded, start, start + latin[0].rindex(" "))
    if latin is None or not names.is_latin(latin[0]) or is_outlet(latin[0]):
        return NONE
    if " " in latin[0] and not all(word[0].isupper() for word in text[start : latin.end()].split()):
        return NONE  # the beginning of a sentence
    token = _TOKEN.match(folded, start, end)
    longer = bool(token and len(token[0]) > len(latin[0]) and names.is_pen_name(token[0]))
    size = len(token[0]) if token and longer else len(latin[0])
    return _Name(text[start : start + size], size, sure=True)


def _within(text: str, folded: str, start: int, end: int) -> _Name:
    """江城大学李明: a name after an employer."""
    within = _ORGANISATION.match(folded, start, end)
    if within and names.is_person(folded[within.end() : end]):
        return _Name(text[within.end() : end], end - start, sure=True)
    return NONE


def _pen_name(text: str, folded: str, start: int, end: int) -> _Name:
    word = folded[start:end]
    if names.is_pen_name(word) and not is_outlet(word) and not _SKIPPED.match(word):
        return _Name(text[start:end], len(word), sure=False)
    return NONE


def is_employer(folded: str) -> bool:
    """Whether it is an office, school or firm rather than a paper."""
    return _SKIPPED.match(folded) is not None


def leading_name(folded: str) -> int:
    """Length of the name at the beginning of a run of characters (王曼玲台北2日電); 0 if none."""
    for size in (3, 2, 4):
        if len(folded) >= size and names.is_person(folded[:size]) and _AFTER.match(folded, size):
            return size
    dotted = re.match(rf"[{HAN}]{{1,8}}(?:[·・‧][{HAN}]{{1,10}})+", folded)
    return len(dotted[0]) if dotted and names.is_dotted(dotted[0]) else 0
