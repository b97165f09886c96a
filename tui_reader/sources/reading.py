"""Reads a file or stream, with a message for every failure.

Reading never blocks: named pipes and devices are rejected before opening, and again afterwards, because the path may have
changed. The size limit is checked before reading, and again while reading, because the file may grow.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from io import UnsupportedOperation
from typing import TYPE_CHECKING, BinaryIO

from tui_reader.errors import SourceEmpty, SourceError, SourceMissing, SourceTooLarge, SourceUnreadable
from tui_reader.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

MAX_BYTES = 64 * 2**20

_MIB = 2**20
_SNIFFED = 1024
# O_NONBLOCK: do not wait if the path has become a pipe since the check. O_BINARY: Windows must not change line ends.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

_KINDS = (
    (stat.S_ISFIFO, "a named pipe, not a file; give - to read standard input"),
    (stat.S_ISSOCK, "a socket, not a file"),
    (stat.S_ISCHR, "a device, not a file; give - to read standard input"),
    (stat.S_ISBLK, "a device, not a file"),
    (stat.S_ISDIR, "a folder, not a file"),
)

_MISSING = {errno.ENOENT: "no such file or folder", errno.ENOTDIR: "no such file or folder"}
_UNREADABLE = {
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ELOOP: "a link that points to itself",
    errno.ENAMETOOLONG: "the name is too long for a file",
    errno.ENXIO: "a device or socket, not a file",
}


def status_of(path: str) -> os.stat_result:
    """`stat` of `path`, following links. Raises SourceMissing or SourceUnreadable."""
    try:
        return os.stat(path)  # noqa: PTH116 - a name with a NUL in it is to reach this
    except OSError as error:
        raise refusal(path, error) from None
    except ValueError:  # NUL or lone surrogate in the name
        raise SourceMissing(path, "not a valid file name") from None


def read_file(path: str) -> bytes:
    """Contents of a regular file. Raises SourceError with the reason."""
    with open_file(path) as file:
        return rest_of(file, path)


@contextmanager
def open_file(path: str) -> Iterator[BufferedReader]:
    """A regular file, open for reading, whatever its size. Raises SourceError with the reason, of errors while it is read, too."""
    _check(path, status_of(path))
    try:
        descriptor = os.open(path, _FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            _check(path, os.fstat(descriptor))
            yield file
    except OSError as error:
        raise refusal(path, error) from None


def rest_of(file: BinaryIO, where: str) -> bytes:
    """What is left of an open file or stream, as one document. Raises SourceEmpty, SourceTooLarge, OSError."""
    size = _size(file)
    if size > MAX_BYTES:
        raise SourceTooLarge(where, _too_large(size))
    return _judged(where, file.read(MAX_BYTES + 1))


def _size(file: BinaryIO) -> int:
    """Size of a file in bytes; 0 of a stream."""
    try:
        return os.fstat(file.fileno()).st_size
    except (OSError, UnsupportedOperation):
        return 0


def read_stream(where: str, stream: BinaryIO | None) -> bytes:
    """Contents of a stream. Raises SourceMissing if there is none, SourceEmpty, SourceTooLarge, SourceUnreadable."""
    if stream is None:
        raise SourceMissing(where, "standard input is closed")
    try:
        data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise refusal(where, error) from None
    return _judged(where, data)


def looks_like_text(path: str) -> bool:
    """Whether the first bytes of a file may be text. True for unreadable files, so that reading reports the reason."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - the path stays as it was given
            head = file.read(_SNIFFED)
    except OSError:
        return True
    return b"\0" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def refusal(path: str, error: OSError) -> SourceError:
    """The SourceError for an operating system error on a path."""
    if error.errno in _MISSING:
        return SourceMissing(path, _why_missing(path, _MISSING[error.errno]))
    known = _UNREADABLE.get(error.errno or 0)
    return SourceUnreadable(path, known or _("cannot be read ({why})").format(why=error.strerror or error))


def _why_missing(path: str, usual: str) -> str:
    if not path:
        return "an empty name"
    if os.path.islink(path):  # noqa: PTH114 - the path stays as it was given
        return "a broken link"
    return usual


def _check(path: str, status: os.stat_result) -> None:
    for is_kind, reason in _KINDS:
        if is_kind(status.st_mode):
            raise SourceUnreadable(path, reason)


def _judged(where: str, data: bytes) -> bytes:
    if not data:
        raise SourceEmpty(where, "empty")
    if len(data) > MAX_BYTES:
        raise SourceTooLarge(where, _too_large(None))
    return data


def _too_large(size: int | None) -> str:
    much = f"{size / _MIB:.0f} MiB" if size else _("input")
    return _("{much} exceeds the {max_bytes} MiB limit").format(much=much, max_bytes=MAX_BYTES // _MIB)
