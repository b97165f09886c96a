"""The tags of real pages, judged by reading each: a floor, where the corpus is at hand (its text is not kept here).

The folder (TUI_READER_CORPUS, else ../shared/corpus beside the project) holds html/ID.html.
"""

import os
from collections import Counter
from pathlib import Path

import pytest

from tui_reader.cleaning import clean
from tui_reader.tagging import tags_for
from tui_reader.text.fold import fold

CORPUS = Path(os.environ.get("TUI_READER_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus"))
RIGHT, WRONG = 0.92, 0.02
"""Share of right tags at least, and of wrong ones at most; a tag that nobody judged counts as wrong."""
HELPED = 0.9
"""Share of pages with a tag that a reader wants, at least."""

pytestmark = pytest.mark.skipif(not (CORPUS / "html").is_dir(), reason=f"no corpus of pages in {CORPUS}")

Verdicts = dict[str, str]


def judged() -> dict[str, tuple[set[str], Verdicts]]:
    """Page → the tags wanted there, and the verdict on each judged tag, folded."""
    pages: dict[str, tuple[set[str], Verdicts]] = {}
    for line in Path(__file__).with_name("judged.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            page, wanted, *others = (*line.split("\t"), "", "", "")[:5]
            tags = {fold(tag) for tag in wanted.split("|")}
            verdicts = dict.fromkeys(tags, "right")
            for verdict, some in zip(("right", "weak", "wrong"), others, strict=True):
                verdicts |= {fold(tag): verdict for tag in some.split("|") if tag}
            pages[page] = tags, verdicts
    return pages


def test_tags_are_right_by_judgement() -> None:
    counts: Counter[str] = Counter()
    helped = 0
    for page, (wanted, verdicts) in judged().items():
        tags = {
            fold(tag) for tag in tags_for(clean((CORPUS / "html" / f"{page}.html").read_bytes(), name=page).article)
        }
        counts.update(verdicts.get(tag, "wrong") for tag in tags)
        helped += bool(tags & wanted)
    assert counts["right"] / counts.total() >= RIGHT
    assert counts["wrong"] / counts.total() <= WRONG
    assert helped / len(judged()) >= HELPED
