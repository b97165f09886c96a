"""Simplified characters that correspond to several traditional ones, one test per character.

`written/families.tsv` lists traditional sentences by the simplified character that they test. Each sentence, simplified
character by character, must convert back to itself.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tui_reader.script import converter
from tui_reader.script.spelling import simplifying


def _read() -> Mapping[str, Sequence[str]]:
    families: dict[str, list[str]] = defaultdict(list)
    path = Path(__file__).parent / "written" / "families.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            families[row["character"]].append(row["sentence"])
    return families


FAMILIES = _read()


@pytest.mark.parametrize("character", FAMILIES)
def test_an_ambiguous_character_is_decided_by_its_neighbours(character: str) -> None:
    wrong = {}
    for sentence in FAMILIES[character]:
        restored = converter("hant").convert(sentence.translate(simplifying()))
        if restored != sentence:
            wrong[sentence] = restored
    assert {} == wrong
