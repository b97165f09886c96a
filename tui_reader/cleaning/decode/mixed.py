"""Documents that mix UTF-8 and a legacy encoding.

Each line, and in markup each element's text, is decoded separately. Its characters decide: UTF-8 text yields common
characters as UTF-8 and rare ones in the legacy encoding, and conversely.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

FEW_LOST = 0.1
"""Share of undecodable bytes up to which a line is damaged UTF-8."""

_RUN = re.compile(rb"(?:[\xe3-\xe9\xef][\x80-\xbf]{2}){4}")
"""Four Chinese characters in UTF-8, a byte sequence that GBK and Big5 practically never produce."""
_EDGE = re.compile(rb"(?<=\n)|(?=<)")
"""Line ends and tag starts; neither byte is part of a character in these encodings."""


class Mixed(NamedTuple):
    """The text and its predominant encoding."""

    text: str
    encoding: str


Judge = Callable[[bytes], str | None]
Decode = Callable[[bytes, str], str]
Sense = Callable[[bytes, str], float]


def decode_mixed(data: bytes, judge: Judge, decode: Decode, sense: Sense) -> Mixed | None:
    """Decode a document in UTF-8 and a legacy encoding; None if it has one encoding.

    `judge`: bytes → legacy encoding; `decode`: decoder; `sense`: share of common characters.
    """
    if not _RUN.search(data):
        return None
    pieces = _EDGE.split(data)
    valid = [_is_utf_8(piece) for piece in pieces]
    other = b"".join([piece for piece, fine in zip(pieces, valid, strict=True) if not fine])
    codec = judge(other)
    if codec is None or codec == "utf-8":
        return None
    in_utf_8 = [
        fine if piece.isascii() else _reads_as_utf_8(piece, codec, sense, valid=fine)
        for piece, fine in zip(pieces, valid, strict=True)
    ]
    return _joined(pieces, ["utf-8" if fine else codec for fine in in_utf_8], decode)


def _joined(pieces: Sequence[bytes], codecs: Sequence[str], decode: Decode) -> Mixed | None:
    """The pieces, each decoded with its codec; None if all non-ASCII ones have the same."""
    sizes: Counter[str] = Counter()
    for piece, codec in zip(pieces, codecs, strict=True):
        sizes[codec] += 0 if piece.isascii() else len(piece)
    by_size = sorted((codec for codec in sizes if sizes[codec]), key=lambda codec: (sizes[codec], codec != "utf-8"))
    if len(by_size) < 2:
        return None
    return Mixed("".join(map(decode, pieces, codecs)), by_size[-1])


def _is_utf_8(piece: bytes) -> bool:
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _reads_as_utf_8(piece: bytes, codec: str, sense: Sense, *, valid: bool) -> bool:
    """Whether a piece is more plausible as UTF-8 than as `codec`."""
    if valid:
        return sense(piece, "utf-8") >= sense(piece, codec)
    text = piece.decode("utf-8", "replace")
    return text.count("\ufffd") <= FEW_LOST * len(text)
