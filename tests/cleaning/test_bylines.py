import pytest

from tui_reader.cleaning.body.captions import is_caption
from tui_reader.cleaning.metadata.bylines import is_byline
from tui_reader.text.fold import fold


@pytest.mark.parametrize(
    "row",
    [
        "記者林悅／南市報導",
        "社會中心／綜合報導",
        "□ 本报记者 葛灵丹",
        "新京报记者 彭冲 山东冠县报道",
        "文／徐若珊",
        "撰文：林佳蓉 攝影：王大明",
        "（记者 林小满 通讯员 周一鸣）",
        "作者：林小满 责任编辑：周一鸣 2019-09-07",
    ],
)
def test_bylines(row: str) -> None:
    assert is_byline(fold(row))


@pytest.mark.parametrize(
    "row",
    [
        "記者會上，市長說明了預算，並且回答了住戶的問題。",
        "作者介绍他怎样把一排旧书架改成了花台",
        "责任编辑：周一鸣",
        "记者 林小满 昨天在老街采访了三十位住户，他们都盼着早日完工",
    ],
)
def test_what_is_no_byline(row: str) -> None:
    assert not is_byline(fold(row))


@pytest.mark.parametrize(
    "row",
    [
        "▲▼現場照片",
        "圖／業者提供",
        "图为老街一角",
        "站前的老街。（圖／記者林某攝）",
        "城市摄影队 周斌 摄",
        "報導截圖。",
        "生成式AI的競爭（Reuters）",
        "Photo Credit: Someone",
    ],
)
def test_captions(row: str) -> None:
    assert is_caption(fold(row))


@pytest.mark.parametrize("row", ["他拿出一張圖，上面畫著老街。", "图书馆延长开放时间", "攝影展明天開幕。"])
def test_what_is_no_caption(row: str) -> None:
    assert not is_caption(fold(row))
