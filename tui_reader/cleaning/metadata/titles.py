"""Finds the title: a block, or a part of the window's title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from tui_reader.cleaning.markup.blocks import Block, Page, date_rows
from tui_reader.cleaning.metadata.button_rows import button_rows
from tui_reader.cleaning.metadata.bylines import is_byline
from tui_reader.cleaning.metadata.candidates import key_of
from tui_reader.cleaning.metadata.opening_line import CREDIT, is_menu_row, opening_line
from tui_reader.cleaning.metadata.site_names import HEADINGS, LOOK_BACK, SHORT_ROW, behind_site, site_names
from tui_reader.cleaning.metadata.title_text import KIND_OF_POST, LABELLED_TITLE, plain, without_tools
from tui_reader.cleaning.metadata.windows import LONGEST_WINDOW, headline_of
from tui_reader.cleaning.patterns.crumbs import is_crumb, leads_from_home
from tui_reader.cleaning.patterns.markers import is_counts
from tui_reader.text.fold import fold
from tui_reader.text.names import is_mostly_control
from tui_reader.text.outlets import is_outlet

LONGEST, SHORTEST = 120, 2
"""Maximum and minimum characters of a title."""
NEAR_DATE = 3
"""Maximum lines between title and date row."""
LEAST_UNNAMED = 6
"""Minimum characters of a headline without other evidence."""
NEAR_BODY = 4
"""Maximum lines above the body within which a short line may be the title without other evidence."""
WHOLE, MATCH, INSIDE = 6.0, 5.0, 3.0
"""Evidence: equal to the window's headline; prefix of the window's title; contained in it."""
LABELLED, FIRST, DATED, NEAR = 11.0, 1.5, 2.5, 1.0
"""Evidence: labelled 标题:; first line of a dump; followed by a date; directly above the body."""
SHARED = 2.0
"""Evidence: right above a share bar that stands above the date."""
LONG, LONG_TITLE = 0.5, 12
"""Lengths that exclude sections, accounts and places."""
NAMED = 1.5
"""Evidence: an element named title."""
SITE, BYLINE, CONTROL, LINKED, DATE = -5.0, -5.0, -2.0, -2.0, -3.0
"""Counter-evidence: site name; byline; control word; link; date row."""
ENOUGH = 2.0

_SPACE = re.compile(r"\s+")
_COUNTS = re.compile(r"(?:(?:点击|回复|阅读|查看|浏览|人气|回帖|访问|字体|字号|评论)[数量]?\s?[:(]\s?\d*)")
"""View counts are never the title."""
_TITLE_NAME = re.compile(r"(?:^|[\s_-])(?:\w*titles?|headlines?|tit|biaoti|bt|subject|thread_subject)(?:$|[\s_\d-])")
_PASSED = re.compile(r"\([^()]{0,12}\d.{4,150}\)$")
"""A row in brackets that begins with a date: when a law was passed, a speech was held."""
_NEVER = re.compile(r"https?://|javascript|cookie|浏览器|当前位置|icp备|copyright")
"""Notices, URLs, breadcrumbs."""
_FURNITURE = re.compile(r"您的|请(?:登|使用|更新|点)|版权|热线|电话|投稿")
"""Furniture words that may also occur in headlines."""


class Title(NamedTuple):
    """The title as shown, and its block (-1: only in the window's title)."""

    text: str | None
    block: int


@dataclass(frozen=True, slots=True)
class _TitleContext:
    """What blocks are scored with.

    `window`, `headline`: the window's title and the headline in it, folded, without spaces. `sites`: keys of site names.
    `near_date`: blocks right above a date row. `buttons`: rows of a dump's share bar. `start`: of the body. `first`: the block that replaces the window's title, -1 for
    none. `from_head`: the window's title is from the head. `trusted`: the head declares a headline separately, so other lines are
    not the title.
    """

    page: Page
    window: str
    headline: str
    sites: frozenset[str]
    near_date: frozenset[int]
    buttons: frozenset[int]
    start: int
    first: int
    from_head: bool
    trusted: bool


def find_title(page: Page, start: int) -> Title:
    """The title above a body that begins at `start`."""
    if not page.blocks:
        return Title(None, -1)
    opening = opening_line(page.blocks) if page.tree is None else 0
    window, from_head = _window(page, opening)
    headline, sites = _headline(page, window or "", start, from_head=from_head)
    first = max(0, start - LOOK_BACK)
    buttons = button_rows(page.blocks) if page.tree is None else frozenset()
    about = _TitleContext(
        page=page,
        window=_squash(fold(window or "")),
        headline=_squash(fold(headline)),
        sites=sites,
        near_date=_near_date(page.blocks, first, start, buttons),
        buttons=buttons,
        start=start,
        first=-1 if from_head or not window else opening,
        from_head=from_head,
        trusted=bool(headline) and window == page.declared.title,
    )
    best = _best(about, [0, *range(max(1, first), min(start + 1, len(page.blocks)))])
    return _window_title(page, window, headline) if best < 0 else _shown(about, best, headline)


def _headline(page: Page, window: str, start: int, *, from_head: bool) -> tuple[str, frozenset[str]]:
    """(headline in the window's title, keys of site names); "" if the window only names the site."""
    sites = site_names(page, window or None)
    if headline := behind_site(page, window, start):
        site = window.removesuffix(headline).rstrip(" -–—_|｜·:：»")
        return headline, sites - {key_of(headline)} | {key_of(site)}
    headline = headline_of(window, sites, from_head=from_head)
    only_site = key_of(headline) in sites or (is_outlet(fold(headline)) and len(headline) < SHORT_ROW)
    return "" if only_site else headline, sites


def _best(about: _TitleContext, candidates: Sequence[int]) -> int:
    """The block with the highest score, the last of several; -1 if none has enough evidence."""
    best, where = ENOUGH, -1
    for index in candidates:
        score = _score(about, index)
        if score >= best:
            best, where = score, index
    return where


def _window_title(page: Page, window: str | None, headline: str) -> Title:
    """The title of a page without a block for it: the window's headline."""
    text = plain(headline) or (plain(window) if window and not is_outlet(fold(window)) else None)
    return Title(text, 0 if window is not None and window == page.blocks[0].text else -1)


def _shown(about: _TitleContext, where: int, headline: str) -> Title:
    """The title of a block without labels; joined if set in two lines."""
    block = about.page.blocks[where]
    if where and about.headline and about.headline == _squash(about.page.blocks[where - 1].folded + block.folded):
        return Title(plain(headline), where - 1)
    text = block.text
    if where == about.first and _squash(block.folded) == about.window:
        text = headline or text
    text = plain(text)
    kind = KIND_OF_POST.match(fold(text))
    if kind and about.window.startswith(_squash(fold(text[kind.end() :]))):
        text = text[kind.end() :]
    return Title(text, where)


def _window(page: Page, opening: int) -> tuple[str | None, bool]:
    """(page name, whether from the head); otherwise the block `opening`, a dump's first line."""
    said = page.declared.title, page.window_title
    for title in said:
        if title and not is_outlet(fold(title).strip("-_| ")):
            return title, True
    if page.window_title or page.declared.title:
        return page.window_title or page.declared.title, True
    if opening < 0:
        return None, False
    first = page.blocks[opening]
    fits = len(first.text) <= LONGEST_WINDOW and not _NEVER.search(first.folded) and "。" not in first.folded
    return (first.text, False) if fits and not is_byline(first.folded) else (None, False)


def _near_date(blocks: Sequence[Block], first: int, start: int, buttons: frozenset[int]) -> frozenset[int]:
    """Possible title blocks above a date row; rows of `buttons` between do not count."""
    below = [i for i in (*range(1, 1 + NEAR_DATE), *range(first, start + 1 + NEAR_DATE)) if i < len(blocks)]
    dated = [below[row] for row in date_rows([blocks[i] for i in below])]
    dated += [i for i in below if _PASSED.match(blocks[i].folded) and blocks[i].dates]
    return frozenset(
        index for date in dated for index in islice((i for i in range(date - 1, -1, -1) if i not in buttons), NEAR_DATE)
    )


def _score(about: _TitleContext, index: int) -> float:
    """Score of a block as title; 0 if impossible."""
    block = about.page.blocks[index]
    folded = block.folded
    if (
        index in about.buttons
        or not SHORTEST <= len(folded) <= LONGEST
        or _COUNTS.match(folded)
        or (not about.from_head and is_counts(folded))
        or _NEVER.search(folded)
    ):
        return 0.0
    if LABELLED_TITLE.match(folded):
        return LABELLED + index / (about.start + 1)
    if leads_from_home(folded) or (not about.from_head and (is_crumb(folded) or is_menu_row(folded))):
        return 0.0
    likeness = FIRST if index == about.first else _likeness(_squash(folded), about)
    if not likeness and (kind := KIND_OF_POST.match(folded)):
        likeness = _likeness(_squash(folded[kind.end() :]), about)
    if not likeness and ((about.trusted and block.tag != "h1") or not _may_be(about, index)):
        return 0.0
    return likeness + sum(_signs(about, index))


def _may_be(about: _TitleContext, index: int) -> bool:
    """Whether a line may be a title that the window does not contain: no sentence, and marked as heading."""
    block = about.page.blocks[index]
    begins = block.tag == "h1" and about.window.startswith(_squash(block.folded))
    short = len(block.folded) <= 2 * SHORTEST and not begins and not _heads_dump(about, index)
    if "。" in block.folded or short or block.folded.endswith((",", ";", ":", "、")):
        return False
    if index in about.near_date or block.tag in HEADINGS or _is_named(about.page, block):
        return True
    return _stands_for_headline(about, index) or (not about.from_head and _is_kind_of_post(block.folded))


def _is_kind_of_post(folded: str) -> bool:
    """Whether a line begins with the kind of a post, or ends with its buttons: [求助] 老房子漏水; 老房子漏水 只看楼主 收藏."""
    if len(bare := without_tools(folded)) < len(folded):
        return len(bare) >= LEAST_UNNAMED
    kind = KIND_OF_POST.match(folded)
    return kind is not None and len(folded) - kind.end() >= LEAST_UNNAMED


def _heads_dump(about: _TitleContext, index: int) -> bool:
    """Whether a short row is directly above the body or its author in a dump without another headline: 讣告, 渡口记."""
    blocks = about.page.blocks
    if about.from_head or about.window or not blocks[index].folded.isalpha() or _is_control(blocks[index].folded):
        return False
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    credited = below is not None and (
        below.is_date_row or is_byline(below.folded) or CREDIT.match(below.folded) is not None
    )
    return index + 1 == about.start or credited


def _stands_for_headline(about: _TitleContext, index: int) -> bool:
    """Whether a line directly above the body may be the headline of a page that does not declare one.

    That is the case if the window's title contains only the site.
    """
    folded, above = about.page.blocks[index].folded, about.start - index
    if _heads_dump(about, index):
        return True
    if CREDIT.match(folded) or len(folded) < LEAST_UNNAMED or _is_control(folded) or folded.isascii():
        return False
    return 0 < above <= NEAR_BODY and not about.headline


def _is_control(folded: str) -> bool:
    """Whether a short line contains a control word; in longer ones 微信 or 系统 are the topic."""
    return len(folded) < LONG_TITLE and is_mostly_control(folded)


def _signs(about: _TitleContext, index: int) -> Iterator[float]:
    """Sum of the other evidence for and against a line."""
    block = about.page.blocks[index]
    yield DATED if index in about.near_date else 0.0
    yield SHARED if index in about.near_date and index + 1 in about.buttons else 0.0
    yield HEADINGS.get(block.tag, 0.0)
    yield NAMED if _is_named(about.page, block) else 0.0
    yield NEAR * index / (about.start + 1)
    yield LONG if len(block.folded) >= LONG_TITLE else 0.0
    yield NAMED if _stands_for_headline(about, index) else 0.0
    yield LONG if _heads_dump(about, index) else 0.0
    yield NAMED if not about.from_head and _is_kind_of_post(block.folded) else 0.0
    yield DATE if block.is_date_row else 0.0
    if about.from_head and _squash(block.folded) == about.headline:
        return
    yield BYLINE if is_byline(block.folded) else 0.0
    if _squash(block.folded) == about.headline:
        return
    yield SITE if is_outlet(block.folded) or key_of(block.text) in about.sites else 0.0
    yield CONTROL if _is_control(without_tools(block.folded)) or _FURNITURE.search(block.folded) else 0.0
    yield LINKED if block.mostly_links else 0.0
    yield CONTROL if ">" in block.folded or "»" in block.folded else 0.0


def _is_named(page: Page, block: Block) -> bool:
    """Whether the block's element is named title."""
    return page.tree is not None and bool(_TITLE_NAME.search(page.tree.names[block.node].lower()))


def _likeness(squashed: str, about: _TitleContext) -> float:
    """Similarity of the window's title and this line."""
    window = about.window
    if not window or len(squashed) < SHORTEST:
        return 0.0
    if squashed == about.headline:
        return WHOLE
    if len(squashed) <= 2 * SHORTEST:
        return 0.0
    if window.startswith(squashed) and (len(squashed) * 1.5 > len(window) or window[len(squashed)] in "_|-–—~·(:<["):
        return MATCH
    return INSIDE if len(squashed) > 4 * SHORTEST and squashed in window and len(squashed) * 2 > len(window) else 0.0


def _squash(folded: str) -> str:
    return _SPACE.sub("", folded)
