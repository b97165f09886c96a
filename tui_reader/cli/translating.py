"""Help in the language in force: argparse's own words, the declared ones, and lines as wide as the terminal."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, TypeVar

from tui_reader.locale import ENGLISH, _, language, ngettext
from tui_reader.text.cells import width

if TYPE_CHECKING:
    from collections.abc import Iterator

Parser = TypeVar("Parser", bound=argparse.ArgumentParser)

ARGPARSE = (
    "usage: ", "options", "positional arguments",
    "argument %(argument_name)s: %(message)s", "the following arguments are required: %s", "unrecognized arguments: %s",
    "expected one argument", "expected at least one argument", "not allowed with argument %s",
    "ignored explicit argument %r", "invalid choice: %(value)r (choose from %(choices)s)", "invalid %(type)s value: %(value)r",
)  # fmt: skip
"""Words of argparse that appear in our help and errors."""

_OPENING, _CLOSING, _WIDE = "（「『“", "，。、；：？）」』”", "\u2e80-\uffff"
_PART = (
    rf"[{_OPENING}]*[^\s{_WIDE}{_OPENING}]+[{_CLOSING}]*\s*|[{_OPENING}]*[{_WIDE}][{_CLOSING}]*\s*|.[{_CLOSING}]*\s*"
)
"""Parts between which a line may break: words, and single wide characters, each with the punctuation around it."""


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Wraps the help of options by cells: Chinese has no spaces to wrap at, and its characters are two cells wide."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return super()._split_lines(text, width) if language() == ENGLISH else list(_wrapped(text, width))


def _wrapped(text: str, cells: int) -> Iterator[str]:
    line = ""
    for part in re.findall(_PART, " ".join(text.split())):
        if line and width((line + part).rstrip()) > cells:
            yield line.rstrip()
            line = ""
        line += part
    yield line.rstrip()


def translate_argparse() -> None:
    """Let argparse look its words up here: its own calls of gettext know no catalogue of ours."""
    if language() != ENGLISH:
        argparse._ = _  # type: ignore[attr-defined]
        argparse.ngettext = ngettext  # type: ignore[attr-defined]


def translated(parser: Parser) -> Parser:
    """Translate the help of the options."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to list arguments
        action.help = _(action.help) if action.help else action.help
    return parser
