"""What is being typed at a place of a query, and the query with it completed."""

from typing import Final, Literal, NamedTuple

from tui_reader.errors import QueryError
from tui_reader.query.fields import DATES, PREFIXES, SCRIPTS, SORT_KEYS, STATES
from tui_reader.query.parsing import Token, tokens
from tui_reader.query.tree import MINUS, plain

Kind = Literal["field", "title", "tag", "source", "author", "feed", "script", "is", "after", "before", "sort"]
"""`field`: a word, which may become a prefix; otherwise the value of that prefix."""

VALUES: Final[dict[str, tuple[str, ...]]] = {
    "field": tuple(f"{prefix}:" for prefix in PREFIXES),
    "script": SCRIPTS,
    "is": STATES,
    "after": DATES,
    "before": DATES,
    "sort": SORT_KEYS,
}
"""Suggestions that do not depend on a library."""


class Typing(NamedTuple):
    """What is typed: `typed` so far, in place of `start` to `end` of the text a completed one goes."""

    kind: Kind
    typed: str
    start: int
    end: int


class Completed(NamedTuple):
    """A query's text and the cursor in it."""

    text: str
    cursor: int


def typing_at(text: str, cursor: int) -> Typing:
    """What is being typed before the cursor.

    >>> typing_at("甲 tag:人工", 8)
    Typing(kind='tag', typed='人工', start=6, end=8)
    """
    token = _last(text[:cursor])
    if token is None or (token.end < cursor and text[token.end : cursor].strip() == ""):
        return Typing("field", "", cursor, cursor)
    if token.kind == "term" and not token.prefix and token.value in {*MINUS}:
        return Typing("field", "", cursor, cursor)
    if token.kind != "term":
        return Typing("field", text[token.start : cursor].lstrip("-－(（)）"), min(token.end, cursor), cursor)
    kind: Kind = token.prefix or "field"  # type: ignore[assignment]  # the prefixes are the other kinds
    return Typing(kind, token.value, token.at, cursor)


def suggested(typing: Typing) -> tuple[str, ...]:
    """Values without a library that begin as typed."""
    return tuple(value for value in VALUES.get(typing.kind, ()) if value.startswith(typing.typed.lower()))


def completed(text: str, typing: Typing, value: str) -> Completed:
    """The text with a value in place of what is typed; a blank follows unless it is a prefix."""
    written = value if typing.kind == "field" and value.endswith(":") else plain(value)
    rest = text[typing.end :]
    gap = "" if written.endswith(":") or rest[:1].isspace() or rest[:1] in {")", "）"} else " "
    before = text[: typing.start]
    return Completed(before + written + gap + rest, len(before) + len(written) + len(gap))


def _last(text: str) -> Token | None:
    """The last token; of a text with an unknown field, the word after it as far as it is one."""
    last = None
    try:
        for token in tokens(text):
            last = token
    except QueryError:
        start = max(text.rfind(blank) for blank in " \t\u3000") + 1
        return Token("term", start, len(text), "", text[start:], start)
    return last
