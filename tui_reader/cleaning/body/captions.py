"""Recognizes captions by how lines begin and end."""

import re

from tui_reader.cleaning.body.rules import CAPTION_MOST

_CAPTION = re.compile(
    r"[▲▼△▽↑↓◤◥]"  # Taiwan's papers point at the picture
    r"|(?:图片?|资料图|示意图|封面图)(?:说明|片|文|源|表)?\s?[:/|]"
    r"|图为.{2,80}$"
    r"|photo(?: credit)?\s?[:/]|photo by "
)
_CREDIT = re.compile(
    r"\((?:图|图片|资料照|资料图|照片|摄影|翻摄|示意图|图片来源|图文)[:/片资|]?.{0,30}\)$"
    r"|\([^()。]{0,16}(?:(?<!拍)摄|供图|提供)\)$"  # names, then 攝
    r"|[\s。].{2,10}供图$"
    r"|[^,。]图\s?[:/|]\s?.{2,24}$|。图\s?[:/|].{2,24}$"
    r"|(?:[\s。/]|记者|通讯员).{2,8}(?:翻|供)?摄影?$"
    r"|[\s。].{2,12}/(?:摄|翻摄|摄影|提供)$"
    r"|(?:报道|报导|网页|网站|视频|画面|影片|画面)截图。?$"
    r"|\((?:reuters|afp|ap|getty images?|路透社?|法新社|美联社|新华社|中新社|资料照片?|资料图片?|档案照片?)\)$"
)
BEGINS = frozenset("▲▼△▽↑↓◤◥图资示封p")
"""First characters of _CAPTION, and last characters of _CREDIT without 图: a quick test for most lines."""
ENDS = frozenset(")摄影供")
CREDIT_ALONE = re.compile(r"(?:图|图片|照片|摄影|photo(?: credit)?)\s?[:/|]\s?\S.{0,20}$|.{2,6}摄$")
"""A line that is only the credit: the line above is the caption."""


def is_caption(folded: str) -> bool:
    if len(folded) > CAPTION_MOST or folded.endswith(","):
        return False
    if folded[0] in BEGINS and _CAPTION.match(folded):
        return True
    may_be = folded[-1] in ENDS or "图" in folded
    return may_be and folded.count("。") <= 2 and _CREDIT.search(folded) is not None
