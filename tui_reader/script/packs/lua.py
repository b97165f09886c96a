"""The rules in a conversion-group module of MediaWiki that is written in Lua.

Such a module returns a table whose items are `{ type = 'item', original = …, rule = … }` or calls `Item(original, rule)`.
tree-sitter reads the source; nothing of it is run. A part that is no Lua is named, and what stands around it is used.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.script.packs.rules import Rule, rules_of_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node, Parser

_NOT_RULES = frozenset({"text", "description", "name", "original", "type"})
"""Fields whose strings are for readers of the page."""

_ESCAPE = re.compile(r"\\(?:(\d{1,3})|x([0-9A-Fa-f]{2})|u\{([0-9A-Fa-f]+)\}|z\s*|(.))", re.DOTALL)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


class Module(NamedTuple):
    """What a module holds: its own name, its rules, and the lines where its source is no Lua."""

    name: str
    rules: tuple[Rule, ...]
    faults: tuple[int, ...]


def read_module(source: str) -> Module:
    """The rules in a module's source."""
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
    """All nodes in the order of the source; what is within a text is left out."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if node.type not in {"string", "comment"} and _text_of(node) is None:
            waiting.extend(reversed(node.children))


def _text_of(node: "Node") -> str | None:
    """What a string, or several joined by `..`, stand for; None for other nodes."""
    parts: list[str] = []
    waiting = [node]
    while waiting:  # a long text is nested as deep as it has parts
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
"""From here on escapes are halves of pairs, or rarer than any word: one that is written so becomes �."""


def _field_of(node: "Node") -> str:
    """The name of the field that a text is the value of; empty for an argument or an item of a list."""
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
