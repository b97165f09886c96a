"""Words → what is asked."""

import pytest

from tui_reader.cli.arguments import parse
from tui_reader.cli.declarations import COMMANDS
from tui_reader.cli.dispatch import FUNCTIONS, function_of
from tui_reader.errors import UsageError


@pytest.mark.parametrize("name", [name for name in COMMANDS if name])
def test_a_first_word_that_names_a_command_is_that_command(name: str) -> None:
    needed = {
        "import": ["x"],
        "show": ["x"],
        "clean": ["x"],
        "convert": ["--to", "cn"],
        "bookmark": ["x"],
        "delete": ["x"],
        "edit": ["x"],
        "completion": ["bash"],
    }
    assert name == parse([name, *needed.get(name, [])]).name


def test_each_command_has_a_function() -> None:
    assert set(FUNCTIONS) == set(filter(None, COMMANDS))
    assert all(callable(function_of(name)) for name in FUNCTIONS)


def test_a_first_word_that_names_none_is_a_path() -> None:
    asked = parse(["./list", "list"])
    assert ("", ["./list", "list"]) == (asked.name, asked.paths)


@pytest.mark.parametrize("words", [["--data-dir", "d", "list"], ["list", "--data-dir", "d"], ["--data-dir=d", "list"]])
def test_the_data_directory_may_stand_before_and_after_the_command(words: list[str]) -> None:
    asked = parse(words)
    assert ("list", "d") == (asked.name, asked.data_dir)


def test_the_data_directory_is_not_taken_for_a_command() -> None:
    assert ("", "list") == (parse(["--data-dir", "list"]).name, parse(["--data-dir", "list"]).data_dir)


@pytest.mark.parametrize(
    ("words", "literal", "as_json"),
    [
        (["-tag:科技"], ["-tag:科技"], False),
        (["-tag:科技", "--json"], ["-tag:科技"], True),
        (["--json", "软件", "-T"], ["软件", "-T"], True),
        (["a", "--", "--json", "--"], ["a", "--json", "--"], False),
        ([], [], False),
    ],
)
def test_a_query_is_taken_literally(words: list[str], literal: list[str], as_json: bool) -> None:
    asked = parse(["list", *words])
    assert (literal, as_json) == (asked.literal, asked.json)


@pytest.mark.parametrize(
    ("words", "literal"),
    [
        (["ab", "+AI", "-科技"], ["ab", "+AI", "-科技"]),
        (["ab", "-h", "--json", "--help"], ["ab", "-h", "--json", "--help"]),
        (["--", "ab", "--", "-AI"], ["ab", "-AI"]),
        (["ab", "-AI", "--data-dir", "d"], ["ab", "-AI"]),
    ],
)
def test_what_follows_an_id_is_taken_literally(words: list[str], literal: list[str]) -> None:
    assert literal == parse(["tag", *words]).literal


def test_options_and_files_may_mix() -> None:
    asked = parse(["clean", "--json", "a", "--why", "b"])
    assert (["a", "b"], True, True) == (asked.files, asked.json, asked.why)


def test_after_two_dashes_a_name_may_begin_with_one() -> None:
    assert ["a", "./-x.txt", "-"] == parse(["import", "a", "--", "-x.txt", "-"]).paths


@pytest.mark.parametrize(
    "words",
    [
        ["show"],
        ["show", "a", "b"],
        ["show", "a", "--script", "xx"],
        ["show", "a", "--json", "--markdown"],
        ["convert"],
        ["convert", "--to", "fr"],
        ["list", "--jsn"],
        ["--nonsense"],
        ["bookmark"],
        ["bookmarks", "x"],
        ["list", "--data-dir", ""],
        ["list", "--data-dir"],
        ["tag", "-x", "id"],
    ],
)
def test_wrong_usage_is_one_sentence(words: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        parse(words)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_help(name: str) -> None:
    asked = parse([name, "--help"] if name else ["--help"])
    assert asked.text.startswith(f"usage: tui-reader {name}".rstrip())


def test_the_help_of_all_names_every_command() -> None:
    text = parse(["--help"]).text
    assert [] == [name for name in COMMANDS if f"\n  {name} " not in text and name]


def test_a_tag_that_is_no_text_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="is not text"):
        parse(["tag", "3a6", "+\udce6\udcb8"])
