"""What the page declares: its category, as parts."""

from __future__ import annotations

import re

from tui_reader.text.sanitize import one_line

# Separators of category paths and pairs: 科技 > 手机, 半導體/AI, 即時_社會.
_PARTS = re.compile(r"\s*[/／>›»<|｜,，、;；:：·．._]+\s*|\s+-\s+|\s+")
# Words for sections, without subject: 财经频道 is about 财经.
_CHANNEL = re.compile(r"(?<=..)(?:频道|頻道|版块|板块|专区|專區|新闻|新聞|栏目|要闻|要聞)$")


def category_parts(category: str | None) -> list[str]:
    """Parts of a category: 首页 > 财经频道 → 首页, 财经."""
    return [_CHANNEL.sub("", part) for part in _PARTS.split(one_line(category or "")) if part]
