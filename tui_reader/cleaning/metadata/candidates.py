"""Candidates for metadata values, and how they are combined.

Every method for author, source or date yields candidates. A candidate's weight is the share of pages on which such
evidence was right; independent evidence for the same value accumulates. A value that is not more likely right than wrong is
omitted: an empty field is better than a wrong one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple

from tui_reader.text.fold import fold

Kind = Literal["author", "source", "published", "updated"]
LEAST = 0.5
"""Minimum weight of an accepted value."""
DECLARED = -1
"""Block of candidates outside blocks: head, script, window's title."""

_JOINS = re.compile(r"[\s、,，&/·・‧|._-]+")


class Candidate(NamedTuple):
    """A candidate: `value` as printed (dates: ISO 8601), `evidence` the method, `block` its row."""

    kind: Kind
    value: str
    evidence: str
    weight: float
    block: int = DECLARED


class Weighed(NamedTuple):
    """The accepted value, its weight, its rows and kinds of evidence."""

    value: str
    weight: float
    blocks: frozenset[int]
    evidence: frozenset[str]


def weigh(candidates: Iterable[Candidate], least: float = LEAST) -> Weighed | None:
    """The most likely value; None if none reaches `least`.

    Independent evidence for one value: 1 - (1-a)(1-b). Kinds of evidence with the same word before a colon (`site: window`,
    `site: rights`) are dependent: the best of them counts. The spelling of the best claim is used.
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
    """Key of a value: independent of script, case, width and separators."""
    return key_of_folded(fold(value))


def key_of_folded(folded: str) -> str:
    """Same as `key_of` for folded text."""
    return _JOINS.sub("", folded)


def _together(claims: Iterable[Candidate]) -> float:
    """Combined weight of several claims; each kind of evidence counts once."""
    weights: dict[str, float] = {}
    for claim in claims:
        group = claim.evidence.partition(":")[0]
        weights[group] = max(claim.weight, weights.get(group, 0.0))
    wrong = 1.0
    for weight in weights.values():
        wrong *= 1 - weight
    return 1 - wrong
