"""The tags a person would give."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.cleaning import clean
from tui_reader.model import Article, Passage, Script
from tui_reader.script import converter
from tui_reader.tagging import MOST, tags_for
from tui_reader.tagging.declared import category_tags, source_tags
from tui_reader.tagging.names import FREQUENT, TITLE_NEEDS
from tui_reader.tagging.spotting import TermMatcher
from tui_reader.tagging.subject import Subject
from tui_reader.tagging.tables import rows, words
from tui_reader.text.fold import fold

SEEDS = sorted((Path(__file__).parents[1] / "seeds").iterdir())


def an_article(
    title: str | None, *body: str, script: Script = "hans", source: str | None = None, category: str | None = None
) -> Article:
    passages = tuple(Passage("paragraph", text) for text in body)
    return Article(title, passages, script, "utf-8", source=source, category=category)


def spotted(text: str, *listed: str) -> list[str]:
    spotter = TermMatcher((word, word) for word in listed)
    subject = Subject.of(an_article(None, text))
    return [subject.text[hit.start : hit.end] for hit in spotter.hits(subject)]


# Names


def test_a_name_in_the_title_is_a_tag_in_the_articles_own_script() -> None:
    assert "華為" in tags_for(an_article("華為發表新手機", "通路商說買氣很好。", script="hant"))
    assert "华为" in tags_for(an_article("华为发布新手机", "经销商说卖得很好。"))


@pytest.mark.parametrize("written", ["英伟达", "輝達", "NVIDIA", "Nvidia"])
def test_a_name_that_both_shores_write_alike_has_one_form(written: str) -> None:
    assert "NVIDIA" in tags_for(an_article(f"{written}公布财报", "营收超出预期。"))


def test_a_name_that_is_only_mentioned_is_no_tag() -> None:
    text = "山城的图书馆请人来讲故事，讲的是特斯拉怎样造出第一辆车。孩子们听得很高兴。"
    assert "特斯拉" not in tags_for(an_article("图书馆请人讲故事", text))


def test_a_name_that_the_text_keeps_coming_back_to_is_a_tag() -> None:
    text = "特斯拉降价了。特斯拉的经销商说，特斯拉的车主很不满意，要求特斯拉解释。"
    assert "特斯拉" in tags_for(an_article("车主不满降价", text))


def test_a_common_word_is_a_name_only_beside_another() -> None:
    fruit = "苹果含有丰富的维生素，每天一个苹果，营养师认为苹果最好连皮吃。"
    firm = "苹果的供应商说，苹果今年的iPhone订单比去年多，苹果没有回应。"
    assert "苹果" not in tags_for(an_article("每天一个苹果", fruit))
    assert "苹果" in tags_for(an_article("苹果增加订单", firm))


def test_a_town_tells_a_story_that_names_nobody() -> None:
    story = "台中市昨晚發生一起車禍，警方說一名騎士送醫後不治，家屬要求調閱監視器。"
    assert "台中" in tags_for(an_article("騎士車禍不治", story, script="hant"))


def test_what_lies_at_the_readers_door_is_no_subject() -> None:
    story = "中国的高铁又快了。中国工程师说，中国的经验可以给中国的邻居。" * 3
    assert "中国" not in tags_for(an_article("中国高铁再提速", story))
    assert "中國" in tags_for(an_article("中國高鐵再提速", story, script="hant"))


def test_an_unlisted_latin_name_of_the_title_that_the_text_repeats_is_a_tag() -> None:
    text = "Hexafrost 是一家新公司。Hexafrost 的冷柜不用电。"
    assert "Hexafrost" in tags_for(an_article("Hexafrost发布新冷柜", text))
    assert [] == [
        tag for tag in tags_for(an_article("新CEO谈IPO", "CEO说IPO会成功，CEO还说IPO不急。")) if tag.isascii()
    ]


def test_somebody_who_speaks_and_is_named_often_is_a_tag() -> None:
    text = "交通局局长陈国栋表示，工程月底完工。陈国栋说，资金已经到位。记者问及噪音，陈国栋没有回答。"
    assert "陈国栋" in tags_for(an_article("大桥月底通车", text))


@pytest.mark.parametrize(
    "text", ["他表示满意。他们说，他表示满意。", "高层表示，高层认为，高层说。", "时方表示，方面表示，方女说。"]
)
def test_not_everybody_who_speaks_has_a_name(text: str) -> None:
    assert () == tags_for(an_article("会议结束", text * 3))


# Topics


@pytest.mark.parametrize(
    ("text", "script", "topic"),
    [
        ("人工智能公司发布大模型，推理模型的算力成本下降，聊天机器人更便宜。", "hans", "AI"),
        ("人工智慧公司發表大型語言模型，生成式AI的算力成本下降。", "hant", "AI"),
        ("球队昨晚赢下决赛，教练说球员的进球很精彩，这是球队第三个冠军。", "hans", "体育"),
        ("警方獲報到場，死者家屬報案，男子墜樓送醫不治。", "hant", "社會"),
        ("漏洞让黑客可以植入勒索软件，网络安全公司建议更新防火墙。", "hans", "网络安全"),
        ("駭客利用漏洞植入勒索軟體，資安公司建議更新防火牆。", "hant", "資安"),
    ],
)
def test_words_tell_the_topic(text: str, script: Script, topic: str) -> None:
    assert topic in tags_for(an_article("消息", text, script=script))


def test_one_word_alone_tells_nothing() -> None:
    assert () == tags_for(an_article("散步", "我在路上看见一枚火箭模型。火箭很漂亮，火箭是红色的，火箭，火箭。"))


def test_a_long_text_has_a_word_of_everything() -> None:
    aside = "这部电影的导演说，演员很好，票房也好。"
    plain = "山里的路很长，我们走了三天，看见许多树和石头，还有一条不知道名字的河。" * 60
    assert "娱乐" in tags_for(an_article(None, aside))
    assert "娱乐" not in tags_for(an_article(None, plain, aside))


# What a page says of itself


def test_a_category_is_tags_unless_it_says_nothing() -> None:
    assert ["AI", "半導體"] == category_tags("半導體/AI")
    assert ["手机"] == category_tags("首页 > 新闻 > 手机")
    assert ["社會"] == category_tags("即時_社會")
    assert ["财经"] == category_tags("财经频道")
    assert [] == category_tags("即時新聞") == category_tags("當前位置： 主頁") == category_tags("<")
    assert [] == category_tags("这一整句话显然不是一个栏目的名字而是一句口号")
    assert ["社會"] == category_tags("山城_社會", "山城時報")
    assert [] == category_tags(None)


def test_the_source_comes_last() -> None:
    tags = tags_for(an_article("华为发布手机", "手机很好。", source="临江日报", category="科技"))
    assert ("临江日报", True) == (tags[-1], "科技" in tags)
    assert [] == source_tags(None)
    assert ["临江网"] == source_tags("临江网-文化频道")


# All together


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_samples_have_a_few_tags_none_twice(path: Path) -> None:
    tags = tags_for(clean(path.read_bytes(), name=path.name).article)
    assert 3 <= len(tags) <= MOST
    assert "DeepSeek" in tags[:2]
    assert "AI" in tags
    assert len(tags) == len({fold(tag) for tag in tags})


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_other_script_has_the_same_tags(path: Path) -> None:
    article = clean(path.read_bytes(), name=path.name).article
    target: Script = "hans" if article.script == "hant" else "hant"
    turned = converter(target).convert
    other = an_article(
        turned(article.title or ""), *(turned(passage.text) for passage in article.body), script=target,
        source=turned(article.source or ""), category=turned(article.category or ""),
    )  # fmt: skip
    ours, theirs = ({fold(tag) for tag in tags_for(each)} for each in (article, other))
    assert len(ours ^ theirs) <= 2  # a spelling that only one region has may tell more there


@given(st.text(max_size=40), st.text(max_size=200))
def test_any_text_has_a_bounded_number_of_honest_tags(title: str, text: str) -> None:
    article = an_article(title, text, source=title)
    tags = tags_for(article)
    assert len(tags) <= MOST
    assert [] == [tag for tag in tags if not tag or "\n" in tag]


def test_an_empty_article_has_none() -> None:
    assert () == tags_for(Article(None, (), "none", "utf-8"))


def test_an_article_is_tagged_in_a_few_milliseconds() -> None:
    article = clean(SEEDS[1].read_bytes()).article
    tags_for(article)
    begin = process_time()
    for _ in range(10):
        tags_for(article)
    assert (process_time() - begin) / 10 < 0.02


# The tables and the search


def test_longest_words_win_and_latin_words_stand_alone() -> None:
    assert ["中国大陆", "中国"] == spotted("中国大陆与中国", "中国", "中国大陆")
    assert ["Arm"] == spotted("Arm, alarm, army, arm", "Arm")
    assert ["LINE"] == spotted("line LINE Line2"[:10], "LINE")
    assert ["iPhone", "iPhone"] == spotted("iPhone 15和iPhone16", "iPhone")


@given(st.text("ab中国大", max_size=12), st.sets(st.text("ab中国大", min_size=2, max_size=4), max_size=6))
def test_every_word_that_stands_is_found_once(text: str, listed: set[str]) -> None:
    words_of_han = {word for word in listed if not word.isascii()}
    pattern = "|".join(sorted(words_of_han, key=len, reverse=True)) or "(?!)"
    assert re.findall(pattern, text) == spotted(text, *words_of_han)


def test_no_spelling_stands_for_two_names() -> None:
    spellings = [fold(written.removesuffix("?")) for _, _, some in rows("names.tsv", 3) for written in some.split("|")]
    assert [] == [spelling for spelling, count in Counter(spellings).items() if count > 1]
    assert [] == [spelling for spelling in spellings if len(spelling) < 2]
    assert 400 < len(list(rows("names.tsv", 3)))


def test_every_name_is_of_a_known_kind() -> None:
    kinds = {kind for kind, _, _ in rows("names.tsv", 3)}
    assert kinds == set(FREQUENT) == set(TITLE_NEEDS)


def test_no_topic_lists_a_word_twice() -> None:
    for _, topic, listed in rows("topics.tsv", 3):
        counts = Counter(word.removesuffix("!") for word in listed.split())
        assert (topic, []) == (topic, [word for word, count in counts.items() if count > 1])


def test_word_lists_are_read_without_their_remarks() -> None:
    assert "ceo" in set(words("generic_latin.txt"))
    assert not [word for name in ("generic_latin.txt", "empty_categories.txt") for word in words(name) if "#" in word]
