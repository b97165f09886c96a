"""Content of the help screen and of `tui-reader keys`: the cheat sheet, then all keys by place, then the signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui_reader.locale import _
from tui_reader.present.passages import NOTE
from tui_reader.present.removed import SIGNS as SIGNS_OF_LINES
from tui_reader.present.rows import BOOKMARKED, MARKED, PASSAGES, UNCERTAIN, UNREAD
from tui_reader.present.tags import OWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui_reader.ui.core.commands import Command, Keys

CHEAT_SHEET = (
    "list.open", "reading.on", "reading.back", "everywhere.query", "everywhere.tags", "everywhere.bookmark",
    "everywhere.script", "reading.find", "reading.removed", "reading.mark", "everywhere.import", "everywhere.undo",
    "everywhere.settings", "everywhere.help", "everywhere.quit",
)  # fmt: skip
"""The commands that a reader needs first."""

FIRST = "First of all"

SIGNS = (
    (UNREAD, "not read yet"),
    (BOOKMARKED, "bookmarked"),
    (MARKED, "selected; a tag required"),
    (PASSAGES, "number of highlights in it"),
    (UNCERTAIN, "before a title: may not be an article"),
    (NOTE, "your note on a highlight"),
    ("−", "tag excluded"),
    (OWN, "a tag of your own"),
    (SIGNS_OF_LINES["removed"], "a removed line"),
    (SIGNS_OF_LINES["back"], "a line you restored"),
)


class Row(NamedTuple):
    """Keys (or a sign) and what they do; `name`: id of the command, empty for a sign."""

    keys: str
    what: str
    name: str = ""


class Section(NamedTuple):
    heading: str
    rows: tuple[Row, ...]


def cheat_sheet(keys: Keys) -> Section:
    """The commands needed first that have keys."""
    known = {command.id: command for command in keys.commands}
    chosen = (known[name] for name in CHEAT_SHEET if name in known)
    return Section(_(FIRST), tuple(_row(keys, command) for command in chosen if keys.of(command)))


def by_place(keys: Keys, here: str = "") -> tuple[Section, ...]:
    """All commands by place; the place `here` first, then what works everywhere."""
    order = sorted(
        keys.contexts, key=lambda context: (context.name != here, bool(here) and context.name != "everywhere")
    )
    return tuple(
        Section(_(context.heading), tuple(_row(keys, command) for command in keys.within(context.name)))
        for context in order
    )


def all_sections(keys: Keys, here: str) -> tuple[Section, ...]:
    """What the help screen shows."""
    return (
        cheat_sheet(keys),
        *by_place(keys, here),
        Section(_("Signs"), tuple(Row(sign, _(what)) for sign, what in SIGNS)),
    )


def matching(sections: Iterable[Section], needle: str) -> tuple[Section, ...]:
    """The rows that have all words of `needle` in keys, meaning, heading or name; a word of one letter is a key."""
    words = needle.split()
    found = (
        section._replace(rows=tuple(row for row in section.rows if all(_has(section, row, word) for word in words)))
        for section in sections
    )
    return tuple(section for section in found if section.rows)


def in_columns(sections: Sequence[Section]) -> tuple[Sequence[Section], Sequence[Section]]:
    """Two columns of about the same height."""
    heights = [len(section.rows) + 2 for section in sections]
    most = sum(heights) / 2
    split = next((number for number in range(len(sections)) if sum(heights[: number + 1]) >= most), 0) + 1
    return sections[:split], sections[split:]


def _row(keys: Keys, command: Command) -> Row:
    return Row(keys.shown(command), _(command.title), command.id)


def _has(section: Section, row: Row, word: str) -> bool:
    if len(word) == 1 and word.isascii():
        return word in row.keys.split()
    text = f"{row.keys}\n{row.what}\n{section.heading}\n{row.name}"
    return word.casefold() in text.casefold()
