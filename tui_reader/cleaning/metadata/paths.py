"""Category and URL of an article: breadcrumbs, menu words of newspapers, URL lines."""

import re

from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.metadata.rows import LONG_HEAD, Rows
from tui_reader.cleaning.patterns.crumbs import ARROWS, BARS_AS_WRITTEN, HERE, has_bars_from_home, steps_of
from tui_reader.text.fold import fold

CRUMB_ROW, STEP = 60, 8
"""Maximum characters of a breadcrumb row (首頁 > 財經 > 正文), and of one step."""
MOST_STEPS = 5
"""Maximum steps of a breadcrumb."""
SLASHED = 3
"""Maximum steps of a breadcrumb of slashes or bars; menus have more."""
_HOME = frozenset(
    ["首页", "首頁", "主页", "主頁", "正文", "新闻", "新聞", "新闻中心", "新聞中心", "home", "文章", "频道", "頻道"]
)
_CATEGORIES = frozenset(
    [
        "理财",
        "财经",
        "社会",
        "科技",
        "政治",
        "国际",
        "国内",
        "生活",
        "娱乐",
        "体育",
        "地方",
        "要闻",
        "军事",
        "文化",
        "教育",
        "健康",
        "汽车",
        "房产",
        "旅游",
        "时尚",
        "两岸",
        "大陆",
        "产业",
        "证券",
        "商情",
        "全球",
        "评论",
        "观点",
        "数码",
        "游戏",
        "互联网",
        "半导体",
        "人工智能",
        "ai",
        "经济",
        "金融",
        "公司",
        "世界",
        "影剧",
        "消费",
        "兩岸",
    ]
)
_BOARD = re.compile(
    r"(?:^|\s)(?:(?:看板|信区|讨论区)(?:名称)?\s?:?\s?|(?:版块|板块|栏目|分类|类别|所属频道)\s?:\s?)(?P<it>[^\s,|/()\[\]:]{2,16})(?=$|[\s,|/(])"
)
"""看板 Travel, 信区: Travel, 栏目：健康: a board or section by its label."""
_URL = re.compile(r"https?://[^\s<>\"'）)】」]+")
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp)$")


def category(rows: Rows) -> str | None:
    """Last step of the breadcrumb, or a common section name next to title or date."""
    site = re.split("[-_|–—]", fold(rows.window))[-1]
    for steps in (*_paths(rows), _path_in_rows(rows)):
        named = [step for step in steps if step and step not in _HOME and len(step) <= STEP]
        own = [step for step in named if fold(step) not in site]
        if own:
            return own[-1]
    if board := _board(rows):
        return board
    title, start = rows.place.title, rows.place.start
    for index in [title - 1, *(i + d for i in rows.dated() for d in (-1, 1))]:
        near = 0 <= index < start and index != title and len(rows.folded(index)) <= STEP + STEP
        if near and any(part.strip() in _CATEGORIES for part in re.split(r"[/·、.]", rows.folded(index))):
            return _last_step(rows.blocks[index].text, rows.folded(index))
    return None


def _board(rows: Rows) -> str | None:
    """The board of a post, or the section that a row near the title names by a label."""
    for index in rows.zone:
        folded = rows.folded(index)
        found = _BOARD.search(folded) if index != rows.place.title and len(folded) <= CRUMB_ROW else None
        if found:
            return rows.blocks[index].text[found.start("it") : found.end("it")]
    return None


def _last_step(text: str, folded: str) -> str:
    """The last step of a breadcrumb of bars or slashes; the whole row if it is none."""
    steps = steps_of(folded)
    start = folded.rfind(steps[-1]) if steps else 0
    return text[start : start + len(steps[-1])] if steps else text


def address(rows: Rows) -> str | None:
    """A URL on its own line at the end of the body, else a BBS's."""
    start, end = rows.place.start, rows.place.end
    for index in [*range(end - 1, max(start, end - 3), -1), *rows.tail, *rows.zone]:
        match = _URL.search(rows.blocks[index].text)
        if match is None or _IMAGE.search(match.group().lower()):
            continue
        whole = match.end() - match.start() == len(rows.folded(index))
        if whole or "网址" in rows.folded(index) or "炼接" in rows.folded(index):
            return match.group()
    return None


def _paths(rows: Rows) -> list[list[str]]:
    """Steps of each breadcrumb in a row of its own."""
    near = [i for i in rows.zone if len(rows.folded(i)) < CRUMB_ROW and ARROWS.search(rows.folded(i))]
    slashed = [i for i in rows.zone if len(rows.folded(i)) < CRUMB_ROW and has_bars_from_home(rows.folded(i))]
    texts = [HERE.sub("", rows.blocks[index].text) for index in near if not rows.blocks[index].is_date_row]
    paths = [text for text in texts if ARROWS.fullmatch(text.strip()) is None]
    title = rows.folded(rows.place.title) if rows.place.title >= 0 else fold(rows.window)
    found = [[step.strip(" -–—|∙·•") for step in ARROWS.split(text)] for text in paths]
    menus = [i for i in slashed if "/" not in rows.folded(i) and _is_all_linked(rows.blocks[i])]
    found += [
        [step.strip() for step in BARS_AS_WRITTEN.split(rows.blocks[i].text)] for i in slashed if i not in near + menus
    ]
    own = [[step for step in steps if not title.startswith(fold(step))] for steps in found]
    return [steps for number, steps in enumerate(own) if number < len(paths) or len(steps) <= SLASHED]


def _is_all_linked(block: Block) -> bool:
    """Whether every word is a link; the spaces and bars between the links of a menu are none."""
    return round(block.links * len(block.text)) >= sum(map(str.isalnum, block.text))


def _path_in_rows(rows: Rows) -> list[str]:
    """Steps of a breadcrumb with steps and arrows in separate rows, as in dumps."""
    title = rows.place.title
    arrows = [i for i in range(max(1, title - LONG_HEAD), max(0, title)) if ARROWS.fullmatch(rows.folded(i))]
    last = arrows[-MOST_STEPS:]
    if not last:
        return []
    near = [i for i, following in zip(last, [*last[1:], last[-1] + 2], strict=True) if following - i <= 2]
    return [rows.blocks[i - 1].text.strip() for i in near] if len(near) > 1 else []
