"""Meaning of HTML elements and of their names. Judgement as data."""

import re
from enum import Enum, auto
from typing import Literal, cast

from tui_reader.model import Kind


class Part(Enum):
    """Effect of an element on the text around it; unlisted elements are inline."""

    BLOCK = auto()
    SKIPPED = auto()
    BREAK = auto()
    LINK = auto()
    META = auto()
    ADDRESS = auto()
    TITLE = auto()
    SCRIPT = auto()
    STYLE = auto()
    PICTURE = auto()
    RUBY = auto()
    READING = auto()
    FORMULA = auto()
    BASE = auto()


_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul"
)
_SKIPPED = "audio button canvas embed iframe map noscript object option rp select svg template textarea video"
PARTS: dict[str, Part] = {
    **dict.fromkeys(_BLOCKS.split(), Part.BLOCK),
    **dict.fromkeys(_SKIPPED.split(), Part.SKIPPED),
    "script": Part.SCRIPT,
    "br": Part.BREAK,
    "a": Part.LINK,
    "meta": Part.META,
    "link": Part.ADDRESS,
    "title": Part.TITLE,
    "style": Part.STYLE,
    "img": Part.PICTURE,
    "amp-img": Part.PICTURE,
    "ruby": Part.RUBY,
    "rt": Part.READING,
    "math": Part.FORMULA,
    "base": Part.BASE,
}
KINDS: dict[str, Kind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "list_item",
    "blockquote": "quote",
}
HANDED_DOWN: dict[str, frozenset[str]] = {
    "blockquote": frozenset({"div", "section", "p"}),
    **dict.fromkeys((*KINDS.keys() - {"blockquote"}, "figcaption", "caption"), frozenset({"div", "section"})),
}
"""Elements whose kind applies to nested elements: a paragraph in a quotation is quoted. Not list items, which are also used
for layout.
"""

# ------------------------------------------------------------------------------------------------------------ regions
Region = Literal["navigation", "footer", "aside", "hidden", "comments", "related", "share", "promotion"]
"""Kind of a page region separate from the story."""

REGION_TAGS: dict[str, Region] = {"nav": "navigation", "footer": "footer", "aside": "aside"}
REGION_ROLES: dict[str, Region] = {
    "navigation": "navigation",
    "menubar": "navigation",
    "contentinfo": "footer",
    "complementary": "aside",
}

_NAMES: dict[Region, str] = {
    "comments": r"comments?[_-]?(?:list|area|box|section|wrap(?:per)?|content)?|disqus|pinglun|liuyan|gentie|respond",
    "related": r"related[a-z]*|recommend(?:ed|s|ation)?|tuijian|xiangguan|popular[a-z]*|hot[_-]?(?:news|list|article)s?"
    r"|rank(?:ing)?[_-]?(?:list)?|most[_-]?read|read[_-]?more|more[_-]?news|you[_-]?may[a-z]*|prev[_-]?next|pagination|pager",
    "share": r"share[a-z]*|social[a-z]*|bdshare[a-z]*|jiathis[a-z]*|addthis[a-z]*|addtoany[a-z]*",
    "promotion": r"ads?|advert[a-z]*|adsbygoogle|banners?|sponsor[a-z]*|promo(?:tion)?s?|subscri(?:be[a-z]*|ptions?)|newsletter"
    r"|app[_-]?download|download[_-]?app|qr[_-]?code|erweima|guanggao",
    "navigation": r"nav(?:bar|igation)?|menu|side[_-]?bar|top[_-]?bar",
    "footer": r"footer|foot|copyright",
}
_NAMED = re.compile("[^a-z](?:" + "|".join(f"(?P<{region}>{names})" for region, names in _NAMES.items()) + ")(?![a-z])")


def region_by_name(names: str) -> Region | None:
    """Region by class and id, in lower case behind a space."""
    found = _NAMED.search(names)
    return cast("Region", found.lastgroup) if found else None


REGION_REASONS: dict[Region, str] = {
    "navigation": "inside the page's navigation, by its markup",
    "footer": "inside the page's footer, by its markup",
    "aside": "beside the story, by the page's markup",
    "hidden": "hidden by the page",
    "comments": "inside the readers' comments, by the page's markup",
    "related": "among pointers to other articles, by the page's markup",
    "share": "inside a row for sharing, by the page's markup",
    "promotion": "promotion, by the page's markup",
}
APART: frozenset[Region] = frozenset({"navigation", "footer", "aside", "hidden"})
"""Regions that elements and roles identify with certainty; their text is set apart immediately."""
