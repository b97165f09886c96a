"""Page numbers and buttons between the paragraphs of a copied text.

They consist of nothing else: page words and numbers, or words for showing the rest. A lone number is a page number only if
its kind does not count from one; otherwise it numbers the story's parts.
"""

import re
from collections.abc import Sequence

from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.text.han import HAN

LONGEST, SHORTEST = 40, 4
"""Maximum and minimum characters of such a row."""

_PAGES = re.compile(
    r"(?=.*(?:页|page|下一|上一))(?:[上下前后首尾末本]一?页|第|共|页码?|分页|当前|显示|全文|余下|本文|跳转到?|全部|在?本页阅读(?:全文)?|阅读|page|of|next|prev(?:ious)?|条|篇|张|到|至|to|is|"
    r"\d{1,3}|[一二三四五六七八九十百]{1,3}|[\s\[\](){}【】<>«»‹›|/·•\-–—_.…:,、*=~#])+$"
)
_NUMBERS = re.compile(
    r"[<‹«◀\s]*(?:\[?\(?\s?\d{1,3}\s?\)?\]?[\s|/]+){2,}(?:\[?\(?\s?\d{1,3}\s?\)?\]?|\.{3})?[\s>›»▶]*$"
)
_NUMBER = re.compile(
    r"(?P<open>[-–—·•*=~(\[<【{〔]+\s?)(?P<it>\d{1,3})(?:\s?/\s?\d{1,3})?(?P<close>\s?[-–—·•*=~)\]>】}]+)$"
)
_UNFOLD = re.compile(
    r"(?:[>»…\s\[(【]*)(?:点击|点此|轻触|单击|打开\s?\S{0,6}?|下载\s?\S{0,6}?|登录后?|登入后?|去\s?\S{0,6}?|在\s?\S{0,6}?(?:中|内|里)?)?\s?"
    r"(?:展开|查看|阅读|显示|继续|加载|浏览|观看|看|余下|剩余|收起|隐藏|更多)"
    r"(?:剩余|余下|全部|全文|更多|完整|原文|阅读|内容|正文|文章|下文|精彩|查看|版|的|\d{1,3}\s?%)*[\s>»∨▼▽▾↓⌄v…\])】]*$"
)
_PLAYER = re.compile(
    r"\W*\d{1,2}(?::\d{2}){1,2}\s?/\s?\d{1,2}(?::\d{2}){1,2}(?:\s?[\d.]+\s?x)?\W*$"
    r"|\W*(?:点击|按此|点此)?(?:收听|聆听|听|朗读|播放)(?:[本这此]?[则篇段])?(?:新闻|文章|本文|全文|语音|音频|录音|报[道导])+\W*$"
)
"""Controls of a player: its position and length (0:00 / 1:32), or a verb of listening with its object (聽新聞)."""
_MORE = re.compile(r"\+\s?\d{1,3}$")
"""Number of further pictures below the first ones of a gallery: +5."""
_TURN = re.compile("[一首尾末本]页")
_SIGN = re.compile(
    r"页|page|[下上]一|\n[-–—·•*=~(\[<【{〔‹«◀ ]*\d|全[文部]|更多|余下|剩余|继续|阅读|完整|下文|%|\d/\s?\d|\d\s/|[听读播]|\n\+\s?\d"
)
"""Every such row contains one of these."""
_REST = re.compile(r"全文|全部|更多|余下|剩余|继续|阅读|完整|下文|%")

FIGURES = 2
"""Minimum figures of a row of counts."""

_FIGURE = re.compile(r"[^\d]{0,4}\d[\d.,]*[kw万千+%]?$")
_LABELLED_FIGURES = re.compile(
    rf"(?:[{HAN}]{{2,4}}\s?:?\s?\d[\d,.]*\s?[k万千+]*\s?[次人]?\s*){{2,}}$|(?:浏览|阅读|点击|收藏|收听|播放)\s?:?\s?\d[\d,.]*\s?[k万千+]*\s?[次人]$"
)
"""收藏 1,204瀏覽 5.3萬: labels and figures of elements in a row, without spaces between; 浏览 8213 次."""
_READERS = re.compile(
    r"被?(?:浏览|阅读|点击|收藏|点赞|播放|关注者?)[量数次]?\s?:?\s?[\d.,]+\s?[kw万]?次?$"
    r"|(?:查看|展开|显示|共|全部|所有|\s)*[\d.,]+\s?[个条则篇]\s?(?:回答|回复|评论|留言|讨论)$"
    r"|[\d.,]+\s?[kw万]?\s?[人次]?(?:也|已|觉得)?(?:赞同|喜欢|点赞|收藏|阅读|浏览|关注|看过|播放)(?:了?[该本此]?(?:文章?|回答|帖|篇)?)$"
)
"""One count of readers: 36 人赞同了该文章, 被浏览 12,034."""
_PAUSE = re.compile("[。!?;]|,(?!\\d)")


def find_markers(rows: Sequence[str]) -> list[int]:
    """Indices of page numbers and buttons among the folded rows."""
    signed = Lines([row if len(row) <= LONGEST else "" for row in rows]).having(_SIGN)
    alone = {index: found for index in signed if (found := _NUMBER.match(rows[index]))}
    parts = {_kind(found) for found in alone.values() if int(found["it"]) == 1}
    numbered = {index for index, found in alone.items() if _kind(found) not in parts}
    return [index for index in signed if index in numbered or _is_marker(rows[index]) or _is_control(rows, index)]


def _kind(found: re.Match[str]) -> tuple[str, str]:
    """Signs before and behind a number: two lone numbers with the same ones are of one series."""
    return found["open"].strip(), found["close"].strip()


def _is_control(rows: Sequence[str], index: int) -> bool:
    """Whether it is a control of a player, or a gallery's counter; rows of figures beside each other are a table's."""
    if _PLAYER.match(rows[index]):
        return True
    near = [*rows[max(index - 1, 0) : index], *rows[index + 1 : index + 2]]
    return _MORE.match(rows[index]) is not None and not any(_FIGURE.match(row) for row in near)


def _is_marker(row: str) -> bool:
    if _PAGES.match(row) or _NUMBERS.match(row):
        return any(character.isdecimal() for character in row) or _TURN.search(row) is not None
    return len(row) >= SHORTEST and _UNFOLD.match(row) is not None and _REST.search(row) is not None


def is_counts(folded: str) -> bool:
    """Whether a row is labels with figures (综合评分 8.6 1326 人做过): about a page, not about its subject."""
    if _LABELLED_FIGURES.match(folded) or _READERS.match(folded):
        return True
    parts = folded.split()
    figures = sum(_FIGURE.match(part) is not None for part in parts)
    return figures >= FIGURES and figures >= len(parts) / 2 - 1 and _PAUSE.search(folded) is None
