"""One line on its way through the stages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui_reader.typography.repairs import Repair
from tui_reader.typography.rules import CLOSERS, FURTHEST, HAN_CHARACTER, OPENERS, SPACES, TRANSPARENT

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["han", "opener", "closer", "mark", "space", "word", "edge"]
"""What a character is to its neighbours; `word`: letters, digits and all other signs; `edge`: there is none."""

CHINESE = frozenset[Kind]({"han", "closer"})
"""What a Chinese mark follows."""


class Line:
    """A line, what of it is repaired so far, and its guide.

    It stands at `offset` in a text. The guide is as long as the text. What is no punctuation stands in it as letters; a quote or parenthesis that was
    settled, as 「」（） where it is Chinese and as letters where it is not.
    """

    def __init__(self, text: str, guide: str, offset: int) -> None:
        self.text = text
        self.guide = guide
        self._offset = offset
        self._signs: str | list[str] = guide
        self._edits: list[Repair] = []

    def settle(self, signs: Mapping[int, str]) -> None:
        """Let these characters be those; the guide has them when the stage is over."""
        if not isinstance(self._signs, list):
            self._signs = list(self._signs)
        for at, sign in signs.items():
            self._signs[at] = sign

    def set_guide(self) -> None:
        """A stage is over."""
        self.guide = "".join(self._signs)

    def kind(self, at: int) -> Kind:
        """Of the character there."""
        return _KINDS[self._signs[at]] if 0 <= at < len(self._signs) else "edge"

    def before(self, at: int) -> Kind:
        """Of what stands before, past spaces and marks."""
        return self.kind(self.place_before(at))

    def place_before(self, at: int) -> int:
        """Where that stands; -1 for nowhere."""
        least = max(at - FURTHEST, 0)
        at -= 1
        while at >= least and _KINDS[self._signs[at]] in _PASSED:
            at -= 1
        return at

    def after(self, at: int) -> Kind:
        """Of what stands from `at` on, past spaces and marks."""
        most = min(at + FURTHEST, len(self._signs))
        while at < most and _KINDS[self._signs[at]] in _PASSED:
            at += 1
        return self.kind(at)

    def put(self, start: int, end: int, text: str, *, tight: bool = True) -> None:
        """Show `text` there; `tight`: it brings its own room, a space beside it goes."""
        offset = self._offset
        self._edits.append(Repair(start + offset, end + offset, text))
        if tight:
            for at in (start - 1, end):
                if self._is_gap(at):
                    self._edits.append(Repair(at + offset, at + offset + 1, ""))

    def repairs(self) -> list[Repair]:
        """All of them in order, in offsets of the text in which the line stands at its offset."""
        return sorted(set(self._edits))  # a space between two marks goes once

    def _is_gap(self, at: int) -> bool:
        """A single space between two other characters; more are layout."""
        return self.kind(at) == "space" and self.kind(at - 1) not in _NO_GAP and self.kind(at + 1) not in _NO_GAP


class _Kinds(dict[str, Kind]):
    """Kinds of the characters met so far."""

    def __missing__(self, character: str) -> Kind:
        return self.setdefault(character, "han" if HAN_CHARACTER.match(character) else "word")


_NO_GAP = frozenset[Kind]({"space", "edge"})
_PASSED = frozenset[Kind]({"space", "mark"})
_SIGNS: tuple[tuple[str, Kind], ...] = (
    (OPENERS, "opener"), (CLOSERS, "closer"), (TRANSPARENT, "mark"), (SPACES + "\u3000\t", "space"),
)  # fmt: skip
_KINDS = _Kinds({sign: kind for signs, kind in _SIGNS for sign in signs})
