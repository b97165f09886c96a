"""What the model knows of a block: numbers about it, its neighbours and its place, hardly any of them about words."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui_reader.cleaning.body.ancestors import Places, places_of
from tui_reader.cleaning.body.characters import CLASSES, count
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block, Page
from tui_reader.script.fold import fold

Floats = NDArray[np.float32]
Columns = dict[str, Floats]

LATIN = 0.4
"""What a Latin letter counts beside a Han character, so that sentences of both scripts are about as long."""
LONG_SENTENCE = 20.0
"""Units from which a line with a sentence mark is a paragraph."""
TITLE_MOST = 300
"""Characters of a block that are compared with the title."""
ALIKE, LEAST_HEADLINE = 0.75, 0.3
"""Share of a block's bigrams in the window's title from which it may be the headline; the evidence needed."""
LEVELS = 4
"""Ancestors whose content is looked at: the block's own element and three above it."""

_ITEM = re.compile(
    r"(?:\d{1,3}[.、):]|[一二三四五六七八九十]{1,3}[、.,]|[•·●■◆▪○*-]\s|第.{1,4}[条章节步,:]|step ?\d|\([一二三四五六七八九十\d]{1,3}\))"
)
_GOOD_NAME = re.compile(r"article|content|post|entry|story|body|text|main|detail|markdown|zoom|news", re.IGNORECASE)
_BAD_NAME = re.compile(
    r"comment|side|relat|recommend|foot|share|social|banner|\bads?\b|widget|nav|menu|hot|rank|list|tag|copyright|"
    r"login|popup|modal|pager|pagination|crumb|subscribe|newsletter|promo|tool|reply|author|meta|info",
    re.IGNORECASE,
)
_SITE_TALK = re.compile(
    r"本(?:站|网|平台|公司|页|文章|台|报)|您|会员|登录|登入|注册|版权|转载|着作权|智慧财产权|留言|评论|回复|客服|联系我们|联络|电话|"
    r"下载|关注|订阅|粉丝|广告|免责|概不|隐私|条款|规则|请勿|禁止|捐款|浏览器|分享|点击|扫码|二维码|推荐|热门|相关|编辑|"
    r"备\d|icp|copyright|©|cookie|sign in|log in|subscribe|privacy|terms|newsletter|all rights|follow us|share"
)
"""How a site speaks of itself and to its reader, on pages of any site; in sentences of a story one such word is nothing."""
_TAGS = ("p", "li", "td", "div", "h1", "h2", "h3", "pre", "code", "blockquote", "table", "dd", "section", "article")
_SORTS = (
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
_ENDS = frozenset("。!?…:;,\"'”」』)】.~")


def describe(page: Page, labels: Sequence[Label], run: tuple[int, int]) -> tuple[list[str], Floats]:
    """The features' names, and their values: one row a block."""
    columns = _own(page.blocks)
    columns |= _from_labels(labels)
    columns |= _title(page)
    headline = headline_of(columns)
    columns |= _position(columns, run)
    columns |= _below_headline(columns, headline)
    columns |= _neighbours(columns)
    if page.tree is not None:
        places = places_of(page.blocks, page.tree)
        columns |= _in_tree(page.blocks, places, columns, page)
        columns["up_from_headline"], columns["down_from_headline"] = places.way_to(int(places.nodes[headline]))
    return list(columns), np.stack(list(columns.values()), axis=1).astype(np.float32)


def _own(blocks: Sequence[Block]) -> Columns:
    """The block by itself."""
    rows = [block.folded for block in blocks]
    size = len(rows)
    counts = dict(zip(CLASSES, count(rows).T, strict=True))
    chars = np.array([len(row) for row in rows], np.float32)
    units = counts["han"] + LATIN * counts["latin"]
    seen = Counter(rows)
    links = np.array([block.links for block in blocks], np.float32)
    stops = counts["stop"] + counts["call"]
    total = np.maximum(np.minimum(chars, 1000.0), 1.0)
    good = units * (stops > 0) * (units >= LONG_SENTENCE / 2) * (1.0 - links)
    ends = np.array([row[-1:] in _ENDS for row in rows], np.float32)
    return {
        "units": units,
        "chars": chars,
        "stops": stops,
        "commas": counts["comma"],
        "pauses_per": (stops + counts["comma"]) / np.maximum(units, 1.0),
        "stop_rate": stops / np.maximum(units, 1.0),
        "full_stops": counts["stop"],
        "ends": ends,
        "ends_full": np.array([row[-1:] in "。!?…”」』." for row in rows], np.float32),
        "ends_colon": np.array([row[-1:] == ":" for row in rows], np.float32),
        "ends_cut": np.array([row.endswith(("...", "…", "..")) for row in rows], np.float32),
        "links": links,
        "han": counts["han"] / total,
        "latin": counts["latin"] / total,
        "digits": counts["digit"] / total,
        "colons": counts["colon"] / total,
        "spaces": counts["space"] / total,
        "separators": counts["separator"] / total,
        "signs": counts["sign"] / total,
        "brackets": counts["bracket"] / total,
        "quotes": counts["quote"] / total,
        "times": np.array([seen[row] for row in rows], np.float32),
        "item": np.array([_ITEM.match(row) is not None for row in rows], np.float32),
        "good": good.astype(np.float32),
        "site_talk": _hits(_SITE_TALK, rows),
        "region": np.array([bool(block.hints) for block in blocks], np.float32),
        "comments_region": np.array([block.hints == "comments" for block in blocks], np.float32),
        **{f"tag_{tag}": np.fromiter((block.tag == tag for block in blocks), np.float32, size) for tag in _TAGS},
    }


def _hits(pattern: re.Pattern[str], rows: Sequence[str]) -> Floats:
    """How often a pattern matches in each row's beginning."""
    return np.array([len(pattern.findall(row[:TITLE_MOST])) for row in rows], np.float32)


def _from_labels(labels: Sequence[Label]) -> Columns:
    """What the rules take each block for."""
    size = len(labels)
    family = [label.sort not in _SORTS and label.role in {"dropped", "metadata", "deck"} for label in labels]
    return {
        "weight": np.fromiter((label.weight for label in labels), np.float32, size),
        "stop": np.fromiter((("", "soft", "hard").index(label.stop) for label in labels), np.float32, size),
        "family": np.array(family, np.float32),
        "reply": np.fromiter(
            (label.role == "comment" or label.sort == "post_head" for label in labels), np.float32, size
        ),
        **{f"is_{sort}": np.fromiter((label.sort == sort for label in labels), np.float32, size) for sort in _SORTS},
    }


def _bigrams(text: str) -> set[str]:
    squashed = "".join(text.split())
    return {squashed[i : i + 2] for i in range(len(squashed) - 1)}


def _title(page: Page) -> Columns:
    """How much of a block is in the window's title, and how much of that is in the block."""
    blocks = page.blocks
    window = page.declared.title or page.window_title or (blocks[0].text if blocks else "")
    wanted = _bigrams(fold(window[:TITLE_MOST]))
    inside, covered = [], []
    for block in blocks:
        grams = _bigrams(block.folded[:TITLE_MOST])
        common = len(grams & wanted)
        inside.append(common / max(len(grams), 1))
        covered.append(common / max(len(wanted), 1))
    return {"in_title": np.array(inside, np.float32), "of_title": np.array(covered, np.float32)}


def headline_of(columns: Columns) -> int:
    """The block that holds the headline over the story: like the window's title or marked as the first heading; or -1."""
    like = np.where(columns["in_title"] > ALIKE, columns["of_title"], 0.0)
    score = like + 0.5 * columns["tag_h1"] - 0.5 * columns["links"] - 0.2 * (columns["units"] > 60)
    score[0] -= 0.3  # a dump begins with the window's title
    best = float(score.max())
    if best < LEAST_HEADLINE:
        return -1
    near = np.flatnonzero(score >= 0.9 * best)
    good = columns["good"]
    after = np.cumsum(good[::-1])[::-1] / max(float(good.sum()), 1.0)
    with_story = near[after[near] >= 0.1]
    return int(with_story[-1] if len(with_story) else near[0])


def _below_headline(columns: Columns, headline: int) -> Columns:
    """What stands between the headline and each block."""
    size = len(columns["units"])
    made: Columns = {"has_headline": np.full(size, float(headline >= 0), np.float32)}
    made["from_headline"] = np.clip(np.arange(size, dtype=np.float32) - headline, -50, 99)
    for name in ("units", "good", "links", "stop", "family", "is_loose", "reply", "site_talk"):
        total = np.cumsum(columns[name], dtype=np.float64) - columns[name]
        made[f"{name}_between"] = (total - (total[headline] if headline >= 0 else 0.0)).astype(np.float32)
    return made


def _position(columns: Columns, run: tuple[int, int]) -> Columns:
    """How far down the page, and where the rules' own run lies."""
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
    """The blocks above and below, singly and in windows; distances to the next paragraphs."""
    made: Columns = {}
    for name in ("units", "stops", "ends", "links", "weight", "item", "stop", "family"):
        for step in (-2, -1, 1, 2):
            made[f"{name}{step:+d}"] = _shifted(columns[name], step)
    for name in ("good", "units", "links", "is_loose", "item", "pauses_per", "family", "site_talk"):
        for reach in (3, 8):
            made[f"{name}_above{reach}"], made[f"{name}_below{reach}"] = _windows(columns[name], reach)
    made["talk_per_unit"] = _ratio(columns["site_talk"], columns["units"])
    paragraphs = columns["good"] >= LONG_SENTENCE
    made["to_paragraph_above"], made["to_paragraph_below"] = _distances(paragraphs)
    made["to_stop_above"], made["to_stop_below"] = _distances(columns["stop"] >= 1)
    made["to_family_above"], made["to_family_below"] = _distances(columns["family"] >= 1)
    made["to_reply_above"], made["to_reply_below"] = _distances(columns["reply"] >= 1)
    return made


def _shifted(column: Floats, step: int) -> Floats:
    moved = np.zeros_like(column)
    if step > 0:
        moved[:-step] = column[step:]
    else:
        moved[-step:] = column[:step]
    return moved


def _windows(column: Floats, reach: int) -> tuple[Floats, Floats]:
    """Means over the `reach` blocks above and those below."""
    size = len(column)
    total = np.concatenate([[0.0], np.cumsum(column, dtype=np.float64)])
    indices = np.arange(size)
    above = total[indices] - total[np.maximum(indices - reach, 0)]
    below = total[np.minimum(indices + 1 + reach, size)] - total[indices + 1]
    return (above / reach).astype(np.float32), (below / reach).astype(np.float32)


def _distances(marked: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Blocks up to the next marked one, and down to it; at most 50."""
    size = len(marked)
    indices = np.arange(size)
    up = np.maximum.accumulate(np.where(marked, indices, -99))
    up = np.concatenate([[-99], up[:-1]])
    down = np.minimum.accumulate(np.where(marked, indices, size + 99)[::-1])[::-1]
    down = np.concatenate([down[1:], [size + 99]])
    return np.minimum(indices - up, 50).astype(np.float32), np.minimum(down - indices, 50).astype(np.float32)


def _in_tree(blocks: Sequence[Block], places: Places, columns: Columns, page: Page) -> Columns:
    """The elements around each block, and the way to the elements that hold most of the page's sentences."""
    made: Columns = {"depth": places.depths[places.nodes].astype(np.float32)}
    good = columns["good"]
    all_good = max(float(good.sum()), 1.0)
    sums = {name: places.sums(columns[name]) for name in ("good", "units", "is_loose", "item", "family")}
    linked = places.sums(columns["links"] * columns["chars"])
    chars = places.sums(columns["chars"])
    held = (places.last - places.first).astype(np.float32)
    long = places.sums((good >= LONG_SENTENCE).astype(np.float32))
    for level, column in enumerate(places.ancestors(LEVELS)):
        made[f"up{level}_blocks"] = held[column]
        made[f"up{level}_good"] = _ratio(sums["good"][column], np.float32(all_good))
        made[f"up{level}_dense"] = _ratio(sums["good"][column], sums["units"][column])
        made[f"up{level}_links"] = _ratio(linked[column], chars[column])
        made[f"up{level}_long"] = _ratio(long[column], held[column])
        made[f"up{level}_loose"] = _ratio(sums["is_loose"][column], held[column])
        made[f"up{level}_units"] = sums["units"][column]
    for share in (50, 75, 90):
        element = places.deepest_with(good, share / 100)
        made[f"up_from{share}"], made[f"down_from{share}"] = places.way_to(element)
        inside = (np.arange(len(blocks)) >= places.first[element]) & (np.arange(len(blocks)) < places.last[element])
        made[f"in{share}"] = inside.astype(np.float32)
    made |= _names(places, page)
    made |= _alike(blocks, columns, page)
    return made


def _ratio(part: Floats, whole: Floats | np.float32) -> Floats:
    ratio: Floats = (part / np.maximum(whole, np.float32(1.0))).astype(np.float32)
    return ratio


def _names(places: Places, page: Page) -> Columns:
    """Steps up to an element whose class or id calls it the story's, or something else's."""
    assert page.tree is not None  # noqa: S101 - asked only of pages with a tree
    names, tags = page.tree.names, page.tree.tags
    live = np.unique(places.nodes)
    said = np.zeros((2, len(names)), np.float32)
    known = np.zeros(len(names), np.bool_)
    order: list[int] = []
    for leaf in live.tolist():
        chain, node = [], leaf
        while not known[node]:
            known[node] = True
            chain.append(node)
            node = int(places.parents[node])
        order += reversed(chain)
    for node in order:
        up = int(places.parents[node])
        for row, pattern in enumerate((_GOOD_NAME, _BAD_NAME)):
            hit = names[node] and pattern.search(names[node])
            said[row, node] = 0.0 if hit else min(said[row, up] + 1.0, 20.0) if node else 20.0
    listed = np.fromiter((tag in {"ul", "ol", "dl"} for tag in tags), np.float32, len(tags))
    columns = places.ancestors(3)
    return {
        "good_name": said[0][places.nodes],
        "bad_name": said[1][places.nodes],
        "in_list": np.max([listed[column] for column in columns], axis=0),
    }


def _alike(blocks: Sequence[Block], columns: Columns, page: Page) -> Columns:
    """What share of the page's sentences stands in blocks whose elements are called the same, and how many those are."""
    assert page.tree is not None  # noqa: S101
    tags, names, parents = page.tree.tags, page.tree.names, page.tree.parents
    keys: dict[tuple[str, str, str, str], int] = {}
    groups = np.array(
        [
            keys.setdefault((tags[b.node], names[b.node], tags[parents[b.node]], names[parents[b.node]]), len(keys))
            for b in blocks
        ]
    )
    size = np.bincount(groups, minlength=len(keys)).astype(np.float32)
    good = np.bincount(groups, columns["good"], len(keys)).astype(np.float32)
    units = np.bincount(groups, columns["units"], len(keys)).astype(np.float32)
    all_good = max(float(columns["good"].sum()), 1.0)
    return {
        "alike_count": size[groups],
        "alike_good": good[groups] / all_good,
        "alike_dense": good[groups] / np.maximum(units[groups], 1.0),
    }
