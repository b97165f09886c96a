"""Text documents → blocks: mails, front matter with Markdown below, Markdown, Org, and plain text.

Header lines, front matter and signatures are set apart with their role; what they declare becomes the page's declarations.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui_reader.cleaning.markup.blocks import Apart, Block, Page, from_text
from tui_reader.cleaning.markup.fields import declared_by_fields
from tui_reader.cleaning.markup.front_matter import FrontMatter, split_front_matter, split_properties
from tui_reader.cleaning.markup.mail import Headers, Mail, declared_by_headers, joined_rows, read_mail, split_message
from tui_reader.cleaning.markup.markdown import from_markdown
from tui_reader.cleaning.markup.markdown_signs import is_markdown, is_markdown_name
from tui_reader.cleaning.markup.markup_languages import as_markdown
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line

LOOK = 20_000
"""Characters examined for front matter."""
_ATTRIBUTION = re.compile(r"(?:wrote|writes|写道|提到|说)\s?:\s*$")
"""End of a line that names the author of the quotation below."""
EXCERPT = 20
"""Characters by which a declared deck is recognized as an excerpt of the text."""
FRONT_MATTER = "front matter"
HEADER = "mail header"
SIGNATURE = "signature"


def is_document(text: str, name: str | None) -> bool:
    """Whether a text that contains HTML tags is Markdown by its name or front matter, so that the tags are a part of it."""
    head = text[:LOOK]
    if head.lstrip("\ufeff \t\r\n")[:15].lower().startswith(("<!doctype", "<html", "<?xml")):
        return False
    return (is_markdown_name(name) and is_markdown(head, name)) or split_front_matter(head) is not None


def from_document(text: str, name: str | None = None, where: str = "input") -> Page:
    """Page of a text in any of these forms. SourceTooLarge, naming `where`."""
    mail = read_mail(text)
    if mail is not None and mail.text.strip():
        return _from_mail(mail, where)
    front = split_front_matter(text)
    if front is not None and front.text.strip():
        return _with_fields(from_markdown(as_markdown(front.text, is_org=front.is_org), where), front)
    markdown = as_markdown(text)
    if markdown is not text or is_markdown(text, name):
        properties = split_properties(markdown)
        if properties is not None:
            return _with_fields(from_markdown(properties.text, where), properties)
        return from_markdown(markdown, where)
    return from_text(text, where)


def from_message(text: str, headers: Headers, where: str = "input") -> Page:
    """Page of a mail's plain text part, with what the mail's headers declare. SourceTooLarge, naming `where`."""
    return _from_mail(split_message(text, headers), where)


def with_headers(page: Page, headers: Headers) -> Page:
    """The page of a mail's HTML part with what the mail's headers declare."""
    declared = declared_by_headers(headers)
    declared = replace(declared, url=page.declared.url, source=declared.source or page.declared.source)
    rows = [f"{name}: {value}" for name, value in headers]
    return replace(page, declared=declared, apart=(*_metadata(rows, HEADER), *page.apart))


def _from_mail(mail: Mail, where: str) -> Page:
    """Page of a mail's message; the original below a reply is quoted."""
    page = from_markdown(mail.text, where) if is_markdown(mail.text) else _plain_message(mail.text, where)
    quoted = [_quote(block) for block in from_text(mail.original, where).blocks] if mail.original.strip() else []
    blocks = [*page.blocks, *quoted]
    signature = [Apart(len(blocks), one_line(row), SIGNATURE) for row in mail.signature if row.strip()]
    apart = (*_metadata(mail.headers, HEADER), *page.apart, *signature)
    return replace(page, blocks=blocks, declared=mail.declared, apart=apart, is_document=True)


def _plain_message(text: str, where: str) -> Page:
    """Page of a message in plain text: lines that begin with > are quoted."""
    blocks: list[Block] = []
    for is_quoted, rows in _groups(text.split("\n")):
        if any(map(str.strip, rows)):
            found = from_text("\n".join(joined_rows(rows)), where).blocks
            blocks += map(_quote, found) if is_quoted else found
    return Page(blocks, is_document=True)


def _groups(rows: Sequence[str]) -> list[tuple[bool, list[str]]]:
    """Neighbouring lines of one kind: (whether quoted, lines without their marks)."""
    groups: list[tuple[bool, list[str]]] = []
    for index, row in enumerate(rows):
        is_quoted = row.startswith(">") or (_ATTRIBUTION.search(fold(row)) is not None and _is_above_quote(rows, index))
        if not groups or groups[-1][0] != is_quoted:
            groups.append((is_quoted, []))
        groups[-1][1].append(row.lstrip("> \t") if is_quoted else row)
    return groups


def _is_above_quote(rows: Sequence[str], index: int) -> bool:
    """Whether the next row with text is quoted."""
    return next((row.startswith(">") for row in rows[index + 1 : index + 3] if row.strip()), False)


def _quote(block: Block) -> Block:
    return block._replace(kind="quote", folded=block.folded or fold(block.text))


def _with_fields(page: Page, front: FrontMatter) -> Page:
    """The page with the declarations of its front matter."""
    declared = declared_by_fields(front.fields)
    apart = (*_metadata(front.lines, FRONT_MATTER), *_deck(declared.deck, page.blocks), *page.apart)
    return replace(page, declared=declared, apart=apart)


def _deck(deck: str | None, blocks: Sequence[Block]) -> list[Apart]:
    """The declared deck, unless it is an excerpt of the text."""
    beginning = (deck or "").rstrip("….。 ")[:EXCERPT]
    if not deck or any(block.text.startswith(beginning) for block in blocks):
        return []
    return [Apart(0, deck, FRONT_MATTER, "deck")]


def _metadata(rows: Sequence[str], reason: str) -> list[Apart]:
    return [Apart(0, line, reason, "metadata") for row in rows if (line := one_line(row))]
