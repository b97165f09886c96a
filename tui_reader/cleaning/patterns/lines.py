"""All rows of a page as one text, to run each pattern once per page.

Most pages contain no match of a given pattern, and one search in a text takes a fiftieth of a thousand searches in its
rows. Matches only select rows, which are then tested themselves.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Protocol


class Folded(Protocol):
    @property
    def folded(self) -> str: ...


class Lines:
    r"""Folded rows, joined as `text` with line feeds around each: `\n` in a pattern is a row edge."""

    def __init__(self, rows: Sequence[str]) -> None:
        self.rows = rows
        self._found: dict[re.Pattern[str], list[int]] = {}
        self.text = "\n".join(["", *rows, ""])

    @classmethod
    def of(cls, blocks: Sequence[Folded]) -> "Lines":
        return cls([block.folded for block in blocks])

    @cached_property
    def _ends(self) -> list[int]:
        """End offset of each row's text; rows may contain line feeds."""
        return list(accumulate([len(row) + 1 for row in self.rows]))

    def having(self, pattern: re.Pattern[str]) -> list[int]:
        """Rows with a match of `pattern`, in order, without duplicates.

        A match belongs to the row of its first character other than a line feed.
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
