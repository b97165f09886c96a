"""How a kept line's reason is told: by what the line is in the article, where its form alone decided.

A line that the first pass took for loose is kept because of where it stands; "a line without a sentence" would tell a
person why it might have gone.
"""

from tui_reader.cleaning.body.judge import Label
from tui_reader.model import Kind

_BY_KIND: dict[Kind, str] = {
    "heading": "a heading inside the body",
    "list_item": "an item of a list",
    "quote": "a quotation",
    "table": "a table",
    "code": "lines of code",
    "verse": "lines of verse",
}
_BY_SORT: dict[str, str] = {
    "loose": "a short line inside the body",
    "phrase": "a phrase inside the body",
    "prose": "prose",
    "unfinished": "a long line inside the body",
}
"""Sorts that say no more than what a line looks like. The reasons of all others are told as they are."""


def told(label: Label, kind: Kind | None) -> str:
    """The reason for a block; `kind` is what it is in the body, None where it is not of the body."""
    if kind is None or label.sort not in _BY_SORT:
        return label.reason
    return _BY_KIND.get(kind) or _BY_SORT[label.sort]
