"""The reader's own themes, for long reading. Textual's themes can be chosen in the command palette.

Text has a contrast of at least 4.5 : 1 (WCAG AA), also dimmed text, which Textual blends with a third of the
background; the dark theme stays under 11 : 1, as bright letters on black glare. The tests measure both on rendered
screens.
"""

from textual.theme import Theme

NIGHT = Theme(
    name="night",
    primary="#86a9cb",
    secondary="#97a1ae",
    accent="#d8ab62",
    foreground="#c8c3b9",
    background="#17191d",
    surface="#1b1d22",
    panel="#22252a",
    success="#93b37a",
    warning="#d8ab62",
    error="#dd8b81",
    dark=True,
)
PAPER = Theme(
    name="paper",
    primary="#33608c",
    secondary="#6b6558",
    accent="#8a4f0c",
    foreground="#2a2620",
    background="#faf6ec",
    surface="#f5f0e3",
    panel="#ece5d5",
    success="#446d29",
    warning="#8a4f0c",
    error="#a8322a",
    dark=False,
)
SEPIA = Theme(
    name="sepia",
    primary="#3d5570",
    secondary="#66553f",
    accent="#813f0b",
    foreground="#2e1f10",
    background="#f0e4cb",
    surface="#ecdfc4",
    panel="#e6d8b9",
    success="#3f5c22",
    warning="#813f0b",
    error="#92261f",
    dark=False,
)
THEMES = (NIGHT, PAPER, SEPIA)
