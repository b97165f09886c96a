"""Article as Markdown (CommonMark; a table stays preformatted, in a code fence).

Article text never becomes markup: special characters are escaped with a backslash.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.cli.forms import comment_text, meta_line
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from tui_reader.model import Article, Passage

_INLINE = re.compile(r"[\\`*_{}\[\]<>|~&$]")
# Line beginnings that start a block: heading, list, quote, rule, heading underline.
_AT_START = re.compile(r"^(\s*)(?:([#+=-])|(\d{1,9})([.)])(?=\s|$))")
_FENCES = re.compile("`{3,}")


def article_markdown(article: Article) -> str:
    """The article as Markdown, ending with a line break."""
    about = meta_line(article)
    parts = [
        f"# {escaped(one_line(article.title))}" if article.title else "",
        escaped(about) if about else "",
        f"<{article.url}>" if article.url and _is_plain(article.url) else "",
        *(f"**{escaped(one_line(text))}**" for text in article.deck if text),
        *map(_passage, article.body),
        *(f"*{escaped(one_line(text))}*" for text in article.captions if text),
        *(f"![]({image})" for image in article.images if _is_plain(image)),
        *(["## Comments"] if article.comments else []),
        *(f"- {escaped(one_line(comment_text(comment)))}" for comment in article.comments),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def escaped(text: str) -> str:
    """Escape one line of text for Markdown."""
    return _AT_START.sub(_first_escaped, _INLINE.sub(r"\\\g<0>", text))


def _first_escaped(match: re.Match[str]) -> str:
    space, sign, number, mark = match.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{mark}"


def _passage(passage: Passage) -> str:
    lines = passage.text.split("\n")
    match passage.kind:
        case "heading":
            return f"## {escaped(one_line(passage.text))}"
        case "quote":
            return "\n".join(f"> {escaped(line)}".rstrip() for line in lines)
        case "list_item":
            return f"- {escaped(one_line(passage.text))}"
        case "table" | "code":
            fence = "`" * max(3, 1 + max(map(len, _FENCES.findall(passage.text)), default=0))
            return f"{fence}\n{passage.text}\n{fence}"
        case "verse":
            return "\\\n".join(escaped(line) for line in lines)
        case "paragraph":
            return "\n".join(escaped(line) for line in lines)


def _is_plain(address: str) -> bool:
    """Whether a URL can stand between angle brackets."""
    return re.fullmatch(r"https?://[^\s<>()]+", address) is not None
