"""Calls on the reader to follow, subscribe or scan: 点击上方蓝字关注我们, above and below a story alike.

Such a line is an imperative: it begins with one of few verbs, perhaps behind 请 or 欢迎, and consists of these verbs and of
what they refer to on the screen. A sentence of the story shares a verb with it, not most of its words.
"""

import re

from tui_reader.text.han import HAN

LONGEST = 48
"""Maximum characters of a call."""
SHARE = 0.6
"""Minimum share of a call's characters in its verbs and their objects, account names in quotation marks aside."""

_FOLLOWING = r"关注|追踪|订阅|扫码|扫一?扫|识别|星标|按赞|点赞|点个?(?:赞|在看)|加入|follow|subscribe"
_VERBS = rf"点击|点这里?|轻触|长按|扫描|设为|{_FOLLOWING}"
_OBJECTS = (
    r"上方|下方|上面|下面|左下角?|右[上下]角?|底部|屏幕|蓝色?字?体?|标题|卡片|名片|头像|按钮|二维码|qr ?code|公众号|公号|微信号?|账号|帐号|"
    r"频道|粉[丝专]团?|社群|读者群|我们?|本号|本刊|阅读原文|facebook|instagram|youtube|telegram|line|us(?![a-z])|more"
)
_POLITE = r"(?:敬?请|欢迎|记得|快来|快去|别忘了?|喜欢就?|立即|马上|大家)*"
_LINES = "专线|热线|生命线"
SIGN = re.compile(f"{_FOLLOWING}|{_LINES}")
"""Every call and hotline contains one of these; steps of instructions only press and choose."""
_HOTLINE = re.compile(
    rf"[^。,、!?;:\d]{{0,14}}(?:{_LINES})(?:电话|号码)?\s?:?\s?\+?\(?\d[\d() -]{{2,}}+(?!\s?[年月日个次条万路米])(?:[^。!?]*|[。!]?)$"
)
"""安心專線：1925, 新闻热线 021-12345678: what the line is for, and its number; no sentence that goes on behind it."""
_BEGINS = re.compile(rf"[^{HAN}a-z]*{_POLITE}\s?(?:{_VERBS})")
_WORDS = re.compile(f"{_VERBS}|{_OBJECTS}|敬?请|欢迎|记得|快[来去]|别忘了?|喜欢|立即|马上|大家|[可就来和并或即再点]")
_OBJECT = re.compile(_OBJECTS)
_STARRED = re.compile("星标|[点按]赞|在看")
_QUOTED = re.compile("[\"'「『【《].{1,16}?[\"'」』】》]|[“‘].{1,16}?[”’]")


def is_call(folded: str) -> bool:
    """Whether a folded line only calls on the reader to follow, subscribe or scan."""
    if len(folded) > LONGEST or not SIGN.search(folded):
        return False
    bare = _QUOTED.sub(" ", folded)
    if not _BEGINS.match(bare) or not (_OBJECT.search(bare) or _STARRED.search(bare)):
        return False
    size = sum(map(str.isalnum, bare))
    return sum(len(found.replace(" ", "")) for found in _WORDS.findall(bare)) >= SHARE * size


def is_hotline(folded: str) -> bool:
    """Whether a short folded line gives the number of a telephone service."""
    return len(folded) <= LONGEST + LONGEST and _HOTLINE.match(folded) is not None
