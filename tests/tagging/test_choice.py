"""Which of the things that an article names become its tags: not the ones that it only lists, quotes or is published by."""

from tests.tagging.articles import an_article
from tui_reader.tagging import tags_for


def test_a_list_of_cities_has_none_of_them() -> None:
    listed = "高雄、桃園、台中、台南和新竹都有攤位。高雄設三處，桃園設四處，台中設三處。"
    assert not {"高雄", "桃園", "台中"} & set(tags_for(an_article("連署攤位一覽", *[listed] * 2, script="hant")))
    told = "桃園的攤位最多，桃園市民也最踴躍。桃園今年又增設兩處，桃園以外只有台中有攤位。"
    assert "桃園" in tags_for(an_article("連署攤位一覽", *[told] * 2, script="hant"))


def test_a_country_and_its_city_are_both_tags() -> None:
    text = "巴黎的地铁停运，法国政府呼吁市民在家工作。巴黎街头车流长达百里，法国铁路只开两成班次。"
    assert {"法国", "巴黎"} <= set(tags_for(an_article("法国巴黎地铁停运一天", *[text] * 3)))


def test_the_source_is_no_tag() -> None:
    text = "中国地理学会今年的年会讨论了河流。中国地理学会说，会员可以报名。中国地理学会每年办一次年会。"
    assert "中国地理学会" in tags_for(an_article("年会讨论河流", *[text] * 2))
    assert "中国地理学会" not in tags_for(an_article("年会讨论河流", *[text] * 2, source="中国地理学会"))


def test_a_contest_is_no_sport() -> None:
    text = "全体药剂师参赛，比赛分笔试和操作两项。选手们冷静作答，决赛后选出冠军，比赛圆满结束。"
    assert "体育" not in tags_for(an_article("医院举办药学技能比赛", text))
    ball = "主场球迷高声欢呼，球队在下半场连进三球夺冠。主帅说，球员的体能比上赛季好得多。"
    assert "体育" in tags_for(an_article("主队夺冠", ball))


def test_a_word_is_a_person_only_behind_an_office() -> None:
    text = "阳性预测值比上一次高。阳性表示有过感染，阳性说明需要复查。阳性指出现了抗体。"
    assert "阳性" not in tags_for(an_article("检测结果里的阳性", *[text] * 2))


def test_a_chapter_on_a_site_of_novels_is_fiction() -> None:
    paragraphs = ["他把背上的干粮袋放在树下，靠着树干坐了很久，远处的炮声还没有停。"] * 9
    assert "小说" in tags_for(an_article("第22章 树下", *paragraphs, source="江城小说网"))
    assert "小说" not in tags_for(an_article("第22章 树下", *paragraphs, source="江城晚报"))


def test_two_repeated_words_make_a_topic_when_there_is_no_other() -> None:
    text = "航天员今天出舱，航天员在舱外停留七小时。航天部门说，航天员状态良好。"
    assert "太空" in tags_for(an_article("出舱活动顺利结束", *[text] * 2))


def test_a_direction_is_no_region() -> None:
    text = "风暴正向西北方向移动，院子西北角的树倒了，城西北的路也断了。"
    assert not {"西北", "东北"} & set(tags_for(an_article("风暴继续向西北方向移动", *[text] * 3)))
    assert "西北" in tags_for(an_article("西北的牧场", *["西北的牧场今年雨水多，西北的草长得高。"] * 3))


def test_a_common_word_is_no_company_by_one_mention_beside_a_sure_one() -> None:
    text = "台积电扩建厂房。这条街让人联想起从前的小镇。"
    assert "联想" not in tags_for(an_article("让人联想从前的街", text))


def test_model_and_series_are_no_names() -> None:
    text = "特斯拉的Model 3開始出貨，Model 3售價降低。特斯拉說Model 3訂單很多。"
    tags = tags_for(an_article("特斯拉Model 3開始出貨", *[text] * 2, script="hant"))
    assert "特斯拉" in tags
    assert "Model" not in tags


def test_hong_kong_is_named_by_its_government() -> None:
    text = "特首昨日會見記者，特首強調計劃不變，特區政府下月公佈詳情。"
    assert "香港" in tags_for(an_article("特首：計劃不變", text, script="hant"))
    macau = "澳門特區政府公佈計劃，澳門居民可以報名，澳門特區政府下月公佈詳情。澳門各區都有名額。"
    assert "香港" not in tags_for(an_article("澳門公佈計劃", *[macau] * 2, script="hant"))
