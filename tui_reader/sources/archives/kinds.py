"""Which kind of container a stream is, by its first bytes."""

from __future__ import annotations

import re
from typing import Final, Literal

from tui_reader.sources.services.tables import is_table

Kind = Literal["zip", "tar", "warc", "parquet", "lines", "array", "table", "bookmarks"]

_TAR_AT: Final = 257
_LINES = re.compile(rb'\s*\{\s*"[^"\\\x00-\x1f]{1,64}"\s*:')
_ARRAY = re.compile(rb'\s*\[\s*\{\s*"[^"\\\x00-\x1f]{1,64}"\s*:')
_INDENTED = re.compile(rb'\s*\{\s*\n\s*"[^"\\\x00-\x1f]{1,64}"\s*:')
"""An object over several lines, alone or followed by others."""
_FEED = re.compile(rb"https?:(?://|\\/\\/)jsonfeed\.org")
_BOOKMARKS = re.compile(
    rb"\s*(?:<!DOCTYPE NETSCAPE-Bookmark-file-1|<!DOCTYPE html>\s*<html>\s*<!--So long and thanks)", re.IGNORECASE
)
_BOM: Final = b"\xef\xbb\xbf"
_LOOK: Final = 1024

ENDINGS: Final = re.compile(
    r"\.(?:zip|epub|tar|tgz|tbz2?|txz|tzst|tar\.(?:gz|bz2|xz|zst)|parquet"
    r"|(?:jsonl|ndjson|warc|wet|html?|txt|md|csv)\.(?:gz|bz2|xz|zst)|jsonl|ndjson|warc|wet)$",
    re.IGNORECASE,
)
"""Ends of the names of containers that are taken from a folder. Others are taken if they are named, or by their first bytes."""


def kind_of(head: bytes) -> Kind | None:
    """Kind of the container that begins so; None for a single document."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"WARC/"):
        return "warc"
    return "tar" if head[_TAR_AT : _TAR_AT + 5] == b"ustar" else _text_kind(head.removeprefix(_BOM))


def _text_kind(head: bytes) -> Kind | None:
    if _BOOKMARKS.match(head):
        return "bookmarks"
    if _ARRAY.match(head):
        return "array"
    if _LINES.match(head) and not _FEED.search(head[:_LOOK]) and not _is_front_matter(head):
        return "array" if _INDENTED.match(head) else "lines"
    return "table" if is_table(head) else None


def _is_front_matter(head: bytes) -> bool:
    """Whether text follows an object at the beginning: a document with its fields in front."""
    lines = head.split(b"\n", 64)
    end = next((index for index, line in enumerate(lines) if line.rstrip() in {b"}", b"};;;"}), None)
    after = b"" if end is None else b"\n".join(lines[end + 1 :]).lstrip()
    return bool(after) and not after.startswith((b"{", b"["))
