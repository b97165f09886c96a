"""Argument parsing.

The first word that is not an option decides: a command name, or the first PATH for the reader. Each command has its own
parser, so only one is built. `--data-dir` may precede or follow the command name.

Tag changes after an ID, and QUERY, are extracted before parsing: `-T` is not an option there.
"""

from __future__ import annotations

import argparse
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from tui_reader.errors import UsageError
from tui_reader.paths import DATA_DIR_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PROGRAM = "tui-reader"
SCRIPTS = ("cn", "tw", "hk", "hans", "hant")
_SCRIPTS_HELP = "cn, tw, hk: regional wording; hans, hant: characters only"


class Parted(NamedTuple):
    """Words for the parser, and words taken literally."""

    own: list[str]
    literal: list[str]


class Command(NamedTuple):
    """A command: usage, one-line description, option setup, and how its words are split."""

    usage: str
    summary: str
    add: Callable[[argparse.ArgumentParser], object]
    part: Callable[[Sequence[str]], Parted]
    more: str = ""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Parse the arguments.

    Returns a namespace with the command's `name`, its arguments, `data_dir`, `literal` words, and `help` text if requested.
    Raises UsageError.
    """
    name, words = _command_of(list(argv))
    command = COMMANDS[name]
    parser = _parser(name, command)
    words, literal = command.part(words)
    if "--help" in words or "-h" in words:
        return argparse.Namespace(name="help", text=parser.format_help())
    asked = parser.parse_intermixed_args(words)
    asked.name, asked.literal = name, literal
    _check_text([*literal, *getattr(asked, "tag", [])])
    if asked.data_dir == "":
        raise UsageError("--data-dir needs a folder")
    return asked


def _check_text(words: Sequence[str]) -> None:
    """Tags and queries must be valid text; paths may be any bytes. Raises UsageError."""
    for word in words:
        if any("\ud800" <= character <= "\udfff" for character in word):
            raise UsageError(f"“{word}” is not text in this terminal's encoding; a UTF-8 locale would help")


class _Parser(argparse.ArgumentParser):
    """Argument parser that raises UsageError with a one-line message."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def _parser(name: str, command: Command) -> _Parser:
    program = f"{PROGRAM} {name}".strip()
    parser = _Parser(
        prog=program,
        usage=f"{program} {command.usage}",
        description=command.summary,
        epilog=command.more if name else _command_list(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    command.add(parser)
    parser.add_argument("--data-dir", metavar="DIR", help=f"folder of the library (also {DATA_DIR_VARIABLE})")
    parser.add_argument("-h", "--help", action="store_true", help="show this help and exit")
    return parser


def _command_list() -> str:
    """One line for each command."""
    names = [name for name in COMMANDS if name]
    width = max(map(len, names))
    lines = [f"  {name:{width}}  {COMMANDS[name].summary}" for name in names]
    return "\n".join(["commands (COMMAND --help for details):", *lines])


def _command_of(words: list[str]) -> tuple[str, list[str]]:
    """(command name, "" for the reader; all other words)."""
    at = 0
    while at < len(words) and words[at].startswith("--data-dir"):
        at += 1 if "=" in words[at] else 2
    if at < len(words) and words[at] in COMMANDS and words[at]:
        return words[at], words[:at] + words[at + 1 :]
    return "", words


def _part_names(words: Sequence[str]) -> Parted:
    """Files and ids: words after `--` are file names even if they start with a dash."""
    if "--" not in words:
        return Parted(list(words), [])
    at = words.index("--")
    names = (f"./{word}" if word.startswith("-") and word != "-" else word for word in words[at + 1 :])
    return Parted([*words[:at], *names], [])


def _part_query(words: Sequence[str]) -> Parted:
    """`list`: known options anywhere; `-x` and plain words form the query; after `--` everything does."""
    own: list[str] = []
    query: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            query.extend(rest)
        elif word == "--data-dir":
            own += [word, *_next(rest)]
        elif word == "-h" or word.startswith("--"):
            own.append(word)
        else:
            query.append(word)
    return Parted(own, query)


def _part_changes(words: Sequence[str]) -> Parted:
    """`tag`: options before the ID; afterwards everything is literal except `--data-dir`, which selects the library."""
    own: list[str] = []
    literal: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--data-dir":
            own += [word, *_next(rest)]
        elif word.startswith("--data-dir=") or (not literal and word.startswith("-") and word != "--"):
            own.append(word)
        elif word != "--" or len(literal) > 1:
            literal.append(word)
    return Parted(own, literal)


def _next(words: Iterator[str]) -> list[str]:
    """The next word, if any."""
    return list(islice(words, 1))


def _add_reader(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="file or folder to import before opening the reader")
    _add_tags(parser)
    parser.add_argument("--version", action="store_true", help="show the version and exit")


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="file, folder, or - for standard input")
    _add_tags(parser)
    parser.add_argument("--force", action="store_true", help="import pages without a recognized article too")


def _add_tags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tag", action="append", default=[], metavar="T", help="tag each article; repeatable")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object per line")


def _add_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="article id or unambiguous prefix")
    parser.add_argument("--script", choices=("source", *SCRIPTS), default="source", help=_SCRIPTS_HELP)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object")
    form.add_argument("--markdown", action="store_true", help="Markdown")


def _add_clean(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="file, folder, or - for standard input")
    parser.add_argument("--why", action="store_true", help="list every block, kept or dropped, with the reason")
    parser.add_argument("--as-of", metavar="DATE", help="reference for relative times on the page, in ISO 8601")
    _add_json(parser)


def _add_convert(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="default: standard input")
    parser.add_argument("--to", required=True, choices=SCRIPTS, help=_SCRIPTS_HELP)
    parser.add_argument("--explain", action="store_true", help="list reworded words instead of the text")
    parser.add_argument(
        "--punctuation", action="store_true", help="repair punctuation; quotation marks follow the target wording"
    )
    parser.add_argument(
        "--line-buffered", action="store_true", help="convert and print each line on its own, immediately"
    )


def _add_glossary(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="add FILE | remove NAME | on NAME | off NAME | check")
    for name, what in _PACK_OPTIONS.items():
        parser.add_argument(
            f"--{name}", dest=f"{name}_" if name == "name" else name, metavar=name[0].upper(), help=what
        )
    _add_json(parser)


def _add_bookmark(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="article id or unambiguous prefix")
    parser.add_argument("--off", action="store_true", help="remove the bookmark")


def _add_reclean(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="*", metavar="ID", help="article id or unambiguous prefix; default: all articles")


_QUERY_HELP = """\
QUERY: words, "quoted phrases" and tag:T -tag:T source:S author:A script:hans|hant is:unread|read|bookmarked
after:2025-02 before:2025-03-01. All must match. Search ignores script. The query is literal: -tag:T is not an option.

Output columns: id, date, state (r read, b bookmarked), source, title, separated by two or more spaces."""

_EXPLAIN_HELP = """\
--explain prints one line for each reworded word instead of the text (for cn, tw, hk; pure character changes are not
listed). Tab-separated fields: line and column, counted from 1; the word as written; the replacement; the table row
responsible: file, line, words and guard. The file is glossary for your own words, packs/NAME for a word pack."""

_PACK_OPTIONS = {
    "name": "name of the pack; default: from the file's header or name",
    "source": "source of the table; default: the file name",
    "licence": "licence of the table",
    "columns": "regions of a two-column table: cn,tw or tw,cn or cn,tw+hk …",
}
_GLOSSARY_HELP = """\
Without arguments, lists the tables: name, on or off, rows, licence, source. add copies a table into a word pack and replaces
a pack of the same name. Accepted formats: tables like your own (cn tw hk guard), OpenCC dictionaries and other two-column
tables, MediaWiki conversion groups (Lua or JSON), and texts with rules such as -{zh-cn:…;zh-tw:…;zh-hk:…}-. check
reports every unusable line. Your own words override packs, packs override the built-in words; among packs, the one added
later wins."""

COMMANDS: dict[str, Command] = {
    "": Command("[PATH...] [--tag T]", "Import files or folders, then open the reader.", _add_reader, _part_names),
    "import": Command(
        "PATH... [--tag T] [--force]",
        "Clean files, folders or standard input (-) and store the articles; safe to repeat.",
        _add_import,
        _part_names,
    ),
    "list": Command("[QUERY] [--json]", "List articles, one per line.", _add_json, _part_query, _QUERY_HELP),
    "show": Command("ID [--script S] [--json | --markdown]", "Print an article as text.", _add_show, _part_names),
    "clean": Command(
        "FILE... [--json] [--why] [--as-of DATE]",
        "Print cleaned text, or one JSON object per file; does not use the library.",
        _add_clean,
        _part_names,
    ),
    "convert": Command(
        "--to S [FILE] [--explain] [--punctuation] [--line-buffered]",
        "Convert Chinese text to another script or regional wording; the input is treated as one article.",
        _add_convert,
        _part_names,
        _EXPLAIN_HELP,
    ),
    "glossary": Command(
        "[add FILE... | remove NAME | on NAME | off NAME | check] [--json]",
        "Manage word packs: conversion tables you add.",
        _add_glossary,
        _part_names,
        _GLOSSARY_HELP,
    ),
    "tag": Command(
        "ID +T... -T...",
        "Add (+T) and remove (-T) tags of an article.",
        lambda _parser: None,
        _part_changes,
        "Everything after the ID is literal; options must precede it.",
    ),
    "bookmark": Command("ID... [--off]", "Bookmark articles.", _add_bookmark, _part_names),
    "bookmarks": Command("[--json]", "List bookmarked articles and highlights, newest first.", _add_json, _part_names),
    "reclean": Command(
        "[ID...]",
        "Re-clean articles with the installed version's rules; keeps your changes.",
        _add_reclean,
        _part_names,
        "Each article is cleaned again from its stored source. Bookmarks, read state, tags, positions, highlights and the\n"
        "lines you restored or dropped are kept. An article that can no longer be cleaned is unchanged.",
    ),
}
