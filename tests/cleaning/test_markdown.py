"""Markdown in text documents, and lists in dumps."""

import time

import pytest

from tests.cleaning.made import STORY
from tui_reader.api import clean as clean_with_tags
from tui_reader.cleaning import clean
from tui_reader.cleaning.markup.markdown import markdown_lines
from tui_reader.cleaning.markup.markdown_signs import is_markdown
from tui_reader.model import Article

DOCUMENT = f"""---
title: 海边的冷库
date: 2024-03-05
author: 林小禾
---

# 海边的冷库

{STORY[0].replace("老陈", "**老陈**")}

![码头的早晨](https://x.example/a.jpg)

## 准备材料

- 冰块五公斤
- 泡沫箱一个
- 封箱胶带

**注意事项**

{STORY[1].replace("台风", "[台风](https://x.example/t)")}

> 不要把鱼直接放在冰上，中间要隔一层油纸。

1. 先铺一层冰。
2. 再放油纸。

---

```python
for fish in box:
    pass
```

| 月份 | 箱数 |
|------|-----:|
| 一月 | 120  |

{STORY[2]}
"""


def article(text: str, name: str = "a.txt") -> Article:
    return clean(text.encode(), name=name).article


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_marks_become_kinds_and_go(name: str) -> None:
    found = article(DOCUMENT, name)
    assert [(passage.kind, passage.text) for passage in found.body] == [
        ("paragraph", STORY[0]),
        ("heading", "准备材料"),
        ("list_item", "冰块五公斤"),
        ("list_item", "泡沫箱一个"),
        ("list_item", "封箱胶带"),
        ("heading", "注意事项"),
        ("paragraph", STORY[1]),
        ("quote", "不要把鱼直接放在冰上，中间要隔一层油纸。"),
        ("list_item", "先铺一层冰。"),
        ("list_item", "再放油纸。"),
        ("code", "for fish in box:\n    pass"),
        ("table", "月份\t箱数\n一月\t120"),
        ("paragraph", STORY[2]),
    ]


def test_front_matter_tells_title_and_date() -> None:
    found = article(DOCUMENT)
    assert (found.title, found.published) == ("海边的冷库", "2024-03-05")


def test_wrapped_lines_are_joined_and_lines_that_end_stay() -> None:
    rows = "# 题\n\n这一行还没有说完，所以它在下一行接着往下说\n直到这里才结束。\n这是另一段话，它自己说完了。"
    assert [line.text for line in list(markdown_lines(rows))[1:]] == [
        "这一行还没有说完，所以它在下一行接着往下说直到这里才结束。",
        "这是另一段话，它自己说完了。",
    ]


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("三乘四写作 3*4*5 也行", "三乘四写作 3*4*5 也行"),
        ("他*很*高兴", "他很高兴"),
        ("命令 `ls -l` 列出文件", "命令 ls -l 列出文件"),
        (r"星号 \*不是\* 标记", "星号 *不是* 标记"),
        ("__粗__和**粗**", "粗和粗"),
    ],
)
def test_signs_inside_a_line(line: str, plain: str) -> None:
    assert next(markdown_lines(line)).text == plain


@pytest.mark.parametrize(
    "text",
    [
        "※ 引述\n> 好\n- 不好\n1. 一\n",
        "\n".join([*STORY, "**热门推荐**", *STORY]),
        "\n".join([*STORY * 4, "# 摘要 本文", "- 一", *STORY * 4]),
    ],
)
def test_a_few_signs_do_not_make_a_document(text: str) -> None:
    assert not is_markdown(text)


def test_an_open_fence_takes_the_rest_of_the_code() -> None:
    assert list(markdown_lines("## 题\n\n```\na\n\n  b"))[1][:2] == ("a\n\n  b", "code")


def test_bullets_of_a_plain_dump_become_items_and_one_dash_stays() -> None:
    listed = article("\n".join(["海边的冷库", *STORY[:3], "● 占地一百二十平方米", "● 可存六百箱", *STORY[3:5]]))
    assert [(p.kind, p.text) for p in listed.body[3:5]] == [
        ("list_item", "占地一百二十平方米"),
        ("list_item", "可存六百箱"),
    ]
    spoken = article("\n".join(["海边的冷库", *STORY[:3], "- 你等一等，我马上就回来。", *STORY[3:5]]))
    assert spoken.body[3].text == "- 你等一等，我马上就回来。"


def test_numbered_subheads_between_paragraphs_are_headings_and_a_list_is_none() -> None:
    rows = [
        "海边的冷库",
        "一、起风",
        *STORY[:2],
        "二、停电",
        *STORY[2:4],
        "要带的东西有：",
        "1、冰块",
        "2、油纸",
        "3、胶带",
        *STORY[4:6],
    ]
    kinds = {passage.text: passage.kind for passage in article("\n".join(rows)).body}
    assert [kinds["一、起风"], kinds["二、停电"]] == ["heading", "heading"]
    assert {kinds[item] for item in ("1、冰块", "2、油纸", "3、胶带")} == {"list_item"}


def test_a_heading_keeps_a_sign_of_its_own_and_loses_the_closing_ones() -> None:
    headings = ["# 学习 C#", "## 结语 ##"]
    assert ["学习 C#", "结语"] == [next(markdown_lines(row)).text for row in headings]


@pytest.mark.parametrize("sign", [" ", "#", "很长的一行字" * 5 + "\n"])
def test_long_rows_and_paragraphs_are_read_in_linear_time(sign: str) -> None:
    """Four times the size may take at most twelve times as long; quadratic work takes sixteen times."""
    assert _taken(sign, 200_000) < 12 * max(_taken(sign, 50_000), 0.02)


def _taken(sign: str, characters: int) -> float:
    text = f"# a{sign * (characters // len(sign))}b"
    begun = time.process_time()
    list(markdown_lines(text))
    return time.process_time() - begun


def test_a_fence_that_is_never_closed_ends_before_a_chinese_paragraph() -> None:
    kinds = [line.kind for line in markdown_lines("# 题\n\n```\nprint(1)\n\n后面是正文。\n")]
    assert ["heading", "code", None] == kinds


def test_front_matter_may_have_chinese_field_names() -> None:
    fields = (
        "---\n标题: 海边的冷库\n作者：林小满\n日期: 2024-03-05\n链接: https://example.org/a\n来源: 海声周刊\n---\n\n"
    )
    found = article(fields + "\n\n".join(STORY))
    assert ("海边的冷库", "林小满", "2024-03-05") == (found.title, found.author, found.published)
    assert ("https://example.org/a", "海声周刊") == (found.url, found.source)


def test_a_date_in_front_matter_is_read_as_an_iso_time() -> None:
    found = article("---\ntitle: 海边的冷库\ndate: 2024-08-15 21:30:00\n---\n\n" + "\n\n".join(STORY))
    assert found.published == "2024-08-15T21:30:00"


def test_tags_of_front_matter_are_tags_of_the_article() -> None:
    found = clean_with_tags("---\ntitle: 海边的冷库\ntags: [冷链, 漁港]\n---\n\n" + "\n\n".join(STORY))
    assert ("冷链", "漁港") == found.tags[:2]


@pytest.mark.parametrize(
    ("comment", "removed"),
    [("<!-- more -->", []), ("<!--\n写得不好，\n\n删了\n-->", ["写得不好， 删了"]), ("<!-- a --> <!-- b -->", [])],
)
def test_a_comment_leaves_the_text_and_nothing_else_does(comment: str, removed: list[str]) -> None:
    found = article(f"# 海边的冷库\n\n{STORY[0]}\n\n{comment}\n\n{STORY[1]}\n\n## 码头\n\n{STORY[2]}\n", "a.md")
    assert [STORY[0], STORY[1], "码头", STORY[2]] == [passage.text for passage in found.body]
    assert removed == [line.text for line in found.removed]


def test_a_comment_in_code_is_code() -> None:
    found = article(f"# 海边的冷库\n\n{STORY[0]}\n\n```html\n<!-- more -->\n```\n\n{STORY[1]}\n", "a.md")
    assert [("code", "<!-- more -->")] == [(one.kind, one.text) for one in found.body if one.kind == "code"]


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("**“引用”**后文", "“引用”后文"),
        ("他说：**不行。**我走了", "他说：不行。我走了"),
        ("方法 __init__ 和 `__all__`", "方法 __init__ 和 __all__"),
        ("类型 List<String> 与<br>换行", "类型 List<String> 与"),
        ("见[[老周|周师傅]]和==重点==", "见周师傅和重点"),
    ],
)
def test_marks_beside_han(line: str, plain: str) -> None:
    assert next(markdown_lines(line)).text == plain


@pytest.mark.parametrize("row", ["**<!-- 注 -->**", "**![[图.png]]**", "**![图](https://a.org/b.png)**"])
def test_a_bold_line_without_words_is_no_heading(row: str) -> None:
    found = article(f"# 题目\n\n{STORY}\n\n{row}\n\n{STORY[::-1]}\n", "a.md")
    assert "heading" not in [passage.kind for passage in found.body]
    assert found.images == (("https://a.org/b.png",) if "https" in row else ())


def test_both_lines_of_a_bold_paragraph_stay() -> None:
    found = article(f"# 题目\n\n{STORY}\n\n**先看第一行\n再看第二行**\n\n{STORY[::-1]}\n", "a.md")
    assert {"先看第一行", "再看第二行"} <= {passage.text for passage in found.body}


def test_a_paragraph_below_an_empty_item_is_no_item() -> None:
    assert [None] == [line.kind for line in markdown_lines("-\n\n冰箱里没有鱼了。\n")]


def test_all_pictures_of_a_piece_of_html_count() -> None:
    row = '<div><img src="https://a.org/1.png"><img src="https://a.org/2.png"></div>'
    found = article(f"# 题目\n\n{STORY}\n\n{row}\n", "a.md")
    assert ("https://a.org/1.png", "https://a.org/2.png") == found.images


@pytest.mark.parametrize(
    "row", ["写法是 `{% if x %}`。", "循环是 `for %%i in (1,2)`。", "占100%%与200%%之间。", "[注]: 初版与此不同"]
)
def test_signs_in_code_spans_and_behind_figures_stay(row: str) -> None:
    assert [row.replace("`", "")] == [line.text for line in markdown_lines(row)]


def test_org_below_its_front_matter_is_read_as_org() -> None:
    found = article(f"#+TITLE: [译]海边的冷库\n#+DATE: <2024-03-05 Tue>\n\n* 开头\n{STORY}\n")
    assert ("[译]海边的冷库", "2024-03-05") == (found.title, found.published)
    assert [("heading", "开头")] == [(passage.kind, passage.text) for passage in found.body][:1]


def test_quotes_inside_an_unfenced_field_stay() -> None:
    assert '什么是"内卷"' == article(f'Title: 什么是"内卷"\nDate: 2024-03-05\n\n{STORY}\n').title


@pytest.mark.parametrize("address", ["<https://x.example/a>", "[海风日报](https://x.example/a)", "https://x.example/a"])
def test_fields_quoted_below_the_heading_are_no_part_of_a_clipping(address: str) -> None:
    found = article(
        f"# 海边的冷库\n\n> 原文：{address}\n> 作者：林小禾\n> 2024-03-05\n\n{STORY[0]}\n\n> {STORY[1]}\n", "a.md"
    )
    assert [STORY[0], STORY[1]] == [passage.text for passage in found.body]
    assert ("林小禾", "2024-03-05", "https://x.example/a") == (found.author, found.published, found.url)


def test_long_lines_that_begin_with_labels_stay_apart() -> None:
    rows = ["主办单位：江城县渔业合作社与江城县图书馆及渡口小学", "协办单位：江城县文化馆与北岸渔民协会以及老街商会"]
    assert rows == [line.text for line in markdown_lines("\n".join(rows))]
