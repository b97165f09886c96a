"""Rules in MediaWiki conversion-group modules written in Lua.

Such a module returns a table of items `{ type = 'item', original = …, rule = … }` or calls `Item(original, rule)`.
The source is parsed with tree-sitter, never executed. Syntax errors are reported; the rest is used.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.script.packs.rules import Rule, rules_of_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node, Parser

_NOT_RULES = frozenset({"text", "description", "name", "original", "type"})
"""Fields with text for readers of the page."""

_ESCAPE = re.compile(r"\\(?:(\d{1,3})|x([0-9A-Fa-f]{2})|u\{([0-9A-Fa-f]+)\}|z\s*|(.))", re.DOTALL)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


class Module(NamedTuple):
    """Name and rules of a module, and the lines with syntax errors."""

    name: str
    rules: tuple[Rule, ...]
    faults: tuple[int, ...]


def read_module(source: str) -> Module:
    root = _parser().parse(source.encode()).root_node
    name = ""
    rules: list[Rule] = []
    faults: list[int] = []
    for node in _nodes(root):
        if node.type == "ERROR" or node.is_missing:
            faults.append(_line(node))
        elif (text := _text_of(node)) is not None:
            field = _field_of(node)
            name = name or (text if field == "name" else "")
            if field not in _NOT_RULES:
                rules += rules_of_string(text, _line(node))
    return Module(name, tuple(rules), tuple(dict.fromkeys(faults)))


def _nodes(root: "Node") -> "Iterator[Node]":
    """All nodes in source order, except those within strings."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if node.type not in {"string", "comment"} and _text_of(node) is None:
            waiting.extend(reversed(node.children))


def _text_of(node: "Node") -> str | None:
    """Value of a string or of strings joined by `..`; None for other nodes."""
    parts: list[str] = []
    waiting = [node]
    while waiting:  # iterative: long concatenations are deeply nested
        part = waiting.pop()
        if part.type == "string":
            parts.append(_literal(part))
        elif part.type == "binary_expression" and any(child.type == ".." for child in part.children):
            waiting.extend(reversed(part.named_children))
        else:
            return None
    return "".join(parts)


def _literal(string: "Node") -> str:
    written = "" if string.text is None else string.text.decode()
    if written[:1] != "[":
        return _ESCAPE.sub(_character, written[1:-1])
    return written[written.index("[", 1) + 1 : written.rindex("]", 0, -1)].removeprefix("\n")


def _character(found: re.Match[str]) -> str:
    decimal, two, many, letter = found.groups()
    if decimal or two or many:
        code = int(decimal) if decimal else int(two or many, 16)
        return chr(code) if code < _NO_CHARACTER else "\ufffd"
    return _CONTROLS.get(letter, letter) if letter else ""


_NO_CHARACTER = 0xD800
"""Escapes from here on are surrogates or very rare characters; they become U+FFFD."""


def _field_of(node: "Node") -> str:
    """Name of the field whose value the node is; "" for arguments and list items."""
    parent = node.parent
    name = parent.child_by_field_name("name") if parent is not None and parent.type == "field" else None
    return name.text.decode().strip("'\"") if name is not None and name.text else ""


def _line(node: "Node") -> int:
    return node.start_point.row + 1


@cache
def _parser() -> "Parser":
    import tree_sitter_lua  # noqa: PLC0415 - only such a module needs it
    from tree_sitter import Language, Parser  # noqa: PLC0415

    return Parser(Language(tree_sitter_lua.language()))
