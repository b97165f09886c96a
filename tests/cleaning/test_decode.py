import codecs

import pytest

from tui_reader.cleaning.decode.decoding import decode
from tui_reader.errors import SourceBinary, SourceEmpty

HANS = "今天上午，市政府召开新闻发布会，介绍了明年的重点工程。" * 3
HANT = "今天上午，市政府召開記者會，說明明年的重點工程與預算。" * 3


@pytest.mark.parametrize(
    ("text", "codec", "expected"),
    [
        (HANS, "utf-8", "utf-8"),
        (HANT, "utf-8-sig", "utf-8"),
        (HANS, "gb18030", "gb18030"),
        (HANS, "gbk", "gb18030"),
        (HANT, "gb18030", "gb18030"),
        (HANT, "big5", "big5-hkscs"),
        (HANT + "佢哋喺度嘅嘢", "big5hkscs", "big5-hkscs"),
        (HANT, "utf-16-le", "utf-16-le"),
        (HANS, "utf-16-be", "utf-16-be"),
        ("plain English words", "ascii", "utf-8"),
        ("Café, naïve, déjà vu: a sentence in French and nothing else at all", "cp1252", "windows-1252"),
    ],
)
def test_the_encoding_is_told_by_the_text_itself(text: str, codec: str, expected: str) -> None:
    assert (text, expected) == decode(text.encode(codec), "x")


@pytest.mark.parametrize(("codec", "mark"), [("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)])
def test_a_mark_of_utf_16_is_believed(codec: str, mark: bytes) -> None:
    assert ("短", codec) == decode(mark + "短".encode(codec), "x")


@pytest.mark.parametrize(
    ("declared", "codec", "expected"),
    [("utf-8", "gb18030", "gb18030"), ("gb2312", "utf-8", "utf-8"), ("gb2312", "big5hkscs", "big5-hkscs")],
)
def test_a_wrong_declaration_is_not_believed(declared: str, codec: str, expected: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}"><p>{HANT}</p>'
    assert (page, expected) == decode(page.encode(codec), "x")


def test_a_file_that_was_cut_off_inside_a_character_is_text() -> None:
    decoded = decode((HANS * 20).encode()[:-1], "x")
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith("今天上午")


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\x00" * 50, "\u200b\ufeff".encode()])
def test_nothing_in_it(data: bytes) -> None:
    with pytest.raises(SourceEmpty, match="empty"):
        decode(data, "x")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 ...", "x: a PDF file, not text"),
        (b"PK\x03\x04rest", "x: a ZIP archive or an Office or EPUB file, not text"),
        (b"\x89PNG\r\n\x1a\n", "x: a PNG picture, not text"),
        (bytes(range(256)) * 40, "x: not text in a known encoding"),
        (b"\x01\x02\x03\x04 abc" * 30, "x: not text: full of control characters"),
    ],
)
def test_what_is_no_text_is_refused_with_a_clause(data: bytes, reason: str) -> None:
    with pytest.raises(SourceBinary) as problem:
        decode(data, "x")
    assert reason == str(problem.value)


def test_the_text_is_harmless_at_once() -> None:
    assert "紅字\n尾" == decode("\x1b[31m紅\u202e字\x1b]0;標題\x07\r\n尾\x9b".encode(), "x").text
