"""7-bit Chinese encodings of mail and news: HZ (~{ … ~}) and ISO-2022-CN (escape sequences)."""

import re

from tui_reader.cleaning.decode.euc_tw import decode_euc_tw

ENOUGH = 2
"""Minimum characters in escaped stretches."""

_HZ = re.compile(rb"~\{(?:[\x21-\x7e]{2})+?(?:~\}|\n|$)")
_DESIGNATION = re.compile(rb"\x1b\$\)(?P<set>[AEG])")
_SHIFTED = re.compile(
    rb"\x1b\$\)(?P<set>[AEG])|\x1b\$\*H|\x1bN(?P<plane_2>[\x21-\x7e]{2})|\x0e(?P<text>[^\x0f\n]*)\x0f?"
)


def decode_escaped(data: bytes) -> tuple[str, str] | None:
    """(text, encoding) of an escaped document; None without such escapes. `data` is ASCII or UTF-8."""
    if data.isascii() and b"~{" in data and sum(len(found) - 4 for found in _HZ.findall(data)) >= 2 * ENOUGH:
        text = _HZ.sub(lambda found: _from_hz(found.group()), data)
        return text.decode("gb18030", "replace").replace("~~", "~").replace("~\n", ""), "hz"
    if b"\x0e" in data and _DESIGNATION.search(data):
        return _from_iso_2022(data), "iso-2022-cn"
    return None


def _from_hz(escaped: bytes) -> bytes:
    """HZ → GB 2312; a line end that closed the stretch is kept."""
    closed = escaped.removesuffix(b"~}").rstrip(b"\n")
    return _eight_bits(closed.removeprefix(b"~{")) + (b"\n" if escaped.endswith(b"\n") else b"")


def _eight_bits(pairs: bytes) -> bytes:
    return bytes(byte | 0x80 for byte in pairs)


def _from_iso_2022(data: bytes) -> str:
    """Decode shifted stretches by the designated set: A is GB 2312, G is plane 1 of CNS 11643."""
    pieces: list[str] = []
    last, designated = 0, b"A"
    for found in _SHIFTED.finditer(data):
        pieces.append(data[last : found.start()].decode("ascii", "replace"))
        last = found.end()
        designated = found["set"] or designated
        if found["text"]:
            pieces.append(_shifted(found["text"], designated))
        elif found["plane_2"]:
            pieces.append(decode_euc_tw(b"\x8e\xa2" + _eight_bits(found["plane_2"])))
    return "".join([*pieces, data[last:].decode("ascii", "replace")])


def _shifted(text: bytes, designated: bytes) -> str:
    """Two-byte characters with single plane-2 characters (ESC N and two bytes) among them."""
    plane_2 = re.compile(rb"\x1bN([\x21-\x7e]{2})")
    pieces = plane_2.split(text)
    return "".join(
        decode_euc_tw(b"\x8e\xa2" + _eight_bits(piece))
        if index % 2
        else (decode_euc_tw if designated == b"G" else _gb)(_eight_bits(piece))
        for index, piece in enumerate(pieces)
    )


def _gb(data: bytes) -> str:
    return data.decode("gb18030", "replace")
