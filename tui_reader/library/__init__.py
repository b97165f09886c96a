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
"""

from tui_reader.library.amending import CleaningInput, LineChange, by_line, with_word
from tui_reader.library.library import Library
from tui_reader.library.marks import Change
from tui_reader.library.passages import PassageChange
from tui_reader.query import Listing

__all__ = ["Change", "CleaningInput", "Library", "LineChange", "Listing", "PassageChange", "by_line", "with_word"]
