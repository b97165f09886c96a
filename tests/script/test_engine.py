from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from tui_reader.errors import UsageError
from tui_reader.script.engine import Stage, engine

SEEDS = Path(__file__).parents[2] / "seeds"
CONFIGURATIONS = ["s2t", "s2tw", "s2twp", "s2hk", "t2s", "tw2s", "tw2sp", "hk2s", "t2tw", "t2hk"]


@pytest.mark.parametrize("configuration", CONFIGURATIONS)
def test_the_seeds_come_out_as_from_the_package_itself(configuration: str) -> None:
    package = OpenCC(configuration)
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert package.convert(text) == engine(configuration).convert(text)


def test_the_longest_entry_at_a_place_wins() -> None:
    stage = Stage([(3, 1, {"ab": "1", "abc": "2", "c": "3"})])
    assert "2x1d3" == stage.apply("abcxabdc")


def test_phrases_are_taken_from_left_to_right() -> None:
    assert "Xc" == Stage([(2, 2, {"ab": "X", "bc": "Y"})]).apply("abc")


def test_the_earlier_table_wins() -> None:
    assert "1" == Stage([(2, 2, {"ab": "1"}), (2, 2, {"ab": "2"})]).apply("ab")


def test_the_usual_answer_is_taken() -> None:
    assert "乾" == Stage([(1, 1, {"干": "乾 幹 干"})]).apply("干")


def test_an_unknown_configuration_is_named() -> None:
    with pytest.raises(UsageError, match="x2y"):
        engine("x2y")


@given(st.text())
def test_line_breaks_and_digits_stay(text: str) -> None:
    kept = [character for character in text if character in "\n\r\t0123456789"]
    converted = engine("s2twp").convert(text)
    assert kept == [character for character in converted if character in "\n\r\t0123456789"]


def test_threads_share_one_engine() -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda text: engine("s2hk").convert(text), ["发现里面的软件"] * 64))
    assert ["發現裏面的軟件"] * 64 == answers
