"""Candidates for the author, each with the evidence that speaks for it."""

import re
from collections.abc import Iterator

from tui_reader.cleaning.comments.answers import ends_answer, first_author
from tui_reader.cleaning.comments.post_headers import is_classic
from tui_reader.cleaning.markup.blocks import Block, Noted, Page
from tui_reader.cleaning.metadata import beside
from tui_reader.cleaning.metadata.candidates import Candidate, key_of
from tui_reader.cleaning.metadata.credits import joined, poster, read_credits, signature
from tui_reader.cleaning.metadata.rows import ABOVE, BELOW, BESIDE, Rows
from tui_reader.cleaning.metadata.windows import pieces_of
from tui_reader.cleaning.patterns.dates import find_dates
from tui_reader.cleaning.patterns.forum_patterns import rows_that_may_show
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.script.fold import fold
from tui_reader.text import names
from tui_reader.text.outlets import is_outlet

WEIGHTS = {
    "opener": 0.97,  # who opened the thread, by the board's own rows
    "label": 0.95,  # 作者：X
    "pen label": 0.82,  # 作者：somebody, no person's form
    "bare label": 0.8,  # 作者X, without a sign
    "reporter": 0.93,  # 記者X, X／台北報導
    "poster": 0.85,  # X 發表於 …
    "original": 0.85,  # 原創 X account
    "signature": 0.85,  # 〈專欄〉X／題
    "element": 0.88,  # <span class="author">
    "pen element": 0.68,
    "member": 0.66,  # a link to somebody's page under the title
    "pen member": 0.55,
    "declared": 0.85,
    "pen declared": 0.62,
    "beside": 0.72,  # a person's name beside the date
    "pen beside": 0.56,
    "panel": 0.75,  # the nick above a member's panel
    "answer": 0.85,  # X的回答
    "blog": 0.75,  # X的博客
    "title tail": 0.6,  # 題—X
    "window": 0.6,  # 題_X_site
    "pen window": 0.3,
    "desk": 0.6,  # 编辑：account-X
    "issuer": 0.85,  # 发文机关：X
    "photo": 0.4,  # X 攝: wrote short local news too, but needs support
}
"""How often each kind of evidence named the author; in text rows this counts by where they stand."""
_SAID = frozenset(["opener", "label", "reporter", "poster", "original", "signature", "issuer", "answer"]) | {
    "pen label",
    "bare label",
    "title tail",
    "blog",
    "desk",
}
"""Evidence by which the page says outright who wrote it; other evidence may have found an editor, or a word of the title."""
_ISSUER = re.compile(r"(?:发文机关|发文单位|发布机构|制定机关|公布机关)\s?:\s?(?P<it>[\u4e00-\u9fff]{3,24})$")
_ANSWER = re.compile(r"(?P<it>.{1,20})的回答$")
_BLOG = re.compile(r"^(?P<it>.{2,16}?)(?:的|'s\s)(?:个人|技术|官方)?(?:博客|blog|空间|主页|专栏|微博|日志)$")
_NEXT, _APART = 0.95, 0.85
"""How much a name counts in a row of its own next to the date; one in Latin letters there may be a button."""
_LONGEST_ROW = 120
_UNSEEN = 0.56
"""How much a declared author counts whom no line of the page names: it is often who entered the page into the system."""
_LONGEST_PLACE = 6
"""Rows below the body in which an author's element still speaks of this article."""


def author_candidates(rows: Rows, page: Page) -> Iterator[Candidate]:
    """Everybody who may have written the article."""
    editors = _others(rows)
    for candidate in _all(rows, page):
        key = key_of(candidate.value)
        if candidate.evidence not in _SAID and (key in editors or _is_of_title(rows, key)):
            continue
        if _is_fit(candidate):
            yield candidate


def _all(rows: Rows, page: Page) -> Iterator[Candidate]:
    yield from _opener(rows)
    yield from _original(rows)
    yield from _credited(rows)
    yield from _noted(rows, page)
    yield from _beside(rows)
    yield from _declared(page)
    yield from _titled(rows)
    yield from _issuer(rows)


def _claim(value: str, evidence: str, block: int = -1, factor: float = 1.0) -> Candidate:
    return Candidate("author", value, evidence, WEIGHTS[evidence] * factor, block)


def _is_fit(candidate: Candidate) -> bool:
    """The last word of the validator: each name of the value has some name's form."""
    if candidate.evidence in {"opener", "issuer"}:
        return True
    whole = fold(candidate.value)
    return all(names.is_name(fold(name)) for name in candidate.value.split("、")) or (
        "(" in whole and not names.is_control(whole)
    )


def _others(rows: Rows) -> frozenset[str]:
    """Who edited or took pictures, as the rows say: they are not the author because they are declared as one."""
    said = [credit for index, _ in rows.telling() for credit in rows.credits(index)]
    makers = {key_of(name) for credit in said if credit.role in _MAKERS for name in credit.names}
    others = {key_of(name) for credit in said if credit.role in {"editor", "photo"} for name in credit.names}
    return frozenset(others - makers)


_MAKERS = frozenset({"writer", "reporter", "correspondent"})


def _is_of_title(rows: Rows, key: str) -> bool:
    """Is a name only a word of the title?"""
    return rows.place.title >= 0 and key in key_of(rows.blocks[rows.place.title].text)


def _credited(rows: Rows) -> Iterator[Candidate]:
    """Labels and bylines in the rows about the article."""
    for index, factor in rows.telling():
        yield from _in_row(rows, index, factor)
        text, folded = rows.blocks[index].text, rows.folded(index)
        if index not in rows.edges and (name := poster(text, folded, below=index >= rows.place.end)):
            yield _claim(name, "poster", index, factor)


def _in_row(rows: Rows, index: int, factor: float) -> Iterator[Candidate]:
    """Writers and reporters of one row; those who report together are one value."""
    said = [credit for credit in rows.credits(index) if credit.names]
    reporters = [name for credit in said if credit.role in {"reporter", "correspondent"} for name in credit.names]
    for credit in said:
        if credit.role == "writer":
            evidence = "bare label" if not credit.labelled else "label" if credit.sure else "pen label"
            yield _claim(joined(credit.names), evidence, index, factor)
        elif credit.role in {"photo", "desk"}:
            yield _claim(joined(credit.names), credit.role, index, factor)
    if reporters and any(credit.role == "reporter" for credit in said):
        yield _claim(joined(reporters), "reporter", index, factor)


def _opener(rows: Rows) -> Iterator[Candidate]:
    """Who wrote a thread's first post, or gave the first answer."""
    first = rows.opening
    if first and first.author and ((first.said and first.tools) or _is_near_post(rows)):
        yield _claim(first.author, "opener")
    elif any(map(ends_answer, map(rows.folded, rows.tail))) and (author := first_author(rows.blocks)):
        yield _claim(author, "opener")
    if panel := beside.member(rows):
        yield _claim(panel[0], "panel", panel[1])


def _is_near_post(rows: Rows) -> bool:
    """Does a row about a post stand near the story?"""
    first = range(rows.place.start, min(rows.place.start + 2, rows.place.end))
    near = [rows.folded(i) for i in (*rows.zone, *first, *rows.tail)]
    return bool(rows_that_may_show(Lines(near))) or any(map(is_classic, near))


def _original(rows: Rows) -> Iterator[Candidate]:
    """原創 name account: how an account says that it wrote the story itself."""
    found = original(rows)
    if found:
        yield _claim(found[0], "original", found[2])


def original(rows: Rows) -> tuple[str, str, int] | None:
    """Name, account and row of 原創 name account, in one row or in three."""
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


def _noted(rows: Rows, page: Page) -> Iterator[Candidate]:
    """Elements that are called author, and links to a member's page."""
    notes = [note for note in page.notes if note.role in {"author", "member"}]
    away = {note.text for note in notes if note.role == "author" and not _position(rows, note)}
    below = {note.text for note in notes if note.role == "author" and note.block >= rows.place.end - 1}
    for note in notes:
        factor = _position(rows, note)
        if factor == BELOW and len(below) > 1:
            continue  # those who comment
        if not factor and note.role == "author" and len(away) == 1:
            factor = 0.8  # a profile box beside the story: the only author whom the page names
        if factor and (note.role == "author" or factor == BESIDE):
            yield from _named(note, factor)


def _position(rows: Rows, note: Noted) -> float:
    """How much a note counts by where it stands; 0 where it speaks of other articles."""
    title = rows.place.title if rows.place.title >= 0 else rows.place.start - 3
    if title <= note.block <= rows.place.start:
        return BESIDE
    if title - 3 <= note.block < title:
        return ABOVE
    return BELOW if rows.place.end - 1 <= note.block < rows.place.end + _LONGEST_PLACE else 0.0


def _named(note: Noted, factor: float) -> Iterator[Candidate]:
    """The names that an element holds."""
    folded = fold(note.text)
    said = [credit for credit in read_credits(note.text, folded) if credit.role in _MAKERS and credit.names]
    if said:
        yield _claim(joined(said[0].names), "element", note.block, factor)
        return
    text = re.split(r"\s*[|｜·•/]\s*|\s(?=\d)|[\[(（【]", note.text)[0].strip(" ：:,，")
    key = fold(text)
    kind = "element" if note.role == "author" else "member"
    people = [word for word in text.split() if names.is_person(fold(word))]
    if names.are_people(key):
        yield _claim(joined(re.split(r"[、,，&;；\s]+", text)), kind, note.block, factor)
    elif people:
        yield _claim(joined(people), kind, note.block, factor)
    elif names.is_pen_name(key) and not is_outlet(key) and not beside.is_section(key):
        yield _claim(text, f"pen {kind}", note.block, factor)


def _beside(rows: Rows) -> Iterator[Candidate]:
    """Names beside the date. A word in Latin letters behind it may be a button, and an account on a platform."""
    on_platform = beside.is_on_platform(rows.blocks, rows.place.end)
    for found in beside.beside_dates(rows):
        value = beside.joined_people(found.people)
        if value and names.are_people(fold(value)):
            yield _claim(value, "beside", found.block, BESIDE if found.same_row else _NEXT)
        elif value and not on_platform:
            follows_title = found.block == rows.place.title + 1
            yield _claim(
                value, "pen beside", found.block, BESIDE if found.same_row else _NEXT if follows_title else _APART
            )


def _declared(page: Page) -> Iterator[Candidate]:
    """Whom the head names, unless that is an outlet."""
    said = page.declared.author
    if not said:
        return
    value = person(said)
    key = fold(value) if value else ""
    site = key_of(page.declared.site or page.declared.source or "")
    if value and not is_outlet(key) and not (site and key_of(value) in site):
        rows_with = [block for block in page.blocks if key in block.folded]
        if any(_is_edited_by(key_of(value), block) for block in rows_with):
            return
        shown = bool(rows_with)
        yield _claim(value, "declared" if names.are_people(key) else "pen declared", factor=1.0 if shown else _UNSEEN)


def _is_edited_by(key: str, block: Block) -> bool:
    """Does a row, wherever it stands, name somebody as the editor?"""
    said = read_credits(block.text, block.folded) if len(block.folded) <= _LONGEST_ROW else ()
    return any(key in map(key_of, credit.names) for credit in said if credit.role in {"editor", "photo"})


def person(declared: str) -> str | None:
    """A name as pages declare it (記者林悅／台南報導, By Kevin Chen), reduced to the names; None where none is in it."""
    declared = declared.strip()
    folded = fold(declared)
    for credit in read_credits(declared, folded):
        if credit.role in _MAKERS and credit.names:
            return joined(credit.names)
    if names.are_people(folded):
        return joined([declared[start:end] for start, end in names.parts(folded)])
    parts = [declared[start:end].strip() for start, end in names.parts(folded)]
    if parts and names.is_person(fold(parts[0])) and re.search("记者|报[道导]|综合|编辑", folded):
        return parts[0]
    return declared if names.is_latin(folded) or names.is_pen_name(folded) else None


def _titled(rows: Rows) -> Iterator[Candidate]:
    """Signed titles, and what the window's title has beside it: 題—X, 題_X_site, X的博客, X的回答."""
    for index in rows.zone:
        if signed := signature(rows.blocks[index].text, rows.folded(index)):
            yield _claim(signed[1], "signature", index)
    for piece in pieces_of(rows.window)[1:]:
        yield from _beside_title(piece, rows.window)
    for index, _ in rows.telling():
        match = _BLOG.match(rows.folded(index))
        if match and not is_outlet(match["it"]):
            yield _claim(rows.blocks[index].text[: match.end("it")], "blog", index)


def _beside_title(piece: str, window: str) -> Iterator[Candidate]:
    """Who a piece of the window's title names."""
    key = fold(piece)
    if match := _ANSWER.match(key):
        yield _claim(piece[: match.end("it")], "answer")
    elif (match := _BLOG.match(key)) and not is_outlet(match["it"]):
        yield _claim(piece[: match.end("it")], "blog")
    elif names.is_latin(key) and not is_outlet(key) and re.search(rf"[^\s—–-][—–]{re.escape(piece)}", window):
        yield _claim(piece, "title tail")
    elif names.is_person(key):
        yield _claim(piece, "window")
    elif _is_pen(key):
        of_blog = re.search(rf"_{re.escape(piece)}_.{{0,6}}(?:博客|部落格|日志|空间|专栏)", window)
        yield _claim(piece, "window" if of_blog else "pen window")


def _is_pen(key: str) -> bool:
    """Could a piece of the window's title be the name somebody writes under?"""
    return names.is_pen_name(key) and not is_outlet(key) and "的" not in key


def _issuer(rows: Rows) -> Iterator[Candidate]:
    """The office that issued a notice: who speaks where no person does."""
    for index in rows.zone:
        if match := _ISSUER.match(rows.with_value(index)):
            yield _claim(rows.value(index)[match.start("it") : match.end("it")], "issuer", index)
            return
