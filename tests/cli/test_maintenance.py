"""delete, trash, backup, doctor, and a damaged library that is built anew."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.db"


def overwrite_first_page(library: Path) -> None:
    with library.open("r+b") as file:
        file.write(random.Random(1).randbytes(4096))  # noqa: S311 - test data


def test_a_deleted_article_waits_in_the_trash(filled: CommandLine, stories: Path) -> None:
    first, second = filled.ids()
    assert "1 article deleted (tui-reader trash lists them)\n" == filled("delete", first).err
    assert [second] == filled.ids()
    assert [first] == [record["id"] for record in filled("trash", "--json").records]
    assert first in filled("trash").out
    assert "1 already here, 1 in the trash\n" == filled("import", str(stories)).err
    assert filled("trash", "restore", first[:5]).err.startswith("restored ")
    assert {first, second} == set(filled.ids())


def test_an_unknown_id_deletes_nothing(filled: CommandLine) -> None:
    assert 2 == filled("delete", filled.ids()[0], "zzz").status
    assert 2 == len(filled.ids())


def test_an_empty_trash_gives_nothing_back(filled: CommandLine) -> None:
    first = filled.ids()[0]
    filled("delete", first)
    assert "1 article deleted permanently\n" == filled("trash", "empty").err
    assert 2 == filled("trash", "restore", first).status


@pytest.mark.parametrize("words", [("restore",), ("empty", "x"), ("burn",)])
def test_trash_is_told_how_it_is_used(filled: CommandLine, words: tuple[str, ...]) -> None:
    assert 2 == filled("trash", *words).status


def test_what_was_done_goes_to_json_and_into_another_library(
    filled: CommandLine, stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = filled.ids()[0]
    filled("bookmark", first)
    filled("tag", first, "+自己")
    target = tmp_path / "mine.json"
    assert 0 == filled("backup", str(target)).status
    assert filled("backup", "-").out == target.read_text(encoding="utf-8") + "\n"
    assert "自己" in json.loads(target.read_text(encoding="utf-8"))["articles"][0]["tags"]
    monkeypatch.setenv("TUI_READER_DATA_DIR", str(tmp_path / "other"))
    assert (
        "merged the data of 0 articles; 1 more kept until their articles are imported\n"
        == filled("backup", "--restore", str(target)).err
    )
    filled("import", str(stories))
    assert [first] == filled.ids("is:bookmarked", "tag:自己")


def test_a_backup_that_is_none_is_refused(filled: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    assert 2 == filled("backup", "--restore", str(tmp_path / "x.json")).status
    assert 2 == filled("backup", "--restore", str(tmp_path / "none.json")).status


def test_backup_names_the_files_it_wrote(filled: CommandLine, library: Path) -> None:
    filled("bookmark", filled.ids()[0])
    (written,) = filled("backup").out.splitlines()
    assert written.startswith(str(library.parent / "backups" / "library-"))
    assert list((library.parent / "backups").glob("reader-*.json.gz"))


def test_a_damaged_library_is_built_anew_from_its_files(filled: CommandLine, library: Path) -> None:
    first, second = filled.ids()
    filled("bookmark", first)
    for copy in (library.parent / "backups").glob("library-*"):
        copy.unlink()
    overwrite_first_page(library)
    listed = filled("list")
    assert 0 == listed.status
    assert "the library was damaged and has been rebuilt" in listed.err
    filled("bookmark", second)
    assert {first, second} == set(filled.ids("is:bookmarked"))
    assert list(library.parent.glob("library-damaged-*.db"))


def test_a_damaged_library_comes_back_from_its_daily_copy(filled: CommandLine, library: Path) -> None:
    first = filled.ids()[0]
    filled("bookmark", first)
    overwrite_first_page(library)
    assert "2 articles" in filled("list").err
    assert [first] == filled.ids("is:bookmarked")


def test_a_damaged_file_without_backups_is_left_alone(filled: CommandLine, library: Path) -> None:
    overwrite_first_page(library)
    before = library.read_bytes()
    assert 1 == filled("list").status
    assert before == library.read_bytes()
    assert 1 == filled("doctor").status


def test_doctor_finds_nothing_wrong_with_a_sound_library(filled: CommandLine, library: Path) -> None:
    result = filled("doctor")
    assert 0 == result.status
    assert str(library) in result.out
    assert "2 articles, no problem found" in result.out
    assert "search index rebuilt" in filled("doctor", "--repair").out
    assert 1 == len(filled.ids("港口"))


def test_doctor_repairs_what_it_finds(filled: CommandLine, library: Path) -> None:
    overwrite_first_page(library)
    assert 0 == filled("doctor", "--repair").status
    assert 0 == filled("doctor").status


def test_doctor_of_nothing_creates_nothing(cli: CommandLine, library: Path) -> None:
    assert 0 == cli("doctor").status
    assert not library.exists()


def test_metadata_is_edited_and_reset(filled: CommandLine) -> None:
    first = filled.ids()[0]
    title = filled("list", "--json").records[0]["title"]
    assert "title changed\n" == filled("edit", first, "--title", "新題").err
    assert "新題" == filled("list", "--json").records[0]["title"]
    filled("reclean")
    assert "新題" == filled("list", "--json").records[0]["title"]
    filled("edit", first, "--reset")
    assert title == filled("list", "--json").records[0]["title"]
    assert 2 == filled("edit", first).status
    assert 2 == filled("edit", first, "--date", "yesterday").status


def test_tags_are_listed_renamed_merged_and_deleted(filled: CommandLine) -> None:
    first, second = filled.ids()
    filled("tag", first, "+甲", "+乙")
    filled("tag", second, "+乙")
    assert {"甲": 1, "乙": 2}.items() <= {r["tag"]: r["articles"] for r in filled("tags", "--json").records}.items()
    assert "甲 and 乙 → 丙 on 2 articles\n" == filled("tags", "merge", "甲", "乙", "丙").err
    assert {first, second} == set(filled.ids("tag:丙"))
    filled("tags", "rename", "丙", "丁")
    filled("tags", "delete", "丁")
    assert [] == filled.ids("tag:丁")
    assert 2 == filled("tags", "delete", "沒有").status
    assert 2 == filled("tags", "rename", "x").status
