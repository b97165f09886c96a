"""Each piece of text of a document in a markup language ends in exactly one place."""

import re

import pytest

from tests.cleaning.made import STORY
from tui_reader.cleaning import clean
from tui_reader.model import Article

MARKDOWN = f"""---
title: 海边的冷库
---

import Tips from '../parts/提示.jsx'

# 海边的冷库

{STORY[0]}[^1]![冰柜旁的老陈](a.jpg)后来他走了%%此处待核%%。

{{% note info 小提示 %}}

{STORY[1]}[鱼市](http://x.example "鱼市的网页")也在那里<!-- 写得太长 -->。

%%
先不发的段落
%%

<Tips title="码头的规矩">

{STORY[2]}{{/* 稿子里的批注 */}}

| 品种 | 样子 |
|------|------|
| 黄鱼 | ![刚上岸的黄鱼](b.jpg) |

{STORY[3]}见[规划图][图]。

![[整页嵌入的笔记]]

{"> " * 40}藏得很深的一句话。

[图]: http://x.example/map "规划图的标题"
[^1]: 烟是本地产的。
[^2]: 没有人提到的脚注，
    还有第二行。
"""

ORG = f"""#+TITLE: 海边的冷库
#+DATE: <2024-03-05 Tue>
#+OPTIONS: toc:nil 不要目录
# 这一行是批注

* TODO 码头 :渔业:冷链:
:PROPERTIES:
:CUSTOM_ID: 第一小节
:END:
{STORY[0]}

#+CAPTION: 冰柜旁的老陈
#+NAME: fig:照片编号
[[file:a.jpg]]

#+CAPTION: 三个月的箱数
| 月份 | 箱数 |
|------+------|
| 一月 | 三百 |

{STORY[1]}[[file:b.png][涨潮那天]]他还记得。

#+BEGIN_COMMENT
删掉的段落
#+END_COMMENT

{STORY[2]}
"""

RST = f"""海边的冷库
==========

.. 这是一条注释
   占了两行

{STORY[0]}他抽的烟 [1]_ 很呛。

.. image:: a.jpg
   :alt: 冰柜旁的老陈
   :width: 50%

.. figure:: b.jpg
   :alt: 看不见图的人读它

   打好的地基

.. note:: 化了要当天卖完。

.. _路标: http://x.example

.. contents:: 本文目录

.. code-block:: python
   :caption: 算账的程序

   def f():
       :return: 1

{STORY[1]}命令如下::

   ls -l

.. [1] 烟是本地产的。
"""


def article(text: str, name: str) -> Article:
    return clean(text.encode(), name=name).article


def places(found: Article) -> str:
    """The texts in all places of an article."""
    texts = [found.title or "", *(passage.text for passage in found.body), *found.captions, *found.deck]
    return "\n".join([*texts, *(line.text for line in found.removed)])


@pytest.mark.parametrize(("text", "name"), [(MARKDOWN, "a.mdx"), (ORG, "a.org"), (RST, "a.rst")])
def test_each_piece_of_text_has_one_place(text: str, name: str) -> None:
    told = places(article(text, name))
    runs = {run for run in re.findall("[\u4e00-\u9fff]{3,}", text) if text.count(run) == 1}
    assert {} == {run: told.count(run) for run in runs if told.count(run) != 1}


def test_descriptions_of_pictures_in_sentences_and_cells_are_captions() -> None:
    found = article(MARKDOWN, "a.mdx")
    assert ("冰柜旁的老陈", "刚上岸的黄鱼") == found.captions
    assert ("a.jpg", "b.jpg") == found.images


def test_captions_of_org_and_restructured_text() -> None:
    assert ("冰柜旁的老陈", "三个月的箱数", "涨潮那天") == article(ORG, "a.org").captions
    assert ("冰柜旁的老陈", "打好的地基", "算账的程序") == article(RST, "a.rst").captions


def test_the_title_of_a_component_heads_its_content() -> None:
    assert "码头的规矩" in [passage.text for passage in article(MARKDOWN, "a.mdx").body]


def test_notes_of_restructured_text_are_read_and_options_inside_code_stay() -> None:
    body = [passage.text for passage in article(RST, "a.rst").body]
    assert "[1] 烟是本地产的。" in body
    assert "def f():\n    :return: 1" in body


def test_reasons_tell_notes_definitions_and_comments_apart() -> None:
    reasons = {line.text: line.reason for line in article(MARKDOWN, "a.mdx").removed}
    assert reasons["此处待核"] == reasons["先不发的段落"] == reasons["稿子里的批注"]
    assert "a footnote without a reference" == reasons["还有第二行。"]
    assert "text nested too deeply" == reasons["藏得很深的一句话。"]


def test_cells_beyond_the_head_of_a_table_are_removed_with_a_reason() -> None:
    table = "| 甲 | 乙 |\n|---|---|\n| 一 | 二 | 多出来的 |\n"
    found = article(f"# 海边的冷库\n\n{STORY[0]}\n\n{table}\n**{STORY[1]}**\n", "a.md")
    assert [("多出来的", "a cell beyond the columns of its table")] == [(one.text, one.reason) for one in found.removed]


@pytest.mark.parametrize(
    "row", ['<img src="a.jpg" alt="码头的早晨">', '```python title="码头的早晨"\nfor fish in box: pass\n```']
)
def test_descriptions_in_html_and_of_programs_are_captions(row: str) -> None:
    found = article(f"# 海边的冷库\n\n{STORY[0]}\n\n{row}\n\n**{STORY[1]}**\n", "a.md")
    assert ("码头的早晨",) == found.captions


def test_the_caption_of_a_program_in_org_is_not_in_the_program() -> None:
    program = "#+CAPTION: 算账的程序\n#+BEGIN_SRC python\nfor fish in box: pass\n#+END_SRC\n"
    found = article(f"#+TITLE: 海边的冷库\n\n{STORY[0]}\n\n{program}\n{STORY[1]}\n", "a.org")
    assert ("算账的程序",) == found.captions
    assert ["for fish in box: pass"] == [passage.text for passage in found.body if passage.kind == "code"]


def test_an_example_of_org_is_shown_as_written() -> None:
    example = "#+BEGIN_EXAMPLE\n#+CAPTION: 图片的说明\n[[file:a.jpg]]\n#+END_EXAMPLE\n"
    found = article(f"#+TITLE: 海边的冷库\n\n{STORY[0]}\n\n{example}\n{STORY[1]}\n", "a.org")
    assert "#+CAPTION: 图片的说明\n[[file:a.jpg]]" in [passage.text for passage in found.body]
    assert () == found.captions


@pytest.mark.parametrize("signs", ["%%", "%%%", "%%%%%"])
def test_a_comment_of_org_with_percent_signs_is_removed_whole(signs: str) -> None:
    found = article(f"#+TITLE: 海边的冷库\n\n{STORY[0]}\n# 涨了{signs}左右\n\n{STORY[1]}\n", "a.org")
    assert [STORY[0], STORY[1]] == [passage.text for passage in found.body]


@pytest.mark.parametrize("sign", ["#", "*"])
def test_footnotes_of_restructured_text_without_numbers_are_all_kept(sign: str) -> None:
    notes = f".. [{sign}] 烟是本地产的。\n.. [{sign}] 酒也是本地产的。\n"
    text = f"海边的冷库\n==========\n\n.. note:: 要当天卖完。\n\n{STORY[0]} [{sign}]_ 又说 [{sign}]_ 。\n\n{STORY[1]}\n\n{notes}"
    body = [passage.text for passage in article(text, "a.rst").body]
    assert [f"[{sign}1] 烟是本地产的。", f"[{sign}2] 酒也是本地产的。"] == body[-2:]
    assert f"[{sign}1] 又说 [{sign}2]" in body[1]


def test_a_component_in_one_row_leaves_its_content() -> None:
    row = '<Tips type="info">化了要当天卖完，不能过夜。</Tips>'
    found = article(f"# 海边的冷库\n\n{STORY[0]}\n\n{row}\n\n{STORY[1]}\n", "a.mdx")
    assert [STORY[0], "化了要当天卖完，不能过夜。", STORY[1]] == [passage.text for passage in found.body]


def test_drawers_and_times_of_org_are_no_text_and_a_table_may_stand_below_an_item() -> None:
    rows = ":LOGBOOK:\nCLOCK: [2024-03-05]\n:END:\nSCHEDULED: <2024-03-06>\n"
    text = f"#+TITLE: 海边的冷库\n\n* 码头\n{rows}{STORY[0]}\n- 一项\n| 月份 | 箱数 |\n|------+------|\n| 一月 | 三百 |\n\n{STORY[1]}\n"
    body = [passage.text for passage in article(text, "a.org").body]
    assert ["码头", STORY[0], "一项", "月份\t箱数\n一月\t三百", STORY[1]] == body
