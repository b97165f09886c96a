"""Commands, each declared once: keys, title, action.

Key bindings, status line hints, help screen, command palette and the README's key table are derived from these rows. A
command's id is `context.name`; config.toml remaps keys by it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from textual.binding import Binding

from tui_reader.locale import _, pgettext
from tui_reader.ui.core.keys import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

WIDGET, SCREEN, APP = "", "screen", "app"
"""Owners of actions that Textual dispatches itself; any other owner is a feature's name."""

NO_KEY = "no-key"
"""Placeholder key of commands without keys: no terminal sends it."""

HINT, STEP = "hint", "after a key"
"""Contexts of the catalogues: words after a key in the status line, and in messages."""

Host = Literal["list", "reading", "everywhere"]


@dataclass(frozen=True, slots=True)
class Context:
    """Where keys work, and its heading in help.

    `within`: the pane that binds the context's keys before its own; None if a panel of the feature binds them.
    `sign`: its name in the status line; empty: the name shown last stays.
    """

    name: str
    heading: str
    within: Host | None = None
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """`action`: `name(arguments)` on the widget that binds the context, `screen.name`, `app.name`, or `feature.name`, the
    method `action_name` of that feature's controller.

    `hint`: a word for the status line, empty for none; `palette`: also offered in the command palette; `rank` orders the
    commands of a context, with equal ranks in order of declaration.
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
        """Name in keymaps, `context.name`."""
        return f"{self.context}.{self.name}"

    @property
    def owner(self) -> str:
        """`WIDGET`, `SCREEN`, `APP` or a feature's name."""
        return self.action.partition("(")[0].rpartition(".")[0]

    @property
    def bound(self) -> str:
        """The action for Textual: the screen runs the commands of features."""
        return self.action if self.owner in {WIDGET, SCREEN, APP} else f"screen.run('{self.id}')"

    def binding(self) -> Binding:
        """Textual binding of the keys; hidden from Textual's footer."""
        return Binding(",".join(self.keys) or NO_KEY, self.bound, self.title, show=False, id=self.id)


def bindings(commands: Iterable[Command], context: str) -> list[Binding]:
    """For the `BINDINGS` of the widget that binds a context."""
    return [command.binding() for command in commands if command.context == context]


@dataclass(frozen=True)
class Keys:
    """All commands with the keys in force: the declared ones, except the `changed` ones (by command id, in Textual's
    names).

        `contexts`: in the order of the help screen.
    """

    commands: tuple[Command, ...] = ()
    contexts: tuple[Context, ...] = ()
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_changed(self, changed: Mapping[str, tuple[str, ...]]) -> Keys:
        return replace(self, changed=changed)

    def command(self, command_id: str) -> Command:
        (found,) = (command for command in self.commands if command.id == command_id)
        return found

    def within(self, context: str) -> tuple[Command, ...]:
        """Commands of a context, by rank."""
        return tuple(sorted((each for each in self.commands if each.context == context), key=lambda each: each.rank))

    def hosted(self, host: Host) -> list[Binding]:
        """Bindings of a pane: those of the contexts within it first."""
        inner = [context.name for context in self.contexts if context.within == host and context.name != host]
        return [command.binding() for name in (*inner, host) for command in self.within(name)]

    def lent(self, host: Host, other: Host, action: str) -> list[Binding]:
        """Keys of the pane `other` that mean nothing else in the pane `host`, for the latter: `action` with the command's id.

        They are the keys in force, so that the bindings have no id by which a keymap could change them again.
        """
        own = ("everywhere", *(context.name for context in self.contexts if context.within == host))
        taken = {key for name in own for command in self.within(name) for key in self.of(command)}
        free = ((command, [key for key in self.of(command) if key not in taken]) for command in self.within(other))
        return [
            Binding(",".join(keys), f"{action}('{command.id}')", command.title, show=False)
            for command, keys in free
            if keys
        ]

    def of(self, command: Command) -> tuple[str, ...]:
        """Keys of a command; the first one is shown in hints."""
        return self.changed.get(command.id, command.keys)

    def shown(self, command: Command) -> str:
        """Keys of a command for display, separated by spaces."""
        return " ".join(map(shown, self.of(command)))

    def first(self, command_id: str) -> str:
        """First key of a command for display; empty if it has none."""
        found = (command for command in self.commands if command.id == command_id)
        return next((self.shown(command).partition(" ")[0] for command in found), "")

    def describe(self, sentence: str, *steps: tuple[str, str]) -> str:
        """Append keys to a message. `steps`: (command id, words after its key); commands without keys are left out."""
        keyed = [f"{key} {pgettext(STEP, words)}" for command_id, words in steps if (key := self.first(command_id))]
        separated = _("{sentence}: {steps}").format(sentence=_(sentence), steps=_(", ").join(keyed))
        return separated if keyed else _(sentence)

    def hints(self, *contexts: str, useful: Callable[[str], bool] = lambda _: True) -> tuple[str, ...]:
        """`key word` for the status line, most local context first; `useful` is asked for each command's id."""
        return tuple(
            f"{shown(self.of(command)[0])} {pgettext(HINT, command.hint)}"
            for context in contexts
            for command in self.within(context)
            if command.hint and self.of(command) and useful(command.id)
        )

    def heading(self, context: str) -> str:
        """Heading of a context in the language in force."""
        return _(next(each.heading for each in self.contexts if each.name == context))

    def table(self) -> tuple[tuple[str, str, str, str], ...]:
        """Rows of the README's key table: heading of the context, keys, title, command id."""
        return tuple(
            (context.heading, self.shown(command), command.title, command.id)
            for context in self.contexts
            for command in self.within(context.name)
        )

    def palette(self) -> tuple[Command, ...]:
        return tuple(command for context in self.contexts for command in self.within(context.name) if command.palette)

    def keymap(self) -> dict[str, str]:
        """The changed keys as a Textual keymap."""
        return {name: ",".join(keys) or NO_KEY for name, keys in self.changed.items()}
