"""clean: no library, text or JSON, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.stories import HARBOUR, LIBRARY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine

KEYS = [
    "path", "title", "author", "source", "published", "updated", "category", "url", "script", "encoding", "deck", "body",
    "captions", "images", "comments", "tags", "uncertain", "removed",
]  # fmt: skip


def test_json_has_the_promised_keys_in_order(cli: CommandLine, stories: Path) -> None:
    path = str(stories / "harbour.txt")
    (record,) = cli("clean", "--json", path).records
    assert KEYS == list(record)
    assert (path, "hans", "utf-8") == (record["path"], record["script"], record["encoding"])
    assert ["kind", "text"] == list(record["body"][0])
    assert (None, [], []) == (record["updated"], record["captions"], record["comments"])


def test_several_files_are_a_line_each_in_order(cli: CommandLine, stories: Path) -> None:
    names = [str(stories / name) for name in ("library.txt", "harbour.txt")]
    assert names == [record["path"] for record in cli("clean", *names, "--json").records]


def test_text_is_title_and_body(cli: CommandLine, stories: Path) -> None:
    status, out, err = cli("clean", str(stories / "library.txt"))
    assert (0, "") == (status, err)
    paragraphs = [line for line in LIBRARY.splitlines()[8:] if line]
    assert "\n\n".join(["山城圖書館深夜開放 讀者大排長龍", *paragraphs]) + "\n" == out


def test_texts_of_several_files_are_told_apart(cli: CommandLine, stories: Path) -> None:
    names = [str(stories / name) for name in ("library.txt", "harbour.txt")]
    lines = cli("clean", *names).out.splitlines()
    assert [f"==> {name} <==" for name in names] == [line for line in lines if line.startswith("==>")]


def test_why_tells_every_row_with_its_reason(cli: CommandLine, stories: Path) -> None:
    lines = cli("clean", "--why", str(stories / "harbour.txt")).out.splitlines()
    rows = [line for line in HARBOUR.splitlines() if line]
    assert len(rows) == len(lines)
    assert set("+-") >= {line[0] for line in lines}
    column = lines[0].index(rows[0])
    assert [rows[0][:4], rows[-1][:4]] == [lines[0][column : column + 4], lines[-1][column:][:4]]


def test_why_goes_into_json_too(cli: CommandLine, stories: Path) -> None:
    (record,) = cli("clean", "--json", "--why", str(stories / "harbour.txt")).records
    assert [*KEYS, "why"] == list(record)
    assert ["text", "role", "reason"] == list(record["why"][0])


def test_standard_input_is_a_document(cli: CommandLine) -> None:
    (record,) = cli("clean", "--json", "-", stdin=HARBOUR.encode("gb18030")).records
    assert ("-", "gb18030", "林若溪") == (record["path"], record["encoding"], record["author"])


def test_no_library_is_touched(cli: CommandLine, stories: Path, tmp_path: Path) -> None:
    cli("clean", "--json", str(stories))
    assert not (tmp_path / "data").exists()


def test_a_page_without_an_article_is_a_line_on_stderr(cli: CommandLine, stories: Path) -> None:
    (stories / "menu.txt").write_text("首页\n登录\n注册\n", encoding="utf-8")
    status, out, err = cli("clean", "--json", str(stories / "menu.txt"), str(stories / "harbour.txt"))
    assert (1, 1, 1) == (status, len(out.splitlines()), len(err.splitlines()))
    assert err.startswith(f"tui-reader: {stories}/menu.txt: ")


def test_why_tells_the_rows_of_a_page_without_an_article_but_prints_no_json(cli: CommandLine, tmp_path: Path) -> None:
    titles = [f"临江旧闻第{number}则：码头今日又有一艘船靠岸" for number in range(1, 9)]
    links = "".join(f"<li><a href='/x'>{title}</a></li>" for title in titles)
    (tmp_path / "links.html").write_text(f"<title>临江旧闻</title><ul>{links}</ul>", encoding="utf-8")
    status, out, err = cli("clean", "--why", str(tmp_path / "links.html"))
    assert (1, 1) == (status, len(err.splitlines()))
    assert titles == [line.rpartition("  ")[2] for line in out.splitlines() if "旧闻第" in line]
    assert all("mostly links" in line for line in out.splitlines())
    as_json = cli("clean", "--why", "--json", str(tmp_path / "links.html"))
    assert (1, "", err) == as_json


@pytest.mark.parametrize(("data", "words"), [(b"", "empty"), (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "PNG")])
def test_what_is_no_text_is_refused_with_its_reason(cli: CommandLine, tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "x.txt").write_bytes(data)
    status, out, err = cli("clean", str(tmp_path / "x.txt"))
    assert (1, "", 1) == (status, out, len(err.splitlines()))
    assert words in err


def test_relative_times_count_from_the_given_date(cli: CommandLine) -> None:
    page = HARBOUR.replace("2024-03-18 09:30", "2小时前").encode()
    (without,) = cli("clean", "--json", "-", stdin=page).records
    (given,) = cli("clean", "--json", "--as-of", "2024-03-18T12:00", "-", stdin=page).records
    assert None is without["published"]
    assert given["published"].startswith("2024-03-18T10")


def test_a_date_that_is_none_is_wrong_usage(cli: CommandLine) -> None:
    status, _, err = cli("clean", "--as-of", "gestern", "-", stdin=HARBOUR.encode())
    assert (2, 1) == (status, len(err.splitlines()))
