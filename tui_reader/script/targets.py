"""Conversion targets, and the context that an article gives to its paragraphs."""

from dataclasses import dataclass
from typing import Literal, get_args

from tui_reader.model import Script
from tui_reader.script.guards import Region

Target = Literal["cn", "tw", "hk", "hans", "hant"]
"""Regional wording of the mainland, Taiwan or Hong Kong; or simplified or traditional characters only."""

TARGETS: tuple[Target, ...] = get_args(Target)

SCRIPTS: dict[str, Script] = {"cn": "hans", "tw": "hant", "hk": "hant", "hans": "hans", "hant": "hant"}

REGIONS: dict[str, Region] = {"cn": "cn", "tw": "tw", "hk": "hk"}

SAMPLE = 20_000
"""Characters of a text used to determine script, region, subjects and senses."""


@dataclass(frozen=True, slots=True)
class Context:
    """Context of a paragraph: script, region and subjects of its article."""

    script: Script = "none"
    region: Region | None = None
    subjects: frozenset[str] = frozenset()
    article: str = ""
    """The article's text or its beginning: a word whose sense it determines is converted alike in every paragraph."""
