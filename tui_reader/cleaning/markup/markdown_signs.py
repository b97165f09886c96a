"""Recognizes Markdown in a text by its marks."""

import re

LOOK = 200_000
"""Characters examined for marks."""
KINDS_LEAST = 2
"""Minimum kinds of marks."""
BEGINNING, DENSE = 5, 0.1
"""First lines, of which one is a heading or front matter; or a minimum share of lines with marks: dumps quote documents."""
_HTML = re.compile(r"\s*<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_UNDERLINED = re.compile(r"(?:\A|\n[ \t]*\n)[^\s|#>=-][^\n]{1,60}\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
"""A heading is alone above its underline; a rule below several rows is a forum's."""
_HEADED = re.compile(r"^#{1,6}[ \t]+\S.{0,80}$", re.MULTILINE)
_STRONG_SIGNS = (
    _HEADED,
    _UNDERLINED,
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"\*\*[^*\s][^*\n]{0,200}\*\*"),
    re.compile(r"\]\((?:https?://|[/.#])[^()\s]{1,2000}\)"),
    re.compile(r"^\|[ \t]*:?-{2,}:?[ \t]*\|", re.MULTILINE),
)
"""Marks that plain prose rarely has."""
_WEAK_SIGNS = (
    re.compile(r"^[-*+][ \t]+\S", re.MULTILINE),
    re.compile(r"^\d{1,3}\.[ \t]+\S", re.MULTILINE),
    re.compile(r"^>[ \t]?\S", re.MULTILINE),
    re.compile(r"^(?:---|\*\*\*)[ \t]*$", re.MULTILINE),
)


def is_markdown_name(name: str | None) -> bool:
    """Whether a file name has an extension of Markdown."""
    return name is not None and name.lower().endswith((".md", ".markdown", ".mdx", ".mkd", ".qmd", ".rmd"))


def is_markdown(text: str, name: str | None = None) -> bool:
    """Whether a text is Markdown: it contains marks of two kinds, one of them strong; under a Markdown name, one strong mark."""
    head = text[:LOOK]
    strong = sum(sign.search(head) is not None for sign in _STRONG_SIGNS)
    if is_markdown_name(name):
        return strong > 0 and not _HTML.match(head)
    if not strong or strong + sum(sign.search(head) is not None for sign in _WEAK_SIGNS) < KINDS_LEAST:
        return False
    rows = [row for row in head.split("\n") if row.strip()]
    marked = sum(any(sign.search(row) for sign in (*_STRONG_SIGNS, *_WEAK_SIGNS)) for row in rows)
    return any(map(_opens, rows[:BEGINNING])) or marked >= DENSE * len(rows)


def _opens(row: str) -> bool:
    """Whether a line near the beginning is a heading, or underlines one."""
    return _HEADED.match(row) is not None or set(row.strip()) == {"="}
