"""The rewriters of the three wordings and of bare characters, made from spelling and lexicon.

    from simplified text to tw, hk      doubtful characters, and what the mainland says
    from traditional text to cn         what Taiwan and Hong Kong say; where they mean two things by one word, whose text it is
    between tw and hk                   what only the other says
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from tui_reader.model import Script
from tui_reader.script import spelling
from tui_reader.script.guards import Guard, Region
from tui_reader.script.lexicon import SPELLINGS, Row, rows
from tui_reader.script.rewriting import Candidate, Rewriter
from tui_reader.script.spelling import Traditional

_NAMES = frozenset({"people", "places", "companies", "institutions", "culture", "characters", "glossary"})
"""Files whose rows hold within a 《title》 too; a common word there is part of a name that nobody reworded."""

_SURE_LENGTH = 3
"""Characters of a word that stands for itself: shorter ones are made up of the ends of others too often."""

_SPELLINGS = ("台臺", "裡裏", "著着", "群羣", "峰峯", "啟啓", "衛衞", "說説", "線綫", "麵麪", "溫温", "秘祕", "污汙", "濕溼", "匯滙",
              "戶户", "占佔", "布佈", "週周", "為爲", "鉤鈎", "床牀", "跡蹟", "恆恒", "稅税", "銳鋭", "脫脱", "煙菸", "劃畫")  # fmt: skip
"""Characters that good papers print either way: a word is known in all its spellings."""

_ALTERNATIVES = {character: pair for pair in _SPELLINGS for character in pair}

_MOST_SPELLINGS = 8
"""Of one word: three of its characters with two forms each."""

_ACROSS: dict[Region, dict[int, str]] = {"tw": {}, "hk": str.maketrans(spelling.between("hk"))}
"""From Taiwan's characters: one reading of the phrase table serves both regions where a form is to be recognised."""

_REGIONS: tuple[Traditional, ...] = ("tw", "hk")

_MAINLAND: frozenset[Region] = frozenset({"cn"})
_TRADITIONAL: frozenset[Region] = frozenset(_REGIONS)

_Found = Iterator[tuple[str, Candidate]]


@cache
def rewriter(target: Region, script: Script) -> Rewriter:
    """What turns text of a script into the wording of a region; from traditional to `tw` or `hk`, of the other one's text."""
    if target == "cn":
        return _to_mainland()
    return _to_traditional(target) if script == "hans" else _across(target)


@cache
def speller(script: Script) -> Rewriter:
    """What turns text into a script and nothing else."""
    if script == "hans":
        return Rewriter(spelling.characters("cn"), _gathered(_phrases("cn")), spelling.characters("cn"))
    rows_of_spelling = (row for row in rows() if row.file == SPELLINGS)
    found = (pair for row in rows_of_spelling for pair in _from_mainland(row, "tw"))
    return Rewriter(spelling.characters("tw"), _gathered([*found, *_phrases("tw")]))


def own_rewriter(table: Iterable[Row], target: Region, script: Script) -> Rewriter:
    """The rows of a person's own table, for one direction."""
    listed = tuple(table)
    if target == "cn":
        found = [pair for row in listed for region in _REGIONS for pair in _from_traditional(row, region)]
    elif script == "hans":
        found = [pair for row in listed for pair in _from_mainland(row, target)]
    else:
        found = [pair for row in listed for pair in _from_other(row, target)]
    sure = ((word, candidate._replace(bound=False, common=False, source=None)) for word, candidate in found)
    return Rewriter({}, _gathered(sure), None if script == "hans" else spelling.characters("cn"))


def _to_traditional(target: Traditional) -> Rewriter:
    found = (pair for row in rows() for pair in _from_mainland(row, target))
    return Rewriter(spelling.characters(target), _gathered([*found, *_phrases(target)]))


def _to_mainland() -> Rewriter:
    found = [pair for region in _REGIONS for row in rows() for pair in _from_traditional(row, region)]
    return Rewriter(spelling.characters("cn"), _gathered([*_parted(found), *_phrases("cn")]), spelling.characters("cn"))


def _across(target: Traditional) -> Rewriter:
    found = (pair for row in rows() for pair in _from_other(row, target))
    keep = ((word, Candidate(word, None, None)) for word in spelling.kept(target))
    return Rewriter(spelling.between(target), _gathered([*found, *keep]), spelling.characters("cn"))


def _phrases(region: Region) -> _Found:
    for word, answer in spelling.phrases(region).items():
        yield word, Candidate(answer, None, None, bound=len(word) < _SURE_LENGTH)


def _from_mainland(row: Row, target: Traditional) -> _Found:
    if (guard := _guard(row, _MAINLAND, target)) is False:
        return
    answer = _written(row, target)
    for word in row.known["cn"]:
        yield word, _candidate(row, answer, word, guard)


def _from_traditional(row: Row, region: Traditional) -> _Found:
    if (guard := _guard(row, _TRADITIONAL, "cn")) is False:
        return
    answer = _written(row, "cn")
    for word in _known(row, region):
        if row.file == SPELLINGS and spelling.simplified(word) == answer:
            continue  # nothing that its characters do not say
        yield from ((spelt, _candidate(row, answer, spelt, guard, region)) for spelt in _spellings(word))


def _from_other(row: Row, target: Traditional) -> _Found:
    other: Traditional = "hk" if target == "tw" else "tw"
    if (guard := _guard(row, frozenset({other}), target)) is False:
        return
    answer = _written(row, target)
    here = frozenset(_known(row, target)) | {answer}
    plain = str.maketrans(spelling.between(target))
    for word in _known(row, other):
        kept = word in here
        if word in row.passive:
            continue
        if (kept and len(word) >= _SURE_LENGTH) or (not kept and word.translate(plain) != answer):
            for spelt in _spellings(word):
                yield spelt, _candidate(row, spelt if kept else answer, spelt, guard)


def _guard(row: Row, sources: frozenset[Region], target: Region) -> Guard | bool:
    """What is to be asked before a row is used in one direction: True for nothing, False where it never is."""
    return row.guard.within(sources, target) if row.guard else True


def _known(row: Row, region: Traditional) -> tuple[str, ...]:
    """The forms of a region; the mainland's in its characters where the cell is empty."""
    if row.known[region] or row.written[region]:
        return row.known[region]
    return tuple(spelling.spelled(word, "tw").translate(_ACROSS[region]) for word in row.known["cn"])


def _written(row: Row, region: Region) -> str:
    """The form that a region writes."""
    if (own := row.written[region]) is not None:
        return own
    if region == "cn":
        return spelling.simplified(row.written["tw"] or row.written["hk"] or "")
    if row.written["cn"] is not None:
        return spelling.spelled(row.written["cn"], region)
    return row.written["hk" if region == "tw" else "tw"] or ""


def _candidate(row: Row, answer: str, word: str, guard: Guard | bool, source: Region | None = None) -> Candidate:
    return Candidate(
        answer,
        guard if isinstance(guard, Guard) else None,
        row,
        source,
        common=row.file not in _NAMES,
        bound=1 < len(word) < _SURE_LENGTH,
    )


def _spellings(word: str) -> Iterator[str]:
    if _ALTERNATIVES.keys().isdisjoint(word):
        yield word
        return
    choices = [_ALTERNATIVES.get(character, character) for character in word]
    for count, spelt in enumerate(product(*choices)):
        if count < _MOST_SPELLINGS:
            yield "".join(spelt)


def _parted(found: list[tuple[str, Candidate]]) -> _Found:
    """Words that mean the same in both traditional regions are of no region."""
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    for word, candidate in found:
        if candidate.guard is None:
            meanings[word].add(candidate.answer)
    for word, candidate in found:
        one = len(meanings[word]) <= 1
        yield word, candidate._replace(source=None) if one else candidate


def _gathered(found: Iterable[tuple[str, Candidate]]) -> dict[str, tuple[Candidate, ...]]:
    """Each word with its candidates: guarded ones first, then one without a guard for each region it may come from."""
    guarded: defaultdict[str, list[Candidate]] = defaultdict(list)
    unguarded: defaultdict[str, dict[Region | None, Candidate]] = defaultdict(dict)
    for word, candidate in found:
        if candidate.guard:
            guarded[word].append(candidate)
        elif len(word) > 1 and None not in unguarded[word]:
            unguarded[word].setdefault(candidate.source, candidate)
    words = dict.fromkeys([*guarded, *unguarded])
    return {word: (*guarded.get(word, ()), *unguarded.get(word, {}).values()) for word in words}
