"""Window titles: the headline, and the site's additions."""

import re
from collections.abc import Collection, Iterator, Sequence

from tui_reader.cleaning.metadata.candidates import key_of
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN
from tui_reader.text.outlets import is_outlet

LONGEST_WINDOW = 1000
"""Maximum characters of a window's title; longer first lines are text."""
LONGEST_SITE, LONGEST_LATIN_SITE = 14, 40
"""Maximum characters of a site's name; of a Latin one."""
LONGEST_SECTION = 6
"""Maximum characters of a section between headline and site."""

_CUT = re.compile(
    rf"\s*[_|｜│┃∣︱¦]+\s*|\s+[-–—~·•»«<>/@]+\s+|\s*::\s*|\s*-{{2,}}\s*|(?<=[\u3000-\u9fff!?.)）”』」】》])\s?[-–—](?=\s?[\w{HAN}])|(?<=[\w])\s?[-–—](?=\s?[{HAN}])|-+\s+|\s+[-–—|_]+$|^[-–—|_]+\s*|-(?=[\w-]+\.[\w.]+$)"
)
_SPACED = re.compile(r"\s+[-–—|·•»«<>/@]+\s+|[_|｜│┃∣︱¦]|--|::|-\s")
"""Separators between headline and site; bare hyphens usually belong to the headline."""
_SENTENCE = re.compile(r"[,。!?:;、“”\"《》「」]")


def pieces_of(window: str) -> list[str]:
    """Parts of a window's title: headline, sections, site."""
    if len(window) > LONGEST_WINDOW:
        return [window]
    pieces = [piece.strip() for piece in _CUT.split(window) if piece and piece.strip()]
    if len(pieces) == 1 and (cut := next(_last_word(fold(pieces[0]), ()), None)):
        return [pieces[0][: cut.start()].strip(), pieces[0][cut.end() :].strip()]
    return pieces


def headline_of(window: str, sites: Collection[str] = (), *, from_head: bool = True) -> str:
    """The window's title without the site's additions; never split at its own hyphens or underscores.

    Args:
        window: the `<title>`, or a dump's first line.
        sites: keys (`key_of`) of names that the page itself has as site, section or rows of their own.
        from_head: it is a `<title>`; a dump's first line may have no site.
    """
    folded = fold(window)
    cuts = list(_CUT.finditer(folded))
    cuts += [cut for cut in _last_word(folded, sites) if not cuts or cuts[-1].end() <= cut.start()]
    start = cuts[0].end() if cuts and cuts[0].start() == 0 else 0
    cuts = [cut for cut in cuts if folded[start : cut.start()].strip()]
    end = _behind_headline(folded, cuts, sites, from_head=from_head)
    if end == len(window):
        start = max(start, _leading_site(folded, end, sites))
    return window[start:end].strip() or window.strip()


def _behind_headline(folded: str, cuts: Sequence[re.Match[str]], sites: Collection[str], *, from_head: bool) -> int:
    """End of the headline: before the first site followed only by short parts, and its sections."""
    ends = [*(cut.start() for cut in cuts[1:]), len(folded)]
    pieces = [folded[cut.end() : end].strip() for cut, end in zip(cuts, ends, strict=False)]
    first = next((i for i, piece in enumerate(pieces) if _is_site(piece, sites) and _are_short(pieces[i + 1 :])), -1)
    if first < 0 and cuts and from_head and _SPACED.search(cuts[-1][0]):
        head = folded[: cuts[-1].start()].strip()
        first = len(cuts) - 1 if not pieces[-1] or _may_be_site(pieces[-1], head) else -1
    if first < 0:
        return len(folded)
    while first > 0 and _is_section(pieces[first - 1], folded[: cuts[first - 1].start()], sites):
        first -= 1
    return cuts[first].start()


def _are_short(pieces: Sequence[str]) -> bool:
    """Whether they are only sections, dates or further site names."""
    return all(
        len(piece) <= LONGEST_SECTION + 2 or _is_site(piece, ()) or piece.startswith("powered by") for piece in pieces
    )


def _is_section(piece: str, head: str, sites: Collection[str]) -> bool:
    """Whether a part before the site's name is a section or another site name; a headline must remain."""
    if _is_site(piece, sites):
        return True
    return len(piece) <= LONGEST_SECTION and piece.isalpha() and len(head.strip()) > len(piece)


def _last_word(folded: str, sites: Collection[str]) -> Iterator[re.Match[str]]:
    """The space before the last word, if that is a site and not otherwise separated."""
    found = re.search(r"\s(?=[^\s_|｜-]{3,14}$)", folded)
    if found and (folded[found.end() :].endswith(("网", "网站")) or key_of(folded[found.end() :]) in sites):
        yield found


def _leading_site(folded: str, end: int, sites: Collection[str]) -> int:
    """Start of the headline after a leading site name (江城晚报_題)."""
    cut = _CUT.search(folded, 1, end)
    if cut is None or not _SPACED.search(cut[0]) or len(folded[cut.end() : end]) < cut.start():
        return 0
    return cut.end() if _is_site(folded[: cut.start()].strip(), sites) else 0


def _is_site(piece: str, sites: Collection[str]) -> bool:
    """Whether a part is a site name, by the page or by form."""
    if key_of(piece) in sites:
        return bool(piece)
    longest = LONGEST_LATIN_SITE if piece.isascii() else LONGEST_SITE + 2
    return len(piece) <= longest and is_outlet(piece) and not _SENTENCE.search(piece)


def _may_be_site(piece: str, head: str) -> bool:
    """Whether the last part may be a site name: short, no sentence, not longer than the text before."""
    longest = min(LONGEST_SITE, max(_width(head), 4))
    return _width(piece) <= longest and len(piece) <= LONGEST_LATIN_SITE and not _SENTENCE.search(piece)


def _width(text: str) -> float:
    """Number of characters; Latin letters count a third."""
    latin = sum(map(str.isascii, text))
    return len(text) - latin + latin / 3
