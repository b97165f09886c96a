"""The window's title: the headline in it, and what the site put beside it."""

import re
from collections.abc import Collection

from tui_reader.cleaning.metadata.candidates import key_of
from tui_reader.script.fold import fold
from tui_reader.text.outlets import is_outlet

LONGEST_WINDOW = 1000
"""Characters of a window's title; a longer first line is the whole text."""
LONGEST_SITE, LONGEST_LATIN_SITE = 14, 40
"""Characters of a site's name, and of one in Latin letters."""
LONGEST_SECTION = 6
"""Characters of a section's name between headline and site."""

_CUT = re.compile(
    r"\s*[_|｜]+\s*|\s+[-–—~·•»«<>/]+\s+|\s*::\s*|\s*-{2,}\s*|(?<=[\u3000-\u9fff!?.)）”』」】》])\s?[-–—](?=\s?[\w\u3400-\u9fff])|(?<=[\w])\s?[-–—](?=\s?[\u3400-\u9fff])|-+\s+|\s+[-–—|_]+$|^[-–—|_]+\s*|-(?=[\w-]+\.[\w.]+$)"
)
_SPACED = re.compile(r"\s+[-–—|·•»<>/]+\s+|[_|｜]|--|::|-\s")
"""Separators that sites put between a headline and their name; a bare hyphen is more often the headline's own."""
_SENTENCE = re.compile(r"[,。!?:;、“”\"《》「」]")


def pieces_of(window: str) -> list[str]:
    """The window's title in pieces: headline, parts, site."""
    if len(window) > LONGEST_WINDOW:
        return [window]
    return [piece.strip() for piece in _CUT.split(window) if piece and piece.strip()]


def headline_of(window: str, sites: Collection[str] = (), *, from_head: bool = True) -> str:
    """The window's title without what the site put beside it; never cut at a hyphen or an underscore of its own.

    Args:
        window: the `<title>`, or a dump's first line.
        sites: keys (`key_of`) of names that the page itself has as site, section or rows of their own.
        from_head: it is a `<title>`; behind a dump's first line there may be no site at all.

    """
    folded = fold(window)
    start, end, site_found = 0, len(window), False
    for cut in reversed(list(_CUT.finditer(folded))):
        head, piece = folded[: cut.start()].strip(), folded[cut.end() : end].strip()
        if not head:
            start = cut.end() if cut.start() == 0 else 0
            break
        site = _is_site(piece, sites)
        section = site_found and len(piece) <= LONGEST_SECTION and piece.isalpha() and len(head) > len(piece)
        looks_so = from_head and not site_found and _SPACED.search(cut[0]) and _may_be_site(piece, head)
        if not piece or site or section or looks_so:
            end, site_found = cut.start(), site_found or bool(piece)
        else:
            break
    if not site_found:
        start = max(start, _leading_site(folded, end, sites))
    return window[start:end].strip() or window.strip()


def _leading_site(folded: str, end: int, sites: Collection[str]) -> int:
    """Where the headline begins behind a site's name at the front (江城晚报_題)."""
    cut = _CUT.search(folded, 1, end)
    if cut is None or not _SPACED.search(cut[0]) or len(folded[cut.end() : end]) < cut.start():
        return 0
    return cut.end() if _is_site(folded[: cut.start()].strip(), sites) else 0


def _is_site(piece: str, sites: Collection[str]) -> bool:
    """Is a piece the name of a site, by the page or by its form?"""
    if key_of(piece) in sites:
        return True
    return len(piece) <= LONGEST_SITE + 2 and is_outlet(piece) and not _SENTENCE.search(piece)


def _may_be_site(piece: str, head: str) -> bool:
    """Could the last piece be a site's name? Short, no sentence, no longer than what stands before it."""
    longest = LONGEST_LATIN_SITE if piece.isascii() else LONGEST_SITE
    return len(piece) <= min(longest, max(len(head), 4) * (4 if piece.isascii() else 1)) and not _SENTENCE.search(piece)
