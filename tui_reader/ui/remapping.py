"""The `[keys]` of config.toml: which keys that gives, and a sentence for each line that cannot hold.

A line names a command by its id and says its keys. What counts is all good lines together, so two commands may swap
their keys. In one place a key means one thing; a line that would break that is left out, the later one of two.

A key of a place (the list, the article …) may stand before one that works everywhere, as `f` does in the tag panel:
who writes `"reading.page-down" = "b"` gives up the bookmark there, and sees that in help. The other way round it is a
fault: `"everywhere.copy" = "j"` would copy nowhere.
"""

from __future__ import annotations

from difflib import get_close_matches
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.text.sanitize import one_line
from tui_reader.ui.commands import COMMANDS, CONTEXTS, Command, Keys
from tui_reader.ui.keys import key_named, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TAKEN = {"ctrl+q": "always quits"}
"""Keys that no line can have, and why."""

ON_THE_SCREEN = frozenset({"everywhere", "empty"})
"""The contexts without a pane of their own: their keys are looked up together."""

BY_ID = {command.id: command for command in COMMANDS}


class Remapped(NamedTuple):
    """The keys in force, and what is wrong with the lines left out: a sentence each."""

    keys: Keys
    faults: tuple[str, ...] = ()


class _Clash(NamedTuple):
    key: str
    one: Command
    other: Command


def remapped(lines: Mapping[str, object]) -> Remapped:
    """What the lines of `[keys]`, by command id, make of the declared keys."""
    good: dict[str, tuple[str, ...]] = {}
    faults: list[str] = []
    for name, value in lines.items():
        fault = _fault(name, value)
        if fault:
            faults.append(fault)
        else:
            good[name] = _keys_of(value)
    while (clash := next(_clashes(Keys(good)), None)) is not None:
        dropped = next(name for name in reversed(good) if name in {clash.one.id, clash.other.id})
        del good[dropped]
        faults.append(_told(dropped, clash))
    return Remapped(Keys(good), tuple(faults))


def _fault(name: str, value: object) -> str:
    """What is wrong with one line by itself; empty when nothing is."""
    if name not in BY_ID:
        close = get_close_matches(name, BY_ID, n=1)
        return f"no command is named {one_line(name)}" + (f" (is it {close[0]}?)" if close else "")
    written = [value] if isinstance(value, str) else value
    if not isinstance(written, list) or not all(isinstance(key, str) for key in written):
        return f"{name}: its keys are a text, or several in brackets"
    for key in written:
        named = key_named(key)
        if named is None:
            return f"{name}: “{one_line(key)}” is no key"
        if named in TAKEN:
            return f"{name}: {shown(named)} {TAKEN[named]}"
    return ""


def _keys_of(value: object) -> tuple[str, ...]:
    written = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(filter(None, map(key_named, written))))


def _clashes(keys: Keys) -> Iterator[_Clash]:
    """Two commands that want one key where only one can have it; a line has changed one of them."""
    for one, other in combinations(COMMANDS, 2):
        for key in keys.of(one) if {one.id, other.id} & keys.changed.keys() else ():
            if key in keys.of(other) and _is_clash(key, one, other, keys):
                yield _Clash(key, one, other)


def _is_clash(key: str, one: Command, other: Command, keys: Keys) -> bool:
    if one.context == other.context or {one.context, other.context} <= ON_THE_SCREEN:
        return True
    everywhere = [command for command in (one, other) if command.context == "everywhere"]
    return any(key in keys.changed.get(command.id, ()) and key not in _everywhere() for command in everywhere)


def _everywhere() -> frozenset[str]:
    """Keys that work everywhere as declared: where a place stands before them, it was meant so."""
    return frozenset(key for command in COMMANDS if command.context == "everywhere" for key in command.keys)


def _told(dropped: str, clash: _Clash) -> str:
    other = clash.other if clash.one.id == dropped else clash.one
    place = CONTEXTS[other.context]
    return f"{dropped}: {shown(clash.key)} is “{other.title}” {place[:1].lower()}{place[1:]}"
