"""The user glossary file: reloaded on change, edited pair by pair.

Invalid lines are reported and skipped: articles must stay readable whatever the table holds. Writes are atomic.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG
from threading import RLock

from tui_reader.errors import GlossaryError, UsageError
from tui_reader.locale import _
from tui_reader.script.convert import Converter, converter
from tui_reader.script.equivalents import Equivalents, equivalents
from tui_reader.script.files import replace_file, stamp_of
from tui_reader.script.glossary import Glossary, parse_glossary, with_pair
from tui_reader.script.guards import Region
from tui_reader.script.packs.packs import PackFolder

PACKS = "packs"
"""Folder of word packs, next to the table."""

MOST_BYTES = 4 * 2**20
"""Maximum size of a table: some hundred thousand pairs."""


@dataclass(frozen=True, slots=True)
class GlossaryChange:
    """A pair was written. `before` and `after` are the file's contents; None if it did not exist."""

    sentence: str
    before: bytes | None
    after: bytes | None

    def __bool__(self) -> bool:
        return self.before != self.after


class UserGlossary:
    """The user glossary at `path` and the word packs in `packs/` next to it; neither needs to exist. Thread-safe.

    `path` None: no glossary and no packs.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.packs = PackFolder(path.with_name(PACKS)) if path else None
        self._lock = RLock()
        self._stamp: object = self  # differs from every file's stamp
        self._glossary = Glossary()
        self._complaints: tuple[str, ...] = ()

    @property
    def glossary(self) -> Glossary:
        """The usable rows, as the file is now."""
        with self._lock:
            self._refresh()
            return self._glossary

    @property
    def complaints(self) -> tuple[str, ...]:
        """One line for each unusable row, file or pack."""
        with self._lock:
            self._refresh()
            return self._complaints

    def converter(self, name: str) -> Converter:
        """The converter of that name with this glossary."""
        glossary = self.glossary
        return converter(name, glossary or None)

    @property
    def equivalents(self) -> Equivalents:
        """Equivalents including this glossary."""
        return equivalents(self.glossary)

    def correct(self, source: Region, word: str, target: Region, answer: str) -> GlossaryChange:
        """From now on write `word` of `source` as `answer` in `target`.

        Raises:
            UsageError: The table cannot hold the pair.
            GlossaryError: The file cannot be read or written.
        """
        with self._lock:
            before = self._bytes()
            try:
                text = with_pair(_decoded(self._require_path(), before or b""), source, word, target, answer)
            except ValueError as error:
                raise UsageError(f"“{word}” cannot be converted to “{answer}”: {error}") from None
            self._write(text.encode())
            return GlossaryChange(f"{word} → {answer} added to the glossary", before, text.encode())

    def undo(self, change: GlossaryChange) -> None:
        """Restore the contents before `change`. GlossaryError if the file has changed since."""
        with self._lock:
            if self._bytes() != change.after:
                raise GlossaryError(f"{self.path} has changed since; nothing was undone")
            self._write(change.before)

    def _refresh(self) -> None:
        if self.path is None or self.packs is None:
            return
        stamp = stamp_of(self.path), self.packs.stamp()
        if stamp == self._stamp:
            return
        self._stamp = stamp
        glossary, complaints = self._parsed(self.path)
        packs, others = self.packs.packs()
        self._glossary = replace(glossary, packs=tuple(pack for pack in packs if pack.on))
        self._complaints = (*complaints, *others)

    def _parsed(self, path: Path) -> tuple[Glossary, tuple[str, ...]]:
        """The parsed file, and its problems."""
        try:
            glossary = parse_glossary(_decoded(path, self._bytes() or b""))
        except GlossaryError as error:
            return Glossary(), (str(error),)
        return glossary, tuple(
            _("{name} line {line}: {reason}; line skipped").format(name=path.name, line=line, reason=_(reason))
            for line, reason in glossary.problems
        )

    def _bytes(self) -> bytes | None:
        with _glossary_errors(path := self._require_path(), "read"):
            return _read(path)

    def _write(self, data: bytes | None) -> None:
        self._stamp = self
        with _glossary_errors(path := self._require_path(), "written"):
            replace_file(Path(os.path.realpath(path)), data)

    def _require_path(self) -> Path:
        if self.path is None:
            raise GlossaryError("no user glossary is configured")
        return self.path


@contextmanager
def _glossary_errors(path: Path, what: str) -> Iterator[None]:
    """Translate OSError to GlossaryError."""
    try:
        yield
    except OSError as error:
        raise GlossaryError(f"{path}: the glossary cannot be {what} ({error.strerror or error})") from None


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise GlossaryError(f"{path}: the glossary cannot be read (not UTF-8 text)") from None


def _read(path: Path) -> bytes | None:
    """The file's contents; None if missing. Only regular files: reading a pipe would block."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not S_ISREG(found.st_mode):
        raise OSError(None, "not a regular file")
    if found.st_size > MOST_BYTES:
        raise OSError(None, f"larger than {MOST_BYTES // 2**20} MiB")
    return path.read_bytes()
