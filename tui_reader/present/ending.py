"""Lines below the end of an article."""

from __future__ import annotations

from tui_reader.locale import _
from tui_reader.present.rows import fitted

END = "——— End"

NEXT = "Next ({key}): {title}"


def end_lines(title: str | None, key: str, cells: int) -> tuple[str, ...]:
    """Lines for the end of an article, of at most `cells` cells; `title`: of the next one, `key`: goes there."""
    following = _(NEXT).format(key=key, title=title) if title is not None and key else title
    return (_(END), *(fitted(line, cells).rstrip() for line in (following,) if line))
