"""File names that Linux, macOS, Windows and Obsidian accept."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from tui_reader.text.sanitize import one_line

# Windows forbids the first group, links of Obsidian the second.
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]|[#^\[\]]')
# Device names of Windows, with any suffix.
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_MOST_BYTES: Final = 180
"""File systems allow 255 bytes; a day, an id and a suffix come on top."""


def safe_name(title: str) -> str:
    """`title` as a file name without suffix: forbidden characters become a space; at most 180 bytes; `untitled` if empty."""
    text = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", one_line(title))).split())
    name = text.encode("utf-8", "ignore")[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .")
    if not name:
        return "untitled"
    return f"_{name}" if _RESERVED.match(name) else name


def article_name(title: str, day: str | None, short_id: str, suffix: str) -> str:
    """`2025-02-24 標題 0abcdef.md`. The id makes the name unique and keeps it the same in later exports."""
    return " ".join(filter(None, [(day or "")[:10], safe_name(title), short_id])) + f".{suffix}"
