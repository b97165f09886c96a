"""Articles and rows as text."""

from __future__ import annotations

import pytest

from tui_reader.app.shown_article import repaired, reworded
from tui_reader.cli.forms import row_lines, why_lines
from tui_reader.cli.output import to_json
from tui_reader.exports.document import Document
from tui_reader.exports.markdown import article_markdown, escaped
from tui_reader.exports.plain import article_text
from tui_reader.model import Article, Comment, Kind, Passage, Removed, Row, Script, Verdict
from tui_reader.text.cells import width


def a_row(title: str = "題", source: str | None = None, *, read: bool = False, bookmarked: bool = False) -> Row:
    return Row(1, "0abcdef", title, None, source, None, "hant", (), read, bookmarked, "2024-01-01T00:00:00", None)


def an_article(*body: Passage, title: str | None = "題", comments: tuple[Comment, ...] = ()) -> Article:
    return Article(title, body, "hant", "utf-8", comments=comments)


def a_document(*body: Passage, title: str | None = "題", comments: tuple[Comment, ...] = ()) -> Document:
    return Document(an_article(*body, title=title, comments=comments))


def test_columns_line_up_by_cells() -> None:
    rows = [a_row(source="山城時報"), a_row(source="Daily"), a_row(source=None, read=True, bookmarked=True)]
    lines = list(row_lines(rows))
    assert 1 == len({width(line[: line.index("題")]) for line in lines})
    assert ["0abcdef", "-", "rb", "-", "題"] == lines[2].split()


def test_a_long_source_moves_only_its_own_title() -> None:
    long, short = row_lines([a_row(source="一家名字非常非常非常長的報社"), a_row(source="報")])
    assert "一家名字非常非常非常長的報社  題" in long
    assert short.endswith("報" + " " * 20 + "題")


def test_a_terminal_cuts_lines_to_its_width() -> None:
    (line,) = row_lines([a_row("很長的題目" * 20, "一家名字非常非常非常長的報社")], 60)
    assert 60 >= width(line)
    assert ("…", True) == (line[-1], "一家名字…   很長" in line)


def test_passages_look_like_what_they_are() -> None:
    kinds: tuple[tuple[Kind, str], ...] = (
        ("quote", "甲\n乙"),
        ("list_item", "丙"),
        ("heading", "丁"),
        ("verse", "戊\n己"),
    )
    text = article_text(a_document(*(Passage(kind, words) for kind, words in kinds)))
    assert "題\n\n> 甲\n> 乙\n\n• 丙\n\n丁\n\n戊\n己" == text


def test_comments_follow_the_body() -> None:
    comments = (Comment("好", "abc", "02/24 18:03", "推", 1), Comment("壞"))
    text = article_text(a_document(Passage("paragraph", "文"), title=None, comments=comments))
    assert "文\n\n——— 2 comments\n\n推 abc 02/24 18:03: 好\n\n壞" == text


def test_why_lines_line_up() -> None:
    verdicts = (Verdict("正文", "body", "prose"), Verdict("廣\n告", "dropped", "導覽"))
    assert ["+  body     prose  正文", "-  dropped  導覽   廣 告"] == list(why_lines(verdicts))


def test_rewording_leaves_nothing_out() -> None:
    article = Article(
        "甲", (Passage("paragraph", "甲"),), "hans", "utf-8", "甲", "甲", "2024", None, "甲", "http://甲", ("甲",), ("甲",),
        ("甲.png",), (Comment("甲", "甲"),), ("甲",), (Removed("甲", "r"),),
    )  # fmt: skip

    def turn(text: str) -> str:
        return text.replace("甲", "乙")

    turned = reworded(article, turn, turn, turn)
    assert {"http://甲", "甲.png"} == {turned.url, *turned.images}
    assert ("乙", "乙", "乙", "乙", ("乙",), ("乙",), ("乙",)) == (
        turned.title, turned.author, turned.source, turned.category, turned.deck, turned.captions, turned.tags,
    )  # fmt: skip
    assert ("乙", "乙", "甲", "乙") == (
        turned.body[0].text, turned.comments[0].text, turned.comments[0].author, turned.removed[0].text,
    )  # fmt: skip


def test_markdown_never_takes_text_for_markup() -> None:
    told = {"*": r"\*", "# x": r"\# x", "1. x": r"1\. x", "- x": r"\- x", "<b>": r"\<b\>", "a-b #c 3.5": "a-b #c 3.5"}
    assert told == {text: escaped(text) for text in told}


def test_markdown_of_each_kind() -> None:
    body = (
        Passage("heading", "節"),
        Passage("quote", "甲\n\n乙"),
        Passage("list_item", "丙"),
        Passage("code", "```\nx"),
        Passage("verse", "戊\n己"),
    )
    comments = (Comment("好", "abc"),)
    text = article_markdown(a_document(*body, comments=comments))
    parts = ["# 題", "## 節", "> 甲\n>\n> 乙", "- 丙", "````\n```\nx\n````", "戊\\\n己", "## Comments", "- abc: 好"]
    assert "\n\n".join(parts) + "\n" == text


def test_json_is_exact_and_harmless() -> None:
    text = "中\u3000文 \x9b\u202e\udcff\U000e0041🙂"
    line = to_json({"t": text})
    assert '{"t": "中\u3000文 \\u009b\\u202e\\udcff\\udb40\\udc41🙂"}' == line


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [("hant", "他說：「好」……（笑）"), ("hans", "他說：“好”……（笑）"), ("none", '他說："好"……（笑）')],
)
def test_marks_are_repaired_where_the_screen_repairs_them(quotes: Script, expected: str) -> None:
    flat = '他說:"好"...(笑)'
    article = Article(
        flat, (Passage("paragraph", flat), Passage("code", flat), Passage("table", flat)), "hant", "utf-8",
        author=flat, source=flat, deck=(flat,), captions=(flat,), comments=(Comment(flat, flat),), tags=(flat,),
    )  # fmt: skip
    found = repaired(article, quotes)
    assert [expected, flat, flat] == [passage.text for passage in found.body]
    assert (expected, (expected,), (expected,)) == (found.title, found.deck, found.captions)
    assert Comment(expected, flat) == found.comments[0]
    assert (flat, flat, (flat,)) == (found.author, found.source, found.tags)


def test_a_list_has_its_titles_repaired() -> None:
    (line,) = row_lines([a_row('停航了?他說:"好"')])
    assert line.endswith("停航了？他說：「好」")
