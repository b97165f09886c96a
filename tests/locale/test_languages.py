"""The language of the interface: which one is chosen, and what it changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tui_reader import locale
from tui_reader.cli import main
from tui_reader.locale.languages import language_named, language_of_locale, split_option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def english_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TUI_READER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("TUI_READER_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.delenv("TUI_READER_LANG", raising=False)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    yield
    locale.use(locale.ENGLISH)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("zh_TW.UTF-8", "zh_Hant"), ("zh_HK", "zh_Hant"), ("zh-Hant", "zh_Hant"), ("zh_MO.Big5", "zh_Hant"), ("zh_Hant_CN", "zh_Hant"),
        ("zh_CN.GBK", "zh_Hans"), ("zh_SG", "zh_Hans"), ("zh-hans-tw", "zh_Hans"), ("zh", "zh_Hans"),
        ("en_GB.UTF-8", "en"), ("C.UTF-8", "en"), ("POSIX", "en"), ("de_DE", None), ("", None),
    ],
)  # fmt: skip
def test_names_of_locales(name: str, language: str | None) -> None:
    assert language == language_named(name)


def test_the_first_variable_that_is_set_counts() -> None:
    assert "zh_Hant" == language_of_locale({"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "zh_CN"})
    assert "en" == language_of_locale({"LC_ALL": "de_DE", "LANG": "zh_CN"})
    assert "en" == language_of_locale({})


def test_the_option_may_stand_anywhere_before_literal_words() -> None:
    assert (["list", "港口"], "zh_TW") == split_option(["--lang", "zh_TW", "list", "港口"])
    assert (["list"], "en") == split_option(["list", "--lang=en"])
    assert (["list", "--", "--lang", "en"], None) == split_option(["list", "--", "--lang", "en"])


@pytest.mark.parametrize(
    ("words", "variable", "config", "expected"),
    [
        ((), "", "", "No such"), (("--lang", "zh_Hant"), "zh_CN", "", "繁"), ((), "zh_CN", 'language = "zh_Hant"', "简"),
        ((), "", 'language = "zh_Hant"', "繁"), ((), "", 'language = "auto"', "No such"),
    ],
)  # fmt: skip
def test_option_variable_and_setting(
    words: tuple[str, ...], variable: str, config: str, expected: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("TUI_READER_LANG", variable)
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text(config, encoding="utf-8")
    main([*words, "tag"])
    told = {"No such": "tag needs an ID", "繁": "tag 需要一個 ID", "简": "tag 需要一个 ID"}[expected]
    assert told in capsys.readouterr().err


def test_the_locale_is_the_last_to_be_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert 0 == main(["list", "--help"])
    out = capsys.readouterr().out
    assert out.startswith("用法：")
    assert "最多列出 N 篇" in out


def test_an_unknown_language_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["list", "--lang", "de"])
    assert "--lang needs one of en, zh_Hant, zh_Hans, not 'de'" in capsys.readouterr().err


def test_outcomes_and_refusals_are_translated_and_json_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story.txt"
    story.write_text(
        "# 港口的早晨\n\n天剛亮，港口就忙了起來。漁船一艘接一艘地靠岸，工人把漁獲搬上碼頭。\n" * 3, encoding="utf-8"
    )
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    assert 1 == main(["--lang", "zh_Hant", "import", str(story), str(empty)])
    err = capsys.readouterr().err
    assert f"{empty}: 空的" in err
    assert "新增 1，未匯入 1" in err
    main(["clean", "--json", "--why", "--lang", "zh_Hant", str(story)])
    translated = json.loads(capsys.readouterr().out)
    main(["clean", "--json", "--why", "--lang", "en", str(story)])
    assert json.loads(capsys.readouterr().out) == translated


def test_english_loads_no_catalogue() -> None:
    locale.use("zh_Hant")
    assert "下一篇" == locale._("Next article")
    assert "3 篇" == locale.ngettext("{count} article", "{count} articles", 3).format(count=3)
    assert "閱讀" == locale.pgettext("hint", "read")
    locale.use("en")
    assert ("Next article", "1 article") == (
        locale._("Next article"), locale.ngettext("{count} article", "{count} articles", 1).format(count=1)
    )  # fmt: skip
