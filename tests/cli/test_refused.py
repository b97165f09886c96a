"""Pages that are refused or doubtful: what clean, import and list say of them."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from tests.library.test_versions import VERSIONS
from tui_reader.present.rows import UNCERTAIN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine

MENU = "水乡首页\n\n渡口\n\n市集\n\n登录\n"


NOTICE = "登录\n注册\n下载APP\n石桥今日重开，行人可以通过。\n下载APP\n登录\n"


@pytest.fixture
def menu(tmp_path: Path) -> Path:
    path = tmp_path / "menu.txt"
    path.write_text(MENU, encoding="utf-8")
    return path


def test_clean_prints_no_record_of_a_refused_page(cli: CommandLine, menu: Path) -> None:
    status, out, err = cli("clean", "--json", str(menu))
    assert (1, "") == (status, out)
    assert "no article found" in err


def test_a_refused_page_is_kept_by_force_and_marked(cli: CommandLine, menu: Path) -> None:
    assert 1 == cli("import", str(menu)).status
    assert [] == cli.ids()
    assert 0 == cli("import", "--force", str(menu)).status
    (name,) = cli.ids()
    (shown,) = cli("show", "--json", name).records
    assert shown["uncertain"] is True
    assert {"渡口", "市集"} <= {passage["text"] for passage in shown["body"]}
    assert UNCERTAIN in cli("list").out


def test_a_doubtful_page_is_taken_and_marked(cli: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(NOTICE, encoding="utf-8")
    (record,) = cli("clean", "--json", str(path)).records
    assert record["uncertain"] is True
    assert [NOTICE.splitlines()[3]] == [passage["text"] for passage in record["body"]]
    assert "1 added\n" == cli("import", str(path)).err
    assert UNCERTAIN in cli("list").out


def test_a_sure_article_is_not_marked(cli: CommandLine, stories: Path) -> None:
    (record,) = cli("clean", "--json", str(stories / "harbour.txt")).records
    assert record["uncertain"] is False


def test_a_library_of_an_earlier_version_doubts_none_of_its_articles(
    cli: CommandLine, menu: Path, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "library.db").write_bytes(gzip.decompress((VERSIONS / "v3.db.gz").read_bytes()))
    assert [False, False] == [cli("show", "--json", name).records[0]["uncertain"] for name in cli.ids()]
    assert 0 == cli("import", "--force", str(menu)).status
    assert 1 == sum(cli("show", "--json", name).records[0]["uncertain"] for name in cli.ids())


@pytest.mark.parametrize("command", [("list",), ("list", "港口", "--json"), ("bookmarks",), ("show", "1234567")])
def test_reading_commands_create_no_library(cli: CommandLine, tmp_path: Path, command: tuple[str, ...]) -> None:
    data_dir = tmp_path / "none" / "here"
    status, out, err = cli("--data-dir", str(data_dir), *command)
    assert (command[0] == "show", "") == (status != 0, out)
    assert ("no article has an id" in err) == (command[0] == "show")
    assert not data_dir.parent.exists()
