"""What a shell needs of the program: completions for bash, zsh and fish, and the parser that the man page is made from."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader import paths
from tui_reader.cli.arguments import PROGRAM
from tui_reader.cli.declarations import COMMANDS
from tui_reader.cli.options import add_everywhere
from tui_reader.errors import TuiReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui_reader.cli.output import Output
    from tui_reader.library import Library

OFFERED = 200
"""Most ids offered at once."""

_BY_ID = frozenset({"show", "edit", "bookmark", "reclean", "delete", "tag"})
_BY_QUERY = frozenset({"list", "export", "highlights"})


def print_completion(asked: argparse.Namespace, _session: object, output: Output) -> int:
    """Print what a shell reads to complete commands, options, files, ids, tags and sources."""
    from argcomplete import shellcode  # type: ignore[attr-defined]  # noqa: PLC0415 - only here

    output.raw(shellcode([PROGRAM], shell=asked.shell) + "\n")
    return 0


def complete() -> None:
    """Answer the shell that asks for completions, and end the process."""
    from argcomplete import autocomplete  # noqa: PLC0415 - only a shell that completes needs it

    autocomplete(full_parser(), always_complete_options="long")


def full_parser() -> argparse.ArgumentParser:
    """One parser with all commands, for completion and the man page; commands are parsed by one parser each."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM, usage=f"{PROGRAM} {COMMANDS[''].usage}", description=COMMANDS[""].summary, allow_abbrev=False
    )
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    add_everywhere(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, command in COMMANDS.items():
        if name:
            _add_command(commands.add_parser(
                name, usage=f"{PROGRAM} {name} {command.usage}", help=command.summary, description=command.summary,
                epilog=command.more or None, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False,
            ), name)  # fmt: skip
    return parser


def _add_command(parser: argparse.ArgumentParser, name: str) -> None:
    COMMANDS[name].add(parser)
    add_everywhere(parser)
    if name in _BY_QUERY:
        _add_words(parser, "QUERY", _query_words)
    elif name == "tag":
        _add_words(parser, "ID +T -T", _ids)
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to list arguments
        if action.dest in {"id", "ids"} and name in _BY_ID | {"export"}:
            action.completer = _ids  # type: ignore[attr-defined]  # argcomplete reads it


def _add_words(parser: argparse.ArgumentParser, metavar: str, completer: Callable[..., Iterable[str]]) -> None:
    action = parser.add_argument("words", nargs="*", metavar=metavar, help=argparse.SUPPRESS)
    action.completer = completer  # type: ignore[attr-defined]  # argcomplete reads it


def _ids(parsed_args: argparse.Namespace, **_: object) -> list[str]:
    """Short ids of the newest articles, at most `OFFERED`."""
    from tui_reader.query import Query  # noqa: PLC0415 - only where ids are completed

    return _of_library(
        parsed_args,
        lambda library: [row.short_id for row in library.rows(library.listing(Query()).article_ids[:OFFERED])],
    )


def _query_words(prefix: str, parsed_args: argparse.Namespace, **_: object) -> list[str]:
    """Fields of the query language, and after `tag:` the tags in use."""
    from tui_reader.query import PREFIXES, Query  # noqa: PLC0415 - only where a query is completed

    field, colon, _value = prefix.partition(":")
    if colon and field == "tag":
        return _of_library(parsed_args, lambda library: [f"tag:{tag.tag}" for tag in library.tag_counts(Query())])
    return [f"{name}:" for name in sorted(PREFIXES)]


def _of_library(asked: argparse.Namespace, names: Callable[[Library], list[str]]) -> list[str]:
    """Names from the library; none if there is no library, or it cannot be read: a shell has no place for messages."""
    from tui_reader.library import Library  # noqa: PLC0415 - see above

    path = paths.library_path(paths.data_dir(Path(asked.data_dir) if getattr(asked, "data_dir", None) else None))
    with suppress(TuiReaderError, OSError):
        if path.exists():
            with Library.open(path) as library:
                return names(library)
    return []
