"""Expands given paths to files.

A file given by name is always tried, whatever its extension. In a folder, hidden names, the folders in which browsers store
the images and scripts of a saved page, and other extensions are skipped. Names are sorted naturally (`2.txt` before
`10.txt`). Links to folders are not followed; a folder reachable twice (through a mount) is walked once.
"""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from tui_reader.errors import SourceEmpty, SourceError
from tui_reader.model import Refused
from tui_reader.sources.archives.kinds import ENDINGS as CONTAINERS
from tui_reader.sources.reading import looks_like_text, refusal, status_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# Extensions of saved articles; a file without one is taken if its first bytes look like text.
ENDINGS = frozenset(
    {
        *(".txt", ".text", ".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml", ".mht", ".eml"),
        *(".md", ".markdown", ".mdx", ".org", ".rst"),
    }
)

# "Save page, complete" stores the parts of PAGE.html in PAGE_files or PAGE.files next to it.
_PAGE_PARTS = re.compile(r"(.+)[_.]files", re.IGNORECASE)
_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".shtml")

_DIGITS = re.compile(r"(\d+)")


def find(path: str) -> Iterator[str | Refused]:
    """All files to read behind one path, or the reason why there are none."""
    try:
        status = status_of(path)
    except SourceError as error:
        yield Refused(error.where, error.reason)
        return
    if not stat.S_ISDIR(status.st_mode):
        yield path
        return
    found = list(_walk(path, {(status.st_dev, status.st_ino)}))
    if not found:
        empty = SourceEmpty(path, "the folder contains no importable files (.txt, .html, .md, archives and similar)")
        yield Refused(empty.where, empty.reason)
    yield from found


def natural(name: str) -> list[tuple[int, int, str]]:
    """Natural sort key: runs of digits by value."""
    parts = _DIGITS.split(name.casefold())
    return [(0, int(part), "") if index % 2 else (1, 0, part) for index, part in enumerate(parts)]


def _walk(folder: str, walked: set[tuple[int, int]]) -> Iterator[str | Refused]:
    """Files below a folder, in order. `walked`: (device, inode) of all entered folders.

    Iterative: folders may be nested deeper than Python's recursion limit.
    """
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and not _is_folder(path, walked):
            yield from _entry(path)
            continue
        try:
            waiting += reversed(_names(path))
        except OSError as error:
            yield _refused(path, error)


def _names(folder: str) -> list[str]:
    """Candidate paths in a folder, in natural order."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries]
    pages = {name.rpartition(".")[0] for name in names if name.casefold().endswith(_PAGE_ENDINGS)}
    wanted = [name for name in names if not name.startswith(".") and not _is_part(name, pages)]
    wanted.sort(key=lambda name: (natural(name), name))
    return [os.path.join(folder, name) for name in wanted]  # noqa: PTH118 - keeps the path as it was given


def _is_folder(path: str, walked: set[tuple[int, int]]) -> bool:
    """Whether it is a folder to enter; records it in `walked`."""
    try:
        status = os.lstat(path)
    except OSError:
        return False
    here = (status.st_dev, status.st_ino)
    if not stat.S_ISDIR(status.st_mode) or here in walked:
        return False
    walked.add(here)
    return True


def _entry(path: str) -> Iterator[str | Refused]:
    """What a folder entry stands for. Pipes, sockets and devices are skipped."""
    try:
        status = os.stat(path)  # noqa: PTH116 - one call for tens of thousands of names
    except OSError as error:
        if _ending(path) in ENDINGS:
            yield _refused(path, error)
        return
    if stat.S_ISREG(status.st_mode) and _can_hold_article(path):
        yield path


def _can_hold_article(path: str) -> bool:
    ending = _ending(path)
    if CONTAINERS.search(path):
        return True
    return ending in ENDINGS or (not ending and looks_like_text(path))


def _ending(path: str) -> str:
    """`.txt` of `a/b.TXT`; "" without an extension."""
    _, dot, ending = os.path.basename(path).rpartition(".")  # noqa: PTH119 - keeps the path as it was given
    return (dot + ending).casefold() if dot else ""


def _is_part(name: str, pages: set[str]) -> bool:
    """Whether a folder contains the parts of a saved page next to it."""
    match = _PAGE_PARTS.fullmatch(name)
    return match is not None and match[1] in pages


def _refused(path: str, error: OSError) -> Refused:
    said = refusal(path, error)
    return Refused(said.where, said.reason)
