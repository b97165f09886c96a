"""First pass of the classifier: each block alone.

Each block gets a label: role, reason, and a weight in characters of prose, positive for body text.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tui_reader.cleaning.body import rules
from tui_reader.cleaning.body.captions import BEGINS as CAPTION_BEGINS
from tui_reader.cleaning.body.captions import ENDS as CAPTION_ENDS
from tui_reader.cleaning.body.captions import is_caption
from tui_reader.cleaning.markup.blocks import Block, date_rows
from tui_reader.cleaning.markup.elements import REGION_REASONS
from tui_reader.cleaning.patterns.cues import CUE_LINE, is_menu_word, rows_with_phrases
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.cleaning.patterns.phrases import STANDFIRSTS, Family, Stop
from tui_reader.model import Role
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN

_PARTS = re.compile(rf"\s*[|·•‧﹒/>»›、]+\s*|(?<=[{HAN}])\s+(?=[{HAN}])")
_APART = re.compile(r"[\s|·•‧﹒/>»›、]")
_IMAGE = re.compile(r"https?://\S+\.(?:jpe?g|png|gif|webp|bmp)(?:\?\S*)?$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_TAGS = re.compile(r"</?(?:br|p|b|i|u|ul|ol|li|a|img|div|span|strong|em|font|table|td|tr)\b[^<>]*>")
_THREAD_ROW = re.compile(
    r"(?:^|[^\d/-])\d{1,2}[-/]\d{1,2} \d{1,2}:\d{2}(?::\d{2})?(?:\s?\d+ ?字节?)?(?:\s?[\[(][\d/ ]+[\])])?$"
)
_NO_WORDS = re.compile(r"[\W\d_]*$")
_CUT_OFF = ("...", "…", "..", ":")
"""Line ends that are truncations, although they consist of punctuation."""


class Label(NamedTuple):
    """Label of a block. `category`: finer category: prose, phrase, loose, row, caption, image or a phrase family."""

    role: Role
    category: str
    reason: str
    weight: float
    stop: Stop = ""


_LINKS = Label("dropped", "links", "mostly links", rules.LINKED)
_PICTURE = Label("image", "image", "image URL", 0.0)
_PLACE = Label("metadata", "address", "an address", -5.0)
_HASHTAGS = Label("dropped", "tags", "a list of tags", rules.DROPPED)
_STANDFIRST = Label("deck", "deck", "labelled deck", 0.0)
_THREAD = Label("dropped", "thread_row", "a row of a thread's index", rules.LOOSE)
_MARKUP = Label("dropped", "markup", "leftover markup", rules.DROPPED)
_CAPTION = Label("caption", "caption", "image caption", 0.0)
_DATE = Label("metadata", "date", "a row with a date", rules.DROPPED)
_MENU_WORD = Label("dropped", "menu", "navigation", rules.LOOSE)
_MENU_ROW = Label("dropped", "row", "a row of menu words", rules.ROW)
_SHAPED: dict[str | None, Label] = {
    "table": Label("body", "table", "a table", 0.0),
    "code": Label("body", "code", "a program", 0.0),
}
_REGIONS: dict[str, Label] = {
    region: Label("dropped", "region", reason, rules.DROPPED) for region, reason in REGION_REASONS.items()
}
_FAMILIES: dict[str, Label] = {}
"""Cached labels by phrase family."""
_Key = tuple[str, int, bool]
"""Folded line, its count on the page, and whether it is mostly links: everything its label depends on."""
_LEARNED: dict[_Key, Label] = {}
"""Cached labels of short lines: a site repeats them on all pages."""
LEARNED, MOST_LEARNED = 40, 1 << 14
"""Maximum characters of cached lines (longer ones belong to stories), and maximum cache size."""
_LOOSE = Label("body", "loose", "a line without a sentence", rules.LOOSE)
_LOOSE_AGAIN = _LOOSE._replace(weight=rules.REPEATED + rules.LOOSE)


def label_blocks(blocks: Sequence[Block]) -> list[Label]:
    """Labels by rules, one per block, each independent of its neighbours; equal rows are counted."""
    rows = [block.folded for block in blocks]
    linked = [block.mostly_links for block in blocks]
    keys = list(zip(rows, map(Counter(rows).__getitem__, rows), linked, strict=True))
    met = list(map(_LEARNED.get, keys))
    new = _label_lines({key: block for key, block, label in zip(keys, blocks, met, strict=True) if label is None})
    labels = [label or new[key] for key, label in zip(keys, met, strict=True)]
    _learn(new)
    return list(map(_with_markup, blocks, labels)) if any(block.tag for block in blocks[:1]) else labels


def _label_lines(lines: Mapping[_Key, Block]) -> dict[_Key, Label]:
    """Same as `label_block` for many lines, one block each; patterns run once over all lines joined."""
    rows = [row for row, _, _ in lines]
    short = Lines([row if len(row) <= CUE_LINE else "" for row in rows])
    blocks = list(lines.values())
    families = {i: family for i in rows_with_phrases(rows, short) if (family := blocks[i].family) is not None}
    dated = frozenset(date_rows(blocks))
    return {
        key: _of_family(families[index])
        if index in families
        else _without_cue(key[0], key[1], linked=key[2], dated=index in dated)
        for index, key in enumerate(lines)
    }


def _learn(new: Mapping[_Key, Label]) -> None:
    """Cache the labels of short lines."""
    if len(_LEARNED) > MOST_LEARNED:
        _LEARNED.clear()
    _LEARNED.update((key, label) for key, label in new.items() if len(key[0]) <= LEARNED)


def forget() -> None:
    """Clear the cache, after the phrase families changed."""
    _LEARNED.clear()
    _FAMILIES.clear()


def _with_markup(block: Block, label: Label) -> Label:
    """Corrections by markup: preformatted text, captions, named regions."""
    if block.kind in _SHAPED:
        return _SHAPED[block.kind]
    if label.role != "body":
        return label
    if block.tag in {"figcaption", "caption"} and len(block.folded) <= rules.CAPTION_MOST:
        return _CAPTION
    return _REGIONS[block.hints] if block.hints else label


def label_block(block: Block, times: int = 1) -> Label:
    """Label of a single block that occurs `times` times on the page."""
    if block.family is not None:
        return _of_family(block.family)
    return _without_cue(block.folded, times, linked=block.mostly_links, dated=block.is_date_row)


def _without_cue(folded: str, times: int, *, linked: bool, dated: bool) -> Label:
    """Label of a line without cue phrase. `linked`: mostly links; `dated`: a date and little else."""
    if not linked and folded.isalpha():
        return _CAPTION if is_caption(folded) else _of_letters(folded, times)
    may_be_form = (
        linked
        or folded[0] in _openers()
        or folded[-1] in CAPTION_ENDS
        or ":" in folded[-rules.ROW_TAIL :]
        or "<" in folded
        or "图" in folded
    )
    form = _by_form(folded, linked=linked) if may_be_form else None
    return form or _by_sentence(folded, times, dated=dated) or _by_length(folded, times)


def _of_letters(folded: str, times: int) -> Label:
    """Lines of letters only: no sentence, date or row."""
    if times > rules.REPEATS or is_menu_word(folded):
        return _MENU_WORD
    return _LOOSE if times == 1 or len(folded) >= rules.LONG else _LOOSE_AGAIN


def _of_family(family: Family) -> Label:
    if family.name not in _FAMILIES:
        weight = rules.SOFT_STOP if family.stop else rules.DROPPED
        _FAMILIES[family.name] = Label(family.role, family.name, family.reason, weight, family.stop)
    return _FAMILIES[family.name]


def _by_form(folded: str, *, linked: bool) -> Label | None:
    """By links, beginning and end of the line."""
    if linked and "。" not in folded:
        return _LINKS
    if folded.startswith(("http", "www.")):
        return _PICTURE if _IMAGE.match(folded) else _PLACE if _ADDRESS.match(folded) else None
    if folded[0] == "#" and folded.count("#") > 1 and "。" not in folded:
        return _HASHTAGS
    if folded.startswith(_standfirsts()):
        return _STANDFIRST
    return _by_remains(folded)


def _by_remains(folded: str) -> Label | None:
    """Thread indexes, leftover markup, captions."""
    if ":" in folded[-rules.ROW_TAIL :] and _THREAD_ROW.search(folded, max(0, len(folded) - rules.ROW_TAIL - 10)):
        return _THREAD
    if "<" in folded and len(_TAGS.findall(folded[: rules.LONGEST_ROW])) >= rules.TAGS:
        return _MARKUP
    return _CAPTION if is_caption(folded) else None


def _by_sentence(folded: str, times: int, *, dated: bool) -> Label | None:
    """Prose by its full stop; and lines that are not sentences."""
    size = len(folded)
    if "。" in folded and size >= rules.SHORT_PROSE:
        whole = size < rules.LONG or folded[-1] in rules.TERMINAL or folded.count("。") > 1
        weight = min(size, rules.PROSE_CAP) if whole else rules.UNFINISHED * size
        return Label("body", "prose", "prose", weight / times)
    if times > rules.REPEATS or is_menu_word(folded):
        return _MENU_WORD
    return _DATE if dated else None


def _by_length(folded: str, times: int) -> Label:
    """Lines without a full stop: phrase, row of words, headline."""
    size = len(folded)
    finished = folded[-1] in rules.TERMINAL and not folded.endswith(_CUT_OFF)
    if size >= rules.LONG:
        return _long(folded, times, finished=finished)
    if finished and size > 1 and not _NO_WORDS.match(folded):
        return Label("body", "phrase", "a phrase", rules.PHRASE * size if times == 1 else rules.REPEATED)
    if _is_menu(folded):
        return _MENU_ROW
    return _LOOSE if times == 1 else _LOOSE_AGAIN


def _long(folded: str, times: int, *, finished: bool) -> Label:
    """Long lines without a full stop: sentence by its commas, headline or menu."""
    size = len(folded)
    pauses, calls = folded.count(",") + folded.count(";"), folded.count("!") + folded.count("?")
    if finished and pauses:
        return Label("body", "prose", "prose", rules.SPOKEN * min(size, rules.PROSE_CAP) / times)
    if _is_menu(folded):
        return _MENU_ROW
    if pauses + calls >= rules.WIDE_COMMAS and not folded.endswith(_CUT_OFF[:2]):
        return Label("body", "unfinished", "long line without a sentence end", rules.UNFINISHED * size)
    return _LOOSE


def _is_menu(folded: str) -> bool:
    """Whether it consists of many short separated words."""
    if len(folded) > rules.LONGEST_ROW:
        return False
    most = len(_APART.findall(folded)) + 1  # parts that it can have
    if most < rules.MENU_WORDS or len(folded) > (rules.MENU_WORD + 1) * most or folded[0].isdigit():
        return False
    parts = [part for part in _PARTS.split(folded) if part]
    return len(parts) >= rules.MENU_WORDS and sum(map(len, parts)) <= rules.MENU_WORD * len(parts)


@cache
def _standfirsts() -> tuple[str, ...]:
    return tuple(map(fold, STANDFIRSTS))


@cache
def _openers() -> frozenset[str]:
    """First characters of addresses, tags, captions and labelled decks: a quick test."""
    return CAPTION_BEGINS | frozenset("hw#") | {phrase[0] for phrase in _standfirsts()}
