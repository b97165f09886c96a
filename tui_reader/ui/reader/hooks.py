"""What the main screen asks controllers, and notifies them of. Controllers override what they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.widget import Widget

    from tui_reader.present.page import Page
    from tui_reader.present.status import Status


class Hooks:
    """By default, hooks do nothing or return their argument."""

    # Questions

    def context(self) -> str | None:
        """The context whose keys are in force, if it is one of this feature's."""
        return None

    def allows(self, context: str) -> bool:  # noqa: ARG002 - for those that override it
        """Whether commands of a context can run now."""
        return True

    def pane(self) -> Widget | None:
        """The feature's widget in the article's place, if there is one."""
        return None

    def home(self) -> Widget | None:
        """The widget that gets the focus after a prompt instead of the list."""
        return None

    def leave(self) -> bool:
        """Close what Esc in the article should close first; False if there is nothing to close."""
        return False

    def is_useful(self, command_id: str) -> bool:  # noqa: ARG002 - for those that override it
        """Whether the hint of a command should be shown now."""
        return True

    def status(self, status: Status) -> Status:
        """The content of the status line, with what the feature adds."""
        return status

    def hints(self, hints: tuple[str, ...]) -> tuple[str, ...]:
        """The key hints, with those the feature adds."""
        return hints

    def complaints(self) -> Iterable[str]:
        """Messages for stderr after the screen is closed."""
        return ()

    # Events

    def ready(self) -> None:
        """Called once, when the screen is mounted."""

    def highlighted(self, article_id: int | None) -> None:
        """The list's cursor is on another article; None: the list is empty."""

    def opened(self) -> None:
        """Called when the user opens the article."""

    def list_left(self) -> None:
        """Esc was pressed in the list with nothing selected and no filter."""

    def listed(self) -> None:
        """Called when the list shows a new result."""

    def query_refused(self, sentence: str) -> None:
        """The query is invalid; `sentence` says why."""

    def rows_arrived(self) -> None:
        """Rows of the list were fetched."""

    def page_shown(self, before: Page | None) -> None:
        """Another page is shown: another article, wording or measure, more of it converted, or (un)folded."""

    def scrolled(self, *, by_reader: bool) -> None:
        """Another part of the page is visible; `by_reader`: not because of a new page or size."""

    def pointer(self, kind: str, event: events.MouseEvent) -> None:
        """The mouse button was "pressed", "moved" or "released" over the page."""

    def tag_clicked(self, tag: str) -> None:
        """A tag was clicked in the article."""

    def focus_moved(self, widget: Widget) -> None:
        """Another widget has the focus."""

    def display_changed(self) -> None:
        """The wording shown, or punctuation repair, changed."""

    def setting_changed(self, name: str) -> None:
        """A setting has another value, which is stored."""

    def articles_changed(self, article_ids: tuple[int, ...] | None) -> None:
        """These articles, their tags or highlights changed; None: any may have."""

    def counts_changed(self) -> None:
        """Read states changed, but nothing that is shown of an article."""

    def resized(self, width: int) -> None:
        """The screen has another width, in cells."""
