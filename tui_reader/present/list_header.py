"""The line above the article list: how many articles, which filter, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui_reader.locale import _, ngettext
from tui_reader.present.rows import fitted
from tui_reader.text.cells import width
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from tui_reader.query import SortKey

ORDERS: Final[dict[SortKey | None, str]] = {
    None: "newest first",
    "added": "last imported first",
    "title": "by title",
    "source": "by source",
    "length": "longest first",
    "unread": "unread first",
    "date": "newest first",
    "relevance": "best match first",
}
"""Names of the orders of the list."""

SEPARATOR = " · "

LEAST_FILTER = 8
"""Minimum cells for a filter that is cut."""


def list_header(count: int, filtered: str, sort: SortKey | None, cells: int) -> str:
    """The line in at most `cells` cells; `filtered`: the query in the wording shown. The filter is cut, then the order."""
    counted = ngettext("{count} article", "{count} articles", count).format(count=f"{count:,}")
    order = _(ORDERS[sort])
    room = cells - width(SEPARATOR.join((counted, "", order)))
    label = one_line(filtered)
    if label and room < min(width(label), LEAST_FILTER):
        order, room = "", cells - width(SEPARATOR.join((counted, "")))
    shown = fitted(label, max(room, 0)).rstrip() if width(label) > room else label
    return fitted(SEPARATOR.join(filter(None, (counted, shown, order))), cells).rstrip()
