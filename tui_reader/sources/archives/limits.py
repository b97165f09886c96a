"""Limits of archives. Each that is hit is named in the reason of a `Refused`."""

from __future__ import annotations

from typing import Final

from tui_reader.locale import _, ngettext
from tui_reader.sources.reading import MAX_BYTES

MIB: Final = 2**20

MOST_RATIO: Final = 200
"""Bytes after decompression for one before. Dumps of text reach 10 to 30, repeated pages 100; bombs 1,000 and more."""

RATIO_FROM: Final = 64 * MIB
"""Bytes after decompression from which the ratio counts: a small file may be very regular."""

MOST_MEMBERS: Final = 1_000_000
"""Documents in one archive."""

MOST_DAMAGED: Final = 100
"""Records in a row that cannot be read, after which the rest is taken to be no records."""

TOO_LARGE: Final = f"exceeds the {MAX_BYTES // MIB} MiB limit of one document"
TOO_MANY: Final = f"more than {MOST_MEMBERS:,} documents; the rest was not read"
BOMB: Final = f"expands more than {MOST_RATIO} times (a decompression bomb?); the rest was not read"
NESTED: Final = "an archive within an archive within an archive is not opened"
ENCRYPTED: Final = "encrypted"


class ExpansionError(Exception):
    """A stream expands more than `MOST_RATIO` times."""


def check_expansion(expanded: int, packed: int) -> None:
    """Raises ExpansionError if an archive expands to more than the allowed multiple of its size."""
    if expanded > RATIO_FROM and expanded > MOST_RATIO * max(packed, 1):
        raise ExpansionError


def stopped(documents: int) -> str:
    """Clause that says what was kept of a damaged archive."""
    if not documents:
        return _("damaged or cut off here; no document was read before")
    text = ngettext(
        "damaged or cut off here; {count} document was read before",
        "damaged or cut off here; {count} documents were read before",
        documents,
    )
    return text.format(count=f"{documents:,}")
