"""The packs of a folder. Each pack is a folder with its table, metadata and index.

    packs/NAME/about.json     source, licence, on or off, columns, counts
    packs/NAME/FILE           the table
    packs/NAME/index          index (`compiled`), rebuilt when the table changes

A pack is built under a temporary name and renamed when complete.
"""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from os import getpid
from pathlib import Path
from typing import Any, NamedTuple

from tui_reader.errors import GlossaryError, UsageError
from tui_reader.locale import _
from tui_reader.script.files import replace_file, stamp_of
from tui_reader.script.lexicon import Problem, Row
from tui_reader.script.packs import compiled
from tui_reader.script.packs.compiled import PackIndex
from tui_reader.script.packs.formats import parse
from tui_reader.script.packs.pairs import Columns, columns_named
from tui_reader.text.sanitize import one_line, sanitize

PREFIX = "packs/"
"""Prefix of a pack's name in a row's `file`."""

_NAME = re.compile(r"[^\W_][\w.-]{0,23}")
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_ABOUT, _INDEX = "about.json", "index"
_UNKNOWN = "not stated"

_FIELDS = {
    **dict.fromkeys(("file", "source", "licence"), str),
    "on": bool,
    **dict.fromkeys(("form", "columns"), str),
    "rows": int,
    "added": str,
}
"""Fields of about.json and their types."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack. `added`: ISO 8601 time; packs added later have priority."""

    folder: Path = field(compare=False)
    file: str
    source: str = _UNKNOWN
    licence: str = _UNKNOWN
    on: bool = True
    form: str = ""
    columns: str = ""
    rows: int = 0
    added: str = ""
    stamp: str = ""

    @property
    def name(self) -> str:
        return self.folder.name

    def rows_of(self, text: str) -> Iterator[Row]:
        """Rows whose words may occur in `text`, in table order. GlossaryError if the table is unreadable."""
        return _index(self.folder, self.file, self.columns, self.stamp).rows_of(text, PREFIX + self.name)

    def problems(self) -> tuple[Problem, ...]:
        """Unusable lines of the table, in order. GlossaryError if the table is unreadable."""
        with _glossary_errors(self.folder / self.file, "read"):
            text = (self.folder / self.file).read_text(encoding="utf-8")
        try:
            return _read(text, self.file, self.columns).problems
        except ValueError as error:
            raise GlossaryError(f"{self.folder / self.file}: {error}") from None


class AddedPack(NamedTuple):
    """An added pack, its unusable lines, and whether it replaced another pack."""

    pack: Pack
    problems: tuple[Problem, ...]
    replaced: bool


class PackMetadata(NamedTuple):
    """Metadata that the user gives for a pack; None if not given."""

    name: str | None = None
    source: str | None = None
    licence: str | None = None
    columns: str | None = None


class PackFolder:
    """The packs in a folder, which need not exist."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def stamp(self) -> object:
        """A value that changes whenever a pack does."""
        if isinstance(found := stamp_of(self.path), int):
            return found
        return found, tuple((folder.name, stamp_of(folder)) for folder in self._folders())

    def packs(self) -> tuple[tuple[Pack, ...], tuple[str, ...]]:
        """(packs, latest first; one line for each unreadable pack)."""
        found: list[Pack] = []
        complaints: list[str] = []
        for folder in self._folders():
            try:
                found.append(_pack(folder))
            except GlossaryError as error:
                complaints.append(str(error))
        return tuple(sorted(found, key=lambda pack: pack.added, reverse=True)), tuple(complaints)

    def add(self, text: str, file: str, metadata: PackMetadata = PackMetadata()) -> AddedPack:  # noqa: B008  a NamedTuple is a constant
        """Add the table `text` of the file `file` as a pack, replacing one of the same name.

        Raises:
            UsageError: Invalid name or columns.
            GlossaryError: No usable row, or the folder cannot be written.
        """
        table = "\n".join(sanitize(line).replace("\n", " ") for line in text.removeprefix("\ufeff").split("\n"))
        columns = _columns(metadata.columns)
        try:
            read = _read(table, file, columns)
        except ValueError as error:
            raise GlossaryError(f"{file}: {error}") from None
        if not read.entries:
            reason = (
                _(" (line {line}: {reason})").format(line=read.problems[0].line, reason=read.problems[0].reason)
                if read.problems
                else ""
            )
            raise GlossaryError(_("{file}: no usable row{reason}").format(file=file, reason=reason))
        folder = self.path / _name(metadata.name, read.metadata.get("name") or Path(file).stem)
        pack = Pack(
            folder,
            _file(file),
            source=one_line(metadata.source or read.metadata.get("source") or file),
            licence=one_line(metadata.licence or read.metadata.get("licence") or _UNKNOWN),
            form=read.form,
            columns=columns,
            rows=len(read.entries),
            added=datetime.now(UTC).isoformat(),
        )
        replaced = folder.exists()
        with _glossary_errors(folder, "written"):
            _write(pack, table, read)
        return AddedPack(_pack(folder), read.problems, replaced)

    def remove(self, name: str) -> None:
        """Delete a pack. UsageError if there is none; GlossaryError if it cannot be deleted."""
        folder = self._named(name)
        aside = folder.with_name(f".{folder.name}.{getpid()}.old")
        with _glossary_errors(folder, "removed"):
            folder.rename(aside)
            shutil.rmtree(aside)

    def switch(self, name: str, on: bool) -> Pack:
        """Enable or disable a pack. Raises UsageError, GlossaryError."""
        pack = replace(_pack(self._named(name)), on=on)
        with _glossary_errors(pack.folder, "written"):
            replace_file(pack.folder / _ABOUT, _metadata_json(pack))
        return pack

    def _named(self, name: str) -> Path:
        names = {folder.name: folder for folder in self._folders()}
        if name not in names:
            known = _("there are {names}").format(names=", ".join(names)) if names else "there are none"
            raise UsageError(_("unknown word pack {name} ({known})").format(name=name, known=known))
        return names[name]

    def _folders(self) -> list[Path]:
        try:
            return sorted(entry for entry in self.path.iterdir() if entry.name[:1] != "." and entry.is_dir())
        except OSError:
            return []


class _Table(NamedTuple):
    """Usable entries, unusable lines and metadata of a table."""

    form: str
    entries: list[Any]
    problems: tuple[Problem, ...]
    metadata: dict[str, str]


def _read(text: str, file: str, columns: str) -> _Table:
    parsed = parse(text, file, columns_named(columns) if columns else None)
    entries, faults = compiled.usable(parsed.entries)
    return _Table(parsed.form, entries, tuple(sorted([*parsed.problems, *faults])), parsed.metadata)


def _columns(named: str | None) -> str:
    if not named:
        return ""
    try:
        found: Columns = columns_named(named)
    except ValueError as error:
        raise UsageError(f"--columns: {error}") from None
    return f"{'+'.join(found.first)},{'+'.join(found.second)}"


def _name(given: str | None, suggested: str) -> str:
    name = given or _NOT_IN_NAMES.sub("-", suggested).strip("-._")[:24].strip("-._") or "pack"
    if not _NAME.fullmatch(name):
        raise UsageError(_("“{name}” is not a valid pack name: up to 24 letters, digits, and . - _").format(name=name))
    return name


def _file(name: str) -> str:
    """File name for the table in the pack's folder; avoids the names of the pack's own files."""
    file = _NOT_IN_NAMES.sub("-", Path(name).name).strip("-.") or "table"
    return f"table-{file}" if file in {_ABOUT, _INDEX} else file


def _write(pack: Pack, table: str, read: _Table) -> None:
    """Build the pack in a temporary folder, then rename it into place."""
    fresh = pack.folder.with_name(f".{pack.name}.{getpid()}.new")
    aside = pack.folder.with_name(f".{pack.name}.{getpid()}.old")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        (fresh / pack.file).write_text(table, encoding="utf-8")
        stamp = _stamp(fresh / pack.file)
        (fresh / _INDEX).write_text(compiled.dump(read.entries, stamp), encoding="utf-8")
        replace_file(fresh / _ABOUT, _metadata_json(pack))
        if pack.folder.exists():
            pack.folder.rename(aside)
        fresh.rename(pack.folder)
    finally:
        if aside.exists() and not pack.folder.exists():
            aside.rename(pack.folder)
        for rest in (fresh, aside):
            shutil.rmtree(rest, ignore_errors=True)


def _metadata_json(pack: Pack) -> bytes:
    return (json.dumps({name: getattr(pack, name) for name in _FIELDS}, ensure_ascii=False, indent=1) + "\n").encode()


def _pack(folder: Path) -> Pack:
    """Read a pack's metadata. GlossaryError if it is not a pack."""
    with _glossary_errors(folder, "read"):
        try:
            pack = Pack(folder, **_checked(json.loads((folder / _ABOUT).read_bytes())))
        except (ValueError, TypeError):
            raise GlossaryError(_("{folder}: not a word pack").format(folder=folder / _ABOUT)) from None
        return replace(pack, file=_file(pack.file), stamp=_stamp(folder / _file(pack.file)))


def _checked(about: Any) -> dict[str, Any]:
    """Validate the contents of about.json. ValueError for unknown fields or wrong types."""
    if not isinstance(about, dict) or not all(type(value) is _FIELDS.get(name) for name, value in about.items()):
        raise ValueError("invalid fields")
    return about


def _stamp(table: Path) -> str:
    found = table.stat()
    return f"{found.st_size}-{found.st_mtime_ns}"


@lru_cache(maxsize=16)
def _index(folder: Path, file: str, columns: str, stamp: str) -> PackIndex:
    """The index of a pack's table; rebuilt, and saved if possible, when it belongs to another table."""
    with _glossary_errors(folder, "read"), suppress(FileNotFoundError, UnicodeDecodeError):
        if found := compiled.load((folder / _INDEX).read_text(encoding="utf-8"), stamp):
            return found
    with _glossary_errors(folder / file, "read"):
        table = (folder / file).read_text(encoding="utf-8")
    try:
        text = compiled.dump(_read(table, file, columns).entries, stamp)
    except ValueError as error:
        raise GlossaryError(f"{folder / file}: {error}") from None
    with suppress(OSError):
        replace_file(folder / _INDEX, text.encode())
    return compiled.load(text, stamp) or PackIndex({}, [])


@contextmanager
def _glossary_errors(path: Path, what: str) -> Iterator[None]:
    """Translate OSError and decoding errors to GlossaryError."""
    try:
        yield
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise GlossaryError(
            _("{path}: the word pack cannot be {what} ({reason})").format(path=path, what=what, reason=reason or error)
        ) from None
