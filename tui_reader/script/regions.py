"""Whose traditional text it is, Taiwan's or Hong Kong's: by the forms of print, by words of speech, by the lexicon's words."""

from collections.abc import Iterable
from functools import cache

from tui_reader.script.guards import Region
from tui_reader.script.lexicon import COMMON, Row, rows
from tui_reader.script.matching import Matcher

_HONG_KONG = "裏着衞綫嘅咗喺哋佢唔啲嚟"
"""Forms of print and words of speech that mark a text as Hong Kong's."""

_TAIWAN = ("裡", *(f"{character}著" for character in "隨跟接沿藉本朝向意味"))
"""What Taiwan writes in the places of 裏 and 着."""

SAMPLE = 20_000
"""Characters of a text that are looked at: a long article is all in one wording."""


class RegionClassifier:
    """What rows say of whose a traditional text is: the words that only one of the two regions writes.

    A word of the language with a guard says too little without it; a name says enough.
    """

    def __init__(self, listed: Iterable[Row]) -> None:
        telling = [row for row in listed if not row.guard or row.file not in COMMON]
        taiwan = {word for row in telling for word in _told(row, "tw")}
        hong_kong = {word for row in telling for word in _told(row, "hk")}
        words = sorted(taiwan ^ hong_kong)
        self._matcher = Matcher(words)
        self._of_taiwan = [word in taiwan for word in words]

    def region_of(self, text: str) -> Region | None:
        """The region of a traditional text, None where nothing tells."""
        sample = text[:SAMPLE]
        votes = [self._of_taiwan[which] for which, _start, _end in self._matcher.find(sample)]
        taiwan = sum(map(sample.count, _TAIWAN)) + sum(votes)
        hong_kong = sum(map(sample.count, _HONG_KONG)) + len(votes) - sum(votes)
        if hong_kong == taiwan:
            return None
        return "hk" if hong_kong > taiwan else "tw"


def region_of(text: str) -> Region | None:
    """The region of a traditional text by all rows, None where nothing tells."""
    return region_classifier().region_of(text)


@cache
def region_classifier() -> RegionClassifier:
    """What all rows say."""
    return RegionClassifier(rows())


def _told(row: Row, region: Region) -> list[str]:
    return [word for word in row.known[region] if len(word) > 1 and word not in row.passive]
