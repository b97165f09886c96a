"""Comments, on the screen: going to them, folding, coming back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import ISLAND, Reader, reading, stock
from tui_reader.library import Library
from tui_reader.model import Comment, Passage

if TYPE_CHECKING:
    from tui_reader.app.session import Session

MANY = tuple(
    Comment(f"第{n}則留言", "windy" if n % 4 else "bill", "12/30 09:20", "推" if n % 5 else "噓") for n in range(40)
)


@pytest.fixture
def thread(empty: Session) -> Session:
    """Two articles: one with many comments, one with two."""
    other = replace(ISLAND, body=(Passage("paragraph", "這一篇說的是另一件事，和港口無關。"),))
    with Library.open(empty.library_path) as library:
        stock(library, (other, replace(ISLAND, title="留言很多的文章", comments=MANY, published="2025-12-31")))
    return empty


def folded(reader: Reader) -> bool:
    page = reader.app.main.reading.page
    return page is not None and page.folded


async def test_c_leads_to_the_comments_folds_them_and_leads_back(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter", "j", "j", "j")
        before = reader.app.main.reading.lines_in_view()
        await reader.press("c")
        assert "終於蓋好了" in reader.text
        await reader.press("c")
        assert before == reader.app.main.reading.lines_in_view()
        await reader.press("c")
        assert "▸ 2 comments · 推 1 → 1" in reader.text
        assert "終於蓋好了" not in reader.text
        await reader.press("c")
        assert "終於蓋好了" in reader.text


async def test_a_long_thread_is_folded_at_first(thread: Session) -> None:
    async with reading(thread, (80, 24)) as reader:
        await reader.press("enter", "end")
        assert "▸ 40 comments · 推 32 噓 8 · most: windy ×30, bill ×10" in reader.text
        await reader.press("c")
        assert "── 40 comments · 推 32 噓 8 · most: windy ×30, bill ×10" == reader.lines[2].strip()
        assert "推  windy ×30  12/30 09:20" in reader.text
        await reader.press("end")
        assert "第39則留言" in reader.text


async def test_who_stopped_among_the_comments_finds_them_open(thread: Session) -> None:
    async with reading(thread, (80, 24)) as reader:
        await reader.press("enter", "end", "c", "space", "space")
        top = reader.app.main.reading.lines_in_view()[0].text
        await reader.press("escape", "j")
    async with reading(thread, (80, 24)) as reader:
        await reader.press("enter")
        assert top == reader.app.main.reading.lines_in_view()[0].text


async def test_folding_outlives_another_measure_and_script(thread: Session) -> None:
    async with reading(thread, (80, 24)) as reader:
        await reader.press("enter", "end")
        assert folded(reader)
        await reader.press("minus", "t")
        assert folded(reader)
        assert "▸ 40 comments" in reader.text
        await reader.press("c", "c", "c", "t")
        assert not folded(reader)
        await reader.press("J")
        assert not folded(reader)


async def test_an_article_without_comments_says_so(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("j", "enter", "c")
        assert "No comments" in reader.status
