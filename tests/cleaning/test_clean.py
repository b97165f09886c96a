"""The whole of the cleaner: promises that hold for any input."""

import pkgutil
import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader import cleaning
from tui_reader.cleaning import clean
from tui_reader.cleaning.repair.repairs import INJECTED
from tui_reader.errors import NoArticle, SourceError
from tui_reader.model import Cleaned
from tui_reader.text.sanitize import sanitize

TESTS = Path(__file__).parent.parent
SEEDS = sorted((TESTS.parent / "seeds").glob("*.txt"))
PAGES = sorted((TESTS / "pages" / "sources").iterdir())
HONEST = [path for path in [*SEEDS, *PAGES] if not path.name.startswith(("003", "injected", "no_article"))]
STORY = "市政府昨天宣布，明年起將分三期整修老街的排水系統，並由沿線住戶代表參與驗收。"


def squash(text: str) -> str:
    return re.sub(r"\s+", "", text)


def everything(cleaned: Cleaned) -> list[str]:
    """Every text that may be shown."""
    article = cleaned.article
    shown = [
        article.title,
        article.author,
        article.source,
        article.category,
        article.url,
        *article.deck,
        *article.captions,
    ]
    shown += [*article.images, *(p.text for p in article.body), *(p.text for p in article.removed)]
    shown += [text for comment in article.comments for text in (comment.text, comment.author, comment.time)]
    return [text for text in [*shown, *(v.text for v in cleaned.verdicts)] if text]


@pytest.mark.parametrize("path", HONEST, ids=lambda path: path.stem)
def test_honest_pages_get_no_repairs_of_injection(path: Path) -> None:
    assert [] == [
        piece.text for piece in clean(path.read_bytes(), name=path.name).article.removed if piece.reason == INJECTED
    ]


@pytest.mark.parametrize(
    "path",
    [*SEEDS, *(p for p in PAGES if p.suffix == ".txt" and "no_article" not in p.name)],
    ids=lambda path: path.stem,
)
def test_every_line_of_the_source_has_a_verdict_in_order(path: Path) -> None:
    cleaned = clean(path.read_bytes(), name=path.name)
    cut_out = [piece.text for piece in cleaned.article.removed if piece.reason == INJECTED]
    verdicts = squash("".join(verdict.text for verdict in cleaned.verdicts))
    source = path.read_bytes().decode("big5hkscs" if "big5" in path.name else "utf-8")
    residues = source.count("\\&") * 2
    assert len(squash(source)) == len(verdicts) + sum(map(len, map(squash, cut_out))) + residues
    assert all(verdict.reason for verdict in cleaned.verdicts)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=120), st.booleans())
def test_nothing_that_a_terminal_obeys_comes_out(noise: str, markup: bool) -> None:
    page = f"題目{noise}\n\n{STORY}{noise}{STORY}\n\n{noise}"
    data = (f"<html><title>{page}</title><p>{page}</p></html>" if markup else page).encode("utf-8", "surrogatepass")
    try:
        cleaned = clean(data)
    except SourceError:
        return
    assert everything(cleaned) == [sanitize(text) for text in everything(cleaned)]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_are_cleaned_or_refused(data: bytes) -> None:
    with suppress(SourceError):
        assert clean(data).article.body


HOSTILE = {
    "nested": b"<html>" + b"<div>" * 100_000 + STORY.encode() * 2,
    "nested inline": b"<html>" + b"<b>" * 50_000 + STORY.encode() * 2,
    "unclosed": b"<html><p><table><tr><td>" * 10_000,
    "one line": STORY.encode() * 30_000,
    "no spaces": b"a" * 2_000_000,
    "digits": b"2025-01-" * 200_000,
    "brackets": "【（「『".encode() * 50_000,
    "replies": "推 a:".encode() * 50_000,
    "floors": "1樓".encode() * 50_000,
    "reporters": "記者".encode() * 50_000,
    "wrapped": ("台" * 39 + "\n").encode() * 10_000,
    "many lines": "今天\n".encode() * 50_000,
    "sequences": b"\x1b]0;" * 10_000 + STORY.encode() * 2,
    "linked data": b"<html><script type='application/ld+json'>" + b"[" * 50_000 + b"</script><p>" + STORY.encode() * 2,
    "surrogates": b"\xed\xa0\x80" * 2_000 + STORY.encode() * 200,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_ends_with_an_article_or_a_sentence(name: str) -> None:
    with suppress(SourceError):
        assert clean(HOSTILE[name]).article.body


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("首頁\n\n登入\n\n新聞", "no article found: none of the 3 lines belongs to a story"),
        ("登入", "no article found: only one short line"),
        ("<html><body><img src='a.png'></body></html>", "no article found: no text on the page"),
    ],
)
def test_no_article_says_why(text: str, reason: str) -> None:
    with pytest.raises(NoArticle) as problem:
        clean(text.encode(), name="page")
    assert f"page: {reason}" == str(problem.value)


def test_the_article_of_a_dump_in_both_scripts_is_the_same_decision() -> None:
    hant = "延伸閱讀\n\n老街的十個秘密\n\n版權所有 不得轉載"
    hans = "延伸阅读\n\n老街的十个秘密\n\n版权所有 不得转载"
    pages = [clean(f"老街明年整修\n\n{STORY}\n\n{STORY[:20]}，{STORY}\n\n{tail}".encode()) for tail in (hant, hans)]
    first, second = ([(v.role, v.reason) for v in page.verdicts] for page in pages)
    assert first == second


def test_a_papers_name_under_the_title_is_no_standfirst() -> None:
    page = (
        f"老街排水明年分三期整修\n\n河岸日報\n\n更新於 2025年8月15日23:45 • 王小明\n\n{STORY}\n\n居民盼工程早日完成。\n"
    )
    article = clean(page.encode()).article
    assert ("河岸日報", ()) == (article.source, article.deck)


def test_what_markup_spells_out_is_made_harmless_too() -> None:
    page = f"""<html><head><title>老街&#x1b;[2J整修&#x202e;工程</title>
    <link rel="canonical" href="https://example.org/&#10;rm -rf">
    <meta property="og:image" content="https://example.org/a.jpg">
    <script type="application/ld+json">{{"@type": "NewsArticle", "headline": "老街\\u001b整修工程",
    "publisher": {{"name": "河岸\\u202e日報\\ud800"}}, "author": {{"name": "王小明\\u009b31m"}}}}</script></head>
    <body><h1>老街&#x9b;整修工程</h1><p>{STORY}&#x1b;]0;x&#8203;</p><p>{STORY}居民樂見其成。</p></body></html>"""
    cleaned = clean(page.encode(), name="page.html")
    assert [] == [text for text in everything(cleaned) if sanitize(text) != text]
    assert (None, ("https://example.org/a.jpg",)) == (cleaned.article.url, cleaned.article.images)


@pytest.mark.parametrize(
    "text", ["#!/bin/bash\necho hello world; exit 0\n" * 9, "This is a story in English, and a long one. " * 9]
)
def test_what_is_not_chinese_is_no_article(text: str) -> None:
    with pytest.raises(NoArticle):
        clean(text.encode())


def test_the_package_tells_of_every_module_in_it() -> None:
    names = {module.name for module in pkgutil.iter_modules(cleaning.__path__)}
    assert set() == {name for name in names if f"`{name}`" not in (cleaning.__doc__ or "")}
