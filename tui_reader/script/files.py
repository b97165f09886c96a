"""Atomic replacement and change stamps of user files."""

import os
from contextlib import suppress
from pathlib import Path


def stamp_of(path: Path) -> object:
    """A value that changes whenever the file, or the list of names in a folder, does; the errno if missing."""
    try:
        found = path.stat()
    except OSError as error:
        return error.errno
    return found.st_mtime_ns, found.st_size, found.st_ino


def replace_file(path: Path, data: bytes | None) -> None:
    """Replace the file's contents atomically, keeping its permissions; None deletes the file. Raises OSError.

    Writes a temporary file next to it, syncs, then renames.
    """
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(None, "not writable")
    if data is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
