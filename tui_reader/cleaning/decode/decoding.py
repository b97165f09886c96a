"""Detects the encoding by how common the resulting characters are.

Declarations are often wrong (GBK declared as UTF-8, UTF-8 as gb2312), so they only break ties. A byte order mark is
trusted, and so is valid UTF-8 with non-ASCII characters: no other Chinese encoding is valid UTF-8 by chance. 7-bit encodings
(HZ, ISO-2022-CN) are recognized by their escape sequences.
"""

import re
from typing import NamedTuple

from tui_reader.cleaning.decode.big5 import decode_big5
from tui_reader.cleaning.decode.common import COMMON
from tui_reader.cleaning.decode.escaped import decode_escaped
from tui_reader.cleaning.decode.euc_tw import decode_euc_tw
from tui_reader.cleaning.decode.mixed import decode_mixed
from tui_reader.errors import SourceBinary, SourceEmpty
from tui_reader.locale import _
from tui_reader.text.han import UNIFIED
from tui_reader.text.sanitize import sanitize

SAMPLE = 1 << 17
"""Bytes examined."""
ENOUGH = 1 << 14
"""Bytes from the first non-ASCII byte on that suffice to distinguish Chinese encodings."""
ENOUGH_PAIRS = 1 << 12
"""Bytes that suffice to test for byte pairs."""
FEW_ERRORS = 0.01
"""Maximum share of undecodable bytes in damaged or truncated text."""
CONTROLS = 0.02
"""Share of control characters from which data are binary; terminal dumps have far fewer."""
FEW_CONTROLS = 8
"""Control characters allowed in short texts too, left by a terminal."""
COMMON_ENOUGH = 0.2
"""Minimum share of common Han characters: wrong decodings are under 0.1, real text over 0.35."""
ENOUGH_HAN, LEAST_COMMON = 40, 0.1
"""Minimum Han characters for a reliable share, and the share below which a text was once decoded wrongly."""
NULS = 0.1
"""Share of NUL bytes that indicates UTF-16: every ASCII character has one."""

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office or EPUB file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{3,20})""", re.IGNORECASE)
_CODECS = {
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "euc-tw": "euc-tw",
    "x-euc-tw": "euc-tw",
    "cns11643": "euc-tw",
}
_NAMES = {"big5hkscs": "big5-hkscs", "cp1252": "windows-1252"}
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_HAN = re.compile(f"[{UNIFIED}]")
_FOREIGN = re.compile("[\uac00-\uf8ff]")
"""Hangul and private use: frequent in wrong decodings, absent from Chinese pages."""
_ODD = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_FOUR_BYTES = re.compile(rb"\x8e[\xa1-\xa7][\xa1-\xfe]{2}")
"""A character of EUC-TW plane 2 or higher; every longer text has one."""


class Decoded(NamedTuple):
    """Sanitized text and its encoding."""

    text: str
    encoding: str


def decode(data: bytes, where: str, charset: str | None = None) -> Decoded:
    """Decode and sanitize `data`. SourceEmpty or SourceBinary, naming `where`."""
    text, encoding = decode_as_is(data, where, charset)
    return Decoded(harmless_text(text, where), encoding)


def harmless_text(text: str, where: str) -> str:
    """Remove control and hidden characters. SourceEmpty if nothing is left."""
    text = sanitize(text)
    if not text or text.isspace():
        raise SourceEmpty(where, "empty")
    return text


def decode_as_is(data: bytes, where: str, charset: str | None = None) -> Decoded:
    """Same as `decode` without sanitizing: for markup only the resulting text is sanitized.

    `charset`: declared outside the document; counts as much as a declaration inside.
    """
    if not data.strip(b"\x00\t\n\r "):
        raise SourceEmpty(where, "empty")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise SourceBinary(where, _("{what}, not text").format(what=what))
    return _checked(*(_decode_sure(data) or _decode_legacy(data, charset, where)), where)


def _decode_sure(data: bytes) -> tuple[str, str] | None:
    """(text, codec) by byte order mark, escape sequences or valid UTF-8; None if detection is needed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    text = _valid_utf_8(data)
    return None if text is None else decode_escaped(data) or (text, "utf-8")


def _decode_legacy(data: bytes, charset: str | None, where: str) -> tuple[str, str]:
    """(text, codec) of bytes that are not valid UTF-8."""
    mixed = None if b"\x00" in data else decode_mixed(data, _judge_codec, _decoded, _sense)
    if mixed is not None:
        return mixed
    judged = _judge(data, charset)
    if judged is None:
        raise SourceBinary(where, "not text in a known encoding")
    return _decoded(data, judged), judged


def _decoded(data: bytes, codec: str) -> str:
    if codec == "euc-tw":
        return decode_euc_tw(data)
    return decode_big5(data) if codec == "big5hkscs" else data.decode(codec, "replace")


def _valid_utf_8(data: bytes) -> str | None:
    """Decode UTF-8 in one step, as for nearly all documents; None if detection is needed."""
    if b"\x00" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _checked(text: str, encoding: str, where: str) -> Decoded:
    """The text, unless it consists of control characters."""
    head = text[:SAMPLE]
    if _ODD.search(head) and len(_ODD.findall(head)) > max(FEW_CONTROLS, CONTROLS * len(head)):
        raise SourceBinary(where, "not text: full of control characters")
    return Decoded(text, _NAMES.get(encoding, encoding))


def _judge(data: bytes, charset: str | None) -> str | None:
    """The most plausible codec; None if none is."""
    sample = data[:SAMPLE]
    errors = _errors(sample, "utf-8")
    wide = _judge_wide(sample) if errors or b"\x00" in sample else None
    if wide is not None:
        return wide
    if errors <= (0 if len(data) <= SAMPLE else 3):
        return "utf-8"
    sample = _telling(sample)
    codec = _judge_codec(sample, _CODECS.get((charset or _declared(data)).lower()))
    return codec or ("cp1252" if _mostly_ascii(sample) else None)


def _judge_codec(sample: bytes, declared: str | None = None) -> str | None:
    """The most plausible Chinese encoding of a sample; None if none is."""
    codecs = ["gb18030", "big5hkscs", "utf-8"]
    if declared == "euc-tw" or _FOUR_BYTES.search(sample):
        codecs.append("euc-tw")
    judged = [(_sense(sample, codec) + (0.02 if codec == declared else 0.0), codec) for codec in codecs]
    best, codec = max(judged)
    return codec if best >= COMMON_ENOUGH else None


def _telling(sample: bytes) -> bytes:
    """The part of a sample with non-ASCII characters: markup is mostly ASCII."""
    first = _BEYOND_ASCII.search(sample)
    start = first.start() if first else 0
    return sample[start : start + ENOUGH]


def _judge_wide(sample: bytes) -> str | None:
    """UTF-16 without a byte order mark: NULs next to ASCII, or common characters where nothing else decodes."""
    pairs = sample[: min(len(sample), ENOUGH_PAIRS) // 2 * 2]
    judged = [(_sense(pairs, codec), codec) for codec in ("utf-16-le", "utf-16-be")]
    best, codec = max(judged)
    if best >= COMMON_ENOUGH:
        return codec
    if pairs.count(b"\x00") > NULS * len(pairs):
        even, odd = pairs[::2].count(b"\x00"), pairs[1::2].count(b"\x00")
        if min(even, odd) * 10 < max(even, odd):
            return "utf-16-le" if odd > even else "utf-16-be"
    return None


def _sense(sample: bytes, codec: str) -> float:
    """Share of common Han characters in a decoding; 0 if it has more errors than FEW_ERRORS."""
    text = decode_euc_tw(sample) if codec == "euc-tw" else sample.decode(codec, "replace")
    if text.count("\ufffd") > FEW_ERRORS * len(text) + 1:
        return 0.0
    return _common_share(text, _HAN.findall(text))


def _common_share(text: str, han: list[str]) -> float:
    return sum(map(COMMON.__contains__, han)) / (len(han) + 2 * len(_FOREIGN.findall(text))) if han else 0.0


def is_readable(text: str) -> bool:
    """Whether a longer text consists of commonly used characters rather than an earlier wrong decoding."""
    sample = text[:SAMPLE]
    least = LEAST_COMMON * len(sample)
    if not _FOREIGN.search(sample) and sum(map(COMMON.__contains__, sample[: len(sample) // 4])) >= least:
        return True  # whatever the rest is, as a quarter has enough for all: nearly every page
    han = _HAN.findall(sample)
    return len(han) < ENOUGH_HAN or _common_share(sample, han) >= LEAST_COMMON


def _errors(sample: bytes, codec: str) -> int:
    """Undecodable bytes, except a cut at the end of the sample."""
    try:
        sample.decode(codec)
    except UnicodeDecodeError as problem:
        if problem.start >= len(sample) - 4 and len(sample) == SAMPLE:
            return 0
        return sample.decode(codec, "replace").count("\ufffd")
    return 0


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data, 0, 4096)
    return found.group(1).decode("ascii", "replace").lower() if found else ""


def _mostly_ascii(sample: bytes) -> bool:
    """Western text has few non-ASCII letters; images have many, and NULs."""
    return b"\x00" not in sample and len(sample.translate(None, bytes(range(128)))) < 0.1 * len(sample)
