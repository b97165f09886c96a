"""Commands, each declared once: its keys, its title, what it does.

Key bindings, the hints of the status line, the help screen, the command palette and the README's table of keys all come
from these rows. A command's id is `context.name`; config.toml remaps keys by it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from textual.binding import Binding

from tui_reader.ui.core.keys import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WIDGET, SCREEN, APP = "", "screen", "app"
"""Owners of an action that Textual dispatches itself; any other owner is a feature's name."""

Host = Literal["list", "reading", "everywhere"]


@dataclass(frozen=True, slots=True)
class Context:
    """Where keys work, with its heading in help.

    `within` names the pane that binds the keys of the context before its own; None: a panel of the feature binds them.
    """

    name: str
    heading: str
    within: Host | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """`action` is `name(arguments)` on the widget that binds the context, `screen.name`, `app.name`, or `feature.name`:
    the method `action_name` of that feature's controller.

    `hint` is a word for the status line, empty for none; `palette`: also offered in the command palette; `rank` orders
    the commands of a context, those of equal rank stay as declared.
    """

    context: str
    name: str
    keys: tuple[str, ...]
    action: str
    title: str
    hint: str = ""
    palette: bool = False
    rank: int = 0

    @property
    def id(self) -> str:
        """The name for keymaps."""
        return f"{self.context}.{self.name}"

    @property
    def owner(self) -> str:
        """`WIDGET`, `SCREEN`, `APP` or a feature's name."""
        return self.action.partition("(")[0].rpartition(".")[0]

    @property
    def bound(self) -> str:
        """The action as Textual runs it: the screen passes a feature's commands on."""
        return self.action if self.owner in {WIDGET, SCREEN, APP} else f"screen.run('{self.id}')"

    def binding(self) -> Binding:
        """The keys, bound. Only the status line and help show them."""
        return Binding(",".join(self.keys), self.bound, self.title, show=False, id=self.id)


def bindings(commands: Iterable[Command], context: str) -> list[Binding]:
    """For the `BINDINGS` of the widget that binds a context."""
    return [command.binding() for command in commands if command.context == context]


NO_KEY = "no-key"
"""Stands for the keys of a command without any: no terminal sends it."""


@dataclass(frozen=True)
class Keys:
    """All commands, and the keys in force: those declared, but for the `changed` ones, by command id in Textual's names.

    `contexts` are in the order in which help shows them.
    """

    commands: tuple[Command, ...] = ()
    contexts: tuple[Context, ...] = ()
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_changed(self, changed: Mapping[str, tuple[str, ...]]) -> Keys:
        """The same commands with other keys."""
        return replace(self, changed=changed)

    def command(self, command_id: str) -> Command:
        """The command with this id."""
        (found,) = (command for command in self.commands if command.id == command_id)
        return found

    def within(self, context: str) -> tuple[Command, ...]:
        """The commands of a context, by rank."""
        return tuple(sorted((each for each in self.commands if each.context == context), key=lambda each: each.rank))

    def hosted(self, host: Host) -> list[Binding]:
        """The keys that a pane binds: those of the contexts within it first."""
        inner = [context.name for context in self.contexts if context.within == host and context.name != host]
        return [command.binding() for name in (*inner, host) for command in self.within(name)]

    def of(self, command: Command) -> tuple[str, ...]:
        """A command's keys, the one to hint at first."""
        return self.changed.get(command.id, command.keys)

    def shown(self, command: Command) -> str:
        """As a person reads them, with spaces between."""
        return " ".join(map(shown, self.of(command)))

    def first(self, command_id: str) -> str:
        """The first key of the command with this id, as a person reads it; empty if there is none."""
        found = (command for command in self.commands if command.id == command_id)
        return next((self.shown(command).partition(" ")[0] for command in found), "")

    def describe(self, sentence: str, *steps: tuple[str, str]) -> str:
        """A sentence, and what keys do about it: command ids, each with words to follow its key, if it has one."""
        keyed = [f"{key} {words}" for command_id, words in steps if (key := self.first(command_id))]
        return ": ".join([sentence, ", ".join(keyed)] if keyed else [sentence])

    def hints(self, *contexts: str) -> tuple[str, ...]:
        """`key word` for the status line, most local first."""
        return tuple(
            f"{shown(self.of(command)[0])} {command.hint}"
            for context in contexts
            for command in self.within(context)
            if command.hint and self.of(command)
        )

    def heading(self, context: str) -> str:
        """A context's heading."""
        return next(each.heading for each in self.contexts if each.name == context)

    def table(self) -> tuple[tuple[str, str, str, str], ...]:
        """Heading of the context, keys, title, the command's id: the rows of the README's table."""
        return tuple(
            (context.heading, self.shown(command), command.title, command.id)
            for context in self.contexts
            for command in self.within(context.name)
        )

    def palette(self) -> tuple[Command, ...]:
        """The commands for the palette."""
        return tuple(command for context in self.contexts for command in self.within(context.name) if command.palette)

    def keymap(self) -> dict[str, str]:
        """The changes as Textual takes them."""
        return {name: ",".join(keys) or NO_KEY for name, keys in self.changed.items()}
