"""Opens URLs in the system's browser."""

from __future__ import annotations

import webbrowser
from urllib.parse import urlsplit

from tui_reader.locale import _
from tui_reader.text.sanitize import one_line


def browse(address: str | None) -> str:
    """Open an http(s) URL in a graphical browser; returns a message for the user."""
    if not address:
        return "this article has no address"
    shown = one_line(address)
    if not _is_on_the_web(address):
        return _("not a web address: {shown}").format(shown=shown)
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return _("no browser here; the address is {shown}").format(shown=shown)
    # A browser in the terminal would draw over the reader.
    if isinstance(browser, webbrowser.GenericBrowser) and not isinstance(browser, webbrowser.BackgroundBrowser):
        return _("no browser with a window here; the address is {shown}").format(shown=shown)
    return (
        _("opened {shown}").format(shown=shown)
        if browser.open(shown)
        else _("the browser did not open {shown}").format(shown=shown)
    )


def _is_on_the_web(address: str) -> bool:
    """Pages may contain invalid URLs such as `http://[`."""
    try:
        return urlsplit(address).scheme in {"http", "https"}
    except ValueError:
        return False
