"""The tags of real pages, judged by reading each: a floor, where the corpus is at hand (its text is not kept here)."""

from pathlib import Path

import pytest

from tests.tagging.judgement import CORPUS, JUDGEMENTS, Judgement, judge, judgements, tags_of

RIGHT, WRONG = 0.92, 0.02
"""Share of right tags at least, and of wrong ones at most; a tag that nobody judged counts as wrong."""
HELPED = 0.9
"""Share of pages with a right tag, at least."""


@pytest.fixture(scope="module")
def tags() -> dict[str, tuple[str, ...]]:
    """Page → its tags, for every judged page."""
    if not (Path(CORPUS) / "html").is_dir():
        pytest.skip(f"no corpus of pages in {CORPUS}")
    return {row.page: tags_of(row.page) for name in JUDGEMENTS for row in judgements(name)}


@pytest.mark.parametrize("name", JUDGEMENTS)
def test_tags_are_right_by_judgement(name: str, tags: dict[str, tuple[str, ...]]) -> None:
    rows = judgements(name)
    result = judge(rows, tags)
    assert result.share("right") >= RIGHT
    assert result.share("wrong", "unjudged") <= WRONG, result.unjudged
    assert result.helped / len(rows) >= HELPED


def test_verdicts_are_counted() -> None:
    row = Judgement("one", frozenset({"香港", "经济"}), {"香港": "right", "经济": "right", "媒体": "weak"})
    result = judge([row], {"one": ("香港", "媒體", "體育")})
    assert {"right": 1, "weak": 1, "unjudged": 1} == dict(result.counts)
    assert (("one", "體育"),) == result.unjudged
    assert (("one", "经济"),) == result.missed
    assert 1 == result.helped
    assert 1 / 3 == result.share("right")


@pytest.mark.parametrize("name", JUDGEMENTS)
def test_each_page_is_judged_once(name: str) -> None:
    pages = [row.page for row in judgements(name)]
    assert sorted(set(pages)) == sorted(pages)
