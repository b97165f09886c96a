"""Names of the site and its sections in a window's title, by what the page itself shows, and the headline behind them."""

from tui_reader.cleaning.markup.blocks import Page
from tui_reader.cleaning.metadata.candidates import key_of, key_of_folded
from tui_reader.cleaning.metadata.windows import pieces_of
from tui_reader.text.fold import fold
from tui_reader.text.outlets import is_outlet

LOOK_BACK = 80
"""Maximum blocks between title and body; menus are above the title, never below."""
SHORT_ROW = 20
"""Maximum characters of a row that names the site or a section."""
HEADINGS = {"h1": 3.0, "h2": 1.5, "h3": 1.0}


def site_names(page: Page, window: str | None) -> frozenset[str]:
    """Keys of site and section names: declared ones, and window title parts that are short rows."""
    names = {key_of(name) for name in (page.declared.site, page.declared.source, page.declared.category) if name}
    said = pieces_of(window or "")
    site_first = len(said) > 1 and is_outlet(fold(said[0])) and len(said[0]) < len(said[1])
    beside = said[:1] if site_first else said[1:]
    pieces = {key_of(piece) for piece in beside if len(piece) <= SHORT_ROW}
    rows = (
        {key_of_folded(block.folded) for block in page.blocks[1:] if len(block.folded) <= SHORT_ROW}
        if pieces
        else set()
    )
    return frozenset(names | (pieces & rows)) - {""}


def behind_site(page: Page, window: str, start: int) -> str:
    """The headline behind a leading site name, where it is also a row of its own (江城晚報數位版-題, 江城論壇 • 主題 - 題); else nothing."""
    linked = _behind_linked_site(page, window, start)
    if linked:
        return linked
    first, *others = pieces_of(window) or [""]
    if not others or not is_outlet(fold(first)) or len(first) > SHORT_ROW:
        return ""
    rows = page.blocks[1 if page.window_title is None else 0 : start + 1][-LOOK_BACK:]
    keys = {key_of_folded(block.folded) for block in rows}
    rest = window[window.find(first) + len(first) :].lstrip(" -–—_|｜·•:")
    if key_of(rest) in keys:
        return rest
    heads = {key_of_folded(block.folded) for block in rows if block.tag in HEADINGS}  # behind a section's name
    return others[-1] if len(others) > 1 and key_of(others[-1]) in heads else ""


def _behind_linked_site(page: Page, window: str, start: int) -> str:
    """The headline behind a site's name that is a linked heading of the page (貓步的部落格: 題); else nothing."""
    above = page.blocks[max(0, start - LOOK_BACK) : start + 1]
    folded = fold(window)
    for block in above:
        site = len(block.folded)
        rest = window[site:].lstrip(" -–—_|｜·:：»")
        if block.tag in HEADINGS and block.mostly_links and folded.startswith(block.folded) and len(window) > site:
            key = key_of(rest)
            if folded[site] in " :|_-–—·»" and any(key == key_of_folded(other.folded) for other in above):
                return rest
    return ""
