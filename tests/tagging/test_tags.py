"""The tags a person would give."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tagging.articles import an_article
from tui_reader.cleaning import clean
from tui_reader.model import Article, Script
from tui_reader.script import converter
from tui_reader.tagging import MOST, tags_for
from tui_reader.tagging.declared import category_parts
from tui_reader.text.fold import fold

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())


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


def test_somebody_in_the_title_or_named_many_times_is_a_tag() -> None:
    said = "交通局局长陈国栋表示，工程月底完工。陈国栋说，资金已经到位。"
    assert "陈国栋" in tags_for(an_article("陈国栋谈大桥工程", said))
    assert "陈国栋" in tags_for(an_article("大桥月底通车", said * 4))
    assert "陈国栋" not in tags_for(an_article("大桥月底通车", said))


def test_a_name_of_the_title_needs_no_office_if_the_text_repeats_it() -> None:
    text = "鄭巧薇昨天搬進新店面，鄭巧薇還請了鄰居喝茶。鄰居都認得鄭巧薇。"
    assert "鄭巧薇" in tags_for(an_article("鄭巧薇搬新店", text, script="hant"))


def test_a_form_of_address_is_no_name() -> None:
    text = "李小姐表示很满意。王先生说，李小姐是常客。李小姐认为味道好，王先生指出价钱公道。"
    assert () == tags_for(an_article("李小姐和王先生", text * 3))


def test_a_foreign_name_is_a_tag_as_a_whole() -> None:
    text = "作家玛丽安·费舍尔来访。费舍尔谈到了写作，玛丽安·费舍尔还签了名。"
    assert "玛丽安·费舍尔" in tags_for(an_article("玛丽安·费舍尔来访", text))


def test_a_professor_called_like_a_city_is_none() -> None:
    text = "传播学教授沈阳在会上发言。沈阳说，技术变化很快。沈阳认为应当重视教育，沈阳还回答了提问。"
    assert "沈阳" not in tags_for(an_article("沈阳谈技术", text * 2))
    city = "沈阳昨天下雪。沈阳的公交车晚点，沈阳市气象台说雪还会下。"
    assert "沈阳" in tags_for(an_article("沈阳下雪", city))


def test_hong_kong_is_told_by_its_districts_too() -> None:
    text = "特首昨日視察旺角，港府官員陪同。港鐵說尖沙咀站客流增加，全港市民都受影響。"
    assert "香港" in tags_for(an_article("特首視察街道", text, script="hant"))


def test_a_work_in_the_title_is_a_tag_but_no_law() -> None:
    assert "山城旧事" in tags_for(an_article("《山城旧事》今晚首播", "《山城旧事》讲的是一家人。"))
    assert "山城管理条例" not in tags_for(an_article("《山城管理条例》施行", "《山城管理条例》今天施行。"))


def test_a_story_with_chapters_or_dialogue_is_fiction() -> None:
    lines = ["他推开门，屋里没有人。", "“你回来了。”她说。", "“路上下雨。”他说。", "雨还在下。", "灯灭了。"] * 3
    assert "小说" in tags_for(an_article("第十二章 归来", *lines))
    assert "小说" not in tags_for(an_article("归来", *[line.strip("“”") for line in lines]))


def test_a_latin_name_of_a_known_thing_has_its_own_name() -> None:
    text = "Samsung發表新手機，Samsung說銷售很好。"
    assert "三星" in tags_for(an_article("Samsung發表新機", text, script="hant"))


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


def test_a_category_is_read_in_parts() -> None:
    assert ["半導體", "AI"] == category_parts("半導體/AI")
    assert ["首页", "新闻", "手机"] == category_parts("首页 > 新闻 > 手机")
    assert ["即時", "社會"] == category_parts("即時_社會")
    assert ["财经"] == category_parts("财经频道")
    assert [] == category_parts(None)


def test_a_category_makes_its_topic_likelier_and_is_none_itself() -> None:
    story = an_article(
        "展览开幕", "展厅里挂着老照片。讲解员说，照片都是读者寄来的，散文也印在墙上。" * 2, category="首页 > 文化频道"
    )
    assert "文化" in tags_for(story)
    plain = an_article("管道换新", "小区换了水管，居民都说好。", category="文化频道")
    assert () == tags_for(plain)


def test_the_source_is_no_tag() -> None:
    tags = tags_for(an_article("华为发布手机", "手机很好，新机型的屏幕更亮。", source="临江日报", category="科技"))
    assert ("华为", "手机") == tags


# All together


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_samples_have_a_few_tags_none_twice(path: Path) -> None:
    tags = tags_for(clean(path.read_bytes(), name=path.name).article)
    assert 2 <= len(tags) <= MOST
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
