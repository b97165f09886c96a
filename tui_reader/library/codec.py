"""An article, its source and the verdicts on it as bytes: articles and verdicts are compressed compact JSON.

Source and verdicts repeat the article's text, so they are compressed with it as the dictionary (zlib's `zdict`): of a plain text a
tenth remains. `beside` is the article's bytes as stored; other bytes raise zlib.error. What was stored without a dictionary by
earlier versions is read too.

Empty fields are omitted and fields are stored by name, so that fields can be added without migrating stored data.
Decoding returns values equal to those encoded.
"""

import json
import zlib
from collections.abc import Iterable
from dataclasses import fields
from functools import lru_cache
from typing import Any, Final

from tui_reader.model import Article, Comment, Passage, Removed, Verdict

_LEVEL: Final = 6
"""zlib level; 9 takes three times as long and saves 1 %."""

_ROWS: Final[dict[str, tuple[type, tuple[str, ...]]]] = {
    "body": (Passage, ("kind", "text")),
    "comments": (Comment, ("text", "author", "time", "sign", "floor")),
    "removed": (Removed, ("text", "reason", "before", "kind")),
}
"""Fields with nested values: class and columns, stored as rows."""


_WINDOW: Final = 1 << zlib.MAX_WBITS
"""Bytes back to which deflate refers; a longer dictionary is of no use."""


def pack(data: bytes, beside: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zdict=_dictionary(beside))
    return packer.compress(data) + packer.flush()


def unpack(blob: bytes, beside: bytes) -> bytes:
    """Decompress. Raises zlib.error for damaged data."""
    return _unpacked(blob, _dictionary(beside)) if _has_dictionary(blob) else zlib.decompress(blob)


def repack(blob: bytes, before: bytes, after: bytes) -> bytes:
    """Same data, for an article whose bytes changed. Damaged data stays as it is."""
    if not _has_dictionary(blob):
        return blob
    try:
        return pack(unpack(blob, before), after)
    except zlib.error:
        return blob


def _unpacked(blob: bytes, dictionary: bytes) -> bytes:
    unpacker = zlib.decompressobj(zdict=dictionary)
    data = unpacker.decompress(blob) + unpacker.flush()
    if not unpacker.eof:
        raise zlib.error("incomplete data")
    return data


def _has_dictionary(blob: bytes) -> bool:
    """Whether the stream says so (FDICT, RFC 1950)."""
    return len(blob) > 1 and bool(blob[1] & 0x20)


@lru_cache(maxsize=2)
def _dictionary(beside: bytes) -> bytes:
    """The article's JSON; that of an article is needed twice in turn, for its verdicts and its source."""
    return zlib.decompress(beside)[-_WINDOW:]


def write_article(article: Article) -> bytes:
    record: dict[str, Any] = {}
    for field in fields(article):
        value = getattr(article, field.name)
        if value is None or value == () or value is False:
            continue
        record[field.name] = _rows(value, _ROWS[field.name][1]) if field.name in _ROWS else value
    return zlib.compress(_json(record), _LEVEL)


def read_article(blob: bytes) -> Article:
    """Decode the output of `write_article`. Raises zlib.error, ValueError."""
    record: dict[str, Any] = {"title": None, "body": ()} | _parsed(zlib.decompress(blob))
    for name, value in record.items():
        if name in _ROWS:
            record[name] = tuple(_ROWS[name][0](*row) for row in value)
        elif isinstance(value, list):
            record[name] = tuple(value)
    return Article(**record)


def write_verdicts(verdicts: Iterable[Verdict], beside: bytes) -> bytes:
    return pack(_json(_rows(verdicts, ("text", "role", "reason"))), beside)


def read_verdicts(blob: bytes, beside: bytes) -> tuple[Verdict, ...]:
    """Decode the output of `write_verdicts`. Raises zlib.error, ValueError."""
    return tuple(Verdict(*row) for row in _parsed(unpack(blob, beside)))


def _rows(values: Iterable[object], columns: tuple[str, ...]) -> list[list[object]]:
    return [[getattr(value, column) for column in columns] for value in values]


def _json(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _parsed(data: bytes) -> Any:
    return json.loads(data.decode("utf-8", "surrogatepass"))
