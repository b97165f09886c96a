"""Choosing text by sentence and by mouse, copying it, marking it, and going from mark to mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.geometry import Offset

from tests.ui.screens import HARBOUR, ISLAND, NOW, reading, stock
from tui_reader.app.session import Session
from tui_reader.library import Library
from tui_reader.model import Article, Passage, PassageMark
from tui_reader.present.decorations import lit as parts
from tui_reader.query import Query

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.screens import Reader

QUERY = Query()
FIRST = ISLAND.body[0].text
DECK = ISLAND.deck[0]


def lit(reader: Reader, look: str) -> str:
    """What is lit so in the reading pane, line ends left out."""
    pane = reader.app.main.reading
    found = []
    for row in range(pane.size.height):
        line = pane.page.line(row + pane.scroll_offset.y) if pane.page is not None else None
        if line is not None and pane.page is not None:
            lights = pane.lights.get(pane.page.piece_at(row + pane.scroll_offset.y), ())
            found += [span.text for span in parts(line, lights) if look in span.lights]
    return "".join(found)


async def test_lights_are_seen(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "v")
        pane = reader.app.main.reading
        styles = {segment.text: segment.style for segment in pane.render_line(1)}
        chosen = styles[ISLAND.title or ""]
        assert chosen is not None
        assert chosen.reverse


async def test_a_sentence_is_chosen_moved_and_copied(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "v")
        assert ISLAND.title == lit(reader, "chosen")
        await reader.press("j", "j")
        assert FIRST == lit(reader, "chosen")
        await reader.press("k")
        assert DECK == lit(reader, "chosen")
        await reader.press("y")
        assert DECK == reader.app.clipboard
        assert "" == lit(reader, "chosen")
        assert "Copied 12 characters" in reader.status


async def test_more_sentences_and_whole_paragraphs(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "v", "j", "J", "y")
        assert f"{DECK}\n\n{FIRST}" == reader.app.clipboard
        await reader.press("v", "j", "J", "K", "y")
        assert DECK == reader.app.clipboard
        third = ISLAND.body[2].text
        await reader.press("v", *"jjjj", "p", "y")
        assert third == reader.app.clipboard


async def test_keys_go_back_to_reading(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter", "v")
        assert "j next" in reader.status
        await reader.press("escape", "j")
        assert "" == lit(reader, "chosen")
        assert 1 == reader.app.main.reading.scroll_offset.y


async def test_what_is_chosen_outlives_script_and_measure(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "v", "j", "j", "t")
        await reader.shows("供电网调度")
        assert lit(reader, "chosen").startswith("最后一座风机今晨在外海并网")
        await reader.press("-", "-")
        assert lit(reader, "chosen").endswith("调度人员使用。")
        await reader.press("y")
        assert "\n" not in reader.app.clipboard


async def test_a_quote_card_is_in_the_script_on_the_screen(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "t")
        await reader.shows("六十座风机")
        await reader.press("v", "j", "Y")
        quoted, source = reader.app.clipboard.split("\n")
        assert "“六十座风机，三十亿度电。”" == quoted
        assert source.startswith("—— 岛屿日报《【岛屿能源】")
        assert source.endswith("2025-12-30，https://example.org/wind?id=7")


@pytest.mark.parametrize(("keys", "title"), [("", "海霧停航？船長說：「再等」"), ("p", '海霧停航?船長說:"再等"')])
async def test_a_quote_card_s_title_has_the_marks_of_the_screen(tmp_path: Path, keys: str, title: str) -> None:
    flat = Article('海霧停航?船長說:"再等"', (Passage("paragraph", "港口今天沒有船。"),), "hant", "utf-8")
    with Library.open(tmp_path / "library.db") as library:
        stock(library, (flat,))
    async with reading(Session(tmp_path, clock=lambda: NOW)) as reader:
        await reader.press("enter", *keys)
        await reader.shows(title)
        await reader.press("v", "j", "j", "Y")
        await reader.wait_for(lambda: bool(reader.app.clipboard))
        assert f"「港口今天沒有船。」\n—— 《{title}》" == reader.app.clipboard


async def test_title_and_address(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "Y")
        assert f"{ISLAND.title}\n{ISLAND.url}" == reader.app.clipboard


async def test_the_mouse_chooses_over_line_ends(session: Session) -> None:
    async with reading(session, (100, 30)) as reader:
        await reader.press("enter")
        row = next(number for number, line in enumerate(reader.lines) if "最後一座風機今晨" in line)
        column = reader.app.main.reading.region.x + 10
        left = reader.app.main.reading.content_region.x + reader.app.main.reading.left_of(reader.app.main.reading.page)  # type: ignore[arg-type]
        await reader.pilot.mouse_down(offset=Offset(left + 4, row))
        await reader.pilot.hover(offset=Offset(column, row + 1))
        await reader.pilot.mouse_up(offset=Offset(column, row + 1))
        await reader.press("y")
        assert reader.app.clipboard
        assert FIRST.startswith(reader.app.clipboard)
        assert len(reader.app.clipboard) > 20


async def test_a_marked_passage_is_kept_lit_and_undone(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "v", "j", "m")
        assert reader.types()
        await reader.type("查證")
        await reader.press("enter")
        (mark,) = session.library.highlights()
        assert (DECK, "查證", 1) == (mark.text, mark.note, mark.passage)
        await reader.wait_for(lambda: lit(reader, "marked") == DECK)
        assert "1 highlight added with a note" in reader.status
        assert "❞1" in reader.left[2]
        await reader.press("u")
        assert () == session.library.highlights()
        await reader.wait_for(lambda: lit(reader, "marked") == "")


async def test_escape_marks_nothing(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "m", "escape")
        assert () == session.library.highlights()
        assert not reader.types()
        await reader.press("j")
        assert "choice" == reader.app.main.reader.context


def mark(session: Session, title: str, text: str, note: str = "") -> None:
    for row in session.library.rows(session.library.listing(QUERY).article_ids):
        if row.title == title:
            article = session.library.stored(row.article_id).article
            passage = next(n for n, piece in enumerate(article.body) if piece.text.startswith(text))
            session.library.highlight(PassageMark(row.article_id, 1 + len(article.deck) + passage, 0, text, note))


async def test_from_mark_to_mark(session: Session) -> None:
    mark(session, ISLAND.title or "", "第19段", "後面的")
    mark(session, ISLAND.title or "", "第3段", "前面的")
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter")
        for told in ("Highlight 1/2: 前面的", "Highlight 2/2: 後面的", "Highlight 1/2: 前面的"):
            await reader.press("apostrophe")
            assert told in reader.status
        assert "第3段" == lit(reader, "marked")[:3]


async def test_no_marks_are_told_of(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "apostrophe")
        assert "No highlights here" in reader.status


async def test_the_list_of_marks_goes_to_another_article(session: Session) -> None:
    mark(session, ISLAND.title or "", "第19段")
    mark(session, HARBOUR.title or "", "工人们正在", "培訓")
    async with reading(session) as reader:
        await reader.press("quotation_mark")
        await reader.shows("❞ ✎ 培訓 · 工人们正在")
        assert reader.text.index("第19段") < reader.text.index("工人们正在")
        await reader.press("j", "j", "enter")
        await reader.wait_for(lambda: reader.app.main.reading.article_id == 2 and lit(reader, "marked") == "工人们正在")
        assert "培訓" in reader.status


async def test_marks_are_taken_off_in_the_list_of_marks(session: Session) -> None:
    mark(session, ISLAND.title or "", "第19段")
    async with reading(session) as reader:
        await reader.press("quotation_mark")
        await reader.shows("❞ 第19段")
        await reader.press("d")
        await reader.shows("No bookmarks or highlights yet.")
        assert () == session.library.highlights()
        await reader.press("u", "escape")
        assert 1 == len(session.library.highlights())


async def test_a_note_is_changed_in_the_list_of_marks(session: Session) -> None:
    mark(session, ISLAND.title or "", "第19段", "舊")
    async with reading(session) as reader:
        await reader.press("quotation_mark")
        await reader.shows("舊")
        await reader.press("e")
        await reader.type("與新")
        await reader.press("enter")
        await reader.shows("✎ 舊與新")
        assert ["舊與新"] == [mark.note for mark in session.library.highlights()]


async def test_the_bookmarks_filter_lists_marked_articles(session: Session) -> None:
    mark(session, HARBOUR.title or "", "工人们正在")
    async with reading(session) as reader:
        await reader.press("B")
        assert "港口自动化" in reader.left[0]
        assert "1/1" in reader.status


async def from_palette(reader: Reader, title: str) -> None:
    """As the palette runs a command."""
    (command,) = (each for each in reader.app.get_system_commands(reader.app.screen) if each.title == title)
    await command.callback()
    await reader.settled()


@pytest.mark.parametrize("keys", [(), ("enter",), ("enter", "x"), ("quotation_mark",)])
async def test_the_palette_chooses_text_from_anywhere(session: Session, keys: tuple[str, ...]) -> None:
    async with reading(session) as reader:
        await reader.press(*keys)
        await from_palette(reader, "Select text, to copy or highlight it")
        assert ISLAND.title == lit(reader, "chosen")
        await reader.press("j", "y")
        assert DECK == reader.app.clipboard
        assert reader.app.main.reading.has_focus


async def test_the_palette_marks_what_is_chosen(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "v", "j", "j")
        await from_palette(reader, "Highlight a passage, with a note")
        await reader.press("enter")
        assert [FIRST] == [mark.text for mark in session.library.highlights()]
