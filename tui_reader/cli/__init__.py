"""Command line: each command is a few calls on a session. The composition root.

    running    runs one command: arguments to exit status
    arguments  argument parsing                  output     stdout and stderr, sanitized
    dispatch   command → the function that runs it
    commands   arguments → session calls         forms      rows and verdicts → lines
    importing  `import`, `reclean`, summaries    exporting  `export`, `highlights`
    reading    starts the reader                 filtering  input lines of `convert`
    converting `convert`
    bar        progress bar                      glossary   user glossary and word packs
    declarations  usage of each command           options     their options
    splitting  parsed and literal words          maintenance  `delete`, `trash`, `backup`, `doctor`
    feeds      `feeds`                           configuring `config`
    keys       `keys`
    changes    reports changes                   curating   `edit`, `tags`
    listing    `list`, `searches`                 shell      completions
    translating  help in the language in force
    serving    `serve`                            web_server  its server and what it checks

Exit status: 0 success; 1 some input was rejected, or the library or the output is unusable; 2 wrong usage, also the
reader without a terminal (after importing the named files); 130 interrupted. A closed output pipe (`| head`) ends the
program quietly with 0.

Modules are imported where needed: `--version` loads no parser, `list` no screen.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # importing typing takes a tenth of the time of --version
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status. `argv` excludes the program name; default: the process's arguments."""
    if "_ARGCOMPLETE" in os.environ:
        from tui_reader.cli.shell import complete  # noqa: PLC0415 - see the module's docstring

        complete()
    words = sys.argv[1:] if argv is None else list(argv)
    if words == ["--version"] and _said_version():
        return 0
    from tui_reader.cli.running import run  # noqa: PLC0415 - see the module's docstring

    return run(words)


def _said_version() -> bool:
    """Print the version directly; False if writing fails, so that the regular path reports the error."""
    from tui_reader import __version__  # noqa: PLC0415

    try:
        print(f"tui-reader {__version__}", flush=True)  # noqa: T201 - ASCII, and nothing from outside
    except OSError:
        return False
    return True
