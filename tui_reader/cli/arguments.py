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
_SCRIPTS_TOLD = "cn, tw, hk: the wording of that region; hans, hant: characters only"


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
        epilog=command.more if name else _told(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    command.add(parser)
    parser.add_argument("--data-dir", metavar="DIR", help=f"where the library is (also {DATA_DIR_VARIABLE})")
    parser.add_argument("-h", "--help", action="store_true", help="show this and stop")
    return parser


def _told() -> str:
    """One line for each command."""
    names = [name for name in COMMANDS if name]
    width = max(map(len, names))
    lines = [f"  {name:{width}}  {COMMANDS[name].summary}" for name in names]
    return "\n".join(["commands (COMMAND --help tells more):", *lines])


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
    parser.add_argument("paths", nargs="*", metavar="PATH", help="file or folder to import first")
    _add_tags(parser)
    parser.add_argument("--version", action="store_true", help="show the version and stop")


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="file, folder, or - for standard input")
    _add_tags(parser)
    parser.add_argument("--force", action="store_true", help="take pages in which no article was found too")


def _add_tags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--tag", action="append", default=[], metavar="T", help="give each article this tag; repeatable"
    )


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _add_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the article's id, or its beginning")
    parser.add_argument("--script", choices=("source", *SCRIPTS), default="source", help=_SCRIPTS_TOLD)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object")
    form.add_argument("--markdown", action="store_true", help="Markdown")


def _add_clean(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="file, folder, or - for standard input")
    parser.add_argument("--why", action="store_true", help="every row, kept or dropped, with the reason")
    parser.add_argument(
        "--as-of", metavar="DATE", help="count a page's relative times from this ISO 8601 date and time"
    )
    _add_json(parser)


def _add_convert(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="default: standard input")
    parser.add_argument("--to", required=True, choices=SCRIPTS, help=_SCRIPTS_TOLD)
    parser.add_argument("--explain", action="store_true", help="not the text, but what is reworded in it")
    parser.add_argument("--punctuation", action="store_true", help="repair marks, quotes in those of the wording")
    parser.add_argument("--line-buffered", action="store_true", help="judge and print each line by itself, as it comes")


def _add_glossary(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="add FILE | remove NAME | on NAME | off NAME | check")
    for name, what in _PACK_OPTIONS.items():
        parser.add_argument(
            f"--{name}", dest=f"{name}_" if name == "name" else name, metavar=name[0].upper(), help=what
        )
    _add_json(parser)


def _add_bookmark(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="the article's id, or its beginning")
    parser.add_argument("--off", action="store_true", help="take the bookmark away")


def _add_reclean(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "ids", nargs="*", metavar="ID", help="the article's id, or its beginning; default: all articles"
    )


_QUERY_TOLD = """\
QUERY: words, "quoted phrases" and tag:T -tag:T source:S author:A script:hans|hant is:unread|read|bookmarked
after:2025-02 before:2025-03-01; all must hold. Words find either script. It is taken as it stands: -tag:T is no option.

A line is: id, date, signs (r read, b bookmarked), source, title; two spaces or more between them."""

_EXPLAIN_TOLD = """\
--explain prints, in place of the text, a line for each word that says something else than before (to cn, tw, hk; mere
characters are left out), parted by tabs: line and column from 1, in characters; the word as written; the word given; the
reason, which is the row of a table: file, line, words and guard. glossary is the table of your own words, packs/NAME a
word pack."""

_PACK_OPTIONS = {
    "name": "what the pack is called; default: as the file says, or is called",
    "source": "where it is from; default: the file",
    "licence": "under which terms it may be used",
    "columns": "whose words are in a table of two columns: cn,tw or tw,cn or cn,tw+hk …",
}
_GLOSSARY_TOLD = """\
Without a word it lists them: name, on or off, rows, licence, source. add keeps a copy of a table as a word pack, in place of
a pack of that name. It takes tables like your own (cn tw hk guard), OpenCC's dictionaries and other tables of two columns,
conversion groups of MediaWiki (Lua or JSON), and texts with rules like -{zh-cn:…;zh-tw:…;zh-hk:…}-. check names every
line that cannot be used. Your own words win over packs, packs over the words that come with the program; of two packs the
one added later wins."""

COMMANDS: dict[str, Command] = {
    "": Command(
        "[PATH...] [--tag T]", "Import what is named, then open the reader on the library.", _add_reader, _part_names
    ),
    "import": Command(
        "PATH... [--tag T] [--force]",
        "Clean files, folders or - and keep the articles; again is harmless.",
        _add_import,
        _part_names,
    ),
    "list": Command("[QUERY] [--json]", "One line an article.", _add_json, _part_query, _QUERY_TOLD),
    "show": Command("ID [--script S] [--json | --markdown]", "The article as text.", _add_show, _part_names),
    "clean": Command(
        "FILE... [--json] [--why] [--as-of DATE]",
        "Cleaned text, or one JSON object a line and a file; touches no library.",
        _add_clean,
        _part_names,
    ),
    "convert": Command(
        "--to S [FILE] [--explain] [--punctuation] [--line-buffered]",
        "Turn Chinese text into another script or wording; the whole input is judged as one article.",
        _add_convert,
        _part_names,
        _EXPLAIN_TOLD,
    ),
    "glossary": Command(
        "[add FILE... | remove NAME | on NAME | off NAME | check] [--json]",
        "Word packs: tables of words that others made, or you.",
        _add_glossary,
        _part_names,
        _GLOSSARY_TOLD,
    ),
    "tag": Command(
        "ID +T... -T...",
        "Add (+T) and remove (-T) tags of an article.",
        lambda _parser: None,
        _part_changes,
        "What follows the ID is taken as it stands; options come before it.",
    ),
    "bookmark": Command("ID... [--off]", "Bookmark articles.", _add_bookmark, _part_names),
    "bookmarks": Command(
        "[--json]", "Bookmarked articles and marked passages, newest mark first.", _add_json, _part_names
    ),
    "reclean": Command(
        "[ID...]",
        "Clean the library again by today's rules; what you did stays.",
        _add_reclean,
        _part_names,
        "Each article is made anew from the bytes that were kept with it. Bookmarks, read marks, tags, places and the\n"
        "lines you put back or dropped stay. An article that can no longer be cleaned is left as it was.",
    ),
}
