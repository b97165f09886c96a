"""What was reworded in the article (class `-reworded`): underlined, listed, and corrected for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui_reader.present.lights import Light
from tui_reader.ui.answers import PairsFetched
from tui_reader.ui.asking import Awaited
from tui_reader.ui.messages import Correct, FetchPairs
from tui_reader.ui.screens.reading import ReadingScreen
from tui_reader.ui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from tui_reader.present.opening import Opening
    from tui_reader.present.page import Page
    from tui_reader.present.pairs import Pair
    from tui_reader.ui.core.commands import Context
    from tui_reader.ui.widgets.pairs_panel import PairsPanel
    from tui_reader.ui.widgets.prompt_line import Purpose

AS_WRITTEN = "the article is shown as it was written"


class RewordingScreen(ReadingScreen):
    """Audit the conversion."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self.pairs_panel: PairsPanel | None = None
        self._pairs_asked = Awaited()
        self._paired: Page | None = None
        self._correcting: Pair | None = None

    @property
    def context(self) -> Context:
        """The list has keys of its own."""
        return "reworded" if self.pairs_panel is not None and self.pairs_panel.has_focus else super().context

    def back_from(self, purpose: Purpose) -> Widget | None:
        """From a correction to the list."""
        return (self.pairs_panel or self.reading) if purpose == "pair" else super().back_from(purpose)

    def leaves_first(self) -> bool:
        """Escape in the article closes the list first."""
        if self.pairs_panel is None:
            return super().leaves_first()
        self.close_pairs()
        return True

    def action_reworded(self) -> None:
        """Open the list, or close it."""
        from tui_reader.ui.widgets.pairs_panel import PairsPanel  # noqa: PLC0415 - only a few starts need it

        if self.pairs_panel is not None:
            self.close_pairs()
        elif self.wording.shown == "source":
            self.say(self.keys.told(AS_WRITTEN, ("everywhere.script", "turns it")))
        elif self.reading.key is not None:
            self.pairs_panel = PairsPanel()
            self.query_one("#panes").mount(self.pairs_panel, before=self.reading)
            self.add_class("-reworded", "-reading")
            self.pairs_panel.focus()
            self._fetch_pairs()

    def close_pairs(self) -> None:
        """The article as before."""
        if self.pairs_panel is not None:
            panel, self.pairs_panel = self.pairs_panel, None
            self.remove_class("-reworded")
            self._light_pairs(())
            if panel.has_focus:
                self.pane.focus()
            panel.remove()

    def on_pairs_panel_closed(self) -> None:
        """Enough seen."""
        self.close_pairs()

    # What is listed

    @on(ReadingPane.Turned)
    def list_pairs(self) -> None:
        """Those of the page that is shown now."""
        if self.pairs_panel is not None and self.wording.shown == "source":
            self.close_pairs()
        elif self.pairs_panel is not None:
            self._fetch_pairs()

    def _fetch_pairs(self) -> None:
        page = self.reading.page
        if page is not None and page.whole and page.shown == self.wording.shown:
            self.post_message(self._pairs_asked.asked(FetchPairs(self, page)))

    @on(PairsFetched)
    def take_pairs(self, event: PairsFetched) -> None:
        """List and light them, if the page is still the one they are of."""
        if self.pairs_panel is None or event.page is not self.reading.page or not self._pairs_asked.is_met_by(event):
            return
        self._paired = event.page
        self.pairs_panel.pairs = event.pairs
        self._light_pairs(event.pairs)
        self.pairs_panel.show_place()

    def _light_pairs(self, pairs: tuple[Pair, ...]) -> None:
        from tui_reader.present.pairs import pair_lights  # noqa: PLC0415 - only a few starts need it

        self.reading.light("reworded", pair_lights(pairs))
        self.reading.light("looked at", {})

    def on_pairs_panel_shown(self, event: PairsPanel.Shown) -> None:
        """Bring the place into view, if the page is still the one it is on."""
        if self._paired is not self.reading.page:
            return
        start, end = event.pair.places[event.place]
        self.reading.light("looked at", {start.piece: (Light(start.offset, end.offset, "current"),)})
        self.reading.go_to_shown(*start)

    def on_pairs_panel_paged(self, event: PairsPanel.Paged) -> None:
        """Read on beside the list."""
        self.reading.action_page(event.pages)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Who goes to the list of articles is done here."""
        if event.widget is self.articles:
            self.close_pairs()

    # What is wrong

    def on_pairs_panel_correct_wanted(self, event: PairsPanel.CorrectWanted) -> None:
        """Type what it shall be."""
        self._correcting = event.pair
        self.filter_bar.open_prompt("pair", event.pair.answer)

    def take_correction(self, text: str) -> None:
        """From now on, in this article and all others."""
        pair, self._correcting = self._correcting, None
        if pair is not None and text.strip() and text.strip() != pair.answer:
            self.do(Correct(self, pair.source, pair.word, pair.target, text.strip()), ())
