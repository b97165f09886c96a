"""Adds highlights with notes, shows them on the page, goes from one to the next, and lists all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui_reader.locale import _
from tui_reader.model import COLOURS
from tui_reader.present.selection import mark_of
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.features.highlights.on_page import PageHighlights
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.widgets.panel import take_away
from tui_reader.ui.widgets.prompt_line import Purpose

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_reader.app.session import Session
    from tui_reader.model import PassageMark
    from tui_reader.present.display import DisplayOptions
    from tui_reader.present.page import Page
    from tui_reader.present.passages import MarkRow
    from tui_reader.present.pieces import BlockStyle
    from tui_reader.ui.features.highlights.panel import HighlightsPanel
    from tui_reader.ui.reader.context import Reader

TITLE: frozenset[BlockStyle] = frozenset({"title"})
"""Without a selection, the title is not what is highlighted."""

EMPTY = {
    "everywhere.bookmark": "bookmarks an article", "reading.mark": "highlights a passage",
    "reading.choose": "selects text first",
}  # fmt: skip
"""Text of an empty list, by commands."""


def fetched_rows(session: Session, first: int | None, display: DisplayOptions) -> tuple[MarkRow, ...]:
    """Panel rows: bookmarked articles and highlights, those of article `first` on top. For a worker."""
    from tui_reader.present.article_words import texts_as_shown  # noqa: PLC0415 - few starts need it
    from tui_reader.present.passages import mark_rows  # noqa: PLC0415

    library = session.library
    rows = {row.article_id: row for row in library.bookmarks()}
    reword = texts_as_shown(
        lambda article_id: library.stored(article_id).article, display.shown, session.converter, repair=display.repair
    )
    return mark_rows(library.highlights(), rows, first, reword)


class HighlightsController(Controller):
    """Highlights of the displayed article, and the panel with all of them."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.panel: HighlightsPanel | None = None
        self._on_page = PageHighlights(reader, self._arrive)
        self._rows_latest = LatestRequest()
        self._going_to: MarkRow | None = None
        self._colour = COLOURS[0]

    def context(self) -> str | None:
        return "marks" if self.panel is not None and self.panel.has_focus else None

    def allows(self, context: str) -> bool:
        """Highlighting a selection requires one."""
        return context != "choice" or self.reader.selection.choice is not None

    # Setting

    def action_add(self) -> None:
        """Highlight the selection, or the first visible sentence below the title, with a note."""
        mark = self._selected()
        if mark is not None:
            self._ask_note(mark)

    def action_paint(self, colour: str) -> None:
        """Highlight the selection in a colour, which later highlights have, too."""
        mark = self._selected()
        if mark is not None:
            self._colour = colour
            self._save(replace(mark, colour=colour), mark.note)

    def _selected(self) -> PassageMark | None:
        """The selection as a highlight: the one that is there, else one in the colour used last; None if there is none."""
        reader = self.reader
        if reader.articles.article_id is None:
            return None
        self._select()
        page, choice = reader.selection.page, reader.selection.choice
        if page is None or choice is None:
            return None
        mark = mark_of(page, choice)
        if mark is None:
            reader.say("Nothing to highlight there. Select a sentence of the article")
            return None
        same = (other for other in self._on_page.marks if (other.position, other.text) == (mark.position, mark.text))
        return next(same, replace(mark, colour=self._colour))

    def _select(self) -> None:
        """Select the first visible sentence below the title if nothing is selected."""
        reader = self.reader
        if reader.selection.choice is None:
            if not reader.reading.has_focus:
                reader.open_article()
                reader.reading.focus()
            reader.selection.start(TITLE)

    def _ask_note(self, mark: PassageMark) -> None:
        purpose = Purpose(
            "note (optional):", "Enter saves, Esc cancels", partial(self._save, mark),
            home=lambda: self.panel or self.reader.reading,
        )  # fmt: skip
        self.reader.prompt(purpose, mark.note)

    def _save(self, mark: PassageMark, note: str) -> None:
        self.reader.selection.clear()
        noted, session = replace(mark, note=note.strip()), self.reader.session
        self.reader.changes.do(lambda: session.library.highlight(noted), (mark.article_id,))

    # On the page

    def page_shown(self, before: Page | None) -> None:  # noqa: ARG002 - see Hooks
        """Decorate the page; for another article, fetch its highlights."""
        page = self.reader.reading.page
        if page is not None:
            self._on_page.show(page)

    def articles_changed(self, article_ids: tuple[int, ...] | None) -> None:  # noqa: ARG002 - see Hooks
        self._on_page.forget()
        if self.panel is not None:
            self._fetch_rows()

    def action_next(self) -> None:
        """Go to the next highlight of the article."""
        if not self._on_page.go_on():
            steps = (("reading.choose", "selects text"), ("reading.mark", "highlights it"))
            self.reader.say(self.reader.keys.describe("No highlights here", *steps))

    # The list of all

    def action_open(self) -> None:
        """Open the panel, or move the focus there."""
        from tui_reader.ui.features.highlights.panel import HighlightsPanel  # noqa: PLC0415 - only a few starts need it

        if self.panel is None:
            steps = (f"{key}  {_(what)}" for name, what in EMPTY.items() if (key := self.reader.keys.first(name)))
            notice = (_("No bookmarks or highlights yet."), "", *steps)
            self.panel = HighlightsPanel(notice, choose=self._choose, find=self._type_words, close=self.close)
            self.reader.add_panel(self.panel)
            self._fetch_rows()
        self.panel.focus()

    def close(self) -> None:
        if self.panel is not None:
            panel, self.panel = self.panel, None
            is_reading = self.reader.screen.has_class("-reading")
            take_away(panel, self.reader.pane if is_reading else self.reader.articles)

    def focus_moved(self, widget: Widget) -> None:
        """Moving the focus elsewhere closes the panel, except to the prompt for a note."""
        if widget in {self.reader.articles, self.reader.reading}:
            self.close()

    def _fetch_rows(self) -> None:
        job = partial(fetched_rows, self.reader.session, self.reader.reading.article_id, self.reader.display)
        self.reader.workers.read(job, self._rows_latest.begin(self._take_rows))

    def _take_rows(self, rows: tuple[MarkRow, ...]) -> None:
        if self.panel is not None:
            self.panel.list_rows(rows)

    def _type_words(self, text: str) -> None:
        """Prompt for words of the rows to show, starting with `text`."""
        purpose = Purpose(
            "find:", "words of notes, passages and titles, in either script", self._narrow, typed=self._narrow,
            live="paused", home=lambda: self.panel or self.reader.reading,
        )  # fmt: skip
        self.reader.prompt(purpose, text)
        self._narrow(text)

    def _narrow(self, text: str) -> None:
        if self.panel is not None:
            self.panel.narrow(text)

    def _choose(self, act: str, row: MarkRow, colour: str) -> None:
        """Go to a row's article or highlight, change its note or colour, or remove it."""
        mark = row.mark
        if act == "go":
            self._go(row)
        elif mark is None:
            steps = (("everywhere.bookmark", "removes its bookmark"),)
            self.reader.say(self.reader.keys.describe("An article, not a highlight", *steps))
        elif act == "note":
            self._ask_note(mark)
        elif act == "paint":
            self._save(replace(mark, colour=colour), mark.note)
        else:
            session = self.reader.session
            self.reader.changes.do(lambda: session.library.remove_highlight(mark.number), (mark.article_id,))

    # Going

    def _go(self, row: MarkRow) -> None:
        reader = self.reader
        self._going_to = row
        self.close()
        if row.article_id == reader.reading.article_id:
            self._arrive()
        elif not reader.articles.go_to(row.article_id):
            reader.listing.ask_text("")  # it is not listed: `listed` goes on when all are
            reader.screen.add_class("-reading")
            reader.pane.focus()
            return
        reader.open_article()

    def listed(self) -> None:
        """The article to go to is in the list now."""
        if self._going_to is not None and not self.reader.articles.go_to(self._going_to.article_id):
            self._going_to = None

    def _arrive(self) -> None:
        """Show the chosen highlight once the article and its highlights have been fetched."""
        page, going = self.reader.reading.page, self._going_to
        if going is None or page is None or page.article_id != going.article_id or not page.whole:
            return
        if self._on_page.is_waiting:
            return
        self._going_to = None
        if going.mark is not None and not self._on_page.go_to(going.mark):
            self.reader.say("This highlight is no longer in the text")
