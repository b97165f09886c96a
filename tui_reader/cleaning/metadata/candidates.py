"""What may be said about an article, why, and how the claims are weighed.

Every way of finding an author, a source or a date yields candidates. A candidate's weight is the share of pages on which
such evidence was right; claims of the same value by different evidence support each other. A value that is not more
likely right than wrong is left out: an empty field is better than a wrong one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple

from tui_reader.text.fold import fold

Kind = Literal["author", "source", "published", "updated"]
LEAST = 0.5
"""Weight from which a value is taken."""
DECLARED = -1
"""The block of a candidate that no block tells: the page's head, a script, the window's title."""

_JOINS = re.compile(r"[\s、,，&/·・‧|._-]+")


class Candidate(NamedTuple):
    """A claim: `value` as printed (ISO 8601 for dates), `evidence` the name of the way that found it, `block` its row."""

    kind: Kind
    value: str
    evidence: str
    weight: float
    block: int = DECLARED


class Weighed(NamedTuple):
    """The value that won, its weight, the rows that tell it, and the kinds of evidence."""

    value: str
    weight: float
    blocks: frozenset[int]
    evidence: frozenset[str]


def weigh(candidates: Iterable[Candidate], least: float = LEAST) -> Weighed | None:
    """The most likely value of candidates of one kind; None if none reaches `least`.

    The same value from different evidence: 1 - (1-a)(1-b). Kinds of evidence that begin with the same word before a colon
    (`site: window`, `site: rights`) are not independent: the best of them counts. The best claim's spelling is kept.
    """
    same: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        same[key_of(candidate.value)].append(candidate)
    if not same:
        return None
    best = max(same.values(), key=_together)
    weight = _together(best)
    if weight < least:
        return None
    spelled = max(best, key=lambda candidate: candidate.weight)
    blocks = frozenset(one.block for one in best if one.block >= 0)
    return Weighed(spelled.value, weight, blocks, frozenset(one.evidence for one in best))


def key_of(value: str) -> str:
    """What makes two spellings of a value the same: script, case, width and separators do not count."""
    return key_of_folded(fold(value))


def key_of_folded(folded: str) -> str:
    """Same as key_of, of text that is folded."""
    return _JOINS.sub("", folded)


def _together(claims: Iterable[Candidate]) -> float:
    """How likely a value is that several claims support; each kind of evidence counts once."""
    weights: dict[str, float] = {}
    for claim in claims:
        group = claim.evidence.partition(":")[0]
        weights[group] = max(claim.weight, weights.get(group, 0.0))
    wrong = 1.0
    for weight in weights.values():
        wrong *= 1 - weight
    return 1 - wrong
