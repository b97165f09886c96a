"""Sample articles of the program, offered in an empty library."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from tui_reader.model import Refused
from tui_reader.sources.gathered import Source

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PACKAGE = "tui_reader"


def samples() -> tuple[Source | Refused, ...]:
    """All samples, sorted by name, without path: the user did not name them."""
    folder = _folder()
    if folder is None:
        return (Refused("sample:", "the sample articles are not installed"),)
    found = sorted((entry for entry in folder.iterdir() if entry.is_file()), key=lambda entry: entry.name)
    return tuple(Source(f"sample:{entry.name}", None, entry.read_bytes()) for entry in found)


def _folder() -> Traversable | None:
    """Folder in the installed package; in a checkout next to it."""
    package = files(PACKAGE)
    for folder in (package / "samples", package / ".." / "seeds"):
        if folder.is_dir():
            return folder
    return None
