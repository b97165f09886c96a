"""Region of traditional text: Taiwan's, Hong Kong's, or the mainland's wording in traditional characters.

Every word that only some regions use votes for each of them, as do region-specific characters. Mainland news reposted
on a Taiwanese site is traditional text in mainland wording (數據中心, 視頻): its region is `cn`.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, partial

from tui_reader.script.guards import Region
from tui_reader.script.lexicon import COMMON, SPELLINGS, Row, rows
from tui_reader.script.place import ALL_REGIONS
from tui_reader.script.segment.segmenter import clean, segmenter
from tui_reader.script.spelling import full_spelling, standard
from tui_reader.script.targets import SAMPLE
from tui_reader.text.characters import translated

_HONG_KONG = "裏着衞綫嘅咗喺哋佢唔啲嚟"
"""Characters and colloquial words that identify Hong Kong text."""

_TAIWAN = ("裡", *(f"{character}著" for character in "隨跟接沿藉本朝向意味"))
"""Taiwan's counterparts of 裏 and 着."""

Spell = Callable[[str], str]


@cache
def _with(regions: frozenset[Region], region: Region) -> frozenset[Region]:
    """Interned sets: one object for all words of the same regions."""
    return regions | {region}


_NO_REGION: frozenset[Region] = frozenset()


class RegionClassifier:
    """Classifies texts by the regions that use each word of the given rows."""

    def __init__(self, listed: Iterable[Row], spell: Spell) -> None:
        table = standard()
        written: dict[str, frozenset[Region]] = {}
        known: dict[str, frozenset[Region]] = {}
        for row in listed:
            for region, word, first in _uses(row, spell):
                regions, form = (written if first else known), translated(word, table)
                regions[form] = _with(regions.get(form, _NO_REGION), region)
        # a region's first form counts as its own; others may know it (計程車 in Hong Kong). Words of all regions are no evidence
        known.update(written)
        self._regions = {word: found for word, found in known.items() if len(found) < len(ALL_REGIONS)}

    def region_of(self, text: str) -> Region | None:
        """Region of a traditional text; None on no evidence or a tie with Taiwan.

        Each distinct word has one vote: texts repeat themselves.
        """
        sample = clean(text[:SAMPLE])
        words = segmenter("hant").words(sample.translate(standard()))
        found = [self._regions[word] for word in {*words} if word in self._regions]
        votes = Counter[Region](region for regions in found for region in regions)
        alone = Counter[Region](next(iter(regions)) for regions in found if len(regions) == 1)
        hong_kong, taiwan = sum(map(sample.count, _HONG_KONG)), sum(map(sample.count, _TAIWAN))
        votes["hk"] += hong_kong
        votes["tw"] += taiwan
        alone["hk"] += hong_kong
        abroad: Region = "cn" if alone["cn"] > alone["hk"] else "hk"  # they share most words
        if max(votes["cn"], votes["hk"]) == votes["tw"]:
            return None
        return "tw" if votes["tw"] > max(votes["cn"], votes["hk"]) else abroad


def region_of(text: str) -> Region | None:
    """Region of a traditional text, by all rows."""
    return region_classifier().region_of(text)


@cache
def region_classifier() -> RegionClassifier:
    """The cached classifier of all rows."""
    return RegionClassifier(rows(), partial(full_spelling().spelled, region="tw"))


def _uses(row: Row, spell: Spell) -> Iterable[tuple[Region, str, bool]]:
    """(region, word, is first form) in traditional characters. Skips rows whose sense is open.

    The mainland's words of a row that never replaces them (`from:tw`) are no evidence: Taiwan says 通過 too, beside 透過.
    """
    if row.guard and (
        row.file == SPELLINGS or (row.file in COMMON and (row.guard.asks_sense or row.guard.asks_neighbours))
    ):
        return
    replaces_mainland = not row.guard or any(row.guard.within(_MAINLAND, region) for region in _TRADITIONAL)
    passive = row.passive
    words = [(word, word == row.written("cn")) for word in row.known("cn") if len(word) > 1 and word not in passive]
    mainland = [(spell(word), first) for word, first in words]
    yield from (("cn", word, first) for word, first in mainland if replaces_mainland)
    for region in _TRADITIONAL:
        filled = [word for word in row.known(region) if len(word) > 1 and word not in passive]
        own = [(word, word == row.written(region)) for word in filled]
        yield from ((region, *use) for use in (own if row.known(region) or row.written(region) else mainland))


_MAINLAND: frozenset[Region] = frozenset({"cn"})

_TRADITIONAL: tuple[Region, ...] = ("tw", "hk")
