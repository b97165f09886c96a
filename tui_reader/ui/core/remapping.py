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
from tui_reader.ui.core.keys import key_named, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui_reader.ui.core.commands import Command, Keys

TAKEN = {"ctrl+q": "always quits"}
"""Keys that no line can have, and why."""


class Remapped(NamedTuple):
    """The keys in force, and what is wrong with the lines left out: a sentence each."""

    keys: Keys
    faults: tuple[str, ...] = ()


class _Clash(NamedTuple):
    key: str
    one: Command
    other: Command


def remapped(lines: Mapping[str, object], declared: Keys) -> Remapped:
    """What the lines of `[keys]`, by command id, make of the declared keys."""
    good: dict[str, tuple[str, ...]] = {}
    faults: list[str] = []
    for name, value in lines.items():
        fault = _fault(name, value, frozenset(command.id for command in declared.commands))
        if fault:
            faults.append(fault)
        else:
            good[name] = _keys_of(value)
    while (clash := next(_clashes(declared.with_changed(good)), None)) is not None:
        dropped = next(name for name in reversed(good) if name in {clash.one.id, clash.other.id})
        del good[dropped]
        faults.append(_describe(dropped, clash, declared))
    return Remapped(declared.with_changed(good), tuple(faults))


def _fault(name: str, value: object, known: frozenset[str]) -> str:
    """What is wrong with one line by itself; empty when nothing is."""
    if name not in known:
        close = get_close_matches(name, known, n=1)
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
    for one, other in combinations(keys.commands, 2):
        for key in keys.of(one) if {one.id, other.id} & keys.changed.keys() else ():
            if key in keys.of(other) and _is_clash(key, one, other, keys):
                yield _Clash(key, one, other)


def _is_clash(key: str, one: Command, other: Command, keys: Keys) -> bool:
    together = {"everywhere", *(context.name for context in keys.contexts if context.within == "everywhere")}
    if one.context == other.context or {one.context, other.context} <= together:
        return True
    everywhere = [command for command in (one, other) if command.context == "everywhere"]
    return any(key in keys.changed.get(command.id, ()) and key not in _everywhere(keys) for command in everywhere)


def _everywhere(keys: Keys) -> frozenset[str]:
    """The declared keys that work everywhere: where a place has one of them as well, that is intended."""
    return frozenset(key for command in keys.commands if command.context == "everywhere" for key in command.keys)


def _describe(dropped: str, clash: _Clash, keys: Keys) -> str:
    other = clash.other if clash.one.id == dropped else clash.one
    place = keys.heading(other.context)
    return f"{dropped}: {shown(clash.key)} is “{other.title}” {place[:1].lower()}{place[1:]}"
