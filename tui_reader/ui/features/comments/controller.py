"""Go to the readers' comments and back; fold and unfold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.thread import thread_at
from tui_reader.ui.reader.controller import Controller

if TYPE_CHECKING:
    from tui_reader.present.place import Anchor
    from tui_reader.ui.reader.context import Reader


class CommentsController(Controller):
    """One command for three steps: go to the comments, unfold them, fold them and return."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._came_from: tuple[int, Anchor] | None = None

    def is_useful(self, command_id: str) -> bool:
        """The key is hinted where there are comments."""
        page = self.reader.reading.page
        return command_id != "reading.comments" or (page is not None and thread_at(page.pieces) is not None)

    def action_go(self) -> None:
        """Go to the comments; when there, unfold them, or fold them and return to the previous place."""
        reading = self.reader.reading
        page = reading.page
        thread = thread_at(page.pieces) if page is not None else None
        if page is None or thread is None:
            self.reader.say("No comments")
        elif not reading.reaches(thread):
            self._came_from = page.article_id, page.anchor_at(reading.scroll_offset.y)
            reading.put_on_top(thread)
        else:
            fold = not page.folded
            reading.supply.fold(folded=fold)
            reading.put_on_top(thread)
            if fold:
                self._go_back(page.article_id)

    def _go_back(self, article_id: int) -> None:
        left, self._came_from = self._came_from, None
        if left is not None and left[0] == article_id:
            self.reader.reading.return_to(left[1])
