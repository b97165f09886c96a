"""Whole documents, written again in every encoding Chinese pages come in, rightly and wrongly declared, read as they were."""

import re
from pathlib import Path

import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.decode.decoding import decode_as_is

TESTS = Path(__file__).parent.parent
DOCUMENTS = [*sorted((TESTS.parent / "seeds").glob("*.txt")), *sorted((TESTS / "pages" / "sources").iterdir())]
CODECS = ("gbk", "gb18030", "big5", "big5hkscs", "utf-8", "utf-16-le", "utf-16-be")
DECLARED = ("gb2312", "gbk", "big5", "utf-8", "iso-8859-1")
_DECLARATION = re.compile(r"<meta[^>]*charset[^>]*>", re.IGNORECASE)
_HEAD = re.compile(r"<head[^>]*>|^", re.IGNORECASE)


def texts() -> dict[str, str]:
    """The documents' texts, without what they declare."""
    return {path.name: _DECLARATION.sub("", decode_as_is(path.read_bytes(), path.name).text) for path in DOCUMENTS}


TEXTS = texts()


def written_in(text: str, codec: str) -> bytes | None:
    """The text in an encoding; characters that it does not have are left out. None where these are not a few."""
    data = text.encode(codec, "ignore")
    return data if len(data.decode(codec)) > 0.97 * len(text) else None


def read_as(data: bytes, codec: str) -> str:
    """What an encoding's bytes mean; Big5 is read with Hong Kong's characters, and its signs as browsers read them."""
    if not codec.startswith("big5"):
        return data.decode(codec)
    return data.decode("big5hkscs").translate(str.maketrans("•､‾∼♁☉", "‧﹑¯～⊕⊙"))


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("codec", CODECS)
def test_no_declaration_is_needed(name: str, codec: str) -> None:
    data = written_in(TEXTS[name], codec)
    assert data is None or read_as(data, codec) == decode_as_is(data, name).text


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_mark_is_no_part_of_the_text(name: str, codec: str) -> None:
    assert TEXTS[name] == decode_as_is(("\ufeff" + TEXTS[name]).encode(codec), name).text


@pytest.mark.parametrize("declared", DECLARED)
@pytest.mark.parametrize("codec", CODECS)
def test_no_declaration_misleads(codec: str, declared: str) -> None:
    misread = []
    for name, text in TEXTS.items():
        page = _HEAD.sub(lambda head: f'{head.group()}<meta charset="{declared}">', text, count=1)
        data = written_in(page, codec) if name.endswith(".html") else None
        if data and read_as(data, codec) != decode_as_is(data, name).text:
            misread.append(name)
    assert [] == misread


@pytest.mark.parametrize("codec", CODECS)
def test_the_article_is_the_same(codec: str) -> None:
    text = (
        TEXTS["hant_news.txt"]
        if codec.startswith("big5")
        else TEXTS["hans_news.txt" if "gb" in codec else "hant_news.txt"]
    )
    assert clean(text.encode()).article.body == clean(text.encode(codec, "ignore")).article.body


def test_signs_of_big5_are_read_as_browsers_read_them() -> None:
    sentence = "史蒂夫‧賈伯斯說：「設計﹑製造﹑銷售，都是一件事～」這句話在台灣常被引用，我們今天再讀一次。"
    assert sentence == decode_as_is(sentence.encode("cp950"), "x").text
