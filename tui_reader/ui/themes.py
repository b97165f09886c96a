"""The two themes of the reader. Textual's own can be chosen in the command palette, too."""

from textual.theme import Theme

DARK = Theme(
    name="night",
    primary="#7aa2c8",
    secondary="#8f9aa8",
    accent="#e0b060",
    foreground="#d4d0c8",
    background="#16181c",
    surface="#1b1e23",
    panel="#262a31",
    success="#8fb573",
    warning="#e0b060",
    error="#d9776c",
    dark=True,
)
LIGHT = Theme(
    name="paper",
    primary="#33608c",
    secondary="#6b6558",
    accent="#9a5b13",
    foreground="#2a2620",
    background="#faf6ec",
    surface="#f3eddf",
    panel="#e6decb",
    success="#4d7a2f",
    warning="#9a5b13",
    error="#a8322a",
    dark=False,
)
