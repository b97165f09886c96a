"""Text of HTML fragments: values of meta elements and JSON-LD that contain markup.

Publishing systems store a headline with its `<br/>`, or leave an unfilled template element where the author should be.
BeautifulSoup parses these fragments; it is imported on first use, because few pages have any.
"""

import re

BREAKS = ("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6")
"""Elements whose edges separate words."""

_MARKUP = re.compile(
    r"<(?P<tag>[a-z][\w-]*)\b[^<>]*>[^<>]*</(?P=tag)>|<br\s*>|<[a-z][\w:-]*(?:\s[^<>]*)?/>", re.IGNORECASE
)
"""A pair of tags, a line break or a self-closed element. A lone `<int>` is text, as in a headline about `vector<int>`."""


def fragment_text(value: str) -> str:
    """The text of a value, on one line; the value itself if it contains no markup.

    >>> fragment_text("港口停工<br/>工人等候")
    '港口停工 工人等候'
    """
    if "<" not in value or not _MARKUP.search(value):
        return value
    from bs4 import BeautifulSoup  # noqa: PLC0415  it takes long to import, and few pages need it

    soup = BeautifulSoup(value, "lxml")
    for element in soup.find_all(BREAKS):
        element.insert_before(" ")
        element.insert_after(" ")
    return " ".join(soup.get_text().split())
