"""What an external command gets of an article: its text as shown, and variables that describe it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.present.conversion import page_steps
from tui_reader.present.lines import layout_of
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from tui_reader.app.session import Session
    from tui_reader.present.pages import PageName


def article_text(session: Session, name: PageName) -> str:
    """Text of an article as the page of that name shows it. Raises UnknownId."""
    stored = session.library.stored(name.article_id)
    *_, page = page_steps(
        name, stored, session.converter, layout_of(session.preferences.config), base=None, view=range(0)
    )
    return page.plain()


def variables_of(session: Session, article_id: int) -> dict[str, str]:
    """Environment variables that describe an article; what is not known is empty. Raises UnknownId."""
    stored = session.library.stored(article_id)
    article = stored.article
    values = {
        "ID": stored.row.short_id,
        "TITLE": article.title,
        "AUTHOR": article.author,
        "SOURCE": article.source,
        "PUBLISHED": article.published,
        "URL": article.url,
        "SCRIPT": article.script,
        "TAGS": ",".join(stored.row.tags),
    }
    return {f"TUI_READER_{name}": one_line(value or "") for name, value in values.items()}
