"""The settings screen: what it shows, changes at once, writes, and resets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import NOW, reading
from tui_reader.app.session import Session
from tui_reader.config import load
from tui_reader.locale import load as load_catalogue
from tui_reader.settings import SETTINGS
from tui_reader.text.cells import width

if TYPE_CHECKING:
    from pathlib import Path


def begun(session: Session, tmp_path: Path, text: str = "") -> tuple[Session, Path]:
    """A session with a config.toml, on the library of another."""
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    directory = session.library_path.parent
    session.close()
    return Session(directory, config=load(path), config_path=path, clock=lambda: NOW), path


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_every_setting_is_reached_with_its_meaning(
    session: Session, tmp_path: Path, size: tuple[int, int]
) -> None:
    session, _ = begun(session, tmp_path, "latin_gap = true\n")
    async with reading(session, size) as reader:
        await reader.press("comma")
        for setting in SETTINGS:
            (row,) = (line for line in reader.lines if setting.name in line and "‹" in line)
            assert ("config.toml" if setting.name == "latin_gap" else "default") in row
            assert setting.meaning in reader.text
            assert all(width(line) <= size[0] for line in reader.lines)
            await reader.press("down")
        assert "SETTINGS" in reader.status


@pytest.mark.parametrize("language", ["zh_Hant", "zh_Hans"])
def test_meanings_and_values_fit_60_columns(language: str) -> None:
    translated = load_catalogue(language).gettext
    texts = [text for setting in SETTINGS for text in (setting.meaning, setting.values) if text]
    assert [] == [text for text in texts for shown in (text, translated(text)) if width(shown) > 54]


async def test_a_theme_is_previewed_written_and_reset(session: Session, tmp_path: Path) -> None:
    session, path = begun(session, tmp_path, "# mine\n")
    async with reading(session) as reader:
        await reader.press("enter", "comma", "j", "j", "right")
        assert "paper" == reader.theme()
        assert '# mine\ntheme = "paper"\n' == path.read_text("utf-8")
        await reader.press("right", "right", "left")
        assert "sepia" == reader.theme()
        assert session.preferences.all()[2][1:] == ("sepia", "config.toml")
        await reader.press("r")
        assert "night" == reader.theme()
        assert '# mine\n# theme = "night"\n' == path.read_text("utf-8")
        assert session.preferences.all()[2][1:] == ("night", "default")
        await reader.press("escape")
        assert "READ" in reader.status


async def test_line_length_and_layout_change_the_page(session: Session, tmp_path: Path) -> None:
    session, path = begun(session, tmp_path)
    async with reading(session) as reader:
        await reader.press("enter", "comma", "j", "j", "j", *["left"] * 12)
        assert 40 == reader.app.main.reading.cells
        await reader.press("j", "j", "right")
        await reader.shows("　　最後一座風機今晨")
        assert "measure = 40\nfirst_line_indent = true\n" == path.read_text("utf-8")


async def test_wording_is_previewed(session: Session, tmp_path: Path) -> None:
    session, path = begun(session, tmp_path)
    async with reading(session) as reader:
        await reader.press("comma", "enter")
        await reader.shows("最后一座风机")
        assert 'script = "cn"\n' == path.read_text("utf-8")
        await reader.press("escape", "t")
        assert 'script = "cn"\n' == path.read_text("utf-8")
        assert ("tw", "reader") == session.preferences.all()[0][1:]


async def test_a_broken_file_is_named_and_the_change_kept(session: Session, tmp_path: Path) -> None:
    session, path = begun(session, tmp_path, "theme =")
    async with reading(session) as reader:
        await reader.press("comma", "j", "j", "right")
        assert "paper" == reader.theme()
        assert "kept in the library" in reader.text
        assert "theme =" == path.read_text("utf-8")
    assert "paper" == session.setting("theme")


async def test_it_closes_when_the_focus_leaves(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("comma")
        assert "Settings" in reader.text
        await reader.press("tab")
        assert "Settings" not in reader.text
