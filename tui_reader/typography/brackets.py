"""Normalizes parentheses in Chinese text to full width."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.typography.line import CHINESE
from tui_reader.typography.rules import DEEPEST_BRACKET, HAN_CHARACTER, LEFT_BRACKETED

if TYPE_CHECKING:
    from tui_reader.typography.line import Line

_BRACKET = re.compile("[()（）]")
_LATIN = re.compile("[0-9A-Za-z\xc0-\u024f]")
_ONLY_ASKED = re.compile("[?!？！]+")
_WORD = re.compile("[A-Za-z]{2,}")
_MODEL = re.compile(r"(?=[^A-Z]*[A-Z])[A-Z0-9][A-Za-z0-9./+-]{2,20}")
_NAME = re.compile(r"(?<![^\s，。、；：,;:])[A-Z0-9][^\s，。、；：,;:()]{1,30} ?\Z")
_PLAIN_CALL = re.compile(r"[A-Za-z0-9][._][A-Za-z0-9_.]*\Z")
_ENDING = re.compile(r"\.[A-Za-z]")


class _Pair(NamedTuple):
    """Offsets of the opening and closing mark."""

    start: int
    end: int


def mend_brackets(line: Line) -> None:
    """Settle pairs from the left: each result is context for the next."""
    for pair in _pairs(line):
        if _is_chinese(line, pair):
            for at, sign in ((pair.start, "（"), (pair.end, "）")):
                if line.text[at] != sign:
                    line.put(at, at + 1, sign)
            line.settle({pair.start: "（", pair.end: "）"})
    line.set_guide()


def _pairs(line: Line) -> list[_Pair]:
    """Pairs with an ASCII parenthesis."""
    opened: deque[int] = deque(maxlen=DEEPEST_BRACKET)
    found: list[_Pair] = []
    for bracket in _BRACKET.finditer(line.guide):
        at = bracket.start()
        if bracket[0] in "(（":
            opened.append(at)
        elif opened:
            start = opened.pop()
            if line.guide[start] + bracket[0] != "（）":
                found.append(_Pair(start, at))
    return sorted(found)


def _is_chinese(line: Line, pair: _Pair) -> bool:
    if line.guide[pair.start] == "（" or line.guide[pair.end] == "）":
        return True  # like its counterpart
    inside = line.guide[pair.start + 1 : pair.end]
    if _is_something_else(line, pair, inside):
        return False
    before = line.before(pair.start)
    if before in CHINESE or HAN_CHARACTER.search(inside):
        return True
    if before == "word":
        return line.after(pair.end + 1) == "han" and _explains(line.guide[max(0, pair.start - 40) : pair.start], inside)
    return line.kind(pair.end + 1) == "han"


def _explains(before: str, inside: str) -> bool:
    """An explanation of a Latin name: NGA(Next G Alliance), Pro Max(256GB). Not f(x)."""
    return len(_WORD.findall(inside)) > 1 or bool(_MODEL.fullmatch(inside) and _NAME.search(before))


def _is_something_else(line: Line, pair: _Pair, inside: str) -> bool:
    """Emoticons, coordinates, telephone numbers, parts of names, calls."""
    empty = not (_LATIN.search(inside) or HAN_CHARACTER.search(inside))
    if empty or any(left.fullmatch(inside) for left in LEFT_BRACKETED):
        return not (_ONLY_ASKED.fullmatch(inside) and line.before(pair.start) in CHINESE)
    before = line.guide[max(0, pair.start - 20) : pair.start]
    follows = line.guide[pair.end + 1 : pair.end + 3]
    if before.endswith(("]", "\\")) or _PLAIN_CALL.search(before) or _ENDING.match(follows):
        return True
    return inside.isdecimal() and (follows.strip()[:1].isdecimal() or before.strip()[-1:].isdecimal())
