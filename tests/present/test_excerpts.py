"""Excerpts around the words of a query."""

from __future__ import annotations

import pytest

from tests.ui.screens import HARBOUR, ISLAND
from tui_reader.present.excerpts import Excerpt, excerpt, fitted_excerpt
from tui_reader.text.cells import width


def same(text: str) -> str:
    return text


def test_the_first_passage_with_the_word_is_cut_around_it() -> None:
    found = excerpt(HARBOUR, (), ("信息",), same)
    assert Excerpt("码头的软件系统昨日完成升级，", "信息", "处理时间缩短一半。") == found


def test_a_word_is_found_in_the_other_script_and_shown_as_written() -> None:
    found = excerpt(ISLAND, (), ("渔民",), same)
    assert found is not None
    assert "漁民" == found.hit


def test_a_converted_passage_has_its_own_hit() -> None:
    found = excerpt(HARBOUR, (), ("信息", "资讯"), lambda text: text.replace("信息", "資訊"))
    assert found is not None
    assert "資訊" == found.hit


@pytest.mark.parametrize(("form", "hit"), [("港口", "港口"), ("陈远", "陈远"), ("没有的", None)])
def test_tags_and_metadata_count_after_the_text(form: str, hit: str | None) -> None:
    found = excerpt(HARBOUR, ("港口",), (form,), same)
    assert hit == (found.hit if found else None)


@pytest.mark.parametrize("cells", [0, 1, 2, 5, 11, 30, 160])
def test_an_excerpt_fills_its_room_and_keeps_the_hit(cells: int) -> None:
    found = fitted_excerpt(Excerpt("前" * 40, "命中", "後" * 90), cells)
    assert width(found.text) <= cells
    assert cells in {0, 1} or found.hit
    if cells >= 30:
        assert cells == width(found.text)
        assert "命中" == found.hit
        assert found.before.startswith("…")
