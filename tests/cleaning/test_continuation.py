"""What stands below a story in its own element: notes and lists of it, and what sites add."""

import numpy as np
import pytest

from tests.cleaning.made import IMPRINT, MENU, STORY, page, paragraphs
from tui_reader.cleaning import clean
from tui_reader.cleaning.body.continuation import start_at_paragraphs
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.model import Article

STEPS = [
    "五花肉切块，冷水下锅，焯水后捞出洗净沥干。",
    "冰糖炒到枣红色，倒入肉块翻炒上色。",
    "加热水没过肉，小火焖一小时，收汁出锅。",
]


def told(inside: str, title: str = "老渔港的新冷库") -> Article:
    return clean(page(f"{MENU}<h1>{title}</h1>{inside}{IMPRINT}", title), name="a.html").article


def body(article: Article) -> list[str]:
    return [passage.text for passage in article.body]


@pytest.mark.parametrize(
    "added",
    [
        "<div>加入會員，每月寄送選書</div><div>你也許想讀</div><div><a href=/1>港口的夜市又開張了</a></div><div><a href=/2>冷庫的電費誰來付</a></div>",
        "<h4>大家都在读什么</h4><ul><li><a href=/1>港口的夜市又开张了</a></li><li><a href=/2>冷库的电费谁来付</a></li></ul>",
        "<div>本站编辑精心挑选</div><div><a href=/1>港口的夜市又开张了</a></div>",
    ],
)
def test_offers_and_headings_of_other_articles_are_not_of_the_story(added: str) -> None:
    assert body(told(paragraphs(STORY[:4]) + added)) == list(STORY[:4])


def test_a_short_last_section_under_a_heading_of_the_story_belongs_to_it() -> None:
    steps = "".join(f"<li>{step}</li>" for step in STEPS)
    article = told(
        f"<p>红烧肉是我家过年必上的一道菜，肥而不腻，入口即化。</p><h2>做法</h2><ol>{steps}</ol><h2>小贴士</h2><p>一定要加热水，加冷水肉会变柴。</p>"
        "<div>收藏 分享 打印 举报菜谱</div>",
        "家常红烧肉",
    )
    assert body(article)[-2:] == ["小贴士", "一定要加热水，加冷水肉会变柴。"]


@pytest.mark.parametrize(
    "row",
    [
        "综合评分 8.6　1326 人做过这道菜",
        "阅读 3.2万 赞 821 在看 345",
        "<span>点击上方</span><b>蓝字</b><span>关注我们</span>",
    ],
)
def test_counts_and_offers_to_follow_are_no_deck(row: str) -> None:
    article = told(f"<div>{row}</div>{paragraphs(STORY[:4])}")
    assert article.deck == ()
    assert body(article) == list(STORY[:4])


def test_a_sentence_with_figures_is_a_deck() -> None:
    assert told(f"<div>2024 年建成，存鱼 300 吨，电费谁来付</div>{paragraphs(STORY[:4])}").deck == (
        "2024 年建成，存鱼 300 吨，电费谁来付",
    )


def test_a_last_heading_whose_text_is_left_out_ends_no_story() -> None:
    article = told(
        f"{paragraphs(STORY[:2])}<h2>冷库</h2>{paragraphs(STORY[2:4])}<h2>附近的渔港</h2><ul><li><a href=/1>石湾渔港的早市</a></li><li><a href=/2>南岸渔港的夜市</a></li></ul>"
    )
    assert body(article) == [*STORY[:2], "冷库", *STORY[2:4]]


def test_wiki_headings_lose_their_edit_links_and_numbered_contents_are_left_out() -> None:
    text = f"海边的冷库\n跳转到导航 跳转到搜索\n目录\n1 起因\n2 建造\n{STORY[0]}\n起因[编辑]\n{STORY[1]}\n{STORY[2]}\n建造[编辑 | 编辑源代码]\n{STORY[3]}\n"
    article = clean(text.encode(), name="a.txt").article
    assert [(passage.kind, passage.text) for passage in article.body] == [
        ("paragraph", STORY[0]),
        ("heading", "起因"),
        ("paragraph", STORY[1]),
        ("paragraph", STORY[2]),
        ("heading", "建造"),
        ("paragraph", STORY[3]),
    ]
    assert article.deck == ()


PLAIN, PROSE = Label("body", "loose", "", -10.0), Label("body", "prose", "", 40.0)


def test_a_doubtful_row_in_another_kind_of_element_is_not_the_first_of_the_story() -> None:
    rows = [("海風日報", "li", PLAIN), (STORY[0], "p", PROSE), (STORY[1], "p", PROSE)]
    blocks = [Block(text, text, tag=tag) for text, tag, _ in rows]
    labels = [label for _, _, label in rows]
    assert start_at_paragraphs(blocks, labels, np.array([0.4, 0.9, 0.9], np.float32), (0, 3)) == 1
    assert start_at_paragraphs(blocks, labels, np.array([0.6, 0.9, 0.9], np.float32), (0, 3)) == 0
    blocks[0] = blocks[0]._replace(tag="p")
    assert start_at_paragraphs(blocks, labels, np.array([0.4, 0.9, 0.9], np.float32), (0, 3)) == 0
