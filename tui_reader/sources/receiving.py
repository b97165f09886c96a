"""The body of an answer, decompressed as it arrives and never larger than the limit."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from tui_reader.errors import SourceTooLarge, SourceUnreachable
from tui_reader.locale import _

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_MIB: Final = 2**20
_GZIP_OR_ZLIB: Final = 32 + zlib.MAX_WBITS
PLAIN: Final = frozenset({"", "identity"})
ENCODINGS: Final = frozenset({"gzip", "x-gzip", "deflate"})
"""Content encodings that are understood; only gzip is asked for."""


async def received(chunks: AsyncIterator[bytes], encoding: str, limit: int, where: str) -> bytes:
    """The decompressed body. Raises SourceTooLarge, SourceUnreachable for a damaged or unknown encoding."""
    if encoding in PLAIN:
        return await _plain(chunks, limit, where)
    if encoding not in ENCODINGS:
        raise SourceUnreachable(
            where, _("compressed as {encoding}, which was not asked for").format(encoding=encoding), lasting=True
        )
    unpacked = _Unpacked(limit, where)
    async for chunk in chunks:
        unpacked.add(chunk)
    return unpacked.complete()


async def _plain(chunks: AsyncIterator[bytes], limit: int, where: str) -> bytes:
    data = bytearray()
    async for chunk in chunks:
        data += chunk
        check_size(len(data), limit, where)
    return bytes(data)


def check_size(size: int, limit: int, where: str) -> None:
    """Raises SourceTooLarge above the limit."""
    if size > limit:
        raise SourceTooLarge(where, _("larger than the limit of {limit:.3g} MiB").format(limit=limit / _MIB))


class _Unpacked:
    """gzip or zlib data, unpacked no further than one byte beyond the limit."""

    def __init__(self, limit: int, where: str) -> None:
        self._limit, self._where = limit, where
        self._data = bytearray()
        self._member = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._begun = False

    def add(self, chunk: bytes) -> None:
        while chunk:
            if self._member.eof:  # another member follows
                self._member = zlib.decompressobj(_GZIP_OR_ZLIB)
            try:
                self._data += self._member.decompress(chunk, self._limit + 1 - len(self._data))
            except zlib.error:
                raise SourceUnreachable(self._where, "the compressed data is damaged") from None
            check_size(len(self._data), self._limit, self._where)
            self._begun = True
            chunk = self._member.unconsumed_tail or self._member.unused_data

    def complete(self) -> bytes:
        if self._begun and not self._member.eof:
            raise SourceUnreachable(self._where, "the compressed data ends too early")
        return bytes(self._data)
