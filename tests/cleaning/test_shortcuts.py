"""The short ways of the first pass say what the long way says."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.cleaning.body.captions import is_caption
from tui_reader.cleaning.body.judge import label_block, label_blocks
from tui_reader.cleaning.markup import unwrap as unwrapping
from tui_reader.cleaning.markup.blocks import Block, date_rows, plain_blocks
from tui_reader.cleaning.markup.unwrap import wrapped_at
from tui_reader.cleaning.patterns.cues import cue
from tui_reader.cleaning.patterns.dates import is_date_row
from tui_reader.cleaning.patterns.phrases import FAMILIES, NAVIGATION
from tui_reader.script.detect import evidence, script_of, script_of_evidence
from tui_reader.text.cells import width_as_written, widths_as_written
from tui_reader.text.fold import fold

PHRASES = sorted(
    {phrase for family in FAMILIES for kind in (family.whole, family.start, family.inside) for phrase in kind}
)
words = st.sampled_from(
    [*PHRASES, *NAVIGATION, "市政府", "老街", "整修", "图", "摄", "記者", "2020-01-02", "。", "，", " ", "|", "a"]
)
lines = st.lists(words, min_size=1, max_size=6).map("".join).map(str.strip).filter(bool)


@given(st.lists(lines, min_size=1, max_size=8))
def test_a_page_is_judged_as_its_lines_are(texts: list[str]) -> None:
    blocks = [Block(text, fold(text)) for text in texts]
    folded = [block.folded for block in blocks]
    assert [label_block(block, folded.count(block.folded)) for block in blocks] == label_blocks(blocks)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_phrase_is_found_as_it_stands(family: object) -> None:
    wanted = next(one for one in FAMILIES if one is family)
    whole = [phrase for phrase in wanted.whole if cue(fold(phrase)) is None]
    begun = [phrase for phrase in wanted.start if "…" not in phrase and cue(fold(f"{phrase}老街")) is None]
    inside = [phrase for phrase in wanted.inside if "…" not in phrase and cue(fold(f"老街{phrase}老街")) is None]
    assert ([], [], []) == (whole, begun, inside)


@pytest.mark.parametrize(
    "text",
    [
        "▲老街",
        "图为老街的一景",
        "老街（图/记者王小明摄）",
        "老街。图/王小明",
        "老街网页截图",
        "老街（路透社）",
        "photo: ap",
    ],
)
def test_captions_are_told_by_their_ends(text: str) -> None:
    assert is_caption(fold(text))


@given(
    st.lists(
        st.sampled_from(["老街", "2020-01-02", "2020年1月2日 10:05", "1/2", "民国", "a 3", "。"]).map(fold), max_size=8
    )
)
def test_rows_with_a_date_are_those_that_are_found_one_by_one(rows: list[str]) -> None:
    assert [index for index, row in enumerate(rows) if is_date_row(row)] == date_rows(plain_blocks(rows))


@given(st.lists(st.integers(1, 170) | st.integers(30, 36), max_size=40), st.sampled_from(["老", "a老"]))
def test_pages_that_are_not_measured_are_not_wrapped(sizes: list[int], text: str) -> None:
    texts = [(text * size)[:size] for size in sizes]
    with patch.object(unwrapping, "_may_be_wrapped", return_value=True):
        measured = wrapped_at(texts, [False] * len(texts))
    assert measured == wrapped_at(texts, [False] * len(texts))


@given(st.lists(st.text("老街a é“”…·★①😀\ufe0f\u200d한"), max_size=6))
def test_widths_are_the_widths(texts: list[str]) -> None:
    assert list(map(width_as_written, texts)) == widths_as_written(texts)


@given(st.text("这說国國老街你好abc", max_size=60))
def test_the_script_is_what_the_evidence_speaks_for(text: str) -> None:
    assert script_of_evidence(evidence(text)) == script_of(text)
