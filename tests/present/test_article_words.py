"""Tags and rows in the wording that their article has."""

from __future__ import annotations

import pytest

from tui_reader.model import Article, Passage, Row, Script, Shown, Stored
from tui_reader.present.article_words import ArticleTags, labels, repaired_row, reworded_row, tag_converter
from tui_reader.present.conversion import converted_pages
from tui_reader.present.page import page_of
from tui_reader.present.pieces import pieces_of
from tui_reader.present.rewordings import rewordings_of
from tui_reader.script import Converter, converter
from tui_reader.script.glossary import parse_glossary


def article(script: Script, *texts: str, title: str = "") -> Article:
    return Article(title, tuple(Passage("paragraph", text) for text in texts), script, "utf-8")


PROFESSOR = article("hans", "清华大学教授沈阳表示，人工智能发展很快。", "沈阳说，软件还要改进。", title="沈阳谈软件")
CITY = article("hans", "他昨天从沈阳出发，坐了一夜的火车去北京。", "列车从沈阳到北京要十个小时。")


def row(of: Article, *tags: str) -> Row:
    return Row(1, "abc", of.title or "", None, None, None, of.script, tags, False, False, "2026", None)


def test_a_tag_becomes_what_the_article_s_text_makes_of_it() -> None:
    assert [("沈陽", "軟體"), ("瀋陽", "軟體")] == [
        tag_converter(one, "tw", converter)(("沈阳", "软件")) for one in (PROFESSOR, CITY)
    ]


def test_most_of_the_first_places_decide_and_say_why() -> None:
    own = Converter("tw", parse_glossary("小布熊\t大布熊\t\tbefore:来\n"))
    tags = ArticleTags(article("hans", "小布熊走了。", "小布熊来了。", "小布熊来过。", "小布熊走了。"), own)
    tag = tags.worded("小布熊")
    assert ("大布熊", [(0, 3, "小布熊")]) == (tag.text, [found[:3] for found in tag.rewordings])


def test_a_tag_that_a_longer_word_goes_over_is_converted_by_itself() -> None:
    own = Converter("tw", parse_glossary("出租车司机\t小黃司機\n"))
    assert "計程車" == ArticleTags(article("hans", "他是出租车司机，开了很多年的车。"), own).worded("出租车").text


@pytest.mark.parametrize(
    ("shown", "tags", "expected"),
    [
        ("source", ("软件", "軟體"), ("软件", "軟體")),
        ("tw", ("軟件", "测试"), ("軟件", "測試")),  # shown as written: so is a tag of its text
        ("cn", ("軟件", "测试"), ("软件", "测试")),
    ],
)
def test_a_tag_is_as_the_text_is_shown(shown: Shown, tags: tuple[str, ...], expected: tuple[str, ...]) -> None:
    written = article("hant", "這款軟件在香港十分流行，許多市民每日使用。")
    assert expected == tag_converter(written, shown, converter)(tags)


def test_a_row_has_the_context_of_its_article() -> None:
    code = article("hans", "这款软件的代码有漏洞，开发者正在修改源代码和服务器。", title="程序有问题")
    turned = reworded_row(row(code, "代码"), code, "tw", converter)
    assert ("程式有問題", ("程式碼",)) == (turned.title, turned.tags)
    assert row(PROFESSOR) == reworded_row(row(PROFESSOR), PROFESSOR, "source", converter)


@pytest.mark.parametrize(("shown", "expected"), [("tw", "他說：「好」"), ("hk", "他說：「好」"), ("cn", "他說：“好”")])
def test_a_title_has_the_quotes_of_the_wording(shown: Shown, expected: str) -> None:
    flat = article("hans", "", title='他說:"好"')
    assert expected == repaired_row(row(flat), shown).title


def test_of_a_library_s_tags_those_of_the_article_are_as_it_has_them() -> None:
    label = labels(Stored(row(PROFESSOR, "沈阳"), PROFESSOR), "tw", converter)
    assert ["沈陽", "軟體"] == [label("沈阳"), label("软件")]
    assert "軟體" == labels(None, "tw", converter)("软件")


def test_what_is_reworded_in_tags_stands_where_the_page_shows_it() -> None:
    pieces = pieces_of(PROFESSOR, ("沈阳", "人工智能", "软件"))
    found = rewordings_of(PROFESSOR, pieces, "tw", converter)
    page = page_of(1, pieces, 40)
    *_, page = converted_pages(page, PROFESSOR, range(len(pieces)), converter, shown="tw", repair=False)
    assert {one.answer for one in found} >= {"人工智慧", "軟體"}
    for one in found:
        assert one.word == pieces[one.piece].text[one.start : one.end]
        assert one.answer == page.pieces[one.piece].text[one.shown_start : one.shown_end]
