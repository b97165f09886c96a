"""Streams of an archive: how much of it was read, and its contents decompressed within limits."""

from __future__ import annotations

import io
import sys
from typing import IO, TYPE_CHECKING, Any, Final

from tui_reader.sources.archives.limits import check_expansion

if TYPE_CHECKING:
    from collections.abc import Callable

PIECE: Final = 16 * 1024
"""Bytes read at once of a compressed file. Larger pieces would make the estimate of what is left coarse."""

HEAD: Final = 64 * 1024
"""Bytes that can be looked at before they are read."""

_MAGIC: Final = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)


class Counted(io.RawIOBase):
    """A file that counts what is read of it."""

    def __init__(self, file: IO[bytes] | io.RawIOBase) -> None:
        self._file = file
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._file.read(min(len(buffer), PIECE)) or b""
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class Expanded(io.RawIOBase):
    """A decompressed stream. Reading raises ExpansionError once it is too much more than what it is made from."""

    def __init__(self, inner: IO[bytes], counted: Counted) -> None:
        self._inner, self._counted = inner, counted
        self._expanded = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._inner.read(len(buffer))
        buffer[: len(data)] = data
        self._expanded += len(data)
        check_expansion(self._expanded, self._counted.count)
        return len(data)


def compression_of(head: bytes) -> str | None:
    """Name of the compression of a stream that begins so; None if it is not compressed."""
    return next((name for magic, name in _MAGIC if head.startswith(magic)), None)


def decompressed(counted: Counted, compression: str) -> io.BufferedReader[Any]:
    """The contents of a compressed stream, read as they are asked for."""
    return io.BufferedReader(Expanded(_opener(compression)(counted), counted), HEAD)


def peeked(stream: io.BufferedReader[Any]) -> bytes:
    """The beginning of a stream, which stays in it. Raises what reading a damaged one raises."""
    return stream.peek(HEAD)


def _opener(compression: str) -> Callable[[Counted], IO[bytes]]:
    match compression:
        case "gzip":
            from gzip import GzipFile  # noqa: PLC0415 - as the others: most imports need none

            return lambda counted: GzipFile(fileobj=counted)  # type: ignore[return-value]
        case "bzip2":
            from bz2 import BZ2File  # noqa: PLC0415

            return BZ2File
        case "xz":
            from lzma import LZMAFile  # noqa: PLC0415

            return LZMAFile  # type: ignore[return-value]
    return _zstd


def _zstd(counted: Counted) -> IO[bytes]:
    if sys.version_info >= (3, 14):
        from compression.zstd import ZstdFile  # noqa: PLC0415
    else:
        from backports.zstd import ZstdFile  # noqa: PLC0415

    return ZstdFile(counted)  # type: ignore[return-value]


def damages() -> tuple[type[Exception], ...]:
    """What reading a damaged archive may raise."""
    import lzma  # noqa: PLC0415 - only where an archive is read
    import tarfile  # noqa: PLC0415
    import zipfile  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    found: list[type[Exception]] = [
        *(EOFError, OSError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile),
        *(NotImplementedError, UnicodeError, ValueError, RuntimeError),
    ]
    return (*found, *_zstd_damages())


def _zstd_damages() -> tuple[type[Exception], ...]:
    if sys.version_info >= (3, 14):
        from compression.zstd import ZstdError  # noqa: PLC0415
    else:
        from backports.zstd import ZstdError  # noqa: PLC0415
    return (ZstdError,)
