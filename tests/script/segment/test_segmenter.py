from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.errors import TuiReaderError
from tui_reader.script.segment import segmenter as module
from tui_reader.script.segment.segmenter import CHUNK, Segmenter, clean, segmenter

Script = Literal["hans", "hant"]


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("hans", "粉丝|发现"),
        ("hans", "参与|制造"),
        ("hans", "介绍|了|如何"),
        ("hans", "黄金|表现"),
        ("hant", "粉絲|發現"),
        ("hans", "iPhone|15|发布"),
    ],
)
def test_text_is_segmented_along_the_most_probable_path(script: Script, words: str) -> None:
    assert words.split("|") == segmenter(script).words(words.replace("|", ""))


@given(
    st.one_of(
        st.text(),
        st.text(alphabet=st.sampled_from(" \n\r\t.,\"'软件发现a1。\x00\x02\x0b\x1e\x1f\x85\u2028\u3000\ud800\udfff😀")),
    )
)
def test_no_character_is_lost_or_added(text: str) -> None:
    for script in ("hans", "hant"):
        assert clean(text) == "".join(segmenter(script).words(clean(text)))
        assert "" not in segmenter(script).words(clean(text))


def test_clean_replaces_forbidden_characters_one_for_one() -> None:
    assert "a b\ufffdc d\n" == clean("a\0b\ud800c\x1fd\n")


def test_each_blank_is_a_word() -> None:
    assert [" ", "软件", " ", " ", "发现", " "] == segmenter("hans").words(" 软件  发现 ")


def test_long_text_is_segmented_like_its_lines() -> None:
    line = "粉丝发现介绍了如何参与制造\n"
    times = 5 * CHUNK // len(line)
    assert segmenter("hans").words(line) * times == segmenter("hans").words(line * times)


@pytest.mark.parametrize("mark", "。，　")
def test_line_longer_than_a_chunk_is_split_between_words(mark: str) -> None:
    sentence = f"粉丝发现{mark}"
    for shift in range(len(sentence)):
        line = "一" * shift + sentence * (2 * CHUNK // len(sentence))
        assert line.count("发现") == segmenter("hans").words(line).count("发现")


def test_a_line_longer_than_a_chunk_keeps_all_its_characters() -> None:
    text = "发现" * CHUNK
    assert text == "".join(segmenter("hans").words(text))


def test_threads_share_a_segmenter() -> None:
    texts = [f"粉丝发现{number}" for number in range(300)]
    expected = [["粉丝", "发现", str(number)] for number in range(300)]
    with ThreadPoolExecutor(8) as pool:
        assert expected == list(pool.map(segmenter("hans").words, texts))


def test_missing_dictionary_raises_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(TuiReaderError, match="reinstall tui-reader"):
        Segmenter("hans").words("发现")
