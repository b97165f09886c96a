"""Finds words in the displayed article: highlights matches while typing, goes from one to the next.

Matches refer to a page's texts as shown. They apply at once to another page with the same texts (another measure); for
another wording or article the search is repeated.
"""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.locale import _
from tui_reader.present.decorations import Decoration
from tui_reader.present.place import START, Anchor, mapped
from tui_reader.present.thread import COMMENT_STYLES
from tui_reader.ui.core.workers import LatestRequest
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.widgets.prompt_line import Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.present.find import Found, Hit, Searchable
    from tui_reader.present.page import Page
    from tui_reader.present.pieces import Piece
    from tui_reader.present.status import Status
    from tui_reader.ui.reader.context import Reader

_LEXICON = Lock()
"""Held while the lexicon may be loaded: a second search waits instead of loading it again."""


class Step(NamedTuple):
    """Matches so far; `last`: no more will follow."""

    found: Found
    is_last: bool


def found_steps(pieces: tuple[Piece, ...], phrases: tuple[str, ...], within: Searchable | None) -> Iterator[Step]:
    """Matches in an article as shown: first the typed words, then also their equivalents. For a worker."""
    from tui_reader.present.find import all_forms, find, own_forms, searchable  # noqa: PLC0415 - few starts need it

    within = within or searchable(pieces)
    yield Step(find(within, own_forms(phrases)), is_last=False)
    with _LEXICON:
        forms = all_forms(phrases)
    yield Step(find(within, forms), is_last=True)


class FindController(Controller):
    """The words, their matches, and the current match."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.found: Found | None = None
        self._words: tuple[str, ...] = ()
        self._hit: int | None = None
        self._searched_in: int | None = None
        self._from = START
        self._near: Anchor | None = None
        self._going = False
        self._searchable: Searchable | None = None
        self._search = LatestRequest()

    # Commands

    def action_open(self) -> None:
        """Open the prompt. Earlier matches stay until something is typed."""
        reading = self.reader.reading
        if (page := reading.page) is None:
            return
        self._from = page.anchor_at(reading.scroll_offset.y)
        purpose = Purpose(
            "find:", "words in this article, in either script", self._submitted,
            typed=self._typed, live="at once", dismissed=self._find_nothing, home=lambda: reading,
            keys=("Enter keep", "Esc cancel"),
        )  # fmt: skip
        self.reader.prompt(purpose)
        # Without words: what searching needs is read before the first key.
        within = self._ready_for(page)
        self.reader.workers.stream(lambda: found_steps(page.pieces, (), within), self._made_ready)

    def action_step(self, steps: int) -> None:
        """Go to the next or previous match; without own words, those of the query."""
        words = self._words or self.reader.listing.query.sought
        if not words:
            self.reader.say("Nothing to find yet")
        elif not self._words:
            self._seek(words, START)
        elif self.found is not None and self.found.hits:
            self._go_on(self.found, steps)
        elif self.found is not None:
            self._say_none()

    def _typed(self, text: str) -> None:
        if text.strip():
            self._seek((text,), self._from)
        else:
            self._find_nothing()

    def _submitted(self, _text: str) -> None:
        if self.found is not None and not self.found.hits:
            self._say_none()

    def _find_nothing(self) -> None:
        self._drop()
        self.reader.reading.return_to(self._from)

    def leave(self) -> bool:
        if not self._words:
            return False
        self._drop()
        return True

    # Searching

    def _seek(self, words: tuple[str, ...], near: Anchor) -> None:
        """Search for words, then go to the first match from that place on."""
        self._words, self._near, self._going = words, near, True
        self._search_page()

    def _search_page(self) -> None:
        if (page := self.reader.reading.page) is not None:
            self._searched_in = page.article_id
            words, within, pieces = self._words, self._ready_for(page), page.pieces
            self.reader.workers.stream(lambda: found_steps(pieces, words, within), self._search.begin(self._take))

    def _ready_for(self, page: Page) -> Searchable | None:
        return self._searchable if self._searchable is not None and self._searchable.pieces is page.pieces else None

    def _drop(self) -> None:
        self._words, self.found, self._hit = (), None, None
        self._search.end()
        self._light()

    def _keep_searchable(self, found: Found) -> bool:
        """Keep the prepared text of the article if it is still displayed."""
        page = self.reader.reading.page
        on_screen = page is not None and found.searched.pieces is page.pieces
        if on_screen:
            self._searchable = found.searched
        return on_screen

    def _made_ready(self, step: Step) -> None:
        self._keep_searchable(step.found)

    def _take(self, step: Step) -> None:
        """Highlight matches if their page is displayed, and go to the nearest one."""
        page, found = self.reader.reading.page, step.found
        if page is None or not self._keep_searchable(found):
            return
        self.found, self._hit = found, self._nearest(found, page)
        if self._going and self._hit is not None:
            self._bring(found.hits[self._hit])
        self._going = self._going and not step.is_last
        self._light()

    def page_shown(self, before: Page | None) -> None:  # noqa: ARG002 - see Hooks
        """A new page has no decorations yet."""
        page = self.reader.reading.page
        if page is None or not self._words:
            return
        if page.article_id != self._searched_in or not self._has_as_many_pieces(page):
            self._near, self._hit, self._going = None, None, False
        elif self.found is not None and self._hit is not None and not self._going:
            self._near = _anchor(self.found, self._hit, page)
        if self.found is not None and self.found.searched.pieces is page.pieces:
            self._light()
        else:
            self._search_page()

    def _has_as_many_pieces(self, page: Page) -> bool:
        """If not, the article itself changed, and piece numbers of matches are invalid."""
        return self.found is None or len(page.written) == len(self.found.searched.pieces)

    def _nearest(self, found: Found, page: Page) -> int | None:
        """After moving on: the first match after the place; at a match: the same one in any wording."""
        if self._near is None or not found.hits or self._near.piece >= len(page.written):
            return None
        piece, offset = self._near
        shown = page.shown_at(piece, offset)
        if not self._going:
            return found.nearest(piece, shown)
        following = found.next_from(piece, shown)
        return following[0] if following is not None else None

    # Going

    def _go_on(self, found: Found, steps: int) -> None:
        """From the current match, or from the visible lines if the user has scrolled since."""
        reading = self.reader.reading
        page = reading.page
        if page is None or found.searched.pieces is not page.pieces:
            return
        hit = found.hits[self._hit] if self._hit is not None else None
        if hit is not None and reading.in_view(hit.piece, hit.start):
            going = found.next_from(hit.piece, hit.start + 1) if steps > 0 else found.last_before(*hit[:2])
        else:
            top = page.place_at(reading.scroll_offset.y)
            going = found.next_from(*top) if steps > 0 else found.last_before(*top)
        if going is not None:
            self._hit, around = going
            self._bring(found.hits[self._hit])
            self._light()
            if around:
                self.reader.say("Wrapped to the beginning" if steps > 0 else "Wrapped to the end")

    def _bring(self, hit: Hit) -> None:
        """Scroll a match into view; folded comments unfold for it."""
        reading = self.reader.reading
        if reading.page is not None and reading.page.folded and reading.page.pieces[hit.piece].look in COMMENT_STYLES:
            reading.supply.fold(folded=False)
        reading.go_to_shown(hit.piece, hit.start)

    # What is seen of it

    def _light(self) -> None:
        reading, found = self.reader.reading, self.found
        if reading.page is not None and found is not None and found.searched.pieces is reading.page.pieces:
            at = found.hits[self._hit] if self._hit is not None else None
            reading.light("found", found.lights)
            reading.light("current", {at.piece: (Decoration(at.start, at.end, "current"),)} if at is not None else {})
        else:
            reading.light("found", {})
            reading.light("current", {})
        self.reader.update_status()

    def status(self, status: Status) -> Status:
        """Add the number of the current match and of all matches."""
        if not self._words:
            return status
        return replace(status, found=self.found.counter(self._hit) if self.found is not None else _("find …"))

    def hints(self, hints: tuple[str, ...]) -> tuple[str, ...]:
        """Hint that the words of the query can be found in the article."""
        words = self.reader.listing.query.sought
        if self.reader.context != "reading" or self._words or not words:
            return hints
        return (
            f"{self.reader.keys.first('reading.next-hit')} {_('find {words}').format(words=' '.join(words))}",
            *hints,
        )

    def _say_none(self) -> None:
        self.reader.say(_("Not in this article: {words}").format(words=" ".join(self._words)))


def _anchor(found: Found, number: int, page: Page) -> Anchor:
    """Source position of a match. `page` may have another wording than the one searched."""
    piece, start, _ = found.hits[number]
    return Anchor(piece, mapped(start, found.searched.pieces[piece].text, page.written[piece].text))
