"""Documents written to files: each into its own, or all into one. A file is complete or not there."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.errors import ExportError, ExportExists
from tui_reader.exports.file_names import article_name
from tui_reader.exports.formats import format_of, write_documents
from tui_reader.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tui_reader.exports.document import Document
    from tui_reader.exports.formats import Format


class ExportReport(NamedTuple):
    """`written`: number of articles; `failures`: a sentence for each that was not."""

    path: Path
    written: int
    failures: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        text = ngettext("{count} article exported to {path}", "{count} articles exported to {path}", self.written)
        return text.format(count=self.written, path=self.path)


def export_to(
    documents: Iterator[Document],
    named: str,
    form: Format | None = None,
    *,
    now: datetime,
    title: str | None = None,
    overwrite: bool = False,
) -> ExportReport:
    """Write documents to `named`: a file each if that is a folder or ends with a slash, else all into one file.

    `form`: default what the suffix names, else Markdown. `now`: aware, in UTC. `title`: of a file with several articles.
    Raises ExportError.
    """
    path = Path(named).expanduser()
    form = form or format_of(path) or "md"
    if path.is_dir() or named.endswith(("/", os.sep)):
        return _export_each(documents, path, form, now=now, overwrite=overwrite)
    counted = _Counted(documents)
    export_one(iter(counted), path, form, now=now, title=title, overwrite=overwrite)
    return ExportReport(path, counted.count)


def _export_each(
    documents: Iterator[Document], folder: Path, form: Format, *, now: datetime, overwrite: bool
) -> ExportReport:
    """Write each document into a file of its own in `folder`, which is made if missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            _("{folder}: cannot be made ({why})").format(folder=folder, why=error.strerror or error)
        ) from None
    count, failures = 0, []
    for document in documents:
        row = document.row
        path = folder / article_name(document.title, row.date if row else None, row.short_id if row else "", form)
        try:
            export_one(iter([document]), path, form, now=now, overwrite=overwrite)
            count += 1
        except ExportExists as error:
            failures.append(str(error))
    return ExportReport(folder, count, tuple(failures))


class _Counted:
    """Documents, counted as they pass."""

    def __init__(self, documents: Iterator[Document]) -> None:
        self._documents = documents
        self.count = 0

    def __iter__(self) -> Iterator[Document]:
        for document in self._documents:
            self.count += 1
            yield document


def export_one(
    documents: Iterator[Document],
    path: Path,
    form: Format,
    *,
    now: datetime,
    title: str | None = None,
    overwrite: bool = False,
) -> None:
    """Write all documents into one file. Raises ExportError; what was there before is unchanged then.

    A file that exists with other content is kept, unless `overwrite`: it may have been edited (ExportExists).
    """
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".export-", delete=False) as file:
            try:
                write_documents(file, documents, form, now=now, title=title)  # type: ignore[arg-type]  # BinaryIO in all that is used
                file.flush()
                os.fsync(file.fileno())
                _put(Path(file.name), path, overwrite=overwrite)
            finally:
                with suppress(OSError):
                    Path(file.name).unlink()
    except OSError as error:
        raise ExportError(
            _("{path}: cannot be written ({why})").format(path=path, why=error.strerror or error)
        ) from None


def _put(written: Path, path: Path, *, overwrite: bool) -> None:
    """Move the complete file to its place. Raises ExportError, OSError."""
    if not overwrite and os.path.lexists(path):
        if path.is_file() and path.read_bytes() == written.read_bytes():
            return
        raise ExportExists(_("{path}: exists with other content").format(path=path))
    written.chmod(0o666 & ~_umask())
    written.replace(path)


def _umask() -> int:
    """The process's umask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
