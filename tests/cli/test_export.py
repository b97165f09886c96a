"""export and highlights."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.stories import HARBOUR
from tui_reader.api import Library
from tui_reader.model import PART, PassageMark
from tui_reader.paths import data_dir, library_path
from tui_reader.query import Query

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def test_articles_of_a_query_are_printed(filled: CommandLine) -> None:
    status, out, err = filled("export", "图书馆")
    assert (0, "") == (status, err)
    assert out.startswith("---\ntitle: 山城圖書館深夜開放")
    assert "# 山城圖書館深夜開放 讀者大排長龍" in out
    assert "临江港" not in out


def test_all_articles_as_json_lines(filled: CommandLine) -> None:
    records = filled("export", "--format", "jsonl").records
    assert filled.ids() == [record["id"] for record in records]
    assert all(record["highlights"] == [] and record["body"] for record in records)


def test_an_article_by_id_in_another_script(filled: CommandLine) -> None:
    _, harbour = filled.ids()
    out = filled("export", "--id", harbour[:4], "--format", "txt", "--script", "tw").out
    assert out.startswith("臨江港擴建工程動工")


def test_a_query_and_an_id_exclude_each_other(filled: CommandLine) -> None:
    status, _, err = filled("export", "港", "--id", filled.ids()[0])
    assert (2, "tui-reader: export takes a query or --id, not both\n") == (status, err)


def test_an_e_book_needs_a_file(filled: CommandLine) -> None:
    assert 2 == filled("export", "--format", "epub").status


def test_a_folder_gets_a_file_for_each(filled: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    assert (0, "", f"2 articles exported to {folder}\n") == filled("export", "--output", f"{folder}/")
    library, harbour = filled.ids()
    assert {
        f"2024-05-02 山城圖書館深夜開放 讀者大排長龍 {library}.md", f"2024-03-18 临江港扩建工程动工 首期投资十二亿元 {harbour}.md",
    } == {path.name for path in folder.iterdir()}  # fmt: skip
    assert 0 == filled("export", "--output", str(folder)).status  # the same content again is no conflict


def test_an_edited_file_is_kept(filled: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    filled("export", "--output", f"{folder}/")
    note = next(folder.glob("2024-05-02*"))
    note.write_text("mine", encoding="utf-8")
    status, _, err = filled("export", "--output", f"{folder}/")
    assert (1, "mine") == (status, note.read_text("utf-8"))
    assert [
        f"tui-reader: {note}: exists with other content; --overwrite replaces it",
        f"1 article exported to {folder}",
    ] == err.splitlines()
    assert 0 == filled("export", "--output", f"{folder}/", "--overwrite").status
    assert "mine" != note.read_text("utf-8")


@pytest.mark.parametrize("name", ["all.epub", "all.html", "all.txt", "all.jsonl", "all.md", "all"])
def test_one_file_holds_all(filled: CommandLine, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert (0, "", f"2 articles exported to {path}\n") == filled("export", "--output", str(path))
    assert path.stat().st_size > 500
    assert [path.name] == [it.name for it in tmp_path.glob("*all*")]


def test_a_folder_that_cannot_be_written_is_named(filled: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    status, _, err = filled("export", "--output", str(tmp_path / "file" / "a.md"))
    assert 1 == status
    assert err.startswith(f"tui-reader: {tmp_path}/file/a.md: cannot be written (")


def test_without_a_library_nothing_is_exported(cli: CommandLine, tmp_path: Path) -> None:
    assert (0, "", "") == cli("export")
    assert not (tmp_path / "data").exists()


@pytest.fixture
def highlighted(filled: CommandLine) -> CommandLine:
    """The harbour article with two highlights: in one sentence, and across two passages."""
    with Library.open(library_path(data_dir())) as library:
        (article_id,) = library.listing(Query.parse("扩建")).article_ids
        body = library.stored(article_id).article.body
        first, second = body[0].text, body[1].text
        sentence = first.split("。")[1] + "。"
        library.highlight(PassageMark(article_id, 1, first.index(sentence), sentence, "要\n查"))
        tail = first[-6:]
        library.highlight(PassageMark(article_id, 1, len(first) - 6, f"{tail}{PART}{second[:5]}"))
    return filled


def test_highlights_are_marked_in_the_text(highlighted: CommandLine) -> None:
    body = HARBOUR
    out = highlighted("export", "扩建").out
    marked = [piece for number, piece in enumerate(out.split("==")) if number % 2]
    assert marked
    assert all(piece.replace("\\", "") in body for piece in marked)


def test_highlights_are_marked_in_the_other_script(highlighted: CommandLine) -> None:
    records = highlighted("highlights", "--format", "json", "--script", "tw").records
    page = highlighted("export", "扩建", "--format", "html", "--script", "tw").out
    assert 2 == len(records)
    for record in records:
        for line in record["text"].split("\n"):
            assert line in page.replace("<mark>", "").replace("</mark>", "")
    assert "要 查" == records[0]["note"] or "要\n查" == records[0]["note"]


def test_highlights_as_tab_separated_values(highlighted: CommandLine) -> None:
    lines = highlighted("highlights", "--format", "tsv").out.splitlines()
    assert [3, 3] == [len(line.split("\t")) for line in lines]


def test_highlights_of_a_query_only(highlighted: CommandLine) -> None:
    assert "" == highlighted("highlights", "图书馆").out
    assert highlighted("highlights", "港").out.startswith("## 临江港扩建工程动工")


def test_records_are_exact_json(highlighted: CommandLine) -> None:
    (record,) = [
        json.loads(line) for line in highlighted("export", "is:highlighted", "--format", "jsonl").out.splitlines()
    ]
    assert 2 == len(record["highlights"])
