"""Argument parsing.

The first word that is not an option decides: a command name, or the first PATH for the reader. Each command has its own
parser, so only one is built. `--data-dir` may precede or follow the command name.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from tui_reader.cli.declarations import COMMANDS, Command
from tui_reader.cli.options import add_everywhere
from tui_reader.cli.translating import HelpFormatter, translate_argparse, translated
from tui_reader.errors import UsageError
from tui_reader.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAM = "tui-reader"


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Parse the arguments.

    Returns a namespace with the command's `name`, its arguments, `data_dir`, `literal` words, and `help` text if requested.
    Raises UsageError.
    """
    name, words = _command_of(_help_asked(list(argv)))
    command = COMMANDS[name]
    parser = _parser(name, command)
    words, literal = command.part(words)
    if "--help" in words or "-h" in words:
        return argparse.Namespace(name="help", text=parser.format_help())
    asked = parser.parse_intermixed_args(words)
    asked.name, asked.literal = name, literal
    _check_text([*literal, *getattr(asked, "tag", [])])
    if asked.data_dir == "":
        raise UsageError("--data-dir needs a folder")
    return asked


def _check_text(words: Sequence[str]) -> None:
    """Tags and queries must be valid text; paths may be any bytes. Raises UsageError."""
    for word in words:
        if any("\ud800" <= character <= "\udfff" for character in word):
            raise UsageError(
                _("“{word}” is not text in this terminal's encoding; a UTF-8 locale would help").format(word=word)
            )


class _Parser(argparse.ArgumentParser):
    """Argument parser that raises UsageError with a one-line message."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(_("{message} (see {program} --help)").format(message=message, program=self.prog))


def _parser(name: str, command: Command) -> _Parser:
    translate_argparse()
    program = f"{PROGRAM} {name}".strip()
    parser = _Parser(
        prog=program,
        usage=f"{program} {command.usage}",
        description=_(command.summary),
        epilog=_(command.more) if name else _command_list(),
        formatter_class=HelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    command.add(parser)
    add_everywhere(parser)
    parser.add_argument("-h", "--help", action="store_true", help="show this help and exit")
    return translated(parser)


def _help_asked(words: list[str]) -> list[str]:
    """`help` and `help COMMAND` as the option --help."""
    if words[:1] != ["help"]:
        return words
    return [*words[1:2], "--help"] if words[1:2] and words[1] in COMMANDS else ["--help"]


def _command_list() -> str:
    """Help text: one line per command."""
    names = [name for name in COMMANDS if name]
    width = max(map(len, names))
    lines = [f"  {name:{width}}  {_(COMMANDS[name].summary)}" for name in names]
    return "\n".join([_("commands (help COMMAND for details):"), *lines])


def _command_of(words: list[str]) -> tuple[str, list[str]]:
    """(command name, "" for the reader; all other words)."""
    at = 0
    while at < len(words) and words[at].startswith("--data-dir"):
        at += 1 if "=" in words[at] else 2
    if at < len(words) and words[at] in COMMANDS and words[at]:
        return words[at], words[:at] + words[at + 1 :]
    return "", words
