"""Kinds of evidence for a source, with the measured accuracy of each."""

import re

from tui_reader.cleaning.metadata.candidates import Candidate

WEIGHTS = {
    "label": 0.96,  # 來源：X
    "declared source": 0.9,
    "element": 0.85,  # <span class="source">
    "issuer": 0.9,  # 发文机关：X
    "reporter's": 0.82,  # 聯合報記者…
    "original": 0.85,  # 原創 name X
    "beside": 0.76,  # an outlet beside the date
    "dateline": 0.74,  # 新华社北京2月13日电
    "site": 0.72,  # og:site_name, JSON-LD's publisher
    "account": 0.7,  # the account that scripts name
    "board": 0.7,  # 發信站: X
    "site: window": 0.7,  # 題 - outlet
    "site: address": 0.68,  # the owner of the domain
    "site: crowded": 0.51,  # the same, of a place where anybody publishes
    "site: row": 0.5,  # a known outlet's name alone in a row outside the story
    "desk": 0.6,  # 编辑：account-X
    "alone": 0.6,  # a word alone between title and date
    "column": 0.6,  # X：題, with X's account below
    "word": 0.52,  # a word beside the date that is neither person nor outlet
    "site: last": 0.55,  # the last piece of the window's title, whatever it is
    "site: rights": 0.5,  # © X
    "site: home": 0.55,  # X首頁
    "site: head": 0.55,  # the name at the head of a dump, and again within a row below the story
    "site: top": 0.52,  # the same without another row, above the site's menu or motto
}
"""Accuracy of each kind of evidence."""
_DOMAIN = re.compile(r"[a-z\d-]+(?:\.[a-z\d-]+)+$")
_FACTOR_DOMAIN = 0.65
"""Factor of a bare domain."""


def claim(value: str, evidence: str, block: int = -1, factor: float = 1.0) -> Candidate:
    """A candidate for the source; `factor` reduces the weight of its evidence."""
    if _DOMAIN.match(value.lower()):
        factor *= _FACTOR_DOMAIN
    return Candidate("source", bare(value), evidence, WEIGHTS[evidence] * factor, block)


def bare(text: str) -> str:
    """An outlet's name without a bracketed addition."""
    return re.sub(r"\s*[\[(（【].*$", "", text).strip(" ：:-—·|｜>》")
