"""The command line: every command is a few calls on a session. The composition root.

    running    one command from its words to its exit status
    arguments  words → what is asked              output     stdout and stderr, made harmless
    commands   what is asked → session calls      forms      an article or a row → text, JSON
    importing  `import`, `reclean`, their count   markdown   an article → Markdown
    reading    the reader itself                  filtering  the lines of a filter's input
    bar        what a person watches meanwhile      glossary   word packs

Exit status: 0 done; 1 some input was refused, or the library or the output cannot be used; 2 wrong usage, the reader
without a terminal among it (what was named is imported first); 130 interrupted. A reader of our output that goes away
(`| head`) ends the program quietly, with 0.

Each part is imported where it is needed: a version must not wait for a parser, nor a list for a screen.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # typing itself takes a tenth of the time in which the version is to be said
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command with `argv` (without the program's name; default: the process's own). The exit status."""
    words = sys.argv[1:] if argv is None else list(argv)
    if words == ["--version"] and _said_version():
        return 0
    from tui_reader.cli.running import run  # noqa: PLC0415 - see the module's docstring

    return run(words)


def _said_version() -> bool:
    """Say it at once; False when it cannot be written, which the longer way then explains."""
    from tui_reader import __version__  # noqa: PLC0415

    try:
        print(f"tui-reader {__version__}", flush=True)  # noqa: T201 - ASCII, and nothing from outside
    except OSError:
        return False
    return True
