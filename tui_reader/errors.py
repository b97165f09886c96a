"""Every error a person can meet, each a sentence that says what and where.

    TuiReaderError
    ├── UsageError              the command line or a setting is wrong                  (exit 2)
    │   ├── QueryError          a query that cannot be understood
    │   ├── UnknownId           no article has that id
    │   └── AmbiguousId         several articles have ids that begin so
    ├── SourceError             one input could not be taken; the others go on          (exit 1)
    │   ├── SourceMissing       nothing is there
    │   ├── SourceUnreadable    it is there, but may not or cannot be read
    │   ├── SourceEmpty         nothing in it, or a folder with nothing to take
    │   ├── SourceBinary        not text in any encoding
    │   ├── SourceTooLarge      over the size that is taken
    │   └── NoArticle           text, but no article in it
    ├── GlossaryError           a person's own table cannot be read or written          (exit 1)
    └── LibraryError            the library as a whole cannot be used                   (exit 1)
        ├── LibraryReadOnly     reading works, keeping does not
        ├── LibraryTooNew       written by a later version of this program
        ├── LibraryBusy         another process holds it for too long
        ├── LibraryFull         the disk has no room left
        └── LibraryDamaged      the file is no library, or is broken

Text from outside that goes into a sentence is made harmless on the way (`sanitize.one_line`), so an error may be
printed as it is.
"""

from tui_reader.text.sanitize import one_line


class TuiReaderError(Exception):
    """The base of all; `str(error)` is one sentence for a person."""

    def __init__(self, sentence: str) -> None:
        super().__init__(one_line(sentence))


class UsageError(TuiReaderError):
    """The command line or a setting is wrong."""


class QueryError(UsageError):
    """A query that cannot be understood."""


class UnknownId(UsageError):
    """No article has that id."""


class AmbiguousId(UsageError):
    """Several articles have ids that begin so."""


class SourceError(TuiReaderError):
    """One input could not be taken: `where` names it, `reason` says why (no final full stop)."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = one_line(where)
        self.reason = one_line(reason)


class SourceMissing(SourceError):
    """Nothing is there."""


class SourceUnreadable(SourceError):
    """It is there, but may not or cannot be read."""


class SourceEmpty(SourceError):
    """Nothing in it, or a folder with nothing to take."""


class SourceBinary(SourceError):
    """Not text in any encoding."""


class SourceTooLarge(SourceError):
    """Over the size that is taken."""


class NoArticle(SourceError):
    """Text, but no article in it."""


class GlossaryError(TuiReaderError):
    """A person's own table cannot be read or written."""


class LibraryError(TuiReaderError):
    """The library as a whole cannot be used."""


class LibraryReadOnly(LibraryError):
    """Reading works, keeping does not."""


class LibraryTooNew(LibraryError):
    """Written by a later version of this program."""


class LibraryBusy(LibraryError):
    """Another process holds it for too long."""


class LibraryFull(LibraryError):
    """The disk has no room left."""


class LibraryDamaged(LibraryError):
    """The file is no library, or is broken."""
