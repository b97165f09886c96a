"""Every command, declared once: its keys, what it is called, what it does.

Bindings, the hints in the status line, the help screen, the command palette and the README's table of keys all come
from these rows. A binding's id is `context.name`, so that keys can be remapped by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

Context = Literal["list", "reading", "choice", "marks", "removed", "tags", "empty", "everywhere"]
"""Where a command's keys work."""

CONTEXTS: dict[Context, str] = {
    "list": "In the list",
    "reading": "While reading",
    "choice": "While choosing text",
    "marks": "In the list of marks",
    "removed": "In what was removed",
    "tags": "In the tag panel",
    "empty": "In an empty library",
    "everywhere": "Everywhere",
}
"""In the order help shows them, with their headings."""

KEY_NAMES = {
    "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End",
    "enter": "Enter", "escape": "Esc", "space": "Space",
    "slash": "/", "question_mark": "?", "apostrophe": "'", "quotation_mark": '"',
    "shift+up": "Shift+↑", "shift+down": "Shift+↓", "plus": "+", "minus": "-", "equals_sign": "=",
}  # fmt: skip
"""How keys are written for people, where that is not as Textual names them."""


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

    @property
    def shown_keys(self) -> str:
        """The keys as a person reads them."""
        return " ".join(KEY_NAMES.get(key, key) for key in self.keys)

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
    Command("list", "beside", ("equals_sign",), "screen.beside", "Read it beside the article marked, or in two wordings"),
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
    Command("reading", "removed", ("x",), "screen.removed", "What was removed, and why", "removed", palette=True),
    Command("reading", "beside", ("equals_sign",), "screen.beside", "Side by side: the other wording, or an article marked", palette=True),
    Command("reading", "choose", ("v",), "choose", "Choose text by sentence, to copy or mark it", "choose", palette=True),
    Command("reading", "mark", ("m",), "screen.mark", "Mark a passage, with a note", "mark", palette=True),
    Command("reading", "next-mark", ("apostrophe",), "screen.next_mark", "To the next marked passage", palette=True),
    Command("reading", "copy-title", ("Y",), "screen.copy_title", "Copy title and address", palette=True),
    Command("choice", "down", ("j", "down"), "choice_move(1)", "Next sentence", "next"),
    Command("choice", "up", ("k", "up"), "choice_move(-1)", "Previous sentence"),
    Command("choice", "more", ("J", "shift+down"), "choice_extend(1)", "One sentence more", "more"),
    Command("choice", "less", ("K", "shift+up"), "choice_extend(-1)", "One sentence less"),
    Command("choice", "paragraph", ("p",), "choice_paragraph", "The whole paragraph", "paragraph"),
    Command("choice", "copy", ("y",), "choice_take('copy')", "Copy it", "copy"),
    Command("choice", "card", ("Y",), "choice_take('card')", "Copy it as a quote, with source, date, address", "quote"),
    Command("choice", "mark", ("m",), "choice_take('mark')", "Mark it, with a note", "mark"),
    Command("choice", "close", ("v", "escape"), "choice_close", "Choose nothing", "leave"),
    Command("marks", "down", ("j", "down"), "move(1)", "Next mark"),
    Command("marks", "up", ("k", "up"), "move(-1)", "Previous mark"),
    Command("marks", "go", ("enter", "space"), "go", "Go there", "go"),
    Command("marks", "note", ("e",), "note", "Change the note", "note"),
    Command("marks", "remove", ("d",), "remove", "Take the mark off", "take off"),
    Command("marks", "close", ("escape", "quotation_mark"), "close", "Close the list", "close"),
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


def hints(*contexts: Context) -> tuple[str, ...]:
    """`key word` for the status line, most local first."""
    return tuple(
        f"{command.shown_keys.partition(' ')[0]} {command.hint}"
        for context in contexts
        for command in commands(context)
        if command.hint
    )


def key_table() -> tuple[tuple[str, str, str], ...]:
    """Heading of the context, keys, what they do: the rows of the help screen and of the README's table."""
    return tuple(
        (heading, command.shown_keys, command.title)
        for context, heading in CONTEXTS.items()
        for command in commands(context)
    )
