"""People in no table.

Evidence: a name behind an office (董事长陈国栋), one before a verb of speaking or a title, or a surname and two single
characters in the title that the text keeps repeating; and foreign names with a dot. A name alone is not enough: it must
be in the title, or mentioned many times.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from tui_reader.script.persons import SYLLABLES, TITLES, may_be_given
from tui_reader.tagging.contexts import OFFICES, SPEAKING, follows_office
from tui_reader.tagging.names import TITLE_WORTH, Weighed, scale_of
from tui_reader.text.names import is_person
from tui_reader.text.phrases import PhraseMatcher
from tui_reader.text.surnames import COMPOUND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.tagging.subject import Subject

_CALLED = frozenset(title for title in TITLES if len(title) > 1)
_ADVERBS = frozenset("也则还又并就昨今")
_OPENING = re.compile(r"[\n，。、；：！？“”「」『』（）()\s,.:;!?—]")
# Characters of a name: compound surnames need their given name.
_SIZES = (3, 2)
_FOREIGN = f"[{''.join(sorted(SYLLABLES))}]"
_DOTTED = re.compile(rf"{_FOREIGN}{{1,6}}(?:[·・‧•]{_FOREIGN}{{1,8}}){{1,2}}")
# Phrases that look like a person: company, height, parties to a case, forms of address. Folded, from the second character on.
_NO_GIVEN = re.compile(
    rf"[姓某男女们方母父妻嫌]|[们表方面司部门局处长官者员人家司社报台]$|^[一二三四五六七八九十多些个经是有在还也都就被把将又再于及与和的了]|^向.$|(?:{'|'.join(_CALLED)})|[总哥姐叔姨]$"
)
# Minimum mentions of a person in the text: of one in the title with evidence, of one in the title by its characters alone,
# and of one that is not in the title, for a text of USUAL characters; scaled by the square root of the length.
TITLE_AGAIN, UNPROVEN_AGAIN, MANY = 1, 3, 7
MOST_PEOPLE = 2


def people(subject: Subject) -> list[Weighed]:
    """People of the title, or mentioned many times, most frequent first."""
    proven = Counter(name for name in _proven(subject) if _may_be(name))
    unproven = {name for name in _in_title(subject) if _may_be(name)} - proven.keys()
    scale = max(1.0, scale_of(subject))
    found: list[tuple[int, bool, str]] = []
    for name in [*proven, *unproven]:
        count = subject.mentions(name)
        in_title = _is_in_title(subject, name)
        least = (TITLE_AGAIN if name in proven else UNPROVEN_AGAIN) if in_title else MANY * scale
        if count >= least:
            found.append((count + TITLE_WORTH * in_title, in_title, name))
    chinese = [Weighed(_written(subject, name), worth, titled) for worth, titled, name in sorted(found, reverse=True)]
    return [*chinese, *_foreign(subject, scale)][:MOST_PEOPLE]


def _proven(subject: Subject) -> Iterator[str]:
    """Names behind an office, or before a verb of speaking or a title, once for each place."""
    for _, start, end in _cues().find(subject.folded):
        cue = subject.folded[start:end]
        if cue in OFFICES:
            yield from _names_from(subject, end)
        if cue in SPEAKING or cue in _CALLED:
            yield from _names_before(subject, start)


def _names_from(subject: Subject, start: int) -> Iterator[str]:
    """Names behind an office; one of two characters needs a mark behind it."""
    for size in _SIZES:
        end = start + size
        closed = size == _SIZES[0] or _OPENING.match(subject.folded, end)
        if end < len(subject.edges) and subject.edges[start] and subject.edges[end] and closed:
            yield subject.folded[start:end]
            return


def _names_before(subject: Subject, end: int) -> Iterator[str]:
    """Names that end here, or before an adverb, and begin behind a mark or an office; a word needs an office (阳性预测)."""
    folded = subject.folded
    end -= folded[end - 1 : end] in _ADVERBS
    for size in _SIZES:
        start = end - size
        if start >= 0 and subject.edges[start] and subject.edges[end] and _opens(folded, start):
            if not subject.is_word(start, end) or follows_office(folded, start):
                yield folded[start:end]
            return


def _opens(folded: str, start: int) -> bool:
    return start == 0 or bool(_OPENING.match(folded, start - 1)) or follows_office(folded, start)


@cache
def _cues() -> PhraseMatcher:
    return PhraseMatcher(OFFICES | SPEAKING | _CALLED)


def _in_title(subject: Subject) -> Iterator[str]:
    """A surname and two characters in the title that belong to no word."""
    for start in range(subject.title_end - 2):
        if all(subject.edges[start : start + 4]):
            yield subject.folded[start : start + 3]


def _is_in_title(subject: Subject, name: str) -> bool:
    start = subject.folded.find(name, 0, subject.title_end)
    return start >= 0 and subject.is_edge(start)


def _may_be(name: str) -> bool:
    given = name[2:] if name[:2] in COMPOUND and len(name) > 2 else name[1:]
    return is_person(name) and not _NO_GIVEN.search(given) and all(map(may_be_given, given))


def _foreign(subject: Subject, scale: float) -> Iterator[Weighed]:
    """Names with a dot; the text usually repeats the last part alone."""
    counts = Counter(match[0] for match in _DOTTED.finditer(subject.folded, subject.title_end))
    for name in dict.fromkeys(match[0] for match in _DOTTED.finditer(subject.folded)):
        last = re.split("[·・‧•]", name)[-1]
        count = max(counts[name], subject.folded.count(last, subject.title_end))
        in_title = subject.within_title(name)
        if counts[name] and count >= (TITLE_AGAIN + 1 if in_title else MANY * scale):
            yield Weighed(_written(subject, name), count + TITLE_WORTH * in_title, in_title)


def _written(subject: Subject, name: str) -> str:
    start = subject.folded.index(name)
    return subject.text[start : start + len(name)]
