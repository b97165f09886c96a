"""Exporting from the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.ui.screens import reading

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.screens import Reader
    from tui_reader.app.session import Session


async def asked(reader: Reader, path: str) -> None:
    """Press E and answer with a path."""
    await reader.press("E")
    await reader.shows("export to:")
    focused = reader.app.focused
    assert isinstance(focused, Input)
    assert focused.value.endswith((".md", "/"))
    focused.value = path
    await reader.press("enter")


async def test_the_article_is_exported_as_shown(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    async with reading(session) as reader:
        await reader.press("enter", "t", "t")
        await reader.shows("繁體")
        await asked(reader, str(path))
        await reader.shows("1 article exported")
        assert reader.app.main.reader.row is not None
    assert path.read_text("utf-8").strip()
    assert f"{tmp_path}/" == session.setting("export_folder")


async def test_selected_articles_are_one_book(session: Session, tmp_path: Path) -> None:
    async with reading(session) as reader:
        await reader.press("a")
        await asked(reader, str(tmp_path / "all.epub"))
        await reader.shows(f"{len(reader.app.main.articles.article_ids)} articles exported")
    assert (tmp_path / "all.epub").read_bytes().startswith(b"PK")


async def test_a_file_that_exists_is_kept_and_named(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "one.md"
    path.write_text("mine", encoding="utf-8")
    async with reading(session) as reader:
        await asked(reader, str(path))
        await reader.shows("exists with other content")
    assert "mine" == path.read_text("utf-8")


async def test_nothing_to_export_is_said(empty: Session) -> None:
    async with reading(empty) as reader:
        await reader.press("E")
        await reader.shows("No article to export")
