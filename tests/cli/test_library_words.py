"""list, show and bookmarks: own words, queries, order, and the undo of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui_reader.app.session import Session
from tui_reader.model import PassageMark

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def test_marked_passages_stand_under_their_article(filled: CommandLine, tmp_path: Path) -> None:
    _, harbour = filled.ids()
    with Session(tmp_path / "data") as session:
        row = session.library.resolve(harbour)
        session.library.highlight(PassageMark(row.article_id, 1, 0, "工程昨天\u202e开工。", "查一下\n日期"))
    lines = filled("bookmarks").out.splitlines()
    assert [harbour, "  ❞ ✎ 查一下 日期 · 工程昨天开工。"] == [lines[0].split()[0], lines[1]]
    (record,) = filled("bookmarks", "--json").records
    assert (False, None) == (record["bookmarked"], record["marked_at"])
    assert ["查一下 日期"] == [passage["note"] for passage in record["passages"]]
    assert [harbour] == filled.ids("is:bookmarked")


def test_own_words_in_what_is_shown_and_found(filled: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "glossary.tsv").write_text("冷库\t大冰箱\n坏\n", "utf-8")
    (name,) = filled.ids("冷库")
    shown = filled("show", name, "--script", "tw")
    assert "大冰箱專門為沿江的果農準備" in shown.out
    assert 1 == len(shown.complaints)
    assert [name] == filled.ids("大冰箱")
    assert "" == filled("show", name).err == filled("list").err


def test_an_article_is_found_by_what_its_words_are_called_elsewhere(filled: CommandLine) -> None:
    assert 1 == len(filled.ids("閱覽室 檯燈"))
    assert filled.ids("码头") == filled.ids('"碼頭"') != []


def test_a_list_has_the_order_and_length_asked_for(filled: CommandLine) -> None:
    everything = filled.ids("sort:title")
    assert everything == filled.ids("--sort", "title")
    assert everything[:1] == filled.ids("--sort", "title", "--limit", "1")
    assert set(everything) == set(filled.ids("图书馆 OR 碼頭"))
    assert [] == filled.ids("NOT", "(图书馆 OR 碼頭)")


def test_an_unknown_field_is_an_error_with_its_place(filled: CommandLine) -> None:
    done = filled("list", "titel:港口")
    assert done.status == 2
    assert "titel: at character 1. Fields are title:" in done.err


@pytest.mark.usefixtures("filled")
def test_an_import_can_be_undone_whole_by_the_reader(tmp_path: Path) -> None:
    with Session(tmp_path / "data") as session:
        undone = session.undo_last()
        assert undone is not None
        assert "Import of 2 articles" == undone.sentence
        assert 0 == session.library.count()
