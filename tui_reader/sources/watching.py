"""Watched folders: which files were saved or changed in them, once they are completely written.

Changes are reported by the operating system, through `watchfiles`; where that does not work, folders are looked through every
few seconds. A file counts as written once its size and time have stayed the same from one look to the next.
"""

from __future__ import annotations

import os
from time import monotonic
from typing import TYPE_CHECKING, Final

from tui_reader.sources.found import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from threading import Event

SETTLED: Final = 0.4
"""Seconds between two looks at a file that may still be written."""

TICK: Final = 0.25
"""Seconds after which the caller gets control, also where nothing has changed."""

POLLING: Final = 3.0
"""Seconds between two looks where changes are not reported."""

UNFINISHED: Final = (".part", ".crdownload", ".download", ".tmp", ".partial", ".opdownload")
"""Ends of the names of files that are being downloaded."""

Stamp = tuple[int, int]


class FolderLook:
    """Looks through folders again and again. `take` gives each file once for each of its versions."""

    def __init__(self, folders: Sequence[str]) -> None:
        self._folders = tuple(folders)
        self._taken: dict[str, Stamp] = {}
        self._before: dict[str, Stamp] = {}

    def take(self) -> list[str]:
        """Files that are new or changed, and have not changed since the last look."""
        now = {path: stamp for path in self._paths() if (stamp := _stamp(path)) is not None}
        found = [
            path for path, stamp in now.items() if self._taken.get(path) != stamp and self._before.get(path) == stamp
        ]
        self._taken = {path: stamp for path, stamp in self._taken.items() if path in now}
        self._taken.update((path, now[path]) for path in found)
        self._before = now
        return found

    @property
    def is_settled(self) -> bool:
        """Whether every file that was seen has been taken."""
        return all(self._taken.get(path) == stamp for path, stamp in self._before.items())

    def _paths(self) -> Iterator[str]:
        for folder in self._folders:
            for path in find(folder):
                if isinstance(path, str) and not path.lower().endswith(UNFINISHED):
                    yield path


def watch(folders: Sequence[str], stop: Event) -> Iterator[list[str]]:
    """The files in folders, then those that are saved or changed in them, until `stop` is set.

    Yields an empty list every `TICK` seconds in which there are none. Folders that do not exist yet are looked for.
    """
    look = FolderLook(folders)
    look.take()
    looked = monotonic()
    for is_changed in _changes(folders, stop):
        if not is_changed and look.is_settled:
            yield []
        elif not stop.wait(max(0.0, looked + SETTLED - monotonic())):
            looked = monotonic()
            yield look.take()


def _changes(folders: Sequence[str], stop: Event) -> Iterator[bool]:
    """True where something may have changed, False every `TICK` seconds else."""
    there = [folder for folder in folders if os.path.isdir(folder)]  # noqa: PTH112 - names that Path may not take
    try:
        from watchfiles import watch as reported  # noqa: PLC0415 - only where a folder is watched
    except ImportError:
        yield from _polled(stop)
        return
    if len(there) < len(folders):
        yield from _polled(stop)
        return
    tick = int(TICK * 1000)
    wake = reported(
        *there, watch_filter=None, debounce=tick, step=50, stop_event=stop, rust_timeout=tick, yield_on_timeout=True,
        raise_interrupt=True,
    )  # fmt: skip
    is_first = True  # what was saved before the watch began is not reported
    try:
        for changes in wake:
            yield bool(changes) or is_first
            is_first = False
    except (RuntimeError, OSError):  # no more watches of the system, or the folder is gone
        yield from _polled(stop)


def _polled(stop: Event) -> Iterator[bool]:
    waited = 0.0
    yield True
    while not stop.wait(TICK):
        waited += TICK
        yield waited >= POLLING
        waited = 0.0 if waited >= POLLING else waited


def _stamp(path: str) -> Stamp | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - as above
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
