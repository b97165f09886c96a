"""Kinds of body passages: clauses before code, turns of an interview, section numbers, and rows that are no deck or caption."""

from tui_reader.cleaning import clean
from tui_reader.model import Article

LONG = "老孙在渡口点了三十年的灯，天一黑就把油添满，风大的晚上还要起来看两回，谁劝都不听。"


def _page(body: str) -> Article:
    return clean(
        f"<html><body><h1>渡口的灯</h1><article>{body}</article></body></html>".encode(), name="a.html"
    ).article


def _kinds(body: str) -> dict[str, str]:
    return {passage.text[:6]: passage.kind for passage in _page(body).body}


def test_clause_before_code_is_a_paragraph() -> None:
    kinds = _kinds(f"<p>{LONG}</p><p>插到电脑上，先看日志：</p><pre>tail -n 50 log</pre><p>{LONG}</p><p>{LONG}</p>")
    assert "paragraph" == kinds["插到电脑上，"]


def test_section_numbers_are_alike() -> None:
    kinds = _kinds(f"<p>{LONG}</p><p>灯一直亮着。</p><p>01</p><p>甲{LONG}</p><p>乙{LONG}</p><p>02</p><p>丙{LONG}</p>")
    assert ("heading", "heading") == (kinds["01"], kinds["02"])


def test_turns_of_one_speaker_are_alike() -> None:
    rows = (
        "问：夜里冷吗？",
        f"孙：{LONG}",
        "问：您当年一个人从上游下来，船上只带了一床被子和一口锅，后来怎么就决定留在渡口不走了呢？那时候怕不怕？",
        f"孙：{LONG}",
    )
    kinds = {passage.kind for passage in _page("".join(f"<p>{row}</p>" for row in (LONG, *rows))).body}
    assert {"paragraph"} == kinds


def test_credit_and_call_above_the_story() -> None:
    text = f"渡口的灯\n2023-07-09 21:30\n点击上方蓝字关注我们，每周听一个故事\n文 | 南枝\n图 | 网络\n{LONG}\n{LONG[6:]}\n{LONG[9:]}\n"
    article = clean(text.encode()).article
    assert ("南枝", (), ()) == (article.author, article.captions, article.deck)
