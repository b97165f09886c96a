"""Calls to follow, subscribe or scan, and sentences that share words with them."""

import pytest

from tui_reader.cleaning.patterns.calls import is_call, is_hotline
from tui_reader.cleaning.patterns.cues import cue
from tui_reader.text.fold import fold


@pytest.mark.parametrize(
    "line",
    [
        "点击上方“海风生活”关注我们",
        "▲ 点击蓝字，关注我们 ▲",
        "长按二维码关注海风生活",
        "扫码加入读者群",
        "記得按讚訂閱我的頻道",
        "請追蹤我們的 IG",
        "喜欢就点个在看吧",
        "Follow us on Facebook",
    ],
)
def test_a_call_is_dropped(line: str) -> None:
    assert is_call(fold(line))
    assert cue(fold(line)) is not None


@pytest.mark.parametrize(
    "line",
    [
        "关注我们身边的隐形贫困",
        "扫码点餐惹争议",
        "订阅经济的下一站",
        "扫码支付到了渔港",
        "点击右下角的按钮",
        "加入我们的队伍",
        "“关注我们。”老陈说，“别只关注鱼。”",
    ],
)
def test_sentences_and_steps_are_no_calls(line: str) -> None:
    assert not is_call(fold(line))


@pytest.mark.parametrize(
    "line",
    ["报修热线：0571-12345678", "安心專線：1925（二十四小時）", "青年热线 010-1234、010-5678", "求助请拨生命线1995。"],
)
def test_the_number_of_a_hotline(line: str) -> None:
    assert is_hotline(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "市民热线12345去年接到电话三十万个，六成与噪声有关。",
        "渔港专线 2024 年开通",
        "海边公交专线 118路",
        "三、客服專線：1911",
    ],
)
def test_sentences_about_a_hotline_are_kept(line: str) -> None:
    assert not is_hotline(fold(line))
