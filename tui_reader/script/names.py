"""Foreign names: parts stand beside a dot (埃隆·马斯克), and a full name settles what its parts become alone.

A part such as 约翰 or 约翰逊 is too common a row of characters to be replaced wherever it stands. It is where it is beside
the dot of a name, and later in the article where it is written alone.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

DOTS = frozenset("·・‧•")
"""What stands between the parts of a name."""

_DOT = re.compile("[·・‧•]")

_OTHER_DOTS = "・･‧•∙．"
_OTHER_DOT = re.compile(
    f"(?<=[\u3400-\u9fff])(?:[{_OTHER_DOTS[:-1]}]|(?<![一二三四五六七八九十])．)(?=[\u3400-\u9fff])"
)
"""The dots that Taiwan and Hong Kong print within foreign names, between Han characters; ． also ends the number of a heading."""

SHORTEST_PART = 2
"""Characters of a part that can stand alone: 达 of 达·芬奇 cannot."""


class SeenNames(NamedTuple):
    """The foreign names of an article."""

    parts: frozenset[str] = frozenset()
    """Words that stand beside a dot somewhere."""
    answers: Mapping[str, str] = {}
    """Parts of full names that the lexicon knows, with what they become."""


class Translated(Protocol):
    """What a full name becomes."""

    @property
    def answer(self) -> str:
        """In the other region's form."""


def seen_names(words: Sequence[str], known: Mapping[str, Translated]) -> SeenNames:
    """The names among the words of an article; `known` are words of the lexicon, full names among them."""
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
    """`text` with `·` for each other dot within a foreign name (・ ‧ ．), one for one.

    The papers of all three regions print it, and tables write names with it.
    """
    return _OTHER_DOT.sub("·", text) if any(dot in text for dot in _OTHER_DOTS) else text
