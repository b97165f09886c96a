"""The library: one SQLite file with articles, their sources, and user data. The program's only SQL.

library      Library: all calls
parts        its parts with calls of their own, loaded on first use
opening      a path → connections: new, older, newer, read-only files, other files
connections  pooled connections; reads see one state, writes are transactions
failures     SQLite errors → LibraryError with a message
schema       tables, as ordered migrations
storing      store articles: new, duplicate, changed, re-cleaned
places       files and addresses that articles follow
amending     user decisions on single lines; re-cleaned articles
reading      rows, articles, ids
indexing     the search index and its updates
filters      Query → articles
tokens       text → tokens of the search index
feeds        subscriptions to feeds, and which of their items were seen
feed_tables  their tables
searches     saved searches, and the history of queries
vocabulary   names of tags, sources and authors, with counts
snapshot     orders and counts of all articles, in memory
tags         automatic, own and hidden tags
marks        bookmarks, read states and own tags, as changes that can be undone
passages     highlights with notes, as changes that can be undone
bands        articles whose sketches may be alike, in memory
stories      groups copies of a story, by sketches of their texts
related      articles on the same subject
codec        articles and verdicts ↔ bytes
trash        deleted articles, complete, until the trash is emptied
rows         an article's rows in all tables as JSON values
journal      the last hundred changes, which can be undone after a restart too
reader_data  user data as JSON records; merging such records
backups      such records, and copies of the file, beside the library
salvage      reads what is readable of a damaged file
recovery     sets a damaged library aside and rebuilds it
edits        title, author, source and date set by the user
tag_rules    tags renamed, merged or deleted everywhere
curation     Library calls for both
upkeep       checks of a library, its search index, folding by new rules
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui_reader.library.amending import CleaningInput, LineChange, by_line, with_decisions
    from tui_reader.library.edits import EditChange
    from tui_reader.library.feeds import Feed, FeedChange
    from tui_reader.library.journal import Journal
    from tui_reader.library.library import Library
    from tui_reader.library.marks import Change
    from tui_reader.library.passages import PassageChange
    from tui_reader.library.searches import SearchChange
    from tui_reader.library.storing import Arrival
    from tui_reader.library.trash import ImportChange, TrashChange
    from tui_reader.query import Listing

_HOMES = {
    "tui_reader.library.amending": (
        "CleaningInput",
        "LineChange",
        "by_line",
        "with_decisions",
    ),
    "tui_reader.library.edits": ("EditChange",),
    "tui_reader.library.feeds": (
        "Feed",
        "FeedChange",
    ),
    "tui_reader.library.journal": ("Journal",),
    "tui_reader.library.library": ("Library",),
    "tui_reader.library.marks": ("Change",),
    "tui_reader.library.passages": ("PassageChange",),
    "tui_reader.library.searches": ("SearchChange",),
    "tui_reader.library.storing": ("Arrival",),
    "tui_reader.library.trash": (
        "ImportChange",
        "TrashChange",
    ),
    "tui_reader.query": ("Listing",),
}
"""Module → the names it gives to this package, loaded on first use."""


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(name)


__all__ = [
    "Arrival",
    "Change",
    "CleaningInput",
    "EditChange",
    "Feed",
    "FeedChange",
    "ImportChange",
    "Journal",
    "Library",
    "LineChange",
    "Listing",
    "PassageChange",
    "SearchChange",
    "TrashChange",
    "by_line",
    "with_decisions",
]
