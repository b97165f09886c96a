"""All rows of a page as one text, so that a pattern is asked once of the page instead of once of each row.

Nearly all pages have nothing that a given pattern could match, and one search through a text costs a fiftieth of a
thousand searches through its rows. What is found this way is only where to look: the row itself is asked again.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Protocol


class Folded(Protocol):
    """A piece of a page that has its text folded."""

    @property
    def folded(self) -> str:
        """The text, folded."""


class Lines:
    r"""Folded rows, and as `text` one after the other, each between line feeds: a pattern's `\n` is a row's edge."""

    def __init__(self, rows: Sequence[str]) -> None:
        self.rows = rows
        self._found: dict[re.Pattern[str], list[int]] = {}
        self.text = "\n".join(["", *rows, ""])

    @classmethod
    def of(cls, blocks: Sequence[Folded]) -> "Lines":
        """The folded rows of blocks."""
        return cls([block.folded for block in blocks])

    @cached_property
    def _ends(self) -> list[int]:
        """Where the text of each row ends; a row may have line feeds of its own."""
        return list(accumulate([len(row) + 1 for row in self.rows]))

    def having(self, pattern: re.Pattern[str]) -> list[int]:
        """The rows in which `pattern` finds something, each once and in order.

        A match counts for the row of its first character that is no line feed.
        """
        if pattern not in self._found:
            self._found[pattern] = self._search(pattern)
        return self._found[pattern]

    def _search(self, pattern: re.Pattern[str]) -> list[int]:
        found: list[int] = []
        for match in pattern.finditer(self.text):
            row = bisect_left(self._ends, match.start() + (match[0][0] == "\n"))
            if not found or found[-1] != row:
                found.append(row)
        return found
