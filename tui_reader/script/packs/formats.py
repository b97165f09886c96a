"""Parses any supported table format to entries and unusable lines.

Detected by content: conversion-group modules in JSON or Lua, wikitext with rules, our own tables (`cn tw hk guard`), and
two-column tables.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tui_reader.locale import _
from tui_reader.script.lexicon import HEADER, Problem
from tui_reader.script.packs.lua import read_module
from tui_reader.script.packs.pairs import Columns, columns_of, entries_of_pairs
from tui_reader.script.packs.rules import Entry, Rule, entries_of, line_numbers, rules_of_string, rules_of_wikitext

_LUA = re.compile(r"^[ \t]*(?:return\s*\{|local\s+\w+\s*=)|\bItem\s*\(|\btype\s*=\s*[\"']item[\"']", re.MULTILINE)
_WIKI = re.compile(r"-\{|\{\{\s*CItem|^[ \t]*zh(?:-[a-z]+)?[ \t]*:", re.MULTILINE | re.IGNORECASE)
_METADATA = re.compile(r"^#[ \t]*(name|source|licence|license)[ \t]*:[ \t]*+(\S.*)$", re.MULTILINE | re.IGNORECASE)
_HEAD = HEADER.split("\t")[:3]


class Parsed(NamedTuple):
    """A parsed table. `metadata`: name, source and licence, as far as the table states them."""

    form: str
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    metadata: dict[str, str]


def parse(text: str, name: str, columns: Columns | None = None) -> Parsed:
    """Parse a table.

    Args:
        text: Contents of the file.
        name: File name, a hint for the columns.
        columns: Regions of a two-column table; detected if None.

    Raises ValueError if it is not a table.
    """
    metadata = {key.lower().replace("license", "licence"): value.strip() for key, value in _METADATA.findall(text)}
    if text.lstrip()[:1] in {"{", "["} and not text.lstrip().startswith("{{"):
        return _parse_json(text, metadata)
    if _LUA.search(text):
        module = read_module(text)
        faults = [Problem(line, "Lua syntax error") for line in module.faults]
        return _of_rules("Lua", module.rules, metadata | ({"name": module.name} if module.name else {}), faults)
    if _WIKI.search(text):
        return _of_rules("rules", rules_of_wikitext(text), metadata)
    if "\t" not in text:
        raise ValueError("not a table: neither tabs nor rules like zh-cn:…;zh-tw:…")
    return _parse_columns(text, name, columns, metadata)


def _of_rules(form: str, rules: Iterable[Rule], metadata: dict[str, str], faults: Iterable[Problem] = ()) -> Parsed:
    entries: list[Entry] = []
    problems = list(faults)
    for rule in rules:
        try:
            entries += entries_of(rule)
        except ValueError as error:
            problems.append(Problem(rule.line, str(error)))
    return Parsed(form, tuple(entries), tuple(problems), metadata)


def _parse_json(text: str, metadata: dict[str, str]) -> Parsed:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(_("invalid JSON: {msg} in line {lineno}").format(msg=error.msg, lineno=error.lineno)) from None
    except RecursionError:
        raise ValueError("JSON nested too deeply") from None
    named = data.get("name") if isinstance(data, dict) else None
    return _of_rules("JSON", _rules_of_json(data, text), metadata | ({"name": named} if isinstance(named, str) else {}))


def _rules_of_json(data: Any, text: str) -> Iterator[Rule]:
    """Rules in all JSON strings, each with the line number of its string."""
    at = 0
    line_of = line_numbers(text)
    for string in _strings(data):
        at = max(at, text.find(json.dumps(string, ensure_ascii=text.isascii())[1:-1], at))
        yield from rules_of_string(string, line_of(at))


def _strings(data: Any) -> Iterator[str]:
    """All strings of parsed JSON in order, without descriptions. Iterative: JSON may be nested deeply."""
    waiting = [data]
    while waiting:
        match waiting.pop():
            case str() as string:
                yield string
            case list() as items:
                waiting.extend(reversed(items))
            case dict() as fields:
                waiting.extend(reversed([value for key, value in fields.items() if not _describes(key, value)]))


def _describes(key: str, value: Any) -> bool:
    return key in {"description", "original", "text"} and isinstance(value, str)


def _parse_columns(text: str, name: str, columns: Columns | None, metadata: dict[str, str]) -> Parsed:
    lines = [(number, line.rstrip("\r")) for number, line in enumerate(text.split("\n"), 1)]
    lines = [(number, line) for number, line in lines if line.strip() and not line.startswith("#")]
    if not lines:
        raise ValueError("not a table: only comments and blank lines")
    if columns is None and (lines[0][1].split("\t")[:3] == _HEAD or any(line.count("\t") > 1 for _, line in lines)):
        rows = [Entry(number, line) for number, line in lines if line.split("\t")[:3] != _HEAD]
        return Parsed("table", tuple(rows), (), metadata)
    pairs: list[tuple[int, str, str]] = []
    problems: list[Problem] = []
    for number, line in lines:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) == 2 and all(cells):
            pairs.append((number, cells[0], cells[1].split()[0]))
        else:
            problems.append(Problem(number, "not two tab-separated columns"))
    columns = columns or columns_of(name, [pair[1:] for pair in pairs])
    return Parsed(f"pairs {columns}", tuple(entries_of_pairs(pairs, columns)), tuple(problems), metadata)
