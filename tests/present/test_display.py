"""Which wording is shown, and rows and tags in it."""

from __future__ import annotations

from dataclasses import replace

from tui_reader.model import Article, Passage, Row, TagCount
from tui_reader.present.article_words import labels, reworded_row, source_labels
from tui_reader.present.display import DisplayOptions, as_written, reworded
from tui_reader.present.tags import containing, folded, sources_for, tags_for, typed
from tui_reader.query import Query
from tui_reader.script import converter
from tui_reader.script.equivalents import lexicon
from tui_reader.text.fold import fold

ROW = Row(1, "abc", "軟體與網路", "陳默", "島嶼日報", None, "hant", ("資訊",), False, False, "2026", None)
ARTICLE = Article("軟體與網路", (Passage("paragraph", "陳默說，軟體與網路帶來更多資訊。"),), "hant", "utf-8")


def test_t_goes_round() -> None:
    wordings = [DisplayOptions()]
    for _ in range(3):
        wordings.append(wordings[-1].with_next_wording())
    assert ["source", "cn", "tw", "source"] == [wording.shown for wording in wordings]
    assert "hk" == DisplayOptions("cn", "hk").with_next_wording().shown


def test_capital_t_shows_the_other_traditional_at_once() -> None:
    assert DisplayOptions("hk", "hk") == DisplayOptions("source", "tw").with_other_traditional()
    assert DisplayOptions("tw", "tw") == DisplayOptions("hk", "hk").with_other_traditional()


def test_kept_settings_are_trusted_only_when_they_make_sense() -> None:
    assert DisplayOptions("cn", "hk") == DisplayOptions.from_settings("cn", "hk")
    assert DisplayOptions("source", "tw") == DisplayOptions.from_settings("klingon", "mars")
    assert DisplayOptions() == DisplayOptions.from_settings(None, None)


def test_what_is_in_that_script_stays_as_written() -> None:
    assert as_written("hans", "cn")
    assert as_written("hant", "hk")
    assert not as_written("hant", "cn")
    assert not as_written("none", "cn")
    assert ("軟體",) == reworded(("軟體",), "hant", "tw", converter)
    assert ROW == reworded_row(ROW, ARTICLE, "tw", converter)


def test_a_tag_of_another_script_than_its_article_turns_too() -> None:
    assert ("資訊", "測試") == reworded_row(replace(ROW, tags=("資訊", "测试")), ARTICLE, "tw", converter).tags


def test_a_row_turns_with_its_tags() -> None:
    turned = reworded_row(ROW, ARTICLE, "cn", converter)
    assert ("软件与网络", "陈默", "岛屿日报", ("信息",)) == (turned.title, turned.author, turned.source, turned.tags)


def test_names_of_sources_and_people_are_converted_by_script_only() -> None:
    row = Row(1, "abc", "軟體與網路", "陳數位", "數位時代", None, "hant", (), False, False, "2026", None)
    shown = reworded_row(row, ARTICLE, "cn", converter)
    assert ("软件与网络", "数位时代", "陈数位") == (shown.title, shown.source, shown.author)
    assert "数位时代" == source_labels("cn", converter)("數位時代")


def test_tags_of_known_things_have_their_name_in_the_script_shown() -> None:
    assert ["网络安全", "特朗普", "陈数位"] == [
        labels(None, "cn", converter)(tag) for tag in ("資安", "川普", "陳數位")
    ]
    assert ["資安", "川普"] == [labels(None, "tw", converter)(tag) for tag in ("网络安全", "特朗普")]
    assert "资安" == labels(None, "source", converter)("资安")


def test_absent_things_stay_absent() -> None:
    bare = Row(1, "abc", "題", None, None, None, "hant", (), False, False, "2026", None)
    assert (None, None) == (
        reworded_row(bare, ARTICLE, "cn", converter).source,
        reworded_row(bare, ARTICLE, "cn", converter).author,
    )


def test_the_filters_tags_come_first_even_when_nothing_carries_them() -> None:
    counts = (TagCount("科技", 5), TagCount("華為", 3, own=True))
    query = Query(tags=("华为",), without=("體育",))
    tags = tags_for(counts, query, str.upper, lexicon())
    assert [("华为", 3, True, "asked"), ("體育", 0, False, "barred"), ("科技", 5, False, "free")] == [
        (tag.name, tag.count, tag.own, tag.state) for tag in tags
    ]
    assert ["科技"] == [tag.name for tag in containing(tags, fold("科"))]


def test_tags_are_typed_with_any_comma() -> None:
    assert ("科技", "AI", "能 源") == typed(" #科技，AI、 能 源 ;；#")
    assert () == typed(" ，")


def test_a_tag_is_one_whatever_it_is_called() -> None:
    counts = (TagCount("特朗普", 5), TagCount("軟體", 3))
    first, second = tags_for(counts, Query(tags=("川普",)), str, lexicon())
    assert ("川普", 5, "asked") == (first.name, first.count, first.state)
    assert (first,) == containing((first, second), fold("特朗"))
    assert first.key_of(fold("特朗普")) == first.key_of(fold("川普")) != first.key_of(fold("軟體"))


def test_sources_are_a_group_of_their_own() -> None:
    counts = (TagCount("臨江日報", 5), TagCount("山城時報", 2))
    query = Query.parse("-source:山城时报 source:无名社")
    assert [("source:无名社", 0, "asked"), ("source:山城时报", 2, "barred"), ("source:臨江日報", 5, "free")] == [
        (row.label, row.count, row.state) for row in sources_for(counts, query, str)
    ]


def test_many_tags_used_once_are_one_row() -> None:
    once = [TagCount(f"甲{number}", 1) for number in range(9)]
    counts = (TagCount("科技", 5), *once[:-1], TagCount("乙", 1, own=True))
    rows = (*tags_for(counts, Query(tags=("甲0",)), str, lexicon()), *sources_for((TagCount("社", 1),), Query(), str))
    assert len(rows) == len(folded(rows))
    more = (*tags_for((*counts, *once), Query(), str, lexicon()), *rows[-1:])
    assert ["科技", "乙", "… 9 tags used once", "source:社"] == [row.label for row in folded(more)]
