"""Completion of a path while it is typed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from tui_reader.present.offers import Offer


def path_offers(text: str) -> tuple[Offer, ...]:
    """Files and folders whose paths begin with `text`, folders first. For a worker; a folder that cannot be read has none."""
    from tui_reader.present.offers import OFFERED, Offer  # noqa: PLC0415 - nothing is typed at a start

    folder, begun = os.path.split(text)
    names = _names(os.path.expanduser(folder) or ".", begun) if text.strip() else ()  # noqa: PTH111 - as in the controller
    paths = [os.path.join(folder, name) for name in names]  # noqa: PTH118 - `~/` stays as typed
    return tuple(Offer(one_line(path), path, len(path)) for path in paths[:OFFERED] if path != text)


def _names(folder: str, begun: str) -> tuple[str, ...]:
    """Names in a folder that begin so, those of folders with a slash; hidden ones only if a dot was typed."""
    try:
        with os.scandir(folder) as entries:
            found = [(not entry.is_dir(), entry.name) for entry in entries if _fits(entry.name, begun)]
    except (OSError, ValueError):
        return ()
    return tuple(name if is_file else f"{name}/" for is_file, name in sorted(found))


def _fits(name: str, begun: str) -> bool:
    is_text = not any("\ud800" <= character <= "\udfff" for character in name)
    return is_text and name.startswith(begun) and (begun.startswith(".") or not name.startswith("."))
