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
    """What the node does not list."""

    node: "Node"


@dataclasses.dataclass(frozen=True, slots=True)
class And:
    """What all nodes list; everything if there is none."""

    nodes: tuple["Node", ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Or:
    """What any of two or more nodes lists."""

    nodes: tuple["Node", ...]


Node = Term | Not | And | Or

QUOTES: Final = '"＂“”'
OPENING, CLOSING, MINUS = "(（", ")）", "-－"
OPERATORS: Final = ("NOT", "OR", "AND")
_SPECIAL = re.compile(r"[A-Za-z][A-Za-z_]*[:：]|[()（）\-－]|(?:NOT|OR|AND)$")
_INSIDE = re.compile(r"[\s()（）]")


def text_of(node: Node) -> str:
    """Text that parses to the node."""
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


def every(nodes: Iterable[Node]) -> Node:
    """The nodes as one; a single one as it is."""
    some = tuple(dict.fromkeys(nodes))
    return some[0] if len(some) == 1 else And(some)
