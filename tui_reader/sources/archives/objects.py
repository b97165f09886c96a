"""JSON objects in a stream, one at a time: a line each, or the elements of an array."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from tui_reader.errors import SourceTooLarge
from tui_reader.locale import _
from tui_reader.sources.archives.limits import MOST_DAMAGED, TOO_LARGE
from tui_reader.sources.reading import MAX_BYTES

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

_PIECE: Final = 64 * 1024
_BLANK: Final = " \t\r\n,"


class Numbered(NamedTuple):
    """The value of a line or element. `number`: counted from 1; `failure`: why it has none."""

    number: int
    value: object = None
    failure: str = ""


def lines_of(stream: io.BufferedReader) -> Iterator[Numbered]:
    """Values of the lines that are not empty. Raises ValueError once too many in a row are not JSON."""
    damaged = number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if len(line) > MAX_BYTES and not line.endswith(b"\n"):
            _skip_line(stream)
            yield Numbered(number, failure=TOO_LARGE)
            continue
        if not line.strip():
            continue
        found = _parsed(number, line)
        damaged = damaged + 1 if found.failure else 0
        if damaged > MOST_DAMAGED:
            raise ValueError(_("more than {count} lines in a row are not JSON").format(count=MOST_DAMAGED))
        yield found


def elements_of(stream: io.BufferedReader) -> Iterator[Numbered]:
    """Elements of an array. Raises ValueError where it is damaged, SourceTooLarge at an element over the limit."""
    text = _Text(stream)
    text.skip("\ufeff" + _BLANK + "[")
    number = 0
    while text.skip(_BLANK) not in {"]", ""}:
        number += 1
        yield Numbered(number, text.value())


class _Text:
    """The text of a stream, of which only the element that is read is kept."""

    def __init__(self, stream: io.BufferedReader) -> None:
        import codecs  # noqa: PLC0415 - only here

        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._text = ""
        self._ended = False
        self._json = json.JSONDecoder(strict=False)

    def skip(self, signs: str) -> str:
        """Skip these signs; returns the one after them, "" at the end of the stream."""
        while not (rest := self._text.lstrip(signs)) and not self._ended:
            self._more(_PIECE)
        self._text = rest
        return rest[:1]

    def value(self) -> object:
        """The next value. What is read at once doubles, so that a long one is not parsed from the start too often."""
        size = _PIECE
        while True:
            try:
                value, end = self._json.raw_decode(self._text)
                if end < len(self._text) or self._ended:
                    self._text = self._text[end:]
                    return value
            except ValueError:
                if self._ended:
                    raise EOFError from None
            if len(self._text) > MAX_BYTES:
                raise SourceTooLarge("an element", TOO_LARGE)
            self._more(size)
            size *= 2

    def _more(self, size: int) -> None:
        data = self._stream.read(size)
        self._ended = not data
        self._text += self._decoder.decode(data, final=not data)


def _parsed(number: int, line: bytes) -> Numbered:
    try:
        return Numbered(number, json.loads(line.removeprefix(b"\xef\xbb\xbf"), strict=False))
    except RecursionError:
        return Numbered(number, failure="nested too deeply")
    except ValueError:
        return Numbered(number, failure="not a line of JSON")


def _skip_line(stream: io.BufferedReader) -> None:
    while (rest := stream.readline(_PIECE)) and not rest.endswith(b"\n"):
        pass
