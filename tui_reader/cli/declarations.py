"""The commands: usage, description and options of each."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.cli.splitting import Parted, part_changes, part_names, part_query
from tui_reader.query import SORT_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SCRIPTS = ("cn", "tw", "hk", "hans", "hant")
_SCRIPTS_HELP = "cn, tw, hk: regional wording; hans, hant: characters only"


class Command(NamedTuple):
    """A command: usage, one-line description, option setup, and how its words are split."""

    usage: str
    summary: str
    add: Callable[[argparse.ArgumentParser], object]
    part: Callable[[Sequence[str]], Parted]
    more: str = ""


def _add_reader(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="file, folder or address to import before opening the reader"
    )
    _add_tags(parser)
    _add_private(parser)
    parser.add_argument("--version", action="store_true", help="show the version and exit")


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="file, folder, address, or - for standard input")
    _add_tags(parser)
    _add_private(parser)
    parser.add_argument("--force", action="store_true", help="import pages without a recognized article too")


def _add_tags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tag", action="append", default=[], metavar="T", help="tag each article; repeatable")


def _add_private(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--allow-private", action="store_true", help="fetch addresses in private networks too")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object per line")


def _add_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="article id or unambiguous prefix")
    parser.add_argument("--script", choices=("source", *SCRIPTS), default="source", help=_SCRIPTS_HELP)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object")
    form.add_argument("--markdown", action="store_true", help="Markdown")


def _add_clean(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="file, folder, address, or - for standard input")
    _add_private(parser)
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


def _add_delete(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="article id or unambiguous prefix")


def _add_trash(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="restore ID... | empty")
    _add_json(parser)


def _add_backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="default: the folder backups beside the library")
    parser.add_argument("--restore", metavar="FILE", help="merge what a person did, from a .json or .json.gz backup")


def _add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="rebuild a damaged library and the search index")


def _add_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sort", choices=SORT_KEYS, metavar="KEY", help=f"order: {', '.join(SORT_KEYS)}")
    parser.add_argument("--excerpt", action="store_true", help="print the text around the words of the query, too")
    parser.add_argument("--limit", type=_count, metavar="N", help="list at most N articles")
    _add_json(parser)


def _count(text: str) -> int:
    """A number of at least 1. ArgumentTypeError otherwise."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of articles")
    return int(text)


def _add_edit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="article id or unambiguous prefix")
    for field in ("title", "author", "source"):
        parser.add_argument(f"--{field}", metavar=field[0].upper(), help=f"the {field}; an empty text: there is none")
    parser.add_argument(
        "--date", metavar="DATE", help="the day or time of publication, in ISO 8601; an empty text: none"
    )
    parser.add_argument("--reset", action="store_true", help="go back to what the cleaner found, before other options")


def _add_tags_command(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="rename A B | merge A... B | delete T...")
    _add_json(parser)


_QUERY_HELP = """\
QUERY: words, "quoted phrases", title:W tag:T source:S author:A script:hans|hant is:unread|read|bookmarked|highlighted|uncertain
after:2025-02 before:2025-03-01 after:2weeks sort:date|added|title|source|length|unread|relevance. Side by side means and; OR between
alternatives, NOT or - before what is excluded, brackets around groups. Search ignores script. The query is literal: -tag:T is not
an option. A first word @NAME stands for the query saved by that name (see tui-reader searches --help).

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
    "": Command(
        "[PATH|URL...] [--tag T] [--allow-private]",
        "Import files, folders or addresses, then open the reader.",
        _add_reader,
        part_names,
    ),
    "import": Command(
        "PATH|URL... [--tag T] [--force] [--allow-private]",
        "Clean files, folders, web addresses or standard input (-) and store the articles; safe to repeat.",
        _add_import,
        part_names,
    ),
    "list": Command(
        "[QUERY] [--sort KEY] [--limit N] [--excerpt] [--json]",
        "List articles, one per line.",
        _add_list,
        part_query,
        _QUERY_HELP,
    ),
    "searches": Command(
        "[save NAME QUERY | rename OLD NEW | delete NAME] [--json]",
        "List, save, rename or delete saved searches; list @NAME lists their articles.",
        _add_json,
        part_query,
        "NAME is one word: quote a name with spaces. QUERY is literal, as for list. A search of the same name is replaced.",
    ),
    "show": Command("ID [--script S] [--json | --markdown]", "Print an article as text.", _add_show, part_names),
    "clean": Command(
        "FILE|URL... [--json] [--why] [--as-of DATE] [--allow-private]",
        "Print cleaned text, or one JSON object per file; does not use the library.",
        _add_clean,
        part_names,
    ),
    "convert": Command(
        "--to S [FILE] [--explain] [--punctuation] [--line-buffered]",
        "Convert Chinese text to another script or regional wording; the input is treated as one article.",
        _add_convert,
        part_names,
        _EXPLAIN_HELP,
    ),
    "glossary": Command(
        "[add FILE... | remove NAME | on NAME | off NAME | check] [--json]",
        "Manage word packs: conversion tables you add.",
        _add_glossary,
        part_names,
        _GLOSSARY_HELP,
    ),
    "tag": Command(
        "ID +T... -T...",
        "Add (+T) and remove (-T) tags of an article.",
        lambda _parser: None,
        part_changes,
        "Everything after the ID is literal; options must precede it.",
    ),
    "bookmark": Command("ID... [--off]", "Bookmark articles.", _add_bookmark, part_names),
    "bookmarks": Command("[--json]", "List bookmarked articles and highlights, newest first.", _add_json, part_names),
    "reclean": Command(
        "[ID...]",
        "Re-clean articles with the installed version's rules; keeps your changes.",
        _add_reclean,
        part_names,
        "Each article is cleaned again from its stored source. Bookmarks, read state, tags, positions, highlights and the\n"
        "lines you restored or dropped are kept. An article that can no longer be cleaned is unchanged.",
    ),
    "tags": Command(
        "[rename A B | merge A... B | delete T...] [--json]",
        "List tags with their numbers of articles; rename, merge or delete tags everywhere.",
        _add_tags_command,
        part_names,
        "The change holds for articles that are imported later, too: a deleted tag is not given again.",
    ),
    "edit": Command(
        "ID [--title T] [--author A] [--source S] [--date DATE] [--reset]",
        "Correct the title, author, source or date of an article; kept when it is cleaned again.",
        _add_edit,
        part_names,
    ),
    "delete": Command(
        "ID...",
        "Move articles to the trash.",
        _add_delete,
        part_names,
        "The trash keeps an article for 30 days with all you did to it. Importing its file again leaves it there.",
    ),
    "trash": Command(
        "[restore ID... | empty] [--json]", "List, restore or remove deleted articles.", _add_trash, part_names
    ),
    "backup": Command(
        "[FILE] [--restore FILE]",
        "Back up the library and what you did with its articles.",
        _add_backup,
        part_names,
        "FILE.json, or - for standard output: bookmarks, read state, tags, highlights, notes, line decisions and positions as\n"
        "JSON. Any other FILE: a copy of the whole library. --restore adds to the library and takes nothing away.\n"
        "Backups are also written by themselves: what you did after each change, the whole library once a day.",
    ),
    "doctor": Command(
        "[--repair]",
        "Report versions, paths and sizes, and check the library.",
        _add_doctor,
        part_names,
        "--repair builds a damaged library anew from its readable pages and the backups, sets the damaged file aside,\n"
        "imports lost articles from their files, and builds the search index again.",
    ),
}
