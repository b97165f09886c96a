"""What a person decides about the collection: metadata set by hand, tags renamed, merged or deleted everywhere."""

from collections.abc import Callable, Sequence
from datetime import datetime

from tui_reader.library import storing, tag_rules
from tui_reader.library.connections import Connections
from tui_reader.library.edits import EditChange, Edits, undone
from tui_reader.library.indexing import SearchIndex
from tui_reader.library.marks import Change


class Curation:
    """Decisions about one library. Each call is one transaction, on the disk when it returns. May raise LibraryError."""

    def __init__(self, connections: Connections, index: SearchIndex, clock: Callable[[], datetime]) -> None:
        self._connections = connections
        self._index = index
        self._clock = clock

    def edit(self, article_id: int, edits: Edits) -> EditChange:
        """Set fields of an article (see edits.FIELDS); None goes back to what the cleaner found. Raises UnknownId."""
        with self._connections.writing(lasting=True) as db:
            change = storing.edit(db, article_id, edits, self._clock().isoformat(timespec="seconds"))
            self._index.follow(db)
        return change

    def undo_edit(self, change: EditChange) -> None:
        """Put back what stood before, except where something else has been set since. Raises UnknownId."""
        with self._connections.writing(lasting=True) as db:
            edits = undone(db, change)
            storing.edit(db, change.article_id, edits, self._clock().isoformat(timespec="seconds"))
            self._index.follow(db)

    def rename_tags(self, old: Sequence[str], new: str) -> Change:
        """Give articles with one of the `old` tags the tag `new` instead, now and later. Raises UsageError."""
        with self._connections.writing(lasting=True) as db:
            return tag_rules.rename(db, old, new)

    def delete_tags(self, names: Sequence[str]) -> Change:
        """Take tags from every article, now and later. Raises UsageError for an unknown tag."""
        with self._connections.writing(lasting=True) as db:
            return tag_rules.delete(db, names)
