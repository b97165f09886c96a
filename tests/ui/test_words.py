"""What the reader says of a person's own table, and what it reads ahead."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from tests.ui.screens import NOW, PATIENCE, reading
from tui_reader.app.session import Session
from tui_reader.ui.core.preloader import Preloader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest


async def test_a_faulty_line_is_named_at_the_start(session: Session, tmp_path: Path) -> None:
    (tmp_path / "glossary.tsv").write_text("坏\n坏\n", "utf-8")
    own = Session(session.library_path.parent, glossary=tmp_path / "glossary.tsv", clock=lambda: NOW)
    async with reading(own) as reader:
        await reader.shows("glossary.tsv line 1: ")
        assert "(and 1 more)" in reader.app.main.reader.status_line.saying


def test_tables_are_read_when_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.ui.core.preloader.QUIET", 0.001)
    done = Event()

    def parts() -> Iterator[None]:
        yield
        done.set()

    Preloader(parts()).start()
    assert done.wait(PATIENCE)
