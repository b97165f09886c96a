"""A document as Markdown: CommonMark, with tables as GitHub and Obsidian write them and highlights as `==text==`.

Article text never becomes markup: special characters are escaped with a backslash.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from tui_reader.exports.document import commenter, table_rows
from tui_reader.model import COLOURS
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.exports.document import Document, Highlight, Part, PartKind
    from tui_reader.model import Comment

_INLINE = re.compile(r"[\\`*_{}\[\]<>|~&$]|==")
# Line beginnings that start a block: heading, list, quote, rule, heading underline.
_AT_START = re.compile(r"^(\s*)(?:([#+=-])|(\d{1,9})([.)])(?=\s|$))")
_FENCES = re.compile("`{3,}")
# What a tag of Obsidian must not contain: a tag ends at it.
_NO_TAG = re.compile(r"[^\w/-]+")
_ON_ONE_LINE: dict[PartKind, str] = {
    "title": "## {}", "heading": "## {}", "deck": "**{}**", "caption": "*{}*", "list_item": "- {}", "comment": "- {}",
}  # fmt: skip


def article_markdown(document: Document) -> str:
    """The article as Markdown with its metadata below the title, ending with a line break."""
    article = document.article
    about = [
        escaped(document.about) if document.about else "",
        f"<{article.url}>" if article.url and _is_plain(article.url) else "",
    ]
    return _joined(document, about)


def article_note(document: Document) -> str:
    """The article as a note: its metadata, tags and highlights as YAML front matter, then its text."""
    return front_matter(document) + _joined(document, [])


def front_matter(document: Document) -> str:
    """YAML between two lines `---`, with the fields that are known."""
    import yaml  # noqa: PLC0415 - only notes have front matter

    article = document.article
    fields = {
        "title": document.title,
        "author": one_line(article.author or ""),
        "source": one_line(article.source or ""),
        "date": article.published or "",
        "updated": article.updated or "",
        "url": article.url or "",
        "tags": list(dict.fromkeys(filter(None, map(note_tag, article.tags)))),
        "highlights": [_highlight_fields(highlight) for highlight in document.highlights],
        "id": document.row.short_id if document.row else "",
    }
    known = {name: value for name, value in fields.items() if value}
    text = yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=float("inf"))
    return f"---\n{text}---\n\n"


def note_tag(tag: str) -> str:
    """The tag as Obsidian accepts it: one word, not only digits."""
    word = _NO_TAG.sub("-", one_line(tag)).strip("-")
    return f"{word}-" if word.isdigit() else word


def _highlight_fields(highlight: Highlight) -> dict[str, str]:
    colour = highlight.colour if highlight.colour != COLOURS[0] else ""
    fields = {"text": highlight.text, "note": highlight.note, "date": highlight.when, "colour": colour}
    return {name: value for name, value in fields.items() if value}


def _joined(document: Document, about: list[str]) -> str:
    comments = [_comment(comment, part) for comment, part in document.comments()]
    parts = [
        f"# {escaped(document.title)}" if document.title else "",
        *about,
        *map(part_markdown, document.parts()),
        *(f"![]({image})" for image in document.article.images if _is_plain(image)),
        *(["## Comments", *comments] if comments else []),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def escaped(text: str) -> str:
    """Escape one line of text for Markdown."""
    return _AT_START.sub(_first_escaped, _INLINE.sub(_sign_escaped, text))


def _sign_escaped(match: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in match[0])


def _first_escaped(match: re.Match[str]) -> str:
    space, sign, number, mark = match.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{mark}"


def part_markdown(part: Part) -> str:
    """One part of an article as a block; empty if its text is."""
    if not part.text:
        return ""
    if part.kind in _ON_ONE_LINE:
        return _ON_ONE_LINE[part.kind].format(_line(part))
    if part.kind in {"table", "code"}:
        return _table(part.text) if part.kind == "table" and "\t" in part.text else _fenced(part.text)
    if part.kind == "quote":
        return "\n".join(f"> {line}".rstrip() for line in _lines(part))
    return ("\\\n" if part.kind == "verse" else "\n").join(_lines(part))


def _fenced(text: str) -> str:
    fence = "`" * max(3, 1 + max(map(len, _FENCES.findall(text)), default=0))
    return f"{fence}\n{text}\n{fence}"


def _line(part: Part) -> str:
    """The text on one line, highlights marked."""
    return " ".join(" ".join(_lines(part)).split())


def _lines(part: Part) -> list[str]:
    """The lines of a part, escaped. A highlight over several lines is marked on each."""
    marked: list[str] = [""]
    for text, highlighted in part.runs:
        for number, piece in enumerate(text.split("\n")):
            if number:
                marked.append("")
            marked[-1] += (
                f"=={_INLINE.sub(_sign_escaped, piece)}=="
                if highlighted and piece
                else _INLINE.sub(_sign_escaped, piece)
            )
    return [line if line.startswith("==") else _AT_START.sub(_first_escaped, line) for line in marked]


def _table(text: str) -> str:
    first, *others = table_rows(text)
    return "\n".join([_row(first), _row(["---"] * len(first)), *map(_row, others)])


def _row(cells: list[str]) -> str:
    shown = (cell if cell == "---" else _INLINE.sub(_sign_escaped, one_line(cell)) for cell in cells)
    return f"| {' | '.join(shown)} |"


def _comment(comment: Comment, part: Part) -> str:
    who = commenter(comment)
    return f"- {escaped(who)}: {_line(part)}" if who else f"- {_line(part)}"


def _is_plain(address: str) -> bool:
    """Whether a URL can stand between angle brackets."""
    return re.fullmatch(r"https?://[^\s<>()]+", address) is not None


def markdown_pieces(documents: Iterator[Document]) -> Iterator[str]:
    """One article as a note; several as one text, in pieces, separated by rules."""
    first, second = next(documents, None), next(documents, None)
    if first is None:
        return
    if second is None:
        yield article_note(first)
        return
    yield article_markdown(first)
    for document in chain([second], documents):
        yield f"\n---\n\n{article_markdown(document)}"
