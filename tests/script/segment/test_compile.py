import subprocess
import sys
from pathlib import Path

import pytest

from tui_reader.script.reviewed import reviewed
from tui_reader.script.segment import compile as compiler
from tui_reader.script.segment import segmenter as module
from tui_reader.script.segment.compile import digest, is_compound, is_current, word_list
from tui_reader.script.segment.mecab import write_dictionary
from tui_reader.script.segment.segmenter import FOLDER, Segmenter, segmenter
from tui_reader.script.spelling import standard


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Segmenter:
    """A dictionary of four words, in a folder whose path has blanks and quotes."""
    folder = tmp_path / "with 'blanks' and \"quotes\""
    write_dictionary(folder / "hans", {"研究": 8.0, "研究生": 10.0, "生命": 9.0, "命": 14.0, "a,b": 1.0})
    monkeypatch.setattr(module, "FOLDER", folder)
    return Segmenter("hans")


def test_compiled_dictionary_segments_by_cost(tiny: Segmenter) -> None:
    assert ["研究", "生命", "，", "研究生", "\n"] == tiny.words("研究生命，研究生\n")


def test_words_that_the_format_cannot_hold_are_left_out(tiny: Segmenter) -> None:
    assert ["a", ",", "b"] == tiny.words("a,b")


def test_the_compiler_prints_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_dictionary(tmp_path, {"研究": 8.0})
    assert ("", "") == capfd.readouterr()
    assert ["char.bin", "dicrc", "matrix.bin", "sys.dic", "unk.dic"] == sorted(path.name for path in tmp_path.iterdir())


def test_digest_detects_stale_dictionaries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_current(FOLDER)
    assert not is_current(tmp_path)
    changed = tmp_path / "words.txt"
    changed.write_text("词 1 n\n", "utf-8")
    monkeypatch.setattr(compiler, "word_list", lambda: changed)
    assert not is_current(FOLDER)


def test_the_digest_is_of_contents() -> None:
    assert digest() == digest() == (FOLDER / "DIGEST").read_text("utf-8").strip()
    assert word_list().exists()


def test_compounds_of_lexicon_words_are_split() -> None:
    own = {"喬治亞": 12.0, "電腦": 8.0}
    costs = own | {"州": 8.0, "螢幕": 9.0, "喬": 12.0}
    assert is_compound("喬治亞州", costs, own, proper=True)
    assert is_compound("電腦螢幕", costs, own, proper=False)
    assert not is_compound("電腦螢幕", costs, own, proper=True)
    assert not is_compound("喬治亞", costs, own, proper=False)


def test_compiling_needs_the_build_requirements_alone() -> None:
    program = (
        "import sys, tui_reader.script.segment.compile as c; c.digest(); c.lexicon.rows();"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & set(sys.argv[1:])))"
    )
    others = ["ahocorasick_rs", "bs4", "lxml", "opencc", "platformdirs", "pyperclip", "rich", "textual"]
    done = subprocess.run(
        [sys.executable, "-c", program, *others], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert "[]" == done.stdout.strip()


def test_reviewed_phrases_are_words_of_both_dictionaries() -> None:
    simplified, traditional = segmenter("hans").words, segmenter("hant").words
    split = [
        row.written("cn")
        for row in reviewed()
        if len(simplified(row.written("cn") or "")) > 1
        or len(traditional((row.written("tw") or "").translate(standard()))) > 1
    ]
    assert [] == split
