"""Datelines: openings of reports by agencies and papers (新华社北京2月13日电, 【大紀元2025年01月02日訊】, 路透北京5月12日 -).

Outlets end in 网, 社, 报, 台, or are known by name. All patterns match folded text.
"""

import re
from typing import NamedTuple

from tui_reader.text.han import HAN
from tui_reader.text.known_outlets import leading_outlet

_DATE = r"(?:\d{4}\s?年\s?)?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?日"
_FILING_WORD = r"(?:专?电|专?讯|消息|报[道导])"
_TIME_OF_DAY = r"\s?(?:[上下]午|[早晚]间?|凌晨|综合|独家|即时)?"
"""Allowed between date and filing word if the outlet is recognized by its form alone; any other word makes it a sentence."""
_UNKNOWN_OUTLET = re.compile(
    rf"^[【(\[〔]?\s?(?:据|来源)?(?P<paper>[{HAN}]{{2,10}}?(?:网|社|报|台))(?:快讯|客户端)?[】)\]〕]?\s?(?:[/|]?[^,。()“”\d]{{0,12}}?){_DATE}{_TIME_OF_DAY}{_FILING_WORD}"
    rf"|^[【(\[〔](?P<short>[{HAN}]{{1,8}}(?:网|社|报|台))(?:专?讯|专?电|专?稿)[】)\]〕]"
    rf"|^(?P<plain>[{HAN}]{{2,8}}(?:网|社))讯(?=[\s(\[【]|记者|[{HAN}])|^(?P<paper_news>[{HAN}]{{2,8}}(?:报|台|新闻|客户端))讯\s?(?=[(\[【]|记者)"
    rf"|^(?P<said>[{HAN}]{{2,8}}(?:网|社|报|台))消息\s?(?=[(:])"
)
_OPENING = re.compile(r"[【(\[〔]?\s?")
_BEHIND_OUTLET = re.compile(
    rf"(?:快讯|客户端)?[^,。()“”\d]{{0,12}}?\s?{_DATE}(?:[^,。()“”]{{0,6}}?{_FILING_WORD}|\s?(?:-{{1,2}}|—{{1,2}})(?=\s))"
    r"|(?:专|综合|即时|独家)?(?:讯|电|稿|报[道导])[】)\]〕]|讯\s?(?=[(\[【]|记者)|消息\s?(?=[(\[【:])"
)
"""What follows the name of a known outlet in a dateline."""
_WITH_YEAR = re.compile(r"\d{4}\s?年")


class Dateline(NamedTuple):
    """Span of the outlet's name (`start`, `stop`) and end of the dateline, as offsets in the row."""

    start: int
    stop: int
    end: int


def find_dateline(folded: str) -> Dateline | None:
    """The dateline at the beginning of a folded row; None without one."""
    start = _OPENING.match(folded).end()  # type: ignore[union-attr]  # matches the empty text too
    size = leading_outlet(folded[start:])
    tail = _BEHIND_OUTLET.match(folded, start + size) if size else None
    if tail is not None:
        return Dateline(start, start + size, tail.end())
    if shaped := _UNKNOWN_OUTLET.match(folded):
        paper = next(group for group in ("paper", "short", "plain", "paper_news", "said") if shaped[group])
        return Dateline(shaped.start(paper), shaped.end(paper), shaped.end())
    return None


def has_year(folded: str, dateline: Dateline) -> bool:
    """Whether the dateline contains the year."""
    return _WITH_YEAR.search(folded, dateline.stop, dateline.end) is not None
