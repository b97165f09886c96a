"""Whether the body is an article: a page may contain none.

Home pages, teaser lists, galleries and forms contain sentences too. They are recognized by form: the best text is a small
part of a page of links and unrelated to the window's title, or it is fragmented by links and dates. Long connected text is
never rejected. An article is marked as uncertain where the probabilities of all blocks, those taken and those left, imply
a low precision or recall.

A page without an article has no body to learn from, and the collection has few such pages, so these thresholds are set by
hand: each says what it tells apart, and a page is refused only where several agree. Refusals of pages with an article are
counted on held-out sites (none of 115 in HTML).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body.features import service_share
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block

ENOUGH = 8
"""Minimum characters of a body."""
UNSURE, DOUBTFUL = 0.6, 0.75
"""Mean probability below which only the title can confirm the body; below which it is doubtful."""
RECALL = 0.3
"""Weight of the expected recall beside a precision of 1. It is small, because other articles of the page, which are rightly left, lower it."""
SOUND = 0.83
"""Mean of expected precision and recall below which the article is marked as uncertain. Fitted to left-out predictions."""
SAID = 0.3
"""Minimum share of the window's title in a related body."""
SMALL_PART, TINY_PART = 0.15, 0.05
"""Share of the page's characters below which the body is a small, or a tiny part."""
MANY_LINKS = 100
"""Link blocks that make a home page or directory."""
ALL_LINKS = 0.9
"""Share of linked characters from which the body is a link list; digests have text for each link."""
TEASERS_LEAST, ENTRIES_LEAST = 5, 8
"""Minimum paragraphs of a teaser list, and of a list of dated entries."""
HEADED, DATED = 0.6, 0.8
"""Share of paragraphs directly below a link (teasers), or below a link or date (entries)."""
ABOVE = 2
"""Maximum blocks between a paragraph and its head."""
PARAGRAPH = 40
"""Minimum characters of a paragraph here."""
LONG_TEXT = 600
"""Characters of paragraphs in a row, without a link or a date between them, that no page has but around an article."""

SHORT, TINY = 300, 60
"""Characters of a body that must be related to the window's title unless the model is sure, or almost sure."""
ALMOST_SURE = 0.9
"""Probability from which a tiny body needs no other evidence."""
NOT_MOST, HARDLY_ANY = 0.4, 0.25
"""Share of the page from which a short, or a tiny body needs no other evidence: poems and notices are most of theirs."""
FOR_VISITORS = 0.5
"""Share of a short body in lines of the site's own services. It must be related to the window's title, or almost sure."""
SERVICE_SHARE = 0.05
"""Share of a line's characters in a site's words about itself, from which it is about its services: one word in forty characters."""
REPLIED = 4
"""Rows of replies from which a text is a post, whatever it is about: two replies, each with a name and a text."""
_SHOP = re.compile(r"(?:加入|放入|添加到)购物[车篮]|立即(?:购买|下单|抢购)|add to (?:cart|bag)|buy now")
"""Buttons of a shop: the same few words on shops of all kinds."""
BUTTONS = 20
"""Maximum characters of a row of buttons."""
COPIES, COPIED_LEAST = 3, 20
"""Copies of the body's longest line outside it, from which it is the caption of a gallery's pictures; its minimum characters."""
FEW_SENTENCES, FIGURED, FIGURED_LEAST = 0.3, 0.4, 3
"""Share of a list's characters in sentences; share of its lines that end in a figure; minimum lines of it."""
_FIGURE = re.compile(
    r"(?:\d{1,2}:\d{2}|(?:\d{4}[-/.])?\d{1,2}[-/.]\d{2}|[\d.,]+\s?[k万亿+]{0,2}\s?(?:次(?:观看|播放|阅读|浏览)?|阅读|观看|播放|评论|views?)|^(?:[¥$]|hk\$|nt\$)\s?[\d.,]+)$"
    r"|^\d{1,3}\s?/\s?\d{1,3}$",
)
"""A duration, date, count, price or page number at the end of a folded line: entries of lists; schedules begin with theirs."""

LINKS = "no article found: a page of links; its longest text is unrelated to its title"
TEASERS = "no article found: a list of teasers"
GOODS = "no article found: a page that sells goods"
GALLERY = "no article found: a gallery; its captions repeat one text"
ENTRIES = "no article found: a list of dated entries"
NOTICE = "no article found: the longest text is a notice or menu"


class Worth(NamedTuple):
    """Why the body is not an article (None if it is), and whether it is doubtful."""

    refusal: str | None
    uncertain: bool


def worth_of(
    blocks: Sequence[Block],
    labels: Sequence[Label],
    stretch: tuple[int, int],
    likely: NDArray[np.float32],
    of_title: NDArray[np.float32],
) -> Worth:
    """The worth of a body: the blocks of `stretch` with that role. `likely`, `of_title`: per block of the page."""
    body = [index for index in range(*stretch) if labels[index].role == "body"]
    if sum(len(blocks[index].text) for index in body) < ENOUGH:
        return Worth(nothing(blocks), uncertain=True)
    if _linked_share(blocks, body) >= ALL_LINKS:
        return Worth(LINKS, uncertain=True)
    refusal = _refusal(blocks, labels, body, likely, of_title)
    if refusal is not None and _longest_text(blocks, labels, body) >= LONG_TEXT:
        return Worth(None, uncertain=True)
    return Worth(refusal, uncertain=refusal is not None or _soundness(blocks, labels, body, likely) < SOUND)


def _refusal(
    blocks: Sequence[Block],
    labels: Sequence[Label],
    body: Sequence[int],
    likely: NDArray[np.float32],
    of_title: NDArray[np.float32],
) -> str | None:
    sizes = np.array([len(blocks[index].text) for index in body], np.float32)
    size = float(sizes.sum())
    sure = float((likely[body] * sizes).sum() / size)
    said = min(1.0, float(of_title[body].sum()))
    return (
        _by_share(blocks, sure, size / sum(len(block.text) for block in blocks), said)
        or (_by_size(size, sure, size / _own_size(blocks, labels), said) if float(of_title.max()) >= SAID else None)
        or _by_copies(blocks, body)
        or _by_service(blocks, labels, body, size, sure, of_title)
        or _by_figures(blocks, body, size, sure)
        or _by_form(blocks, labels, body)
    )


def _linked_share(blocks: Sequence[Block], body: Sequence[int]) -> float:
    """Share of the body's characters that are linked."""
    sizes = np.array([len(blocks[index].text) for index in body], np.float32)
    return float(sum(blocks[index].links * len(blocks[index].text) for index in body) / sizes.sum())


def _own_size(blocks: Sequence[Block], labels: Sequence[Label]) -> int:
    """Characters of the page without replies and repeated lines."""
    pairs = zip(blocks, labels, strict=True)
    return sum(len(block.text) for block, label in pairs if label.role != "comment" and label.category != "doubled")


def _soundness(
    blocks: Sequence[Block], labels: Sequence[Label], body: Sequence[int], likely: NDArray[np.float32]
) -> float:
    """Mean of the expected precision and recall, by the probabilities, 0 to 1. Comments and copies of the body do not count."""
    taken = set(body)
    known = {blocks[index].folded for index in body}
    inside = sum(float(likely[index]) * len(blocks[index].text) for index in body)
    outside = sum(
        float(likely[index]) * len(block.text)
        for index, (block, label) in enumerate(zip(blocks, labels, strict=True))
        if index not in taken and label.role != "comment" and block.folded not in known
    )
    precision = inside / sum(len(blocks[index].text) for index in body)
    recall = inside / max(inside + outside, 1.0)
    return (precision + RECALL * recall) / (1 + RECALL)


def nothing(blocks: Sequence[Block]) -> str:
    """Reason for pages without connected text."""
    if not blocks:
        return "no article found: no text on the page"
    if len(blocks) == 1:
        return "no article found: only one short line"
    return f"no article found: none of the {len(blocks):,} lines belongs to a story"


def _by_share(blocks: Sequence[Block], sure: float, part: float, said: float) -> str | None:
    """By the body's share of the page and of the window's title."""
    if said >= SAID + 0.1:
        return None
    if sure < UNSURE and part < SMALL_PART and said < SAID:
        return NOTICE
    linked = sum(block.mostly_links for block in blocks)
    return LINKS if linked >= MANY_LINKS and part < TINY_PART else None


def _by_size(size: float, sure: float, part: float, said: float) -> str | None:
    """Short text that nothing relates to the window's title: a login form, an error message, a consent request."""
    if said >= SAID:
        return None
    doubtful = size < SHORT and part < NOT_MOST and sure < UNSURE
    small = size < TINY and part < HARDLY_ANY and sure < ALMOST_SURE
    return NOTICE if doubtful or small else None


def _by_service(
    blocks: Sequence[Block],
    labels: Sequence[Label],
    body: Sequence[int],
    size: float,
    sure: float,
    of_title: NDArray[np.float32],
) -> str | None:
    """A short text for visitors of the site, unless it has replies or is sure enough: the less so, the more of a date on the page
    and the window's title support it. The title alone does not support a tiny one: login forms and pages that do not exist repeat
    theirs.
    """
    if size >= SHORT:
        return None
    if sure < DOUBTFUL and any(_SHOP.match(block.folded) for block in blocks if len(block.folded) <= BUTTONS):
        return GOODS
    titled, dated = float(of_title[body].sum()) >= SAID, any(block.is_date_row for block in blocks)
    least = UNSURE if titled and dated else DOUBTFUL if dated or (titled and size >= TINY) else ALMOST_SURE
    if sure >= least or sum(label.role == "comment" for label in labels) >= REPLIED:
        return None
    served = [index for index in body if service_share(blocks[index].folded) >= SERVICE_SHARE]
    others = [index for index in body if index not in served]
    if float(of_title[others].sum()) >= SAID:
        return None  # a story with the site's footer
    return NOTICE if sum(len(blocks[index].text) for index in served) >= FOR_VISITORS * size else None


def _by_figures(blocks: Sequence[Block], body: Sequence[int], size: float, sure: float) -> str | None:
    """Lines with few sentences, many of which end in a figure: headlines with dates, films with durations, goods with prices."""
    sentences = sum(len(blocks[index].text) for index in body if "。" in blocks[index].folded)
    if sure >= UNSURE or sentences >= FEW_SENTENCES * size:
        return None
    figured = sum(_FIGURE.search(blocks[index].folded) is not None for index in body)
    return ENTRIES if len(body) >= FIGURED_LEAST and figured >= FIGURED * len(body) else None


def _by_copies(blocks: Sequence[Block], body: Sequence[int]) -> str | None:
    """A text that is below each picture of a gallery."""
    longest = max((blocks[index].text for index in body), key=len)
    if len(longest) < COPIED_LEAST:
        return None
    copies = sum(block.text == longest for block in blocks) - sum(blocks[index].text == longest for index in body)
    return GALLERY if copies >= COPIES else None


def _by_form(blocks: Sequence[Block], labels: Sequence[Label], body: Sequence[int]) -> str | None:
    """By the lines directly above the body's paragraphs."""
    paragraphs = [index for index in body if len(blocks[index].text) >= PARAGRAPH]
    above = [range(max(index - ABOVE, 0), index) for index in paragraphs]
    links = {place for places in above for place in places if blocks[place].mostly_links}
    dates = {place for places in above for place in places if labels[place].category == "date"}
    if len(paragraphs) >= TEASERS_LEAST and _headed(above, links) >= HEADED * len(paragraphs):
        return TEASERS
    entries = _headed(above, links | dates)
    return ENTRIES if len(paragraphs) >= ENTRIES_LEAST and entries >= DATED * len(paragraphs) else None


def _headed(above: Sequence[range], heads: set[int]) -> int:
    """Paragraphs with their own head directly above."""
    left = set(heads)
    count = 0
    for places in above:
        mine = left.intersection(places)
        count += bool(mine)
        left -= mine
    return count


def _longest_text(blocks: Sequence[Block], labels: Sequence[Label], body: Sequence[int]) -> int:
    """Characters of the paragraphs that follow each other without a link or a date between them."""
    longest = current = last = 0
    for index in body:
        if len(blocks[index].text) < PARAGRAPH:
            continue
        parted = any(blocks[row].mostly_links or labels[row].category == "date" for row in range(last, index))
        current = len(blocks[index].text) + (0 if parted else current)
        longest, last = max(longest, current), index
    return longest
