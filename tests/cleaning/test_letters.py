"""Salutations and signatures stay with the story, and no row is lost as metadata of which no value is used."""

import pytest

from tests.cleaning.made import IMPRINT, MENU, STORY, page, paragraphs
from tui_reader.cleaning import clean
from tui_reader.cleaning.body.letters import is_day, is_salutation
from tui_reader.model import Cleaned
from tui_reader.text.fold import fold

PATCH = """《星尘远征》官网
新闻 | 下载 | 论坛 | 客服
《星尘远征》2.4.1版本更新公告
发布日期：2025-06-19
{salutation}
服务器将于6月20日（周五）06:00—10:00进行停机维护，维护完成后将更新至2.4.1版本。具体内容如下：
【新增内容】
- 新增“赤环星域”副本，等级要求60级。
- 新增护卫舰“晨曦级”，可通过活动商店兑换。
【维护补偿】
维护结束后，全体指挥官将通过邮件获得星晶×300。
《星尘远征》运营团队
{day}
上一篇：618活动公告
下一篇：2.4.2版本预告
"""


def dump(text: str) -> Cleaned:
    return clean(text.encode(), name="dump.txt")


def body(cleaned: Cleaned) -> list[str]:
    return [passage.text for passage in cleaned.article.body]


@pytest.mark.parametrize("salutation", ["亲爱的指挥官：", "各位玩家：", "Dear players:", "親愛的用戶們："])
@pytest.mark.parametrize("day", ["2025年6月19日", "二〇二五年六月十九日", "二零二五年六月"])
def test_salutation_and_signature_are_of_the_body(salutation: str, day: str) -> None:
    found = body(dump(PATCH.format(salutation=salutation, day=day)))
    assert salutation == found[0]
    assert ["《星尘远征》运营团队", day] == found[-2:]


def test_a_letter_in_markup_keeps_its_edges() -> None:
    letter = f"{MENU}<h1>致村民的一封信</h1><div>各位乡亲：</div><div>{paragraphs()}</div><div>合作社筹备组</div><div>2024年5月6日</div>{IMPRINT}"
    found = body(clean(page(letter, "致村民的一封信"), name="page.html"))
    assert "各位乡亲：" == found[0]
    assert ["合作社筹备组", "2024年5月6日"] == found[-2:]


def test_dates_of_teasers_are_no_signature() -> None:
    teasers = "\n".join(f"{name}\n2024年5月{day}日" for day, name in enumerate(["南街修路", "北街停水", "西街断电"], 1))
    found = body(dump("海边的冷库\n2024-03-05 来源：海风日报\n" + "\n".join(STORY) + "\n" + teasers))
    assert list(STORY) == found


@pytest.mark.parametrize(
    "row", ["文号：海政发〔2024〕3号", "亲爱的指挥官：", "摄影：周晓岚", "分享到：", "索引号：", "2024年1月9日"]
)
def test_a_row_is_metadata_only_if_a_value_of_it_is_used(row: str) -> None:
    cleaned = dump(f"海边的冷库\n2024-03-05 来源：海风日报 作者：林小禾\n{row}\n" + "\n".join(STORY))
    role = next(verdict.role for verdict in cleaned.verdicts if verdict.text == row)
    places = [*body(cleaned), *cleaned.article.deck, *(line.text for line in cleaned.article.removed)]
    assert "metadata" != role
    assert 1 == places.count(row)


def test_a_day_between_paragraphs_heads_an_entry_of_a_diary() -> None:
    days = ("2024年3月1日", "2024年3月2日", "2024年3月3日")
    entries = "\n".join(f"{day}\n{STORY[index]}\n{STORY[index + 3]}" for index, day in enumerate(days))
    assert set(days[1:]) <= set(body(dump(f"冷库工地日记\n作者：林小禾\n发表于 2024-03-09\n{entries}")))


@pytest.mark.parametrize("row", ["各省、自治区、直辖市人民政府，国务院各部委：", "张老师：", "致全市家长朋友："])
def test_salutations(row: str) -> None:
    assert is_salutation(fold(row))


@pytest.mark.parametrize("row", ["来源：", "关键词：", "各地的雨下了一夜。", "记者：", "发布机构："])
def test_other_rows_with_a_colon(row: str) -> None:
    assert not is_salutation(fold(row))


@pytest.mark.parametrize(
    ("row", "day"), [("2025年6月19日", True), ("二〇二一年寒露", False), ("2025年6月19日，雨停了。", False)]
)
def test_days(row: str, day: bool) -> None:
    assert day == is_day(fold(row))


def test_a_closing_formula_is_of_the_letter() -> None:
    closing = ["此致", "敬禮", "南街居民聯署", "二〇二一年四月二十二日"]
    letter = ["給市長的一封信", "2021年4月22日", "市長先生：", *STORY, *closing, "我要連署"]
    assert ["市長先生：", *STORY, *closing] == body(dump("\n".join(letter)))
