"""Parts of a library with calls of their own, each loaded and made on first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui_reader.deferred import Deferred

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tui_reader.library import backups, curation, feeds, journal, searches, stories, trash, upkeep, vocabulary
    from tui_reader.library.connections import Connections
    from tui_reader.library.filters import Alike
    from tui_reader.library.indexing import SearchIndex
else:
    backups, curation, feeds, journal, searches, stories, trash, upkeep, vocabulary = (
        Deferred(f"tui_reader.library.{name}")
        for name in ("backups", "curation", "feeds", "journal", "searches", "stories", "trash", "upkeep", "vocabulary")
    )


class Parts:
    """Made of the library's connections, search index and clock, and the loader of word equivalents."""

    _connections: Connections
    _index: SearchIndex
    _alike: Alike
    _clock: Callable[[], datetime]

    stories = cached_property(lambda self: stories.Stories(self._connections))
    trash = cached_property(lambda self: trash.Trash(self._connections, self._index, self._clock))
    backups = cached_property(lambda self: backups.Backups(self._connections, self._clock))
    upkeep = cached_property(lambda self: upkeep.Upkeep(self._connections, self._index))
    curation = cached_property(lambda self: curation.Curation(self._connections, self._index, self._clock))
    journal = cached_property(lambda self: journal.Journal(self._connections, self._clock))
    searches = cached_property(lambda self: searches.Searches(self._connections, self._clock))
    feeds = cached_property(lambda self: feeds.Feeds(self._connections, self._clock))
    vocabulary = cached_property(lambda self: vocabulary.Vocabulary(self._connections, self._alike, self._clock))
