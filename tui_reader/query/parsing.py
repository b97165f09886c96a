"""Parses the text of a query.

    query  = all { OR all }
    all    = term { [AND] term }
    term   = [ NOT | - ] ( ( query ) | field:value | word | "phrase" )

OR binds loosest. Operators are words in capitals. Full-width `：`, brackets and the quotes `“ ”` `＂` are accepted, so that a
Chinese input method can stay on. `https://` is not a field. An unclosed quote extends to the end.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, cast

from tui_reader.errors import QueryError
from tui_reader.locale import _
from tui_reader.query.fields import SORT, Field, SortKey, canonical_value, known_prefix
from tui_reader.query.tree import CLOSING, MINUS, OPENING, QUOTES, And, Node, Not, Or, Term, conjunction
from tui_reader.text.sanitize import one_line

DEEPEST: Final = 20
"""Maximum brackets within brackets."""

_SPACE = re.compile(r"\s*")
_OPERATOR = re.compile(r"(NOT|OR|AND)(?=[\s(（]|$)")
_PREFIX = re.compile(r"([A-Za-z][A-Za-z_]*)[:：](?!//)")
_QUOTED = re.compile(r'["＂]((?:\\["＂\\]|[^"＂])*)["＂]?|[“”]([^“”]*)[“”]?')
_ESCAPED = re.compile(r'\\(["＂\\])')

Kind = Literal["open", "close", "not", "or", "and", "term"]


class Token(NamedTuple):
    """Part of a query with its span. Terms have `prefix` ("" for a word), `value` and `at`, the value's offset."""

    kind: Kind
    start: int
    end: int
    prefix: str = ""
    value: str = ""
    at: int = 0


class Parsed(NamedTuple):
    """Syntax tree of a query, and its sort key if given."""

    node: Node
    sort: SortKey | None


def parse(text: str) -> Parsed:
    """Parse a query. QueryError has the span of the fault and says what is accepted."""
    return _Parser(text).parsed()


def tokens(text: str) -> Iterator[Token]:
    """Split a query into tokens. QueryError for an unknown field."""
    depth, at = 0, _end(_SPACE, text, 0)
    while at < len(text):
        token = _token(text, at, depth)
        depth += (token.kind == "open") - (token.kind == "close")
        yield token
        at = _end(_SPACE, text, token.end)


def _token(text: str, at: int, depth: int) -> Token:
    if text[at] in OPENING:
        return Token("open", at, at + 1)
    if text[at] in CLOSING:
        return Token("close", at, at + 1)
    if text[at] in MINUS and text[at + 1 : at + 2].strip():
        return Token("not", at, at + 1)
    if operator := _OPERATOR.match(text, at):
        return Token(cast("Kind", operator[1].lower()), at, operator.end())
    prefix = _PREFIX.match(text, at)
    name = known_prefix(prefix[1], at) if prefix else ""
    start = prefix.end() if prefix else at
    end, value = _value(text, start, depth)
    return Token("term", at, end, name, one_line(value), start)


def _value(text: str, start: int, depth: int) -> tuple[int, str]:
    """(end, text) of a value: quoted, or up to a blank or an unmatched closing bracket."""
    if text[start : start + 1] and text[start] in QUOTES:
        found = cast("re.Match[str]", _QUOTED.match(text, start))
        straight, curly = found.groups()
        return found.end(), curly if straight is None else _ESCAPED.sub(r"\1", straight)
    end, own = start, 0
    while end < len(text) and not text[end].isspace():
        if text[end] in CLOSING and not own and depth:
            break
        own += (text[end] in OPENING) - (text[end] in CLOSING and own > 0)
        end += 1
    return end, text[start:end]


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


class _Parser:
    """Recursive descent over the tokens of one query."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(tokens(text))
        self._next = 0
        self._opened: list[Token] = []
        self._sort: SortKey | None = None

    def parsed(self) -> Parsed:
        if not self._tokens:
            return Parsed(And(()), None)
        node = self._any()
        if (token := self._peek()) is not None:
            raise QueryError(
                _("no bracket is open before the one at character {count}").format(count=token.start + 1),
                token.start,
                token.end,
            )
        return Parsed(node, self._sort)

    def _peek(self) -> Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _takes(self, kind: Kind) -> bool:
        token = self._peek()
        taken = token is not None and token.kind == kind
        self._next += taken
        return taken

    def _any(self) -> Node:
        nodes = [self._all()]
        while self._takes("or"):
            nodes.append(self._all())
        left = tuple(dict.fromkeys(node for node in nodes if node != And(())))
        return Or(left) if len(left) > 1 else conjunction(left)

    def _all(self) -> Node:
        """One or more adjacent terms, joined by AND."""
        found = False
        nodes: list[Node] = []
        while (token := self._peek()) is not None and token.kind not in {"or", "close"}:
            if token.kind == "and" and found:
                self._next += 1
                self._expect(token)
            node = self._term(negated=False)
            nodes += node.nodes if isinstance(node, And) else (node,)
            found = True
        if not found:
            self._missing()
        return conjunction(nodes)

    def _expect(self, operator: Token) -> None:
        token = self._peek()
        if token is None or token.kind in {"or", "and", "close"}:
            name = self._text[operator.start : operator.end]
            raise QueryError(
                _("{name} needs something behind it (at character {count})").format(name=name, count=operator.end + 1),
                operator.start,
                operator.end,
            )

    def _missing(self) -> None:
        """Raise QueryError for a missing term."""
        token = self._peek()
        before = self._tokens[self._next - 1] if self._next else None
        if before is not None and before.kind == "or":
            self._expect(before)
        if token is not None and token.kind == "or":
            raise QueryError(
                _("OR at character {count} needs something before it").format(count=token.start + 1),
                token.start,
                token.end,
            )
        if token is not None and not self._opened:
            raise QueryError(
                _("no bracket is open before the one at character {count}").format(count=token.start + 1),
                token.start,
                token.end,
            )
        opened = self._opened[-1]
        raise QueryError(
            _("nothing is in the bracket at character {count}").format(count=opened.start + 1), opened.start, opened.end
        )

    def _term(self, *, negated: bool) -> Node:
        """A term with its negations; two cancel each other."""
        excluded = False
        while (token := self._peek()) is not None and token.kind == "not":
            self._next += 1
            self._expect(token)
            excluded = not excluded
        token = cast("Token", token)
        if token.kind == "and":
            raise QueryError(
                _("AND at character {count} needs something before it").format(count=token.start + 1),
                token.start,
                token.end,
            )
        self._next += 1
        node = self._bracket(token) if token.kind == "open" else self._leaf(token, negated=negated or excluded)
        return Not(node) if excluded and node != And(()) else node

    def _bracket(self, token: Token) -> Node:
        self._opened.append(token)
        if len(self._opened) > DEEPEST:
            raise QueryError(
                _("more than {deepest} brackets within each other").format(deepest=DEEPEST), token.start, token.end
            )
        node = self._any()
        if not self._takes("close"):
            raise QueryError(
                _("the bracket at character {count} is not closed").format(count=token.start + 1),
                token.start,
                token.end,
            )
        self._opened.pop()
        return node

    def _leaf(self, token: Token, *, negated: bool) -> Node:
        if token.prefix == SORT:
            self._order(token, negated=negated)
            return And(())
        if not token.prefix:
            return Term("word", token.value, token.start, token.end) if token.value else And(())
        value = canonical_value(token.prefix, token.value, token.start, token.end)
        return Term(cast("Field", token.prefix), value, token.start, token.end)

    def _order(self, token: Token, *, negated: bool) -> None:
        value = cast("SortKey", canonical_value(SORT, token.value, token.start, token.end))
        if negated or self._opened or self._sort not in {None, value}:
            raise QueryError(
                _("sort: at character {count} orders the whole list: once, without brackets and NOT").format(
                    count=token.start + 1
                ),
                token.start,
                token.end,
            )
        self._sort = value
