"""Finding words in the article, on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from tests.ui.screens import ISLAND, Reader, reading, stock
from tests.ui.test_comments import MANY
from tui_reader.library import Library
from tui_reader.present.decorations import lit
from tui_reader.ui.features.importing.controller import ImportingController

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.app.session import Session


def lights(reader: Reader, look: str) -> list[str]:
    """What is lit so in the lines in view, a line each."""
    pane = reader.app.main.reading
    assert pane.page is not None
    numbers = range(pane.scroll_offset.y, pane.scroll_offset.y + pane.size.height)
    spans = [
        span
        for number in numbers
        if (line := pane.page.line(number)) is not None
        for span in lit(line, pane.lights.get(pane.page.piece_at(number), ()))
    ]
    return [span.text for span in spans if look in span.lights]


def current(reader: Reader) -> str:
    """The place gone to, whole when a line end broke it."""
    return "".join(lights(reader, "current"))


async def find(reader: Reader, words: str) -> None:
    await reader.press("ctrl+f")
    await reader.type(words)


async def test_hits_are_lit_while_one_types_and_counted(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter")
        await find(reader, "风机")
        await reader.shows("find 1/3")
        assert reader.types()
        assert "風機" == current(reader)
        assert ["風機", "風機"] == lights(reader, "hit")
        await reader.type("今晨")
        await reader.shows("find 1/1")
        assert "風機今晨" == current(reader)


async def test_n_goes_round_and_says_so(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter")
        await find(reader, "风机")
        await reader.press("enter")
        assert reader.app.main.reading.has_focus
        for key, told in (("n", "find 2/3"), ("n", "find 3/3"), ("n", "find 1/3"), ("N", "find 3/3")):
            await reader.press(key)
            assert told in reader.status
            assert "風機" == current(reader)
        assert "Wrapped to the end" in reader.status


async def test_keys_pressed_at_once_after_enter_are_not_words(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter")
        await find(reader, "风机")
        for key, character in (("enter", "\r"), ("n", "n"), ("n", "n")):
            reader.app.post_message(Key(key, character))
        await reader.shows("find 3/3")


async def test_escape_in_the_line_leads_back(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter", "j", "j")
        before = reader.app.main.reading.lines_in_view()
        await find(reader, "全文到此")
        await reader.wait_for(lambda: current(reader) == "全文到此")
        await reader.press("escape")
        assert before == reader.app.main.reading.lines_in_view()
        assert [] == lights(reader, "hit")
        assert "find" not in reader.status.partition("Esc")[0]


async def test_escape_in_the_article_drops_what_was_found_then_leaves(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter")
        await find(reader, "漁民")
        await reader.press("enter", "escape")
        assert [] == lights(reader, "hit")
        assert reader.app.main.reading.has_focus
        await reader.press("escape")
        assert reader.app.main.articles.has_focus


async def test_what_was_found_outlives_script_measure_and_size(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter")
        await find(reader, "說明會")
        await reader.press("enter", "n", "n")
        for key in ("t", "minus", "t", "t"):
            await reader.press(key)
            await reader.wait_for(lambda: current(reader) in {"說明會", "说明会"})
            assert "find 3/20" in reader.status
        await reader.pilot.resize_terminal(70, 40)
        await reader.settled()
        await reader.wait_for(lambda: current(reader) == "說明會")


async def test_the_next_article_is_searched_anew(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter")
        await find(reader, "自動化")
        await reader.shows("find: none")
        await reader.press("enter")
        assert "Not in this article: 自動化" in reader.status
        await reader.press("J")
        await reader.shows("find –/1")
        assert ["自动化"] == lights(reader, "hit")
        await reader.press("n")
        assert "自动化" == current(reader)


async def test_n_finds_what_listed_the_article(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("软件")
        await reader.shows("filter: 软件")
        await reader.press("enter", "enter")
        assert "n find 软件" in reader.status
        await reader.press("n")
        await reader.wait_for(lambda: current(reader) == "軟體" or current(reader) == "软件")


async def test_n_without_words_says_so(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "n")
        assert "Nothing to find yet" in reader.status


async def test_going_to_a_hit_in_folded_comments_opens_them(empty: Session) -> None:
    with Library.open(empty.library_path) as library:
        stock(library, (replace(ISLAND, comments=MANY),))
    async with reading(empty, (80, 24)) as reader:
        await reader.press("enter")
        await find(reader, "第7則留言")
        await reader.wait_for(lambda: current(reader) == "第7則留言")


async def test_who_reads_on_goes_on_from_there(session: Session) -> None:
    async with reading(session, (80, 24)) as reader:
        await reader.press("enter")
        await find(reader, "說明會")
        await reader.press("enter", "end", "N")
        assert "說明會" == current(reader)
        assert "find 1/20" not in reader.status


@pytest.mark.parametrize("keys", [("j",), ("escape", "slash")])
async def test_keys_typed_into_the_line_are_words(session: Session, keys: tuple[str, ...]) -> None:
    async with reading(session) as reader:
        await reader.press("enter", "ctrl+f", *keys)
        assert reader.types()


def drill(parts: int) -> str:
    """A text file's text with so many paragraphs, each with a number of its own."""
    told = (f"第{number}次演習當天，志工在碼頭集合，隊長逐一清點了人數與器材。" for number in range(parts))
    return "\n\n".join(("海巡志工的一年", *told, ""))


def take_in_again(reader: Reader, file: Path, text: str) -> None:
    """The same file with another text, while its article is read."""
    file.write_text(text, "utf-8")
    reader.app.main.controller(ImportingController).begin((str(file),))


@pytest.mark.parametrize(
    ("words", "told"), [("第19次", "find: none"), ("志工在碼頭", "find –/6"), ("燈塔", "find: none")]
)
async def test_the_article_may_get_shorter(empty: Session, tmp_path: Path, words: str, told: str) -> None:
    file = tmp_path / "drill.txt"
    file.write_text(drill(20), "utf-8")
    list(empty.import_paths([str(file)]))
    async with reading(empty, (80, 24)) as reader:
        await reader.press("enter", "end")
        await find(reader, words)
        await reader.press("enter")
        take_in_again(reader, file, drill(6))
        await reader.settled()
        await reader.shows(told)
        assert "" == current(reader)
        await reader.press("n")
        assert ("find 1/6" if told == "find –/6" else "Not in this article") in reader.status


async def test_the_paragraph_found_may_be_dropped(empty: Session, tmp_path: Path) -> None:
    file = tmp_path / "drill.txt"
    file.write_text(drill(20), "utf-8")
    list(empty.import_paths([str(file)]))
    async with reading(empty) as reader:
        await reader.press("enter")
        await find(reader, "第19次")
        await reader.press("enter", "x", "home", "j", "j", "minus", "x")
        await reader.shows("find –/1")
        await reader.press("n")
        assert "第19次" == current(reader)


async def test_matches_of_a_query_with_alternatives_are_those_of_any_of_its_words(session: Session) -> None:
    async with reading(session) as reader:
        reader.app.main.reader.listing.ask_text("風機 OR 沒有的詞")
        await reader.settled()
        await reader.press("enter", "n")
        await reader.wait_for(lambda: current(reader) == "風機")
