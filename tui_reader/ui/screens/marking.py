"""Marked passages: choose and copy text, mark it with a note, go from mark to mark, list them all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from tui_reader.present.choice import Place, mark_of, text_of
from tui_reader.present.passages import Standing, mark_lights, next_after, standing
from tui_reader.ui.answers import MarksFetched
from tui_reader.ui.asking import Awaited
from tui_reader.ui.messages import Copy, CopyCard, FetchMarks, MarkPassage, UnmarkPassage
from tui_reader.ui.screens.reading import ReadingScreen
from tui_reader.ui.widgets.choosing import ChoosingView
from tui_reader.ui.widgets.filter_bar import FilterBar
from tui_reader.ui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from tui_reader.model import PassageMark
    from tui_reader.present.opening import Opening
    from tui_reader.present.passages import MarkRow
    from tui_reader.ui.core.commands import Context
    from tui_reader.ui.widgets.marks_panel import MarksPanel
    from tui_reader.ui.widgets.prompt_line import Purpose


EMPTY = {
    "everywhere.bookmark": "bookmarks an article", "reading.mark": "marks a passage",
    "reading.choose": "chooses text first",
}  # fmt: skip
"""What fills the list of marks, by commands."""


class MarkingScreen(ReadingScreen):
    """Copy and mark parts of an article."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self.marks_panel: MarksPanel | None = None
        self._marks: tuple[PassageMark, ...] = ()
        self._standing: tuple[Standing, ...] = ()
        self._marks_asked = Awaited()
        self._marks_of: int | None = None
        self._noting: PassageMark | None = None
        self._going_to: MarkRow | None = None
        self._gone_to: Place | None = None

    @property
    def context(self) -> Context:
        """While text is chosen, and in the list of marks, keys mean other things."""
        if self.marks_panel is not None and self.marks_panel.has_focus:
            return "marks"
        context = super().context
        return "choice" if context == "reading" and self.reading.choice is not None else context

    def back_from(self, purpose: Purpose) -> Widget | None:
        """From a note to what it is about."""
        return (self.marks_panel or self.reading) if purpose == "note" else super().back_from(purpose)

    # What is chosen

    @on(ChoosingView.ChoiceChanged)
    def tell_choice(self) -> None:
        """Other keys work now."""
        self.tell()

    @on(ChoosingView.Taken)
    def take_choice(self, event: ChoosingView.Taken) -> None:
        """Copy or mark it."""
        text = text_of(event.page, event.choice)
        if event.act == "copy":
            self.post_message(Copy(self, (), text))
        elif event.act == "card":
            self.post_message(CopyCard(self, event.page.key, text, event.page.shown, event.page.repair))
        else:
            self._note(mark_of(event.page, event.choice))
            return
        self.reading.choose(None)

    def action_copy_title(self) -> None:
        """Of the article read."""
        self.post_message(Copy(self, self.targets))

    def action_choose(self) -> None:
        """The first sentence in view; who is not at the article goes there."""
        if self.articles.key is None:
            return
        if not self.reading.has_focus:
            self.open()
            self.reading.focus()
        self.reading.action_choose()

    def action_mark(self) -> None:
        """What is chosen, or the first sentence in view."""
        if self.reading.choice is None:
            self.action_choose()
        self.reading.action_choice_take("mark")

    def _note(self, mark: PassageMark | None) -> None:
        if mark is None:
            self.say("nothing to mark there: choose a sentence of the article")
            return
        same = (other for other in self._marks if (other.position, other.text) == (mark.position, mark.text))
        self._noting = next(same, mark)
        self.filter_bar.open_prompt("note", self._noting.note)

    def take_note(self, text: str) -> None:
        """The note is typed: the passage is marked."""
        mark, self._noting = self._noting, None
        if mark is not None:
            self.reading.choose(None)
            self.do(MarkPassage(self, replace(mark, note=text.strip())), (mark.article,))

    # Marks on the page

    @on(ReadingPane.Turned)
    def light_marks(self) -> None:
        """Show them on the page; another article's are asked for."""
        page = self.reading.page
        if page is None:
            return
        if self._marks_of != page.key:
            self._marks, self._marks_of, self._gone_to = (), page.key, None
            self.post_message(self._marks_asked.asked(FetchMarks(self, page.key)))
        self._standing = standing(page, self._marks)
        self.reading.light("marked", mark_lights(page, self._standing))
        self._arrive()

    @on(MarksFetched)
    def take_marks(self, event: MarksFetched) -> None:
        """Of the article that is still on the screen."""
        if self._marks_asked.is_met_by(event):
            self._marks_asked.over()
            self._marks = event.marks
            self.light_marks()

    def reload_article(self, keys: tuple[int, ...] | None = None) -> None:
        """Its marks may have changed as well."""
        super().reload_article(keys)
        self._marks_of = None
        if self.marks_panel is not None:
            self.marks_panel.reload(self.reading.key, self.wording)

    def action_next_mark(self) -> None:
        """Beyond the one gone to last, while it is in view, else beyond the place on top."""
        page = self.reading.page
        if page is None or not self._standing:
            steps = (("reading.choose", "chooses text"), ("reading.mark", "marks it"))
            self.say(self.keys.told("no passage is marked here", *steps))
            return
        here = Place(*page.place_at(self.reading.scroll_offset.y))
        if self._gone_to is not None and self.reading.in_view(*self._gone_to):
            here = self._gone_to
        self._show_mark(next_after(self._standing, here) or 0)

    def _show_mark(self, number: int) -> None:
        mark, choice = self._standing[number]
        self.reading.go_to_shown(*choice.start)
        self._gone_to = choice.start
        self.say(f"mark {number + 1}/{len(self._standing)}{f': {mark.note}' if mark.note else ''}")

    # The list of all marks

    def action_marks(self) -> None:
        """Open it, or close it."""
        from tui_reader.ui.widgets.marks_panel import MarksPanel  # noqa: PLC0415 - only a few starts need it

        if self.marks_panel is None:
            steps = (f"{key}  {what}" for name, what in EMPTY.items() if (key := self.keys.first(name)))
            self.marks_panel = MarksPanel(("Nothing is marked yet.", "", *steps))
            self.query_one("#panes").mount(self.marks_panel)
            self.marks_panel.reload(self.reading.key, self.wording)
        self.marks_panel.focus()

    def on_marks_panel_closed(self) -> None:
        """Back to where one was."""
        self.close_marks()

    def close_marks(self) -> None:
        """The panel goes."""
        if self.marks_panel is not None:
            panel, self.marks_panel = self.marks_panel, None
            if panel.has_focus:
                (self.pane if self.has_class("-reading") else self.articles).focus()
            panel.remove()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Who goes elsewhere, but for a note, is done with the panel."""
        if event.widget in {self.articles, self.reading}:
            self.close_marks()

    def on_marks_panel_chosen(self, event: MarksPanel.Chosen) -> None:
        """Go there; or change or drop the mark."""
        mark = event.row.mark
        if event.act == "go":
            self._go(event.row)
        elif mark is None:
            self.say(self.keys.told("this is an article", ("everywhere.bookmark", "takes its bookmark off")))
        elif event.act == "note":
            self._noting = mark
            self.filter_bar.open_prompt("note", mark.note)
        else:
            self.do(UnmarkPassage(self, mark), (mark.article,))

    def _go(self, row: MarkRow) -> None:
        self._going_to = row
        self.close_marks()
        if row.article == self.reading.key:
            self._arrive()
        elif not self.articles.go_to(row.article):
            self.filter_bar.ask_text("")  # it is not listed: the way goes on when all are
            self.add_class("-reading")
            self.pane.focus()
            return
        self.open()

    @on(FilterBar.Filtered)
    def go_on(self) -> None:
        """The article gone to is listed by now."""
        if self._going_to is not None and not self.articles.go_to(self._going_to.article):
            self._going_to = None

    def _arrive(self) -> None:
        """Show the mark that was gone to, once the article and its marks are here."""
        page, going = self.reading.page, self._going_to
        if going is None or page is None or page.key != going.article or not page.whole or self._marks_asked:
            return
        self._going_to = None
        if going.mark is None:
            return
        numbers = (number for number, (mark, _) in enumerate(self._standing) if mark.number == going.mark.number)
        number = next(numbers, None)
        if number is None:
            self.say("these words are not in the text any more")
        else:
            self._show_mark(number)
