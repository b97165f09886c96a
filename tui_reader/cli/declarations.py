"""The commands: usage and description of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui_reader.cli import options
from tui_reader.cli.splitting import Parted, part_changes, part_names, part_query

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence


class Command(NamedTuple):
    """A command: usage, one-line description, option setup, and how its words are split."""

    usage: str
    summary: str
    add: Callable[[argparse.ArgumentParser], object]
    part: Callable[[Sequence[str]], Parted]
    more: str = ""


_QUERY_HELP = """\
QUERY: words, "quoted phrases", title:W tag:T source:S author:A feed:F script:hans|hant is:unread|read|bookmarked|highlighted|uncertain
after:2025-02 before:2025-03-01 after:2weeks sort:date|added|title|source|length|unread|relevance. Side by side means and; OR between
alternatives, NOT or - before what is excluded, brackets around groups. Search ignores script and regional wording. The query is literal:
-tag:T is not an option. A first word @NAME stands for the query saved by that name (see tui-reader searches --help).

Output columns: id, date, state (r read, b bookmarked), source, title, separated by two or more spaces."""

_EXPLAIN_HELP = """\
--explain prints one line for each reworded word instead of the text (for cn, tw, hk; pure character changes are not
listed). Tab-separated fields: line and column, counted from 1; the word as written; the replacement; the table row
responsible: file, line, words and guard. The file is glossary for your own words, packs/NAME for a word pack."""

_GLOSSARY_HELP = """\
Without arguments, lists the tables: name, on or off, rows, licence, source. add copies a table into a word pack and replaces
a pack of the same name. Accepted formats: tables like your own (cn tw hk guard), OpenCC dictionaries and other two-column
tables, MediaWiki conversion groups (Lua or JSON), and texts with rules such as -{zh-cn:…;zh-tw:…;zh-hk:…}-. check
reports every unusable line. Your own words override packs, packs override the built-in words; among packs, the one added
later wins."""

_FEEDS_HELP = """\
FEED: an address, or a part of a title. add takes the address of a feed (RSS, Atom, JSON Feed), of a page that names one, or a
list of feeds in OPML. update fetches all feeds, or the named ones, and imports their new items: the page of an item, or the
item's own content where that is the whole article. robots.txt is respected. An unchanged feed is not sent again. It needs no
terminal, so that cron can run it. export prints OPML. tui-reader list feed:F lists the articles of a feed."""

_IMPORT_HELP = """\
Files: web pages, plain text, Markdown, .mhtml, .eml. Archives, compressed or not: .zip, .tar, .epub (each chapter an article),
.jsonl and JSON arrays with a field text or html (C4, CulturaX, FineWeb, datatrove), .warc and .wet, .parquet (needs pyarrow).
ARCHIVE/NAME is one document of an archive.
Exports: wallabag (JSON), Omnivore (zip), Pocket, Instapaper, Readwise and Matter (CSV), bookmarks (HTML), Obsidian Clipper
(Markdown), export --format jsonl of this program. Tags, times, read and archived state, bookmarks and highlights come along;
pages of addresses are fetched as robots.txt permits. An interrupted import goes on where it was: known documents are skipped."""

COMMANDS: dict[str, Command] = {
    "": Command(
        "[PATH|URL...] [--tag T] [--watch DIR] [--allow-private]",
        "Import files, folders, archives or addresses, then open the reader.",
        options.add_reader,
        part_names,
    ),
    "import": Command(
        "[PATH|URL...] [--tag T] [--force] [--watch DIR] [--allow-private]",
        "Clean files, folders, archives, web addresses or standard input (-) and store the articles; safe to repeat.",
        options.add_import,
        part_names,
        _IMPORT_HELP,
    ),
    "list": Command(
        "[QUERY] [--sort KEY] [--limit N] [--excerpt] [--json]",
        "List articles, one per line.",
        options.add_list,
        part_query,
        _QUERY_HELP,
    ),
    "searches": Command(
        "[save NAME QUERY | rename OLD NEW | delete NAME] [--json]",
        "List, save, rename or delete saved searches; list @NAME lists their articles.",
        options.add_json,
        part_query,
        "NAME is one word: quote a name with spaces. QUERY is literal, as for list. A search of the same name is replaced.",
    ),
    "show": Command("ID [--script S] [--json | --markdown]", "Print an article as text.", options.add_show, part_names),
    "clean": Command(
        "FILE|URL... [--json] [--why] [--as-of DATE] [--allow-private]",
        "Print cleaned text, or one JSON object per file; does not use the library.",
        options.add_clean,
        part_names,
    ),
    "convert": Command(
        "--to S [FILE] [--explain] [--punctuation] [--line-buffered]",
        "Convert Chinese text to another script or regional wording; the input is treated as one article.",
        options.add_convert,
        part_names,
        _EXPLAIN_HELP,
    ),
    "glossary": Command(
        "[add FILE... | remove NAME | on NAME | off NAME | check] [--json]",
        "Manage word packs: conversion tables you add.",
        options.add_glossary,
        part_names,
        _GLOSSARY_HELP,
    ),
    "feeds": Command(
        "[add URL|FILE.opml... | remove FEED... | update [FEED...] | export] [--limit N] [--folder F] [--json] [--allow-private]",
        "List feeds, subscribe to them, import their new articles, or print them as OPML.",
        options.add_feeds,
        part_names,
        _FEEDS_HELP,
    ),
    "tag": Command(
        "ID +T... -T...",
        "Add (+T) and remove (-T) tags of an article.",
        lambda _parser: None,
        part_changes,
        "Everything after the ID is literal; options must precede it.",
    ),
    "bookmark": Command("ID... [--off]", "Bookmark articles.", options.add_bookmark, part_names),
    "bookmarks": Command(
        "[--json]", "List bookmarked articles and highlights, newest first.", options.add_json, part_names
    ),
    "reclean": Command(
        "[ID...]",
        "Re-clean articles with the installed version's rules; keeps your changes.",
        options.add_reclean,
        part_names,
        "Each article is cleaned again from its stored source. Bookmarks, read state, tags, positions, highlights and the\n"
        "lines you restored or dropped are kept. An article that can no longer be cleaned is unchanged.",
    ),
    "tags": Command(
        "[rename A B | merge A... B | delete T... | hide T... | show T... | hidden] [--json]",
        "List tags with their numbers of articles; rename, merge, delete, hide or show tags everywhere; list the hidden ones.",
        options.add_tags_command,
        part_names,
        "The change holds for articles that are imported later, too: a deleted tag is not given again.",
    ),
    "edit": Command(
        "ID [--title T] [--author A] [--source S] [--date DATE] [--reset]",
        "Correct the title, author, source or date of an article; kept when it is cleaned again.",
        options.add_edit,
        part_names,
    ),
    "delete": Command(
        "ID...",
        "Move articles to the trash.",
        options.add_delete,
        part_names,
        "The trash keeps an article for 30 days with all you did to it. Importing its file again leaves it there.",
    ),
    "trash": Command(
        "[restore ID... | empty] [--json]", "List, restore or remove deleted articles.", options.add_trash, part_names
    ),
    "backup": Command(
        "[FILE] [--restore FILE]",
        "Back up the library and what you did with its articles.",
        options.add_backup,
        part_names,
        "FILE.json, or - for standard output: bookmarks, read state, tags, highlights, notes, line decisions and positions as\n"
        "JSON. Any other FILE: a copy of the whole library. --restore adds to the library and takes nothing away.\n"
        "Backups are also written by themselves: what you did after each change, the whole library once a day.",
    ),
    "export": Command(
        "[QUERY | --id ID...] [--format F] [--output PATH] [--script S] [--title T] [--overwrite]",
        "Write articles as Markdown, text, HTML, EPUB or JSON Lines.",
        options.add_export,
        part_query,
        "Without --output, prints to standard output. An output that is a folder or ends with / gets a file for each article;\n"
        "otherwise all go into one file: an e-book with a chapter for each article. Markdown of one article begins with front\n"
        "matter: title, author, source, date, url, tags, highlights. QUERY is that of list; without one, all articles.",
    ),
    "highlights": Command(
        "[QUERY] [--format md|json|tsv] [--script S]",
        "Print highlights and notes.",
        options.add_highlights,
        part_query,
        "QUERY is that of list: only its articles. tsv has a line for each highlight: text, note, title and origin.",
    ),
    "config": Command(
        "[--init] [--json]",
        "List the settings: name, value in force, origin.",
        options.add_config,
        part_names,
        "Origins: default; config.toml; reader, for what was changed by a key. --init writes a config.toml with every setting as a\n"
        "comment, and changes no file that exists.",
    ),
    "keys": Command(
        "[WORD...] [--json]",
        "Print all keys of the reader, with the names that config.toml uses.",
        options.add_keys,
        part_names,
        "WORD: only rows with all of these words; a single letter is a key. Keys that config.toml changes are printed as changed.",
    ),
    "completion": Command(
        "bash|zsh|fish",
        "Print completions for a shell.",
        options.add_completion,
        part_names,
        'bash: add eval "$(tui-reader completion bash)" to ~/.bashrc. zsh: the same with zsh, in ~/.zshrc. fish:\n'
        "tui-reader completion fish > ~/.config/fish/completions/tui-reader.fish. Ids, tags and query fields complete, too.",
    ),
    "serve": Command(
        "[--port N] [--host ADDRESS] [--token T]",
        "Serve the reader in a browser.",
        options.add_serve,
        part_names,
        "Prints the address to open. Beyond this machine only with --host, and with a token in the address: whoever has it\n"
        "can do in the reader what you can, without encryption on the way. Needs the extra serve.",
    ),
    "doctor": Command(
        "[--repair]",
        "Report versions, paths and sizes, and check the library.",
        options.add_doctor,
        part_names,
        "--repair builds a damaged library anew from its readable pages and the backups, sets the damaged file aside,\n"
        "imports lost articles from their files, and builds the search index again.",
    ),
}
