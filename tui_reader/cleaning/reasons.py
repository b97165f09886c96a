"""Reasons of kept lines, by their role in the article where the first reason is only about form.

The reason of a line kept for its position is its kind in the body, not "a line without a sentence".
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
_BY_CATEGORY: dict[str, str] = {
    "loose": "a short line inside the body",
    "phrase": "a phrase inside the body",
    "prose": "prose",
    "unfinished": "a long line inside the body",
}
"""Categories that only describe form; reasons of all others are shown unchanged."""


def format_reason(label: Label, kind: Kind | None) -> str:
    """The reason for a block; `kind`: its kind in the body, None outside."""
    if kind is None or label.category not in _BY_CATEGORY:
        return label.reason
    return _BY_KIND.get(kind) or _BY_CATEGORY[label.category]
