"""Position of a word as guards see it."""

from typing import Literal, Protocol, get_args

Region = Literal["cn", "tw", "hk"]

ALL_REGIONS: tuple[Region, ...] = get_args(Region)
"""In the order of table columns."""


class Place(Protocol):
    """Position of a word in a text."""

    @property
    def text(self) -> str:
        """The whole text in simplified characters."""

    @property
    def written(self) -> str:
        """The word in the characters of the text."""

    @property
    def start(self) -> int:
        """Start offset of the word in `text`."""

    @property
    def end(self) -> int:
        """End offset of the word in `text`."""

    def neighbour(self, offset: int) -> str:
        """The word `offset` words after this one (before it if negative); "" outside the text or without segmentation."""

    @property
    def line(self) -> str:
        """The word's line, or the part of a long one around it, folded."""

    @property
    def subjects(self) -> frozenset[str]:
        """Subjects of the line, such as `it` (`subjects.txt`)."""

    @property
    def simplified(self) -> bool:
        """Whether the text is in simplified characters."""

    @property
    def source(self) -> Region | None:
        """Region of the text; None if a traditional text does not show it."""

    @property
    def sure_source(self) -> Region | None:
        """Region of the article; None where the text is too short to be sure."""

    @property
    def target(self) -> Region:
        """Region whose wording is written."""
