"""`[keys]` of config.toml: the resulting keys, and a message for each invalid line.

A line names a command id and its keys. All valid lines apply together, so two commands may swap keys. In one context a
key has one meaning; of two conflicting lines the later one is ignored.

A key of a local context (list, article …) may hide one that works everywhere, as `f` does in the tag panel: with
`"reading.page-down" = "b"` the bookmark key does not work there, and help shows that. The reverse is an error:
`"everywhere.copy" = "j"` would work nowhere.
"""

from __future__ import annotations

from difflib import get_close_matches
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.locale import _
from tui_reader.text.sanitize import one_line
from tui_reader.ui.core.keys import key_named, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui_reader.ui.core.commands import Command, Keys

QUIT = "everywhere.quit"
"""The command of a reserved key."""

TAKEN = {"ctrl+q": "always quits"}
"""Reserved keys, and why."""


class Remapped(NamedTuple):
    """The keys in force, and a message for each ignored line."""

    keys: Keys
    faults: tuple[str, ...] = ()


class _Clash(NamedTuple):
    key: str
    one: Command
    other: Command


def remapped(lines: Mapping[str, object], declared: Keys) -> Remapped:
    """Apply the lines of `[keys]`, by command id, to the declared keys."""
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
    """What is wrong with a single line; empty if it is valid."""
    if name not in known:
        close = get_close_matches(name, known, n=1)
        meant = _(" (is it {close}?)").format(close=close[0]) if close else ""
        return _("no command named {name}").format(name=one_line(name)) + meant
    written = [value] if isinstance(value, str) else value
    if not isinstance(written, list) or not all(isinstance(key, str) for key in written):
        return _("{name}: its value must be a string or a list of strings").format(name=name)
    for key in written:
        named = key_named(key)
        if named is None:
            return _("{name}: “{key}” is not a key").format(name=name, key=one_line(key))
        if named in TAKEN and name != QUIT:
            return f"{name}: {shown(named)} {_(TAKEN[named])}"
    return ""


def _keys_of(value: object) -> tuple[str, ...]:
    written = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(filter(None, map(key_named, written))))


def _clashes(keys: Keys) -> Iterator[_Clash]:
    """Pairs of commands with the same key in a context where at least one was remapped."""
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
    """Declared keys that work everywhere: local contexts may hide them on purpose."""
    return frozenset(key for command in keys.commands if command.context == "everywhere" for key in command.keys)


def _describe(dropped: str, clash: _Clash, keys: Keys) -> str:
    other = clash.other if clash.one.id == dropped else clash.one
    place = keys.heading(other.context)
    text = _("{name}: {key} is “{title}” {place}")
    return text.format(name=dropped, key=shown(clash.key), title=_(other.title), place=place[:1].lower() + place[1:])
