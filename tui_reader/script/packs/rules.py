"""MediaWiki conversion rules as lexicon rows.

A rule lists the form of each variant: `zh-cn:出租车;zh-tw:計程車;zh-hk:的士`. `word=>zh-tw:計程車` converts in one direction
only. In wikitext a rule is enclosed in `-{` and `}-`, after optional flags and `|`.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple

from tui_reader.locale import _
from tui_reader.script.guards import Region
from tui_reader.script.place import ALL_REGIONS
from tui_reader.script.spelling import simplifying

_FALLBACKS: dict[Region, tuple[str, ...]] = {
    "cn": ("zh-cn", "zh-hans", "zh-sg", "zh-my", "zh"),
    "tw": ("zh-tw", "zh-hant", "zh-hk", "zh-mo"),
    "hk": ("zh-hk", "zh-hant", "zh-mo", "zh-tw"),
}
"""Fallback variants of a region for rules without its own form, in MediaWiki's order."""

_NEIGHBOURS: dict[Region, tuple[str, ...]] = {"cn": ("zh-sg", "zh-my"), "tw": (), "hk": ("zh-mo",)}
"""Variants whose forms are recognised as the region's."""

_PART = re.compile(
    r"(?:^|;)\s*+(?:(?P<word>(?:[^;=]|=(?!>))*+)=>\s*+)?(?P<variant>zh(?:-(?:cn|tw|hk|mo|sg|my|hans|hant))?)\s*+:",
    re.IGNORECASE,
)
_IN_WIKITEXT = re.compile(r"-\{(?:(?P<flags>[A-Za-z;\s-]*)\|)?(?P<rule>[^{}]*)\}-")
_TEMPLATE = re.compile(r"\{\{\s*CItem[A-Za-z]*\s*\|(?P<rule>[^{}]*)\}\}")
_BARE = re.compile(r"^[ \t]*(?P<rule>(?:[^\s;:]+=>)?zh(?:-[a-z]+)?[ \t]*:[^\n]*)$", re.MULTILINE | re.IGNORECASE)
_FLAGS = re.compile(r"^[A-Z](?:;[A-Z])*\|")
_NOT_FOR_TEXT = frozenset("TN-")
"""Flags of rules about page titles, variant names or removed rules."""

_MARKS = re.compile(r"[\t\n\r|>*<\[\]{}]")
"""Characters that no form may contain: table separators and markup."""


class Entry(NamedTuple):
    """A lexicon row as text (`cn tw hk guard`, tab-separated) and its source line number."""

    line: int
    text: str


class Rule(NamedTuple):
    """A rule as written, and its line number."""

    line: int
    text: str


def is_rule(text: str) -> bool:
    """Whether `text` begins with a rule."""
    return _PART.match(text.strip()) is not None


def line_numbers(text: str, first: int = 1) -> Callable[[int], int]:
    """A function from an offset in `text` to its line number; O(log n) per call."""
    starts = [end.end() for end in re.finditer("\n", text)]
    return lambda offset: first + bisect_right(starts, offset)


def rules_of_wikitext(text: str, first: int = 1) -> Iterator[Rule]:
    """Rules between `-{` and `}-`, in conversion-item templates, and on lines of their own.

    `first` is the line number of the text's first line.
    """
    starts = set[int]()
    line_of = line_numbers(text, first)
    for pattern in (_IN_WIKITEXT, _TEMPLATE, _BARE):
        for found in pattern.finditer(text):
            flags = found.groupdict().get("flags") or ""
            rule = found["rule"].strip()
            if found.start("rule") in starts or not _NOT_FOR_TEXT.isdisjoint(flags.upper()) or not is_rule(rule):
                continue
            starts.add(found.start("rule"))
            if pattern is _TEMPLATE:
                rule = rule.partition("|")[0]
            elif pattern is _BARE and "-{" in rule:
                continue
            yield Rule(line_of(found.start("rule")), rule)


def rules_of_string(text: str, line: int) -> Iterator[Rule]:
    """Rules in a module's string at `line`: a bare rule, with or without flags, or wikitext."""
    bare = _FLAGS.sub("", text.strip())
    if is_rule(bare):
        yield Rule(line, bare.replace("\n", " "))
    else:
        yield from (rule._replace(line=line) for rule in rules_of_wikitext(text))


def entries_of(rule: Rule) -> Iterator[Entry]:
    """Rows equivalent to a rule. ValueError if no row can express it."""
    forms: dict[str, str] = {}
    found = list(_PART.finditer(rule.text))
    if not found:
        raise ValueError("not a rule: expected zh-cn:…;zh-tw:…;zh-hk:…")
    for part, after in zip(found, [*found[1:], None], strict=True):
        form = _form(rule.text[part.end() : after.start() if after else len(rule.text)])
        variant = part["variant"].lower()
        if part["word"]:
            yield from (Entry(rule.line, text) for text in _one_way(_form(part["word"]), variant, form))
        elif form:
            forms[variant] = form
    if forms:
        yield Entry(rule.line, "\t".join((*_cells(forms), "")))


def _form(text: str) -> str:
    form = unescape(text.strip().rstrip(";").strip())
    if bad := _MARKS.search(form):
        raise ValueError(_("a form contains {bad!r}: {form}").format(bad=bad[0], form=form[:20]))
    return form


def _cells(forms: dict[str, str]) -> Iterator[str]:
    if len(forms) == 1:
        raise ValueError("only one variant")
    for region in ALL_REGIONS:
        written = next((forms[variant] for variant in _FALLBACKS[region] if variant in forms), "")
        others = {forms[variant] for variant in _NEIGHBOURS[region] if variant in forms} - {written}
        cell = "|".join([written, *(f"{form}*" for form in sorted(others))])
        yield cell.translate(simplifying()) if region == "cn" else cell


def _one_way(word: str, variant: str, form: str) -> Iterator[str]:
    """Rows for `word=>variant:form`: the word of any region becomes the form in that variant."""
    if not word or not form:
        raise ValueError("a one-way rule needs a word and its replacement")
    for target in ALL_REGIONS:
        if variant in _FALLBACKS[target][:2]:
            cells: dict[Region, str] = dict.fromkeys(ALL_REGIONS, word) | {target: f">{form}"}
            if target != "cn":
                cells["cn"] = word.translate(simplifying())
            yield "\t".join([*(cells[region] for region in ALL_REGIONS), f"to:{target}"])
