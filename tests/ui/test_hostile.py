"""Text from outside can neither be obeyed by the terminal nor read as markup, wherever it is shown."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import ISLAND, reading, stock
from tui_reader.app.session import Session
from tui_reader.library import Library
from tui_reader.model import Comment, Passage
from tui_reader.ui.widgets.strips import segment

if TYPE_CHECKING:
    from pathlib import Path

    from textual.strip import Strip

PAYLOADS = (
    "[/]標題", "[red]紅包[/red]", "[@click=app.quit]點我[/]", "[link=http://evil]連結[/link]", "\x1b]0;evil\x07標題", "\x1b]0;不關的序列",
    "\x1b[2J清屏", "\x9b31m紅", "\u202e倒著走\u202c", "零\u200b寬", "空\x00字元", "孤\ud800兒", "換\u2028行", "\x1b]52;c;ZXZpbA==\x07剪貼",
)  # fmt: skip
FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("payload", PAYLOADS)
async def test_nothing_from_outside_reaches_the_terminal(payload: str, tmp_path: Path) -> None:
    article = replace(
        ISLAND,
        title=f"甲{payload}乙", source=payload, author=payload, category=payload, deck=(payload,), captions=(payload,),
        tags=(payload, "能源"), body=tuple(Passage(kind, payload) for kind in ("paragraph", "code", "table", "quote")),
        comments=(Comment(payload, payload, payload, "推"),), url=payload,
    )  # fmt: skip
    with Library.open(tmp_path / "library.db") as library:
        stock(library, (article,))
    async with reading(Session(tmp_path)) as reader:
        for keys in ((), ("t",), ("f",), ("enter",), ("escape", "enter", "end"), ("o",), ("y",)):
            await reader.press(*keys)
            strips: list[Strip] = reader.app.screen._compositor.render_strips()
            assert not [text for strip in strips for text, *_ in strip if FORBIDDEN.search(text)]
            assert not [s for strip in strips for s in strip if s.style and s.style.link]
            assert not [s for strip in strips for s in strip if s.style and "@click" in s.style.meta]
        assert reader.app.is_running


@pytest.mark.parametrize("markup", ["[/]", "[red]紅包[/red]", "[@click=app.quit]點我[/]"])
async def test_markup_is_shown_as_it_is(markup: str, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        stock(library, (replace(ISLAND, title=markup, tags=(markup,), body=(Passage("paragraph", markup),)),))
    async with reading(Session(tmp_path)) as reader:
        assert markup in reader.left[0]
        assert markup == reader.right[1]
        assert f"#{markup}" == reader.right[3]


async def test_errors_and_queries_are_shown_as_they_are(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash")
        await reader.type("is:[/]")
        await reader.shows("Unknown is:[/] at character 1")
        await reader.press("escape", "escape", "i")
        await reader.type("/[red]nowhere[/]")
        await reader.press("enter")
        await reader.shows("/[red]nowhere[/]")


def test_a_segment_is_harmless_even_when_its_maker_was_not() -> None:
    assert "清屏 二" == segment("\x1b[2J清屏\n二").text
