"""Publication and update times: date rows, head declarations, attributes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.cleaning.markup.scripted import published_in
from tui_reader.cleaning.metadata.candidates import LEAST, Candidate
from tui_reader.cleaning.metadata.credit_forms import EDITION
from tui_reader.cleaning.metadata.datelines import find_dateline, has_year
from tui_reader.cleaning.metadata.rows import EDGE, Rows
from tui_reader.cleaning.patterns.dates import Found, Order, find_dates, iso_of, order_of
from tui_reader.cleaning.patterns.relative import find_relative, page_moment
from tui_reader.text.fold import fold

WEIGHTS = {
    "labelled": 0.95,  # 發布時間：…
    "declared": 0.92,
    "element": 0.93,  # <time datetime>, a time in a title attribute
    "beside": 0.86,  # a row between title and body
    "opening": 0.85,  # the rows of a thread's first post
    "counted": 0.8,  # a relative time
    "above": 0.66,  # a row above the title
    "dateline": 0.62,  # 【大紀元2025年01月02日訊】
    "only element": 0.62,  # an element away from the title, the only one on the page
    "script": 0.6,
    "below": 0.6,  # the first row with a date below the body
    "signed": 0.6,  # the body's last row, as in notices and letters
}
"""Accuracy of each kind of evidence for the day of publication."""
_UPDATED = re.compile(r"更新|修改|修订|编辑于|last mod|updated")
_PUBLISHED = re.compile(r"发布|发表|出版|刊登|建立时间|上传|上架|发文|发帖|published|posted|日期|时间")
_OTHER_DAY = re.compile(
    r"成文|收稿|修回|录用|印发|投稿|生效|施行|实施|截止|截至|注册|加入|登录|今天是|现在是|有效|活动|比赛|放映|登记"
)
_CLOSING = re.compile(r"(?:最后)?(?:发布|编辑|发表|更新|修改)[于:]")
_WHEN = re.compile(r"日期|时间")
_TIME_ROW = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?$")
_EVENT = re.compile(r"(?:活动|会议|上课|集合|演出|举办)?(?:地点|场地|会场|主办(?:单位|方)?|讲者|主讲人?|报名)\s?:")
"""Rows of an event, beside which a row with 日期 or 时间 tells when it takes place."""
_MAKER = re.compile(r"[^\s:,。][^:,。]{0,11}\s?:\s?[^:。]{1,40}$")
"""A labelled row: a maker of the article, or its section."""
LONGEST = 120
"""Rows longer than this are paragraphs: their dates belong to the story."""
MOST_AWAY = 100
"""Maximum row distance that reduces a date's weight."""
LONGEST_BELOW = 60
FAR = 40
"""Rows below the body that may still begin with 发布于 or 编辑于, after references."""
LABEL = 10
"""Maximum characters of a label above a date (发布日期：)."""
LINKED = 0.6
"""Link share from which a row points to another article."""


@dataclass(frozen=True, slots=True)
class Stamps:
    """Dates in ISO 8601, and the rows that contain one of these days."""

    published: str | None
    updated: str | None
    rows: frozenset[int]


def find_stamps(rows: Rows, page: Page, as_of: datetime | None) -> Stamps:
    """Dates of the article; relative ones are based on `as_of` or the page's creation time."""
    as_of = as_of or page_moment(block.folded for block in (*page.blocks[:40], *page.blocks[-40:]))
    claims = [*_printed(rows, page, as_of), *_declared(page), *_noted(rows, page), *_in_dateline(rows), *_signed(rows)]
    if rows.opening and (posted := iso_of(fold(rows.opening.time or ""))):
        claims.append(Candidate("published", posted, "opening", WEIGHTS["opening"]))
    if scripted := published_in(page.scripts):
        claims.append(Candidate("published", scripted, "script", WEIGHTS["script"]))
    updated = max((claim.value for claim in claims if claim.kind == "updated"), default=None)
    published = _best([claim for claim in claims if claim.kind == "published"])
    days = {value[:10] for value in (published, updated) if value}
    blocks = frozenset(claim.block for claim in claims if claim.block >= 0 and claim.value[:10] in days)
    return Stamps(published, updated, blocks)


def _best(claims: Iterable[Candidate]) -> str | None:
    """The most likely day, with the greatest precision claimed for it."""
    likely = sorted((claim for claim in claims if claim.weight >= LEAST), key=lambda claim: -claim.weight)
    if not likely:
        return None
    same_day = [claim.value for claim in likely if claim.value[:10] == likely[0].value[:10]]
    return next((value for value in same_day if "T" in value), same_day[0])


def _declared(page: Page) -> Iterator[Candidate]:
    known = page.declared
    if known.published:
        yield Candidate("published", known.published, "declared", WEIGHTS["declared"])
    if known.updated:
        yield Candidate("updated", known.updated, "declared", WEIGHTS["declared"])


def _noted(rows: Rows, page: Page) -> Iterator[Candidate]:
    """Times in attributes: near the title, or the page's only one."""
    order = order_of(page.declared.language)
    dates = [
        (note, iso)
        for note in page.notes
        if note.role in {"published", "updated"} and (iso := iso_of(note.text, order))
    ]
    title = rows.place.title if rows.place.title >= 0 else max(0, rows.place.start - 6)
    near = [pair for pair in dates if title - 2 <= pair[0].block <= rows.place.start]
    dates = [pair for pair in dates if not _is_of_reply(rows, page, pair[0].block)]
    published = {iso for note, iso in dates if note.role == "published"}
    for note, iso in near or (dates if len(published) == 1 else []):
        evidence = "element" if near else "only element"
        weight = WEIGHTS[evidence] - abs(note.block - title) / 500
        yield Candidate("published" if note.role == "published" else "updated", iso, evidence, weight, note.block)


def _is_of_reply(rows: Rows, page: Page, block: int) -> bool:
    """Whether a time below the body belongs to a reply or a teaser: it is beside a member's name, or far away."""
    if block < rows.place.end:
        return False
    named = any(note.block == block and note.role in {"member", "author"} for note in page.notes)
    near = block < min(rows.place.end + LABEL // 2, len(rows.blocks))
    return not near or (named and not _PUBLISHED.search(rows.folded(block)))


def _printed(rows: Rows, page: Page, as_of: datetime | None) -> Iterator[Candidate]:
    """Dates in the rows around the title, and the first below the body."""
    order = order_of(page.declared.language)
    for index in (*rows.zone, *filter(lambda i: _is_header(rows, i), rows.edges[:EDGE])):
        heads = page.is_document and rows.blocks[index].kind == "heading"  # an entry of a diary
        if index != rows.place.title and not heads and _may_tell(rows, index):
            for found in (*_dates(rows.blocks[index], order), *find_relative(rows.folded(index), as_of)):
                yield _claim(rows, index, found, as_of)
    yield from _printed_below(rows, order, as_of)


def _printed_below(rows: Rows, order: Order | None, as_of: datetime | None) -> Iterator[Candidate]:
    """The first date in the rows below the body, if it belongs to the article."""
    far = range(rows.place.end, min(rows.place.end + FAR, len(rows.blocks)))
    closing = [i for i in far if _CLOSING.match(rows.folded(i))]
    for index in [*rows.own_tail(), *closing[:1]]:
        folded = rows.folded(index)
        if not _may_tell(rows, index) or len(folded) > LONGEST_BELOW or "。" in folded:
            continue
        dates = [*_dates(rows.blocks[index], order), *find_relative(folded, as_of)]
        if dates and _is_of_this(rows, index, dates[0]):
            yield _claim(rows, index, dates[0], as_of)
        if dates:
            return  # later rows belong to other articles


def _in_dateline(rows: Rows) -> Iterator[Candidate]:
    """Date of the dateline that opens the body, if it has a year."""
    start = rows.place.start
    folded = rows.folded(start) if start < rows.place.end else ""
    dateline = find_dateline(folded)
    if dateline is not None and has_year(folded, dateline):
        for found in find_dates(folded[: dateline.end])[:1]:
            yield Candidate("published", found.iso, "dateline", WEIGHTS["dateline"])


def _signed(rows: Rows) -> Iterator[Candidate]:
    """Date alone in the body's last row, below who signs; the row stays in the body."""
    last = rows.place.end - 1
    dates = rows.blocks[last].dates if last > rows.place.start else ()
    if len(dates) == 1 and (dates[0].start, dates[0].end) == (0, len(rows.folded(last))):
        yield Candidate("published", dates[0].iso, "signed", WEIGHTS["signed"])


def _dates(block: Block, order: Order | None) -> Sequence[Found]:
    """Dates of a block; with the page's day/month `order`, ambiguous ones too."""
    return block.dates if order is None else find_dates(block.folded, order)


def _is_header(rows: Rows, index: int) -> bool:
    """Whether one of the body's first rows is really a row with date and source."""
    folded = rows.folded(index)
    if index > rows.place.start + EDGE or not rows.blocks[index].is_date_row:
        return False
    spare = len(folded) - sum(found.end - found.start for found in rows.blocks[index].dates)
    return bool(rows.credits(index)) or spare <= LABEL + 2


def _may_tell(rows: Rows, index: int) -> bool:
    """Whether a row may contain the article's date: not paragraphs, not links."""
    block = rows.blocks[index]
    return len(block.folded) <= LONGEST and not (block.links > LINKED and len(block.folded) > LABEL + LABEL)


def _is_of_this(rows: Rows, index: int, found: Found) -> bool:
    """Whether a date below the body belongs to the article: labelled, or nearly alone and near the body."""
    folded = rows.folded(index)
    said = _said(rows, index, found)
    if _PUBLISHED.search(said) or _UPDATED.search(said) or EDITION.match(folded):
        return True
    around = rows.blocks[max(0, index - 1) : index + 2]
    lonely = len(folded) - (found.end - found.start) <= LABEL
    return lonely and _rows_above(rows, index) < LABEL // 2 and not any(block.links for block in around)


def _rows_above(rows: Rows, index: int) -> int:
    """Rows between the body and row `index` below it; the makers of the article (攝影：…), a row each, are not counted."""
    return sum(not _MAKER.match(rows.folded(above)) for above in range(rows.place.end, index))


def _claim(rows: Rows, index: int, found: Found, as_of: datetime | None) -> Candidate:
    said = _said(rows, index, found)
    updated = _UPDATED.search(said[-8:]) and not _PUBLISHED.search(_WHEN.sub("", said)[-3:])
    if index in rows.tail:
        evidence = "below"
    elif index < rows.place.title:
        evidence = "above"
    elif as_of is not None and not rows.blocks[index].dates:
        evidence = "counted"
    else:
        evidence = "labelled" if _PUBLISHED.search(said) else "beside"
    near = rows.place.end if index in rows.tail else max(rows.place.title, 0)
    weight = WEIGHTS[evidence] - min(abs(index - near), MOST_AWAY) / 500
    if _OTHER_DAY.search(rows.folded(index)[: found.start]) or _OTHER_DAY.search(said):
        weight *= 0.5 if not _PUBLISHED.search(said) or _OTHER_DAY.search(said) else 1.0
    if _WHEN.search(said) and not _PUBLISHED.search(_WHEN.sub("", said)) and _is_of_event(rows, index):
        weight *= 0.5
    return Candidate("updated" if updated else "published", _with_clock(rows, index, found), evidence, weight, index)


def _is_of_event(rows: Rows, index: int) -> bool:
    """Whether the row stands beside a row with an event's place or host."""
    beside = range(max(0, index - 2), min(index + 3, len(rows.blocks)))
    return any(_EVENT.match(rows.folded(other)) for other in beside if other != index)


def _said(rows: Rows, index: int, found: Found) -> str:
    """Text directly before a date, in its row or as a label above; the title is no label."""
    if found.start < 2 and index and len(rows.folded(index - 1)) < LABEL and index - 1 != rows.place.title:
        return rows.folded(index - 1)
    return rows.folded(index)[: found.start][-12:]


def _with_clock(rows: Rows, index: int, found: Found) -> str:
    """A date with the time from the next row."""
    following = rows.folded(index + 1) if index + 1 < len(rows.blocks) else ""
    clock = _TIME_ROW.match(following)
    if "T" in found.iso or clock is None:
        return found.iso
    hour, minute, second = (int(part or 0) for part in clock.group("hour", "minute", "second"))
    try:
        moment = datetime.fromisoformat(found.iso).replace(hour=hour, minute=minute, second=second)
    except ValueError:
        return found.iso
    return moment.isoformat(timespec="seconds" if clock["second"] else "minutes")
