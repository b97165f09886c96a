"""Pictures: their addresses, and the text that a picture stands for.

Pages that load pictures late keep the address in an attribute of their own and a placeholder in `src`. Formulas, rare
characters and emoticons are pictures inside a sentence; their `alt` is the sentence's text.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urljoin

LONGEST = 2000
"""Characters of an address; what is longer is the picture itself."""
SMALLEST = 48
"""Pixels of width or height under which a picture is an icon or a counter."""
LONGEST_FORMULA = 1000

_ADDRESSES = (
    "data-src",
    "data-original",
    "data-actualsrc",
    "data-lazy-src",
    "data-original-src",
    "data-lazyload",
    "data-lazy",
    "data-echo",
    "data-url",
    "data-img",
    "data-image",
    "data-ks-lazyload",
    "data-hi-res-src",
    "data-full-src",
    "data-srcset",
    "file",
    "zoomfile",
    "src",
    "srcset",
)
"""Attributes with a picture's address: those of pictures that load late hold it where `src` holds a placeholder."""
_LISTED = re.compile(r"\s[\d.]+[wx](?:\s*,|\s*$)")
_SIZE = re.compile(r"\s*(\d+)(?:px)?\s*$")
_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:blank|spacer|loading|placeholder|pixel|transparent|1x1|none|lazy|grey|gray|load)[\w-]*\.(?:gif|png|svg|jpe?g|webp)|^about:",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"(?!https?:|//)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_FURNITURE = re.compile(
    r"(?<![a-z])(?:avatar|icon|logo|qr-?code|emoji|emoticon|smiley|smilies|gaiji|face|badge|btn|button|loading|spinner|tracking|pixel)s?(?![a-z])",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"formula|latex|(?<![a-z])tex(?![a-z])|math|equation|katex|(?<![a-z])eq(?![a-z])", re.IGNORECASE)
_SIGN = re.compile(
    r"emoji|emoticon|smil(?:ey|ies)|icon_emotion|gaiji|expression|(?<![a-z])face(?![a-z])", re.IGNORECASE
)
_BRACKETED = re.compile(r"[\[【［:][^\[\]【】\s]{1,8}[\]】］:]$")
_DISPLAY = re.compile(r"\{\\(?:display|text)style\s*(?P<it>.*)\}$", re.DOTALL)
_SOURCES = ("data-tex", "data-latex", "data-formula", "data-math", "data-equation")
IDEOGRAPHIC_DESCRIPTION = range(0x2FF0, 0x3000)


class Picture(NamedTuple):
    """A picture of the page: the number of the piece that it stands in, how many characters of the piece stand before
    it, its address as written, and the element and region around it. `fallback`: it shows only where no script runs.
    """

    piece: int
    offset: int
    address: str
    node: int
    region: int
    fallback: bool = False


def add(pictures: list[Picture], picture: Picture) -> None:
    """Append a picture; of one that loads late and its fallback beside it, the first is kept."""
    last = pictures[-1] if pictures else None
    beside = last is not None and (last.piece, last.offset) == (picture.piece, picture.offset)
    if last is not None and beside and last.fallback != picture.fallback:
        pictures[-1] = last if picture.fallback else picture
    else:
        pictures.append(picture)


def address_of(attributes: Mapping[str, str]) -> str | None:
    """The address of a picture that may belong to a story; None for icons, placeholders and pictures in the page itself."""
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if _FURNITURE.search(names) or _is_small(attributes):
        return None
    for stated in filter(None, map(attributes.get, _ADDRESSES)):
        address = _first(stated)
        if address and len(address) <= LONGEST and not _SCHEME.match(address) and not _PLACEHOLDER.search(address):
            return address
    return None


def resolved(address: str, page: str | None, base: str | None) -> str:
    """A picture's address, made absolute by the page's own and by the base that it names, as far as these are known."""
    try:
        against = urljoin(page or "", base or "")
        whole = urljoin(against, address)
    except ValueError:  # brackets that are no IPv6 address
        return address
    return f"https:{whole}" if whole.startswith("//") else whole


def _first(stated: str) -> str:
    """An address, or of a list (`a.jpg 1x, b.jpg 2x`) the last, which is the largest."""
    if _LISTED.search(stated):
        return stated.strip().rsplit(", ", 1)[-1].split()[0]
    return stated.strip()


def _is_small(attributes: Mapping[str, str]) -> bool:
    stated = filter(None, (attributes.get("width"), attributes.get("height")))
    return any((size := _SIZE.match(side)) is not None and int(size[1]) < SMALLEST for side in stated)


def text_of(attributes: Mapping[str, str]) -> str:
    """The text that a picture inside a sentence stands for; empty where it is an illustration."""
    alt = " ".join((attributes.get("alt") or "").split())
    names = f"{attributes.get('class') or ''} {attributes.get('src') or ''}"
    if not alt:
        return ""
    if _FORMULA.search(names) or "eeimg" in attributes or "data-tex" in attributes:
        display = _DISPLAY.match(alt)
        return (display["it"].strip() if display else alt)[:LONGEST_FORMULA]
    single = len(alt) == 1 and not alt.isascii()
    described = ord(alt[0]) in IDEOGRAPHIC_DESCRIPTION
    sign = len(alt) <= SMALLEST and _SIGN.search(attributes.get("class") or "")
    return alt if single or described or sign or _BRACKETED.match(alt) else ""


def formula_of(attributes: Mapping[str, str]) -> str:
    """The source of a formula that an element carries in an attribute; empty where it is none."""
    return next((attributes[name].strip()[:LONGEST_FORMULA] for name in _SOURCES if attributes.get(name)), "")
