"""tui-reader: cleans, stores and shows Chinese articles in a terminal.

The public API is `tui_reader.api`; its names are re-exported here and load on first use.

Packages, each importing only those below it:

    cli       arguments and commands
    ui        the Textual app: screens, widgets, keys
    app       use cases that span packages: import, reclean, amend, undo, export
    present   view models: frozen descriptions of what is on the screen
    library   SQLite file: articles, search, bookmarks, highlights
    cleaning  bytes → article          sources  where documents come from
    exports   articles and highlights in formats of other programs
    tagging   tags of an article       typeset  text → display lines
    typography  punctuation repair for display
    script    script detection, conversion, lexicon, glossary

datatrove has blocks for the pipelines of the library of that name. build_hook runs when the package is built: it compiles dictionaries and writes the man page.
Below them: model (value types), errors, query, paths, config (the file), settings (their declarations) text (facts about characters)
locale (message catalogues) and deferred (modules loaded on first use).
"""

TYPE_CHECKING = False  # importing typing would double the time that the version takes
if TYPE_CHECKING:
    from tui_reader.api import (
        Article,
        Comment,
        Library,
        NoArticle,
        Passage,
        Query,
        Removed,
        SourceError,
        Target,
        TuiReaderError,
        clean,
        convert,
    )  # fmt: skip

__all__ = [
    "Article", "Comment", "Library", "NoArticle", "Passage", "Query", "Removed", "SourceError", "Target", "TuiReaderError",
    "__version__", "clean", "convert",
]  # fmt: skip

__version__ = "0.1.0"

if not TYPE_CHECKING:  # a checker would take every name for one of the package's

    def __getattr__(name: str) -> object:
        if name.startswith("_") or name not in __all__:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        from tui_reader import api  # noqa: PLC0415 - a version needs none of it

        return getattr(api, name)
