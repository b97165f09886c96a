"""The line of a dump that replaces the window's title: the first that is no site's name, menu, breadcrumb, date or byline."""

import re
from collections.abc import Sequence
from itertools import takewhile

from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.metadata.bylines import is_byline
from tui_reader.cleaning.patterns.crumbs import is_crumb
from tui_reader.cleaning.patterns.cues import is_menu_word
from tui_reader.text.han import HAN
from tui_reader.text.names import has_control_word, is_mostly_control
from tui_reader.text.outlets import is_outlet

SITE = 8
"""Maximum characters of a first line that is the site's name if a menu or breadcrumb follows."""
MENU_BELOW, LOOK = 3, 12
"""Lines below the first searched for a menu; lines searched for a headline."""
WORDS_BELOW, FEWEST_WORDS = 6, 2
"""Lines below the first searched for a menu of one word a line; minimum words that are known to be of menus."""
LEAST = 6
"""Minimum characters of a headline below a site's name."""
OUTLET = 14
"""Maximum characters of an outlet's name."""
FEWEST, MANY, LONGEST_WORD = 3, 4, 6
"""Words of a menu with a control word, and of another; their maximum length."""

CONTROL = 12
"""Maximum characters of a control; in longer lines 微信 or 系统 are the topic."""

_JOINED = re.compile(r"[_|—–-]")
"""Signs between a headline and the site's name."""
CREDIT = re.compile(rf"[{HAN}]{{2,4}}\s?:\s?[{HAN}·]{{2,6}}$")
"""清代：何梦溪, 演唱：林小满"""
_COUNT = re.compile(r"[^,。:]{1,6}:\s?[\d,.]+(?:\s|$)")
_HOME = ("首页", "主页")
_APART = re.compile(r"[\s|/·•>›»]+")


def opening_line(blocks: Sequence[Block]) -> int:
    """Index of that line; -1 if there is none above the first sentence."""
    if not blocks:
        return -1
    if _is_headline_with_control_word(blocks) or (not _is_above(blocks[0]) and not _names_site(blocks)):
        return 0
    for index in range(1, min(LOOK, len(blocks))):
        folded = blocks[index].folded
        if "。" in folded or folded[-1] in ",;、":
            break
        if len(folded) >= LEAST and not _is_above(blocks[index]):
            return index
    return -1


def _is_headline_with_control_word(blocks: Sequence[Block]) -> bool:
    """Whether only a control word speaks against the first line, and a date or byline follows: 更新的一篇, 2026-01-01."""
    if len(blocks) < 2 or _is_known_above(blocks[0]) or not is_mostly_control(blocks[0].folded):
        return False
    family = blocks[0].family
    below = blocks[1]
    return (family is None or family.role != "dropped") and (below.is_date_row or is_byline(below.folded))


def _names_site(blocks: Sequence[Block]) -> bool:
    """Whether a short first line is above a menu or breadcrumb, or above a menu of one word a line."""
    if len(blocks[0].folded) > SITE:
        return False
    below = list(takewhile(_may_be_menu, blocks[1 : 1 + WORDS_BELOW]))
    in_a_row = any(map(_leads, (block.folded for block in blocks[1 : 1 + MENU_BELOW])))
    return in_a_row or sum(is_menu_word(block.folded) for block in below) >= FEWEST_WORDS


def _may_be_menu(block: Block) -> bool:
    """Whether a line may be a word of a menu: no date or byline, which are below headlines, and no share bar."""
    shared = block.family is not None and block.family.name == "share"
    return len(block.folded) < SITE and not (shared or block.is_date_row or is_byline(block.folded))


def _is_above(block: Block) -> bool:
    """Whether a line may be above a headline: a site's name, menu, breadcrumb, date, byline or button."""
    return _is_known_above(block) or _is_control(block)


def _is_known_above(block: Block) -> bool:
    folded = block.folded
    outlet = len(folded) <= OUTLET and is_outlet(folded) and not _JOINED.search(folded)
    credit = CREDIT.match(folded) is not None
    return outlet or credit or _leads(folded) or block.is_date_row or is_byline(folded)


def _is_control(block: Block) -> bool:
    """Whether a line is a button, a count or other known furniture."""
    dropped = block.family is not None and block.family.role == "dropped"
    return (
        dropped or (len(block.folded) < CONTROL and is_mostly_control(block.folded)) or bool(_COUNT.match(block.folded))
    )


def _leads(folded: str) -> bool:
    return is_crumb(folded) or is_menu_row(folded)


def is_menu_row(folded: str) -> bool:
    """Whether a row consists of short words without punctuation, one of them at least of a menu; or of words of two characters."""
    words = [word for word in _APART.split(folded) if word]
    from_home = len(words) > 1 and words[0].endswith(_HOME)
    if not all(map(str.isalpha, words)) or max(map(len, words), default=0) > LONGEST_WORD:
        return False
    if len(words) < FEWEST or len(folded) < FEWEST * 3 - 1:
        return from_home
    known = any(is_menu_word(word) or has_control_word(word) for word in words)
    return known or len(words) > MANY or set(map(len, words)) == {2}
