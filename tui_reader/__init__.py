"""tui-reader: clean, keep and read Chinese articles in a terminal.

One street, walked in one direction:

    cli       arguments; every command is a call on the session
    ui        the Textual app: screens, widgets, keys
    session   what a reader can do, as plain blocking calls
    wordings  a session's converters, and the person's own words
    present   frozen answers to "what is on the screen"
    intake    sources → clean → store, with an outcome for each
    library   the SQLite file: articles, search, marks
    cleaning  bytes → article          sources  where documents come from
    tagging   an article's tags        typeset  text → lines by Chinese rules
    typography  flattened marks as they should be, for display
    script    simplified, traditional and regional wording

Below all of them lie model (the values), errors, query, sanitise, cells, paths and config.
"""

__version__ = "0.1.0"
