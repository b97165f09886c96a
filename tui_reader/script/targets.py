"""What a text may be converted to, and what an article tells of each of its paragraphs."""

from dataclasses import dataclass
from typing import Literal, get_args

from tui_reader.model import Script
from tui_reader.script.guards import Region

Target = Literal["cn", "tw", "hk", "hans", "hant"]
"""The wording of mainland, Taiwan or Hong Kong; or simplified or traditional characters and nothing else."""

TARGETS: tuple[Target, ...] = get_args(Target)

SCRIPTS: dict[str, Script] = {"cn": "hans", "tw": "hant", "hk": "hant", "hans": "hans", "hant": "hant"}

REGIONS: dict[str, Region] = {"cn": "cn", "tw": "tw", "hk": "hk"}

SAMPLE = 20_000
"""Characters of a text that its script, region, subject and senses are judged by: in a long one the rest says the same."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an article says about each of its paragraphs: script, region, subjects."""

    script: Script = "none"
    region: Region | None = None
    subjects: frozenset[str] = frozenset()
    article: str = ""
    """Its text, or the beginning of it: a word whose sense it settles is converted the same way in every paragraph."""
