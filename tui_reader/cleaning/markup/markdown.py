"""Markdown: recognizes headings, items, quotations, tables and code blocks by their marks.

A text is Markdown if it contains marks of two kinds, one of which plain prose rarely has (`## `, a fence, `**`, a bracketed
link). Marks are removed like tags and become the block's kind. Item marks stay until the body is found (`without_bullet`),
because the classifier uses them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_reader.model import Kind
from tui_reader.script.detect import count_han
from tui_reader.text.cells import width_as_written
from tui_reader.text.han import HAN

LOOK = 200_000
"""Characters examined."""
KINDS_LEAST = 2
"""Minimum kinds of marks."""
BEGINNING, DENSE = 5, 0.1
"""First lines, of which one is a heading or front matter; or a minimum share of lines with marks: a dump may quote a
document's beginning.
"""
HEADING_MOST = 40
"""Maximum characters of a bold line that is a heading."""
FULL = 30
"""Cells from which an unfinished line continues in the next one."""
MATTER_MOST = 60
"""Maximum lines of front matter."""

_HEADING = re.compile(r"(?P<level>#{1,6})[ \t]+(?P<it>\S.*)$")
_FENCE = re.compile(r"[ ]{0,3}(?P<it>`{3,}|~{3,})[^`]*$")
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = re.compile(r"(?:(?P<first>={3,})|-{3,})[ \t]*$")
_QUOTE = re.compile(r"(?:>[ \t]?)+(?P<it>.*)$")
_BULLET = re.compile(r"(?:[-*+•●○▪■◆·–][ \t]+|\d{1,3}[.)][ \t]+)(?:\[[ xX]\][ \t]+)?(?=\S)")
_PLAIN_BULLET = re.compile(r"[-*+•●○▪■◆·–][ \t]+(?=\S)")
_BOLD_LINE = re.compile(r"(?:\*\*(?P<stars>[^*]+)\*\*|__(?P<bars>[^_]+)__)[:：]?$")
_TABLE_ROW = re.compile(r"\|.*\|[ \t]*$")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]\n]{0,300})\]\([^()\s]{1,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(r"\[(?P<it>[^\]\n]{1,300})\]\([^()\s]{1,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)")
_STRONG = re.compile(r"(?P<mark>\*\*|__)(?=\S)(?P<it>[^*_\n]{1,500}?)(?<=\S)(?P=mark)")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])(?P<it>[^*\n]{1,300}?)(?<=[^\s*])\*(?![\d*])")
_CODE = re.compile(r"(`{1,2})(?P<it>[^`\n]{1,500})\1")
_ESCAPE = re.compile(r"\\(?P<it>[\\`*_{}\[\]()#+.!>~|-])")
_ENDS = "。！？!?…：:；;”」』）)"
_FIELD = re.compile(rf"(?P<key>[A-Za-z_]{{2,20}}|[{HAN}]{{2,6}})[ \t]*[:：][ \t]*(?P<it>.*)$")

_STRONG_SIGNS = (
    re.compile(r"^#{1,6}[ \t]+\S.{0,80}$", re.MULTILINE),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"\*\*[^*\s][^*\n]{0,200}\*\*"),
    re.compile(r"\]\((?:https?://|[/.#])[^()\s]{1,2000}\)"),
    re.compile(r"^[^\s|#>=-][^\n]{1,60}\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE),
    re.compile(r"^\|[ \t]*:?-{2,}:?[ \t]*\|", re.MULTILINE),
)
_WEAK_SIGNS = (
    re.compile(r"^[-*+][ \t]+\S", re.MULTILINE),
    re.compile(r"^\d{1,3}\.[ \t]+\S", re.MULTILINE),
    re.compile(r"^>[ \t]?\S", re.MULTILINE),
    re.compile(r"^(?:---|\*\*\*)[ \t]*$", re.MULTILINE),
)


class Marked(NamedTuple):
    """A line of a Markdown document: text, kind, equivalent HTML element, and linked share of the text."""

    text: str
    kind: Kind | None = None
    tag: str = ""
    links: float = 0.0


class Document(NamedTuple):
    """Lines of a document and fields of its front matter."""

    lines: list[Marked]
    fields: dict[str, str]


def is_markdown(text: str) -> bool:
    head = text[:LOOK]
    strong = sum(sign.search(head) is not None for sign in _STRONG_SIGNS)
    if not strong or strong + sum(sign.search(head) is not None for sign in _WEAK_SIGNS) < KINDS_LEAST:
        return False
    rows = [row for row in head.split("\n") if row.strip()]
    begins = rows[0].strip("\ufeff \r") == "---" or any(map(_opens, rows[:BEGINNING]))
    marked = sum(any(sign.search(row) for sign in (*_STRONG_SIGNS, *_WEAK_SIGNS)) for row in rows)
    return begins or marked >= DENSE * len(rows)


def _opens(row: str) -> bool:
    """Is a line near the beginning a heading, or drawn under one?"""
    return _STRONG_SIGNS[0].match(row) is not None or (_UNDERLINE.match(row) is not None and row[0] == "=")


def read_markdown(text: str) -> Document:
    """Lines in order; wrapped lines joined, rules and emphasis marks removed."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fields, rows = _front_matter(rows)
    return Document(list(_joined(_marked(rows))), fields)


def without_bullet(text: str) -> str:
    """An item without its bullet; numbers stay."""
    return _PLAIN_BULLET.sub("", text, count=1) if _PLAIN_BULLET.match(text) else text


def without_mark(text: str) -> str:
    """An item without its bullet or number."""
    return _BULLET.sub("", text, count=1) if _BULLET.match(text) else text


def _front_matter(rows: list[str]) -> tuple[dict[str, str], list[str]]:
    """(front matter fields, remaining rows)."""
    if not rows or rows[0].strip("\ufeff ") != "---":
        return {}, rows
    end = next((index for index, row in enumerate(rows[1:MATTER_MOST], 1) if row.strip() == "---"), 0)
    found = [match for row in rows[1:end] if (match := _FIELD.match(row))]
    return {match["key"].lower(): match["it"].strip().strip("\"'") for match in found if match["it"]}, rows[end + 1 :]


def _marked(rows: Sequence[str]) -> Iterator[Marked | None]:
    """Each line with its kind; None for blank lines and rules."""
    index = 0
    while index < len(rows):
        row = rows[index]
        if fence := _FENCE.match(row):
            end = _fence_end(rows, index, fence["it"])
            program = "\n".join(rows[index + 1 : end]).strip("\n")
            yield Marked(program, "code", "code") if program.strip() else None
            index = end + 1
        elif _TABLE_ROW.match(row.strip()) and _TABLE_RULE.match("".join(rows[index + 1 : index + 2]).strip() or " "):
            end = next((i for i in range(index + 2, len(rows)) if not _TABLE_ROW.match(rows[i].strip())), len(rows))
            yield Marked("\n".join(_cells(rows[i]) for i in (index, *range(index + 2, end))), "table", "table")
            index = end
        elif (
            (line := _line(row))
            and line.kind is None
            and (under := _UNDERLINE.match("".join(rows[index + 1 : index + 2])))
        ):
            yield line._replace(text=line.text.rstrip("\n"), kind="heading", tag="h1" if under["first"] else "h2")
            index += 2
        else:
            yield _line(row)
            index += 1


def _fence_end(rows: Sequence[str], start: int, fence: str) -> int:
    """The row that closes a fence. Where none does, as in a text that was cut off, the blank row before the first
    paragraph that begins with a Han character; else the end.
    """
    below = range(start + 1, len(rows))
    closing = next((i for i in below if rows[i].strip().startswith(fence)), None)
    if closing is not None:
        return closing
    return next((i - 1 for i in below[1:] if not rows[i - 1].strip() and count_han(rows[i][:1])), len(rows))


def _cells(row: str) -> str:
    return "\t".join(_plain(cell.strip())[0] for cell in row.strip().strip("|").split("|"))


def _line(row: str) -> Marked | None:
    stripped = row.strip()
    if not stripped or _RULE.match(stripped):
        return None
    if heading := _HEADING.match(stripped):
        text, links = _plain(_without_closing(heading["it"]))
        return Marked(text, "heading", f"h{len(heading['level'])}", links) if text else None
    if quote := _QUOTE.match(stripped):
        text, links = _plain(_QUOTE.sub(r"\g<it>", stripped).strip())
        return Marked(text, "quote", "blockquote", links) if quote["it"].strip() and text else None
    if (bold := _BOLD_LINE.match(stripped)) and len(stripped) <= HEADING_MOST and stripped[-3] not in "。.":
        return Marked(_plain(bold["stars"] or bold["bars"])[0], "heading", "h6")
    text, links = _plain(stripped)
    broken = row.endswith(("  ", "\\"))
    kind: Kind | None = "list_item" if _BULLET.match(stripped) else None
    return Marked(text + ("\n" if broken and kind is None else ""), kind, "", links) if text else None


def _joined(lines: Iterator[Marked | None]) -> Iterator[Marked]:
    """Lines of one paragraph joined: a line that is long and does not end as a sentence goes on in the next one."""
    group: list[Marked] = []
    for line in lines:
        if group and line is not None and line.kind is None and _goes_on(group[0], group[-1]):
            group.append(line)
            continue
        if group:
            yield _paragraph(group)
        group = [] if line is None else [line]
    if group:
        yield _paragraph(group)


def _paragraph(group: Sequence[Marked]) -> Marked:
    """One block of the lines in a group; a space stands between two ASCII characters."""
    parts = [group[0].text]
    for above, line in pairwise(group):
        parts.append(" " if above.text[-1].isascii() and line.text[0].isascii() else "")
        parts.append(line.text)
    return group[0]._replace(text="".join(parts).rstrip("\n"), links=max(line.links for line in group))


def _goes_on(first: Marked, last: Marked) -> bool:
    """Does the paragraph from the first to the last line continue in the next line?"""
    if first.kind not in {None, "quote"} or last.text[-1] in _ENDS or last.text[-1] == "\n":
        return False
    return width_as_written(first.text) >= FULL


def _without_closing(heading: str) -> str:
    """A heading's text without the closing sequence of #, which a space must precede: `C#` keeps its sign."""
    text = heading.rstrip("#")
    return text.rstrip() if not text or text[-1].isspace() else heading


def _plain(text: str) -> tuple[str, float]:
    """(line without inline marks, linked share)."""
    linked = 0

    def label(found: re.Match[str]) -> str:
        nonlocal linked
        linked += len(found["it"])
        return found["it"]

    if "](" in text:
        text = _LINK.sub(label, _IMAGE.sub("", text))
    text = _STRONG.sub(r"\g<it>", text)
    text = _EMPHASIS.sub(r"\g<it>", text)
    text = _ESCAPE.sub(r"\g<it>", _CODE.sub(r"\g<it>", text)).strip()
    return text, min(linked / len(text), 1.0) if text else 0.0
