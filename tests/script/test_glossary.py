from pathlib import Path

import pytest

from tui_reader.script import Converter, Glossary, load_glossary
from tui_reader.script.glossary import parse_glossary, with_pair


def test_user_glossary_overrides_all_tables() -> None:
    own = parse_glossary("特朗普\t川大人\n朗普访\t不会\n")
    assert "美國總統川大人訪問台灣" == Converter("tw", own).convert("美国总统特朗普访问台湾")


def test_user_glossary_overrides_within_longer_words() -> None:
    assert "雲服務主機" == Converter("tw", parse_glossary("服务器\t服務主機\n")).convert("云服务器")


def test_pair_is_converted_back() -> None:
    assert "特朗普访问悉尼" == Converter("cn", parse_glossary("特朗普\t川大人\n")).convert("川大人訪問雪梨")


def test_guard_applies_in_the_user_glossary() -> None:
    own = parse_glossary("程序\t程序碼\t\tnear:网页\n")
    assert ["網頁程序碼", "法律程序"] == [Converter("tw", own).convert(text) for text in ("网页程序", "法律程序")]


def test_replacement_is_attributed_to_the_glossary() -> None:
    (rewording,) = Converter("tw", parse_glossary("小熊\t大熊\n")).explain("这只小熊")
    assert ("小熊", "大熊") == rewording[2:4]
    assert rewording.entry.startswith("glossary:1 ")


def test_invalid_line_is_reported_and_skipped(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_text("cn\ttw\thk\tguard\n无\n小熊\t大熊\n", encoding="utf-8")
    glossary = load_glossary(path)
    assert [2] == [problem.line for problem in glossary.problems]
    assert "這隻大熊" == Converter("tw", glossary).convert("这只小熊")


def test_missing_file_is_an_empty_table(tmp_path: Path) -> None:
    assert Glossary() == load_glossary(tmp_path / "none.tsv")


def test_corrected_pair_is_written_and_parsed() -> None:
    text = with_pair("", "cn", "特朗普", "tw", "川大人")
    assert "cn\ttw\thk\tguard\n特朗普\t川大人\t\tto:tw,cn\n" == text
    again = with_pair(text, "cn", "特朗普", "tw", "特朗普")
    assert 1 == len(parse_glossary(again).rows)
    assert "美國總統特朗普" == Converter("tw", parse_glossary(again)).convert("美国总统特朗普")


def test_other_rows_stay_when_a_pair_is_corrected() -> None:
    text = with_pair("# mine\n小熊\t大熊\n", "tw", "雪梨", "cn", "雪梨")
    assert "# mine\n小熊\t大熊\n雪梨\t雪梨\t\tto:cn,tw\n" == text


@pytest.mark.parametrize("word", ["", "a\tb", "a|b", "a\nb"])
def test_word_with_table_separators_is_rejected(word: str) -> None:
    with pytest.raises(ValueError, match="tabs"):
        with_pair("", "cn", word, "tw", "x")
