"""Every command, declared once: its keys, what it is called, what it does.

Bindings, the hints in the status line, the help screen, the command palette and the README's table of keys all come
from these rows. A binding's id is `context.name`, so that keys can be remapped by name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from textual.binding import Binding

from tui_reader.ui.keys import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

Context = Literal[
    "list", "reading", "choice", "contents", "reworded", "marks", "removed", "tags", "empty", "everywhere"
]
"""Where a command's keys work."""

CONTEXTS: dict[Context, str] = {
    "list": "In the list",
    "reading": "While reading",
    "choice": "While choosing text",
    "reworded": "In what was reworded",
    "marks": "In the list of marks",
    "contents": "In the contents",
    "removed": "In what was removed",
    "tags": "In the tag panel",
    "empty": "In an empty library",
    "everywhere": "Everywhere",
}
"""In the order help shows them, with their headings."""


@dataclass(frozen=True, slots=True)
class Command:
    """`action` is Textual's, run on the widget or screen that binds the command's context; `hint` is a word for the
    status line, empty for none; `palette`: also offered in the command palette.
    """

    context: Context
    name: str
    keys: tuple[str, ...]
    action: str
    title: str
    hint: str = ""
    palette: bool = False

    @property
    def id(self) -> str:
        """For keymaps."""
        return f"{self.context}.{self.name}"

    def binding(self) -> Binding:
        """The keys, bound. They are shown by our own status line and help."""
        return Binding(",".join(self.keys), self.action, self.title, show=False, id=self.id)


COMMANDS: tuple[Command, ...] = (
    Command("list", "down", ("j", "down"), "move(1)", "Next article"),
    Command("list", "up", ("k", "up"), "move(-1)", "Previous article"),
    Command("list", "page-down", ("pagedown",), "page(1)", "A page down"),
    Command("list", "page-up", ("pageup",), "page(-1)", "A page up"),
    Command("list", "first", ("home",), "first", "First article"),
    Command("list", "last", ("end",), "last", "Last article"),
    Command("list", "open", ("enter",), "open", "Read the article", "read"),
    Command("list", "mark", ("space",), "mark", "Mark several, for what is done next"),
    Command("list", "beside", ("equals_sign",), "screen.beside", "Side by side, with the article marked"),
    Command("list", "leave", ("escape",), "leave", "Unmark all; then drop the filter"),
    Command("reading", "down", ("j", "down"), "line(1)", "A line down"),
    Command("reading", "up", ("k", "up"), "line(-1)", "A line up"),
    Command("reading", "page-down", ("space", "pagedown"), "page(1)", "A page down"),
    Command("reading", "page-up", ("pageup",), "page(-1)", "A page up"),
    Command("reading", "top", ("home",), "top", "To the beginning"),
    Command("reading", "bottom", ("end",), "bottom", "To the end"),
    Command("reading", "back", ("escape", "left"), "back", "Back to the list", "back"),
    Command("reading", "wider", ("plus",), "measure(1)", "Longer lines"),
    Command("reading", "narrower", ("minus",), "measure(-1)", "Shorter lines"),
    Command("reading", "find", ("ctrl+f",), "screen.find", "Find words in the article", "find", palette=True),
    Command("reading", "next-hit", ("n",), "screen.hit(1)", "Next place found (or the query's words)"),
    Command("reading", "previous-hit", ("N",), "screen.hit(-1)", "Previous place found"),
    Command("reading", "contents", ("g",), "screen.contents", "Contents: go to a heading", "contents", palette=True),
    Command("reading", "comments", ("c",), "screen.comments", "To the comments; there, fold or open them", "comments", palette=True),
    Command("reading", "repair", ("p",), "screen.repair", "Repair punctuation, or as stored", palette=True),
    Command("reading", "removed", ("x",), "screen.removed", "What was removed, and why", "removed", palette=True),
    Command("reading", "beside", ("equals_sign",), "screen.beside", "Side by side, with the other wording", palette=True),
    Command("reading", "reworded", ("d",), "screen.reworded", "What was reworded, and why", "reworded", palette=True),
    Command("reading", "choose", ("v",), "choose", "Choose text, to copy or mark it", "choose", palette=True),
    Command("reading", "mark", ("m",), "screen.mark", "Mark a passage, with a note", "mark", palette=True),
    Command("reading", "next-mark", ("apostrophe",), "screen.next_mark", "To the next marked passage", palette=True),
    Command("reading", "copy-title", ("Y",), "screen.copy_title", "Copy title and address", palette=True),
    Command("choice", "down", ("j", "down"), "choice_move(1)", "Next sentence", "next"),
    Command("choice", "up", ("k", "up"), "choice_move(-1)", "Previous sentence"),
    Command("choice", "more", ("J", "shift+down"), "choice_extend(1)", "One sentence more", "more"),
    Command("choice", "less", ("K", "shift+up"), "choice_extend(-1)", "One sentence less"),
    Command("choice", "paragraph", ("p",), "choice_paragraph", "The whole paragraph", "paragraph"),
    Command("choice", "copy", ("y",), "choice_take('copy')", "Copy it", "copy"),
    Command("choice", "card", ("Y",), "choice_take('card')", "Copy it as a quote, with its source", "quote"),
    Command("choice", "mark", ("m",), "choice_take('mark')", "Mark it, with a note", "mark"),
    Command("choice", "close", ("v", "escape"), "choice_close", "Choose nothing", "leave"),
    Command("reworded", "down", ("j", "down"), "move(1)", "Next pair"),
    Command("reworded", "up", ("k", "up"), "move(-1)", "Previous pair"),
    Command("reworded", "next", ("n", "enter"), "next(1)", "Next place of the pair", "next"),
    Command("reworded", "previous", ("N",), "next(-1)", "Previous place of the pair"),
    Command("reworded", "page-down", ("space", "pagedown"), "page(1)", "Read a page on"),
    Command("reworded", "page-up", ("pageup",), "page(-1)", "Read a page back"),
    Command("reworded", "correct", ("e",), "correct", "Correct the pair, for good", "correct"),
    Command("reworded", "close", ("d", "escape"), "close", "Back to the article", "back"),
    Command("marks", "down", ("j", "down"), "move(1)", "Next mark"),
    Command("marks", "up", ("k", "up"), "move(-1)", "Previous mark"),
    Command("marks", "go", ("enter", "space"), "go", "Go there", "go"),
    Command("marks", "note", ("e",), "note", "Change the note", "note"),
    Command("marks", "remove", ("d",), "remove", "Take the mark off", "take off"),
    Command("marks", "close", ("escape", "quotation_mark"), "close", "Close the list", "close"),
    Command("contents", "down", ("j", "down"), "move(1)", "Next heading"),
    Command("contents", "up", ("k", "up"), "move(-1)", "Previous heading"),
    Command("contents", "go", ("enter", "space"), "go", "Go there", "go there"),
    Command("contents", "close", ("g", "escape", "left"), "close", "Back to where you were", "close"),
    Command("removed", "down", ("j", "down"), "move(1)", "Next line"),
    Command("removed", "up", ("k", "up"), "move(-1)", "Previous line"),
    Command("removed", "page-down", ("space", "pagedown"), "page(1)", "A page down"),
    Command("removed", "page-up", ("pageup",), "page(-1)", "A page up"),
    Command("removed", "first", ("home",), "first", "To the beginning"),
    Command("removed", "last", ("end",), "last", "To the end"),
    Command("removed", "next-removed", ("n",), "jump(1)", "Next removed line", "next"),
    Command("removed", "previous-removed", ("N",), "jump(-1)", "Previous removed line"),
    Command("removed", "fold", ("enter",), "fold", "Open folded lines, or fold them", "open"),
    Command("removed", "put-back", ("plus", "equals_sign"), "put_back", "Put the line back into the text", "put back"),
    Command("removed", "drop", ("minus",), "drop", "Drop the line from the text", "drop"),
    Command("removed", "close", ("x", "escape", "left"), "close", "Back to the article", "back"),
    Command("tags", "down", ("down",), "move(1)", "Next tag"),
    Command("tags", "up", ("up",), "move(-1)", "Previous tag"),
    Command("tags", "include", ("enter", "space"), "include", "Only articles with this tag (again: all)", "only"),
    Command("tags", "exclude", ("minus", "x"), "exclude", "No articles with this tag (again: all)", "without"),
    Command("tags", "add", ("a",), "add", "Add tags of your own (to all marked)", "add"),
    Command("tags", "remove", ("d",), "remove", "Take this tag off (off all marked)", "remove"),
    Command("tags", "find", ("slash",), "find", "Find a tag (a Chinese character begins it)", "find"),
    Command("tags", "close", ("escape", "f"), "close", "Close the panel", "close"),
    Command("empty", "samples", ("s",), "screen.samples", "Load the sample articles", "samples"),
    Command("everywhere", "script", ("t",), "screen.script", "Script: as written → 简体 → 繁體", "script", palette=True),
    Command("everywhere", "region", ("T",), "screen.region", "Which 繁體: 台灣 → 香港", palette=True),
    Command("everywhere", "help", ("question_mark",), "screen.help", "All keys and signs", "help", palette=True),
    Command("everywhere", "query", ("slash",), "screen.query", "Search and filter", "search", palette=True),
    Command("everywhere", "tags", ("f",), "screen.tags", "Filter by tags, and tag articles", "tags", palette=True),
    Command("everywhere", "bookmark", ("b",), "screen.bookmark", "Bookmark, or no longer", "bookmark", palette=True),
    Command("everywhere", "bookmarks", ("B",), "screen.bookmarks", "Bookmarks only, or all", palette=True),
    Command("everywhere", "marks", ("quotation_mark",), "screen.marks", "Bookmarks and marked passages", palette=True),
    Command("everywhere", "read", ("r",), "screen.read", "Read, or unread again", palette=True),
    Command("everywhere", "next", ("J",), "screen.step(1)", "Next article"),
    Command("everywhere", "previous", ("K",), "screen.step(-1)", "Previous article"),
    Command("everywhere", "import", ("i",), "screen.import", "Import a file or folder", "import", palette=True),
    Command("everywhere", "zoom", ("z",), "screen.zoom", "The article on the full width, or not", palette=True),
    Command("everywhere", "zen", ("Z",), "screen.zen", "Nothing but the text, or all again", palette=True),
    Command("everywhere", "copy", ("y",), "screen.copy", "Copy the text (in the list: the address)", palette=True),
    Command("everywhere", "browse", ("o",), "screen.browse", "Open the article's address in a browser", palette=True),
    Command("everywhere", "undo", ("u",), "screen.undo", "Undo: bookmarks, read marks, tags, lines", palette=True),
    Command("everywhere", "palette", ("ctrl+p",), "app.command_palette", "Command palette"),
    Command("everywhere", "quit", ("q",), "screen.quit", "Quit", "quit", palette=True),
)  # fmt: skip


def commands(context: Context) -> tuple[Command, ...]:
    """The commands whose keys work there, in declared order."""
    return tuple(command for command in COMMANDS if command.context == context)


def bindings(context: Context) -> list[Binding]:
    """For the `BINDINGS` of what owns the context."""
    return [command.binding() for command in commands(context)]


NO_KEY = "no-key"
"""Stands where a command has none: no terminal sends it."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys in force: those declared, but for the `changed` ones, by command id in Textual's names."""

    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, command: Command) -> tuple[str, ...]:
        """A command's keys, the one to hint at first."""
        return self.changed.get(command.id, command.keys)

    def shown(self, command: Command) -> str:
        """As a person reads them, with spaces between."""
        return " ".join(map(shown, self.of(command)))

    def first(self, command_id: str) -> str:
        """The first key of the command with this id, as a person reads it; empty if it has none."""
        (found,) = (command for command in COMMANDS if command.id == command_id)
        return self.shown(found).partition(" ")[0]

    def hints(self, *contexts: Context) -> tuple[str, ...]:
        """`key word` for the status line, most local first."""
        return tuple(
            f"{shown(self.of(command)[0])} {command.hint}"
            for context in contexts
            for command in commands(context)
            if command.hint and self.of(command)
        )

    def table(self) -> tuple[tuple[str, str, str, str], ...]:
        """Heading of the context, keys, what they do, the command's id: the rows of the README's table."""
        return tuple(
            (heading, self.shown(command), command.title, command.id)
            for context, heading in CONTEXTS.items()
            for command in commands(context)
        )

    def keymap(self) -> dict[str, str]:
        """The changes as Textual takes them."""
        return {name: ",".join(keys) or NO_KEY for name, keys in self.changed.items()}
