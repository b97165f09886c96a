"""Kinds of evidence for an author, with the measured accuracy of each."""

from tui_reader.cleaning.metadata.candidates import Candidate

WEIGHTS = {
    "opener": 0.97,  # who opened the thread, by the board's own rows
    "label": 0.95,  # 作者：X
    "pen label": 0.82,  # 作者：somebody, no person's form
    "bare label": 0.8,  # 作者X, without a sign
    "publisher": 0.6,  # 发布者：X, who may only have entered it
    "reporter": 0.93,  # 記者X, X／台北報導
    "poster": 0.85,  # X 發表於 …
    "original": 0.85,  # 原創 X account
    "signature": 0.85,  # 〈專欄〉X／題
    "element": 0.88,  # <span class="author">
    "pen element": 0.68,
    "member": 0.66,  # a link to somebody's page under the title
    "pen member": 0.55,
    "declared": 0.85,
    "pen declared": 0.62,
    "beside": 0.72,  # a person's name beside the date
    "pen beside": 0.56,
    "panel": 0.75,  # the nick above a member's panel
    "owner": 0.78,  # X的博客, X的回答
    "title tail": 0.6,  # 題—X
    "window": 0.6,  # 題_X_site
    "pen window": 0.3,
    "desk": 0.6,  # 编辑：account-X
    "issuer": 0.85,  # 发文机关：X
    "photo": 0.4,  # X 攝: wrote short local news too, but needs support
}
"""Accuracy of each kind of evidence; for text rows multiplied by a factor for their position."""
SAID = frozenset(["opener", "label", "reporter", "poster", "original", "signature", "issuer", "owner"]) | {
    "pen label",
    "bare label",
    "title tail",
    "desk",
}
"""Evidence that states the author explicitly; other evidence may have found an editor or a word of the title."""
MAKERS = frozenset({"writer", "reporter", "correspondent"})
"""Credit roles that are authors."""


def claim(value: str, evidence: str, block: int = -1, factor: float = 1.0) -> Candidate:
    """An author candidate; `factor`: reliability of the place where it was found."""
    return Candidate("author", value, evidence, WEIGHTS[evidence] * factor, block)
