"""Images: URLs, and the text that an image replaces.

Lazy-loading pages store the URL in another attribute and a placeholder in `src`. Formulas, rare characters and emoticons are
inline images whose `alt` is part of the sentence.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urljoin

LONGEST = 2000
"""Maximum characters of a URL; longer ones are data URLs."""
SMALLEST = 48
"""Minimum width and height in pixels; smaller images are icons or counters."""
LONGEST_FORMULA = 1000

_SOURCE = re.compile(r"[\w-]*(?:src|srcset|original|lazy(?:load)?|file)$")
"""Attributes with an image URL: `src`, and where scripts find what to load later, named after it or after the original file."""
_PICTURE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|bmp)(?:[?!@#]\S*)?$", re.IGNORECASE)
"""A picture's URL, which any other `data-` attribute may contain."""
_LESSER = re.compile(r"thumb|small|low|blur|preview|placeholder|default|error|fallback|avatar")
"""Attributes with a smaller copy or a placeholder."""
_LISTED = re.compile(r"\s[\d.]+[wx](?:\s*,|\s*$)")
_SIZE = re.compile(r"\s*(\d+)(?:px)?\s*$")
_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:blank|spacer|loading|placeholder|pixel|transparent|1x1|none|lazy|grey|gray|load)[\w-]*\.(?:gif|png|svg|jpe?g|webp)|^about:",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"(?!https?:|//)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# patterns for lower-case names behind a space
_FURNITURE = re.compile(
    r"[^a-z](?:avatar|icon|logo|qr-?code|emoji|emoticon|smiley|smilies|gaiji|face|badge|btn|button|loading|spinner|tracking|pixel)s?(?![a-z])"
)
_FORMULA = re.compile("formula|latex|math|equation|katex")
_FORMULA_WORD = re.compile("[^a-z](?:tex|eq)(?![a-z])")
_SIGN = re.compile(
    r"emoji|emoticon|smil(?:ey|ies)|icon_emotion|gaiji|expression|(?<![a-z])face(?![a-z])", re.IGNORECASE
)
_BRACKETED = re.compile(r"[\[【［:][^\[\]【】\s]{1,8}[\]】］:]$")
_DISPLAY = re.compile(r"\{\\(?:display|text)style\s*(?P<it>.*)\}$", re.DOTALL)
_SOURCES = dict.fromkeys(("data-tex", "data-latex", "data-formula", "data-math", "data-equation"))
IDEOGRAPHIC_DESCRIPTION = range(0x2FF0, 0x3000)


class Picture(NamedTuple):
    """An image: index of its piece, characters of the piece before it, URL as written, and its element and region. `fallback`:
    shown only without scripts.
    """

    piece: int
    offset: int
    address: str
    node: int
    region: int
    fallback: bool = False


def add(pictures: list[Picture], picture: Picture) -> None:
    """Append an image; of a lazy-loading image and its fallback the first is kept."""
    last = pictures[-1] if pictures else None
    beside = last is not None and (last.piece, last.offset) == (picture.piece, picture.offset)
    if last is not None and beside and last.fallback != picture.fallback:
        pictures[-1] = last if picture.fallback else picture
    else:
        pictures.append(picture)


def address_of(attributes: Mapping[str, str]) -> str | None:
    """URL of an image that may belong to a story; None for icons, placeholders and data URLs."""
    names = f" {attributes.get('class') or ''} {attributes.get('id') or ''}"
    if _FURNITURE.search(names.lower()) or _is_small(attributes):
        return None
    for stated in _stated(attributes):
        address = _first(stated)
        if address and len(address) <= LONGEST and not _SCHEME.match(address) and not _PLACEHOLDER.search(address):
            return address
    return None


def _stated(attributes: Mapping[str, str]) -> list[str]:
    """Values that may be the image's URL: those for later loading before `src`, and `srcset` last."""
    own = [attributes[name] for name in ("src", "srcset") if attributes.get(name)]
    later = [
        value
        for name, value in attributes.items()
        if value and name not in {"src", "srcset"} and not _LESSER.search(name) and _may_load(name, value)
    ]
    return later + own


def _may_load(name: str, value: str) -> bool:
    """Whether a script may load the image from an attribute."""
    if _SOURCE.match(name):
        return "/" in value or "." in value
    return name.startswith("data-") and len(value) <= LONGEST and _PICTURE_NAME.match(value) is not None


def resolved(address: str, page: str | None, base: str | None) -> str:
    """An absolute URL, as far as the page's URL and base are known."""
    try:
        against = urljoin(page or "", base or "")
        whole = urljoin(against, address)
    except ValueError:  # brackets that are no IPv6 address
        return address
    return f"https:{whole}" if whole.startswith("//") else whole


def _first(stated: str) -> str:
    """The URL, or the last, largest one of a list (`a.jpg 1x, b.jpg 2x`)."""
    if _LISTED.search(stated):
        return stated.strip().rsplit(", ", 1)[-1].split()[0]
    return stated.strip()


def _is_small(attributes: Mapping[str, str]) -> bool:
    stated = filter(None, (attributes.get("width"), attributes.get("height")))
    return any((size := _SIZE.match(side)) is not None and int(size[1]) < SMALLEST for side in stated)


def text_of(attributes: Mapping[str, str]) -> str:
    """Text that an inline image replaces; "" for illustrations."""
    alt = " ".join((attributes.get("alt") or "").split())
    if not alt:
        return ""
    names = f" {attributes.get('class') or ''} {attributes.get('src') or ''}".lower()
    if _FORMULA.search(names) or _FORMULA_WORD.search(names) or "data-tex" in attributes:
        display = _DISPLAY.match(alt)
        return (display["it"].strip() if display else alt)[:LONGEST_FORMULA]
    single = len(alt) == 1 and not alt.isascii()
    described = ord(alt[0]) in IDEOGRAPHIC_DESCRIPTION
    sign = len(alt) <= SMALLEST and _SIGN.search(attributes.get("class") or "")
    return alt if single or described or sign or _BRACKETED.match(alt) else ""


def formula_of(attributes: Mapping[str, str]) -> str:
    """Formula source in an attribute; "" if none."""
    if _SOURCES.keys().isdisjoint(attributes):
        return ""
    return next((attributes[name].strip()[:LONGEST_FORMULA] for name in _SOURCES if attributes.get(name)), "")
