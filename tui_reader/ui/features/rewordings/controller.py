"""Underlines and lists the reworded words of the article (screen class `-reworded`), and corrects them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_reader.present.decorations import Decoration
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.widgets.panel import take_away
from tui_reader.ui.widgets.prompt_line import Purpose

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_reader.app.session import Session
    from tui_reader.present.page import Page
    from tui_reader.present.pairs import Pair
    from tui_reader.ui.features.rewordings.panel import PairsPanel
    from tui_reader.ui.reader.context import Reader

AS_WRITTEN = "Shown as written, nothing reworded"


def fetched_pairs(session: Session, page: Page) -> tuple[Pair, ...]:
    """Word pairs of a page, in order. For a worker."""
    from tui_reader.present.pairs import pairs_of, placed  # noqa: PLC0415 - few starts need it

    return placed(pairs_of(session.rewordings(page.article_id, page.shown, page.written)), page)


class RewordingsController(Controller):
    """The panel, and the decorations of the words it lists."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.panel: PairsPanel | None = None
        self._latest = LatestRequest()
        self._page: Page | None = None

    def context(self) -> str | None:
        return "reworded" if self.panel is not None and self.panel.has_focus else None

    def leave(self) -> bool:
        """Esc in the article closes the panel first."""
        is_open = self.panel is not None
        self.close()
        return is_open

    def action_toggle(self) -> None:
        reader = self.reader
        if self.panel is not None:
            self.close()
        elif reader.display.shown == "source":
            reader.say(reader.keys.describe(AS_WRITTEN, ("everywhere.script", "changes the script")))
        elif reader.reading.article_id is not None:
            self._open()

    def _open(self) -> None:
        from tui_reader.ui.features.rewordings.panel import PairsPanel  # noqa: PLC0415 - only a few starts need it

        self.panel = PairsPanel(
            show=self._show, correct=self._correct, page=self.reader.reading.action_page, close=self.close
        )
        self.reader.add_panel(self.panel, before=self.reader.reading)
        self.reader.screen.add_class("-reworded", "-reading")
        self.panel.focus()
        self._fetch()

    def close(self) -> None:
        if self.panel is not None:
            panel, self.panel = self.panel, None
            self.reader.screen.remove_class("-reworded")
            self._light(())
            take_away(panel, self.reader.pane)

    def page_shown(self, before: Page | None) -> None:  # noqa: ARG002 - see Hooks
        """List the reworded words of the new page."""
        if self.panel is not None and self.reader.display.shown == "source":
            self.close()
        elif self.panel is not None:
            self._fetch()

    def focus_moved(self, widget: Widget) -> None:
        """Moving the focus to the list closes the panel."""
        if widget is self.reader.articles:
            self.close()

    # What is listed

    def _fetch(self) -> None:
        page = self.reader.reading.page
        if page is not None and page.whole and page.shown == self.reader.display.shown:
            done = self._latest.begin(partial(self._take, page))
            self.reader.workers.read(partial(fetched_pairs, self.reader.session, page), done)

    def _take(self, page: Page, pairs: tuple[Pair, ...]) -> None:
        """List and underline pairs if their page is still displayed."""
        if self.panel is not None and page is self.reader.reading.page:
            self._page = page
            self.panel.pairs = pairs
            self._light(pairs)
            self.panel.show_place()

    def _light(self, pairs: tuple[Pair, ...]) -> None:
        from tui_reader.present.pairs import pair_decorations  # noqa: PLC0415 - only a few starts need it

        self.reader.reading.light("reworded", pair_decorations(pairs))
        self.reader.reading.light("looked at", {})

    def _show(self, pair: Pair, place: int) -> None:
        """Scroll to a place of a pair if its page is still displayed."""
        reading = self.reader.reading
        if self._page is reading.page:
            start, end = pair.places[place]
            reading.light("looked at", {start.piece: (Decoration(start.offset, end.offset, "current"),)})
            reading.go_to_shown(*start)

    # What is wrong

    def _correct(self, pair: Pair) -> None:
        """Open the prompt for the correct word."""
        purpose = Purpose(
            "written as:", "the wording to use here and in all articles", partial(self._take_correction, pair),
            home=lambda: self.panel or self.reader.reading,
        )  # fmt: skip
        self.reader.prompt(purpose, pair.answer)

    def _take_correction(self, pair: Pair, text: str) -> None:
        answer = text.strip()
        if answer and answer != pair.answer:
            session = self.reader.session
            self.reader.changes.do(
                lambda: session.glossary.correct(pair.source, pair.word, pair.target, answer), (), everywhere=True
            )
