"""Author candidates with their evidence."""

import re
from collections.abc import Iterator

from tui_reader.cleaning.comments.answers import ends_answer, first_author
from tui_reader.cleaning.comments.post_headers import is_classic
from tui_reader.cleaning.markup.blocks import Page
from tui_reader.cleaning.metadata import beside
from tui_reader.cleaning.metadata.author_markup import declared, noted
from tui_reader.cleaning.metadata.author_weights import MAKERS, SAID, claim
from tui_reader.cleaning.metadata.candidates import Candidate, key_of
from tui_reader.cleaning.metadata.credits import joined, poster, signature
from tui_reader.cleaning.metadata.rows import BESIDE, Rows
from tui_reader.cleaning.metadata.windows import pieces_of
from tui_reader.cleaning.patterns.dates import find_dates
from tui_reader.cleaning.patterns.forum_patterns import bare_nick, rows_that_may_show
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.text import names
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN
from tui_reader.text.known_outlets import is_known
from tui_reader.text.outlets import is_outlet

_ISSUER = re.compile(rf"(?:发文机关|发文单位|发布机构|制定机关|公布机关)\s?:\s?(?P<it>[{HAN}]{{3,24}})$")
_OWNED = re.compile(
    r"^(?P<it>.{2,16}?)(?:的|'s\s)(?:个人|技术|官方|全部)?(?:博客|blog|空间|主页|专栏|微博|日志|回答|文章|作品|帖子|主题|部落格)$"
)
"""A place or work by its owner: X的博客, X的回答."""
_COLUMN = re.compile("观点|专栏|投书|时评|快评|书评|影评|专文|随笔|手记")
"""Word behind the author's name in the title of a column: X觀點：題."""
_NEXT, _APART = 0.95, 0.85
"""Factors of a name in its own row next to the date; a Latin one may be a button."""


def author_candidates(rows: Rows, page: Page) -> Iterator[Candidate]:
    """Everyone who may have written the article."""
    editors = _others(rows)
    for candidate in _all(rows, page):
        key = key_of(candidate.value)
        if candidate.evidence not in SAID and (key in editors or _is_of_title(rows, candidate)):
            continue
        if _is_fit(candidate):
            yield candidate


def _all(rows: Rows, page: Page) -> Iterator[Candidate]:
    yield from _opener(rows)
    yield from _original(rows)
    yield from _credited(rows)
    yield from noted(rows, page)
    yield from _beside(rows)
    yield from declared(page)
    yield from _titled(rows)
    yield from _issuer(rows)


def _is_fit(candidate: Candidate) -> bool:
    """Whether every name of the value has a valid form."""
    whole = fold(candidate.value)
    if candidate.evidence in {"opener", "issuer"}:
        return not names.is_word(whole)
    if is_known(whole):
        return False  # the site
    return all(names.is_name(fold(name)) for name in candidate.value.split("、")) or (
        "(" in whole and not names.is_control(whole)
    )


def _others(rows: Rows) -> frozenset[str]:
    """Editors and photographers according to the rows: not authors even if declared."""
    said = [credit for index, _ in rows.with_names() for credit in rows.credits(index)]
    makers = {key_of(name) for credit in said if credit.role in MAKERS for name in credit.names}
    others = {key_of(name) for credit in said if credit.role in {"editor", "photo"} for name in credit.names}
    return frozenset(others - makers)


def _is_of_title(rows: Rows, candidate: Candidate) -> bool:
    """Whether a name is only a word of the title; one that the head declares is the author's (X觀點：題)."""
    if rows.place.title < 0 or candidate.evidence == "declared":
        return False
    key, title = key_of(candidate.value), key_of(rows.blocks[rows.place.title].text)
    return key in title and not (title.startswith(key) and _COLUMN.match(title, len(key)))


def _credited(rows: Rows) -> Iterator[Candidate]:
    """From labels and bylines in the rows about the article."""
    for index, factor in rows.with_names():
        yield from _in_row(rows, index, factor)
        text, folded = rows.blocks[index].text, rows.folded(index)
        if index not in rows.edges and (name := poster(text, folded, below=index >= rows.place.end)):
            yield claim(name, "poster", index, factor)


def _in_row(rows: Rows, index: int, factor: float) -> Iterator[Candidate]:
    """Writers and reporters of one row; joint reporters are one value."""
    said = [credit for credit in rows.credits(index) if credit.names]
    reporters = [name for credit in said if credit.role in {"reporter", "correspondent"} for name in credit.names]
    for credit in said:
        if credit.role == "writer":
            evidence = "bare label" if not credit.labelled else "label" if credit.sure else "pen label"
            yield claim(joined(credit.names), evidence, index, factor)
        elif credit.role in {"photo", "desk", "publisher"}:
            yield claim(joined(credit.names), credit.role, index, factor)
    if reporters and any(credit.role == "reporter" for credit in said):
        yield claim(joined(reporters), "reporter", index, factor)


def _opener(rows: Rows) -> Iterator[Candidate]:
    """Author of a thread's first post or of the first answer."""
    first = rows.opening
    if first and first.author and ((first.said and first.tools) or _is_near_post(rows)):
        yield claim(bare_nick(first.author) or first.author, "opener")
    elif any(map(ends_answer, map(rows.folded, rows.tail))) and (author := first_author(rows.blocks)):
        yield claim(author, "opener")
    if panel := beside.member(rows):
        yield claim(panel[0], "panel", panel[1])
    elif profile := beside.profiled(rows):
        yield claim(profile[0], "panel", profile[1])


def _is_near_post(rows: Rows) -> bool:
    """Whether a forum row is near the story."""
    first = range(rows.place.start, min(rows.place.start + 2, rows.place.end))
    near = [rows.folded(i) for i in (*rows.zone, *first, *rows.tail)]
    return bool(rows_that_may_show(Lines(near))) or any(map(is_classic, near))


def _original(rows: Rows) -> Iterator[Candidate]:
    """原創 name account: an account's statement that it wrote the story itself."""
    found = original(rows)
    if found:
        yield claim(found[0], "original", found[2])


def original(rows: Rows) -> tuple[str, str, int] | None:
    """(name, account, row) of 原創 name account, in one row or three."""
    for index in rows.zone:
        if index <= rows.place.title or not rows.folded(index).startswith(("原创", "original ")):
            continue
        words = " ".join(rows.blocks[i].text for i in range(index, min(index + 3, rows.place.start))).split()
        words = [word for word in words if not find_dates(fold(word))]
        if (
            len(words) > 2
            and fold(words[0]) in {"原创", "original"}
            and all(beside.is_account(fold(word)) for word in words[1:3])
        ):
            return words[1], words[2], index
    return None


def _beside(rows: Rows) -> Iterator[Candidate]:
    """Names next to the date. A Latin word after it may be a button or an account."""
    on_platform = beside.is_on_platform(rows.blocks, rows.place.end)
    for found in beside.beside_dates(rows):
        value = beside.joined_people(found.people)
        if value and names.are_people(fold(value)):
            yield claim(value, "beside", found.block, BESIDE if found.same_row else _NEXT)
        elif value and not on_platform:
            follows_title = found.block == rows.place.title + 1
            yield claim(
                value, "pen beside", found.block, BESIDE if found.same_row else _NEXT if follows_title else _APART
            )


def _titled(rows: Rows) -> Iterator[Candidate]:
    """Signed titles, and additions in the window's title: 題—X, 題_X_site, X的博客, X的回答."""
    for index in rows.zone:
        if signed := signature(rows.blocks[index].text, rows.folded(index)):
            yield claim(signed[1], "signature", index)
    for piece in pieces_of(rows.window)[1:]:
        yield from _beside_title(piece, rows.window)
    for index, _ in rows.with_names():
        match = _OWNED.match(rows.folded(index))
        if match and not is_outlet(match["it"]):
            yield claim(rows.blocks[index].text[: match.end("it")], "owner", index)


def _beside_title(piece: str, window: str) -> Iterator[Candidate]:
    """Author in a piece of the window's title."""
    key = fold(piece)
    if (match := _OWNED.match(key)) and not is_outlet(match["it"]):
        yield claim(piece[: match.end("it")], "owner")
    elif names.is_latin(key) and not is_outlet(key) and re.search(rf"[^\s—–-][—–]{re.escape(piece)}", window):
        yield claim(piece, "title tail")
    elif names.is_person(key):
        yield claim(piece, "window")
    elif _is_pen(key):
        of_blog = re.search(rf"_{re.escape(piece)}_.{{0,6}}(?:博客|部落格|日志|空间|专栏)", window)
        yield claim(piece, "window" if of_blog else "pen window")


def _is_pen(key: str) -> bool:
    """Whether a piece of the window's title may be a pen name."""
    return names.is_pen_name(key) and not is_outlet(key) and "的" not in key


def _issuer(rows: Rows) -> Iterator[Candidate]:
    """The office that issued a notice, where no person is the author."""
    for index in rows.zone:
        if match := _ISSUER.match(rows.with_value(index)):
            yield claim(rows.value(index)[match.start("it") : match.end("it")], "issuer", index)
            return
