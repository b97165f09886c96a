"""Features of a block: numbers about it, its neighbours and its place, nearly independent of words."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import repeat

import numpy as np

from tui_reader.cleaning.body.ancestors import places_of
from tui_reader.cleaning.body.characters import CLASSES, count
from tui_reader.cleaning.body.columns import LONG_SENTENCE, Columns, Floats, distances, ratio, shifted, windows
from tui_reader.cleaning.body.headline import TITLE_MOST, agreement, below_headline, headline_of
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.surroundings import in_tree
from tui_reader.cleaning.markup.blocks import Block, Page

LATIN = 0.4
"""Weight of a Latin letter relative to a Han character, so that sentences of both scripts have similar lengths."""
_ITEM = re.compile(
    r"(?:\d{1,3}[.、):]|[一二三四五六七八九十]{1,3}[、.,]|[•·●■◆▪○*-]\s|第.{1,4}[条章节步,:]|step ?\d|\([一二三四五六七八九十\d]{1,3}\))"
)
_SERVICE_WORDS = re.compile(
    r"本(?:站|网|平台|公司|页|文章|台|报)|您|会员|登录|登入|注册|版权|转载|着作权|智慧财产权|留言|评论|回复|客服|联系我们|联络|电话|"
    r"下载|关注|订阅|粉丝|广告|免责|概不|隐私|条款|规则|请勿|禁止|捐款|浏览器|网址|网页|页面|密码|验证码|服务条款|用户协议|购物车|分享|点击|扫码|二维码|推荐|热门|相关|编辑|"
    r"备\d|icp|copyright|©|cookie|sign in|log in|subscribe|privacy|terms|newsletter|all rights|follow us|share"
)
"""Self-references and instructions of sites; a single such word in a story is no evidence."""
_TAGS = ("p", "li", "td", "div", "h1", "h2", "h3", "pre", "code", "blockquote", "table", "dd", "section", "article")
_CATEGORIES = (
    "prose",
    "phrase",
    "unfinished",
    "loose",
    "menu",
    "row",
    "links",
    "caption",
    "date",
    "image",
    "tags",
    "code",
    "table",
)
_NEAR = ("units", "stops", "ends", "links", "weight", "item", "stop", "family")
"""Features taken from each of the two blocks above and below."""
_WIDE = ("good", "units", "links", "is_loose", "item", "pauses_per", "family", "service_words")
"""Features taken from the windows above and below."""
_MARKED = ("paragraph", "stop", "family", "reply")
"""Kinds of blocks whose distance is a feature."""
_STOPS = {"": 0.0, "soft": 1.0, "hard": 2.0}
_FULL_ENDS = frozenset("。!?…”」』.")
_CUTS = ("…", "..")
_ENDS = frozenset("。!?…:;,\"'”」』)】.~")


_SHARES = {
    "han": "han",
    "latin": "latin",
    "digits": "digit",
    "colons": "colon",
    "spaces": "space",
    "separators": "separator",
    "signs": "sign",
    "brackets": "bracket",
    "quotes": "quote",
}
"""Features that are the share of a class of characters in a row."""


def describe(page: Page, labels: Sequence[Label], run: tuple[int, int]) -> tuple[list[str], Floats]:
    """(feature names, one row of values per block)."""
    columns = _own(page.blocks)
    columns |= _from_labels(labels)
    columns |= agreement(page)
    headline = headline_of(columns)
    columns |= _position(columns, run)
    columns |= below_headline(columns, headline)
    columns |= _neighbours(columns)
    if page.tree is not None:
        places = places_of(page.blocks, page.tree)
        columns |= in_tree(page.blocks, places, columns, page)
        columns["up_from_headline"], columns["down_from_headline"] = places.way_to(int(places.nodes[headline]))
    return list(columns), np.array(list(columns.values()), np.float32).T


def _own(blocks: Sequence[Block]) -> Columns:
    """Features of each block without its neighbours: length, punctuation, links, markup."""
    rows = [block.folded for block in blocks]
    seen = Counter(rows)
    counts = dict(zip(CLASSES, count(rows).T, strict=True))
    marks, shares = _marks(rows, counts), _shares(rows, counts)
    links = np.array([block.links for block in blocks], np.float32)
    enough = (marks["stops"] > 0) * (marks["units"] >= LONG_SENTENCE / 2)
    return {
        **marks,
        **_ends(rows),
        "links": links,
        **shares,
        "times": np.array([seen[row] for row in rows], np.float32),
        "item": np.array([_ITEM.match(row) is not None for row in rows], np.float32),
        "good": (marks["units"] * enough * (1.0 - links)).astype(np.float32),
        "service_words": _hits(_SERVICE_WORDS, rows),
        "region": np.array([bool(block.hints) for block in blocks], np.float32),
        "comments_region": np.array([block.hints == "comments" for block in blocks], np.float32),
        **_one_hot("tag_", _TAGS, [block.tag for block in blocks]),
    }


def _marks(rows: Sequence[str], counts: Columns) -> Columns:
    """Length and punctuation. `counts`: characters of each class."""
    units = counts["han"] + LATIN * counts["latin"]
    stops = counts["stop"] + counts["call"]
    return {
        "units": units,
        "chars": np.array([len(row) for row in rows], np.float32),
        "stops": stops,
        "commas": counts["comma"],
        "pauses_per": (stops + counts["comma"]) / np.maximum(units, 1.0),
        "stop_rate": stops / np.maximum(units, 1.0),
        "full_stops": counts["stop"],
    }


def _shares(rows: Sequence[str], counts: Columns) -> Columns:
    """The share of each class of characters in a row."""
    chars = np.array([len(row) for row in rows], np.float32)
    total = np.maximum(np.minimum(chars, 1000.0), 1.0)
    shares = (np.array([counts[kind] for kind in _SHARES.values()]) / total).astype(np.float32)
    return dict(zip(_SHARES, shares, strict=True))


def _ends(rows: Sequence[str]) -> Columns:
    """Whether a row ends with any punctuation, a full stop, a colon, or a truncation."""
    last = [row[-1:] for row in rows]
    return {
        "ends": np.array(list(map(_ENDS.__contains__, last)), np.float32),
        "ends_full": np.array(list(map(_FULL_ENDS.__contains__, last)), np.float32),
        "ends_colon": np.array(list(map(":".__eq__, last)), np.float32),
        "ends_cut": np.array([row.endswith(_CUTS) for row in rows], np.float32),
    }


def service_share(folded: str) -> float:
    """Share of a row's characters in words of a site about itself and its services, 0 to 1."""
    return sum(map(len, _SERVICE_WORDS.findall(folded))) / len(folded)


def _hits(pattern: re.Pattern[str], rows: Sequence[str]) -> Floats:
    """Matches of a pattern in the beginning of each row."""
    return np.array([len(pattern.findall(row[:TITLE_MOST])) for row in rows], np.float32)


def _from_labels(labels: Sequence[Label]) -> Columns:
    """Features from the rules' labels."""
    family = [label.category not in _CATEGORIES and label.role in {"dropped", "metadata", "deck"} for label in labels]
    return {
        "weight": np.array([label.weight for label in labels], np.float32),
        "stop": np.array([_STOPS[label.stop] for label in labels], np.float32),
        "family": np.array(family, np.float32),
        "reply": np.array([label.role == "comment" or label.category == "post_head" for label in labels], np.float32),
        **_one_hot("is_", _CATEGORIES, [label.category for label in labels]),
    }


def _one_hot(prefix: str, names: Sequence[str], values: Sequence[str]) -> Columns:
    """A column per name with 1 where the value is that name, else 0."""
    places = {name: place for place, name in enumerate(names)}
    met = np.fromiter(map(places.get, values, repeat(-1)), np.int8, len(values))
    columns = (met == np.arange(len(names), dtype=np.int8)[:, None]).astype(np.float32)
    return {prefix + name: column for name, column in zip(names, columns, strict=True)}


def _position(columns: Columns, run: tuple[int, int]) -> Columns:
    """Relative position on the page and to the rules' run."""
    size = len(columns["units"])
    indices = np.arange(size, dtype=np.float32)
    units, good = columns["units"], columns["good"]
    before, good_before = np.cumsum(units) - units, np.cumsum(good) - good
    all_units, all_good = max(float(units.sum()), 1.0), max(float(good.sum()), 1.0)
    start, end = run
    return {
        "index": indices / max(size, 1),
        "units_before": before / all_units,
        "good_before": good_before / all_good,
        "good_after": (all_good - good_before - good) / all_good,
        "good_here": good / all_good,
        "page_good": np.full(size, all_good, np.float32),
        "page_size": np.full(size, size, np.float32),
        "page_good_share": np.full(size, all_good / all_units, np.float32),
        "from_start": np.clip(indices - start, -50, 50),
        "from_end": np.clip(indices - end + 1, -50, 50),
        "in_run": ((indices >= start) & (indices < end)).astype(np.float32),
    }


def _neighbours(columns: Columns) -> Columns:
    """Features of neighbours, singly and in windows; distances to the next paragraphs."""
    near, wide = (np.array([columns[name] for name in names]) for names in (_NEAR, _WIDE))
    beside = {step: shifted(near, step) for step in (-2, -1, 1, 2)}
    made = {f"{name}{step:+d}": moved[row] for row, name in enumerate(_NEAR) for step, moved in beside.items()}
    around = {reach: windows(wide, reach) for reach in (3, 8)}
    for row, name in enumerate(_WIDE):
        for reach, (above, below) in around.items():
            made[f"{name}_above{reach}"], made[f"{name}_below{reach}"] = above[row], below[row]
    made["service_words_per_unit"] = ratio(columns["service_words"], columns["units"])
    marked = np.array([columns["good"] >= LONG_SENTENCE, *(columns[name] >= 1 for name in _MARKED[1:])])
    for name, up, down in zip(_MARKED, *distances(marked), strict=True):
        made[f"to_{name}_above"], made[f"to_{name}_below"] = up, down
    return made
