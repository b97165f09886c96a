"""Names of keys: as people write them, as Textual names them, and what an input method sends in their place."""

from __future__ import annotations

from string import punctuation
from typing import TYPE_CHECKING

from textual import events

from tui_reader.ui.core.compat import key_of

if TYPE_CHECKING:
    from textual.widget import Widget

KEY_NAMES = {
    "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End", "insert": "Ins", "delete": "Del",
    "enter": "Enter", "escape": "Esc", "space": "Space", "tab": "Tab", "backspace": "Backspace",
}  # fmt: skip
"""How keys without a character of their own are written for people."""

MARKS = {key_of(mark): mark for mark in punctuation}
"""`?` by its name of `question_mark`, and so on."""

SPELLINGS = {
    **{shown.lower(): key for key, shown in KEY_NAMES.items()},
    **{key: key for key in (*KEY_NAMES, *MARKS, *(f"f{number}" for number in range(1, 25)))},
    "page up": "pageup", "page down": "pagedown", "pgdown": "pagedown", "return": "enter",
}  # fmt: skip
"""Names of keys in small letters, other than the characters themselves."""

MODIFIERS = {"ctrl": "ctrl", "control": "ctrl", "alt": "alt", "shift": "shift"}

SAME_TO_A_TERMINAL = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape", "ctrl+h": "backspace"}
"""A terminal sends one code for both: what is bound to the first arrives as the second."""

FULL_WIDTH, ASCII_OFFSET = range(0xFF01, 0xFF5F), 0xFEE0
"""The full-width forms of ASCII, and how far they are from it."""

PUNCTUATION = {
    "\u3000": " ", "。": ".", "、": "/", "「": "[", "」": "]", "『": "{", "』": "}", "【": "[", "】": "]",
    "《": "<", "》": ">", "〈": "<", "〉": ">", "‘": "'", "’": "'", "“": '"', "”": '"', "￥": "$", "·": "`",
    "—": "_", "…": "^",
}  # fmt: skip
"""What Chinese input methods send for a key with an ASCII mark on it, where that is not the mark's full-width form.

`、` comes from `/` in some of them and from `\\` in others; `/` is the one with a meaning here.
"""


def twin(character: str | None) -> str | None:
    """The ASCII character on the key that an input method turned into this one; None for any other character."""
    if character is None or len(character) != 1:
        return None
    if ord(character) in FULL_WIDTH:
        return chr(ord(character) - ASCII_OFFSET)
    return PUNCTUATION.get(character)


def as_pressed(event: events.Key, focused: Widget | None) -> events.Key:
    """The key as it is without an input method, unless who has the focus takes what is typed as text.

    A full-width space is one in a text, too: it counts as not printable, and would be lost.
    """
    character = twin(event.character)
    in_a_text = focused is not None and focused.check_consume_key("x", "x")
    if character is None or (in_a_text and character != " "):
        return event
    return events.Key(key_of(character), character)


def key_named(written: str) -> str | None:
    """Textual's name of a key as a person writes it (`?`, `PgDn`, `ctrl+x`, `Esc`, `↓`); None for what is no key."""
    if len(written) == 1:
        return _plain(written)
    head, plus, name = written.strip().rpartition("+")
    if not name and head.endswith("+"):  # ctrl++
        head, name = head[:-1], "+"
    modifiers = {MODIFIERS.get(part.strip().lower()) for part in head.split("+")} if plus else set()
    if modifiers == {"shift"} and len(name) == 1 and name.isalpha():
        return _plain(name.upper())
    key = _plain(name.lower() if modifiers else name)
    if key is None or None in modifiers:
        return None
    named = "+".join((*sorted(filter(None, modifiers)), key))
    return SAME_TO_A_TERMINAL.get(named, named)


def _plain(name: str) -> str | None:
    """A key without modifiers."""
    if len(name) == 1:
        character = twin(name) or name
        return SPELLINGS.get(name) or (key_of(character) if character.isprintable() else None)
    return SPELLINGS.get(name.lower())


def shown(key: str) -> str:
    """A key as a person reads it: `?`, `PgDn`, `ctrl+x`, `F5`."""
    *modifiers, name = key.split("+")
    name = KEY_NAMES.get(name) or MARKS.get(name) or (name.upper() if len(name) > 1 else name)
    return "+".join((*modifiers, name))
