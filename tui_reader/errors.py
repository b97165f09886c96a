"""All errors with a message for users; each message says what and where.

    TuiReaderError
    ├── UsageError              wrong command line or setting                  (exit 2)
    │   ├── QueryError          invalid query
    │   ├── UnknownId           no article has that id
    │   └── AmbiguousId         the prefix matches several ids
    ├── SourceError             one input was rejected; the others continue    (exit 1)
    │   ├── SourceMissing       does not exist
    │   ├── SourceUnreadable    exists, but cannot be read
    │   ├── SourceEmpty         empty, or a folder without importable files
    │   ├── SourceBinary        not text in any encoding
    │   ├── SourceTooLarge      exceeds the size limit
    │   ├── SourceUnreachable   an address that gives no document
    │   └── NoArticle           text without an article
    ├── ExportError             a file cannot be written                       (exit 1)
    │   └── ExportExists        it exists with other content
    ├── SettingsError           config.toml cannot be changed                  (exit 1)
    ├── GlossaryError           the user glossary cannot be read or written    (exit 1)
    ├── CommandError            an external command cannot be started
    └── LibraryError            the library cannot be used                     (exit 1)
        ├── LibraryReadOnly     can be read, not written
        ├── LibraryTooNew       written by a later version
        ├── LibraryBusy         locked by another process
        ├── LibraryFull         disk full
        └── LibraryDamaged      not a library, or corrupt

External text in messages is sanitized, so messages can be printed as they are. A constant message is translated here.
"""

from tui_reader.locale import _
from tui_reader.text.sanitize import one_line


class TuiReaderError(Exception):
    """Base class; `str(error)` is a one-line message for users."""

    def __init__(self, sentence: str) -> None:
        super().__init__(one_line(_(sentence)))


class UsageError(TuiReaderError): ...


class QueryError(UsageError):
    """`start` and `end`: offsets of what is wrong in the query's text, if it has a place."""

    def __init__(self, sentence: str, start: int | None = None, end: int | None = None) -> None:
        super().__init__(sentence)
        self.start, self.end = start, end


class UnknownId(UsageError): ...


class AmbiguousId(UsageError): ...


class SourceError(TuiReaderError):
    """One input was rejected: `where` names it, `reason` says why (without a full stop)."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {_(reason)}")
        self.where = one_line(where)
        self.reason = one_line(_(reason))


class SourceMissing(SourceError): ...


class SourceUnreadable(SourceError):
    """The input exists but cannot be read."""


class SourceEmpty(SourceError):
    """An empty input, or a folder without importable files."""


class SourceBinary(SourceError):
    """The content is not text in any known encoding."""


class SourceTooLarge(SourceError): ...


class SourceUnreachable(SourceError):
    """An address gives no document. `lasting`: asking again later is of no use."""

    def __init__(self, where: str, reason: str, *, lasting: bool = False) -> None:
        super().__init__(where, reason)
        self.lasting = lasting


class NoArticle(SourceError):
    """Text without an article in it."""


class ExportError(TuiReaderError):
    """A file cannot be written; what was there before is unchanged."""


class ExportExists(ExportError):
    """The file exists with other content."""


class SettingsError(TuiReaderError): ...


class GlossaryError(TuiReaderError): ...


class CommandError(TuiReaderError): ...


class LibraryError(TuiReaderError): ...


class LibraryReadOnly(LibraryError): ...


class LibraryTooNew(LibraryError):
    """The library was written by a later version."""


class LibraryBusy(LibraryError):
    """Another process has locked the library for too long."""


class LibraryFull(LibraryError): ...


class LibraryDamaged(LibraryError):
    """The file is not a library, or is corrupt."""
