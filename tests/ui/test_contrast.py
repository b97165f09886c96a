"""Contrast of every component class in the reader's own themes, computed as it is drawn."""

from __future__ import annotations

from importlib import import_module
from itertools import combinations
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from tests.ui.screens import Reader, reading
from tests.ui.test_themes import AA, contrast
from tui_reader import ui
from tui_reader.ui.core.themes import THEMES
from tui_reader.ui.features.piping.panel import OutputPanel
from tui_reader.ui.widgets.cursor_list import CursorList
from tui_reader.ui.widgets.page_view import LIT, LOOKS, PageView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.style import Style

    from tui_reader.app.session import Session

STATES = ("slash", "enter", "x", "g", "d", "equals_sign", "f", "F", "quotation_mark", "comma")
"""Keys that open a list of matches, the article, each panel, and the second page; Esc between them."""


def load_all() -> None:
    """Import what features import when it is opened."""
    for module in walk_packages(ui.__path__, f"{ui.__name__}."):
        import_module(module.name)


def own(kind: type) -> bool:
    return kind.__module__.startswith("tui_reader.ui")


def component_classes(kind: type[Widget]) -> frozenset[str]:
    """Those that this class and its bases declare, without Textual's."""
    declared = (each.__dict__.get("COMPONENT_CLASSES", ()) for each in kind.__mro__ if own(each))
    return frozenset(name for names in declared for name in names)


def kinds(kind: type[Widget] = Widget) -> Iterator[type[Widget]]:
    for each in kind.__subclasses__():
        if own(each):
            yield each
        yield from kinds(each)


def ratio(reader: Reader, style: Style) -> float:
    """Contrast of a character as it reaches a terminal of 24 bit colours."""
    strip = Strip([Segment("字", style)])
    for line_filter in reader.app.get_line_filters():
        strip = strip.apply_filter(line_filter, Color.parse("black"))
    ((_, seen, _),) = strip
    assert seen is not None
    assert seen.color is not None
    assert seen.bgcolor is not None
    fore, back = seen.color.triplet, seen.bgcolor.triplet
    assert fore is not None
    assert back is not None
    return contrast(fore, back)


def styles(widget: Widget) -> Iterator[tuple[str, Style]]:
    """Each component class on the widget's own background, under the cursor, and one decoration above another."""
    names = component_classes(type(widget))
    bases = {"": widget.rich_style}
    if isinstance(widget, CursorList):
        bases["list--cursor"] = widget.rich_style + widget.get_component_rich_style("list--cursor", partial=True)
    for below, base in bases.items():
        for name in names:
            yield f"{name} {below}".strip(), base + widget.get_component_rich_style(name, partial=True)
    if isinstance(widget, PageView):
        yield from decorated(widget)


def decorated(page: PageView) -> Iterator[tuple[str, Style]]:
    for name in LOOKS:
        look = page.rich_style + page.get_component_rich_style(f"reading--{name}", partial=True)
        for lights in (*((light,) for light in LIT), *combinations(LIT, 2)):
            style = look
            for light in lights:
                style += page.get_component_rich_style(f"lit--{light}", partial=True)
            yield f"{name} {' '.join(lights)}", style


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_every_component_class_can_be_read(session: Session, theme: object) -> None:
    session.library.set_setting("theme", getattr(theme, "name", ""))
    measured: dict[str, float] = {}
    async with reading(session) as reader:
        for key in STATES:
            await reader.press(*(("t", key) if key == "d" else (key,)))
            for widget in filter(lambda each: own(type(each)), reader.app.screen.query("*")):
                for name, style in styles(widget):
                    measured[f"{type(widget).__name__} {name}"] = ratio(reader, style)
            await reader.press("escape", "escape")
            if key not in {"slash", "f", "F"}:
                await reader.press("enter")
        reader.app.main.reader.add_panel(OutputPanel("wc"))
        await reader.settled()
        for name, style in styles(reader.app.main.query_one(OutputPanel)):
            measured[f"OutputPanel {name}"] = ratio(reader, style)
    assert {} == {name: value for name, value in measured.items() if value < AA}
    load_all()
    wanted = {name for kind in kinds() for name in component_classes(kind)}
    assert wanted == {part for name in measured for part in name.split()[1:] if part in wanted}
