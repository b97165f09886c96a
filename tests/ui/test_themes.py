"""The reader's own themes, measured on drawn screens, and what of them is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from tests.ui.screens import NOW, Reader, reading
from tui_reader.app.session import Session
from tui_reader.config import Config
from tui_reader.present.removed import SIGNS as SIGNS_OF_LINES
from tui_reader.present.rows import BOOKMARKED, MARKED, UNREAD
from tui_reader.ui.core.themes import NIGHT, PAPER, SEPIA, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.segment import Segment

AA = 4.5
"""WCAG 2.2, 1.4.3: contrast of text."""

GLARE = 11.0

SIGNS = {UNREAD, BOOKMARKED, MARKED, "−", *SIGNS_OF_LINES.values()} - {" "}

STATES = (
    ("", ("end", "v", "b", "home")),
    ("", ("enter",)),
    ("", ("x", "n", "plus")),
    ("", ("escape", "escape", "f", "enter", "down", "x")),
    ("PromptLine", ("slash",)),
    ("#help", ("escape", "escape", "question_mark")),
    ("CommandList", ("escape", "ctrl+p", "b", "o", "o")),
)
"""Of what is to be looked at (a selector, or all of it), and the keys that lead there from the state before."""


def luminance(rgb: tuple[int, int, int]) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part / 255) for part in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def drawn(reader: Reader, selector: str) -> Iterator[Segment]:
    """What is sent to a terminal of 24 bit colours."""
    app = reader.app
    region = app.screen.query_one(selector).region if selector else app.screen.region
    for strip in app.screen._compositor.render_strips()[region.y : region.bottom]:
        seen = strip.crop(region.x, region.right)
        for line_filter in app.get_line_filters():
            seen = seen.apply_filter(line_filter, Color.parse("black"))
        yield from seen


def contrasts(reader: Reader, selector: str) -> dict[str, float]:
    """Each run of text and signs on the screen, with its contrast."""
    found = {}
    for text, style, _ in drawn(reader, selector):
        if style and style.color and style.bgcolor and any(sign.isalnum() or sign in SIGNS for sign in text):
            assert style.color.triplet is not None
            assert style.bgcolor.triplet is not None
            found[text] = contrast(style.color.triplet, style.bgcolor.triplet)
    return found


async def drawn_contrasts(reader: Reader, selector: str) -> dict[str, float]:
    await reader.wait_for(lambda: bool(contrasts(reader, selector)), selector)
    return contrasts(reader, selector)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_all_text_can_be_read(session: Session, theme: object) -> None:
    session.library.set_setting("theme", getattr(theme, "name", ""))
    async with reading(session) as reader:
        reader.app.notify("A sentence that is passing.", title="Told", severity="warning", markup=False)
        for selector, keys in STATES:
            await reader.press(*keys)
            measured = await drawn_contrasts(reader, selector)
            assert {} == {text: ratio for text, ratio in measured.items() if ratio < AA}


def test_night_does_not_glare() -> None:
    assert contrast(Color.parse(NIGHT.foreground or "").rgb, Color.parse(NIGHT.background or "").rgb) < GLARE


async def test_the_theme_of_the_settings_holds_until_another_is_chosen(session: Session) -> None:
    configured = Session(session.library_path.parent, config=Config(theme=SEPIA.name), clock=lambda: NOW)
    async with reading(configured) as reader:
        assert SEPIA.name == reader.theme()
        reader.app.theme = PAPER.name
        await reader.settled()
    async with reading(configured) as reader:
        assert PAPER.name == reader.theme()


async def test_all_of_them_can_be_picked(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("ctrl+p")
        await reader.type("Theme")
        await reader.shows("Theme …")
        await reader.pilot.pause(0.3)
        await reader.press("enter")
        await reader.type("sepia")
        await reader.shows("sepia")
        await reader.pilot.pause(0.3)
        await reader.press("enter")
        await reader.wait_for(lambda: reader.theme() == SEPIA.name, "sepia")


async def test_nothing_is_italic(session: Session) -> None:
    """Slanted Han characters are hard to read, and many fonts have none."""
    async with reading(session) as reader:
        for keys in (("enter",), ("x", "n"), ("escape", "g"), ("escape", "f")):
            await reader.press(*keys)
            assert not [text for text, style, _ in drawn(reader, "") if style and style.italic]
