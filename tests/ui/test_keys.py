"""Names of keys, and keys under an input method."""

from __future__ import annotations

from string import ascii_letters, digits, punctuation
from typing import TYPE_CHECKING

import pytest
from textual import events

from tests.ui.screens import reading
from tui_reader.ui.core.compat import key_of
from tui_reader.ui.core.keys import key_named, shown, twin
from tui_reader.ui.registration import declared_keys

if TYPE_CHECKING:
    from tests.ui.screens import Reader
    from tui_reader.app.session import Session


@pytest.mark.parametrize(
    ("written", "key", "read"),
    [
        ("/", "slash", "/"),
        ("？", "question_mark", "?"),
        ("、", "slash", "/"),
        ("+", "plus", "+"),
        (" ", "space", "Space"),
        ("\u3000", "space", "Space"),
        ("space", "space", "Space"),
        ("PgDn", "pagedown", "PgDn"),
        ("page down", "pagedown", "PgDn"),
        ("Esc", "escape", "Esc"),
        ("↓", "down", "↓"),
        ("f5", "f5", "F5"),
        ("J", "J", "J"),
        ("shift+j", "J", "J"),
        ("Ctrl+X", "ctrl+x", "ctrl+x"),
        ("control++", "ctrl+plus", "ctrl++"),
        ("shift+ctrl+Left", "ctrl+shift+left", "ctrl+shift+←"),
        ("ctrl+m", "enter", "Enter"),
        ("ctrl+[", "escape", "Esc"),
        ("question_mark", "question_mark", "?"),
        ("ö", "ö", "ö"),
    ],
)
def test_keys_as_people_write_them(written: str, key: str, read: str) -> None:
    assert key == key_named(written)
    assert read == shown(key)


@pytest.mark.parametrize("written", ["", "空格", "F25", "ctrl+", "++", "x y", "hyper+x", "+a", "\x07", "ctrl+ "])
def test_what_is_no_key(written: str) -> None:
    assert None is key_named(written)


@pytest.mark.parametrize("command", declared_keys().commands, ids=lambda command: command.id)
def test_every_key_in_use_can_be_written_as_it_is_shown(command: object) -> None:
    keys = getattr(command, "keys", ())
    assert keys == tuple(key_named(shown(key)) for key in keys)


def test_every_full_width_form_has_its_twin() -> None:
    ascii_marks = ascii_letters + digits + punctuation
    assert list(ascii_marks) == [twin(chr(ord(mark) + 0xFEE0)) for mark in ascii_marks]
    assert ["/", ".", " ", None, None, None] == [twin(mark) for mark in ("、", "。", "\u3000", "漢", "j", None)]


async def typed(reader: Reader, characters: str) -> None:
    """Keys as the terminal's parser names them."""
    for character in characters:
        reader.app.post_message(events.Key(key_of(character), character))
        await reader.settled()


async def test_full_width_keys_do_what_their_twins_do(session: Session) -> None:
    async with reading(session) as reader:
        await typed(reader, "ｊ")
        assert "2/3" == reader.place
        await typed(reader, "ｕ")
        await reader.shows("Nothing to undo")
        await typed(reader, "？")
        assert "All keys and signs" in reader.text
        await typed(reader, "ｑ")
        assert "All keys and signs" not in reader.text
        await reader.press("home", "enter")
        await typed(reader, "\u3000")
        assert reader.app.main.reading.scroll_offset.y > 0
        await typed(reader, "－")
        assert 62 == reader.app.main.reading.measure
        await typed(reader, "＋＋")
        assert 66 == reader.app.main.reading.measure


@pytest.mark.parametrize("mark", ["／", "、"])
async def test_what_is_typed_as_text_stays_as_typed(session: Session, mark: str) -> None:
    async with reading(session) as reader:
        await typed(reader, mark)
        prompt = reader.app.main.reader.prompts.prompt
        assert prompt is not None
        await typed(reader, "Ｑ，。：、／？\u3000ｊ")
        assert "Ｑ，。：、／？ ｊ" == prompt.line.value  # Textual's line takes no U+3000; it is not lost either
        await reader.press("escape", "escape")
        assert not reader.types()


async def test_in_the_palette_too(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("ctrl+p")
        await typed(reader, "ｑ？")
        assert "ｑ？" in reader.text
        assert reader.app.is_running


async def test_the_tag_panel_takes_both(session: Session) -> None:
    async with reading(session) as reader:
        await typed(reader, "ｆ")
        await typed(reader, "、")
        assert reader.types()
        await reader.press("escape")
        await typed(reader, "港")
        prompt = reader.app.main.reader.prompts.prompt
        assert prompt is not None
        assert "港" == prompt.line.value
