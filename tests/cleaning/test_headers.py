"""Rows about an article as papers, portals, blogs and boards print them: who, for whom, when; and rows that tell nobody."""

from dataclasses import dataclass

import pytest

from tui_reader.cleaning.markup.blocks import Page, plain_blocks
from tui_reader.cleaning.metadata.facts import find_facts
from tui_reader.cleaning.metadata.rows import Place

TITLE = "老街明年整修 住戶參與驗收"
STORY = [
    "市政府昨天宣布，明年起將分三期整修老街的排水系統，並由住戶代表參與驗收。",
    "水利局長說，工程分成兩期，第一期先做主池，第二期再接上三條分流管線。",
    "住戶代表說，工程期間的噪音和灰塵都要量測，數字每週公布一次，人人可查。",
    "老街的店家擔心施工影響生意，希望每一期都能在淡季動工，並且提前公告。",
]
DAY = "2019-09-07 13:43"


@dataclass(frozen=True, slots=True)
class Told:
    author: str | None
    source: str | None


def told(*above: str, below: tuple[str, ...] = (), lead: str = "") -> Told:
    blocks = plain_blocks([TITLE, *above, lead + STORY[0], *STORY[1:], *below])
    start = 1 + len(above)
    found = find_facts(Page(blocks, window_title=TITLE), Place(0, start, start + len(STORY)), None)
    assert (found.published or "2019-09-07").startswith("2019-09-07")
    return Told(found.author, found.source)


@pytest.mark.parametrize(
    ("row", "author", "source"),
    [
        ("2019年09月07日 13:43 河岸财经网", None, "河岸财经网"),
        ("2019年09月07日 13:43　来源：江城新闻网 参与互动", None, "江城新闻网"),
        ("2019-09-07 13:43:45 字号：A- A A+ 来源：江城观察网", None, "江城观察网"),
        ("楼主：江边柳 时间：2019-09-07 13:43:45 点击：1234 回复：56", "江边柳", None),
        ("发布时间：2019-09-07 13:43 来源：江城市教育局 浏览次数：123 字号：[大 中 小]", None, "江城市教育局"),
        ("林佳蓉 2019-09-07 13:43", "林佳蓉", None),
        ("2019-09-07 13:43 | 林佳蓉 | 生活", "林佳蓉", None),
        ("來源：河岸經濟日報 | 作者：林佳蓉 | 2019-09-07", "林佳蓉", "河岸經濟日報"),
        ("2019-09-07 13:43 作者：本报记者 林小满 来源：江城晚报", "林小满", "江城晚报"),
        ("2019-09-07 13:43 作者：admin 来源：本站", None, None),
        ("發布單位：教務處 發布人：林佳蓉 2019-09-07", "林佳蓉", "教務處"),
        ("【2019-09-07 河岸日報 記者林佳蓉台北報導】", "林佳蓉", "河岸日報"),
        ("由 林小满 于 2019-9-7 13:43 发布", "林小满", None),
        ("江边柳 于 2019-09-07 13:43:45 发布 1234 收藏 5", "江边柳", None),
        ("原創 2019-09-07 林小滿 江城夜讀", "林小滿", "江城夜讀"),
        ("2019年09月07日 星期六 A03版：要闻 江城晚报", None, "江城晚报"),
        ("2019-09-07 特约撰稿人 林小满 发自北京", "林小满", None),
        ("2019-09-07 13:43 撰稿：林小满 摄像：周一鸣 编辑：王飞", "林小满", None),
        ("編輯 林佳蓉 報導 發佈時間：2019/09/07 13:43", None, None),
    ],
)
def test_the_row_of_the_date(row: str, author: str | None, source: str | None) -> None:
    assert Told(author, source) == told(row)


@pytest.mark.parametrize(
    ("row", "author", "source"),
    [
        ("撰文者：林佳蓉", "林佳蓉", None),
        ("文字：林佳蓉｜攝影：王大明", "林佳蓉", None),
        ("採訪‧撰文／林佳蓉", "林佳蓉", None),
        ("譯者：林佳蓉", None, None),
        ("生活中心／台北報導", None, None),
        ("國際中心／林佳蓉報導", "林佳蓉", None),
        ("文／中央社", None, "中央社"),
        ("記者：林佳蓉 攝影：王大明", "林佳蓉", None),
        ("▲林佳蓉在現場。（圖／記者王大明攝）", None, None),
        ("收藏", None, None),
        ("熱門搜尋：周杰雲 林俊山", None, None),
        ("扫一扫 手机阅读", None, None),
    ],
)
def test_a_row_below_the_date(row: str, author: str | None, source: str | None) -> None:
    assert Told(author, source) == told(DAY, row)


@pytest.mark.parametrize(
    ("row", "author", "source"),
    [
        ("江城报记者 李四光 编辑 王二 校对 赵六", "李四光", "江城报"),
        ("posted @ 2019-09-07 13:43 江边柳 阅读(1234) 评论(5) 编辑 收藏", "江边柳", None),
        ("（作者为江城大学教授 林小满）", "林小满", None),
        ("（作者系江城大学教授）", None, None),
        ("作者：林小满，江城大学历史系教授", "林小满", None),
        ("本文来自微信公众号：江城夜读（ID：jcyd），作者：林小满，编辑：周一鸣", "林小满", "江城夜读"),
        ("转自公众号“江城夜读”", None, "江城夜读"),
        ("来源 | 江城夜读（ID：jcyd）", None, "江城夜读"),
        ("江边柳 发表于 2019-09-08 10:00", None, None),
        ("监制：张三丰 责编：李四光 编辑：王小明", None, None),
        ("法律顾问：张三丰律师", None, None),
        ("声明：本文来源于网络，版权归原作者所有", None, None),
        ("图片来源：河岸视觉", None, None),
        ("图为江城老街。王小明 摄", None, None),
    ],
)
def test_a_row_below_the_story(row: str, author: str | None, source: str | None) -> None:
    assert Told(author, source) == told(DAY, below=(row,))


@pytest.mark.parametrize(
    ("lead", "author", "source"),
    [
        ("〔記者林佳蓉／台北報導〕", "林佳蓉", None),
        ("（中央社記者林佳蓉台北7日電）", "林佳蓉", "中央社"),
        ("【河報專訊】", None, "河報"),
        ("本报讯（记者 林小满 通讯员 周一鸣）", "林小满、周一鸣", None),
        ("江城日报讯（全媒体记者林小满 通讯员周一鸣）", "林小满、周一鸣", "江城日报"),
    ],
)
def test_the_beginning_of_the_story(lead: str, author: str | None, source: str | None) -> None:
    assert Told(author, source) == told(DAY, lead=lead)


def test_rows_below_the_head_of_another_list_tell_nothing() -> None:
    assert Told(None, None) == told(DAY, below=("相關閱讀", "記者王小明 北京報導", "作者：張三豐"))
