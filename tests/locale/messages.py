"""Messages of the program, collected from its source: what the catalogues must contain."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_reader import errors
from tui_reader.cleaning.body.decide import REASONS
from tui_reader.cli import declarations, translating
from tui_reader.sources.archives import limits, records
from tui_reader.ui.core.commands import HINT, STEP
from tui_reader.ui.reader.context import PLACE
from tui_reader.ui.registration import declared_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[2] / "tui_reader"

SENTENCES = re.compile(r"[a-z“][^{}_<>=]* [^{}_<>=]*")
"""Texts in the modules of `WHOLE` that are messages."""

WHOLE = {
    "app/preparing.py",
    "app/workers.py",
    "cleaning/body/worth.py",
    "cleaning/decode/decoding.py",
    "cleaning/markup/elements.py",
    "cleaning/markup/omitted.py",
    "cleaning/patterns/cues.py",
    "cleaning/patterns/phrases.py",
    "cleaning/pipeline.py",
    "cleaning/repair/paragraphs.py",
    "cleaning/repair/repairs.py",
    "library/passages.py",
    "library/edits.py",
    "script/packs/formats.py",
    "script/packs/rules.py",
    "sources/archives/limits.py",
    "sources/archives/objects.py",
    "sources/archives/records.py",
    "sources/archives/zipped.py",
    "sources/archives/container.py",
    "sources/reading.py",
    "sources/resolving.py",
    "sources/samples.py",
    "ui/features/desktop/browser.py",
}
"""Modules whose constant sentences are all messages."""

NO_MESSAGES = ("audio button canvas", "address article aside", "as exported", "pairs ")
"""How texts begin that are none: names of elements, a state."""

SAID = {
    "_": (0,), "gettext_noop": (0,), "say": (0,), "_say": (0,), "complain": (0,), "note": (0,), "warn": (0, 2), "describe": (0,),
    "Purpose": (0, 1), "_add_watch": (1,), "Refused": (1,), "SettingsError": (0,), "Label": (2,), "Setting": (3, 4), "Change": (0,), "ImportChange": (0,), "report_import": (0, 4),
    "_watched": (0, 3), "PassageChange": (0,), "damaged": (1,), "ImportProgress": (0,),
}  # fmt: skip
"""Calls with messages, and the places of these among the arguments."""

ERRORS = {name for name, value in vars(errors).items() if isinstance(value, type)} | {"OutputFailed", "ServerBusy"}
"""Calls that have messages among their arguments."""

KEYWORDS = {"help", "sentence", "keys", "doing", "reason"}
"""Arguments that are messages, whatever the call."""

TABLES = {
    "app/config_file.py": ("_HEADING",), "cleaning/body/judge.py": ("*",), "cleaning/markup/markdown.py": ("CONTENTS", "COMMENT"),
    "cleaning/markup/skipped.py": ("HIDDEN", "FAINT"), "cleaning/amend.py": ("DROPPED", "PUT_BACK"), "cleaning/reasons.py": ("_BY_KIND", "_BY_CATEGORY"),
    "cli/exporting.py": ("_ADVICE",), "cli/glossary.py": ("_NEED_WORDS",), "cli/importing.py": ("ADDED",),
    "cli/listing.py": ("NOTHING_IN", "NOTHING_MATCHES"), "cli/options.py": ("_SCRIPTS_HELP", "_PACK_OPTIONS", "_FIELDS"),
    "library/failures.py": ("_BUSY", "_READ_ONLY", "_FULL", "_BROKEN", "_UNUSABLE"),
    "present/display.py": ("NAMES",), "present/ending.py": ("END", "NEXT"), "present/list_header.py": ("ORDERS",),
    "present/removed.py": ("BACK", "INSIDE", "GONE"), "present/status.py": ("END",), "query/fields.py": ("_EXPECTED",),
    "config.py": ("COMMAND_FORM",), "settings.py": ("LISTS", "TABLES"), "cleaning/markup/block_elements.py": ("FURNITURE",), "ui/features/ruby/controller.py": ("MISSING", "NEEDED", "NO_READINGS", "EXTRA"),  "sources/answers.py": ("_STATUSES", "_KINDS", "_FAMILIES"),
    "sources/feeds/parsing.py": ("NOT_A_FEED",), "sources/feeds/robots.py": ("DISALLOWED", "UNKNOWN"),
    "sources/reading.py": ("_MISSING", "_UNREADABLE", "_KINDS"), "sources/shells.py": ("SHELL", "FEED"),
    "ui/app.py": ("IGNORED", "LEAVING", "READ_ONLY"), "ui/core/remapping.py": ("TAKEN",),
    "ui/core/widths.py": ("CANNOT", "NOT_UTF8"), "ui/features/compare/controller.py": ("TOO_SMALL",),
    "ui/features/ending/controller.py": ("LAST",), "ui/features/exporting/controller.py": ("HINT",),
    "ui/features/feeds/controller.py": ("EMPTY", "UPDATING"), "ui/features/filtering/controller.py": ("HINT", "KEYS"),
    "ui/features/highlights/controller.py": ("EMPTY",),
    "ui/features/importing/controller.py": ("HINT", "PATH_HINT", "IMPORTING", "PROMPT_KEYS", "HOW_TO_QUIT"),
    "ui/features/managing/controller.py": ("SORTED",), "ui/features/manual/controller.py": ("WELCOME", "WELCOME_KEYS"),
    "ui/features/manual/screen.py": ("NOTHING",), "ui/features/manual/sections.py": ("FIRST", "SIGNS"),
    "ui/features/settings/controller.py": ("NOT_WRITTEN", "READ_ONLY"),
    "ui/features/settings/panel.py": ("SWITCHED", "WORDS", "ORIGINS"), "ui/features/piping/controller.py": ("PROMPT_KEYS",),
    "ui/features/rewordings/controller.py": ("AS_WRITTEN",), "ui/features/rewordings/panel.py": ("NONE",),
    "ui/main_screen.py": ("TOO_SMALL", "WIDTH"), "ui/reader/context.py": ("EMPTY",),
    "ui/widgets/prompt_line.py": ("keys",),
}  # fmt: skip
"""Module → constants that are displayed: texts, values of tables, elements of tuples."""

OF_CONTEXT = {
    "doctor": ("library", "library file", "settings", "glossary", "backups"),
    "field": ("title", "author", "source", "published"),
    "number": ("no",),
    "role": ("title", "deck", "metadata", "body", "caption", "image", "comment", "dropped"),
}
"""Words that are translated in a context."""


SEPARATOR = ", "


class Message(NamedTuple):
    text: str
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> str | tuple[str, str]:
        """As Babel names it."""
        return (self.text, self.plural) if self.plural else self.text


@cache
def messages() -> dict[Message, tuple[str, ...]]:
    """Message → the modules that have it."""
    found: dict[Message, dict[str, None]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE).as_posix()
        for message in _of_module(module, ast.parse(path.read_text("utf-8"))):
            found.setdefault(message, {})[module] = None
    for message in _declared():
        found.setdefault(message, {})["declarations"] = None
    return {message: tuple(modules) for message, modules in found.items() if _is_text(message.text)}


def _is_text(text: str) -> bool:
    """A text with words, or the sign between parts; not a format or a name of the program."""
    return text == SEPARATOR or (len(text.strip()) > 1 and any(character.isalpha() for character in text))


def _declared() -> Iterator[Message]:
    keys = declared_keys()
    for command in keys.commands:
        yield Message(command.title)
        if command.hint:
            yield Message(command.hint, context=HINT)
    for context in keys.contexts:
        yield Message(context.heading)
        if context.sign:
            yield Message(context.sign, context=PLACE)
    for declared in declarations.COMMANDS.values():
        yield from map(Message, filter(None, (declared.summary, declared.more)))
    yield from map(Message, translating.ARGPARSE)
    for reason in REASONS.values():
        yield from (Message(f"part of the story, by {reason}"), Message(f"not part of the story, by {reason}"))
    yield from map(Message, (limits.TOO_LARGE, limits.TOO_MANY, limits.BOMB, records.NO_TEXT))
    for of_context, words in OF_CONTEXT.items():
        yield from (Message(word, context=of_context) for word in words)


def _of_module(module: str, tree: ast.Module) -> Iterator[Message]:
    tables = TABLES.get(module, ())
    if module in WHOLE:
        yield from map(Message, _sentences(tree))
    for node in ast.walk(tree):
        match node:
            case ast.Call():
                yield from _of_call(module, node)
            case ast.Tuple(elts=[ast.Constant(value=str(command)), ast.Constant(value=str(words))]) if (
                module.startswith("ui/") and command in _command_ids()
            ):
                yield Message(words, context=STEP)
            case ast.Assign(targets=[target], value=value) if _names(target) & set(tables):
                yield from map(Message, _texts(value))
            case ast.AnnAssign(target=target, value=ast.expr() as value) if _names(target) & set(tables):
                yield from map(Message, _texts(value))


def _sentences(tree: ast.Module) -> Iterator[str]:
    """Constant sentences of a module, not those of docstrings."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            prose |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in prose else None
        if isinstance(text, str) and SENTENCES.fullmatch(text) and not text.startswith(NO_MESSAGES):
            yield text


@cache
def _command_ids() -> frozenset[str]:
    return frozenset(command.id for command in declared_keys().commands)


def _names(target: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}


def _of_call(module: str, call: ast.Call) -> Iterator[Message]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name == "ngettext" and all(isinstance(each, ast.Constant) for each in call.args[:2]):
        yield Message(call.args[0].value, call.args[1].value)  # type: ignore[attr-defined]
    elif name == "pgettext":
        yield from (Message(text, context=HINT) for text in _texts(call.args[1]) if _names(call.args[0]) == {"HINT"})
    elif name in ERRORS:
        yield from (Message(text) for each in call.args for text in _texts(each) if " " in text)
    elif name in SAID:
        yield from (Message(text) for at in SAID[name] for each in call.args[at : at + 1] for text in _texts(each))
    for keyword in call.keywords:
        if keyword.arg in KEYWORDS and (keyword.arg != "help" or module.startswith("cli/")):
            yield from (Message(text) for text in _texts(keyword.value) if keyword.arg != "reason" or " " in text)


def _texts(value: ast.expr) -> Iterator[str]:
    """Texts that an expression may be: not keys of tables, not parts of formats, not arguments of calls."""
    match value:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            for element in elements:
                yield from _texts(element)
        case ast.Dict(values=values):
            for each in values:
                yield from _texts(each)
        case ast.IfExp(body=body, orelse=orelse):
            yield from _texts(body)
            yield from _texts(orelse)
        case ast.BoolOp(values=values):
            for each in values:
                yield from _texts(each)
