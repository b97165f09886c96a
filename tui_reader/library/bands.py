"""The bands of all sketches, in memory: which articles may be copies of one.

A table of bands costs a page written for each band of an article, since bands are random numbers: half of the time that storing
takes in a large library. They follow from the sketches, so they are computed when the first article is stored: .4 s and 10 MB
for 100,000 articles. Articles that other processes store meanwhile are added before each look-up.

Entries of articles that are gone or changed since stay; whoever looks up compares the stored sketches.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from tui_reader.text.sketch import band_keys

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_AT_ONCE: Final = 20_000
"""Sketches read at once."""
_RECENT: Final = 4_000
"""Articles whose bands are kept apart until they are sorted into the others: 80 ms for 100,000 articles."""
_ARTICLE_BITS: Final = 32


class Bands:
    """Bands of one library. Not thread-safe: for transactions that write."""

    def __init__(self) -> None:
        self._entries: NDArray[np.uint64] | None = None
        """Sorted: of each entry the upper half is the band, the lower one the article."""
        self._recent: dict[int, list[int]] = {}
        self._recent_articles = 0
        self._last = 0

    def add(self, article_id: int, cells: bytes) -> None:
        """Add an article that is stored now, or got another text."""
        for band in band_keys(cells):
            self._recent.setdefault(band, []).append(article_id)
        self._last = max(self._last, article_id)
        self._recent_articles += 1

    def candidates(self, db: sqlite3.Connection, cells: bytes, *, most: int, per_band: int) -> Sequence[int]:
        """The articles that share most bands with a sketch; of each band the latest `per_band` count."""
        self._catch_up(db)
        sharing: Counter[int] = Counter()
        for band in band_keys(cells):
            sharing.update(self._sharing(band, per_band))
        return [article_id for article_id, _ in sharing.most_common(most)]

    def _sharing(self, band: int, most: int) -> list[int]:
        recent = self._recent.get(band, [])[-most:]
        if self._entries is None or len(recent) == most:
            return recent
        start, end = self._entries.searchsorted(_bounds(band)).tolist()
        older = self._entries[max(start, end - most + len(recent)) : end]
        return [entry & (1 << _ARTICLE_BITS) - 1 for entry in older.tolist()] + recent

    def _catch_up(self, db: sqlite3.Connection) -> None:
        """Read the sketches stored since the last one known, and sort the recent ones into the others if they are many."""
        sql = "SELECT article, cells FROM sketch WHERE article > ? ORDER BY article LIMIT ?"
        while rows := db.execute(sql, (self._last, _AT_ONCE)).fetchall():
            if len(rows) < _RECENT:
                for article_id, cells in rows:
                    self.add(article_id, cells)
            else:
                self._merge(_entries(rows))
                self._last = rows[-1][0]
        if self._recent_articles >= _RECENT:
            self._merge(_joined(self._recent))
            self._recent, self._recent_articles = {}, 0

    def _merge(self, entries: NDArray[np.uint64]) -> None:
        import numpy as np  # noqa: PLC0415 - see text/sketch.py

        both = entries if self._entries is None else np.concatenate((self._entries, entries))
        both.sort()
        self._entries = both


def _bounds(band: int) -> NDArray[np.uint64]:
    import numpy as np  # noqa: PLC0415 - see text/sketch.py

    return np.array((band << _ARTICLE_BITS, (band << _ARTICLE_BITS) + (1 << _ARTICLE_BITS) - 1), dtype=np.uint64)


def _joined(bands: dict[int, list[int]]) -> NDArray[np.uint64]:
    import numpy as np  # noqa: PLC0415 - see text/sketch.py

    found = [band << _ARTICLE_BITS | article_id for band, articles in bands.items() for article_id in articles]
    return np.array(found, dtype=np.uint64)


def _entries(rows: Sequence[tuple[int, bytes]]) -> NDArray[np.uint64]:
    import numpy as np  # noqa: PLC0415 - see text/sketch.py

    from tui_reader.text.sketch import bands_of  # noqa: PLC0415

    articles = np.array([article_id for article_id, _ in rows], dtype=np.uint64)
    bands, given = bands_of(b"".join(cells for _, cells in rows))
    entries = bands << np.uint64(_ARTICLE_BITS) | articles[:, None]
    return entries[given]
