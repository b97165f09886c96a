"""What looks like punctuation and is none: addresses, paths, names of files, code, tags, smileys."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

LETTER = "a"
"""What stands in the guide for each shielded character: to its neighbours it is a Latin word."""

FILE_NAMES = "txt|pdf|docx?|xlsx?|pptx?|csv|epub|zip|rar|jpe?g|png|gif|mp[34]|exe|py|js|css|html?|md|json|xml"
"""Endings that make a name of what stands before them."""

SHIELDS = (
    ("`", r"(?<!`)(`{1,3})[^`]{1,500}\1"),  # code in Markdown
    ("]", r"\]\([^()\s]*\)"),  # where a link of Markdown goes
    ("<", r"</?[A-Za-z!][^<>]{0,300}>"),  # a tag that was text
    ("\\", r"(?<![A-Za-z])[A-Za-z]:\\[^\s，。；！？（）「」\"]*|\\."),  # C:\ and \n
    ("&", r"&#?[A-Za-z0-9]{2,8};"),  # a character that was not unescaped
    ("=", r"[A-Za-z]=([\"'])[^\"']*\1"),  # an attribute
    ("(", r"(?<![A-Za-z0-9_.])[A-Za-z_][A-Za-z0-9_.]*\((?:[\"'][^()]*|)\)"),  # a call: print("…"), f()
    (">", r">[\"'.,]<|-->|->"),  # faces, arrows
    ("<", r"<--|<-"),
    (":", r"(?<![A-Za-z0-9:]):[a-z][a-z0-9_+-]+:(?!:)"),  # :smile:
    (":", r":{2,}"),
    ("-", r"[:;]-[()DPpOo|]"),
)
"""A sign that is rare enough to be looked for first, and the pattern of what it may be a part of."""

_FACES = frozenset(":;=")
_FACE = re.compile(r"[:;=]['^]?(?:\)+|\(+(?![A-Za-z0-9\u4e00-\u9fff])|[DPpOox](?![A-Za-z0-9\u4e00-\u9fff]))")
_FILE = re.compile(rf"\.(?:{FILE_NAMES})(?![A-Za-z0-9])")
_FILE_STEM = re.compile(r"[^\s,:;?!，。：；？！、\"“”「」《》/]+\Z")
_LONGEST_STEM = 40
"""Characters before the dot of a file's name."""
_ASIDE_OPEN = re.compile("[(（][^)）]*\\Z")
_LONGEST_ASIDE = 80
"""Characters between an opening parenthesis and a face."""


SIGNS = frozenset("@/." + "".join(sign for sign, _ in SHIELDS) + ":;=")
"""A text without any of these has nothing to shield."""


def shielded(text: str, characters: Collection[str]) -> str:
    """`text`, which has these characters, with all of that as letters, and as long."""
    if SIGNS.isdisjoint(characters):
        return text
    guide = text
    if "@" in characters or "/" in characters or "www." in text:
        from tui_reader.text.urls import address_spans  # noqa: PLC0415 - with the tables beside it, for the first address only

        guide = _lettered(text, address_spans(text))
    for sign, pattern in SHIELDS:
        if sign in characters:
            guide = _compiled(pattern).sub(_letters, guide)
    if "." in characters:
        guide = _lettered(guide, _files(guide))
    return guide if _FACES.isdisjoint(characters) else _FACE.sub(_without_face, guide)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Few texts need one, no text needs all."""
    return re.compile(pattern)


def _letters(found: re.Match[str]) -> str:
    return LETTER * len(found[0])


def _lettered(guide: str, spans: Iterable[tuple[int, int]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in spans:
        if start >= done:
            parts += (guide[done:start], LETTER * (end - start))
            done = end
    return "".join((*parts, guide[done:])) if done else guide


def _files(guide: str) -> Iterator[tuple[int, int]]:
    for found in _FILE.finditer(guide):
        stem = _FILE_STEM.search(guide, max(0, found.start() - _LONGEST_STEM), found.start())
        if stem is not None:
            yield stem.start(), found.end()


def _without_face(found: re.Match[str]) -> str:
    """A face's parenthesis may also be the end of a pair: then it is none."""
    near = found.string[max(0, found.start() - _LONGEST_ASIDE) : found.start()]
    return found[0] if ")" in found[0] and _ASIDE_OPEN.search(near) else _letters(found)
