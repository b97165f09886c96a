"""Builds rewriters from spelling and lexicon.

- simplified → `tw`, `hk`: ambiguous characters, and mainland words
- traditional → `cn`: words of Taiwan and Hong Kong; ambiguous ones by the region of the text
- `tw` ↔ `hk`: words that only the other region uses
"""

from collections.abc import Iterable, Iterator
from functools import cache, cached_property, partial
from typing import cast

from tui_reader.model import Script
from tui_reader.script import spelling
from tui_reader.script.candidates import Candidate, Candidates, gathered
from tui_reader.script.guards import Guard, Region
from tui_reader.script.lexicon import COMMON, PARTS, SPELLINGS, Row, forget_beginnings, rows, rows_of
from tui_reader.script.regions import RegionClassifier, region_classifier
from tui_reader.script.reviewed import reviewed
from tui_reader.script.rewriting import Alphabet, CharacterRewriter, Rewriter
from tui_reader.script.segment.segmenter import segmenter
from tui_reader.script.spelling import Spelling, Traditional
from tui_reader.script.tables import TableRewriter
from tui_reader.text.characters import translated
from tui_reader.text.opencc_tables import beginnings

_SURE_LENGTH = 3
"""Minimum characters of a word that is unambiguous in the other traditional region too."""

_REGIONS: tuple[Traditional, ...] = ("tw", "hk")

_MAINLAND: frozenset[Region] = frozenset({"cn"})
_TRADITIONAL: frozenset[Region] = frozenset(_REGIONS)

_WordCandidate = tuple[str, Candidate]
"""A word and one possible replacement."""


class RewriterFactory:
    """Builds and caches rewriters. With `text`, only for the words of that text, in a fifth of the time."""

    def __init__(self, text: str | None = None) -> None:
        self._wanted = None if text is None else beginnings(text.translate(spelling.simplifying()))
        self._listed = rows() if text is None else tuple(rows_of(self._wanted))
        self._rows = (*self._listed, *reviewed(self._wanted))
        self.spelling = (
            spelling.full_spelling() if self._wanted is None else Spelling(self._wanted | _of_forms(self._rows))
        )
        self._made: dict[tuple[str | None, Script], Rewriter] = {}

    def rewriter(self, target: Region, script: Script) -> Rewriter:
        """Rewriter from a script to a region's wording; `hant` with `tw` or `hk` means from the other traditional region."""
        if (target, script) not in self._made:
            found = self._word_candidates(self._rows, target, script)
            self._made[target, script] = (
                self._from_hans(found, cast("Traditional", target))
                if script == "hans"
                else self._from_hant(_parted(found) if target == "cn" else found, target)
            )
        return self._made[target, script]

    def from_mainland(self, target: Traditional) -> Rewriter:
        """Rewriter from mainland wording in traditional characters to a region's wording.

        Characters stay, except 于: traditional text has it only in names, elsewhere a converter left it.
        """
        key: tuple[str, Script] = (target, "none")
        if key not in self._made:
            found = self._word_candidates(self._rows, target, "hans")
            self._made[key] = self._from_hans(found, target, spelling.simplifying(), frozenset("于"))
        return self._made[key]

    def speller(self, script: Script) -> Rewriter:
        """Rewriter to a script only: no wording changes."""
        if (None, script) not in self._made:
            spellings = (row for row in self._rows if row.file == SPELLINGS)
            self._made[None, script] = (
                self._characters()
                if script == "hans"
                else self._from_hans(self._word_candidates(spellings, "tw", "hans"), "tw")
            )
        return self._made[None, script]

    def region_of(self, text: str) -> Region | None:
        """Region of a traditional text; None if undecided."""
        return self._regions.region_of(text)

    @cached_property
    def _regions(self) -> RegionClassifier:
        return (
            region_classifier()
            if self._wanted is None
            else RegionClassifier(self._listed, lambda word: self.spelling.spelled(word, "tw"))
        )

    def table_rewriter(self, table: Iterable[Row], target: Region, script: Script) -> TableRewriter:
        """Rewriter for the rows of a user glossary or pack, in one direction."""
        lookup = spelling.simplifying() if script == "hans" else spelling.standard()
        found = self._word_candidates(tuple(table), target, script)
        sure = ((word.translate(lookup), candidate._replace(common=False, source=None)) for word, candidate in found)
        return TableRewriter(gathered(sure), lookup, spelling.simplifying())

    def _from_hans(
        self,
        found: Iterable[_WordCandidate],
        target: Traditional,
        lookup: dict[int, str] | None = None,
        anew: frozenset[str] | None = None,
    ) -> Rewriter:
        """Rewriter from simplified characters to a traditional region, with the candidates `found`."""
        spell = partial(self.spelling.spelled, region=target)
        native = partial(spelling.printed_one, region=target)
        alphabet = Alphabet(lookup or spelling.strays(), lookup, native, anew)
        return Rewriter(segmenter("hans"), spell, Candidates(gathered(found)), alphabet)

    def _characters(self) -> Rewriter:
        """Rewriter from traditional to simplified characters."""
        table = spelling.simplifying()
        alphabet = Alphabet(spelling.standard(), table, lambda character: character.translate(table))
        return CharacterRewriter(
            segmenter("hant"), self.spelling.simplified, alphabet, self.spelling.ambiguous_characters(), table
        )

    def _from_hant(self, found: Iterable[_WordCandidate], target: Region) -> Rewriter:
        """Rewriter from traditional characters to the mainland's or the other region's, with the candidates `found`."""
        standard = spelling.standard()
        if target == "cn":
            table, spell = spelling.simplifying(), self.spelling.simplified
        else:
            table, spell = spelling.translation_between(target), partial(spelling.respelled, target=target)
        entries = gathered((translated(word, standard), candidate) for word, candidate in found)
        alphabet = Alphabet(standard, spelling.simplifying(), lambda character: character.translate(table))
        return Rewriter(segmenter("hant"), spell, Candidates(entries), alphabet)

    def _word_candidates(self, table: Iterable[Row], target: Region, script: Script) -> list[_WordCandidate]:
        if target == "cn":
            listed = tuple(table)
            return [pair for region in _REGIONS for row in listed for pair in self._from_traditional(row, region)]
        if script == "hans":
            return [pair for row in table for pair in self._from_mainland(row, target)]
        return [pair for row in table for pair in self._from_other(row, target)]

    def _from_mainland(self, row: Row, target: Traditional) -> Iterator[_WordCandidate]:
        if (guard := _guard(row, _MAINLAND, target)) is False:
            return
        answer = self._written(row, target)
        known, ours = row.known("cn"), row.known(target)
        for word in known:
            spelled = self.spelling.spelled(word, target)
            kept = word != known[0] and spelled in ours
            if not kept and _only_longer(row, spelled, answer):
                yield word, _candidate(row, answer, self._unless_longer(guard, spelled, answer))
            else:
                yield word, _candidate(row, spelled if kept else answer, guard)

    def _unless_longer(self, guard: Guard | bool, word: str, answer: str) -> Guard:
        """`guard`, plus: the text does not go on as the answer does (微信群組 for 微信群, but not within 微信群组)."""
        before, _word, after = (self.spelling.simplified(part) for part in answer.partition(word))
        conditions = [guard.text] if isinstance(guard, Guard) else []
        conditions += [f"!after:{before[-1]}"] if before else []
        conditions += [f"!before:{after[0]}"] if after else []
        return Guard(" ".join(conditions))

    def _from_traditional(self, row: Row, region: Traditional) -> Iterator[_WordCandidate]:
        if (guard := _guard(row, _TRADITIONAL, "cn")) is False:
            return
        answer = self._written(row, "cn")
        passive = row.passive
        for word in self._known(row, region):
            plain = self.spelling.simplified(word)
            if (row.file == SPELLINGS and plain == answer) or _only_longer(row, plain, answer):
                continue  # character conversion gives the same result
            if word in passive and row.file in COMMON and plain != answer:
                continue  # usually means something else in that region
            alias = word != row.written(region) and plain in row.known("cn")
            short = plain if alias else _as_short_as(word, answer)
            yield word, _candidate(row, short, guard, region)

    def _from_other(self, row: Row, target: Traditional) -> Iterator[_WordCandidate]:
        other: Traditional = "hk" if target == "tw" else "tw"
        if (guard := _guard(row, frozenset({other}), target)) is False:
            return
        answer = self._written(row, target)
        here = frozenset(self._known(row, target)) | {answer}
        plain = spelling.translation_between(target)
        passive = row.passive
        for word in self._known(row, other):
            kept = word in here
            if word in passive:
                continue
            if kept and word == row.written(other) and word != answer and len(word) > 1:
                yield word, _candidate(row, answer, _surely_from(guard, other))
                continue
            whole = kept and len(word) >= _SURE_LENGTH
            doubtful = isinstance(guard, Guard) or word.translate(plain) != word
            if whole or (kept and doubtful and word == answer) or (not kept and word.translate(plain) != answer):
                yield word, _candidate(row, word if whole else answer, guard)

    def _known(self, row: Row, region: Traditional) -> tuple[str, ...]:
        """Forms of a region; the mainland's forms in its spelling where the cell is empty."""
        if (known := row.known(region)) or row.written(region):
            return known
        return tuple(self.spelling.spelled(word, region) for word in row.known("cn"))

    def _written(self, row: Row, region: Region) -> str:
        if (written := row.written(region)) is not None:
            return written
        if region == "cn":
            return self.spelling.simplified(row.written("tw") or row.written("hk") or "")
        if (mainland := row.written("cn")) is not None:
            return self.spelling.spelled(mainland, region)
        return row.written("hk" if region == "tw" else "tw") or ""


@cache
def full_factory() -> RewriterFactory:
    """The cached factory with all tables. After it no tables are loaded in part, so their index is dropped first."""
    forget_beginnings()
    return RewriterFactory()


def _of_forms(table: Iterable[Row]) -> frozenset[str]:
    return beginnings("\n".join(word for row in table for word in (*row.known("cn"), row.written("cn") or "")))


def _guard(row: Row, sources: frozenset[Region], target: Region) -> Guard | bool:
    """The remaining guard for one direction: True if none is needed, False if it can never hold."""
    return _reduced_guard(row.guard, sources, target) if row.guard else True


@cache
def _reduced_guard(guard: Guard, sources: frozenset[Region], target: Region) -> Guard | bool:
    return guard.within(sources, target)


@cache
def _surely_from(guard: Guard | bool, source: Region) -> Guard:
    """`guard`, plus: the text reliably comes from `source`. The other region uses the word too, less often."""
    asked = f"surely:{source}"
    return Guard(f"{guard.text} {asked}" if isinstance(guard, Guard) else asked)


def _candidate(row: Row, answer: str, guard: Guard | bool, source: Region | None = None) -> Candidate:
    return Candidate(
        answer,
        guard if isinstance(guard, Guard) else None,
        row,
        source,
        common=row.file in COMMON,
        part=row.file == PARTS,
    )


def _only_longer(row: Row, word: str, answer: str) -> bool:
    """Whether the answer only extends the word (漢堡 → 汉堡包). Such a word of Taiwan or Hong Kong is understood and stays."""
    return row.file in COMMON and len(word) < len(answer) and word in answer


def _as_short_as(word: str, answer: str) -> str:
    """The family name alone where `word` has no more: 強森 is not 鲍里斯·约翰逊 in every line; 馬克吐溫 is a full name."""
    given, _dot, family = answer.rpartition("·")
    whole = len(word) > _FAMILY_NAME or len(word) == _FAMILY_NAME > len(family)
    is_whole_name = "·" in word or whole or len(given) < _GIVEN_NAME or len(family) < _GIVEN_NAME
    return answer if is_whole_name else family


_FAMILY_NAME = 4
"""Maximum characters of a name that may be a family name alone."""

_GIVEN_NAME = 2
"""Minimum characters of a name that stands for a person: excludes 达 of 达·芬奇."""


def _parted(found: list[_WordCandidate]) -> Iterator[_WordCandidate]:
    """Drop the source region of words that mean the same in both traditional regions."""
    meanings: dict[str, str] = {}
    ambiguous = {
        word
        for word, candidate in found
        if candidate.guard is None and meanings.setdefault(word, candidate.answer) != candidate.answer
    }
    for word, candidate in found:
        yield word, candidate if word in ambiguous else candidate._replace(source=None)
