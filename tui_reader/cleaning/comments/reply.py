"""A reply in a thread, as every form of threads gives it."""

from typing import NamedTuple

from tui_reader.model import Comment


class Reply(NamedTuple):
    """The blocks of a reply, from `start` to before `stop`, and the comment that they make; None where they have no text of
    their own: a heading, a post of which only the head is there.

    `row`: is it a row of its own, that a reply too wide for it goes on from in the next one? `head`: does it belong to
    what stands above the story's own post?
    """

    start: int
    stop: int
    comment: Comment | None
    row: bool = False
    head: bool = False

    @property
    def blocks(self) -> range:
        """The numbers of its blocks."""
        return range(self.start, self.stop)
