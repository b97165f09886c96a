"""The library: one SQLite file with the articles, what they were made from, and what a person did with them.

The only SQL of the program.

    library      Library, the face of it all
    opening      a path → how that file can be used; new, older, newer, read-only, no library at all
    connections  short uses of pooled connections; what is written is one transaction
    failures     SQLite's errors → sentences
    schema       the tables, as ordered migrations
    storing      articles in: new, already here, changed, cleaned again
    amending     the person's word on single lines; articles cleaned again
    reading      articles out: rows, whole articles, ids, counts
    indexing     the search index, and when it is brought up to date
    filters      a query → SQL
    tokens       text → what the search index holds
    tags · marks what the cleaner and what a person said of an article; changes that can be undone
    passages     marked passages with notes
    codec        articles and verdicts ↔ bytes
    trash        deleted articles, whole, until the trash is emptied
    rows         the rows of one article in all tables as JSON values
    journal      the last hundred changes, to be undone, also after a restart
    reader_data  what a person did as JSON records; merging such records
    backups      such records and copies of the whole file, beside the library
    salvage      what can still be read of a damaged file
    recovery     a damaged library set aside and built anew
    edits        title, author, source, date set by hand
    tag_rules    tags renamed, merged or deleted everywhere
    curation     both, as calls
    upkeep       problems of a library, its search index, folding by new rules
"""

from tui_reader.library.amending import CleaningInput, LineChange, by_line, with_word
from tui_reader.library.edits import EditChange
from tui_reader.library.journal import Journal
from tui_reader.library.library import Library
from tui_reader.library.marks import Change
from tui_reader.library.passages import PassageChange
from tui_reader.library.trash import ImportChange, TrashChange
from tui_reader.query import Listing

__all__ = [
    "Change",
    "CleaningInput",
    "EditChange",
    "ImportChange",
    "Journal",
    "Library",
    "LineChange",
    "Listing",
    "PassageChange",
    "TrashChange",
    "by_line",
    "with_word",
]
