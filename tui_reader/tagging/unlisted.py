"""Names in no table.

Latin: a capitalized word in a Chinese title is a name unless it is a common abbreviation; the text must repeat it.
People: a surname and one or two characters before a verb of speaking, after punctuation or an office, repeated in the
text.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from tui_reader.tagging.names import TITLE_WORTH, Weighed
from tui_reader.tagging.tables import words
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN
from tui_reader.text.names import is_person
from tui_reader.text.surnames import FREQUENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui_reader.tagging.subject import Subject

# Words with a capital letter (iPhone), with their numbers: Galaxy S20, Quest 3S, ZoomEye.
_LATIN = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z][A-Za-z0-9+.’'-]*|[a-z]{1,2}[A-Z][A-Za-z0-9]*)"
    r"(?:[ -](?:[A-Z][A-Za-z0-9+’'-]*|\d{1,3}[A-Z]{0,2}\b))*"
)
# Minimum mentions in the text of a Latin name of the title.
LATIN_AGAIN = 2
MOST_LATIN = 2

_SURNAMES = "".join(sorted(FREQUENT))
_SPEAKING = "表示|指出|认为|强调|透露|坦言|说明|解释|补充|回应|直言|分析|呼吁|介绍|告诉|提到|提醒|建议|宣布|否认|承认|承诺|质疑|批评|警告|预测|预计|说|称|道歉|也分析"
_OFFICES = (
    "总统|总理|首相|主席|部长|司长|局长|处长|所长|院长|校长|市长|县长|省长|州长|书记|委员|立委|议员|董事长|总经理|总裁|副总裁|执行长|创办人|创始人|首席|教授|博士|医师|医生"
    "|律师|老师|分析师|心理师|营养师|发言人|专家|导演|作家|教练|主任|经理|长官|特首"
)
_SPEAKER = re.compile(
    f"(?:^|[，。、；：！？“”「」『』（）()\\s,.:;!?]|{_OFFICES})([{''.join(sorted(FREQUENT))}][{HAN}]{{1,2}})(?:也|则|还|又|并|就|进一步|在会上|对此)?(?:{_SPEAKING})"
)
# Phrases that look like a person: company, height, parties to a case. Folded, from the second character on.
_NO_GIVEN = re.compile(
    "[姓某男女们方母父妻嫌]|[们表方面司部门局处长官者员人家司社报台]$|^[一二三四五六七八九十多些个经是有在还也都就被把将又再于及与和的了]|^向.$"
)
# Minimum mentions of a person, and minimum quotations.
PERSON_AGAIN = 3
MOST_PEOPLE = 2


def unlisted_names(subject: Subject, known: Sequence[str]) -> list[Weighed]:
    """Latin names in the title and people who speak, weighted; none that contains or is part of a `known` one."""
    taken = [fold(name) for name in known]
    return [one for one in [*_latin(subject), *_people(subject)] if not _overlaps(fold(one.tag), taken)]


def _overlaps(folded: str, taken: list[str]) -> bool:
    return any(folded in other or other in folded for other in taken)


def _latin(subject: Subject) -> list[Weighed]:
    """Latin names of the title that the text repeats."""
    text = subject.text[subject.title_end :]
    found = (name for match in _LATIN.finditer(subject.text, 0, subject.title_end) for name in _named(match[0], text))
    return [Weighed(name, TITLE_WORTH + text.count(name)) for name in dict.fromkeys(found)][:MOST_LATIN]


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


def _people(subject: Subject) -> list[Weighed]:
    """People who speak and are mentioned repeatedly, most frequent first."""
    folded = subject.folded
    counts: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for match in _SPEAKER.finditer(folded, subject.title_end):
        name = match[1]
        if name not in spelled and is_person(name) and not _NO_GIVEN.search(name[1:]):
            spelled[name] = subject.text[match.start(1) : match.end(1)]
            counts[name] = folded.count(name)
    frequent = [(name, count) for name, count in counts.most_common(MOST_PEOPLE) if count >= PERSON_AGAIN]
    return [
        Weighed(spelled[name], count + TITLE_WORTH * (name in folded[: subject.title_end])) for name, count in frequent
    ]
