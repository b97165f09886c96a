"""What completes a query while it is typed: values of its fields, and names that the library has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tui_reader.query import completed, suggested
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui_reader.query import Typing

OFFERED: Final = 5
"""Maximum completions shown at once."""

NAMED: Final = ("tag", "source", "author", "feed")
"""Fields whose values are names that the library has."""


class Offer(NamedTuple):
    """A completion: as shown, and the query's text and cursor once it is taken."""

    label: str
    text: str
    cursor: int


class Name(NamedTuple):
    """A name with its folded form, by which it is found in either script."""

    name: str
    folded: str


def names_of(names: Iterable[str]) -> tuple[Name, ...]:
    """Names prepared for `offers`, in the same order."""
    return tuple(Name(name, fold(name)) for name in names)


def offers(text: str, typing: Typing, names: Callable[[str], tuple[Name, ...]]) -> tuple[Offer, ...]:
    """At most `OFFERED` completions of what is typed: names that begin so first, then those that contain it.

    `names` returns the names of a field, the most frequent first; it may read the library.
    """
    if typing.kind == "field" and not typing.typed:
        return ()
    values = _found(names(typing.kind), fold(typing.typed)) if typing.kind in NAMED else suggested(typing)
    prefix = "" if typing.kind == "field" else f"{typing.kind}:"
    return tuple(
        Offer(f"{prefix}{one_line(value)}", *completed(text, typing, value))
        for value in [value for value in values if value != typing.typed][:OFFERED]
    )


def _found(names: tuple[Name, ...], typed: str) -> list[str]:
    beginning = [each.name for each in names if each.folded.startswith(typed)]
    inside = (each.name for each in names if typed in each.folded and not each.folded.startswith(typed))
    return beginning if len(beginning) >= OFFERED else [*beginning, *inside]
