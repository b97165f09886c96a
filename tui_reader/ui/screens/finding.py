"""Finding words in the article that is read: lit as they are typed, gone to one after the other.

What is found belongs to a page's texts as shown. Another page of the same texts (another measure) is lit at once; in
another wording, or another article, the words are looked for anew.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from tui_reader.present.decorations import Decoration
from tui_reader.present.place import START, Anchor, mapped
from tui_reader.present.thread import COMMENT_STYLES
from tui_reader.ui.answers import WordsFound
from tui_reader.ui.asking import Awaited
from tui_reader.ui.messages import FindWords
from tui_reader.ui.screens.reading import ReadingScreen
from tui_reader.ui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_reader.present.find import Found, Hit, Searchable
    from tui_reader.present.initial_state import InitialState
    from tui_reader.present.page import Page
    from tui_reader.present.status import Status
    from tui_reader.ui.widgets.prompt_line import PromptLine


class FindingScreen(ReadingScreen):
    """Words, where they stand, and which of these places one is at."""

    def __init__(self, opening: InitialState) -> None:
        super().__init__(opening)
        self.found: Found | None = None
        self._sought: tuple[str, ...] = ()
        self._hit: int | None = None
        self._sought_in: int | None = None
        self._found_from = START
        self._near_hit: Anchor | None = None
        self._going = False
        self._searchable: Searchable | None = None
        self._searching = Awaited()

    # What comes from the person

    def action_find(self) -> None:
        """Type what to find. Until then what was found stays."""
        if (page := self.reading.page) is not None:
            self._found_from = page.anchor_at(self.reading.scroll_offset.y)
            self.filter_bar.open_prompt("within")
            # For nothing: what searching needs is read before the first key.
            self.post_message(FindWords(self, page.pieces, (), self._ready_for(page)))

    def action_hit(self, steps: int) -> None:
        """The next place, or the one before; without words of one's own those of the query."""
        words = self._sought or self.filter_bar.filter.words
        if not words:
            self.say("no words to find yet")
        elif not self._sought:
            self._seek(words, START)
        elif self.found is not None and self.found.hits:
            self._step_hits(self.found, steps)
        elif self.found is not None:
            self._say_none()

    @property
    def prompt_home(self) -> Widget:
        """Back to the article."""
        prompt = self.filter_bar.prompt
        return self.reading if prompt is not None and prompt.purpose == "within" else super().prompt_home

    def on_prompt_line_typed(self, event: PromptLine.Typed) -> None:
        """So far. (Textual calls the handlers of all bases of a screen.)"""
        if event.purpose == "within" and event.text.strip():
            self._seek((event.text,), self._found_from)
        elif event.purpose == "within":
            self._find_nothing()

    def on_prompt_line_submitted(self, event: PromptLine.Submitted) -> None:
        """Enter: what is found stays."""
        if event.purpose == "within" and self.found is not None and not self.found.hits:
            self._say_none()

    def on_prompt_line_dismissed(self, event: PromptLine.Dismissed) -> None:
        """Escape: as it was before."""
        if event.purpose == "within":
            self._find_nothing()

    def _find_nothing(self) -> None:
        self._drop_found()
        self.reading.return_to(self._found_from)

    @on(ReadingPane.Back)
    def drop_first(self, event: ReadingPane.Back) -> None:
        """Escape drops what was found, and leads to the list when there is nothing to drop."""
        if self._sought:
            event.prevent_default()
            self._drop_found()

    # Searching

    def _seek(self, words: tuple[str, ...], near: Anchor) -> None:
        """Look for words, and go to the first of them from that place on."""
        self._sought, self._near_hit, self._going = words, near, True
        self._search_page()

    def _search_page(self) -> None:
        if (page := self.reading.page) is not None:
            self._sought_in = page.key
            request = FindWords(self, page.pieces, self._sought, self._ready_for(page))
            self.post_message(self._searching.asked(request))

    def _ready_for(self, page: Page) -> Searchable | None:
        return self._searchable if self._searchable is not None and self._searchable.pieces is page.pieces else None

    def _drop_found(self) -> None:
        self._sought, self.found, self._hit = (), None, None
        self._searching.over()
        self._light_hits()

    @on(WordsFound)
    def take_found(self, event: WordsFound) -> None:
        """Light it, if it is still what is wanted and on the screen."""
        event.stop()
        page, found = self.reading.page, event.found
        if page is None or found.searched.pieces is not page.pieces:
            return
        self._searchable = found.searched
        if self._searching.is_met_by(event):
            self.found, self._hit = found, self._nearest_hit(found, page)
            if self._going and self._hit is not None:
                self._bring_hit(found.hits[self._hit])
            self._going = self._going and not event.last
            self._light_hits()

    @on(ReadingPane.Turned)
    def light_again(self) -> None:
        """Another page has no lights yet."""
        page = self.reading.page
        if page is None or not self._sought:
            return
        if page.key != self._sought_in or not self._has_as_many_pieces(page):
            self._near_hit, self._hit, self._going = None, None, False
        elif self.found is not None and self._hit is not None and not self._going:
            self._near_hit = _anchor(self.found, self._hit, page)
        if self.found is not None and self.found.searched.pieces is page.pieces:
            self._light_hits()
        else:
            self._search_page()

    def _has_as_many_pieces(self, page: Page) -> bool:
        """Else the article itself has changed, and a piece's number says nothing about where a hit stands in it now."""
        return self.found is None or len(page.written) == len(self.found.searched.pieces)

    def _nearest_hit(self, found: Found, page: Page) -> int | None:
        """Who goes on from a place goes to the first hit after it; who is at a hit stays at it in any wording."""
        if self._near_hit is None or not found.hits or self._near_hit.piece >= len(page.written):
            return None
        piece, offset = self._near_hit
        shown = page.shown_at(piece, offset)
        if not self._going:
            return found.nearest(piece, shown)
        following = found.next_from(piece, shown)
        return following[0] if following is not None else None

    # Going

    def _step_hits(self, found: Found, steps: int) -> None:
        """From the hit one is at, or from what is in view when one has read on since."""
        page = self.reading.page
        if page is None or found.searched.pieces is not page.pieces:
            return
        hit = found.hits[self._hit] if self._hit is not None else None
        if hit is not None and self.reading.in_view(hit.piece, hit.start):
            going = found.next_from(hit.piece, hit.start + 1) if steps > 0 else found.last_before(*hit[:2])
        else:
            top = page.place_at(self.reading.scroll_offset.y)
            going = found.next_from(*top) if steps > 0 else found.last_before(*top)
        if going is not None:
            self._hit, around = going
            self._bring_hit(found.hits[self._hit])
            self._light_hits()
            if around:
                self.say("from the beginning again" if steps > 0 else "from the end again")

    def _bring_hit(self, hit: Hit) -> None:
        """Into view; folded comments open for it."""
        page = self.reading.page
        if page is not None and page.folded and page.pieces[hit.piece].look in COMMENT_STYLES:
            self.reading.fold(folded=False)
        self.reading.go_to_shown(hit.piece, hit.start)

    # What is seen of it

    def _light_hits(self) -> None:
        page, found = self.reading.page, self.found
        if page is not None and found is not None and found.searched.pieces is page.pieces:
            at = found.hits[self._hit] if self._hit is not None else None
            self.reading.light("found", found.lights)
            self.reading.light(
                "current", {at.piece: (Decoration(at.start, at.end, "current"),)} if at is not None else {}
            )
        else:
            self.reading.light("found", {})
            self.reading.light("current", {})
        self.tell()

    def status(self) -> Status:
        """With the number of the hit one is at, of how many."""
        if not self._sought:
            return super().status()
        return replace(super().status(), found=self.found.counter(self._hit) if self.found is not None else "find …")

    def hints(self) -> tuple[str, ...]:
        """What listed the articles can be found in them."""
        words = self.filter_bar.filter.words
        if self.context != "reading" or self._sought or not words:
            return super().hints()
        return (f"{self.keys.first('reading.next-hit')} find {' '.join(words)}", *super().hints())

    def _say_none(self) -> None:
        self.say(f"not in this article: {' '.join(self._sought)}")


def _anchor(found: Found, number: int, page: Page) -> Anchor:
    """Where a hit stands in the source's text. `page` may show the article in another wording than it was found in."""
    piece, start, _ = found.hits[number]
    return Anchor(piece, mapped(start, found.searched.pieces[piece].text, page.written[piece].text))
