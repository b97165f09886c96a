"""Options of each command: functions that add them to its argparse parser."""

from __future__ import annotations

import argparse

from tui_reader.exports.formats import FORMATS
from tui_reader.locale import _
from tui_reader.locale.languages import LANGUAGES, OPTION
from tui_reader.paths import DATA_DIR_VARIABLE
from tui_reader.query import SORT_KEYS

SCRIPTS = ("cn", "tw", "hk", "hans", "hant")
_SCRIPTS_HELP = "cn, tw, hk: regional wording; hans, hant: characters only"

_FIELDS = {
    "title": "the title; an empty text: there is none",
    "author": "the author; an empty text: there is none",
    "source": "the source; an empty text: there is none",
}

_PACK_OPTIONS = {
    "name": "name of the pack; default: from the file's header or name",
    "source": "source of the table; default: the file name",
    "licence": "licence of the table",
    "columns": "regions of a two-column table: cn,tw or tw,cn or cn,tw+hk …",
}


def add_everywhere(parser: argparse.ArgumentParser) -> None:
    """Add --data-dir and --lang, which every command takes."""
    parser.add_argument(
        "--data-dir",
        metavar="DIR",
        help=_("folder of the library (also {variable})").format(variable=DATA_DIR_VARIABLE),
    )
    # Taken out of the words before they are parsed: help and errors are in this language, too.
    parser.add_argument(
        OPTION, metavar="L", help=_("language of the interface: {languages}").format(languages=", ".join(LANGUAGES))
    )


def add_reader(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="file, folder, archive or address to import before opening the reader"
    )
    _add_tags(parser)
    _add_watch(parser, "import what is saved in this folder while the reader is open; repeatable")
    _add_private(parser)
    parser.add_argument("--version", action="store_true", help="show the version and exit")


def add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="file, folder, archive, address, or - for standard input"
    )
    _add_tags(parser)
    _add_watch(parser, "import what is saved in this folder, until ctrl+c; repeatable")
    _add_private(parser)
    parser.add_argument("--force", action="store_true", help="import pages without a recognized article too")


def _add_tags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tag", action="append", default=[], metavar="T", help="tag each article; repeatable")


def _add_watch(parser: argparse.ArgumentParser, help_: str) -> None:
    parser.add_argument("--watch", action="append", default=[], metavar="DIR", help=help_)


def _add_private(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--allow-private", action="store_true", help="fetch addresses in private networks too")


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object per line")


def add_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="article id or unambiguous prefix")
    parser.add_argument("--script", choices=("source", *SCRIPTS), default="source", help=_SCRIPTS_HELP)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object")
    form.add_argument("--markdown", action="store_true", help="Markdown")


def add_clean(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="file, folder, address, or - for standard input")
    _add_private(parser)
    parser.add_argument("--why", action="store_true", help="list every block, kept or dropped, with the reason")
    parser.add_argument("--as-of", metavar="DATE", help="reference for relative times on the page, in ISO 8601")
    add_json(parser)


def add_convert(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="default: standard input")
    parser.add_argument("--to", required=True, choices=SCRIPTS, help=_SCRIPTS_HELP)
    parser.add_argument("--explain", action="store_true", help="list reworded words instead of the text")
    parser.add_argument(
        "--punctuation", action="store_true", help="repair punctuation; quotation marks follow the target wording"
    )
    parser.add_argument(
        "--line-buffered", action="store_true", help="convert and print each line on its own, immediately"
    )


def add_glossary(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="add FILE | remove NAME | on NAME | off NAME | check")
    for name, what in _PACK_OPTIONS.items():
        parser.add_argument(
            f"--{name}", dest=f"{name}_" if name == "name" else name, metavar=name[0].upper(), help=what
        )
    add_json(parser)


def add_feeds(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="add URL|FILE.opml... | remove FEED... | update [FEED...] | export")
    parser.add_argument("--limit", type=_count, metavar="N", help="look at the N newest items of a feed at each update")
    parser.add_argument("--folder", default="", metavar="F", help="put added feeds into this folder of the list")
    _add_private(parser)
    add_json(parser)


def add_bookmark(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="article id or unambiguous prefix")
    parser.add_argument("--off", action="store_true", help="remove the bookmark")


def add_reclean(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="*", metavar="ID", help="article id or unambiguous prefix; default: all articles")


def add_delete(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="article id or unambiguous prefix")


def add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=FORMATS, help="default: what the output's suffix names, else md")
    parser.add_argument("--output", metavar="PATH", help="FOLDER/: a file for each article; FILE: all in one")
    parser.add_argument("--script", choices=("source", *SCRIPTS), default="source", help=_SCRIPTS_HELP)
    parser.add_argument(
        "--id", action="append", default=[], metavar="ID", help="this article instead of a query; repeatable"
    )
    parser.add_argument("--title", metavar="T", help="title of an e-book or HTML page with several articles")
    parser.add_argument("--overwrite", action="store_true", help="replace files that exist with other content")


def add_highlights(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=("md", "json", "tsv"), default="md", help="tsv: text, note, origin; for Anki"
    )
    parser.add_argument("--script", choices=("source", *SCRIPTS), default="source", help=_SCRIPTS_HELP)


def add_completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), metavar="bash|zsh|fish", help="the shell")


def add_serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="default: 8000; 0: any free one")
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="default: 127.0.0.1, this machine only")
    parser.add_argument(
        "--token", metavar="T", help="what a browser must show; beyond this machine default: a random one"
    )


def add_trash(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="restore ID... | empty")
    add_json(parser)


def add_backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="default: the folder backups beside the library")
    parser.add_argument("--restore", metavar="FILE", help="merge what a person did, from a .json or .json.gz backup")


def add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="rebuild a damaged library and the search index")


def add_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sort", choices=SORT_KEYS, metavar="KEY", help=_("order: {keys}").format(keys=", ".join(SORT_KEYS))
    )
    parser.add_argument("--excerpt", action="store_true", help="print the text around the words of the query, too")
    parser.add_argument("--limit", type=_count, metavar="N", help="list at most N articles")
    add_json(parser)


def _count(text: str) -> int:
    """A number of at least 1. ArgumentTypeError otherwise."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(_("{text} is not a number of articles").format(text=text))
    return int(text)


def add_edit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="article id or unambiguous prefix")
    for field, what in _FIELDS.items():
        parser.add_argument(f"--{field}", metavar=field[0].upper(), help=what)
    parser.add_argument(
        "--date", metavar="DATE", help="the day or time of publication, in ISO 8601; an empty text: none"
    )
    parser.add_argument("--reset", action="store_true", help="go back to what the cleaner found, before other options")


def add_tags_command(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs="*", metavar="rename A B | merge A... B | delete T... | hide T... | show T... | hidden"
    )
    add_json(parser)


def add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--init", action="store_true", help="write a config.toml in which every setting is a comment")
    add_json(parser)


def add_keys(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORD", help="only rows with these words")
    add_json(parser)
