"""The file of a person's own words: read again when it changes, written pair by pair.

What cannot be used of it is said and passed over, for an article must be readable whatever stands in a table. What is
written goes to a file beside it first, which then takes its place: there is never half a table.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG
from threading import RLock

from tui_reader.errors import GlossaryError, UsageError
from tui_reader.script.convert import Converter, converter
from tui_reader.script.equivalents import Equivalents, equivalents
from tui_reader.script.files import replace_file, stamp_of
from tui_reader.script.glossary import Glossary, parse_glossary, with_pair
from tui_reader.script.guards import Region
from tui_reader.script.packs.packs import PackFolder

PACKS = "packs"
"""The folder of word packs, beside the table."""

MOST_BYTES = 4 * 2**20
"""Of a table: some hundred thousand pairs. What is larger is no person's own."""


@dataclass(frozen=True, slots=True)
class GlossaryChange:
    """A pair was written. `before` and `after` are all that the file held; None where there was none."""

    sentence: str
    before: bytes | None
    after: bytes | None

    def __bool__(self) -> bool:
        return self.before != self.after


class UserGlossary:
    """A person's table at `path`, and the word packs in the folder `packs` beside it; neither need be there.

    None for no table and no packs. Safe to use from several threads.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.packs = PackFolder(path.with_name(PACKS)) if path else None
        self._lock = RLock()
        self._stamp: object = self  # no file has this one
        self._glossary = Glossary()
        self._complaints: tuple[str, ...] = ()

    @property
    def glossary(self) -> Glossary:
        """What can be used of it, as the file stands now."""
        with self._lock:
            self._refresh()
            return self._glossary

    @property
    def complaints(self) -> tuple[str, ...]:
        """A sentence for each line that cannot be used, or one for a file or a pack that cannot."""
        with self._lock:
            self._refresh()
            return self._complaints

    def converter(self, name: str) -> Converter:
        """The converter of that name in which the person's words win."""
        glossary = self.glossary
        return converter(name, glossary or None)

    @property
    def equivalents(self) -> Equivalents:
        """What words are called alike, the person's among them."""
        return equivalents(self.glossary)

    def correct(self, source: Region, word: str, target: Region, answer: str) -> GlossaryChange:
        """From now on `word` of `source` is written as `answer` in `target`.

        UsageError for what the table cannot hold; GlossaryError where it cannot be read or written.
        """
        with self._lock:
            before = self._bytes()
            try:
                text = with_pair(_decoded(self._require_path(), before or b""), source, word, target, answer)
            except ValueError as error:
                raise UsageError(f"“{word}” cannot be written as “{answer}”: {error}") from None
            self._write(text.encode())
            return GlossaryChange(f"{word} is written {answer} from now on", before, text.encode())

    def undo(self, change: GlossaryChange) -> None:
        """Put back what was there before `change`. GlossaryError where the file has been changed otherwise since."""
        with self._lock:
            if self._bytes() != change.after:
                raise GlossaryError(f"{self.path} has been changed since, so nothing was undone")
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
        """What the file holds, and what is wrong with it."""
        try:
            glossary = parse_glossary(_decoded(path, self._bytes() or b""))
        except GlossaryError as error:
            return Glossary(), (str(error),)
        return glossary, tuple(
            f"{path.name} line {line}: {reason}; it is passed over" for line, reason in glossary.problems
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
            raise GlossaryError("there is no place for words of your own")
        return self.path


@contextmanager
def _glossary_errors(path: Path, what: str) -> Iterator[None]:
    """Errors of the system as a sentence."""
    try:
        yield
    except OSError as error:
        raise GlossaryError(f"{path}: your own words cannot be {what} ({error.strerror or error})") from None


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise GlossaryError(f"{path}: your own words cannot be read (no UTF-8 text)") from None


def _read(path: Path) -> bytes | None:
    """All of the file; None where there is none. A pipe would be waited for, so it is none of its kind that is read."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not S_ISREG(found.st_mode):
        raise OSError(None, "it is no file")
    if found.st_size > MOST_BYTES:
        raise OSError(None, f"it is larger than {MOST_BYTES // 2**20} MiB")
    return path.read_bytes()
