r"""The query language.

    words "quoted phrases" title:W tag:T source:S author:A feed:F script:hans|hant is:unread|read|bookmarked|highlighted|uncertain
    after:2025-02 before:2025-03-01 after:2weeks sort:date|added|title|source|length|unread|relevance

Adjacent terms mean AND; `OR` between alternatives binds looser; `-X` or `NOT X` excludes; brackets group. Values may be quoted
(`tag:"科技 報導"`); within quotes `\"` and `\\` are escapes. `after:` is inclusive from the first moment of the year, month or
day, `before:` is exclusive. An unknown field is an error with its offset that lists the known ones.

    fields      names and values of fields; dates counted back from today
    tree        the syntax tree, and its text
    parsing     text → tree
    query       Query: conditions as a value
    completion  the value being typed at the cursor, and its completion
"""

from tui_reader.query.completion import Completed, Typing, completed, suggested, typing_at
from tui_reader.query.fields import PREFIXES, SCRIPTS, SORT_KEYS, STATES, Script, SortKey, State, first_day
from tui_reader.query.parsing import parse
from tui_reader.query.query import Listing, Query
from tui_reader.query.tree import And, Node, Not, Or, Term, text_of

__all__ = [
    "PREFIXES", "SCRIPTS", "SORT_KEYS", "STATES", "And", "Completed", "Listing", "Node", "Not", "Or", "Query", "Script",
    "SortKey", "State", "Term", "Typing", "completed", "first_day", "parse", "suggested", "text_of", "typing_at",
]  # fmt: skip
