"""Queries as values: parsed from text, formatted as text, and changed in small steps."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, Self, cast

from tui_reader.errors import QueryError
from tui_reader.locale import _
from tui_reader.query.fields import STATES, Field, Script, SortKey, State, first_day, is_relative
from tui_reader.query.parsing import parse
from tui_reader.query.tree import And, Node, Not, Or, Term, conjunction, text_of
from tui_reader.text.sanitize import one_line

_OPPOSITE: Final[dict[State, State]] = {"unread": "read", "read": "unread"}
_TEXTS: Final = ("words", "titles", "tags", "without", "sources", "authors", "feeds")
_MANY: Final[dict[Field, str]] = {
    "word": "words", "title": "titles", "tag": "tags", "source": "sources", "author": "authors", "feed": "feeds", "is": "states"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that must all hold; the empty query lists everything.

    Texts are stored as typed (sanitized, on one line) and folded where they are compared. `words` includes phrases.
    `without`: excluded tags. `after` and `before` are `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a time before today as in `2weeks`.
    `rest`: other conditions: alternatives and exclusions. `sort`: the requested order.
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
    titles: tuple[str, ...] = ()
    rest: tuple[Node, ...] = ()
    sort: SortKey | None = None
    feeds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Normalize texts to the form that `str` writes and `parse` reads, without duplicates."""
        for name in _TEXTS:
            texts = dict.fromkeys(map(one_line, getattr(self, name)))
            object.__setattr__(self, name, tuple(filter(None, texts)))
        object.__setattr__(self, "states", tuple(state for state in STATES if state in self.states))
        object.__setattr__(self, "rest", tuple(dict.fromkeys(self.rest)))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse a query. QueryError names the invalid part and what is accepted."""
        node, sort = parse(text)
        draft = cls(sort=sort)
        for part in node.nodes if isinstance(node, And) else (node,):
            draft = draft._and(part)
        return draft

    def __str__(self) -> str:
        """Canonical text: `Query.parse(str(query)) == query`."""
        order = (f"sort:{self.sort}",) if self.sort else ()
        return " ".join(filter(None, (text_of(conjunction(self.nodes)), *order)))

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All conditions as syntax tree nodes."""
        return (*self._terms(), *self.rest)

    @property
    def is_empty(self) -> bool:
        return self == Query()

    @property
    def sought(self) -> tuple[str, ...]:
        """All words and phrases that a listed article may contain, within brackets and alternatives too."""
        return tuple(dict.fromkeys((*self.words, *(word for node in self.rest for word in _sought(node)))))

    def also(self, other: Self) -> Self:
        """What both queries list, in the order of `other` if it has one."""
        draft = self
        for node in other.nodes:
            draft = draft._and(node)
        return replace(draft, sort=other.sort or self.sort)

    def with_tag(self, tag: str, fold: Callable[[str], str] = str.casefold) -> Self:
        """Also require this tag. Tags that are equal after `fold` are one tag."""
        query = self.dropping_tag(tag, fold)
        return replace(query, tags=(*query.tags, tag))

    def without_tag(self, tag: str, fold: Callable[[str], str] = str.casefold) -> Self:
        query = self.dropping_tag(tag, fold)
        return replace(query, without=(*query.without, tag))

    def dropping_tag(self, tag: str, fold: Callable[[str], str] = str.casefold) -> Self:
        """Neither require nor exclude this tag."""
        folded = fold(one_line(tag))
        kept, left = (tuple(other for other in tags if fold(other) != folded) for tags in (self.tags, self.without))
        return replace(self, tags=kept, without=left)

    def with_source(self, name: str, fold: Callable[[str], str] = str.casefold) -> Self:
        """Also require this source. Names that are equal after `fold` are one."""
        query = self.dropping_source(name, fold)
        return replace(query, sources=(*query.sources, name))

    def without_source(self, name: str, fold: Callable[[str], str] = str.casefold) -> Self:
        query = self.dropping_source(name, fold)
        return replace(query, rest=(*query.rest, Not(Term("source", one_line(name)))))

    def dropping_source(self, name: str, fold: Callable[[str], str] = str.casefold) -> Self:
        """Neither require nor exclude this source."""
        folded = fold(one_line(name))
        kept = tuple(other for other in self.sources if fold(other) != folded)
        left = tuple(node for node in self.rest if fold(_excluded_source(node)) != folded)
        return replace(self, sources=kept, rest=left)

    @property
    def without_sources(self) -> tuple[str, ...]:
        return tuple(name for name in map(_excluded_source, self.rest) if name)

    def toggling(self, state: State) -> Self:
        """Toggle whether this state is required; unread and read exclude each other."""
        if state in self.states:
            return replace(self, states=tuple(other for other in self.states if other != state))
        kept = tuple(other for other in self.states if other != _OPPOSITE.get(state))
        return replace(self, states=(*kept, state))

    def _and(self, node: Node) -> Self:
        match node:
            case Not(Term("tag", value)):
                return replace(self, without=(*self.without, value))
            case Term(field, value) if field in _MANY:
                name = _MANY[field]
                return self._with(name, (*getattr(self, name), value))
            case Term("script", value):
                if self.script not in {None, value}:
                    raise QueryError(
                        _("script: may be given only once (at character {count})").format(count=node.start + 1),
                        node.start,
                        node.end,
                    )
                return replace(self, script=cast("Script", value))
            case Term():
                return self._bound(node)
        return replace(self, rest=(*self.rest, node))

    def _with(self, name: str, value: object) -> Self:
        changes: dict[str, Any] = {name: value}
        return replace(self, **changes)

    def _bound(self, term: Term) -> Self:
        """Add a date bound; of several absolute ones the narrowest is kept."""
        known = getattr(self, term.field)
        if known is None or known == term.value:
            return self._with(term.field, term.value)
        if is_relative(known) or is_relative(term.value):
            return replace(self, rest=(*self.rest, term))
        narrowest = max if term.field == "after" else min
        return self._with(term.field, narrowest(known, term.value, key=first_day))

    def _terms(self) -> Iterator[Node]:
        yield from (Term("word", word) for word in self.words)
        yield from (Term("title", title) for title in self.titles)
        yield from (Term("tag", tag) for tag in self.tags)
        yield from (Not(Term("tag", tag)) for tag in self.without)
        yield from (Term("source", source) for source in self.sources)
        yield from (Term("author", author) for author in self.authors)
        yield from (Term("feed", feed) for feed in self.feeds)
        yield from (Term("script", script) for script in (self.script,) if script)
        yield from (Term("is", state) for state in self.states)
        yield from (Term("after", moment) for moment in (self.after,) if moment)
        yield from (Term("before", moment) for moment in (self.before,) if moment)


def _sought(node: Node) -> Iterator[str]:
    """Words of a node that are not excluded."""
    match node:
        case Term("word", value):
            yield value
        case And(nodes) | Or(nodes):
            yield from (word for inner in nodes for word in _sought(inner))


def _excluded_source(node: Node) -> str:
    """The source that the node excludes; "" if it is something else."""
    match node:
        case Not(Term("source", name)):
            return name
    return ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Result of a query: article keys of the library, newest first."""

    query: Query
    article_ids: tuple[int, ...]
