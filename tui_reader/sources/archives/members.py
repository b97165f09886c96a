"""Which members of an archive hold documents. Nothing is written to disk, so a name leads nowhere."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from tui_reader.sources.archives.kinds import ENDINGS as CONTAINER_ENDINGS
from tui_reader.sources.found import ENDINGS, natural

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAGE_PARTS = re.compile(r"((?:.*/)?[^/]+)[_.]files/.*", re.IGNORECASE)
_PAGE_ENDINGS: Final = (".html", ".htm", ".xhtml", ".shtml")
_TABLES: Final = (".csv", ".json")


def is_wanted(name: str) -> bool:
    """Whether a member may hold documents, by its name: hidden ones and those of other programs do not."""
    parts = name.split("/")
    if any(part.startswith(".") and part not in {".", ".."} for part in parts) or parts[0] == "__MACOSX":
        return False
    ending = posixpath.splitext(parts[-1])[1].lower()
    return ending in ENDINGS or ending in _TABLES or not ending or bool(CONTAINER_ENDINGS.search(parts[-1]))


def wanted(names: Iterable[str]) -> list[str]:
    """Those that may hold documents, without the parts of saved pages next to them, in natural order."""
    every = list(names)
    pages = {name.rpartition(".")[0] for name in every if name.lower().endswith(_PAGE_ENDINGS)}
    found = [name for name in every if is_wanted(name) and not _is_part(name, pages)]
    return sorted(found, key=lambda name: (natural(name), name))


def _is_part(name: str, pages: set[str]) -> bool:
    match = _PAGE_PARTS.fullmatch(name)
    return match is not None and match[1] in pages
