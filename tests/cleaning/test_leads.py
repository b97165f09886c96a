"""Leads without a full stop that open with a dateline."""

import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.body.leads import is_lead

STORY = """{title}
2025-09-03 来源：海峡晚报

{lead}

受台风影响，福建沿海多条航线昨日起停航，省防汛指挥部要求各地做好防御准备。预计今明两天出现大到暴雨。

当地渔民说，船只都已经回港避风，风浪过后才能出海。
"""


@pytest.mark.parametrize(
    "lead",
    [
        "本报讯（记者 陈志远）昨日，福建沿海停航",
        "【記者林佳蓉／台北報導】交通局今天公布新站名單",
        "新华社（记者王小明）台风登陆后继续北上",
    ],
)
def test_a_line_that_goes_on_behind_its_dateline_begins_the_body(lead: str) -> None:
    article = clean(STORY.format(title="台风逼近福建沿海", lead=lead).encode(), name="a.txt").article
    assert lead == article.body[0].text


@pytest.mark.parametrize(
    "row",
    [
        "本报讯（记者 陈志远）",
        "（記者林佳蓉／台北報導）",
        "【綜合報導】台北",
        "【广告】点击下载我们的客户端",
        "（本文由作者授权）转载请注明出处",
    ],
)
def test_a_dateline_alone_is_none(row: str) -> None:
    assert not is_lead(row)
