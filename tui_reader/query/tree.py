"""Syntax tree of a query. Spans are offsets in the query's text and do not count when trees are compared."""

import dataclasses
import re
from collections.abc import Iterable
from typing import Final

from tui_reader.query.fields import Field


@dataclasses.dataclass(frozen=True, slots=True)
class Term:
    """A field and its value; `word` is a word or phrase in the text or in a tag."""

    field: Field
    value: str
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Not:
    """Articles that do not match `node`."""

    node: "Node"


@dataclasses.dataclass(frozen=True, slots=True)
class And:
    """Articles that match all nodes; all articles if there are no nodes."""

    nodes: tuple["Node", ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Or:
    """Articles that match any of two or more nodes."""

    nodes: tuple["Node", ...]


Node = Term | Not | And | Or

QUOTES: Final = '"＂“”'
OPENING, CLOSING, MINUS = "(（", ")）", "-－"
OPERATORS: Final = ("NOT", "OR", "AND")
_SPECIAL = re.compile(r"[A-Za-z][A-Za-z_]*[:：]|[()（）\-－]|(?:NOT|OR|AND)$")
_INSIDE = re.compile(r"[\s()（）]")


def text_of(node: Node) -> str:
    """Format a node as text that parses to it."""
    match node:
        case Term("word", value):
            return quoted(value) if _SPECIAL.match(value) else plain(value)
        case Term(prefix, value):
            return f"{prefix}:{plain(value)}"
        case Not(inner):
            return f"-{_operand(inner)}"
        case And(nodes):
            return " ".join(map(_operand, nodes))
        case Or(nodes):
            return " OR ".join(_operand(one) if not isinstance(one, And) else text_of(one) for one in nodes)


def _operand(node: Node) -> str:
    return text_of(node) if isinstance(node, Term | Not) else f"({text_of(node)})"


def plain(value: str) -> str:
    """`value` without quotes if it parses back unchanged, else quoted."""
    return quoted(value) if _INSIDE.search(value) or value[:1] in QUOTES else value


def quoted(value: str) -> str:
    return '"' + re.sub(r'(["＂\\])', r"\\\1", value) + '"'


def conjunction(nodes: Iterable[Node]) -> Node:
    """Join distinct nodes by AND; a single node is returned itself."""
    some = tuple(dict.fromkeys(nodes))
    return some[0] if len(some) == 1 else And(some)
