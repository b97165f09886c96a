r"""Queries: parsed from text, formatted as text, and changed in small steps.

    words "quoted phrases" tag:T -tag:T source:S author:A script:hans|hant is:unread|read|bookmarked
    after:2025-02 before:2025-03-01

All conditions must hold. Values may be quoted (`tag:"科技 報導"`); within quotes `\"` and `\\` are escapes. Full-width `：`
and the quotes `“ ”` `＂` are accepted, so that a Chinese input method can stay on. An unknown prefix (`https:`) is part of
a word. `after:` is inclusive from the first moment of the year, month or day, `before:` is exclusive.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Literal, NamedTuple, Self, TypeVar, get_args

from tui_reader.errors import QueryError
from tui_reader.text.sanitize import one_line

State = Literal["unread", "read", "bookmarked"]
STATES: Final[tuple[State, ...]] = get_args(State)
Script = Literal["hans", "hant"]
SCRIPTS: Final[tuple[Script, ...]] = get_args(Script)

_Choice = TypeVar("_Choice", bound=str)
_OPPOSITE: Final[dict[State, State]] = {"unread": "read", "read": "unread"}
_QUOTES: Final = '"＂“”'
_PREFIX = re.compile(r"(-?tag|source|author|script|is|after|before)[:：]", re.IGNORECASE)
_QUOTED = re.compile(r'["＂]((?:\\["＂\\]|[^"＂])*)["＂]?|[“”]([^“”]*)[“”]?')
_ESCAPED = re.compile(r'\\(["＂\\])')
_BARE = re.compile(r"\S*")
_SPACE = re.compile(r"\s*")
_DATE = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_EXPECTED: Final = {
    "tag": "tag: needs a tag after it",
    "-tag": "-tag: needs a tag after it",
    "source": "source: needs a name, or a part of one, after it",
    "author": "author: needs a name, or a part of one, after it",
}


class _Piece(NamedTuple):
    """`prefix` is "" for a word."""

    prefix: str
    value: str


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that must all hold; the empty query lists everything.

    Texts are stored as typed (sanitized, on one line) and folded where they are compared. `words` includes phrases.
    `after` and `before` are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    """

    words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    script: Script | None = None
    states: tuple[State, ...] = ()
    after: str | None = None
    before: str | None = None

    def __post_init__(self) -> None:
        """Normalize texts to the form that `str` writes and `parse` reads, without duplicates."""
        for name in ("words", "tags", "without", "sources", "authors"):
            texts = dict.fromkeys(map(one_line, getattr(self, name)))
            object.__setattr__(self, name, tuple(filter(None, texts)))
        object.__setattr__(self, "states", tuple(state for state in STATES if state in self.states))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse a query. QueryError names the invalid part and what is accepted."""
        draft = _Draft()
        for prefix, value in _pieces(text):
            draft.take(prefix, value)
        return cls(
            words=tuple(draft.words),
            tags=tuple(draft.tags),
            without=tuple(draft.without),
            sources=tuple(draft.sources),
            authors=tuple(draft.authors),
            script=draft.script,
            states=tuple(draft.states),
            after=draft.after,
            before=draft.before,
        )

    def __str__(self) -> str:
        """Canonical text: `Query.parse(str(query)) == query`."""
        return " ".join(_written(self))

    @property
    def is_empty(self) -> bool:
        return self == Query()

    def with_tag(self, tag: str, fold: Callable[[str], str] = str.casefold) -> Self:
        """Also require this tag. Tags that are equal after `fold` are one tag."""
        query = self.dropping_tag(tag, fold)
        return replace(query, tags=(*query.tags, tag))

    def without_tag(self, tag: str, fold: Callable[[str], str] = str.casefold) -> Self:
        """Exclude this tag."""
        query = self.dropping_tag(tag, fold)
        return replace(query, without=(*query.without, tag))

    def dropping_tag(self, tag: str, fold: Callable[[str], str] = str.casefold) -> Self:
        """Neither require nor exclude this tag."""
        folded = fold(one_line(tag))
        kept, left = (tuple(other for other in tags if fold(other) != folded) for tags in (self.tags, self.without))
        return replace(self, tags=kept, without=left)

    def toggling(self, state: State) -> Self:
        """Require this state, or no longer; unread and read replace each other."""
        if state in self.states:
            return replace(self, states=tuple(other for other in self.states if other != state))
        kept = tuple(other for other in self.states if other != _OPPOSITE.get(state))
        return replace(self, states=(*kept, state))


@dataclass(frozen=True, slots=True)
class Listing:
    """Result of a query: article keys of the library, newest first."""

    query: Query
    article_ids: tuple[int, ...]


@dataclass(slots=True)
class _Draft:
    """A query being parsed."""

    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    script: Script | None = None
    states: list[State] = field(default_factory=list)
    after: str | None = None
    before: str | None = None

    def take(self, prefix: str, value: str) -> None:
        """Add one part. Of several date bounds the narrowest stays."""
        match prefix:
            case "script":
                self._take_script(value)
            case "is":
                self.states.append(_choice(prefix, value, STATES))
            case "after":
                self.after = max(filter(None, (self.after, _date(prefix, value))), key=first_day)
            case "before":
                self.before = min(filter(None, (self.before, _date(prefix, value))), key=first_day)
            case _:
                self._take_text(prefix, value)

    def _take_script(self, value: str) -> None:
        script = _choice("script", value, SCRIPTS)
        if self.script not in {None, script}:
            raise QueryError("script: may be given only once")
        self.script = script

    def _take_text(self, prefix: str, value: str) -> None:
        if prefix and not value:
            raise QueryError(_EXPECTED[prefix])
        texts = {"": self.words, "tag": self.tags, "-tag": self.without, "source": self.sources, "author": self.authors}
        texts[prefix].append(value)


def first_day(moment: str) -> str:
    """First day of a year, month, day or time: `2025-02` → `2025-02-01`."""
    return moment[:10] + "-01-01"[len(moment) - 4 :] if len(moment) < 10 else moment


def _pieces(text: str) -> Iterator[_Piece]:
    """The parts of a query, in order; an unclosed quote extends to the end."""
    at = _end(_SPACE, text, 0)
    while at < len(text):
        prefix = _PREFIX.match(text, at)
        start = prefix.end() if prefix else at
        quoted = start < len(text) and text[start] in _QUOTES
        at = _end(_QUOTED if quoted else _BARE, text, start)
        value = _unquoted(text[start:at]) if quoted else text[start:at]
        yield _Piece(prefix[1].lower() if prefix else "", one_line(value))
        at = _end(_SPACE, text, at)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _unquoted(text: str) -> str:
    found = _QUOTED.fullmatch(text)
    if found is None:
        return text
    straight, curly = found.groups()
    return curly if straight is None else _ESCAPED.sub(r"\1", straight)


def _choice(prefix: str, value: str, choices: tuple[_Choice, ...]) -> _Choice:
    for choice in choices:
        if choice == value.lower():
            return choice
    raise QueryError(f"Unknown {prefix}:{value}. Use {', '.join(f'{prefix}:{choice}' for choice in choices)}")


def _date(prefix: str, value: str) -> str:
    """Validate a date: YYYY[-MM[-DD]]."""
    found = _DATE.fullmatch(unicodedata.normalize("NFKC", value))
    parts = [int(part) for part in found.groups() if part] if found else []
    try:
        date(*(*parts, 1, 1)[:3])
    except (TypeError, ValueError):
        raise QueryError(
            f"{prefix}:{value} is not a date. Use a year, month or day such as 2025, 2025-02 or 2025-02-24",
        ) from None
    return "-".join(f"{part:0{4 if at == 0 else 2}}" for at, part in enumerate(parts))


def _written(query: Query) -> Iterator[str]:
    for word in query.words:
        yield _quoted(word) if _PREFIX.match(word) else _plain(word)
    for prefix, values in (
        ("tag", query.tags),
        ("-tag", query.without),
        ("source", query.sources),
        ("author", query.authors),
        ("script", (query.script,)),
        ("is", query.states),
        ("after", (query.after,)),
        ("before", (query.before,)),
    ):
        yield from (f"{prefix}:{_plain(value)}" for value in values if value)


def _plain(value: str) -> str:
    """`value` without quotes if it parses back unchanged, else quoted."""
    return _quoted(value) if " " in value or value[0] in _QUOTES else value


def _quoted(value: str) -> str:
    return '"' + re.sub(r'(["＂\\])', r"\\\1", value) + '"'
