"""Pages made to hurt end in an article or a sentence, whatever is in them."""

from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from time import process_time

import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.markup.blocks import MOST_BLOCKS
from tui_reader.errors import SourceError, SourceTooLarge

pytestmark = pytest.mark.slow

STORY = "今天台北市政府宣布，將於明年起推動新的交通政策，並由沿線住戶代表參與驗收。" * 2
MANY = 100_000

PAGES = {
    "nested": "<div>" * MANY + STORY + "</div>" * MANY,
    "nested inline": "<html>" + "<b>" * MANY + STORY,
    "nested quotations": "<html>" + "<blockquote>" * MANY + STORY,
    "nested tables": "<html>" + "<table><tr><td>" * 20_000 + STORY,
    "nested regions": "<html>" + "<div class='nav share'>字" * 20_000,
    "unclosed everything": "<html>" + "<p><div><table><tr><td><a><ul><li><span>" * 5_000 + STORY,
    "links": "<html>" + "<a href=x>新聞連結</a> " * MANY,
    "attributes": "<html><div " + " ".join(f"a{n}=b" for n in range(MANY)) + f">{STORY}",
    "a name without end": f"<html><div class='{'nav ' * MANY}'>{STORY}",
    "entities": "<html><p>" + "&#x1f600;&lt;" * MANY,
    "hidden words": "<html><p>" + "<i style='display:none'>x</i>字" * 20_000,
    "deep data": f"<html><script type='application/ld+json'>{'[' * MANY}</script><p>{STORY}",
    "deep names": '<html><script type="application/ld+json">{"@type":"NewsArticle","author":'
    f"{'[' * 900}{']' * 900}}}</script><p>{STORY}",
    "one line": STORY * 20_000,
    "one word": "a" * 2_000_000,
    "one date": "2025-01-" * MANY,
    "a colour without end": f"<html><p style='{'color:rgba(' * MANY}'>{STORY}",
    "a component without end": f"# 題\n\n{STORY}\n\n<Tips {'a' * MANY}>\n",
    "a date and many words for times": f"<html><p>2025年1月2日{'时间' * 100}</p><p>{STORY}",
    "brackets": "【" * MANY + "】",
    "one reporter": "記者" * MANY + "。",
    "pushes": "推 a:" * MANY,
    "spaces": " " * 1_000_000 + STORY,
    "words of a line each": "今天\n" * MANY,
    "full lines": ("台" * 39 + "\n") * 20_000,
    "a title without end": f"<title>{'題' * 500_000}</title><p>{STORY}</p>",
    "mails within mails": "From: a <a@b>\nSubject: c\n\n" * 20_000 + STORY,
    "senders": "From: a <a@b>\nSubject: c\n\n" + "From: a\n\n" * MANY + STORY,
    "signatures": "From: a <a@b>\nSubject: c\n\n" + STORY + "\n--" * MANY,
    "front matter of aliases": "---\na: &a [x, x]\n"
    + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in pairwise("abcdefghijklmnop"))
    + f"tags: *p\n---\n{STORY}",
    "deep front matter": f"---\ntitle: {'[' * MANY}\n---\n{STORY}",
    "front matter of spaces": f"title: {' ' * MANY}a\nauthor: b{' ' * MANY}c\n\n{STORY}",
    "Markdown of brackets": f"# 題\n\n{STORY}\n\n{'[' * 20_000}\n",
    "Markdown of stars": f"# 題\n\n{STORY}\n\n{'*a **' * 20_000}\n",
    "Markdown of quotations": f"# 題\n\n{STORY}\n\n{'>' * MANY} a\n",
    "Markdown of lists": f"# 題\n\n{STORY}\n\n" + "".join(f"{'  ' * depth}- a\n" for depth in range(500)),
    "Markdown of shortcodes": f"# 題\n\n{STORY}\n\n{'{{< a ' * 20_000}\n",
    "Markdown of containers": f"# 題\n\n{STORY}\n\n::: a{' ' * MANY}[\n",
    "Markdown of open fences": f"# 題\n\n{STORY}\n\n" + "```a\n\n中\n" * 10_000,
    "Markdown of a tag and spaces": f"# 題\n\n{STORY}\n\n{{%{' ' * 3_000}x\n",
    "a mail's rule": f"From: a <a@b>\nSubject: c\n\n{STORY}\n{'-' * MANY}x\n",
    "a mail's paragraph": "From: a <a@b>\nSubject: c\n\n" + f"{STORY[:28]}\n" * 20_000,
    "a mail's year": f"From: a <a@b>\nSubject: c\nDate: 10 Jun {'9' * 20} 21:15 +0800\n\n{STORY}",
    "long front matter": f"---\ntitle: 題\nx: {'字 ' * MANY}\n---\n{STORY}",
    "a comment without end": f"<html><p>{STORY}<!-- {STORY * 1000}",
}


def outcome(page: str) -> str:
    """The body, or the sentence that tells why there is none."""
    try:
        return "".join(passage.text for passage in clean(PAGES[page].encode(), name="x").article.body)
    except SourceError as problem:
        return str(problem)


@pytest.mark.parametrize("page", PAGES)
def test_it_ends_in_an_article_or_a_sentence(page: str) -> None:
    assert len(outcome(page)) > len("x: ")


@pytest.mark.parametrize(
    "page",
    [
        *("nested", "nested inline", "nested quotations", "attributes", "deep data", "deep names"),
        *(page for page in PAGES if "front matter" in page),
        *(
            "signatures",
            "a mail's year",
            "a mail's rule",
            "Markdown of quotations",
            "Markdown of lists",
            "Markdown of containers",
        ),
    ],
)
def test_the_story_in_it_is_found(page: str) -> None:
    assert STORY in outcome(page)


@pytest.mark.parametrize(
    "text",
    ["字\n" * (MOST_BLOCKS + 1), "<html>" + "字<br>" * (MOST_BLOCKS + 1), "<html>" + "<p>字" * (MOST_BLOCKS + 1)],
    ids=["lines", "breaks", "paragraphs"],
)
def test_more_lines_than_any_story_has_are_refused(text: str) -> None:
    with pytest.raises(SourceTooLarge, match=r"x: more than 300,000 lines"):
        clean(text.encode(), name="x")


SENTENCE = "镇上的人说，真正难的不是风，而是风过之后没有电的那几天。"
GROWING: dict[str, Callable[[int], str]] = {
    "posts": lambda n: "".join(
        f"<div class=post><a>u{i}</a><i>2024-03-05 10:00</i><p>{SENTENCE}</p></div>" for i in range(n)
    ),
    "rows of posts": lambda n: "海边的冷库\n" + "".join(f"u{i}\n2024-03-05 10:00\n{SENTENCE}\n" for i in range(n)),
    "bullets": lambda n: f"海边的冷库\n{SENTENCE * 3}\n" + "• 带鱼洗净切段\n" * n,
    "first items": lambda n: f"<html><h1>海边的冷库</h1><div>{'<p>1. 带鱼洗净切段。</p>' * n}</div>",
    "elements in elements": lambda n: "<html>" + f"<div>{SENTENCE}" * n,
    "short lines": lambda n: "今天去看\n" * n,
    "a single line": lambda n: SENTENCE * n,
    "rows of a document": lambda n: f"# 海边的冷库\n\n{SENTENCE}\n\n" + f"> {SENTENCE}\n\n" * n,
    "a heading of Org with spaces": lambda n: f"#+TITLE: 海边的冷库\n\n* 码头{' ' * 10 * n}冷库\n\n{SENTENCE}",
    "addresses in one attribute": lambda n: f"<html><img data-x='{'.png?' * n} x'><p>{SENTENCE}",
}
SIZE, TIMES = 2_000, 8
"""Repetitions of the smaller page, and how many times larger the other one is."""
ALLOWED = 3
"""How many times longer than proportional: quadratic work is TIMES longer."""


def seconds(page: str) -> float:
    """Processor time of cleaning a page, whatever it ends in; the smaller of two runs."""
    times = []
    for _ in range(2):
        start = process_time()
        with suppress(SourceError):
            clean(page.encode(), name="x")
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("made", GROWING.values(), ids=GROWING)
def test_time_grows_with_the_size(made: Callable[[int], str]) -> None:
    assert seconds(made(TIMES * SIZE)) <= ALLOWED * TIMES * seconds(made(SIZE))
