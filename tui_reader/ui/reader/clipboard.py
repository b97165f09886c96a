"""Copies text to the clipboard: by OSC 52, or the system's tool."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_reader.ui.reader.context import Reader


def copy(reader: Reader, prepare: Callable[[], str]) -> None:
    """Copy the text that `prepare` returns in a worker, to the system's and the terminal's clipboard.

    Both, because over SSH the system is another machine than the user's.
    """

    def job() -> tuple[str, bool]:
        text = prepare()
        return text, bool(text) and give_to_system(text)

    def done(copied: tuple[str, bool]) -> None:
        text, taken = copied
        if text:
            reader.screen.app.copy_to_clipboard(text)
            sentence = (
                _("Copied {count:,} characters to the clipboard")
                if taken
                else _("Copied {count:,} characters (OSC 52)")
            )
            reader.say(sentence.format(count=len(text)))

    reader.workers.complete(job, done)


def give_to_system(text: str) -> bool:
    """Copy to the system's clipboard; False if no program for it is installed."""
    import pyperclip  # noqa: PLC0415 - it looks for programs

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True
