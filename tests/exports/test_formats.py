"""Documents in each format."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path, PurePath
from zipfile import ZIP_STORED, ZipFile

import pytest
import yaml
from lxml import etree
from markdown_it import MarkdownIt

from tests.exports.articles import ARTICLE, DOCUMENT
from tui_reader.exports.document import Document, Part, Span
from tui_reader.exports.epub import write_epub
from tui_reader.exports.file_names import article_name, safe_name
from tui_reader.exports.formats import format_of, text_pieces
from tui_reader.exports.markdown import article_note, note_tag, part_markdown
from tui_reader.exports.passages import highlight_records, highlight_rows, highlights_markdown
from tui_reader.exports.web import article_fragment
from tui_reader.model import Article, Passage

NOW = datetime(2025, 3, 3, 12, tzinfo=UTC)
XHTML = "{http://www.w3.org/1999/xhtml}"


def front_matter(note: str) -> tuple[dict[str, object], str]:
    _, fields, text = note.split("---\n", 2)
    return yaml.safe_load(fields), text


def test_a_note_declares_what_is_known_of_the_article() -> None:
    fields, _ = front_matter(article_note(DOCUMENT))
    assert {
        "title": "港口: 重新開放?", "author": "林書遠", "source": "海港日報", "date": "2025-02-24T09:05",
        "url": "https://harbour.example/a?b=1&c=2", "tags": ["港口", "海運-物流", "2025-"],
        "highlights": [{"text": "船隻*陸續*進港。", "note": "記\n下", "date": "2025-03-02T10:00:00"}], "id": "0abcdef",
    } == fields  # fmt: skip


def test_a_note_leaves_out_what_is_unknown() -> None:
    fields, text = front_matter(article_note(Document(Article(None, (Passage("paragraph", "文"),), "none", "utf-8"))))
    assert ({}, "文") == (fields, text.strip())


def test_a_note_renders_as_the_article() -> None:
    _, text = front_matter(article_note(DOCUMENT))
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert "<h1>港口: 重新開放?</h1>" in html
    assert "港口今天重新開放。==船隻*陸續*進港。==" in html
    assert "<h2>延誤 &amp; 補償</h2>" in html
    assert "<td>9:05|9:10</td>" in html
    assert "海上生明月<br />\n天涯共此時" in html
    assert "等了&lt;b&gt;三天&lt;/b&gt;" in html
    assert "推 abc 02/24 18:03: 好" in html


def test_highlights_are_marked_on_each_line() -> None:
    part = Part("verse", "海上生明月\n天涯共此時", (Span(2, 8),))
    assert "海上==生明月==\\\n==天涯==共此時" == part_markdown(part)


def test_text_that_looks_like_a_highlight_is_escaped() -> None:
    assert r"甲\=\=乙\=\=" == part_markdown(Part("paragraph", "甲==乙=="))


def test_tags_of_notes_are_words() -> None:
    assert ["海運-物流", "C", "AI/模型", "2025-", ""] == list(
        map(note_tag, ("海運 物流", "C++", "AI/模型", "2025", "#"))
    )


def test_several_articles_are_one_markdown_text_without_front_matter() -> None:
    text = "".join(text_pieces(iter([DOCUMENT, DOCUMENT]), "md"))
    assert (2, 1) == (text.count("# 港口: 重新開放?\n"), text.count("\n---\n\n#"))
    assert not text.startswith("---")


def test_html_is_one_page_that_declares_its_metadata() -> None:
    page = "".join(text_pieces(iter([DOCUMENT]), "html"))
    root = etree.HTML(page)
    assert {"author": "林書遠", "og:site_name": "海港日報", "article:published_time": "2025-02-24T09:05"}.items() <= {
        meta.get("name"): meta.get("content") for meta in root.iter("meta")
    }.items()
    assert ["https://harbour.example/a?b=1&c=2"] == [link.get("href") for link in root.iter("link")]
    assert ["船隻*陸續*進港。"] == [mark.text for mark in root.iter("mark")]
    assert ["第一班", "第二班"] == [item.text for item in root.iter("li")][:2]
    assert ["班次", "時間", "甲", "9:05|9:10"] == [cell.text for cell in root.iter("td")]
    assert 'if a < b:\n    print("]]>")' == next(root.iter("code")).text
    assert "等了<b>三天</b>" == next(root.iter("blockquote"))[0].text
    assert ["https://harbour.example/1.jpg"] == [image.get("src") for image in root.iter("img")]


def test_a_page_of_several_articles_has_their_languages_and_a_title() -> None:
    other = Document(Article("港口", (Passage("paragraph", "开放"),), "hans", "utf-8"))
    root = etree.HTML("".join(text_pieces(iter([DOCUMENT, other]), "html", "選集")))
    assert ("選集", ["zh-Hant", "zh-Hans"]) == (
        next(root.iter("title")).text,
        [it.get("lang") for it in root.iter("article")],
    )


@pytest.mark.parametrize("form", ["md", "html", "txt", "jsonl"])
def test_no_article_gives_a_valid_text(form: str) -> None:
    text = "".join(text_pieces(iter([]), form))  # type: ignore[arg-type]
    assert ("<html" in text) if form == "html" else text == ""


def test_a_script_address_is_no_link() -> None:
    bad = Document(
        Article("題", (Passage("paragraph", "文"),), "hant", "utf-8", url="javascript:alert(1)", images=("data:x",))
    )
    page = "".join(text_pieces(iter([bad]), "html"))
    assert "javascript" not in page
    assert "data:x" not in page


def test_fragments_are_well_formed_whatever_the_text() -> None:
    nasty = "a<b>&\x00\x0c\ud800\ufffe]]>\U0001f600"
    article = Article(nasty, tuple(Passage(kind, nasty) for kind in ("paragraph", "table", "code", "quote")), "none", "utf-8",
                      url=f"https://x.example/{nasty}", tags=(nasty,), captions=(nasty,))  # fmt: skip
    etree.fromstring(f"<div>{article_fragment(Document(article))}</div>")


def test_json_lines_have_the_highlights() -> None:
    record = json.loads("".join(text_pieces(iter([DOCUMENT]), "jsonl")))
    assert ("0abcdef", "港口: 重新開放?", "2025-03-01T00:00:00") == (record["id"], record["title"], record["added"])
    (highlight,) = record["highlights"]
    assert ("船隻*陸續*進港。", "記\n下", "2025-03-02T10:00:00", "yellow") == tuple(highlight.values())
    assert {"kind": "heading", "text": "延誤 & 補償"} in record["body"]


def a_book(title: str | None = None) -> bytes:
    file = io.BytesIO()
    other = Document(Article("港口", (Passage("paragraph", "开放"),), "hans", "utf-8"))
    write_epub(file, iter([DOCUMENT, other]), title, NOW)
    return file.getvalue()


def test_an_e_book_has_a_chapter_for_each_article() -> None:
    with ZipFile(io.BytesIO(a_book("選集"))) as archive:
        first = archive.infolist()[0]
        assert ("mimetype", ZIP_STORED, b"application/epub+zip") == (
            first.filename,
            first.compress_type,
            archive.read(first),
        )
        trees = {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(("xhtml", "opf", "ncx"))
        }
    package = trees["EPUB/package.opf"]
    listed = {item.get("href") for item in package.iter("{*}item")}
    assert {name.removeprefix("EPUB/") for name in trees} - {"package.opf"} <= listed
    assert ["chapter-1", "chapter-2"] == [item.get("idref") for item in package.iter("{*}itemref")]
    assert ("選集", "zh-Hant", "林書遠") == tuple(
        next(package.iter(f"{{*}}{name}")).text for name in ("title", "language", "creator")
    )
    assert "2025-03-03T12:00:00Z" == next(package.iter("{*}meta")).text
    assert ["港口: 重新開放?", "港口"] == [link.text for link in trees["EPUB/nav.xhtml"].iter(f"{XHTML}a")]
    assert "zh-Hans" == trees["EPUB/chapter-2.xhtml"].get("lang")


def test_the_same_articles_give_the_same_book() -> None:
    assert a_book() == a_book()


@pytest.mark.skipif(
    not shutil.which("java") or not Path("/usr/bin/epubcheck").exists(), reason="epubcheck is not installed"
)
def test_epubcheck_finds_no_fault(tmp_path: Path) -> None:
    (tmp_path / "book.epub").write_bytes(a_book())
    check = ["java", "-jar", "/usr/bin/epubcheck", str(tmp_path / "book.epub")]
    found = subprocess.run(check, capture_output=True, text=True, check=False)
    assert "0 fatals / 0 errors / 0 warnings" in found.stdout + found.stderr


def test_file_names_are_safe_everywhere() -> None:
    names = {
        'a/b\\c:d*e?f"g<h>i|j': "a b c d e f g h i j", "CON": "_CON", "nul.txt": "_nul.txt", "": "untitled", "...": "untitled",
        "..\u202e\x1b[31m": "untitled", "[[a#b^c]]": "a b c", " 題 ": "題", "e\u0301": "é",
    }  # fmt: skip
    assert names == {title: safe_name(title) for title in names}
    assert 180 >= len(safe_name("題" * 500).encode())
    assert "2025-02-24 題 0abcdef.md" == article_name("題", "2025-02-24T09:05", "0abcdef", "md")
    assert "題 0abcdef.md" == article_name("題", None, "0abcdef", "md")


def test_formats_are_named_by_suffixes() -> None:
    assert ["epub", "html", "md", "jsonl", None] == [
        format_of(PurePath(name)) for name in ("a.EPUB", "a.htm", "a.markdown", "a.jsonl", "a")
    ]


def test_highlights_in_each_form() -> None:
    text = highlights_markdown(DOCUMENT)
    assert text.startswith(
        "## 港口: 重新開放?\n\n林書遠 · 海港日報 · 2025-02-24 09:05\n\n<https://harbour.example/a?b=1&c=2>"
    )
    assert text.endswith("> 船隻\\*陸續\\*進港。\n\n記 下\n")
    (record,) = highlight_records(DOCUMENT)
    assert ("船隻*陸續*進港。", "記\n下", "0abcdef", ARTICLE.url) == (
        record["text"],
        record["note"],
        record["article"],
        record["url"],
    )
    (row,) = highlight_rows(DOCUMENT)
    assert ["船隻*陸續*進港。", "記 下"] == row.split("\t")[:2]
    assert 3 == len(row.split("\t"))
