"""Quotation marks of the shown script."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.typography.rules import DEEPEST_QUOTE, HAN_CHARACTER, NEVER_QUOTED_FIRST, QUOTES
from tui_reader.typography.shields import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui_reader.model import Script
    from tui_reader.typography.line import Line

_CLOSES = {"”": '“"', "’": "‘'", "」": "「", "』": "『"}
"""Closing mark → opening marks it can close, flattened ones included."""

_WESTERN = "\"'“”‘’"
_QUOTE = re.compile(f"[{_WESTERN}「」『』]")
_WESTERN_QUOTE = re.compile(f"[{_WESTERN}]")
_LATIN = re.compile(r"[0-9A-Za-z\xc0-\u024f]")


class _Pair(NamedTuple):
    """Offsets of the opening and closing mark."""

    start: int
    end: int


def mend_quotes(line: Line, script: Script) -> None:
    """Settle all quotes; pairs in Chinese text get the script's marks."""
    pairs = _Pairing(line).pairs()
    if script != "none":
        for at, mark in _shown(pairs, line.text, QUOTES[script]):
            line.put(at, at + 1, mark, tight=line.text[at] in "\"'")
    signs = {found.start(): LETTER for found in _WESTERN_QUOTE.finditer(line.guide)}
    line.settle(signs | {pair.start: "「" for pair in pairs} | {pair.end: "」" for pair in pairs})
    line.set_guide()


class _Pairing:
    """Pairs opening and closing quotes of a line, from left to right."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._guide = line.guide
        self._open: deque[int] = deque(maxlen=DEEPEST_QUOTE)
        self._found: list[_Pair] = []
        self._odd = False

    def pairs(self) -> list[_Pair]:
        """Pairs in Chinese text by opening offset. An odd number of ASCII quotes makes all of them doubtful."""
        for found in _QUOTE.finditer(self._guide):
            at, sign = found.start(), found[0]
            if sign in "\"'":
                self._straight(sign, at)
            elif sign in "“‘「『":
                self._opens(at)
            else:
                self._close(at, _CLOSES[sign])
        if self._odd or any(self._guide[at] == '"' for at in self._open):
            self._found = [pair for pair in self._found if '"' not in (self._guide[pair.start], self._guide[pair.end])]
        return sorted(self._found)

    def _opens(self, at: int) -> None:
        if not self._in_word(at):
            self._open.append(at)

    def _straight(self, sign: str, at: int) -> None:
        """An ASCII quote closes an open one, else opens. After a digit: inches; next to a letter: apostrophe."""
        opened = {self._guide[place] for place in self._open}
        if sign == '"':
            if sign in opened:
                self._close(at, sign)
            elif not self._guide[at - 1 : at].isdecimal():
                self._open.append(at)
                self._odd = self._odd or self._guide[at + 1 : at + 2] in NEVER_QUOTED_FIRST
        elif "'" in opened and self._line.before(at) == "han" and not _LATIN.match(self._guide, at + 1):
            self._close(at, "'")
        elif self._line.kind(at + 1) == "han" and not _LATIN.match(self._guide, max(at - 1, 0)):
            self._open.append(at)

    def _close(self, at: int, openers: str) -> None:
        """Only the innermost quote can be closed. If it is of another kind, all open quotes are doubtful."""
        if self._in_word(at) or not self._open:
            return
        start = self._open.pop()
        if self._guide[start] not in openers:
            self._odd = self._odd or '"' in {self._guide[place] for place in (*self._open, start)}
            self._open.clear()
        elif HAN_CHARACTER.search(self._guide, start, at) or self._stands_in_chinese(start, at):
            self._found.append(_Pair(start, at))
        elif self._open and '"' in (self._guide[start], self._guide[at]):
            self._odd = True  # its counterpart is unknown

    def _stands_in_chinese(self, start: int, end: int) -> bool:
        """A Latin word quoted directly after or before Chinese."""
        return self._line.kind(start - 1) == "han" or self._line.kind(end + 1) == "han"

    def _in_word(self, at: int) -> bool:
        """An apostrophe: O’Brien, also typed O‘Brien."""
        return self._guide[at] in "‘’" and bool(_LATIN.match(self._guide, at - 1) and _LATIN.match(self._guide, at + 1))


def _shown(pairs: Sequence[_Pair], text: str, own: tuple[str, str]) -> Iterator[tuple[int, str]]:
    """Offset → mark to show. The script's own quotes stay unless the surrounding pair changes."""
    around: list[tuple[int, int, bool]] = []
    for start, end in pairs:
        while around and around[-1][0] < end:
            around.pop()
        level, changed = (1 - around[-1][1], around[-1][2]) if around else (0, False)
        typed = text[start] + text[end]
        if typed in own and not changed:
            level = own.index(typed)
        else:
            changed = True
            yield from ((at, mark) for at, mark in zip((start, end), own[level], strict=True) if text[at] != mark)
        around.append((end, level, changed))
