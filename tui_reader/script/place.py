"""Where a word stands, as a guard sees it."""

from typing import Literal, Protocol, get_args

Region = Literal["cn", "tw", "hk"]

ALL_REGIONS: tuple[Region, ...] = get_args(Region)
"""In the order of the columns of a table."""


class Place(Protocol):
    """Where a word stands, as a guard sees it."""

    @property
    def text(self) -> str:
        """The whole text in simplified characters."""

    @property
    def written(self) -> str:
        """The word as the text has it."""

    @property
    def start(self) -> int:
        """Where the word begins in it."""

    @property
    def end(self) -> int:
        """Where it ends."""

    def neighbour(self, offset: int) -> str:
        """The word so many words behind it, before it where negative; empty beyond the text and where none was cut."""

    @property
    def line(self) -> str:
        """The line it stands in, folded."""

    @property
    def subjects(self) -> frozenset[str]:
        """What the line is about."""

    @property
    def simplified(self) -> bool:
        """Is it simplified text, the mainland's?"""

    @property
    def source(self) -> Region | None:
        """The region that the text comes from; None where a traditional text does not tell."""

    @property
    def sure_source(self) -> Region | None:
        """The region that an article is from; None for a text too short to tell surely."""

    @property
    def target(self) -> Region:
        """The region converted to."""
