"""Completes a recovery by importing lost articles again from their files; makes the automatic backups."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from tui_reader.errors import LibraryError
from tui_reader.library.backups import folder_of
from tui_reader.locale import _
from tui_reader.model import Added, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tui_reader.library import Library
    from tui_reader.library.recovery import Recovery
    from tui_reader.model import Progress


def has_backups(library: Path) -> bool:
    """Whether the file is surely a library of this program: only then is it replaced without confirmation."""
    return folder_of(library).is_dir()


def reimport_lost(
    library: Library, recovery: Recovery, import_paths: Callable[[Sequence[str]], Iterator[Progress]]
) -> Iterator[str]:
    """Import lost articles from their files. Yields a sentence per rejected file, then a summary of the recovery."""
    waiting = [record.get("path") for record in library.backups.waiting()]
    named = [path for path in (*(path for _, path in recovery.lost), *waiting) if path and os.path.exists(path)]  # noqa: PTH110 - any bytes
    added = 0
    for progress in import_paths(list(dict.fromkeys(named))):
        added += isinstance(progress.outcome, Added)
        if isinstance(progress.outcome, Refused):
            yield f"{progress.outcome.where}: {progress.outcome.reason}"
    yield describe(recovery, added)


def describe(recovery: Recovery, reimported: int) -> str:
    """Summary of a recovery on one line."""
    parts = [
        _("the library was damaged and has been rebuilt; the damaged file is now {aside}").format(aside=recovery.aside)
    ]
    parts.append(_("{count} articles").format(count=recovery.articles + reimported))
    if recovery.copied:
        parts.append(_("{copied} of them from the daily copy").format(copied=recovery.copied))
    if reimported:
        parts.append(_("{reimported} of them imported again from their files").format(reimported=reimported))
    lost = len(recovery.lost) - reimported
    if lost > 0:
        titles = "; ".join(title for title, _path in recovery.lost[:_NAMED])
        parts.append(_("{lost} lost: {titles}").format(lost=lost, titles=titles))
    if recovery.backup:
        parts.append(_("bookmarks, tags, highlights and notes as of {name}").format(name=recovery.backup.name))
    return _(", ").join(parts)


_NAMED = 5
"""Maximum lost articles listed by title."""


def save_reader_data(library: Library) -> None:
    """Back up user data and empty old articles from the trash. Failures are ignored."""
    if not library.read_only:
        with suppress(LibraryError, OSError):
            library.backups.save_reader_data()
            library.trash.empty_old()


def copy_library(library: Library) -> None:
    """Make the daily copy of the library if due. Failures are ignored."""
    if not library.read_only:
        with suppress(LibraryError, OSError):
            library.backups.copy_if_due()
