"""The reader's own themes, for long reading. Textual's themes can be chosen in the command palette.

Text has a contrast of at least 4.5 : 1 (WCAG AA), also dimmed text, which Textual blends with a third of the
background; the dark theme stays under 11 : 1, as bright letters on black glare. The tests measure both on rendered
screens.
"""

from typing import Any

from textual.theme import Theme

COLOURS = (
    "primary", "secondary", "accent", "foreground", "background", "surface", "panel", "success", "warning", "error",
)  # fmt: skip
"""Order of the colours in a theme below."""


def _theme(name: str, colours: str, *, dark: bool = False) -> Theme:
    """`colours`: RGB hexadecimal values in the order of `COLOURS`."""
    values: dict[str, Any] = dict(zip(COLOURS, (f"#{colour}" for colour in colours.split()), strict=True))
    return Theme(name=name, dark=dark, **values)


NIGHT = _theme("night", "86a9cb 97a1ae d8ab62 c8c3b9 17191d 1b1d22 22252a 93b37a d8ab62 dd8b81", dark=True)
PAPER = _theme("paper", "33608c 6b6558 8a4f0c 2a2620 faf6ec f5f0e3 ece5d5 446d29 8a4f0c a8322a")
SEPIA = _theme("sepia", "3d5570 66553f 813f0b 2e1f10 f0e4cb ecdfc4 e6d8b9 3f5c22 813f0b 92261f")
THEMES = (NIGHT, PAPER, SEPIA)
