"""Punctuation characters that are part of URLs, paths, file names, code, tags and emoticons."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui_reader.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

LETTER = "a"
"""Replacement for shielded characters in the guide: neighbours see a Latin word."""

FILE_NAMES = "txt|pdf|docx?|xlsx?|pptx?|csv|epub|zip|rar|jpe?g|png|gif|mp[34]|exe|py|js|css|html?|md|json|xml"
"""File name extensions."""

SHIELDS = (
    ("`", r"(?<!`)(`{1,3})[^`]{1,500}\1"),  # code in Markdown
    ("]", r"\]\([^()\s]*\)"),  # target of a Markdown link
    ("<", r"</?[A-Za-z!][^<>]{0,300}>"),  # a tag written as text
    ("\\", r"(?<![A-Za-z])[A-Za-z]:\\[^\s，。；！？（）「」\"]*|\\."),  # C:\ and \n
    ("&", r"&#?[A-Za-z0-9]{2,8};"),  # a character reference
    ("=", r"[A-Za-z]=([\"'])[^\"']*\1"),  # an attribute
    ("(", r"(?<![A-Za-z0-9_.])[A-Za-z_][A-Za-z0-9_.]*\((?:[\"'][^()]*|)\)"),  # a call: print("…"), f()
    (">", r">[\"'.,]<|-->|->"),  # faces, arrows
    ("<", r"<--|<-"),
    (":", r"(?<![A-Za-z0-9:]):[a-z][a-z0-9_+-]+:(?!:)"),  # :smile:
    (":", r":{2,}"),
    ("-", r"[:;]-[()DPpOo|]"),
)
"""Rare sign → pattern of what it may be part of; the sign is searched first."""

_FACES = frozenset(":;=")
_FACE = re.compile(rf"[:;=]['^]?(?:\)+|\(+(?![A-Za-z0-9{HAN}])|[DPpOox](?![A-Za-z0-9{HAN}]))")
_FILE = re.compile(rf"\.(?:{FILE_NAMES})(?![A-Za-z0-9])")
_FILE_STEM = re.compile(r"[^\s,:;?!，。：；？！、\"“”「」《》/]+\Z")
_LONGEST_STEM = 40
"""Maximum characters of a file name before its dot."""
_ASIDE_OPEN = re.compile("[(（][^)）]*\\Z")
_LONGEST_ASIDE = 80
"""Maximum characters between an opening parenthesis and an emoticon."""


SIGNS = frozenset("@/." + "".join(sign for sign, _ in SHIELDS) + ":;=")
"""A text without any of these needs no shielding."""


def shielded(text: str, characters: Collection[str]) -> str:
    """`text` with shielded characters replaced by letters; same length. `characters`: its set of characters."""
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
    """Compiled on demand: few texts need one, none all."""
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
    """A parenthesis of an emoticon may close a pair: then it is not shielded."""
    near = found.string[max(0, found.start() - _LONGEST_ASIDE) : found.start()]
    return found[0] if ")" in found[0] and _ASIDE_OPEN.search(near) else _letters(found)
