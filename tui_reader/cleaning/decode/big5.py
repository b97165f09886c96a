"""Big5 with the extensions of Hong Kong (HKSCS) or Taiwanese boards (Unicode-at-on).

Both assign different characters to the same codes. The added characters decide: Cantonese uses Hong Kong's; kana, kanji
and simplified characters use the boards'.
"""

import re
from collections import Counter

_SIGNS = str.maketrans("•､‾∼♁☉", "‧﹑¯～⊕⊙")
"""Codes that Python's table maps to other signs than browsers do; names contain the first (史蒂夫‧賈伯斯)."""
_UNIT = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x00-\xff]")
_ADDED = re.compile(rb"[\x81-\xa0\xc6-\xc8\xf9-\xfe]")
"""Lead bytes of added characters; a document without them is plain Big5."""
_CANTONESE = frozenset("嘅喺啲嚟咗嗰冇啱哋噉嘢嘥喎瞓揾搵攞郁嗌嘞啩囉咁乜咩睇諗啖氹廸衞裏綫峯滙邨埗涌磡鰂圳粵")
"""Added characters used in Hong Kong: Cantonese words, local forms and place names."""


def decode_big5(data: bytes) -> str:
    """Decode `data`; undecodable bytes become U+FFFD."""
    if not _ADDED.search(data):
        return data.decode("big5hkscs", "replace").translate(_SIGNS)
    units = _UNIT.findall(data)
    boards = _read_as_boards(units)
    if not boards:
        return data.decode("big5hkscs", "replace").translate(_SIGNS)
    return _parts(units, boards).translate(_SIGNS)


def _parts(units: list[bytes], boards: dict[bytes, str]) -> str:
    """The text between units of `boards`, decoded in one step each."""
    pieces: list[str] = []
    start = 0
    for index, unit in enumerate(units):
        if unit in boards:
            pieces += [b"".join(units[start:index]).decode("big5hkscs", "replace"), boards[unit]]
            start = index + 1
    return "".join([*pieces, b"".join(units[start:]).decode("big5hkscs", "replace")])


def _read_as_boards(units: list[bytes]) -> dict[bytes, str]:
    """Codes to read with the boards' table; empty if Hong Kong's fits equally well or better."""
    from uao.b2u import b2u_table  # noqa: PLC0415 - twenty thousand rows, which hardly any document needs

    counts = Counter(unit for unit in units if len(unit) > 1 and _ADDED.match(unit))
    read = {unit: (_hong_kong(unit), b2u_table.get(int.from_bytes(unit, "big"), "\ufffd")) for unit in counts}
    differing = {unit: both for unit, both in read.items() if both[0] != both[1]}
    hong_kong = sum(counts[unit] for unit, both in differing.items() if _is_written(both[0]))
    boards = sum(counts[unit] for unit, both in differing.items() if _is_written(both[1]))
    return {unit: both[1] for unit, both in differing.items() if both[1] != "\ufffd"} if boards > hong_kong else {}


def _hong_kong(unit: bytes) -> str:
    return unit.decode("big5hkscs", "replace")


def _is_written(character: str) -> bool:
    """Whether the character is in daily use: in Japan's or the mainland's basic set, or in written Cantonese."""
    return character in _CANTONESE or _has("shift_jis", character) or _has("gb2312", character)


def _has(codec: str, character: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
