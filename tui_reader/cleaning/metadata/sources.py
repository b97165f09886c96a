"""Source candidates with their evidence."""

import re
from collections.abc import Iterator, Sequence

from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.markup.scripted import account_in
from tui_reader.cleaning.metadata import beside
from tui_reader.cleaning.metadata.authors import original
from tui_reader.cleaning.metadata.candidates import Candidate, key_of
from tui_reader.cleaning.metadata.credits import read_credits, signature
from tui_reader.cleaning.metadata.paths import address
from tui_reader.cleaning.metadata.rows import ABOVE, Rows
from tui_reader.cleaning.metadata.source_weights import claim
from tui_reader.cleaning.metadata.windows import pieces_of
from tui_reader.cleaning.patterns.cues import cue, is_menu_word
from tui_reader.cleaning.patterns.forum_patterns import REGION
from tui_reader.cleaning.patterns.relative import has_relative
from tui_reader.text import names
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN
from tui_reader.text.known_outlets import is_known, site_at
from tui_reader.text.outlets import is_known_in_both, is_outlet, is_platform, is_source

_ISSUER = re.compile(rf"(?:发文机关|发文单位|发布机构|制定机关|公布机关)\s?:\s?(?P<it>[{HAN}]{{3,24}})$")
_BOARD = re.compile(r"发信站\s?:\s?(?P<it>[^\s(]+)")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[\s©(c)]*(?:\d{4}(?:\s?[-–—]\s?(?:\d{4}|至今|now))?年?)?[\s,.]*(?:by\s)?(?P<it>[^\s,.。©|\d][^,.。©|\d]{1,20}?)(?:\s?\.?\s?(?:all rights|版权所有|inc|co\.|ltd|版权)|$|[.,|])"
    r"|版权所有[:\s©]{1,3}(?P<other>[^\s,.。©|\d]{2,16})(?=$|[\s,.。|])|^(?P<third>[^\s,.。©|\d:]{2,16})\s?版权所有"
)
_SLOGAN = re.compile(r".的(?!(?:个人|技术)?(?:博客|部落格|blog|小站|网志|日志|空间)$).|^一个")
_COMPANY = re.compile(r"公司|集团|limited|ltd|\binc\b|corporation|\bcorp\b|^[a-z\s().,&-]+$")
"""A company that owns the rights; rarely the site's name."""
_HOME = re.compile(r"(?:^|[\s|>])(?P<it>[^\s|>:返回设网站本到位置在]{2,8})首页(?=$|[\s|>])")
_LEAST_WORD = 4
"""Minimum characters of an account name next to the date; shorter words are places and sections."""
_LEAST_ALONE = 3
"""Minimum characters of an account name alone between title and date; most shorter words are sections."""
_FIRST_ROW = 40
_ACCOUNT = re.compile(r"公众号|公号|微信号|头条号|百家号|企鹅号|搜狐号|网易号|专栏$|工作室$")
LAST_ROWS = 30
"""Rows at the end of the page searched for the rights owner."""
FIRST_ROWS = 20
"""Rows at the beginning of the page searched for the site."""
SHORT_SITE = 14
"""Maximum characters of a site's name."""
SHORT_HEAD, _LEAST_HEAD, _MENU = 10, 2, 5
"""Maximum characters of a site's name at the head of a dump; minimum rows from it to the headline; maximum characters of a
menu's words."""
_SEARCH = ("搜寻", "搜索", "skip", "跳")
_FACTOR_SECTION = 0.9
"""Factor of a window title part that may be a section (生活新聞)."""
_FACTOR_ABOVE = 0.6
"""Factor of a window title part followed by another."""


def source_candidates(rows: Rows, page: Page) -> Iterator[Candidate]:
    """Outlets, accounts and offices that may have published the article first."""
    for candidate in _all(rows, page):
        key = fold(candidate.value)
        if is_source(key) and not (candidate.evidence != "label" and names.is_control(key) and not is_outlet(key)):
            yield candidate


def _all(rows: Rows, page: Page) -> Iterator[Candidate]:
    yield from _credited(rows, page)
    yield from _noted(rows, page)
    yield from _beside(rows)
    yield from _accounts(rows, page)
    yield from _declared(rows, page)
    yield from _window(rows, page)
    yield from _below(rows, page)
    yield from _head(rows, page)


def without_region(value: str) -> str:
    """An account's name without the region that platforms print behind it (江城百姓故事 湖北)."""
    folded = fold(value)
    found = REGION.search(folded)
    if found is None or found.start() < _LEAST_WORD or is_outlet(folded[: found.start()]):
        return value
    return value[: found.start()]


def _credited(rows: Rows, page: Page) -> Iterator[Candidate]:
    """來源：, 聯合報記者, datelines, 发文机关：."""
    for index, factor in rows.with_names():
        for credit in rows.credits(index):
            if credit.outlet and _is_poster(rows, page, index, credit.outlet):
                continue
            if credit.role == "source" and credit.outlet:
                yield claim(without_region(credit.outlet), "label", index, factor)
            elif credit.role == "dateline" and credit.outlet:
                yield claim(credit.outlet, "dateline", index)
            elif credit.outlet:
                evidence = "desk" if credit.role == "desk" else "reporter's"
                yield claim(credit.outlet, evidence, index, factor)
        if index in rows.zone and (match := _ISSUER.match(rows.with_value(index))):
            yield claim(rows.value(index)[match.start("it") : match.end("it")], "issuer", index)


def _is_poster(rows: Rows, page: Page, index: int, outlet: str) -> bool:
    """Whether 来自 in the row is before a link to a user's page, so that it names the poster."""
    of_user = any(note.role == "member" and note.block == index and outlet.startswith(note.text) for note in page.notes)
    return of_user and "来自" in rows.folded(index) and not is_outlet(fold(outlet))


def _noted(rows: Rows, page: Page) -> Iterator[Candidate]:
    """Elements near the title named as source."""
    title = rows.place.title if rows.place.title >= 0 else rows.place.start - 3
    for note in page.notes:
        if note.role != "source" or not title - 1 <= note.block <= rows.place.start:
            continue
        said = [credit.outlet for credit in read_credits(note.text, fold(note.text)) if credit.role == "source"]
        value = said[0] if said else note.text
        if value and is_source(fold(value)):
            yield claim(value, "element", note.block)


def _beside(rows: Rows) -> Iterator[Candidate]:
    """Outlets next to the date; an unclassified word may be an account."""
    for found in beside.beside_dates(rows):
        if found.outlet:
            like_section = beside.is_section(fold(found.outlet)) and not re.search("[网網报報社台]", found.outlet)
            factor = (0.75 if like_section else 1.0) * (ABOVE if found.block < rows.place.title else 1.0)
            yield claim(found.outlet, "beside", found.block, factor if found.same_row else 0.95 * factor)
        elif (
            found.word and len(found.word) >= _LEAST_WORD and not beside.is_section(fold(found.word)) and found.same_row
        ):
            yield claim(found.word, "word", found.block)
    alone = beside.standing_alone(rows)
    if alone and len(alone[0]) >= _LEAST_ALONE and not names.is_latin(fold(alone[0])):
        key = fold(alone[0])
        yield claim(
            alone[0], "alone", alone[1], 0.3 if names.is_person(key) else 0.9 if beside.is_section(key) else 1.0
        )


def _accounts(rows: Rows, page: Page) -> Iterator[Candidate]:
    """Accounts named by scripts, 原創 rows and titles."""
    if account := account_in(page.scripts):
        yield claim(account, "account")
    site = page.declared.site
    if (site and is_platform(fold(site))) or beside.is_on_platform(rows.blocks, rows.place.end):
        yield from _account_on_platform(rows)
    if found := original(rows):
        yield claim(found[1], "original", found[2])
    if rows.place.title >= 0:
        yield from _columns(rows, rows.blocks[rows.place.title])


def _columns(rows: Rows, title: Block) -> Iterator[Candidate]:
    """Accounts before a colon in the title, or as its signature."""
    if signed := signature(title.text, title.folded):
        yield claim(signed[0], "column", rows.place.title)
    name, colon, _ = title.folded.partition(":")
    below = range(rows.place.end, min(rows.place.end + beside.PANEL_WITHIN, len(rows.blocks)))
    said = (rows.folded(i) for i in below)
    if colon and 2 <= len(name) <= SHORT_SITE and any(name in row and _ACCOUNT.search(row) for row in said):
        yield claim(title.text[: len(name)].strip(), "column", rows.place.title)


def _account_on_platform(rows: Rows) -> Iterator[Candidate]:
    """The account below the title: a word repeated in its own row below the story, or the last one before the date."""
    below = {rows.folded(i) for i in range(rows.place.end, min(rows.place.end + beside.PANEL_WITHIN, len(rows.blocks)))}
    for index in range(rows.place.title + 1, rows.place.start) if rows.place.title >= 0 else ():
        text, folded = rows.blocks[index].text, rows.folded(index)
        words = [word for word in text.split() if beside.is_account(fold(word))]
        again = [word for word in words if fold(word) in below]
        dated = [word for word in words if has_relative(folded) and not has_relative(fold(word))]
        if again or dated:
            yield claim((again or dated)[-1], "account", index)
            return


def _declared(rows: Rows, page: Page) -> Iterator[Candidate]:
    """Source, site, or outlet as author, declared by the head."""
    if page.declared.source:
        yield claim(page.declared.source, "declared source")
    site = page.declared.site
    if site and not is_platform(fold(site)):
        others = _outlets(pieces_of(rows.window))
        yield claim(site, "site", factor=_FACTOR_ABOVE if site in others[:-1] else 1.0)
    if found := site_at(page.declared.url or address(rows) or ""):
        yield claim(found.name, "site: crowded" if found.is_crowded else "site: address")
    author = page.declared.author
    if author and is_outlet(fold(author)):
        yield claim(author, "site", factor=0.8)


def _outlets(pieces: Sequence[str]) -> list[str]:
    """Parts of a window's title with an outlet's form; the first may be a headline about one."""
    found = [piece for piece in pieces if is_outlet(fold(piece)) and len(piece) <= SHORT_SITE + SHORT_SITE]
    found = [piece for piece in found if not _SLOGAN.search(fold(piece))]
    return [piece for piece in found if len(pieces) > 1 and (piece != pieces[0] or len(piece) < SHORT_SITE)]


def _window(rows: Rows, page: Page) -> Iterator[Candidate]:
    """Parts after the headline in the window's title: the site, and its sections."""
    pieces = pieces_of(rows.window)
    outlets = _outlets(pieces)
    is_short = len(pieces) == 1 and len(rows.window) <= SHORT_SITE + SHORT_SITE
    if is_short and rows.place.title != 0 and is_outlet(fold(rows.window)):
        yield claim(rows.window, "site: window")  # it only names the site
    for piece in outlets:
        unsure = beside.is_section(fold(piece)) and not is_known(fold(piece))
        factor = _FACTOR_SECTION if unsure else 1.0
        yield claim(piece, "site: window", factor=factor if piece == outlets[-1] else _FACTOR_ABOVE)
    if len(pieces) > 1 and not outlets and _may_be_site(pieces[-1], rows) and _is_window(rows, page):
        yield claim(pieces[-1], "site: last")


def _may_be_site(last: str, rows: Rows) -> bool:
    """Whether the last part of the window's title may be a site's name: separated, short, and no person, section or slogan."""
    key = fold(last)
    if len(last) > SHORT_SITE + SHORT_SITE or names.is_person(key) or beside.is_section(key):
        return False
    if not re.search(rf"[\s_|｜:-][-–—|｜_:]?\s?{re.escape(last)}$", rows.window.strip()):
        return False
    return not _SLOGAN.search(key) or any(key_of(last) == key_of(text) for text, _ in _apart_rows(rows))


def _is_window(rows: Rows, page: Page) -> bool:
    """Whether `rows.window` is a window's title: from the head, or a dump's first line that repeats the headline."""
    title = key_of(rows.blocks[rows.place.title].text) if rows.place.title > 0 else ""
    return page.window_title is not None or bool(title and key_of(rows.window).startswith(title))


def _below(rows: Rows, page: Page) -> Iterator[Candidate]:
    """The board a post was sent from, and the owner of the page's rights."""
    for index in rows.tail:
        if match := _BOARD.search(rows.folded(index)):
            yield claim(rows.blocks[index].text[match.start("it") : match.end("it")], "board", index)
    for text, folded in _last_rows(rows, page):
        match = _RIGHTS.search(folded) if len(folded) <= len(text) < 200 else None
        group = next((name for name in ("it", "other", "third") if match and match[name]), None)
        if match and group and not _COMPANY.search(match[group]):
            yield claim(text[match.start(group) : match.end(group)], "site: rights")
    named = {key: text for text, key in _apart_rows(rows) if is_known(key) or is_known_in_both(key)}
    if len(named) == 1:  # several are links to others
        yield claim(named.popitem()[1], "site: row")
    homes = set(_homes(rows))
    if len(homes) == 1:  # several are those of sections
        yield claim(homes.pop(), "site: home")


def _head(rows: Rows, page: Page) -> Iterator[Candidate]:
    """The first row of a dump that is no control, where the site's menu or motto stands between it and the headline."""
    above = range(max(rows.place.title, 0)) if page.tree is None else range(0)
    index = next((i for i in above if not _is_control(rows.folded(i))), -1)
    key = rows.folded(index) if index >= 0 else ""
    if len(above) - index < _LEAST_HEAD or not (1 < len(key) <= SHORT_HEAD and beside.is_account(key)):
        return
    if not re.search(rf"[{HAN}]", key) or names.is_person(key) or beside.is_section(key) or is_menu_word(key):
        return
    below = (block.folded for block in rows.blocks[rows.place.end :])
    again = any(key in row and row != key for row in below)
    if again or (len(key) >= _LEAST_ALONE and _is_menu(rows, range(index + 1, rows.place.title))):
        yield claim(rows.blocks[index].text, "site: head" if again else "site: top", index)


def _is_control(folded: str) -> bool:
    return is_menu_word(folded) or names.is_control(folded) or cue(folded) is not None or folded.startswith(_SEARCH)


def _is_menu(rows: Rows, between: range) -> bool:
    """Whether most rows between the site's name and the headline are menu words, or the first is a motto."""
    menu = sum(is_menu_word(rows.folded(i)) or len(rows.folded(i)) <= _MENU for i in between)
    return menu > len(between) / 2 or (len(between) == 1 and len(rows.folded(between[0])) > _MENU)


def _last_rows(rows: Rows, page: Page) -> Iterator[tuple[str, str]]:
    """Last rows of the page and of the lines set apart, with their folded forms."""
    yield from ((block.text, block.folded) for block in rows.blocks[-LAST_ROWS:])
    yield from ((line.text, fold(line.text)) for line in page.apart[-LAST_ROWS:])


def _apart_rows(rows: Rows) -> Iterator[tuple[str, str]]:
    """Short rows outside the story, with their folded forms."""
    before = rows.blocks[: rows.place.title if rows.place.title >= 0 else rows.place.start][:FIRST_ROWS]
    after = rows.blocks[rows.place.end :][-LAST_ROWS:]
    yield from ((block.text, block.folded) for block in (*before, *after) if len(block.text) <= SHORT_SITE)


def _homes(rows: Rows) -> Iterator[str]:
    """X of X首頁 in the rows above the story, as printed."""
    for block in rows.blocks[: rows.place.start]:
        match = _HOME.search(block.folded) if len(block.folded) <= _FIRST_ROW else None
        if match:
            yield block.text[match.start("it") : match.end("it")]
