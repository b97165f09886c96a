"""Pages made to hurt end in an article or a sentence, whatever is in them."""

from itertools import pairwise

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
        *("signatures", "Markdown of quotations", "Markdown of lists", "Markdown of containers"),
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
