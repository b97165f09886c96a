"""Streams input lines: `tail -f | tui-reader convert` must not wait for the end.

Standard input is read as UTF-8, line by line. From the first invalid line on, the rest is read completely and its encoding
detected as for a page. Files are read whole, with the usual limits.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from tui_reader.errors import SourceEmpty
from tui_reader.text.sanitize import sanitize

if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = "-"
_BOM = b"\xef\xbb\xbf"
_LINES = re.compile("[^\n]*\n|[^\n]+$")


def lines_of(file: str, stdin: BinaryIO | None) -> Iterator[tuple[str, str]]:
    """(sanitized line, its original line end; "" after an unterminated last line). Raises SourceError."""
    from tui_reader.sources.reading import read_file  # noqa: PLC0415 - imported with what uses it

    if file != STDIN:
        with suppress(SourceEmpty):  # empty input gives empty output, as for standard input
            yield from _parted(as_text(read_file(file), file))
    elif stdin is not None:
        yield from _streamed(stdin)


def _streamed(stdin: BinaryIO) -> Iterator[tuple[str, str]]:
    first = True
    for line in stdin:
        data = line.removeprefix(_BOM) if first else line
        first = False
        if not _is_utf8(data):
            yield from _parted(_detected(line + stdin.read(), STDIN))
            return
        yield from _parted(data.decode())


def as_text(data: bytes, file: str) -> str:
    """Decode as UTF-8, keeping line ends; any other encoding is detected."""
    return data.removeprefix(_BOM).decode() if _is_utf8(data) else _detected(data, file)


def _detected(data: bytes, where: str) -> str:
    """Decode bytes as the cleaner decodes a page. Raises SourceBinary, SourceEmpty."""
    from tui_reader.cleaning.decode.decoding import decode  # noqa: PLC0415 - UTF-8 needs none of it

    return decode(data, where).text


def _is_utf8(data: bytes) -> bool:
    """NUL is valid UTF-8 but not text: it indicates UTF-16 or binary data."""
    if b"\0" in data:
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """Split at CR LF or LF; sanitizing converts a lone CR (old Mac files) to LF."""
    for line in _LINES.findall(text):
        body = line.rstrip("\r\n") if line.endswith("\n") else line
        yield sanitize(body), line[len(body) :]
