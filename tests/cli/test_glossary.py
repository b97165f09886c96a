"""glossary: word packs, from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


@pytest.fixture
def bears(tmp_path: Path) -> str:
    path = tmp_path / "bears.txt"
    path.write_text("小布熊\t大布熊\n没有制表符\n", "utf-8")
    return str(path)


def told(cli: CommandLine) -> str:
    return cli("convert", "--to", "tw", stdin="这只小布熊".encode()).out


def test_a_pack_is_added_listed_switched_and_removed(cli: CommandLine, bears: str) -> None:
    status, out, err = cli("glossary", "add", bears, "--licence", "CC0", "--source", "a friend")
    assert (0, "") == (status, out)
    assert [
        "added bears: 1 rows (pairs cn → tw), source a friend, licence CC0",
        "tui-reader: bears line 2: not two tab-separated columns; line skipped",
    ] == err.splitlines()
    assert "這隻大布熊" == told(cli)
    assert (0, "bears  on  1  CC0  a friend\n", "") == cli("glossary")
    assert (0, "", "bears is off\n") == cli("glossary", "off", "bears")
    assert ("這隻小布熊", False) == (told(cli), cli("glossary", "--json").records[0]["on"])
    assert 0 == cli("glossary", "on", "bears").status
    assert "這隻大布熊" == told(cli)
    assert (0, "", "removed bears\n") == cli("glossary", "remove", "bears")
    assert ("這隻小布熊", (0, "", "")) == (told(cli), cli("glossary"))


def test_a_pack_is_named_in_an_explanation(cli: CommandLine, bears: str) -> None:
    cli("glossary", "add", bears, "--name", "mine")
    line = cli("convert", "--to", "tw", "--explain", stdin="\n这只小布熊".encode()).out
    assert ["2", "3", "小布熊", "大布熊"] == line.split("\t")[:4]
    assert line.split("\t")[4].startswith("packs/mine:1 ")


def test_check_names_every_line_that_cannot_be_used(cli: CommandLine, bears: str, tmp_path: Path) -> None:
    assert (0, "", "all lines are valid\n") == cli("glossary", "check")
    cli("glossary", "add", bears)
    (tmp_path / "config" / "glossary.tsv").write_text("坏\n", "utf-8")
    status, out, err = cli("glossary", "check")
    assert (1, "") == (status, out)
    first, second = err.splitlines()
    assert first.startswith("tui-reader: glossary.tsv line 1: ")
    assert second.startswith("tui-reader: bears line 2: ")


def test_own_words_are_listed_with_the_packs(cli: CommandLine, bears: str, tmp_path: Path) -> None:
    cli("glossary", "add", bears)
    (tmp_path / "config" / "glossary.tsv").write_text("小熊\t大熊\n小狗\t大狗\n", "utf-8")
    first, second = cli("glossary").out.splitlines()
    assert ["own", "on", "2"] == first.split()[:3]
    assert ["bears", "on", "1"] == second.split()[:3]


def test_standard_input_is_a_table_too(cli: CommandLine) -> None:
    rules = "-{zh-cn:小布熊;zh-tw:大布熊}-".encode()
    assert 0 == cli("glossary", "add", "-", "--name", "wiki", stdin=rules).status
    assert "這隻大布熊" == told(cli)


def test_other_encodings_are_understood(cli: CommandLine, tmp_path: Path) -> None:
    text = "小布熊\t大布熊\n大城市里的出租车\t都會的計程車\n" * 9
    (tmp_path / "bears.txt").write_bytes(text.encode("gb18030"))
    assert 0 == cli("glossary", "add", str(tmp_path / "bears.txt")).status
    assert "這隻大布熊" == told(cli)


def test_a_file_that_cannot_be_used_is_a_sentence_and_the_others_are_added(
    cli: CommandLine, bears: str, tmp_path: Path
) -> None:
    (tmp_path / "prose.txt").write_text("只是一段话。", "utf-8")
    result = cli("glossary", "add", str(tmp_path / "prose.txt"), str(tmp_path / "none.txt"), bears)
    assert 1 == result.status
    assert "prose.txt: not a table" in result.err
    assert "none.txt: no such file" in result.err
    assert "這隻大布熊" == told(cli)


@pytest.mark.parametrize(
    "words",
    [["add"], ["remove"], ["on"], ["off"], ["check", "x"], ["what"], ["remove", "x"], ["on", "x"],
     ["add", "a", "b", "--name", "x"], ["add", "BEARS", "--columns", "cn,cn"], ["add", "BEARS", "--name", "a/b"]],
)  # fmt: skip
def test_wrong_usage_is_a_sentence(cli: CommandLine, bears: str, words: list[str]) -> None:
    status, out, err = cli("glossary", *(bears if word == "BEARS" else word for word in words))
    assert (2, "", 1) == (status, out, len(err.splitlines()))
