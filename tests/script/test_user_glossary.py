"""The user glossary file: parsing, reloading, corrections, undo."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tui_reader.errors import GlossaryError, UsageError
from tui_reader.script.user_glossary import UserGlossary

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "# mine\n\n小熊\t大熊\n无\n小狗\t大狗\t\tnear:"


@pytest.fixture
def table(tmp_path: Path) -> UserGlossary:
    (tmp_path / "glossary.tsv").write_text(TEXT, "utf-8")
    return UserGlossary(tmp_path / "glossary.tsv")


def told(table: UserGlossary) -> str:
    return table.converter("tw").convert("这只小熊")


def test_invalid_lines_are_reported_and_others_used(table: UserGlossary) -> None:
    first, second = table.complaints
    assert first.startswith("glossary.tsv line 4: 1 columns")
    assert second.startswith("glossary.tsv line 5: ")
    assert "這隻大熊" == told(table)


def test_changed_glossary_is_reloaded(table: UserGlossary, tmp_path: Path) -> None:
    assert "這隻大熊" == told(table)
    (tmp_path / "glossary.tsv").write_text("小熊\t小小熊\n", "utf-8")
    assert ("這隻小小熊", ()) == (told(table), table.complaints)
    (tmp_path / "glossary.tsv").unlink()
    assert "這隻小熊" == told(table)


@pytest.mark.parametrize("text", ["囧\t冏\n", "AI\tBMW\n"])
def test_row_that_can_never_apply_is_reported(table: UserGlossary, tmp_path: Path, text: str) -> None:
    (tmp_path / "glossary.tsv").write_text(text, "utf-8")
    assert 1 == len(table.complaints)


def test_control_sequences_are_removed(table: UserGlossary, tmp_path: Path) -> None:
    (tmp_path / "glossary.tsv").write_text("小熊\t大\x1b[31m熊\r\n", "utf-8")
    assert "這隻大熊" == told(table)


def test_unreadable_file_gives_one_complaint(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "big5").write_bytes("小熊".encode("big5"))
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "big5", "pipe"):
        table = UserGlossary(tmp_path / name)
        assert 1 == len(table.complaints)
        assert "這隻小熊" == told(table)
        with pytest.raises(GlossaryError, match="cannot be read"):
            table.correct("cn", "小熊", "tw", "大熊")


def test_correction_applies_at_once_and_can_be_undone(table: UserGlossary, tmp_path: Path) -> None:
    change = table.correct("cn", "小熊", "tw", "白白熊")
    assert "# mine\n\n无\n小狗\t大狗\t\tnear:\n小熊\t白白熊\t\tto:tw,cn\n" == (tmp_path / "glossary.tsv").read_text(
        "utf-8"
    )
    assert ("這隻白白熊", "小熊 → 白白熊 added to the glossary") == (told(table), change.sentence)
    table.undo(change)
    assert (TEXT, "這隻大熊") == ((tmp_path / "glossary.tsv").read_text("utf-8"), told(table))


def test_first_correction_creates_the_file_and_undo_deletes_it(tmp_path: Path) -> None:
    table = UserGlossary(tmp_path / "new" / "glossary.tsv")
    change = table.correct("cn", "小熊", "tw", "大大熊")
    assert "這隻大大熊" == told(table)
    table.undo(change)
    assert [] == list((tmp_path / "new").iterdir())
    assert "這隻小熊" == told(table)


def test_undo_is_refused_after_another_change(table: UserGlossary, tmp_path: Path) -> None:
    change = table.correct("cn", "小熊", "tw", "白白熊")
    (tmp_path / "glossary.tsv").write_text("小熊\t黑黑熊\n", "utf-8")
    with pytest.raises(GlossaryError, match="changed since"):
        table.undo(change)
    assert "這隻黑黑熊" == told(table)


def test_latest_correction_overrides_a_row_of_three_regions(table: UserGlossary, tmp_path: Path) -> None:
    (tmp_path / "glossary.tsv").write_text("小熊\t大熊\t小小熊\n", "utf-8")
    table.correct("cn", "小熊", "tw", "白白熊")
    assert "這隻白白熊" == told(table)
    assert "這隻小小熊" == table.converter("hk").convert("这只小熊")


def test_correction_does_not_affect_other_regions(table: UserGlossary) -> None:
    table.correct("cn", "出租车", "tw", "小黃車")
    assert "坐小黃車去" == table.converter("tw").convert("坐出租车去")
    assert "坐的士去" == table.converter("hk").convert("坐出租车去")
    assert "坐出租车去" == table.converter("cn").convert("坐小黃車去")


def test_short_answer_is_not_converted_back(table: UserGlossary) -> None:
    table.correct("cn", "大楼", "tw", "房子")
    assert "這座房子" == table.converter("tw").convert("这座大楼")
    assert "这座房子" == table.converter("cn").convert("這座房子")


def test_a_link_stays_a_link_and_permissions_stay(table: UserGlossary, tmp_path: Path) -> None:
    (tmp_path / "glossary.tsv").chmod(0o640)
    (tmp_path / "link").symlink_to("glossary.tsv")
    UserGlossary(tmp_path / "link").correct("cn", "小熊", "tw", "白白熊")
    assert (tmp_path / "link").is_symlink()
    assert "這隻白白熊" == told(table)
    assert 0o640 == (tmp_path / "glossary.tsv").stat().st_mode & 0o777


def test_unwritable_file_raises_glossary_error(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("no folder", "utf-8")
    table = UserGlossary(tmp_path / "config" / "glossary.tsv")
    with pytest.raises(GlossaryError, match="cannot be written"):
        table.correct("cn", "小熊", "tw", "大熊")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_unwritable_directory_raises_glossary_error(table: UserGlossary, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(GlossaryError, match="cannot be written"):
        table.correct("cn", "小熊", "tw", "大熊")
    tmp_path.chmod(0o700)
    assert [tmp_path / "glossary.tsv"] == list(tmp_path.iterdir())


@pytest.mark.parametrize(("word", "answer"), [("小熊", "a\tb"), ("熊", "大熊"), ("AI", "人工智慧"), ("小熊", "")])
def test_invalid_pair_raises_usage_error(table: UserGlossary, word: str, answer: str) -> None:
    with pytest.raises(UsageError, match="cannot be converted to"):
        table.correct("cn", word, "tw", answer)


def test_without_a_path_the_glossary_is_empty() -> None:
    table = UserGlossary(None)
    assert ((), "這隻小熊") == (table.complaints, told(table))
    with pytest.raises(GlossaryError):
        table.correct("cn", "小熊", "tw", "大熊")
