"""Documents come in while one reads; pages refused for want of an article can be imported anyway."""

from __future__ import annotations

from os.path import basename, expanduser
from typing import TYPE_CHECKING

from textual import on

from tui_reader.present.rows import fitted
from tui_reader.text.sanitize import one_line
from tui_reader.ui.answers import ImportAdvanced, ImportEnded
from tui_reader.ui.asking import Failed
from tui_reader.ui.messages import Import
from tui_reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from tui_reader.present.initial_state import InitialState

IMPORTING = "importing"

NAME_CELLS = 24
"""Cells for a file's name in the line to type on: the rest of the sentence fits beside it in 80 columns."""


class ImportingScreen(ReadingScreen):
    """Import paths, the samples, or what was refused last."""

    def __init__(self, opening: InitialState) -> None:
        super().__init__(opening)
        self._without_article: tuple[str, ...] = ()
        self._own_tags: tuple[str, ...] = ()

    def action_import(self) -> None:
        """Type a path; an empty line stands for the pages in which the last import found no article."""
        self.filter_bar.open_prompt("import", hint=offer_of(self._without_article))

    def action_samples(self) -> None:
        """What travels with the program."""
        self.begin_import()

    def take_path(self, typed: str) -> None:
        """What was typed to be imported, or the pages refused before."""
        if path := typed.strip(" '\""):
            self.begin_import((expanduser(path),))  # noqa: PTH111 - Path raises where there is no such user
        elif self._without_article:
            self.begin_import(self._without_article, self._own_tags, force=True)

    def begin_import(self, paths: tuple[str, ...] = (), own_tags: tuple[str, ...] = (), *, force: bool = False) -> None:
        """Take in paths, or the samples; with `force` also pages without an article."""
        self.status_line.say(f"{IMPORTING} …", None)
        self.post_message(Import(self, paths, own_tags, force))

    @on(ImportAdvanced)
    def advance(self, event: ImportAdvanced) -> None:
        """So far."""
        self.status_line.say(f"{IMPORTING} {event.done} of {event.total}", None)
        if event.fresh:
            self.filter_bar.ask_again()

    @on(ImportEnded)
    def end_import(self, event: ImportEnded) -> None:
        """All of it."""
        self._without_article, self._own_tags = event.without_article, event.own_tags
        self.say(event.sentence)
        self.articles.forget(self.articles.keys)
        self.reload_article()
        self.filter_bar.ask_again()

    @on(Failed)
    def end_failed_import(self, event: Failed) -> None:
        """What was refused before can still be imported."""
        if isinstance(event.request, Import):
            self.status_line.hush_if(IMPORTING)


def offer_of(paths: tuple[str, ...]) -> str:
    """What Enter on the empty line does with pages without an article; empty where there are none."""
    if not paths:
        return ""
    name = fitted(one_line(basename(paths[0])), NAME_CELLS).rstrip()  # noqa: PTH119 - a name that Path may not take
    pages = f"{len(paths)} refused pages" if len(paths) > 1 else name
    return f"Enter imports {pages} anyway; or type a path"
