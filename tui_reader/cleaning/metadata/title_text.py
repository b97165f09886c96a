"""The text of a title without labels, breadcrumb and kind of post."""

import re
from itertools import takewhile

from tui_reader.cleaning.patterns.forum_patterns import is_tools
from tui_reader.text.fold import fold
from tui_reader.text.han import HAN

LABELLED_TITLE = re.compile(
    r"(?:标\s?题|主题|题目|帖子主题|文章标题)\s?[:|]\s?(?=\S)|标题\s?(?=\S)(?!党|栏|中|里|上|为)"
)
KIND_OF_POST = re.compile(rf"[\[【][{HAN}]{{2,4}}[\]】]\s*")
"""Kind of a post, which the window's title may omit."""
_MARKDOWN = re.compile(r"#{1,3}\s+(?=\S)")
_PATH = re.compile(r"^(?:.{0,8}(?:位置|首页)\s?[:|]?.{0,40}|[^>»›]{1,8}(?:[>»›][^>»›]{1,12})*)(?:>{1,2}|»|›)\s*")
_TAG = re.compile(r"(?:【转】|(?:原创|转载|组图|独家)(?=[\s:|]))\s*")
"""A word for the kind of a post."""


def is_without_kind(title: str, row: str) -> bool:
    """Whether a row repeats the title without its kind in brackets: [問題] 番茄不結果 and 番茄不結果. Both folded."""
    kind = KIND_OF_POST.match(title)
    return kind is not None and title[kind.end() :] == row


def plain(text: str) -> str:
    """A title without 标题：, `#`, breadcrumb and kind of post."""
    for form in (_PATH, LABELLED_TITLE, _MARKDOWN, _TAG):
        found = form.match(fold(text))
        if found and len(text) > found.end():
            text = text[found.end() :]
    return without_tools(text.strip())


def without_tools(text: str) -> str:
    """A title without the buttons behind it: two or more (只看楼主 收藏 回复)."""
    words = text.split()
    tools = list(takewhile(lambda word: word.isalpha() and is_tools(word), map(fold, reversed(words))))
    return " ".join(words[: -len(tools)]) if 1 < len(tools) < len(words) else text
