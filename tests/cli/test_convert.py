"""convert: a filter, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


@pytest.mark.parametrize(
    ("target", "expected"), [("hant", "圖書館"), ("tw", "圖書館"), ("hk", "圖書館"), ("hans", "图书馆")]
)
def test_each_target(cli: CommandLine, target: str, expected: str) -> None:
    assert (0, f"{expected}\n", "") == cli("convert", "--to", target, stdin="图书馆\n".encode())


def test_script_is_judged_in_each_line(cli: CommandLine) -> None:
    text = "山城图书馆从这个月起每周五开放到午夜很多读者来了\n山城圖書館從這個月起每週五開放到午夜很多讀者來了\n"
    first, second = cli("convert", "--to", "hant", stdin=text.encode()).out.splitlines()
    assert ("圖書館從", "每週五") == (first[2:6], second[10:13])


def test_a_line_is_judged_with_the_whole_input(cli: CommandLine) -> None:
    """A short line alike in both scripts, and a word of computing where its own line says nothing of it."""
    about = "工程師說，這套軟體的程式碼都在網路上，使用者可以下載。\n"
    assert "人工智能" == cli("convert", "--to", "cn", stdin=f"{about}人工智慧\n".encode()).out.splitlines()[1]
    plain, whole = "程序有问题。\n", "这款软件的代码有漏洞，开发者正在修改源代码和服务器。\n程序有问题。\n"
    alone = cli("convert", "--to", "tw", stdin=plain.encode()).out
    assert ("程序有問題。\n", "程式有問題。") == (
        alone, cli("convert", "--to", "tw", stdin=whole.encode()).out.splitlines()[1],
    )  # fmt: skip
    assert alone == cli("convert", "--line-buffered", "--to", "tw", stdin=whole.encode()).out.splitlines(True)[1]


def test_marks_stay_unless_their_repair_is_asked_for(cli: CommandLine) -> None:
    text = "他说:“今天不去了”...\n《进撃の巨人》,『好』\n".encode()
    assert "他說:“今天不去了”...\n" == cli("convert", "--to", "tw", stdin=text).out.splitlines(True)[0]
    assert (
        "他說：「今天不去了」……\n" == cli("convert", "--to", "tw", "--punctuation", stdin=text).out.splitlines(True)[0]
    )
    text = "他說:「今天不去了」".encode()
    assert "他说：“今天不去了”" == cli("convert", "--to", "cn", "--punctuation", stdin=text).out
    assert "他说：“今天不去了”" == cli("convert", "--to", "hans", "--punctuation", stdin=text).out


def test_a_long_input_is_judged_by_its_beginning_and_converted_to_its_end(cli: CommandLine) -> None:
    line = "图书馆今天开放到午夜，很多读者来了，还有人带来了软件。\n"
    out = cli("convert", "--to", "tw", stdin=(line * 2000).encode()).out
    assert (2000, 1) == (out.count("\n"), len(set(out.splitlines())))


@pytest.mark.parametrize("text", ["a\r\n图\r\n", "图", "\n\n图\n", "", "图\n\n", "\r\n"])
def test_line_ends_stay_as_they_are(cli: CommandLine, text: str) -> None:
    assert text.replace("图", "圖") == cli("convert", "--to", "hant", stdin=text.encode()).out


def test_a_byte_order_mark_goes(cli: CommandLine) -> None:
    assert "圖\n" == cli("convert", "--to", "hant", stdin=b"\xef\xbb\xbf" + "图\n".encode()).out


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_other_encodings_are_understood(cli: CommandLine, tmp_path: Path, encoding: str) -> None:
    text = "临江港扩建工程昨日正式动工，首期投资十二亿元，预计两年后完工。\n" * 3
    (tmp_path / "x.txt").write_bytes(text.encode(encoding))
    from_file = cli("convert", "--to", "hant", str(tmp_path / "x.txt"))
    from_stdin = cli("convert", "--to", "hant", stdin=text.encode(encoding))
    assert from_file == from_stdin
    assert from_file.out.startswith("臨江港擴建工程")


def test_control_characters_do_not_pass(cli: CommandLine) -> None:
    assert "红色\n" == cli("convert", "--to", "hans", stdin="紅\x1b[31m\u202e色\n".encode()).out


def test_a_missing_file_is_a_sentence(cli: CommandLine) -> None:
    assert (1, "", "tui-reader: no.txt: no such file or folder\n") == cli("convert", "--to", "cn", "no.txt")


def test_an_empty_file_is_nothing_to_convert(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert (0, "", "") == cli("convert", "--to", "tw", str(tmp_path / "empty.txt"))


def own_words(tmp_path: Path, text: str) -> None:
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "glossary.tsv").write_text(text, "utf-8")


def test_what_is_reworded_is_explained(cli: CommandLine, tmp_path: Path) -> None:
    own_words(tmp_path, "小熊\t大熊\n")
    result = cli("convert", "--to", "tw", "--explain", stdin="今天没有。\n小熊的软件\n".encode())
    first, second = (line.split("\t") for line in result.out.splitlines())
    assert ["2", "1", "小熊", "大熊"] == first[:4]
    assert ["2", "4", "软件", "軟體"] == second[:4]
    assert first[4].startswith("glossary:1 ")
    assert [5, 5] == [len(first), len(second)]


@pytest.mark.parametrize("target", ["hans", "hant"])
def test_mere_characters_are_not_explained(cli: CommandLine, target: str) -> None:
    assert (0, "", "") == cli("convert", "--to", target, "--explain", stdin="软件軟體\n".encode())


def test_own_words_win(cli: CommandLine, tmp_path: Path) -> None:
    own_words(tmp_path, "软件\t小程式\n")
    assert "小程式\n" == cli("convert", "--to", "tw", stdin="软件\n".encode()).out


def test_a_faulty_line_of_own_words_is_a_warning(cli: CommandLine, tmp_path: Path) -> None:
    own_words(tmp_path, "软件\t小程式\n坏\n")
    status, out, err = cli("convert", "--to", "tw", stdin="软件\n".encode())
    assert (0, "小程式\n") == (status, out)
    assert err.startswith("tui-reader: glossary.tsv line 2: ")


def test_many_faulty_lines_do_not_hide_the_rest(cli: CommandLine, tmp_path: Path) -> None:
    own_words(tmp_path, "坏\n" * 30)
    complaints = cli("convert", "--to", "tw", stdin="软件\n".encode()).complaints
    assert "… and 20 more lines" in complaints[-1]
    assert 11 == len(complaints)


def test_own_words_that_cannot_be_read_are_a_warning(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "config" / "glossary.tsv").mkdir(parents=True)
    status, out, err = cli("convert", "--to", "tw", stdin="软件\n".encode())
    assert (0, "軟體\n", 1) == (status, out, len(err.splitlines()))
    assert "the glossary cannot be read" in err
