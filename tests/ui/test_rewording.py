"""What was reworded: underlined, listed with all its places, corrected for good, and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import NOW, reading
from tests.ui.test_choosing import lit
from tui_reader.app.session import Session

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own(session: Session, tmp_path: Path) -> Session:
    """A session with a place for the person's own words."""
    data = session.library_path.parent
    session.close()
    return Session(data, clock=lambda: NOW, glossary=tmp_path / "config" / "glossary.tsv")


async def test_what_was_reworded_is_listed_and_underlined(own: Session) -> None:
    async with reading(own) as reader:
        await reader.press("enter", "t", "d")
        await reader.shows("軟體 → 软件")
        assert "資訊 → 信息" in reader.text
        assert "岛屿日报 → " not in reader.text
        await reader.wait_for(lambda: "信息" in lit(reader, "reworded"))
        assert "併" not in lit(reader, "reworded")
        assert "correct" in reader.status


async def test_each_place_of_a_pair_is_gone_to(own: Session) -> None:
    async with reading(own) as reader:
        await reader.press("enter", "t", "d")
        await reader.shows("軟體 → 软件")
        await reader.press("j", "j")
        await reader.wait_for(lambda: lit(reader, "current") == "信息")
        await reader.press("k")
        await reader.wait_for(lambda: lit(reader, "current") == "软件")


async def test_as_written_nothing_is_reworded(own: Session) -> None:
    async with reading(own) as reader:
        await reader.press("enter", "d")
        assert "Shown as written, nothing reworded" in reader.status


async def test_a_pair_is_corrected_for_good_and_undone(own: Session, tmp_path: Path) -> None:
    table = tmp_path / "config" / "glossary.tsv"
    async with reading(own) as reader:
        await reader.press("enter", "t", "d")
        await reader.shows("軟體 → 软件")
        await reader.press("j", "e")
        await reader.type("（新）")
        await reader.press("enter")
        await reader.shows("軟體 → 软件（新）")
        assert "yours" in reader.text
        assert "软件（新）平台" in reader.text
        assert "軟體" in table.read_text("utf-8")
        await reader.press("d")
        await reader.press("u")
        await reader.wait_for(lambda: "软件（新）" not in reader.text)
        assert not table.exists()


async def test_the_list_closes_with_the_source(own: Session) -> None:
    async with reading(own, (80, 30)) as reader:
        await reader.press("enter", "t", "d")
        await reader.shows("軟體 → 软件")
        assert "海上风电第三期" in reader.text
        await reader.press("t", "t")
        await reader.wait_for(lambda: "→ 软件" not in reader.text)
        assert "reading" == reader.app.main.reader.context


async def test_a_word_pack_is_named_beside_its_pairs(own: Session) -> None:
    assert own.glossary.packs is not None
    own.glossary.packs.add("软件系统\t軟體大系統\n", "systems.txt")
    async with reading(own) as reader:
        await reader.press("j", "enter", "t", "t", "d")
        await reader.shows("软件系统 → 軟體大系統")
        line = next(line for line in reader.lines if "软件系统 →" in line)
        assert "pack systems" in line
        await reader.wait_for(lambda: "軟體大系統" in lit(reader, "reworded"))
