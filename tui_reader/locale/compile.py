"""Compiles the catalogues: `python -m tui_reader.locale.compile`, also run by the build hook. Needs no other package."""

from __future__ import annotations

import ast
import struct
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent

_MAGIC = 0x950412DE
"""First word of a .mo file, in the byte order of the numbers after it."""

_HEADER = 28
"""Bytes before the tables of a .mo file."""


class _Entry(NamedTuple):
    """A message of a .po file: its fields (`msgctxt`, `msgid`, `msgid_plural`, `msgstr`, `msgstr[0]`), and whether it is fuzzy."""

    fields: dict[str, str]
    is_fuzzy: bool


def compile_all(folder: Path = FOLDER) -> None:
    """Write a .mo file beside each .po file of a folder."""
    for source in sorted(folder.glob("*.po")):
        source.with_suffix(".mo").write_bytes(compiled_catalogue(source.read_text(encoding="utf-8")))


def compiled_catalogue(text: str) -> bytes:
    """The .mo form of a .po file. Messages that are fuzzy or have no translation are left out."""
    messages = sorted((pair for entry in _entries(text) if (pair := _pair(entry))), key=lambda pair: pair[0])
    ids, translations = bytearray(), bytearray()
    at_ids, at_translations = [], []
    for message, translation in messages:
        at_ids.append((len(message), len(ids)))
        at_translations.append((len(translation), len(translations)))
        ids += message + b"\0"
        translations += translation + b"\0"
    table = 8 * len(messages)
    start_ids = _HEADER + 2 * table
    start_translations = start_ids + len(ids)
    numbers = [_MAGIC, 0, len(messages), _HEADER, _HEADER + table, 0, start_ids]
    numbers += [number for size, at in at_ids for number in (size, start_ids + at)]
    numbers += [number for size, at in at_translations for number in (size, start_translations + at)]
    return struct.pack(f"<{len(numbers)}I", *numbers) + bytes(ids) + bytes(translations)


def _pair(entry: _Entry) -> tuple[bytes, bytes] | None:
    """Message and translation as a .mo file has them; None if the entry has no translation in force."""
    fields = entry.fields
    translation = fields.get("msgstr[0]", fields.get("msgstr", ""))
    if not translation or (entry.is_fuzzy and fields["msgid"]):
        return None
    message = fields["msgid"]
    if "msgid_plural" in fields:
        message += "\0" + fields["msgid_plural"]
    if "msgctxt" in fields:
        message = fields["msgctxt"] + "\x04" + message
    return message.encode(), translation.encode()


def _entries(text: str) -> Iterator[_Entry]:
    """Messages of a .po file, in which empty lines separate them; obsolete ones are comments."""
    for block in text.split("\n\n"):
        fields: dict[str, str] = {}
        name, is_fuzzy = "", False
        for line in block.splitlines():
            if not line or line.startswith("#"):
                is_fuzzy = is_fuzzy or (line.startswith("#,") and "fuzzy" in line)
                continue
            keyword, quote, rest = line.partition('"')
            name = keyword.strip() or name
            fields[name] = fields.get(name, "") + ast.literal_eval(quote + rest)
        if "msgid" in fields:
            yield _Entry(fields, is_fuzzy)


if __name__ == "__main__":
    compile_all()
