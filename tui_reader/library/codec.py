"""Articles and verdicts as bytes for the library: compact JSON, compressed.

Only what an article has is written, by the names of its fields, so that fields may be added without touching what is
kept. What is read back is equal to what was written.
"""

import json
import zlib
from collections.abc import Iterable
from dataclasses import fields
from typing import Any, Final

from tui_reader.model import Article, Comment, Passage, Removed, Verdict

_LEVEL: Final = 6
"""zlib's; 9 takes three times as long for a hundredth less."""

_ROWS: Final[dict[str, tuple[type, tuple[str, ...]]]] = {
    "body": (Passage, ("kind", "text")),
    "comments": (Comment, ("text", "author", "time", "sign", "floor")),
    "removed": (Removed, ("text", "reason", "before", "kind")),
}
"""Fields that hold values of their own, written as rows of these columns."""


def pack(data: bytes) -> bytes:
    """`data`, compressed."""
    return zlib.compress(data, _LEVEL)


def unpack(blob: bytes) -> bytes:
    """What was packed. Raises zlib.error."""
    return zlib.decompress(blob)


def write_article(article: Article) -> bytes:
    """The article, packed."""
    told: dict[str, Any] = {}
    for field in fields(article):
        value = getattr(article, field.name)
        if value is None or value == () or value is False:
            continue
        told[field.name] = _rows(value, _ROWS[field.name][1]) if field.name in _ROWS else value
    return _write(told)


def read_article(blob: bytes) -> Article:
    """What `write_article` wrote."""
    told: dict[str, Any] = {"title": None, "body": ()} | _read(blob)
    for name, value in told.items():
        if name in _ROWS:
            told[name] = tuple(_ROWS[name][0](*row) for row in value)
        elif isinstance(value, list):
            told[name] = tuple(value)
    return Article(**told)


def write_verdicts(verdicts: Iterable[Verdict]) -> bytes:
    """The verdicts in order, packed."""
    return _write(_rows(verdicts, ("text", "role", "reason")))


def read_verdicts(blob: bytes) -> tuple[Verdict, ...]:
    """What `write_verdicts` wrote."""
    return tuple(Verdict(*row) for row in _read(blob))


def _rows(values: Iterable[object], columns: tuple[str, ...]) -> list[list[object]]:
    return [[getattr(value, column) for column in columns] for value in values]


def _write(told: object) -> bytes:
    return pack(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


def _read(blob: bytes) -> Any:
    return json.loads(unpack(blob).decode("utf-8", "surrogatepass"))
