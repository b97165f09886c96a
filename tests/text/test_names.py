import pytest

from tui_reader.text import names
from tui_reader.text.fold import fold
from tui_reader.text.outlets import is_outlet, is_platform, is_source
from tui_reader.text.surnames import COMPOUND, FREQUENT, RARE


@pytest.mark.parametrize("name", ["王小明", "陈智", "歐陽娜娜", "林悅", "賴清秀", "傅大為", "司馬光", "洪一"])
def test_people(name: str) -> None:
    assert names.is_person(fold(name))


@pytest.mark.parametrize("name", ["买买提·阿不都", "加西亚·马尔克斯", "強大為", "Kevin Chen", "叨叨姐", "老王說車"])
def test_names_accepted_after_a_label(name: str) -> None:
    assert names.is_name(fold(name))


@pytest.mark.parametrize(
    "text",
    [
        "楼主",
        "河岸日報",
        "查看评论",
        "今天下午",
        "關注",
        "半導體",
        "星期三",
        "高雄",
        "南京",
        "1024次点击",
        "列印、文字大小",
        "Tweet",
        "admin",
        "搜尋",
        "港聞",
        "原创",
        "<b>x</b>",
        "分享至",
        "wordpress",
    ],
)
def test_rejected_names(text: str) -> None:
    assert not names.is_person(fold(text))
    assert not names.is_pen_name(fold(text)) or text in {"港聞", "半導體", "河岸日報", "今天下午"}


def test_names_in_a_row() -> None:
    assert [(0, 3), (4, 7)] == list(names.parts("侯冠州、张珈睿"))
    assert [(0, 10)] == list(names.parts("kevin chen"))
    assert names.are_people(fold("侯冠州 張珈睿"))
    assert not names.are_people(fold("侯冠州 編輯"))


def test_the_lists_are_folded_and_apart() -> None:
    assert "".join(sorted(FREQUENT | RARE)) == fold("".join(sorted(FREQUENT | RARE)))
    assert all(len(surname) == 1 for surname in FREQUENT | RARE)
    assert all(len(surname) == 2 and fold(surname) == surname for surname in COMPOUND)


@pytest.mark.parametrize("text", ["河岸日報", "江畔网", "中央社", "某某新聞", "三立新聞網", "苏皖城市报", "BBC中文网"])
def test_outlets(text: str) -> None:
    assert is_outlet(fold(text))
    assert is_source(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "微信公众平台",
        "分享至",
        "【本報",
        "網路",
        "综合报道",
        "2024-01-02",
        "林悅/高雄報導",
        "他說完就走了。",
        "点击查看",
    ],
)
def test_rejected_sources(text: str) -> None:
    assert not is_source(fold(text))


def test_platform_is_not_a_source() -> None:
    assert is_platform(fold("微信公众平台"))
    assert not is_platform(fold("河岸夜讀"))
