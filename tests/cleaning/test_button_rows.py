"""Rows of a share bar that a dump repeats are not its title."""

import pytest

from tests.cleaning.made import STORY
from tui_reader.cleaning import clean
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.metadata.button_rows import button_rows
from tui_reader.text.fold import fold

BAR = ["取得連結", "Facebook", "X", "Pinterest", "電子郵件", "其他應用程式"]


def blocks(rows: list[str]) -> list[Block]:
    return [Block(row, fold(row)) for row in rows]


def title(rows: list[str]) -> str | None:
    return clean("\n".join(rows).encode(), name="dump.txt").article.title


def test_the_headline_is_above_the_share_bar() -> None:
    site = ["跳到主要內容", "搜尋此網誌", "潮間帶慢慢走", "一個會計師搬到漁港的筆記"]
    rows = [*site, "碼頭邊的那座冷庫", *BAR, "- 5月 21, 2023", *STORY, "標籤： 漁港", *BAR, "留言"]
    article = clean("\n".join(rows).encode(), name="dump.txt").article
    assert ("碼頭邊的那座冷庫", ()) == (article.title, article.deck)


@pytest.mark.parametrize("site", [["潮味灶", "菜谱分类", "登录", "注册"], ["潮味灶", "首页", "登录", "搜索"]])
def test_a_menu_of_one_word_a_line_is_below_a_sites_name(site: list[str]) -> None:
    assert "码头边的那座冷库" == title([*site, "码头边的那座冷库", "收藏", *STORY])


def test_a_short_headline_above_share_words_stays() -> None:
    assert "渡口记" == title(["渡口记", "分享", "列印", "2024-03-05", *STORY])


def test_repeated_rows() -> None:
    assert {1, 2, 3, 5, 6, 7} == button_rows(blocks(["題", "甲乙", "丙丁", "戊己", "文", "甲乙", "丙丁", "戊己"]))
    assert not button_rows(blocks(["題目", "甲乙", "題目", "丙丁", "題目", "甲乙"]))
