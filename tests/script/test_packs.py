"""Word packs: adding, finding, switching and removing them, and their use in conversions."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tui_reader.errors import GlossaryError, UsageError
from tui_reader.script.packs.packs import PackFolder, PackMetadata
from tui_reader.script.user_glossary import UserGlossary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAIRS = "小布熊\t大布熊\n没有制表符\n"


@pytest.fixture
def table(tmp_path: Path) -> UserGlossary:
    return UserGlossary(tmp_path / "glossary.tsv")


@pytest.fixture
def packs(table: UserGlossary) -> PackFolder:
    assert table.packs is not None
    return table.packs


def told(table: UserGlossary, text: str = "这只小布熊") -> str:
    return table.converter("tw").convert(text)


def test_added_pack_keeps_metadata_and_applies_at_once(table: UserGlossary, packs: PackFolder) -> None:
    assert "這隻小布熊" == told(table)
    added = packs.add(PAIRS, "bears.txt", PackMetadata(source="a friend", licence="CC0"))
    assert ("bears", 1, "a friend", "CC0", False) == (
        added.pack.name, added.pack.rows, added.pack.source, added.pack.licence, added.replaced,
    )  # fmt: skip
    assert [2] == [problem.line for problem in added.problems]
    assert "這隻大布熊" == told(table)
    (found,) = table.converter("tw").explain("这只小布熊")
    assert ("packs/bears", "packs/bears:1 小布熊 / 大布熊 / · [to:tw,cn]") == (found.file, found.entry)


def test_a_pack_is_switched_off_and_on_and_removed(table: UserGlossary, packs: PackFolder) -> None:
    packs.add(PAIRS, "bears.txt")
    for on, expected in ((False, "這隻小布熊"), (True, "這隻大布熊")):
        assert on == packs.switch("bears", on=on).on
        assert expected == told(table)
    packs.remove("bears")
    assert ("這隻小布熊", []) == (told(table), list(packs.path.iterdir()))


def test_glossary_overrides_packs_and_packs_the_lexicon(table: UserGlossary, packs: PackFolder, tmp_path: Path) -> None:
    packs.add("出租车\t小黃車\n特朗普\t川總統\n", "mine.txt")
    assert ("坐小黃車", "川總統說") == (told(table, "坐出租车"), told(table, "特朗普说"))
    (tmp_path / "glossary.tsv").write_text("出租车\t大黃車\n", "utf-8")
    assert ("坐大黃車", "川總統說") == (told(table, "坐出租车"), told(table, "特朗普说"))


def test_pack_added_later_has_priority(table: UserGlossary, packs: PackFolder) -> None:
    for name, answer in (("b", "甲甲熊"), ("a", "乙乙熊")):
        packs.add(f"小布熊\t{answer}\n", f"{name}.txt")
        assert f"這隻{answer}" == told(table)
    assert ["a", "b"] == [pack.name for pack in packs.packs()[0]]


def test_a_pack_of_the_same_name_is_replaced(table: UserGlossary, packs: PackFolder) -> None:
    packs.add(PAIRS, "bears.txt")
    assert packs.add("小布熊\t灰布熊\n", "bears.txt").replaced
    assert ("這隻灰布熊", ["bears"]) == (told(table), [folder.name for folder in packs.path.iterdir()])


def test_short_words_of_a_pack_must_match_word_boundaries(table: UserGlossary, packs: PackFolder) -> None:
    packs.add("布什\t大布希\n", "names.txt")
    assert ("大布希來訪", "他宣布什麼") == (told(table, "布什来访"), told(table, "他宣布什么"))


def test_words_are_found_in_either_spelling(table: UserGlossary, packs: PackFolder, tmp_path: Path) -> None:
    (tmp_path / "glossary.tsv").write_text("出租车\t小黃車\n台湾熊\t台灣黑黑熊\n", "utf-8")
    packs.add("cn\ttw\thk\tguard\n服务器\t大伺服器\t\n", "servers.tsv")
    text = "他坐出租車去打印，看視頻、用軟件和網絡，文件在服務器上。"
    assert "他坐小黃車去列印，看影片、用軟體和網路，文件在大伺服器上。" == told(table, text)
    back = table.converter("cn")
    assert ["看台湾熊的软件", "看台湾熊的软件"] == [back.convert(f"看{place}灣黑黑熊的軟體") for place in "台臺"]


def test_guards_of_a_pack_apply(table: UserGlossary, packs: PackFolder) -> None:
    packs.add("cn\ttw\thk\tguard\n小布熊\t大布熊\t\tnear:森林\n", "bears.tsv")
    assert ("森林裡的大布熊", "這隻小布熊") == (told(table, "森林里的小布熊"), told(table))


def test_only_rows_that_may_match_are_read(packs: PackFolder) -> None:
    letters = "甲乙丙丁戊己庚辛壬癸"
    words = [a + b + c + d for a in letters for b in letters for c in letters for d in letters]
    pack = packs.add("".join(f"{word}\t{word[::-1]}王\n" for word in words), "many.txt").pack
    assert 10_000 == pack.rows
    assert ["甲乙丙丁", "乙丙丁戊"] == [
        row.known("cn")[0] for row in pack.rows_of("在甲乙丙丁戊里") if row.known("cn")[0] in "甲乙丙丁戊"
    ]
    assert len(list(pack.rows_of("在甲乙丙丁戊里"))) < 100


def test_edited_table_is_reloaded(table: UserGlossary, packs: PackFolder) -> None:
    pack = packs.add(PAIRS, "bears.txt").pack
    assert "這隻大布熊" == told(table)
    (pack.folder / "bears.txt").write_text("小布熊\t灰灰布熊\n", "utf-8")
    os.utime(pack.folder)
    assert "這隻灰灰布熊" == told(table)


def test_table_that_became_invalid_is_reported(table: UserGlossary, packs: PackFolder) -> None:
    pack = packs.add(PAIRS, "bears.txt").pack
    (pack.folder / "bears.txt").write_text("只是一段话。", "utf-8")
    os.utime(pack.folder)
    assert "這隻小布熊" == told(table)
    with pytest.raises(GlossaryError, match="not a table"):
        pack.problems()


def test_damaged_index_is_rebuilt(table: UserGlossary, packs: PackFolder) -> None:
    pack = packs.add(PAIRS, "bears.txt").pack
    (pack.folder / "index").write_bytes(b"\xff\xfe")
    assert "這隻大布熊" == told(table)
    assert (pack.folder / "index").read_text("utf-8").startswith("tui-reader pack ")


@pytest.mark.parametrize("damage", [lambda data: data[:-40], lambda data: data.replace(b"0", b"x", 1)])
def test_truncated_index_is_rebuilt(table: UserGlossary, packs: PackFolder, damage: Callable[[bytes], bytes]) -> None:
    packs.add(PAIRS, "bears.txt")
    index = packs.path / "bears" / "index"
    header, rest = index.read_bytes().split(b"\n\n", 1)
    index.write_bytes(header + b"\n\n" + damage(rest))
    assert "這隻大布熊" == told(table)


@pytest.mark.parametrize("about", ['{"file": null}', '{"added": 5}', '{"on": "no"}', "[]", '{"other": 1}', '"\\ud800"'])
def test_invalid_metadata_file_is_reported(packs: PackFolder, about: str) -> None:
    packs.add(PAIRS, "bears.txt")
    packs.add("小花熊\t大花熊\n", "others.txt")
    (packs.path / "bears" / "about.json").write_text(about, "utf-8")
    found, (complaint,) = packs.packs()
    assert ["others"] == [pack.name for pack in found]
    assert complaint.endswith("about.json: not a word pack")


def test_undecodable_file_names_are_kept_as_far_as_possible(packs: PackFolder) -> None:
    pack = packs.add(PAIRS, "b\udcff.txt", PackMetadata(licence="\x1b[31mCC0\udcff")).pack
    assert ("b", "b\ufffd.txt", "CC0\ufffd") == (pack.name, pack.source, pack.licence)


def test_control_sequences_are_removed(table: UserGlossary, packs: PackFolder) -> None:
    packs.add("小布熊\t大\x1b[31m布熊\n", "bears.txt")
    assert "這隻大布熊" == told(table)


def test_unreadable_pack_is_reported_and_others_used(table: UserGlossary, packs: PackFolder) -> None:
    packs.add(PAIRS, "bears.txt")
    (packs.path / "other").mkdir()
    (packs.path / "third").mkdir()
    (packs.path / "third" / "about.json").write_text("[]", "utf-8")
    assert "這隻大布熊" == told(table)
    first, second = table.complaints
    assert "cannot be read" in first
    assert "not a word pack" in second


def test_conversion_continues_without_a_deleted_table(table: UserGlossary, packs: PackFolder) -> None:
    pack = packs.add(PAIRS, "bears.txt").pack
    (pack.folder / "index").unlink()
    (pack.folder / "bears.txt").unlink()
    assert "這隻小布熊" == told(table)


@pytest.mark.parametrize("text", ["没有", "囧\t冏\n", "AI\tBMW\n", "{"])
def test_table_without_a_usable_row_is_rejected(packs: PackFolder, text: str) -> None:
    with pytest.raises(GlossaryError, match="bad"):
        packs.add(text, "bad.txt")
    assert not packs.path.exists()


@pytest.mark.parametrize("name", ["../up", ".hidden", "a b", "x" * 25])
def test_name_that_cannot_be_a_folder_is_rejected(packs: PackFolder, name: str) -> None:
    with pytest.raises(UsageError, match="not a valid pack name"):
        packs.add(PAIRS, "bears.txt", PackMetadata(name=name))


def test_unknown_pack_is_reported_by_name(packs: PackFolder) -> None:
    packs.add(PAIRS, "bears.txt")
    with pytest.raises(UsageError, match=r"unknown word pack x \(there are bears\)"):
        packs.remove("x")


def test_unwritable_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("no folder", "utf-8")
    with pytest.raises(GlossaryError, match="cannot be written"):
        PackFolder(tmp_path / "packs").add(PAIRS, "bears.txt")
