import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.cleaning.markup.blocks import from_text
from tui_reader.cleaning.markup.unwrap import Row, unwrap
from tui_reader.text.cells import width

HAN = "春眠不覺曉處聞啼鳥夜來風雨聲花落知多少床前明月光疑是地上霜舉頭望低思故鄉"
words = st.text(HAN, min_size=4, max_size=12) | st.sampled_from(["DeepSeek", "AI", "2024", "Wi-Fi"])
paragraphs = st.lists(words, min_size=50, max_size=70).map("之".join).map(lambda text: f"{text}。")


def wrap(text: str, limit: int) -> list[str]:
    """Lines of `text` that fill `limit` cells as far as the next character or Latin word allows."""
    lines, line = [], ""
    for unit in re.findall(r"[A-Za-z0-9-]+|.", text):
        if line and width(line) + width(unit) > limit:
            lines.append(line)
            line = ""
        line += unit
    return [*lines, line]


def rows(text: str) -> list[Row]:
    found, gap = [], False
    for line in text.split("\n"):
        if line:
            found.append(Row(line, gap))
        gap = not line
    return found


@given(st.lists(paragraphs, min_size=2, max_size=4), st.integers(36, 80))
def test_what_was_wrapped_comes_back(texts: list[str], limit: int) -> None:
    wrapped = "\n\n".join("\n".join(wrap(text, limit)) for text in texts)
    actual = [row.text for row in unwrap(rows(wrapped))]
    assert texts == [re.sub(" ", "", text) for text in actual]


@pytest.mark.parametrize("blank", ["\n\n", "\n\n\n"])
def test_line_ends_that_were_doubled_part_nothing(blank: str) -> None:
    text = f"{HAN}之{HAN}者{HAN}也{HAN}。"
    assert [text] == [row.text for row in unwrap(rows(blank.join(wrap(text, 60))))]


def test_paragraphs_with_blank_lines_between_are_no_wrapped_lines() -> None:
    texts = [f"{HAN[: 20 + number]}。" for number in range(12)]
    assert texts == [row.text for row in unwrap(rows("\n\n".join(texts)))]


@given(
    st.lists(st.text(HAN + "abc 1.", min_size=1, max_size=60).map(str.strip).filter(bool), max_size=40), st.booleans()
)
def test_no_character_is_ever_lost(lines: list[str], gap: bool) -> None:
    before = [Row(line, gap) for line in lines]
    assert "".join(lines).replace(" ", "") == "".join(row.text for row in unwrap(before)).replace(" ", "")


def test_a_line_break_between_two_words_of_latin_script_was_a_space() -> None:
    text = "\n".join(["這一行要剛好排到最寬的地方才會斷開來 the", "next 個字又從這裡開始一路排到最寬的地方為 it"] * 4)
    assert "the next" in unwrap(rows(text))[0].text


@pytest.mark.parametrize(
    "joint", ["--", "※ 發信站: 某站", "https://example.org/a", "- 一個項目", "推 nick: 好文 01/02 03:04"]
)
def test_what_is_a_line_of_its_own_stays_one(joint: str) -> None:
    full = "天" * 38
    kept = [row.text for row in unwrap(rows("\n".join([full] * 6 + [joint])))]
    assert joint == kept[-1]


def test_headlines_of_many_lengths_are_left_alone() -> None:
    lines = [Row("台" * size + "。", gap=False) for size in (8, 21, 14, 30, 17, 26, 11, 35)]
    assert lines == unwrap(lines)


def test_the_indent_of_a_first_line_counts_though_the_dump_lost_it() -> None:
    text = "、".join("某年某月某日的第幾件事情" for _ in range(30)) + "。"
    first, rest = text[:33], wrap(text[33:], 78)
    page = "\n\n".join(["\n".join([first, *rest])] * 3)
    assert [text] * 3 == [row.text for row in unwrap(rows(page))]


WRAPPED = "县里的工作人员上个月来量过地，说要在\n堤岸后面建一座小型的冷库，供六十户渔\n民共用，电费由合作社分摊。"
VERSE = "夜里的风吹过港口的旧灯塔下面\n灯一盏一盏地亮在雨后的街道上\n你说要去很远的地方看另一片海\n我在岸上数着浪等一封没写的信"


@pytest.mark.parametrize("text", [WRAPPED, f"海边的冷库\n{WRAPPED}", f"海边的冷库\n\n{WRAPPED}\n\n{WRAPPED}"])
def test_a_text_of_one_wrapped_paragraph_is_joined(text: str) -> None:
    texts = [block.text for block in from_text(text).blocks]
    assert "县里的工作人员上个月来量过地，说要在堤岸后面建一座小型的冷库，供六十户渔民共用，电费由合作社分摊。" in texts


def test_a_few_lines_of_verse_are_not_joined() -> None:
    assert [block.text for block in from_text(VERSE).blocks] == VERSE.split("\n")
