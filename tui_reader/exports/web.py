"""A document as HTML: a page of its own that prints well, and the well-formed fragments of an e-book."""

from __future__ import annotations

import re
from html import escape
from itertools import chain
from typing import TYPE_CHECKING, Final

from tui_reader.exports.document import commenter, table_rows
from tui_reader.text.sanitize import one_line, sanitize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui_reader.exports.document import Document, Part, PartKind
    from tui_reader.model import Article, Comment, Script

STYLE: Final = """\
body { max-width: 38em; margin: 2em auto; padding: 0 1em; line-height: 1.8; font-family: serif; color: #222; background: #fff; }
h1 { font-size: 1.5em; line-height: 1.4; }
h2 { font-size: 1.15em; }
h1, h2 { break-after: avoid; }
p { margin: 0 0 1em; text-align: justify; overflow-wrap: anywhere; }
.about, .address, .tags, figcaption, .who { color: #666; font-size: .9em; }
.deck { font-weight: bold; }
.verse { white-space: pre-wrap; text-align: left; }
img { max-width: 100%; }
blockquote { margin: 0 0 1em; padding-left: 1em; border-left: .2em solid #999; }
pre { white-space: pre-wrap; background: #f4f4f4; padding: .8em; font-size: .9em; }
table { border-collapse: collapse; margin: 0 0 1em; }
td { border: 1px solid #999; padding: .2em .6em; vertical-align: top; }
mark { background: #fde68a; color: inherit; border-bottom: 2px solid #b45309; }
article + article { break-before: page; margin-top: 4em; }
.comments li { margin-bottom: .5em; }
@media print { body { max-width: none; margin: 0; padding: 0; } a { color: inherit; } table, pre, blockquote { break-inside: avoid-page; } }
"""

LANGUAGES: Final[dict[Script, str]] = {"hans": "zh-Hans", "hant": "zh-Hant", "none": "zh"}

_HTTP: Final = re.compile(r"https?://\S+")
# Control characters that XML 1.0 cannot express, even escaped.
_NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def page_pieces(documents: Iterator[Document], title: str | None = None) -> Iterator[str]:
    """A complete HTML page with these articles, in pieces; `title`: default that of the first article.

    Only two articles are in memory at a time. A page with one article declares its metadata for programs that read it.
    """
    first, second = next(documents, None), next(documents, None)
    head = "" if first is None or second is not None else _declared(first)
    language = LANGUAGES[first.article.script] if first else "zh"
    name = title or (first.title if first else "") or "tui-reader"
    yield (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{quoted(name)}</title>\n{head}<style>\n{STYLE}</style>\n</head>\n<body>\n"
    )
    for document in chain(filter(None, (first, second)), documents):
        yield (
            f'<article lang="{LANGUAGES[document.article.script]}">\n{article_fragment(document)}\n'
            f"{_pictures(document.article)}</article>\n"
        )
    yield "</body>\n</html>\n"


def _declared(document: Document) -> str:
    article = document.article
    named = {
        "author": article.author,
        "article:published_time": article.published,
        "article:modified_time": article.updated,
        "og:site_name": article.source,
        "keywords": ",".join(article.tags),
    }
    metas = "".join(f'<meta name="{name}" content="{quoted(value)}">\n' for name, value in named.items() if value)
    link = f'<link rel="canonical" href="{quoted(article.url)}">\n' if _is_link(article.url) else ""
    return metas + link


def article_fragment(document: Document) -> str:
    """Title, metadata, text, tags and comments as well-formed XHTML, without the elements around them."""
    article = document.article
    blocks = [
        f"<h1>{quoted(document.title)}</h1>" if document.title else "",
        f'<p class="about">{quoted(document.about)}</p>' if document.about else "",
        f'<p class="address"><a href="{quoted(article.url)}">{quoted(article.url)}</a></p>'
        if _is_link(article.url)
        else "",
        *_blocks(document.parts()),
        f'<p class="tags">{quoted(" ".join(f"#{one_line(tag)}" for tag in article.tags))}</p>' if article.tags else "",
        *_notes(document),
        *_comments(list(document.comments())),
    ]
    return "\n".join(filter(None, blocks))


def _pictures(article: Article) -> str:
    """The article's pictures by address, at its end: where they stood in the text is not known."""
    return "".join(
        f'<figure><img src="{quoted(address)}" alt="" loading="lazy"/></figure>\n'
        for address in article.images
        if _is_link(address)
    )


def _is_link(address: str | None) -> bool:
    return address is not None and _HTTP.fullmatch(address) is not None


def quoted(text: str | None) -> str:
    """Text as it stands in an element or an attribute."""
    return escape(_NO_XML.sub("", sanitize(text or "")))


def _blocks(parts: Iterable[Part]) -> Iterator[str]:
    """The parts as elements; neighbouring list items are one list."""
    items: list[str] = []
    for part in parts:
        if part.kind == "list_item":
            items.append(f"<li>{_inline(part)}</li>")
            continue
        if items:
            yield f"<ul>\n{chr(10).join(items)}\n</ul>"
            items = []
        if part.text:
            yield _block(part)
    if items:
        yield f"<ul>\n{chr(10).join(items)}\n</ul>"


_ELEMENTS: Final[dict[PartKind, str]] = {
    "title": "<h2>{}</h2>",
    "heading": "<h2>{}</h2>",
    "quote": "<blockquote><p>{}</p></blockquote>",
    "code": "<pre><code>{}</code></pre>",
    "caption": "<figure><figcaption>{}</figcaption></figure>",
    "deck": '<p class="deck">{}</p>',
    "verse": '<p class="verse">{}</p>',
}


def _block(part: Part) -> str:
    return _table(part.text) if part.kind == "table" else _ELEMENTS.get(part.kind, "<p>{}</p>").format(_inline(part))


def _inline(part: Part) -> str:
    """The text, highlights marked. Lines of code and verse stay lines; CSS shows them."""
    runs = (f"<mark>{quoted(text)}</mark>" if highlighted else quoted(text) for text, highlighted in part.runs if text)
    text = "".join(runs)
    return text if part.kind in {"code", "verse"} else text.replace("\n", "<br/>")


def _table(text: str) -> str:
    rows = ("".join(f"<td>{quoted(one_line(cell))}</td>" for cell in cells) for cells in table_rows(text))
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"


def _notes(document: Document) -> Iterator[str]:
    noted = [highlight for highlight in document.highlights if highlight.note]
    if noted:
        yield "<h2>Notes</h2>"
    for highlight in noted:
        yield f"<blockquote><p>{quoted(one_line(highlight.text))}</p></blockquote>\n<p>{quoted(highlight.note)}</p>"


def _comments(comments: list[tuple[Comment, Part]]) -> Iterator[str]:
    if comments:
        items = (
            f'<li><span class="who">{quoted(commenter(comment))}</span> {_inline(part)}</li>'
            for comment, part in comments
        )
        yield "<h2>Comments</h2>\n" + '<ul class="comments">\n' + "\n".join(items) + "\n</ul>"
