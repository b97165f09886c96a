"""Compiled cue phrases of phrases.py: the phrase family of a block."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from tui_reader.cleaning.patterns.calls import SIGN, is_call, is_hotline
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.cleaning.patterns.phrases import FAMILIES, LIST_HEADS, LIST_TAILS, NAVIGATION, Family
from tui_reader.text.fold import fold

_TRIM = " :>»›<·.…|[]()【】+-*#/!?。,0123456789•‧●■→_~=&—–\"'"
"""Characters stripped from a row's ends: counters, arrows, bullets."""
CUE_LINE = 90
"""Maximum characters of lines judged by a phrase inside them: sentences may mention copyright."""
CUE_MOST = 360
"""Maximum characters of lines searched for phrases."""
LIST_HEAD_MOST = 14
"""Maximum characters of a heading of other articles; longer lines are headlines."""
START_LINE = 60
"""Maximum characters of lines judged by their beginning."""


class _Ready(NamedTuple):
    """The phrases as tables and patterns.

    `openers`, `beginnings` and `head_openers` are characters that a line must show for the pattern beside them to match at
    all; `words` are those of buttons, `word_openers` their beginnings; `somewhere` finds a place, and `inside` the family
    of the phrase there; `headed` finds the two words of `head`.
    """

    whole: dict[str, Family]
    start: re.Pattern[str]
    openers: frozenset[str]
    beginnings: frozenset[str]
    inside: re.Pattern[str]
    somewhere: re.Pattern[str]
    navigation: frozenset[str]
    head: re.Pattern[str]
    headed: re.Pattern[str]
    head_openers: frozenset[str]
    words: frozenset[str]
    word_openers: frozenset[str]


BUTTONS = Family("buttons", "dropped", "a row of buttons")
CALL = Family("call", "dropped", "a call to follow or subscribe")
HOTLINE = Family("hotline", "dropped", "a hotline box", "soft")
FEWEST_BUTTONS, BUTTON_SHARE = 2, 0.66
"""Minimum button words of a row of buttons, and their share of its words."""
_APART = re.compile(r"[\s\d|/·•()\[\],:+]+")
LIST_HEAD = Family("list_head", "dropped", "heading of a list of other articles", "soft")
HEAD_LATE = 5
"""Characters allowed before the word that makes a line a list heading."""
_LEAD = r"\[(【·•*"
"""Brackets and bullets before a cue, as a character class."""
_BLANKS = " \t\xa0\u3000"
BEGINNING = 2
"""Prefix length of phrases for a quick test."""
_PAUSES = ",。!?:"
"""Characters that do not occur in list headings."""
SPOKEN = 40
"""Length from which a line with a full stop is a sentence about the matter, except for families of sentences."""


def cue(folded: str) -> Family | None:
    """The phrase family of a folded, non-empty block."""
    ready = _ready()
    size = len(folded)
    if size > CUE_MOST:
        return None
    if size <= START_LINE and (family := _of_short(folded)):
        return family
    if folded[0] in ready.openers:
        begun = ready.start.match(folded)
        family = _at_the_start(folded, begun) if begun else None
        if family is not None:
            return family
    if size > CUE_LINE and "。" in folded:
        return None
    place = ready.somewhere.search(folded)
    return _inside(folded, ready.inside.match(folded, place.start())) if place else None


def _of_short(folded: str) -> Family | None:
    """The family of a short line by its whole text, as heading of a list, or by its words."""
    ready = _ready()
    key = folded.strip(_TRIM)
    family = ready.whole.get(key or folded)
    if family is not None:
        return family
    may_head = (
        len(key) <= LIST_HEAD_MOST + 4
        and not _is_sentence(folded, 0)
        and not ready.head_openers.isdisjoint(key[: HEAD_LATE + 1])
    )
    if may_head and ready.head.match(key):
        return LIST_HEAD
    if is_call(folded):
        return CALL
    if is_hotline(folded):
        return HOTLINE
    return BUTTONS if _is_button_row(folded) else None


def _is_button_row(folded: str) -> bool:
    """Whether most of a row's words are buttons, counts aside (点赞 18 收藏 6 打赏作者), and not only menu words."""
    ready = _ready()
    if folded[:BEGINNING] not in ready.word_openers and folded[:1] not in ready.word_openers:
        return False
    words = [word for word in _APART.split(folded) if word]
    known = sum(map(ready.words.__contains__, words))
    if known < FEWEST_BUTTONS or known < BUTTON_SHARE * len(words):
        return False
    return any(word in ready.words and word not in ready.navigation for word in words)


def _at_the_start(folded: str, found: re.Match[str]) -> Family | None:
    family = FAMILIES[(found.lastindex or 1) - 1]
    if family.name not in _INSTRUCTIONS and _is_sentence(folded, found.end()):
        return None
    fits = len(folded) <= START_LINE or family.stop == "hard" or "。" not in folded or family.name in _SENTENCES
    return family if fits else None


def _inside(folded: str, found: re.Match[str] | None) -> Family | None:
    if found is None:
        return None
    family = FAMILIES[(found.lastindex or 1) - 1]
    if "。" in folded and family.name not in _INSTRUCTIONS and _is_sentence(folded, 0):
        return None
    if "。" in folded:
        short = len(folded) <= SPOKEN and family.stop != "hard"
        return family if short or _is_our_own(folded, family) else None
    return family if len(folded) <= CUE_LINE or family.name in _LONG else None


def _is_sentence(folded: str, end: int) -> bool:
    """Whether a row continues as a sentence of the story after a phrase that ends at `end`. Labels are followed by a colon, space
    or nothing; statements of the site name the site or address its reader.
    """
    rest = folded[end:]
    if len(rest) < SENTENCE or not rest[0].isalpha() or rest.rstrip("\"'”’」』)")[-1:] not in _FULL_STOPS:
        return False
    return _OURS.search(folded) is None and _ASKS.search(folded) is None


def _is_our_own(folded: str, family: Family) -> bool:
    """Whether a sentence is about this page, not about the world, where rights are disputed too."""
    return len(folded) <= CUE_LINE and family.name in _LONG and _OURS.search(folded) is not None


def rows_with_phrases(rows: Sequence[str], short: Lines) -> list[int]:
    """Rows that may contain a phrase; all others have no family.

    `short`: the rows, with those longer than CUE_LINE replaced by "".
    """
    ready = _ready()
    beginnings, whole = ready.beginnings, ready.whole
    signs = {*short.having(ready.somewhere), *short.having(ready.headed), *short.having(SIGN)}
    signs.update(
        [
            index
            for index, row in enumerate(rows)
            if row[:BEGINNING] in beginnings
            or row[0] in beginnings
            or row[:BEGINNING] in ready.word_openers
            or row[0] in ready.word_openers
            or (row.strip(_TRIM) or row) in whole
        ]
    )
    signs.update([index for index, row in enumerate(rows) if CUE_LINE < len(row) <= CUE_MOST and "。" not in row])
    return sorted(signs)


def is_menu_word(folded: str) -> bool:
    """Whether it is a single menu word."""
    return folded.strip(_TRIM) in _ready().navigation


SENTENCE = 8
"""Characters after a phrase that make it a sentence."""
_FULL_STOPS = frozenset("。!?…")
_INSTRUCTIONS = frozenset({"about_author", "notice", "hotline", "credit_line", "waiting", "post"})
"""Families whose phrases never begin a sentence of a story."""
_ASKS = re.compile(
    r"转载|版权|侵权|授权|本文|原文|责任自负|请(?:勿|注明|联系|点击|关注|扫|登录|订阅|分享)|点击|关注|订阅|扫(?:一扫|描|码关)|二维码|公众号|客户端|下载|微信|app|https?:|www\.|@"
)
_SENTENCES = frozenset({"about_author", "hotline", "credit_line", "notice"})
"""Families whose rows may be whole sentences."""

_OURS = re.compile(
    r"本(?:站|网|报|刊|社|平台|公司|内容|新闻|页|区域|文章|文(?:由|为|系|版权|已)|台)|©|copyright|all rights|icp|浏览器|您"
)
"""Self-references and instructions of sites."""
_LONG = frozenset({"legal", "notice", "replies"})
"""Families recognized by a phrase inside long rows."""


@cache
def _ready() -> _Ready:
    whole = {
        fold(phrase).strip(_TRIM) or fold(phrase): family for family in reversed(FAMILIES) for phrase in family.whole
    }
    begin = [fold(phrase) for family in FAMILIES for phrase in family.start]
    within = (phrase for family in FAMILIES for phrase in family.inside)
    between = f"[^{_PAUSES}]"
    buttons = (phrase for family in FAMILIES if family.name == "share" for phrase in family.whole)
    words = frozenset(map(fold, (*buttons, *NAVIGATION)))
    return _Ready(
        whole,
        re.compile(rf"[\s{_LEAD}]*(?:{_groups(family.start for family in FAMILIES)})"),
        frozenset(phrase[0] for phrase in begin) | frozenset(_LEAD + _BLANKS),
        frozenset(phrase[:BEGINNING] for phrase in begin) | frozenset(_LEAD + _BLANKS),
        re.compile(_groups(family.inside for family in FAMILIES)),
        re.compile(_by_opener(within)),
        frozenset(map(fold, NAVIGATION)),
        re.compile(
            f"{between}{{0,{HEAD_LATE}}}(?:{_any(LIST_HEADS)}){between}{{0,4}}(?:{_any(LIST_TAILS)})(?:\\s?[a-z]+)?$"
        ),
        re.compile(f"(?:{_by_opener(LIST_HEADS)})[^{_PAUSES}\n]{{0,4}}(?:{_by_opener(LIST_TAILS)})"),
        frozenset(fold(word)[0] for word in LIST_HEADS),
        words,
        frozenset(word[:BEGINNING] for word in words),
    )


def pattern_of(phrase: str) -> re.Pattern[str]:
    """Pattern for one phrase in a folded line."""
    return re.compile(_pattern(phrase))


def forget() -> None:
    """Clear the tables, after the phrase families changed."""
    _ready.cache_clear()


def _any(words: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(re.escape(fold(word)) for word in words))


def _groups(families: Iterable[tuple[str, ...]]) -> str:
    """One group per family; the group number identifies the family."""
    return "|".join(f"({'|'.join(map(_pattern, phrases)) or '(?!)'})" for phrases in families)


def _by_opener(phrases: Iterable[str]) -> str:
    """One alternative per first character, so that mismatches skip all its phrases."""
    branches: dict[str, list[str]] = {}
    for pattern in dict.fromkeys(map(_pattern, phrases)):
        opener = pattern[:2] if pattern.startswith("\\") else pattern[:1]
        branches.setdefault(opener, []).append(pattern.removeprefix(opener))
    return "|".join(f"{opener}(?:{'|'.join(rests)})" for opener, rests in branches.items())


def _pattern(phrase: str) -> str:
    return ".{0,8}".join(re.escape(part) for part in fold(phrase).split("…"))
