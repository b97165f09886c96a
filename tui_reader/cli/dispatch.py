"""Which function runs a command. Only the module of the command that is asked for is loaded."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from tui_reader.app.session import Session
    from tui_reader.cli.output import Output

    Run = Callable[[argparse.Namespace, Session, Output], int]

FUNCTIONS: dict[str, str] = {
    "import": "commands.import_",
    "list": "listing.list_",
    "searches": "listing.searches",
    "show": "commands.show",
    "clean": "commands.clean",
    "convert": "commands.convert",
    "glossary": "glossary.glossary",
    "feeds": "feeds.feeds",
    "tag": "commands.tag",
    "bookmark": "commands.bookmark",
    "bookmarks": "commands.bookmarks",
    "reclean": "commands.reclean",
    "tags": "curating.tags",
    "edit": "curating.edit",
    "delete": "maintenance.delete",
    "trash": "maintenance.trash",
    "backup": "maintenance.backup",
    "export": "exporting.export",
    "highlights": "exporting.highlights",
    "config": "configuring.config",
    "keys": "keys.keys",
    "completion": "shell.print_completion",
    "serve": "serving.serve",
    "doctor": "maintenance.doctor",
}
"""Command → module of this package, and its function."""


def function_of(name: str) -> Run:
    """The function that runs a command and returns the exit status."""
    module, function = FUNCTIONS[name].split(".")
    return cast("Run", getattr(import_module(f"tui_reader.cli.{module}"), function))
