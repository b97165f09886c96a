"""Pictures as rows of cells: by the terminal's graphics protocol, else half blocks in true colour.

Of the protocols, kitty's is used, because its pictures are placed by characters and scroll with the text. textual-image asks
the terminal when it is imported, so that must happen before the screen takes the terminal; it is not imported in terminals
that do not name themselves kitty or Ghostty. Half blocks need only Pillow.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style

from tui_reader.text.cells import width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image
    from rich.console import Console

    from tui_reader.app.pictures import FoundPicture
    from tui_reader.app.session import Session
    from tui_reader.present.pictures import Size

Way = Literal["protocol", "blocks"]

NATIVE = ("kitty", "ghostty")
"""Parts of TERM and TERM_PROGRAM of terminals that place pictures by characters."""

LEAST_PIXELS = 64
"""Pictures with a shorter side are icons."""

KEPT_PIXELS = (1600, 1600)
"""Larger pictures are reduced: no column shows more."""

HALF = "▀"


class Picture(NamedTuple):
    """A decoded picture. `number`: as in `FoundPicture`."""

    image: Image
    number: int | None


def ask_terminal(session: Session) -> None:
    """Ask the terminal for kitty's protocol, if it may have it and pictures are wanted."""
    named = f"{os.environ.get('TERM', '')} {os.environ.get('TERM_PROGRAM', '')}".lower()
    if any(name in named for name in NATIVE) and is_wanted(session) and find_spec("textual_image") is not None:
        import_module("textual_image.renderable")


def is_wanted(session: Session) -> bool:
    """Whether pictures are to be shown, and can be decoded."""
    return session.setting("pictures") != "off" and find_spec("PIL") is not None


def way_of(console: Console) -> Way | None:
    """How this terminal shows pictures; None: not at all."""
    if os.environ.get("NO_COLOR"):
        return None
    asked = sys.modules.get("textual_image.renderable")
    if asked is not None and asked.Image is asked.TGPImage:
        return "protocol"
    return "blocks" if console.color_system == "truecolor" and width_of(HALF) == 1 else None


def decoded(found: FoundPicture) -> Picture | None:
    """Decode a picture; None for icons and for what is no picture. For a worker."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - optional

    try:
        with Image.open(BytesIO(found.data)) as opened:
            if min(opened.size) < LEAST_PIXELS or opened.width * opened.height > (Image.MAX_IMAGE_PIXELS or 0):
                return None
            opened.draft("RGB", KEPT_PIXELS)
            image = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return None
    image.thumbnail(KEPT_PIXELS)
    return Picture(image, found.number)


def rows_of(image: Image, size: Size, way: Way, console: Console) -> tuple[Sequence[Segment], ...]:
    """The rows of a picture, each as many cells wide as its size. With the protocol, the picture is sent."""
    return _block_rows(image, size) if way == "blocks" else _protocol_rows(image, size, console)


def _block_rows(image: Image, size: Size) -> tuple[Sequence[Segment], ...]:
    from PIL import Image as Images  # noqa: PLC0415 - optional

    on_black = Images.new("RGBA", image.size, "black")
    on_black.alpha_composite(image)
    small = on_black.convert("RGB").resize((size.cells, 2 * size.lines))
    pixels = small.tobytes()
    lines = [pixels[start : start + 3 * size.cells] for start in range(0, len(pixels), 3 * size.cells)]
    return tuple(_blocks(upper, lower) for upper, lower in zip(lines[::2], lines[1::2], strict=True))


def _blocks(upper: bytes, lower: bytes) -> Sequence[Segment]:
    """A row of cells, equal neighbours as one segment. `upper`, `lower`: three bytes a pixel."""
    cells = ((upper[start : start + 3], lower[start : start + 3]) for start in range(0, len(upper), 3))
    return [
        Segment(HALF * len(list(same)), Style(color=_color(above), bgcolor=_color(below)))
        for (above, below), same in groupby(cells)
    ]


def _color(pixel: bytes) -> Color:
    return Color.from_triplet(ColorTriplet(*pixel))


def _protocol_rows(image: Image, size: Size, console: Console) -> tuple[Sequence[Segment], ...]:
    from textual_image.renderable.tgp import Image as ProtocolImage  # noqa: PLC0415 - imported by `ask_terminal`

    drawn = console.render(ProtocolImage(image, width=size.cells, height=size.lines))
    return tuple((Segment(each.text.rstrip("\n"), each.style),) for each in drawn if each.text.strip("\n"))
