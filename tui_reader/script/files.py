"""Files of a person's own: written whole or not at all, and known to have changed."""

import os
from contextlib import suppress
from pathlib import Path


def stamp_of(path: Path) -> object:
    """What changes with a file, or with the names in a folder; an error number where there is none."""
    try:
        found = path.stat()
    except OSError as error:
        return error.errno
    return found.st_mtime_ns, found.st_size, found.st_ino


def replace_file(path: Path, data: bytes | None) -> None:
    """Put `data` in the file's place, with the file's own permissions; None takes the file away.

    It is written beside the file first and then renamed: there is never half a file. Raises OSError.
    """
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(None, "it may not be written")
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
