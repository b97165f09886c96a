"""import, list, show, tag, bookmark, bookmarks."""

from __future__ import annotations

from contextlib import closing
from sqlite3 import connect
from typing import TYPE_CHECKING

import pytest

from tests.cli.stories import HARBOUR, HOSTILE, HOSTILE_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine

ROW = ["id", "title", "author", "source", "published", "updated", "script", "tags", "bookmarked", "read", "added", "path",
       "uncertain", "copies"]  # fmt: skip


def test_import_counts_and_again_is_harmless(cli: CommandLine, stories: Path) -> None:
    assert (0, "", "2 added\n") == cli("import", str(stories))
    assert (0, "", "2 already here\n") == cli("import", str(stories))
    assert 2 == len(cli.ids())


def test_a_changed_file_updates_its_article(filled: CommandLine, stories: Path) -> None:
    before = filled.ids()
    (stories / "harbour.txt").write_text(HARBOUR.replace("十二亿", "十五亿"), encoding="utf-8")
    assert (0, "", "1 updated, 1 already here\n") == filled("import", str(stories))
    assert before == filled.ids()


def test_the_same_content_twice_is_one_article(cli: CommandLine, stories: Path) -> None:
    (stories / "copy.txt").write_text(HARBOUR, encoding="utf-8")
    assert "2 added, 1 already here\n" == cli("import", str(stories)).err


def test_import_gives_tags(cli: CommandLine, stories: Path) -> None:
    cli("import", str(stories), "--tag", "读过", "--tag", "存档")
    cli("import", str(stories / "harbour.txt"), "--tag", "港口")
    assert 2 == len(cli.ids("tag:读过", "tag:存檔"))
    assert 1 == len(cli.ids("tag:港口"))


def test_import_takes_standard_input(cli: CommandLine) -> None:
    assert (0, "", "1 added\n") == cli("import", "-", stdin=HARBOUR.encode())
    assert [None] == [record["path"] for record in cli("list", "--json").records]


def test_one_refused_input_does_not_stop_the_others(cli: CommandLine, stories: Path, tmp_path: Path) -> None:
    status, out, err = cli("import", str(tmp_path / "no.txt"), str(stories))
    assert (1, "") == (status, out)
    assert [f"tui-reader: {tmp_path}/no.txt: no such file or folder", "2 added, 1 refused"] == err.splitlines()


def test_list_is_a_line_an_article_in_columns(filled: CommandLine) -> None:
    lines = filled("list").out.splitlines()
    library, harbour = filled.ids()
    assert [
        f"{library}  2024-05-02  --  山城時報  山城圖書館深夜開放 讀者大排長龍",
        f"{harbour}  2024-03-18  --  临江日报  临江港扩建工程动工 首期投资十二亿元",
    ] == lines


def test_list_as_json_has_the_promised_keys(filled: CommandLine, stories: Path) -> None:
    library, harbour = filled("list", "--json").records
    assert ROW == list(library)
    assert str(stories / "harbour.txt") == harbour["path"]
    assert ("hant", False, False, "2024-05-02T18:20") == (
        library["script"],
        library["bookmarked"],
        library["read"],
        library["published"],
    )


def test_a_query_is_script_blind_and_may_exclude(filled: CommandLine) -> None:
    (library,) = filled.ids("图书馆")
    (harbour,) = filled.ids("-tag:没有的", "碼頭")
    assert library != harbour
    tag = filled("list", "碼頭", "--json").records[0]["tags"][0]
    assert [library] == filled.ids(f"-tag:{tag}")


def test_a_query_that_cannot_be_understood_is_wrong_usage(filled: CommandLine) -> None:
    status, out, err = filled("list", "is:purple")
    assert (2, "", 1) == (status, out, len(err.splitlines()))


def test_show_is_readable_text(filled: CommandLine) -> None:
    (harbour,) = filled.ids("碼頭")
    text = filled("show", harbour[:4]).out
    paragraphs = text.rstrip("\n").split("\n\n")
    assert "临江港扩建工程动工 首期投资十二亿元" == paragraphs[0]
    assert "林若溪 · 临江日报 · 2024-03-18 09:30" == paragraphs[1]
    assert 4 == len(paragraphs[2:])


@pytest.mark.parametrize(
    ("script", "word"), [("cn", "图书馆"), ("hans", "图书馆"), ("tw", "圖書館"), ("source", "圖書館")]
)
def test_show_turns_the_script(filled: CommandLine, script: str, word: str) -> None:
    (library,) = filled.ids("图书馆")
    assert filled("show", library, "--script", script).out.startswith(f"山城{word}")


def test_show_as_json_is_clean_as_json_and_more(filled: CommandLine, stories: Path) -> None:
    (harbour,) = filled.ids("碼頭")
    shown = filled("show", harbour, "--json").records[0]
    cleaned = filled("clean", "--json", str(stories / "harbour.txt")).records[0]
    assert set(cleaned) | set(ROW) == set(shown)
    assert {key: cleaned[key] for key in cleaned if key != "tags"} == {
        key: shown[key] for key in cleaned if key != "tags"
    }
    assert set(cleaned["tags"]) == set(shown["tags"])


FLAT = """\
临江港停航三天?船长说:"再等一天"

临江日报

2024-03-18 09:30

清华大学教授沈阳昨日表示,临江港的软件还要改进,"再等一天也不要紧",船长们对此没有意见。

当地居民对停航有不同的看法(多数人支持)。住在码头边的老人说,这几天很安静,孩子们也可以在岸边玩耍,这是好事。

市环保局要求施工单位每月公布一次水质报告,并在江豚出没的季节停止打桩。
"""


def test_show_has_the_marks_of_the_screen_and_json_those_of_the_article(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "flat.txt").write_text(FLAT, "utf-8")
    cli("import", str(tmp_path / "flat.txt"), "--tag", "沈阳")
    (article_id,) = cli.ids()
    for words, mark in (
        ((), "，“再等一天也不要紧”，"),
        (("--markdown",), "，“再等一天也不要紧”，"),
        (("--script", "tw"), "，「再等一天也不要緊」，"),
        (("--script", "hk", "--markdown"), "，「再等一天也不要緊」，"),
    ):
        assert mark in cli("show", article_id, *words).out
    record = cli("show", article_id, "--json", "--script", "tw").records[0]
    assert ',"再等一天也不要緊",' in record["body"][0]["text"]
    assert "沈陽" in record["tags"]
    assert "停航三天？船长说：“再等一天”" in cli("list").out
    assert '停航三天?船长说:"再等一天"' == cli("list", "--json").records[0]["title"].removeprefix("临江港")


def test_show_as_markdown(filled: CommandLine) -> None:
    (harbour,) = filled.ids("碼頭")
    assert filled("show", harbour, "--markdown").out.startswith("# 临江港扩建工程动工 首期投资十二亿元\n\n林若溪")


def test_tag_adds_and_removes(filled: CommandLine) -> None:
    (harbour,) = filled.ids("碼頭")
    old = filled("list", "碼頭", "--json").records[0]["tags"][0]
    status, out, err = filled("tag", harbour[:5], "+自己的", f"-{old}")
    assert (0, "", 1) == (status, out, len(err.splitlines()))
    tags = filled("list", "碼頭", "--json").records[0]["tags"]
    assert ("自己的" in tags, old in tags) == (True, False)


@pytest.mark.parametrize("changes", [[], ["AI"], ["+"], ["+AI", "- "]])
def test_a_change_that_is_none_changes_nothing(filled: CommandLine, changes: list[str]) -> None:
    (harbour,) = filled.ids("碼頭")
    before = filled("list", "--json").out
    status, out, err = filled("tag", harbour, *changes)
    assert (2, "", 1) == (status, out, len(err.splitlines()))
    assert before == filled("list", "--json").out


def test_bookmarks_are_listed_and_go(filled: CommandLine) -> None:
    library, harbour = filled.ids()
    assert 0 == filled("bookmark", harbour).status
    assert f"{harbour}  2024-03-18  -b  临江日报  临江港扩建工程动工 首期投资十二亿元\n" == filled("bookmarks").out
    assert [*ROW, "marked_at", "passages"] == list(filled("bookmarks", "--json").records[0])
    assert 0 == filled("bookmark", library, harbour).status
    assert {library, harbour} == {str(record["id"]) for record in filled("bookmarks", "--json").records}
    assert [library, harbour] == filled.ids("is:bookmarked")
    filled("bookmark", harbour, library, "--off")
    assert "" == filled("bookmarks").out


@pytest.mark.parametrize("words", [["show", "zzzz"], ["tag", "zzzz", "+a"], ["bookmark", "zzzz"], ["show", "\udc80"]])
def test_an_unknown_id_is_wrong_usage(filled: CommandLine, words: list[str]) -> None:
    status, out, err = filled(*words)
    assert (2, "", 1) == (status, out, len(err.splitlines()))


def test_one_unknown_id_among_others_marks_nothing(filled: CommandLine) -> None:
    assert 2 == filled("bookmark", filled.ids()[0], "zzzz").status
    assert "" == filled("bookmarks").out


def test_nothing_hostile_reaches_stdout_or_stderr(cli: CommandLine, tmp_path: Path) -> None:
    page = tmp_path / HOSTILE_NAME
    page.write_text(HOSTILE, encoding="utf-8")
    cli("import", str(page))
    article_id = cli.ids()[0]
    cli("tag", article_id, "+\x1b[31m红\u202e色")
    said = [
        cli("list"),
        cli("list", "--json"),
        cli("show", article_id),
        cli("show", article_id, "--json"),
        cli("show", article_id, "--markdown"),
        cli("clean", str(page)),
        cli("clean", str(page), "--json", "--why"),
        cli("clean", str(page), "--why"),
        cli("clean", f"{page}\x1b[2J"),
        cli("list", "is:\x1b[2J"),
        cli("show", "\x1b]0;x"),
        cli("\x1b[2J"),
    ]
    text = "".join(result.out + result.err for result in said).replace("\n", "")
    assert [] == [character for character in text if not character.isprintable() and character != "\u3000"]


def test_a_path_in_json_can_be_used_again(cli: CommandLine, tmp_path: Path) -> None:
    page = tmp_path / HOSTILE_NAME
    page.write_text(HARBOUR, encoding="utf-8")
    cli("import", str(page))
    assert [str(page)] == [record["path"] for record in cli("list", "--json").records]


def test_a_data_directory_that_is_a_file_is_a_sentence(cli: CommandLine, stories: Path) -> None:
    status, out, err = cli("--data-dir", str(stories / "harbour.txt"), "list")
    assert (1, "", 1) == (status, out, len(err.splitlines()))


def test_a_library_that_is_none_is_a_sentence_and_left_alone(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "library.db").write_text("山" * 1000, encoding="utf-8")
    status, out, err = cli("list")
    assert (1, "", 1) == (status, out, len(err.splitlines()))
    assert "山" * 1000 == (tmp_path / "data" / "library.db").read_text(encoding="utf-8")


def test_a_library_of_a_later_version_is_a_sentence(filled: CommandLine, tmp_path: Path) -> None:
    with closing(connect(tmp_path / "data" / "library.db")) as db:
        db.execute("PRAGMA user_version = 9999")
    status, out, err = filled("import", str(tmp_path / "stories"))
    assert (1, "", 1) == (status, out, len(err.splitlines()))


def test_two_libraries_do_not_know_each_other(filled: CommandLine, tmp_path: Path) -> None:
    assert "" == filled("list", "--data-dir", str(tmp_path / "other")).out
    assert 2 == len(filled.ids())
