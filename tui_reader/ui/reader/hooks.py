"""What the main screen asks its controllers, and what it tells them. A controller overrides what concerns it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.widget import Widget

    from tui_reader.present.page import Page
    from tui_reader.present.status import Status


class Hooks:
    """Every hook does nothing, or leaves what it is given as it is."""

    # Questions

    def context(self) -> str | None:
        """The context whose keys are in force, if it is one of this feature's."""
        return None

    def allows(self, context: str) -> bool:  # noqa: ARG002 - for those that override it
        """Whether the commands of a context may run now."""
        return True

    def pane(self) -> Widget | None:
        """The widget that stands in the article's place, if the feature has put one there."""
        return None

    def home(self) -> Widget | None:
        """Where the focus goes instead of the list after a line was typed."""
        return None

    def leave(self) -> bool:
        """Close what Esc in the article closes first; False where there is no such thing."""
        return False

    def status(self, status: Status) -> Status:
        """The status with what the feature adds."""
        return status

    def hints(self, hints: tuple[str, ...]) -> tuple[str, ...]:
        """The hints with what the feature adds."""
        return hints

    def complaints(self) -> Iterable[str]:
        """Sentences for stderr after the screen is closed."""
        return ()

    # Events

    def ready(self) -> None:
        """The screen is mounted."""

    def highlighted(self, article_id: int | None) -> None:
        """Another article is under the list's cursor; None: there is none."""

    def opened(self) -> None:
        """The reader went to the article, by Enter."""

    def listed(self) -> None:
        """The list shows what was asked for."""

    def query_refused(self, sentence: str) -> None:
        """What was asked for is not a query; the sentence says why."""

    def rows_arrived(self) -> None:
        """More rows of the list are known."""

    def page_shown(self, before: Page | None) -> None:
        """Another page is shown: of another article, wording or measure, more of it converted, or (un)folded."""

    def scrolled(self, *, by_reader: bool) -> None:
        """Another part of the page is in view; `by_reader`: not because of a new page or size."""

    def pointer(self, kind: str, event: events.MouseEvent) -> None:
        """The mouse button was "pressed", "moved" or "released" over the page."""

    def tag_clicked(self, tag: str) -> None:
        """A tag was clicked in the article."""

    def focus_moved(self, widget: Widget) -> None:
        """Another widget has the focus."""

    def display_changed(self) -> None:
        """DisplayOptions or punctuation are to be shown otherwise."""

    def articles_changed(self, article_ids: tuple[int, ...] | None) -> None:
        """These articles, their tags or highlights have changed; None: any may have."""

    def counts_changed(self) -> None:
        """Read states have changed, but nothing that is shown of an article."""

    def resized(self, width: int) -> None:
        """The screen has another width, in cells."""
