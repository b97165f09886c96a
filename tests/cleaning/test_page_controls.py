"""Controls, labels and bylines between the lines of a copied page."""

import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.body.captions import is_caption
from tui_reader.cleaning.body.contents import headings_without_contents
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.cues import cue
from tui_reader.cleaning.patterns.markers import find_markers, is_counts
from tui_reader.model import Article
from tui_reader.text.fold import fold

BYLINE = """旧电台
旧收音机别扔，一个下午变成音箱
2022年10月16日
由
木子
发表在
数码
5条评论
文章目录
隐藏
1 一、准备工作
2 二、拆开外壳
3 三、接线
邻居搬家的时候留下一台旧收音机，喇叭还是好的，木壳也完整，丢掉实在可惜，我就抱回家来了。
一、准备工作
先把电源拔掉，放一个晚上再动手，里面的电容可能还存着电，碰到了会吓一跳。
二、拆开外壳
背板只有四颗螺丝，木头受过潮，拧的时候要慢，不然牙口会裂开。
三、接线
把功放板的两根线焊到喇叭上，正负不要接反，接完先用小音量试，没有杂音再装回去。
"""


@pytest.mark.parametrize("row", ["0:00 / 1:32", "▶ 00:00 / 12:05 1.0x", "聽新聞", "朗读全文", "收听本文音频", "+5"])
def test_player_controls_and_picture_counters(row: str) -> None:
    assert [1] == find_markers([fold(line) for line in ("江水漲了。", row, "堤上的人。")])


@pytest.mark.parametrize("row", ["听雨", "播放", "比分 1:0", "上午 9:00 / 下午 3:00", "听新闻的人多了"])
def test_lines_that_only_resemble_controls(row: str) -> None:
    assert [] == find_markers([fold(line) for line in ("江水漲了。", row, "堤上的人。")])


def test_signed_figures_below_each_other_are_a_table() -> None:
    assert [] == find_markers(["主队", "+5", "+12", "客队"])


@pytest.mark.parametrize("row", ["— END —", "完", "（完）", "- 全文完 -", "—— 正文完 ——", "THE END"])
def test_end_marks_in_every_form(row: str) -> None:
    family = cue(fold(row))
    assert family is not None
    assert "end_mark" == family.name


@pytest.mark.parametrize("row", ["收藏 1,204瀏覽 5.3萬", "浏览 8213 次"])
def test_labels_with_figures(row: str) -> None:
    assert is_counts(fold(row))


@pytest.mark.parametrize(
    "row", ["莫志堅展示課桌。（葉子晴攝）", "他在铺前，摄于2023年冬。 受访者供图", "渡口的早晨（受访者供图）"]
)
def test_line_that_ends_in_a_credit_is_a_caption(row: str) -> None:
    assert is_caption(fold(row))


def test_label_of_a_dropped_list_is_dropped() -> None:
    rows = [Block(text, fold(text)) for text in ("目录", "1. 排查电源", "江水涨了。", "目录")]
    assert [0] == headings_without_contents(rows, [True, False, True, True])


def test_byline_and_contents_in_rows_of_their_own() -> None:
    article = _cleaned(BYLINE)
    assert "木子" == article.author
    assert article.body[0].text.startswith("邻居搬家")
    assert 7 == len(article.body)


def _cleaned(text: str) -> Article:
    return clean(text.encode()).article
