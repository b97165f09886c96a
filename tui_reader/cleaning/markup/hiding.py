"""Text hidden by styles: invisible, zero-sized, off-screen or white.

Forums insert such text into sentences to spoil copies. White counts as hidden only inline, where no background is set;
whether the page is dark is decided by the caller (`Hiding.faint`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from tui_reader.cleaning.markup.naming import Naming

LONGEST_SHEET = 1 << 18
"""Maximum characters of a style sheet."""
LONGEST_SELECTOR = 1000

# patterns for lower-case text: each begins with a word, which is found faster than an alternative or what stands before it
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none")
_NOT_VISIBLE = re.compile(r"visibility\s*:\s*hidden")
_NEGATIVE = re.compile(r":\s*-\d{3}")
_OFF_SCREEN = re.compile(r"(?:left|top|right|text-indent)\s*:\s*-\d{3,}")
_CLIPPED = re.compile(
    r"clip(?:\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01]|-path\s*:\s*inset\(\s*(?:50|100)%)"
)
_FLAT = re.compile(r"(?<![\w-])(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|!|$)", re.IGNORECASE)
_CUT = re.compile(r"overflow\s*:\s*(?:hidden|clip)", re.IGNORECASE)
"""Together: a box without height or width whose overflow is hidden."""
_SHRUNK = re.compile(
    r"font(?:-size\s*:\s*(?:[01]?(?:\.\d+)?(?:px|pt)?\s*(?:;|!|$)|0(?:\.0+)?(?:em|rem|%))|\s*:\s*0(?:px)?/0)"
)
_TRANSPARENT = re.compile(r"opacity(?<![\w-]opacity)\s*:\s*0?(?:\.0\d*)?\s*(?:;|!|$)")
_WHITE = re.compile(
    r"color(?<![\w-]color)\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent|rgba?\(\s*255\s*,\s*255\s*,\s*255|rgba\([^)]{0,60},\s*0?(?:\.0+)?\s*\))"
)
_KEPT = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")
_CLASS = re.compile(r"(?:^|[,\s])[a-z0-9]{0,12}\.([\w-]{1,60})\s*(?=,|$)", re.IGNORECASE)
Sight = Literal["hidden", "faint", ""]


@dataclass(slots=True)
class Hiding:
    """Classes that the page's style sheets hide. `faint`: whether white text counts as hidden."""

    faint: bool = True
    hidden: set[str] = field(default_factory=set)
    white: set[str] = field(default_factory=set)
    preformatted: set[str] = field(default_factory=set)

    def read_sheet(self, sheet: str) -> None:
        """Record classes hidden by a rule; media rules (print, narrow screens) are ignored."""
        conditional = False
        for chunk in sheet[:LONGEST_SHEET].split("}"):
            selectors, brace, rule = chunk.rpartition("{")
            conditional = bool(brace) and (conditional or "{" in selectors)
            if not brace or conditional or "." not in selectors:
                continue
            kept, hidden, white = _meaning(rule)
            if kept or hidden or white:
                names = _CLASS.findall(selectors[-LONGEST_SELECTOR:])
                self.preformatted.update(names if kept else ())
                self.hidden.update(names if hidden else ())
                self.white.update(names if white and not hidden else ())

    def of_inline(self, attributes: Mapping[str, str], naming: Naming) -> Sight:
        """How an inline element is hidden; "" if visible."""
        style = attributes.get("style") or ""
        if "hidden" in attributes or (style and _is_unseen(style)):
            return "hidden"
        if naming.is_unseen or not self.hidden.isdisjoint(naming.classes):
            return "hidden"
        coloured = style or self.white or "color" in attributes
        return "faint" if coloured and self.faint and self._is_white(attributes, style, naming.classes) else ""

    def _is_white(self, attributes: Mapping[str, str], style: str, names: Sequence[str]) -> bool:
        style = style.lower()
        if "background" in style:
            return False
        colour = attributes.get("color")
        white = _WHITE.search(style) or (colour and _WHITE.match(f"color:{colour}".lower()))
        return bool(white) or not self.white.isdisjoint(names)

    def keeps_lines(self, attributes: Mapping[str, str], naming: Naming) -> bool:
        """Whether line breaks inside an element are visible, as in preformatted text."""
        if naming.keeps_lines or not self.preformatted.isdisjoint(naming.classes):
            return True
        style = attributes.get("style")
        return bool(style) and _keeps_lines(style)

    def hides_block(self, attributes: Mapping[str, str], naming: Naming) -> bool:
        """Whether a block-level element is hidden. Sizes are ignored: children may set their own."""
        style = attributes.get("style")
        return (
            naming.is_unseen
            or "hidden" in attributes
            or not self.hidden.isdisjoint(naming.classes)
            or attributes.get("aria-hidden") == "true"
            or bool(style and _is_invisible(style))
        )

    def hides_paragraph(self, attributes: Mapping[str, str]) -> bool:
        """Whether a paragraph is white on the page's background; it contains no elements with their own."""
        return self.faint and "style" in attributes and self._is_white(attributes, attributes["style"], ())


def _meaning(rule: str) -> tuple[bool, bool, bool]:
    """Effects of a rule: keep line breaks, hide, white. Most rules contain none of the words and skip the patterns."""
    rule = rule.lower()
    kept = "white-space" in rule and _KEPT.search(rule) is not None
    hidden = _is_out_of_sight(rule) or _is_shrunk(rule)
    white = "color" in rule and "background" not in rule and _WHITE.search(rule) is not None
    return kept, hidden, white


def _is_out_of_sight(lowered: str) -> bool:
    """Whether a rule removes a box, makes it invisible or moves it off the screen."""
    return (
        ("none" in lowered and _NOT_DISPLAYED.search(lowered) is not None)
        or ("hidden" in lowered and _NOT_VISIBLE.search(lowered) is not None)
        or ("clip" in lowered and _CLIPPED.search(lowered) is not None)
        or (_NEGATIVE.search(lowered) is not None and _OFF_SCREEN.search(lowered) is not None)
    )


def _is_shrunk(lowered: str) -> bool:
    """Whether a rule makes text too small or too faint to be read."""
    return ("font" in lowered and _SHRUNK.search(lowered) is not None) or (
        "opacity" in lowered and _TRANSPARENT.search(lowered) is not None
    )


@lru_cache(4096)
def _keeps_lines(style: str) -> bool:
    return _KEPT.search(style.lower()) is not None


@lru_cache(4096)
def _is_invisible(style: str) -> bool:
    return _is_out_of_sight(style.lower()) or (_FLAT.search(style) is not None and _CUT.search(style) is not None)


@lru_cache(4096)
def _is_unseen(style: str) -> bool:
    return _is_invisible(style) or _is_shrunk(style.lower())
