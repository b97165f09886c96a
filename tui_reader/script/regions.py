"""Whose traditional text it is, Taiwan's or Hong Kong's: by the forms of print, by words of speech, by the lexicon's words."""

import re

from tui_reader.script.guards import Region
from tui_reader.script.rewriting import Circumstances
from tui_reader.script.wording import rewriter

_HONG_KONG = re.compile("[裏着衞綫嘅咗喺哋佢唔啲嚟]")
"""Forms of print and words of speech that mark a text as Hong Kong's."""

_TAIWAN = re.compile("裡|(?<=[隨跟接沿藉本朝向意味])著")
"""What Taiwan writes in the places of 裏 and 着."""

SAMPLE = 20_000
"""Characters of a text that are looked at: a long article is all in one wording."""


def region_of(text: str) -> Region | None:
    """The region of a traditional text, None where nothing tells."""
    sample = text[:SAMPLE]
    hong_kong = len(_HONG_KONG.findall(sample)) + _reworded(sample, "tw", "hk")
    taiwan = len(_TAIWAN.findall(sample)) + _reworded(sample, "hk", "tw")
    if hong_kong == taiwan:
        return None
    return "hk" if hong_kong > taiwan else "tw"


def _reworded(text: str, target: Region, source: Region) -> int:
    """How many words of `source` the text has that `target` does not say."""
    about = Circumstances(source, target)
    return sum(hit.candidate.answer != text[hit.start : hit.end] for hit in rewriter(target, "hant").hits(text, about))
