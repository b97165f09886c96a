"""Decisions of the user about the collection: metadata set by hand; tags renamed, merged or deleted in all articles."""

from collections.abc import Callable, Sequence
from datetime import datetime

from tui_reader.library import storing, tag_rules
from tui_reader.library.connections import Connections
from tui_reader.library.edits import EditChange, Edits, undone
from tui_reader.library.indexing import SearchIndex
from tui_reader.library.marks import Change


class Curation:
    """Curation of one library. Each call is one durable transaction. May raise LibraryError."""

    def __init__(self, connections: Connections, index: SearchIndex, clock: Callable[[], datetime]) -> None:
        self._connections = connections
        self._index = index
        self._clock = clock

    def edit(self, article_id: int, edits: Edits) -> EditChange:
        """Set fields (edits.FIELDS) of an article; None restores the cleaner's value. Raises UnknownId."""
        with self._connections.writing(lasting=True) as db:
            change = storing.edit(db, article_id, edits, self._clock().isoformat(timespec="seconds"))
            self._index.follow(db)
        return change

    def undo_edit(self, change: EditChange) -> None:
        """Restore the previous values, except of fields set again since. Raises UnknownId."""
        with self._connections.writing(lasting=True) as db:
            edits = undone(db, change)
            storing.edit(db, change.article_id, edits, self._clock().isoformat(timespec="seconds"))
            self._index.follow(db)

    def rename_tags(self, old: Sequence[str], new: str) -> Change:
        """Replace the `old` tags by `new` in all present and future articles. Raises UsageError for an unknown tag."""
        with self._connections.writing(lasting=True) as db:
            return tag_rules.rename(db, old, new)

    def hide_tags(self, names: Sequence[str]) -> Change:
        """Show tags nowhere until they are shown again; articles keep them. Raises UsageError for an unknown tag."""
        with self._connections.writing(lasting=True) as db:
            return tag_rules.hide(db, names)

    def show_tags(self, names: Sequence[str]) -> Change:
        """Show hidden tags again. Raises UsageError for a tag that is not hidden."""
        with self._connections.writing(lasting=True) as db:
            return tag_rules.show(db, names)

    def hidden_tags(self) -> tuple[str, ...]:
        """Names of the tags that the user hid everywhere."""
        with self._connections.reading() as db:
            return tuple(tag_rules.hidden(db).values())

    def delete_tags(self, names: Sequence[str]) -> Change:
        """Remove tags from all present and future articles. Raises UsageError for an unknown tag."""
        with self._connections.writing(lasting=True) as db:
            return tag_rules.delete(db, names)
