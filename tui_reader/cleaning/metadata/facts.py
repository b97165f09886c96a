"""Author, source, category and address: out of the rows about the title and the end of the body.

Rows with a label (作者: 来源:) come first; then bare names and papers beside the date, then the first and last lines of the
story, then the name of the site behind the window's title. What a page declares in its head is weighed against them.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from tui_reader.cleaning.markup.blocks import Declared, Page
from tui_reader.cleaning.markup.scripted import account_in, published_in
from tui_reader.cleaning.metadata import people
from tui_reader.cleaning.metadata.beside import (
    account,
    beside_date,
    issuer,
    member,
    own_account,
    pen_name,
    signed_title,
    standing_alone,
)
from tui_reader.cleaning.metadata.openers import opener, original
from tui_reader.cleaning.metadata.rows import Place, Rows
from tui_reader.cleaning.metadata.stamps import find_stamps
from tui_reader.cleaning.metadata.titles import suffixes
from tui_reader.cleaning.patterns import names
from tui_reader.cleaning.patterns.forum_patterns import Mark
from tui_reader.script.fold import fold

_STOP = r"(?=$|[\s|()\[\]【】{}<>·•;。!?]|(?:责任)?编辑|作者|记者|时间|发布|字号|阅读|点击|浏览|评论|举报|查看)"
_SOURCE = re.compile(
    r"(?:稿件来源|文章来源|信息来源|本文来源|新闻来源|来源|出处|稿源|文章转自|转自|发文机关|发布机构|发布单位|发文单位|公布单位)\s?[:/|]?\s?(?P<it>[^\s|()\[\]【】<>;。:]{2,24}?)"
    + _STOP
)
_NO_SOURCE = re.compile(r"(?:图片|资料|数据|图文|照片|视频)来源|来源\s?[:/]?\s?(?:于|网络|互联网|综合)")
_NAMES = r"(?P<it>[^\s|()\[\]【】<>;。,:]{2,20}(?:[、,&][^\s|()\[\]【】<>;。,:]{2,12})*)"
_AUTHOR = re.compile(
    r"(?:本文作者|作者|撰文|采写|撰稿人?|文字|文/图|图文|执笔|编译|发帖人|楼主|(?:^|\s)by|(?:^|[\s|])文)\s?[:/|&]\s?(?:文字\s?:\s?)?"
    + _NAMES
)
_UNLABELLED = re.compile(r"作者\s?(?P<it>[a-z][\w-]{2,15}(?=\s?\()|[\u4e00-\u9fff]{2,3}(?=$|[\s|]))")
_ROLES = re.compile(r"(?:文字|撰文|采访|制作人)[&、/]?(?:文字)?\s?:\s?" + _NAMES)
_REPORTER = re.compile(
    r"(?P<paper>[^\s,。()\[\]【】:“”/]{0,12}?)(?:特派|特约|实习|见习)?记者\s?(?P<it>[^\s|/()\[\]【】,。:]{2,4}(?:[、,&\s][^\s|/()\[\]【】,。:]{2,4})*)"
)
_LEAD = re.compile(r"[【(\[](?P<paper>[^】)\]/|]{2,10})[/|](?P<it>[^】)\]]{2,16})[】)\]]")
_PAPER_LEAD = re.compile(
    r"[【(\[]?(?P<paper>[^\s,。“”()（]{2,8}?(?:网|社|报))[】)\]]?(?:[^\s,。“”()]{0,4}\d{1,2}月\d{1,2}日[讯电]|讯)"
)
_TAIL = re.compile(r"\((?P<it>[^\s()]{2,4}(?:、[^\s()]{2,4})*)\s[^()]{0,6}报[道导]\)$")
_SOURCE_SIGN = re.compile("[源处转关构位]")
_AUTHOR_SIGN = re.compile("[作撰采文图执编楼制发b]")
"""No label of a source's, and none of an author's below or above, is without one of these; most rows have neither."""
_POSTED = re.compile(r"(?P<it>[a-z\u4e00-\u9fff][\w.-]{1,20})\s?(?:发表于|发布于|发表在)")
_EDITOR = re.compile(r"编辑\s?[:/]\s?(?P<paper>[^\s\-—–]{2,10})[-—–](?P<it>[^\s()\[\]]{2,8})$")
_NOTE = re.compile(
    r"本文作者[为是](?:[^\s()]{0,20}(?:\((?:[^:()]*:)?(?P<paper>[^()]+)\))?[^\s()]{0,20})\s(?P<it>[^\s()]{2,8})$"
)
_PHOTO = re.compile(r"(?:^|[\s。])(?P<it>[\u4e00-\u9fff]{2,3})摄$")
_FORUM = re.compile(r"发信站\s?:\s?(?P<it>[^\s(]+)")
_ANSWER = re.compile(r"(?P<it>.{1,20})的回答$")
_DOMAIN = re.compile(r"\.(?:com|cn|net|org)")
_PERSON = re.compile(r"[\u4e00-\u9fff·・]{2,8}(?:[、,，\s][\u4e00-\u9fff·・]{2,8})*$|[A-Za-z][A-Za-z.' -]{1,40}$")
_PLATFORM = re.compile(r"平台$|公众号|百家号|头条号|搜狐号|企鹅号|大鱼号")
"""Where anybody has an account: the account is the source."""
_UNNAMED = ("未知", "佚名", "匿名", "本人", "最新", "保留")

Pair = tuple[str | None, str | None]
"""Author and source, as far as a way finds them."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the article beside its text; `rows` are the blocks that only told when."""

    author: str | None = None
    source: str | None = None
    published: str | None = None
    updated: str | None = None
    category: str | None = None
    url: str | None = None
    rows: frozenset[int] = frozenset()


def find_facts(page: Page, place: Place, as_of: datetime | None, opening: Mark | None = None) -> Facts:
    """Everything about the article that stands outside its text. `opening`: who wrote a thread's first post, and when."""
    rows = Rows.about(page, place, opening)
    stamps = find_stamps(rows, as_of)
    author, source = _people(rows)
    declared = page.declared
    source = _weighed_source(source, author, page, rows)
    author = _weighed_author(author or pen_name(rows) or member(rows), declared, source)
    return Facts(
        author=author or issuer(rows) or own_account(rows),
        source=source,
        published=declared.published or stamps.published or published_in(page.scripts),
        updated=declared.updated or stamps.updated,
        category=declared.category or rows.category(),
        url=declared.url or rows.address(),
        rows=stamps.rows,
    )


def _people(rows: Rows) -> Pair:
    """Author and source, each by the first of the ways that finds it."""
    author = source = None
    for way in (
        opener,
        original,
        _labelled,
        _credited,
        beside_date,
        _reporters,
        _in_story,
        _labelled_below,
        _at_end,
        _answerer,
        _photographer,
    ):
        found_author, found_source = way(rows)
        author, source = author or found_author, source or found_source
        if author and source:
            break
    return author, source


def _credited(rows: Rows) -> Pair:
    """記者…／台北報導, 文：… 圖：…, By … about the title."""
    for index in rows.zone:
        if index == rows.place.title:
            continue
        author, paper = people.read(rows.value(index), rows.with_value(index))
        if author:
            return author, paper
    return None, None


def _labelled(rows: Rows) -> Pair:
    """作者: and 来源: about the title."""
    return _by_label(rows, rows.zone)


def _labelled_below(rows: Rows) -> Pair:
    """作者: and 来源: under the body."""
    place = rows.place
    return _by_label(rows, [*range(max(place.start, place.end - 2), place.end), *rows.tail])


def _by_label(rows: Rows, indexes: list[int]) -> Pair:
    author = source = None
    for index in indexes:
        folded = rows.with_value(index)
        if len(folded) > 90 or index == rows.place.title or "。" in folded:
            continue
        may_tell = source is None and _SOURCE_SIGN.search(folded)
        if may_tell and (match := _SOURCE.search(folded)) and not _NO_SOURCE.search(folded):
            source = _cleaned(rows.part(index, match))
        if author is None:
            author, paper = _author(rows, index, folded)
            source = source or paper
    return author, source


def _author(rows: Rows, index: int, folded: str) -> Pair:
    """The author a row names with a label; 文｜财新 余聪 names the paper first."""
    credit = people.read(rows.value(index), folded)
    if credit.author and not names.is_outlet(fold(credit.author)):
        return credit
    match = _author_label(folded)
    if match is None:
        return (
            (rows.part(index, posted), None)
            if index < rows.place.start and (posted := _POSTED.match(folded))
            else (None, None)
        )
    name, rest = rows.part(index, match), rows.value(index)[match.end() :].split()
    if match["it"].startswith(_UNNAMED) or match["it"].isdigit():
        return None, None
    if rest and names.is_name(fold(rest[0])) and not names.is_name(match["it"]) and "作者" not in match.group():
        return rest[0], name
    if rest and rest[0].startswith("(") and match["it"].isascii():
        return f"{name} {rest[0]}", None
    return names.joined(name), None


def _author_label(folded: str) -> re.Match[str] | None:
    if not _AUTHOR_SIGN.search(folded):
        return None
    return _AUTHOR.search(folded) or _UNLABELLED.search(folded) or _ROLES.search(folded)


def _reporters(rows: Rows) -> Pair:
    """記者X／台北報導: a row of its own, behind the date, or the head of the first paragraph."""
    for index in [*rows.zone, *rows.bylines(), *rows.tail[:4]]:
        folded = rows.folded(index)[:120]
        if "记者" not in folded or "责任编辑" in folded:
            continue
        for match in _REPORTER.finditer(folded):
            count = names.leading_names(match["it"])
            after = folded[match.start("it") + count :][:2]
            if not count or (after.startswith(("摄", "/摄", "翻摄", "/翻")) and index >= rows.place.start):
                continue
            name = rows.blocks[index].text[match.start("it") : match.start("it") + count]
            known = names.is_outlet(match["paper"]) and not match["paper"].endswith("本报")
            return names.joined(name), rows.part(index, match, "paper") if known else None
    return None, None


def _in_story(rows: Rows) -> Pair:
    """【財訊快報／陳孟朔】 and 央广网北京2月13日消息 before the first sentence, （姚峰 上海报道） after the last."""
    place = rows.place
    for index in range(place.start, min(place.start + 2, place.end)):
        head = rows.folded(index)[:60]
        if match := _LEAD.match(head):
            return names.joined(rows.part(index, match)), rows.part(index, match, "paper")
        if match := _PAPER_LEAD.match(head):
            return None, rows.part(index, match, "paper")
    if place.end > place.start and (match := _TAIL.search(rows.folded(place.end - 1))):
        return rows.part(place.end - 1, match), None
    return None, None


def _at_end(rows: Rows) -> Pair:
    """本文作者為…, and 编辑:报社-名字."""
    for form in (_NOTE, _EDITOR):
        for index in rows.about_end():
            if match := form.search(rows.folded(index)[:120]):
                return rows.part(index, match), rows.part(index, match, "paper") if match["paper"] else None
    for index in rows.tail:
        if match := _FORUM.search(rows.folded(index)):
            return None, rows.part(index, match)
    return None, None


def _answerer(rows: Rows) -> Pair:
    """…的回答 in the window's title."""
    for piece in suffixes(rows.window):
        if match := _ANSWER.match(fold(piece)):
            return piece[: match.end("it")], None
    return None, None


def _photographer(rows: Rows) -> Pair:
    """Who took the picture, where nobody else is named: on short local news it is the reporter."""
    for index in [*rows.zone[-6:], *rows.about_end()]:
        end = rows.folded(index)[-12:]
        if (match := _PHOTO.search(end)) and names.is_name(match["it"]) and len(rows.folded(index)) > len(end):
            return rows.blocks[index].text[-12:][match.start("it") : match.end("it")], None
    return None, None


def _weighed_source(found: str | None, author: str | None, page: Page, rows: Rows) -> str | None:
    """The paper the page names; else the site; else the account beside the date, or in a script."""
    if found and not _DOMAIN.search(found.lower()):
        return found
    pieces = suffixes(rows.window)
    known = [piece for piece in pieces if names.is_outlet(fold(piece))]
    alone = standing_alone(rows)
    other = alone if alone and not names.is_pen_name(fold(alone)) else None
    said = page.declared.source
    if said in known:
        said = known[-1]  # the paper stands behind its parts
    other = other or account_in(page.scripts)
    if other and said and _PLATFORM.search(fold(said)):
        said = None  # the account's home, not who speaks
    ranked = (
        said,
        *known[-1:],
        other,
        *(pieces if len(pieces) == 1 else []),
        signed_title(rows),
        account(rows, author),
        *pieces[-1:],
        found,
    )
    return next(filter(None, ranked), None)


def _weighed_author(found: str | None, declared: Declared, source: str | None) -> str | None:
    """Whom the head names, unless that is the paper, or an account number."""
    said = people.person(declared.author) if declared.author else None
    if (
        said is None
        or names.is_outlet(fold(said))
        or not _PERSON.match(said)
        or (source and fold(said) in fold(source))
    ):
        return found
    return said if found is None or not names.are_names(fold(found)) else found


def _cleaned(text: str) -> str | None:
    """A source without what sticks to it."""
    text = re.sub(r"[\[(（【].*$", "", text).strip(" ：:-—·|")
    return text or None
