"""tui-reader: clean, keep and read Chinese articles in a terminal.

One street, walked in one direction:

    cli       arguments and commands: the work is done in app and below
    ui        the Textual app: screens, widgets, keys
    app       use cases that span packages: import, reclean, amend, undo
    present   view models: frozen answers to "what is on the screen"
    library   the SQLite file: articles, search, bookmarks, highlights
    cleaning  bytes → article          sources  where documents come from
    tagging   an article's tags        typeset  text → lines by Chinese rules
    typography  flattened marks as they should be, for display
    script    simplified, traditional and regional wording

Below all of them lie model (the values), errors, query, sanitise, cells, paths and config.
"""

__version__ = "0.1.0"
