"""Leads that begin with a dateline, prose even without a full stop: 本报讯（记者 陈志远）昨日，福建沿海停航."""

import re
from collections.abc import Sequence

from tui_reader.cleaning.markup.blocks import Block
from tui_reader.text.han import HAN

_DATELINE = re.compile(
    rf"^(?:本[报報刊台网網][讯訊]?|[{HAN}]{{2,8}}(?:讯|訊|电|電|报道|報導|社|网|網|台))?[\s　]*"
    r"[（(【\[〔](?P<bracket>[^（(【\[〔）)】\]〕\n]{2,40})[）)】\]〕][\s　]*(?:[讯訊电電])?[\s　]*(?P<lead>.*)$",
    re.DOTALL,
)
_REPORTS = re.compile("[记記]者|通[讯訊][员員]|[报報][导導道]|[编編][译譯]|特派|[综綜]合")
"""Contents of a dateline's brackets; other brackets begin notes and advertisements too (【广告】点击下载)."""
_HAN = re.compile(f"[{HAN}]")

LEAST = 6
"""Minimum Han characters after a dateline; fewer are a place or a second name."""


def is_lead(text: str) -> bool:
    """Whether `text` continues after a dateline."""
    found = _DATELINE.match(text)
    return found is not None and bool(_REPORTS.search(found["bracket"])) and len(_HAN.findall(found["lead"])) >= LEAST


def start_with_lead(blocks: Sequence[Block], title: int, start: int) -> int:
    """Start of the body: the block above `start` if it is a lead below the title."""
    above = start - 1
    return above if above > title and above >= 0 and is_lead(blocks[above].text) else start
