"""The file of a person's own words: read again when it changes, written pair by pair.

What cannot be used of it is said and passed over, for an article must be readable whatever stands in a table. What is
written goes to a file beside it first, which then takes its place: there is never half a table.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from threading import RLock

from tui_reader.errors import GlossaryError, UsageError
from tui_reader.script.convert import Converter, converter
from tui_reader.script.equivalents import Equivalents, equivalents
from tui_reader.script.glossary import Glossary, parse_glossary, with_pair
from tui_reader.script.guards import Region

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


class OwnTable:
    """A person's table at `path`, which need not be there; None for no table. Safe to use from several threads."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
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
        """A sentence for each line that cannot be used, or one for a file that cannot."""
        with self._lock:
            self._refresh()
            return self._complaints

    def converter(self, name: str) -> Converter:
        """The converter of that name in which the person's words win."""
        glossary = self.glossary
        return converter(name, glossary if glossary.rows else None)

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
                text = with_pair(_decoded(self._place(), before or b""), source, word, target, answer)
            except ValueError as error:
                raise UsageError(f"“{word}” cannot be written as “{answer}”: {error}") from None
            self._put(text.encode())
            return GlossaryChange(f"{word} is written {answer} from now on", before, text.encode())

    def undo(self, change: GlossaryChange) -> None:
        """Put back what was there before `change`. GlossaryError where the file has been changed otherwise since."""
        with self._lock:
            if self._bytes() != change.after:
                raise GlossaryError(f"{self.path} has been changed since, so nothing was undone")
            self._put(change.before)

    def _refresh(self) -> None:
        if self.path is None:
            return
        stamp = _stamp(self.path)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        self._glossary, self._complaints = Glossary(), ()
        try:
            self._glossary = parse_glossary(_decoded(self.path, self._bytes() or b""))
        except GlossaryError as error:
            self._complaints = (str(error),)
        else:
            self._complaints = tuple(
                f"{self.path.name} line {line}: {reason}; it is passed over" for line, reason in self._glossary.problems
            )

    def _bytes(self) -> bytes | None:
        with _told(path := self._place(), "read"):
            return _read(path)

    def _put(self, data: bytes | None) -> None:
        self._stamp = self
        with _told(path := self._place(), "written"):
            _write(Path(os.path.realpath(path)), data)

    def _place(self) -> Path:
        if self.path is None:
            raise GlossaryError("there is no place for words of your own")
        return self.path


@contextmanager
def _told(path: Path, what: str) -> Iterator[None]:
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


def _stamp(path: Path) -> object:
    """What changes with the file: None where there is none."""
    try:
        found = path.stat()
    except OSError as error:
        return error.errno
    return found.st_mtime_ns, found.st_size, found.st_ino


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


def _write(path: Path, data: bytes | None) -> None:
    """Put `data` in the file's place, with the file's own permissions; None takes the file away."""
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
