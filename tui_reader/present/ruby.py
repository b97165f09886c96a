"""Ruby: readings above the characters of a page, and the spaces that make room for them.

What is asked for is a system, or `auto:tw` and similar: the system by the wording shown and by the region of traditional
text that is shown as written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui_reader.present.display import SCRIPTS
from tui_reader.text.cells import width, width_of
from tui_reader.typeset.rules import CLOSING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui_reader.model import Script, Shown
    from tui_reader.present.pieces import BlockStyle
    from tui_reader.script.readings import Reading, System
    from tui_reader.typeset import Line

WITHOUT: frozenset[BlockStyle] = frozenset({"meta", "tags", "rule", "reader", "code", "table"})
"""Styles without ruby: generated lines, syntax, alignment."""

AUTO = "auto:"
"""Before the region, where the system depends on the text."""


class Ruby(NamedTuple):
    """`asked`: what was asked for; `system`: what it is for this text, which is in `script`."""

    asked: str
    system: System
    script: Script

    def readings(self, text: str) -> tuple[Reading, ...]:
        from tui_reader.script.readings import readings  # noqa: PLC0415 - most pages have none

        return readings(text, self.script, self.system)


def ruby_for(asked: str, shown: Shown, texts: Iterable[str]) -> Ruby:
    """The ruby asked for, on an article with these texts as written that is shown in a wording.

    Simplified text has pinyin, Taiwan's wording zhuyin, Hong Kong's jyutping if its library is installed.
    """
    from tui_reader.script import script_of  # noqa: PLC0415 - see `Ruby.readings`

    script = script_of("\n".join(texts)) if shown == "source" else SCRIPTS[shown]
    region = "cn" if script != "hant" else asked.removeprefix(AUTO) if shown == "source" else shown
    system: System = _by_region(region) if asked.startswith(AUTO) else _named(asked)
    return Ruby(asked, system, script)


def _by_region(region: str) -> System:
    from tui_reader.script.readings import is_available  # noqa: PLC0415 - see `Ruby.readings`

    if region == "hk" and is_available("jyutping"):
        return "jyutping"
    return "zhuyin" if region == "tw" else "pinyin"


def _named(system: str) -> System:
    return "zhuyin" if system == "zhuyin" else "jyutping" if system == "jyutping" else "pinyin"


def room_after(text: str, readings: Iterable[Reading]) -> dict[int, int]:
    """Cells of spaces needed after characters: readings are wider than their characters, and apart between words.

    A reading may reach over the closing marks that follow; the spaces then come after these.
    """
    room: dict[int, int] = {}
    for start, reading, joined in readings:
        last, free = start, width_of(text[start])
        while last + 1 < len(text) and text[last + 1] in CLOSING:
            last += 1
            free += width_of(text[last])
        missing = width(reading) + (0 if joined else 1) - free
        if missing > 0:
            room[last] = missing
    return room


def ruby_text(line: Line, reading_at: Callable[[int], str | None]) -> str:
    """The line above a display line, each reading over its character; `reading_at`: by offset in the text."""
    gaps, offset = frozenset(line.gaps), line.start
    parts: list[str] = []
    cell = used = 0
    for index, character in enumerate(line.text):
        if index >= line.indent and index not in gaps:
            reading = reading_at(offset)
            if reading:
                parts.append(" " * (cell - used) + reading)
                used = max(used, cell) + width(reading)
            offset += 1
        cell += width_of(character)
    return "".join(parts)
