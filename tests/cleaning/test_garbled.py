import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.cleaning.repair.garbled import is_garbled

HONEST = "第一批客人是六位退休船員，他們年輕時都靠這束光回過家"


@pytest.mark.parametrize("codec", ["gb18030", "cp1252", "latin-1"])
def test_utf8_read_by_another_table(codec: str) -> None:
    assert is_garbled(HONEST.encode().decode(codec, "ignore"))


def test_what_could_not_be_decoded() -> None:
    assert is_garbled("��前��夜")
    assert is_garbled("锟斤拷锟斤拷锟斤拷")


@pytest.mark.parametrize(
    "text",
    [
        HONEST,
        "Café naïve à Paris",
        "ASCII only",
        "燈塔",
        "▲▼□■○●",
        "……",
        "——————",
        "“…… ——”",
        "25°～30°C ×2",
        "畫面上只有「锟斤拷」三個字",
        "那條烫烫烫的手帕掉在地上",
    ],
)
def test_honest_lines(text: str) -> None:
    assert not is_garbled(text)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=60))
def test_no_row_of_characters_is_taken_for_mojibake(text: str) -> None:
    assert not is_garbled(text) or any(filler in text for filler in ("锟斤", "烫烫烫", "屯屯屯", "鎷烽敓", "锘"))
