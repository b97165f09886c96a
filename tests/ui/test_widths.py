"""The reader, Rich and Textual count the same cells, whatever the terminal does with ambiguous characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import rich.cells
from rich.segment import Segment
from textual.strip import Strip

from tests.text.test_cells import SHOWN
from tests.ui.screens import reading
from tui_reader.text.cells import drawn, width
from tui_reader.ui.core.compat import type_keys
from tui_reader.ui.core.probe import Answer
from tui_reader.ui.core.widths import CANNOT, count_ambiguous, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.app.session import Session

TEXTS = ("“他说……”——①●→α│·", "中文，abc", "☎️ ❤️ 👨‍👩‍👧 é", "「」（）《》", "½×÷±°§", "")


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    count_ambiguous(1)


@pytest.mark.parametrize("ambiguous", [1, 2])
def test_rich_and_textual_count_as_the_reader_does(ambiguous: int) -> None:
    assert count_ambiguous(ambiguous)
    for text in TEXTS:
        assert width(text) == rich.cells.cell_len(drawn(text))
        assert width(text) == Strip([Segment(drawn(text))]).cell_length
        assert width(text) == Segment(drawn(text)).cell_length
    apart = [hex(ord(sign)) for sign in SHOWN if width(sign) != rich.cells.get_character_cell_size(sign)]
    assert [] == apart


def test_a_line_is_cut_by_the_same_cells() -> None:
    count_ambiguous(2)
    assert "“天 " == Strip([Segment("“天”地")]).crop(0, 5).text
    assert ["“ ", " "] == [half.text for half in Segment("“”").split_cells(3)]


def test_one_cell_again_leaves_rich_as_it_was() -> None:
    count_ambiguous(2)
    count_ambiguous(1)
    assert 1 == width("“") == rich.cells.cell_len("“")
    assert 2 == rich.cells.cell_len("☎️")


def test_an_unknown_rich_stays_at_one_cell_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(rich.cells, "load_cell_table")
    assert (1, b"", CANNOT) == settle("2", Answer())
    assert 1 == width("“")


def test_a_rich_that_measures_otherwise_stays_at_one_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rich.cells, "cell_len", len)
    assert not count_ambiguous(2)
    assert 1 == width("“")


def test_without_an_answer_the_setting_decides() -> None:
    assert (1, b"", "") == settle(None, Answer())
    assert (2, b"", "") == settle("2", Answer())


async def test_borders_and_bars_take_no_ambiguous_character_where_it_is_wide(session: Session) -> None:
    count_ambiguous(2)
    async with reading(session, size=(120, 12)) as reader:
        await reader.press("f")
        assert [120] * 12 == [strip.cell_length for strip in reader.app.screen._compositor.render_strips()]
        assert not set("│─╭╮╰╯▁▂▃▄▅▆▇") & set(reader.text.replace(" │ ", ""))


async def test_keys_typed_while_the_terminal_was_asked_are_not_lost(session: Session) -> None:
    async with reading(session) as reader:
        before = reader.app.main.articles.cursor
        type_keys(reader.app, b"jj")
        await reader.wait_for(lambda: reader.app.main.articles.cursor == before + 2)
