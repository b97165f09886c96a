"""Encodings that Python has no codec for, documents in two encodings, and pages inside MIME messages."""

import shutil
import subprocess

import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.decode.decoding import decode
from tui_reader.cleaning.decode.euc_tw import decode_euc_tw

HANS = "今天上午，市政府召开新闻发布会，介绍了明年的重点工程。\n" * 3
HANT = "今天上午，市政府召開記者會，說明明年的重點工程與預算，瀝青與鋼筋都漲價。\n" * 3


@pytest.mark.skipif(not shutil.which("iconv"), reason="another converter to compare with")
def test_both_planes_of_cns_11643_are_those_of_another_converter() -> None:
    pairs = [bytes([a, b]) for a in range(0xC4, 0xFE) for b in range(0xA1, 0xFF)]
    codes = [*pairs, *(b"\x8e\xa2" + bytes([a, b]) for a in range(0xA1, 0xF3) for b in range(0xA1, 0xFF))]
    known = [code for code in codes if decode_euc_tw(code) != "\ufffd"]
    told = subprocess.run(
        ["iconv", "-f", "EUC-TW", "-t", "UTF-8"], input=b"\n".join(known), capture_output=True, check=False
    )
    if told.returncode:
        pytest.skip("this converter has no EUC-TW")
    assert len(known) > 13_000
    assert told.stdout.decode().replace("彞", "彝").split("\n") == decode_euc_tw(b"\n".join(known)).split("\n")


def euc_tw(text: str) -> bytes:
    """Text in EUC-TW, by the table that decoding derives."""
    codes = {decode_euc_tw(bytes([a, b])): bytes([a, b]) for a in range(0xA1, 0xFE) for b in range(0xA1, 0xFF)}
    second = (bytes([0x8E, 0xA2, a, b]) for a in range(0xA1, 0xF3) for b in range(0xA1, 0xFF))
    codes = {decode_euc_tw(code): code for code in second} | codes
    return b"".join(codes.get(character, character.encode("ascii", "ignore")) for character in text)


@pytest.mark.parametrize("declared", ["", '<meta charset="euc-tw">', '<meta charset="big5">'])
def test_euc_tw_is_told_by_the_text_or_by_its_declaration(declared: str) -> None:
    text = declared + HANT + "鼴鼠出洞，灕江水漲，蹣跚的老人在堤上看了一個下午。\n"
    assert (text, "euc-tw") == decode(euc_tw(text), "x")


def test_characters_of_boards_are_read_by_their_own_table() -> None:
    text = HANT + "店名叫円屋，也寫作まるや、気楽亭。\n"
    from uao import Big5UAOCodec  # noqa: PLC0415

    assert (text, "big5-hkscs") == decode(Big5UAOCodec().encode(text)[0], "x")


def test_characters_of_hong_kong_are_not_read_by_the_table_of_boards() -> None:
    text = HANT + "佢哋喺度傾偈，講緊邨口嗰間舖頭嘅嘢。\n"
    assert (text, "big5-hkscs") == decode(text.encode("big5hkscs"), "x")


@pytest.mark.parametrize("codec", ["gb18030", "big5hkscs"])
def test_lines_of_another_encoding_are_read_by_it(codec: str) -> None:
    text = HANT if codec == "big5hkscs" else HANS
    ours, last = text.rstrip("\n").rsplit("\n", 1)
    assert text.rstrip("\n") == decode(ours.encode() + b"\n" + last.encode(codec), "x").text
    assert text.rstrip("\n") == decode(ours.encode(codec) + b"\n" + last.encode(), "x").text
    assert "utf-8" == decode(ours.encode() + b"\n" + last.encode(codec), "x").encoding


def test_elements_of_another_encoding_are_read_by_it() -> None:
    page = b"<html><body><p>" + HANS.encode() + b"</p><p>" + HANS.encode("gbk") + b"</p></body></html>"
    assert f"<html><body><p>{HANS}</p><p>{HANS}</p></body></html>" == decode(page, "x").text


def test_damaged_utf_8_is_no_other_encoding() -> None:
    data = HANS.encode().replace("府".encode(), b"\xe5\xba", 1)
    assert HANS.replace("府", "\ufffd", 1) == decode(data, "x").text


def test_seven_bits() -> None:
    assert (HANS, "hz") == decode(HANS.encode("hz"), "x")
    shifted = b"".join(
        b"\x0e" + bytes(b & 0x7F for b in line.encode("gb2312")) + b"\x0f\n" for line in HANS.split("\n")[:3]
    )
    assert (HANS, "iso-2022-cn") == decode(b"\x1b$)A" + shifted, "x")


MESSAGE = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a/1.html\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\nContent-Type: text/css\r\n\r\n'
    "p {{ color: red }}\r\n--B\r\nContent-Type: text/html; charset={}\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--B--\r\n"
)


@pytest.mark.parametrize("codec", ["utf-8", "gbk"])
def test_the_page_inside_a_mime_message_is_read(codec: str) -> None:
    import base64  # noqa: PLC0415

    page = f"<html><body><h1>新闻发布会</h1><p>{HANS}</p><p>会上还介绍了旧城改造的进度，居民代表提了三个问题，市长一一作了回答，并说下个月再开一次会。</p><p>新的工程从明年三月开始，预计两年完成，期间公交车改道，详细的路线下周公布。</p></body></html>"
    message = MESSAGE.format(codec, base64.encodebytes(page.encode(codec)).decode())
    article = clean(message.encode(), name="page.mhtml").article
    assert "https://example.org/a/1.html" == article.url
    assert "新闻发布会" == article.title
    assert any("旧城改造" in passage.text for passage in article.body)


@pytest.mark.parametrize("codec", ["utf-8", "gbk"])
def test_headers_of_a_mail_may_be_written_as_they_are(codec: str) -> None:
    message = (
        "MIME-Version: 1.0\nFrom: 林小满 <a@example.org>\nSubject: 海边的冷库\n"
        f"Content-Type: text/plain; charset={codec}\nContent-Transfer-Encoding: 8bit\n\n{HANS}\n"
    )
    article = clean(message.encode(codec), name="a.eml").article
    assert ("海边的冷库", "林小满") == (article.title, article.author)
