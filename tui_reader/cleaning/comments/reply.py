"""Common form of a reply for all kinds of threads."""

from typing import NamedTuple

from tui_reader.model import Comment


class Reply(NamedTuple):
    """Blocks `start` to `stop` (exclusive) of a reply, and its comment; None without text: a heading, or only a header.

    `row`: a one-row reply, which the next row continues if it was too wide. `is_header`: belongs to the header of the story's own
    post.
    """

    start: int
    stop: int
    comment: Comment | None
    row: bool = False
    is_header: bool = False

    @property
    def blocks(self) -> range:
        return range(self.start, self.stop)
