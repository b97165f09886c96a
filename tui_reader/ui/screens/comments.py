"""To the readers' comments and back; there, the thread folds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.thread import thread_at
from tui_reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from tui_reader.present.initial_state import InitialState
    from tui_reader.present.place import Anchor


class CommentsScreen(ReadingScreen):
    """One key: there, open, folded and back again."""

    def __init__(self, opening: InitialState) -> None:
        super().__init__(opening)
        self._came_from: tuple[int, Anchor] | None = None

    def action_comments(self) -> None:
        """To the thread; who is there already opens it, or folds it and goes back to where the key was pressed."""
        page = self.reading.page
        thread = thread_at(page.pieces) if page is not None else None
        if page is None or thread is None:
            self.say("no comments")
        elif not self.reading.reaches(thread):
            self._came_from = page.key, page.anchor_at(self.reading.scroll_offset.y)
            self.reading.put_on_top(thread)
        elif page.folded:
            self.reading.fold(folded=False)
            self.reading.put_on_top(thread)
        else:
            self.reading.fold(folded=True)
            self.reading.put_on_top(thread)
            self._go_back_from_comments(page.key)

    def _go_back_from_comments(self, key: int) -> None:
        left, self._came_from = self._came_from, None
        if left is not None and left[0] == key:
            self.reading.return_to(left[1])
