"""Key names: as users write them, as Textual names them, and what input methods send instead."""

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
"""Display names of keys without a printable character."""

MARKS = {key_of(mark): mark for mark in punctuation}
"""Textual's names of punctuation keys, such as `question_mark`."""

SPELLINGS = {
    **{shown.lower(): key for key, shown in KEY_NAMES.items()},
    **{key: key for key in (*KEY_NAMES, *MARKS, *(f"f{number}" for number in range(1, 25)))},
    "page up": "pageup", "page down": "pagedown", "pgdown": "pagedown", "return": "enter",
}  # fmt: skip
"""Accepted lower-case names of keys other than single characters."""

MODIFIERS = {"ctrl": "ctrl", "control": "ctrl", "alt": "alt", "shift": "shift"}

SAME_TO_A_TERMINAL = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape", "ctrl+h": "backspace"}
"""Keys with the same terminal code: a binding of the first must be stored under the second."""

FULL_WIDTH, ASCII_OFFSET = range(0xFF01, 0xFF5F), 0xFEE0
"""Full-width forms of ASCII, and their distance from it."""

PUNCTUATION = {
    "\u3000": " ", "。": ".", "、": "/", "「": "[", "」": "]", "『": "{", "』": "}", "【": "[", "】": "]",
    "《": "<", "》": ">", "〈": "<", "〉": ">", "‘": "'", "’": "'", "“": '"', "”": '"', "￥": "$", "·": "`",
    "—": "_", "…": "^",
}  # fmt: skip
r"""What Chinese input methods send for ASCII punctuation keys, other than full-width forms.

`、` is sent for `/` by some and for `\` by others; `/` is the one with a command here."""


def twin(character: str | None) -> str | None:
    """ASCII character of the key for which an input method sent this character; None for other characters."""
    if character is None or len(character) != 1:
        return None
    if ord(character) in FULL_WIDTH:
        return chr(ord(character) - ASCII_OFFSET)
    return PUNCTUATION.get(character)


def as_pressed(event: events.Key, focused: Widget | None) -> events.Key:
    """The key event without the input method's conversion, unless the focused widget accepts text.

    In text, a full-width space becomes a normal space: Textual treats it as not printable and would drop it.
    """
    character = twin(event.character)
    in_a_text = focused is not None and focused.check_consume_key("x", "x")
    if character is None or (in_a_text and character != " "):
        return event
    return events.Key(key_of(character), character)


def key_named(written: str) -> str | None:
    """Textual's name of a key as users write it (`?`, `PgDn`, `ctrl+x`, `Esc`, `↓`); None if there is no such key."""
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
    """Textual's name of a key without modifiers."""
    if len(name) == 1:
        character = twin(name) or name
        return SPELLINGS.get(name) or (key_of(character) if character.isprintable() else None)
    return SPELLINGS.get(name.lower())


def shown(key: str) -> str:
    """Display form of a key: `?`, `PgDn`, `ctrl+x`, `F5`."""
    *modifiers, name = key.split("+")
    name = KEY_NAMES.get(name) or MARKS.get(name) or (name.upper() if len(name) > 1 else name)
    return "+".join((*modifiers, name))
