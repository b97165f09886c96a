"""Foreign names: parts next to a middle dot (埃隆·马斯克); a full name determines its parts used alone.

A part such as 约翰 or 约翰逊 is too common to be replaced everywhere: only next to a dot, or alone in an article that
also has it next to one.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from tui_reader.text.han import HAN

DOTS = frozenset("·・‧•")
"""Separators between the parts of a name."""

_DOT = re.compile("[·・‧•]")

_OTHER_DOTS = "・･‧•∙．"
_OTHER_DOT = re.compile(f"(?<=[{HAN}])(?:[{_OTHER_DOTS[:-1]}]|(?<![一二三四五六七八九十])．)(?=[{HAN}])")
"""Other dots within foreign names in Taiwan and Hong Kong, between Han characters; ． also follows heading numbers."""

SHORTEST_PART = 2
"""Minimum characters of a part that can stand alone: excludes 达 of 达·芬奇."""


class SeenNames(NamedTuple):
    parts: frozenset[str] = frozenset()
    """Words next to a dot anywhere in the article."""
    answers: Mapping[str, str] = {}
    """Parts of full names that the lexicon knows → their replacements."""


class Translated(Protocol):
    """Protocol of a full name's candidate."""

    @property
    def answer(self) -> str:
        """The name in the target region."""


def seen_names(words: Sequence[str], known: Mapping[str, Translated]) -> SeenNames:
    """The names among the words of an article; `known`: lexicon words, including full names."""
    parts: set[str] = set()
    answers: dict[str, str] = {}
    for number, word in enumerate(words):
        if word in DOTS:
            parts.update(words[max(0, number - 1) : number + 2])
        elif len(word) > SHORTEST_PART and not DOTS.isdisjoint(word):
            pieces = _DOT.split(word)
            parts.update(pieces)
            outcome = _DOT.split(known[word].answer) if word in known else []
            if len(outcome) == len(pieces):
                answers |= dict(zip(pieces, outcome, strict=True))
    alone = {part: answer for part, answer in answers.items() if len(part) >= SHORTEST_PART and answer}
    return SeenNames(frozenset(parts) - DOTS, alone)


def with_middle_dots(text: str) -> str:
    """Replace other dots within foreign names (・ ‧ ．) by `·`, one for one.

    Newspapers of all three regions use `·`, and so do the tables.
    """
    return _OTHER_DOT.sub("·", text) if any(dot in text for dot in _OTHER_DOTS) else text
