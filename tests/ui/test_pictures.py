"""Pictures imported with an article, drawn among its text."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console

from tests.app.test_pictures import page
from tests.ui.screens import reading
from tui_reader.app.session import Session
from tui_reader.present.pictures import Size
from tui_reader.ui.features.pictures import controller
from tui_reader.ui.features.pictures.drawing import rows_of

if TYPE_CHECKING:
    from pathlib import Path

Image: Any = pytest.importorskip("PIL.Image")


@pytest.fixture
def illustrated(tmp_path: Path) -> Session:
    """A library with one page that was saved with a picture, blue above yellow."""
    picture = Image.new("RGB", (320, 160), (0, 0, 255))
    picture.paste((255, 255, 0), (0, 80, 320, 160))
    data = BytesIO()
    picture.save(data, "png")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "one.png").write_bytes(data.getvalue())
    (tmp_path / "page.html").write_text(page("page_files/one.png"), "utf-8")
    session = Session(tmp_path / "data")
    _done = list(session.import_paths([str(tmp_path / "page.html")]))
    return session


async def test_a_picture_is_drawn_in_half_blocks(illustrated: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(controller, "way_of", lambda _console: "blocks")
    async with reading(illustrated, size=(120, 40)) as reader:
        await reader.press("enter", "end")
        rows = [line for line in reader.lines if "▀" * 40 in line]
        assert 10 == len(rows)
        colours = [
            (segment.style.color.triplet.hex, segment.style.bgcolor.triplet.hex)
            for strip in reader.app.screen._compositor.render_strips()
            for segment in strip
            if "▀" in segment.text and segment.style and segment.style.color and segment.style.bgcolor
            and segment.style.color.triplet and segment.style.bgcolor.triplet
        ]  # fmt: skip
        assert (("#0000ff", "#0000ff"), ("#ffff00", "#ffff00")) == (colours[0], colours[-1])
        below = next(line for line in reversed(reader.lines) if "▫" in line or "▀" in line)
        assert "▫ 图为码头的清晨。" in below


async def test_without_graphics_the_caption_is_shown(illustrated: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(controller, "way_of", lambda _console: None)
    async with reading(illustrated, size=(120, 40)) as reader:
        await reader.press("enter", "end")
        assert "▀" not in reader.text
        assert "▫ 图为码头的清晨。" in reader.text


async def test_the_setting_turns_them_off(illustrated: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(controller, "way_of", lambda _console: "blocks")
    illustrated.library.set_setting("pictures", "off")
    async with reading(illustrated, size=(120, 40)) as reader:
        await reader.press("enter", "end")
        assert "▀" not in reader.text


async def test_a_damaged_picture_is_left_out(
    illustrated: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(controller, "way_of", lambda _console: "blocks")
    (tmp_path / "page_files" / "one.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    async with reading(illustrated, size=(120, 40)) as reader:
        await reader.press("enter", "end")
        assert "▀" not in reader.text
        assert "▫ 图为码头的清晨。" in reader.text


def test_with_the_protocol_cells_name_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    protocol = pytest.importorskip("textual_image.renderable.tgp")
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(protocol, "_send_tgp_message", lambda **message: sent.append(message))
    rows = rows_of(Image.new("RGBA", (100, 100)), Size(6, 3), "protocol", Console(width=80))
    assert [6, 6, 6] == ["".join(segment.text for segment in row).count("\U0010eeee") for row in rows]
    assert {"c": 6, "r": 3} == {name: value for name, value in sent[-1].items() if name in {"c", "r"}}
    assert all(message["payload"] for message in sent[:-1])
