"""Names in no table that are not people's: Latin names of the title, works in book-title marks, universities and groups."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from tui_reader.tagging.names import TITLE_WORTH, Weighed
from tui_reader.tagging.people import people
from tui_reader.tagging.tables import words
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN
from tui_reader.text.known_outlets import is_known

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tui_reader.tagging.subject import Subject

# Words with a capital letter (iPhone), with their numbers: Galaxy S20, Quest 3S, ZoomEye.
_LATIN = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z][A-Za-z0-9+.’'-]*|[a-z]{1,2}[A-Z][A-Za-z0-9]*)"
    r"(?:[ -](?:[A-Z][A-Za-z0-9+’'-]*|\d{1,3}[A-Z]{0,2}(?![A-Za-z0-9])))*"
)
# Minimum mentions in the text of a Latin name of the title.
LATIN_AGAIN = 2
MOST_LATIN = 2

# Works: film, book, game. A law, a paper and a notice are quoted with the same marks.
_WORK = re.compile(rf"《([{HAN}A-Za-z0-9：:·.！!？? -]{{2,12}})》")
_NO_WORK = re.compile(
    r"(?:法|条例|规定|办法|规则|细则|通知|意见|决定|公告|通告|协议|协定|公约|宣言|声明|报告|方案|规划|纲要|指南|标准|白皮书|合同|制度|准则|说明书|报|日报|时报|周刊|杂志|新闻|邮报|快报|电讯|学报|频道|联播)$"
)
# Minimum mentions of a work in the text: of one in the title, of another with its marks.
WORK_AGAIN, WORK_OFTEN = 1, 4
MOST_WORKS = 1

# Institutions that are called after a place or a founder.
_INSTITUTION = re.compile(rf"([{HAN}]{{2,6}}?)(大学|集团|电影节|博物馆|美术馆|航空)(?![{HAN}]?(?:生|展|站|城))")
_NO_FOUNDER = re.compile(
    r"[各多所家大的等名这那某全两几些]$|^(?:重点|一流|公立|民办|海外|国外|国内|知名|著名|顶尖|名牌|综合|全国|国有|地方|世界|双一流|高校|开放|老年|研究|犯罪|诈骗|企业|上市|利益|民用|通用|国际|军事|美国|英国|中国|台湾|香港|日本|韩国|本地|就读|毕业)$"
)
INSTITUTION_AGAIN = 2
MOST_INSTITUTIONS = 1


def unlisted_names(subject: Subject, known: Collection[str]) -> list[Weighed]:
    """Names in no table, weighted; none that is part of a `known` one (folded) or of one before it."""
    found: list[Weighed] = []
    for one in (*_latin(subject), *people(subject)):
        folded = fold(one.tag)
        if not any(other in folded for other in known) and not _is_part(folded, known, found):
            found.append(one)
    for one in (*_works(subject), *_institutions(subject)):  # which may be called after a known name
        if not _is_part(fold(one.tag), known, found):
            found.append(one)
    return found


def _is_part(folded: str, known: Collection[str], found: list[Weighed]) -> bool:
    """Whether a name is a part of another."""
    return any(folded in other for other in (*known, *(fold(one.tag) for one in found)))


def _latin(subject: Subject) -> list[Weighed]:
    """Latin names of the title that the text repeats."""
    text = subject.text[subject.title_end :]
    found = (name for match in _LATIN.finditer(subject.text, 0, subject.title_end) for name in _named(match[0], text))
    return [Weighed(name, TITLE_WORTH + text.count(name), titled=True) for name in dict.fromkeys(found)][:MOST_LATIN]


def _named(phrase: str, text: str) -> Iterator[str]:
    """The longest prefix of a phrase that the text repeats, without generic words at its ends."""
    parts = phrase.split(" ")
    while parts and _is_generic(parts[0]):
        del parts[0]
    while parts and (_is_generic(parts[-1]) or text.count(" ".join(parts)) < LATIN_AGAIN):
        del parts[-1]
    if parts and len(parts[0]) > 1:
        yield " ".join(parts)


def _is_generic(word: str) -> bool:
    return word.casefold().strip(".+-") in _generic() or word.isdigit()


@cache
def _generic() -> frozenset[str]:
    """Words that are not names, casefolded."""
    return frozenset(words("generic_latin.txt"))


def _works(subject: Subject) -> list[Weighed]:
    """Works that the title names, or the text many times."""
    quoted = Counter(match[1] for match in _WORK.finditer(subject.text, subject.title_end))
    titled = dict.fromkeys(match[1] for match in _WORK.finditer(subject.text, 0, subject.title_end))
    text = subject.text[subject.title_end :]
    found = [
        Weighed(work, TITLE_WORTH + text.count(work), titled=True) for work in titled if text.count(work) >= WORK_AGAIN
    ]
    found += [
        Weighed(work, count, titled=False)
        for work, count in quoted.most_common()
        if count >= WORK_OFTEN and work not in titled
    ]
    return [one for one in found if _is_work(fold(one.tag))][:MOST_WORKS]


def _is_work(folded: str) -> bool:
    return not _NO_WORK.search(folded) and not is_known(folded)


def _institutions(subject: Subject) -> list[Weighed]:
    """Institutions of the title that the text repeats."""
    found: list[Weighed] = []
    for match in _INSTITUTION.finditer(subject.folded, 0, subject.title_end):
        count = subject.mentions(match[0])
        whole = subject.is_edge(match.start()) and subject.is_edge(match.end(1)) | subject.is_edge(match.end())
        if whole and count >= INSTITUTION_AGAIN and not _NO_FOUNDER.search(match[1]):
            found.append(Weighed(subject.text[match.start() : match.end()], TITLE_WORTH + count, titled=True))
    return found[:MOST_INSTITUTIONS]
