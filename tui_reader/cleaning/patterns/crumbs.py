"""Breadcrumbs: the sections that lead from a site's first page to an article. Words and separators of all of them."""

import re

from tui_reader.text.outlets import is_outlet

STEP, LONGEST = 8, 60
"""Maximum characters of a step, and of a row."""
BARS = 3
"""Minimum steps of a row of bars or slashes that does not begin with the site: a headline has one bar at most."""

_SEPARATORS = (
    (re.compile(r"\s*(?:(?<!-)>{1,2}|»|›)\s*"), 2),
    (re.compile(r"\s*[|]\s*|\s+[/·•]\s+"), BARS),
    (re.compile(r"\s*(?:→|-+>)\s*"), LONGEST),
)
"""Separators of steps, and the minimum steps of a row that does not begin with the site: 北京→上海 is a journey."""
HERE = re.compile(r"^[^>»›＞:：]{0,8}(?:位置|位于|在)\s?(?:是)?\s?[:：]\s?")
"""您当前的位置：, before a breadcrumb."""
ARROWS = re.compile("[>»›＞]+")
BARS_AS_WRITTEN = re.compile(r"\s*[/|·\\]\s*")
_HOME = "(?:网站|本站)?(?:首页|主页|home)"
_FIRST = re.compile(rf"{_HOME}$")
_FROM_HOME = re.compile(rf"{_HOME}\s?(?:[>»›→|]|-+>|\s[/·•-]\s)\s?\S")
_BARS_FROM_HOME = re.compile(rf"{_HOME}\s*[/|·\\]\s*\S")
_PATH_FROM_HOME = re.compile(rf"\S{{0,12}}{_HOME}\s?[>»›]\s?\S.{{0,80}}$")
_SENTENCE = re.compile(r"[。,!?;:\d]")
_SIGN = re.compile("[>»›|/·•→]")
"""A sign of every separator: most rows have none."""


def steps_of(folded: str) -> list[str]:
    """Steps of a breadcrumb; none if the row is not one. A row that ends with the headline is a breadcrumb no more."""
    if len(folded) > LONGEST or not _SIGN.search(folded):
        return []
    row = HERE.sub("", folded, count=1)
    for separator, least in _SEPARATORS:
        steps = [step for step in separator.split(row.strip()) if step]
        short = len(steps) > 1 and not any(len(step) > STEP or _SENTENCE.search(step) for step in steps)
        if short and (len(steps) >= least or _is_site(steps[0])):
            return steps
    return []


def _is_site(step: str) -> bool:
    return _FIRST.match(step) is not None or is_outlet(step)


def leads_from_home(folded: str) -> bool:
    """Whether a folded row begins with the site's first page and a separator: no headline does."""
    return _FROM_HOME.match(folded) is not None


def has_bars_from_home(folded: str) -> bool:
    """Whether a folded row begins with the first page and a bar or slash: 首頁 / 財經."""
    return _BARS_FROM_HOME.match(folded) is not None


def is_path_from_home(folded: str) -> bool:
    """Whether a folded row leads from the first page, named with its site, by arrows; a headline may end it."""
    return _PATH_FROM_HOME.match(folded) is not None


def is_crumb(folded: str) -> bool:
    """Whether a folded row is a breadcrumb and nothing else."""
    return bool(steps_of(folded))
