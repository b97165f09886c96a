"""Articles to export."""

from __future__ import annotations

from tui_reader.exports.document import Document, Highlight, Span
from tui_reader.model import Article, Comment, Passage, Row

BODY = (
    Passage("paragraph", "港口今天重新開放。船隻*陸續*進港。"),
    Passage("heading", "延誤 & 補償"),
    Passage("list_item", "第一班"),
    Passage("list_item", "第二班"),
    Passage("table", "班次\t時間\n甲\t9:05|9:10"),
    Passage("code", 'if a < b:\n    print("]]>")'),
    Passage("verse", "海上生明月\n天涯共此時"),
    Passage("quote", "等了<b>三天</b>"),
)
ARTICLE = Article(
    "港口: 重新開放?", BODY, "hant", "utf-8", author="林書遠", source="海港日報", published="2025-02-24T09:05",
    url="https://harbour.example/a?b=1&c=2", deck=("停航三天",), captions=("碼頭",), images=("https://harbour.example/1.jpg",),
    comments=(Comment("好", "abc", "02/24 18:03", "推", 1), Comment("終於")), tags=("港口", "海運 物流", "2025"),
)  # fmt: skip
ROW = Row(
    1, "0abcdef", "港口: 重新開放?", "林書遠", "海港日報", "2025-02-24T09:05", "hant", ARTICLE.tags, False, False,
    "2025-03-01T00:00:00", None,
)  # fmt: skip
DOCUMENT = Document(
    ARTICLE, ROW, (Highlight("船隻*陸續*進港。", "記\n下", "2025-03-02T10:00:00"),), {2: (Span(9, 18),)}
)
