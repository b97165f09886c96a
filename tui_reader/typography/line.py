"""A line on its way through the repair stages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui_reader.typography.repairs import Repair
from tui_reader.typography.rules import CLOSERS, FURTHEST, HAN_CHARACTER, OPENERS, SPACES, TRANSPARENT

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["han", "opener", "closer", "mark", "space", "word", "edge"]
"""Kind of a character for its neighbours. `word`: letters, digits and other signs; `edge`: no character."""

CHINESE = frozenset[Kind]({"han", "closer"})
"""Kinds after which a Chinese mark is used."""


class Line:
    """A line, its repairs so far, and its guide.

    `offset`: of the line in the text. The guide has the same length; non-punctuation is replaced by letters in it, settled
    quotes and parentheses by 「」（） (Chinese) or letters.
    """

    def __init__(self, text: str, guide: str, offset: int) -> None:
        self.text = text
        self.guide = guide
        self._offset = offset
        self._signs: str | list[str] = guide
        self._edits: list[Repair] = []

    def settle(self, signs: Mapping[int, str]) -> None:
        """Record replacements (offset → character) for the guide; applied at the end of the stage."""
        if not isinstance(self._signs, list):
            self._signs = list(self._signs)
        for at, sign in signs.items():
            self._signs[at] = sign

    def set_guide(self) -> None:
        """End a stage: apply the recorded replacements to the guide."""
        self.guide = "".join(self._signs)

    def kind(self, at: int) -> Kind:
        """Kind of the character at `at`."""
        return _KINDS[self._signs[at]] if 0 <= at < len(self._signs) else "edge"

    def before(self, at: int) -> Kind:
        """Kind of the preceding character, skipping spaces and marks."""
        return self.kind(self.place_before(at))

    def place_before(self, at: int) -> int:
        """Offset of that character; -1 if there is none."""
        least = max(at - FURTHEST, 0)
        at -= 1
        while at >= least and _KINDS[self._signs[at]] in _PASSED:
            at -= 1
        return at

    def after(self, at: int) -> Kind:
        """Kind of the character at or after `at`, skipping spaces and marks."""
        most = min(at + FURTHEST, len(self._signs))
        while at < most and _KINDS[self._signs[at]] in _PASSED:
            at += 1
        return self.kind(at)

    def put(self, start: int, end: int, text: str, *, tight: bool = True) -> None:
        """Replace `start:end` by `text`. `tight`: full-width text, which makes an adjacent space redundant."""
        offset = self._offset
        self._edits.append(Repair(start + offset, end + offset, text))
        if tight:
            for at in (start - 1, end):
                if self._is_gap(at):
                    self._edits.append(Repair(at + offset, at + offset + 1, ""))

    def repairs(self) -> list[Repair]:
        """All repairs in order, in offsets of the whole text."""
        return sorted(set(self._edits))  # the space between two marks is removed once

    def _is_gap(self, at: int) -> bool:
        """A single space between two characters; longer runs are layout."""
        return self.kind(at) == "space" and self.kind(at - 1) not in _NO_GAP and self.kind(at + 1) not in _NO_GAP


class _Kinds(dict[str, Kind]):
    """Character → its kind, computed on first use."""

    def __missing__(self, character: str) -> Kind:
        return self.setdefault(character, "han" if HAN_CHARACTER.match(character) else "word")


_NO_GAP = frozenset[Kind]({"space", "edge"})
_PASSED = frozenset[Kind]({"space", "mark"})
_SIGNS: tuple[tuple[str, Kind], ...] = (
    (OPENERS, "opener"), (CLOSERS, "closer"), (TRANSPARENT, "mark"), (SPACES + "\u3000\t", "space"),
)  # fmt: skip
_KINDS = _Kinds({sign: kind for signs, kind in _SIGNS for sign in signs})
