"""Completion: the value being typed at the cursor of a query, suggestions, and the completed query."""

from typing import Final, Literal, NamedTuple

from tui_reader.errors import QueryError
from tui_reader.query.fields import DATES, PREFIXES, SCRIPTS, SORT_KEYS, STATES
from tui_reader.query.parsing import Token, tokens
from tui_reader.query.tree import MINUS, plain

Kind = Literal["field", "title", "tag", "source", "author", "feed", "script", "is", "after", "before", "sort"]
"""`field`: a word, which may become a field name; else the field whose value is being typed."""

VALUES: Final[dict[str, tuple[str, ...]]] = {
    "field": tuple(f"{prefix}:" for prefix in PREFIXES),
    "script": SCRIPTS,
    "is": STATES,
    "after": DATES,
    "before": DATES,
    "sort": SORT_KEYS,
}
"""Suggestions that are the same for every library."""


class Typing(NamedTuple):
    """The value being typed; a completion replaces `text[start:end]`."""

    kind: Kind
    typed: str
    start: int
    end: int


class Completed(NamedTuple):
    """A query's text and the offset of the cursor."""

    text: str
    cursor: int


def typing_at(text: str, cursor: int) -> Typing:
    """Find the value being typed before the cursor (an offset).

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
    """Values from `VALUES` that start with what is typed."""
    return tuple(value for value in VALUES.get(typing.kind, ()) if value.startswith(typing.typed.lower()))


def completed(text: str, typing: Typing, value: str) -> Completed:
    """Replace what is typed by `value`, followed by a blank unless it is a field name."""
    written = value if typing.kind == "field" and value.endswith(":") else plain(value)
    rest = text[typing.end :]
    gap = "" if written.endswith(":") or rest[:1].isspace() or rest[:1] in {")", "）"} else " "
    before = text[: typing.start]
    return Completed(before + written + gap + rest, len(before) + len(written) + len(gap))


def _last(text: str) -> Token | None:
    """The last token; if a field is unknown, the text after the last blank as a word."""
    last = None
    try:
        for token in tokens(text):
            last = token
    except QueryError:
        start = max(text.rfind(blank) for blank in " \t\u3000") + 1
        return Token("term", start, len(text), "", text[start:], start)
    return last
