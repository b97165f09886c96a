"""The lines of a filter's input, as they come: `tail -f | tui-reader convert` must not wait for an end.

Standard input is taken for UTF-8, line by line. From the first line that is not UTF-8, the rest is read to its end and
decoded as a page is, by what its bytes look like. A file is read whole, under the rules of every other file.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from tui_reader.errors import SourceEmpty
from tui_reader.sanitise import sanitise

if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = "-"
_BOM = b"\xef\xbb\xbf"
_LINES = re.compile("[^\n]*\n|[^\n]+$")


def lines_of(file: str, stdin: BinaryIO | None) -> Iterator[tuple[str, str]]:
    """Each line, made harmless, and its line end as it was ("" after a last line that has none). Raises SourceError."""
    from tui_reader.sources.reading import read_file  # noqa: PLC0415 - imported with what uses it

    if file != STDIN:
        with suppress(SourceEmpty):  # nothing in, nothing out, as with standard input
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
    """UTF-8 as it stands, line ends and all; anything else as it is judged to be."""
    return data.removeprefix(_BOM).decode() if _is_utf8(data) else _detected(data, file)


def _detected(data: bytes, where: str) -> str:
    """Bytes in another encoding as text, as the cleaner decodes a page. Raises SourceBinary, SourceEmpty."""
    from tui_reader.cleaning.decode.decoding import decode  # noqa: PLC0415 - UTF-8 needs none of it

    return decode(data, where).text


def _is_utf8(data: bytes) -> bool:
    """A NUL is valid UTF-8, but never stands in text: UTF-16 and files that are no text have them."""
    if b"\0" in data:
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """The lines of a text. Ends are CR LF or LF; a lone CR, as very old files have, becomes LF with the sanitising."""
    for line in _LINES.findall(text):
        body = line.rstrip("\r\n") if line.endswith("\n") else line
        yield sanitise(body), line[len(body) :]
