"""Keys of one's own, from config.toml to what they do and where they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import NOW, reading
from tui_reader.app.session import Session
from tui_reader.config import Config
from tui_reader.query import Query
from tui_reader.ui.core.remapping import Remapped
from tui_reader.ui.core.remapping import remapped as remapped_in
from tui_reader.ui.registration import declared_keys

if TYPE_CHECKING:
    from tui_reader.model import Row


COMMANDS = declared_keys().commands


def remapped(lines: dict[str, object]) -> Remapped:
    return remapped_in(lines, declared_keys())


def changed(**lines: object) -> dict[str, tuple[str, ...]]:
    return dict(
        remapped({name.replace("__", ".").replace("_", "-"): keys for name, keys in lines.items()}).keys.changed
    )


def faults(lines: dict[str, object]) -> tuple[str, ...]:
    return remapped(lines).faults


def test_one_key_or_several_or_none() -> None:
    assert {"reading.page-down": ("space", "ctrl+b"), "reading.on": ()} == changed(
        reading__page_down=["space", "ctrl+b"], reading__on=[]
    )
    assert {"list.mark": ("w",)} == changed(list__mark="w")
    assert {"list.mark": ()} == changed(list__mark=[])


def test_two_commands_may_swap_their_keys() -> None:
    lines: dict[str, object] = {"list.down": ["k"], "list.up": ["j"]}
    assert () == faults(lines)
    assert {"list.down": ("k",), "list.up": ("j",)} == remapped(lines).keys.changed


def test_a_key_given_up_can_be_taken() -> None:
    assert () == faults({"everywhere.browse": "W", "everywhere.undo": "o"})


def test_a_place_may_stand_before_what_works_everywhere() -> None:
    assert () == faults({"reading.page-down": "b"})


def test_what_places_stand_before_as_declared_may_move_about() -> None:
    assert () == faults({"everywhere.tags": ["f", "W"]})


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ({"reading.pagedown": "x"}, "no command named reading.pagedown (is it reading.page-down?)"),
        ({"\x1b[2Jzzz": "x"}, "no command named zzz"),
        ({"list.down": "空格"}, "list.down: “空格” is not a key"),
        ({"list.down": ["n", "f99"]}, "list.down: “f99” is not a key"),
        ({"list.down": 5}, "list.down: its value must be a string or a list of strings"),
        ({"list.down": ["n", 5]}, "list.down: its value must be a string or a list of strings"),
        ({"list.down": "ctrl+q"}, "list.down: ctrl+q always quits"),
        ({"list.down": "k"}, "list.down: k is “Previous article” in the list"),
        ({"reading.top": "PgDn"}, "reading.top: PgDn is “A page down” while reading"),
        ({"everywhere.copy": "j"}, "everywhere.copy: j is “Next article” in the list"),
        ({"everywhere.copy": "s"}, "everywhere.copy: s is “Load the sample articles” in an empty library"),
        ({"list.down": "n", "list.up": "n"}, "list.up: n is “Next article” in the list"),
    ],
)
def test_a_line_that_cannot_hold_is_named(lines: dict[str, object], sentence: str) -> None:
    assert (sentence,) == faults(lines)
    assert len(lines) - 1 == len(remapped(lines).keys.changed)


def test_a_line_left_out_may_leave_out_another() -> None:
    lines: dict[str, object] = {"list.down": "k", "list.up": "b", "everywhere.read": "b", "everywhere.bookmark": "r"}
    left = remapped(lines)
    assert {"list.down": ("k",), "list.up": ("b",), "everywhere.bookmark": ("r",)} != left.keys.changed
    again = remapped({name: list(keys) for name, keys in left.keys.changed.items()})
    assert () == again.faults


def test_what_is_declared_has_no_faults() -> None:
    assert () == faults({command.id: list(command.keys) for command in COMMANDS})


def test_a_hint_names_the_key_in_force_and_none_without_one() -> None:
    keys = declared_keys().with_changed({"reading.back": ("ctrl+x",), "reading.removed": ()})
    hints = keys.hints("reading", "everywhere")
    assert "ctrl+x back" == hints[0]
    assert "removed" not in {hint.partition(" ")[2] for hint in hints}
    assert ("", "?") == (keys.first("reading.removed"), keys.first("everywhere.help"))


def remapping(session: Session, lines: dict[str, object]) -> Session:
    return Session(session.library_path.parent, config=Config(keys=lines), clock=lambda: NOW)


def first_row(session: Session) -> Row:
    return session.library.rows(session.library.listing(Query()).article_ids)[0]


async def test_remapped_keys_work_and_the_old_ones_do_not(session: Session) -> None:
    lines: dict[str, object] = {"list.down": "n", "everywhere.bookmark": ["ctrl+b", "F5"]}
    async with reading(remapping(session, lines)) as reader:
        await reader.press("j", "down", "b")
        assert "1/3" == reader.place
        assert not first_row(session).bookmarked
        await reader.press("f5")
        assert first_row(session).bookmarked
        await reader.press("n")
        assert "2/3" == reader.place


async def test_keys_in_force_are_shown(session: Session) -> None:
    lines: dict[str, object] = {"everywhere.help": "W", "list.open": "o", "everywhere.browse": []}
    async with reading(remapping(session, lines), (120, 70)) as reader:
        assert "o read" in reader.status
        assert "W help" in reader.status
        await reader.press("W")
        helped = next(line for line in reader.lines if "All keys and signs" in line)
        assert "W " in helped.partition("All keys")[0]
        await reader.press("W")
        await reader.press("ctrl+p")
        await reader.type("All keys")
        await reader.shows("key W")


async def test_sentences_name_the_keys_in_force(session: Session) -> None:
    lines: dict[str, object] = {
        "reading.choose": "F9", "reading.mark": "F8", "everywhere.bookmark": "F7", "everywhere.script": "F6",
    }  # fmt: skip
    async with reading(remapping(session, lines)) as reader:
        await reader.press("quotation_mark")
        for told in ("F7  bookmarks an article", "F8  highlights a passage", "F9  selects text first"):
            await reader.shows(told)
        await reader.press("escape", "f7", "quotation_mark")
        await reader.shows("【島嶼能源】")
        await reader.press("d")
        assert "An article, not a highlight: F7 removes its bookmark" in reader.status
        await reader.press("escape", "enter", "apostrophe")
        assert "No highlights here: F9 selects text, F8 highlights it" in reader.status
        await reader.press("d")
        assert "nothing reworded: F6 changes the script" in reader.status


async def test_in_an_empty_library(empty: Session) -> None:
    async with reading(remapping(empty, {"empty.samples": "L"})) as reader:
        assert "L  load sample articles" in reader.text


async def test_the_palette_has_no_key_but_its_own(session: Session) -> None:
    async with reading(remapping(session, {"everywhere.palette": ":"})) as reader:
        await reader.press("ctrl+p")
        assert reader.app.screen is reader.app.main
        await reader.press("slash", ":")
        prompt = reader.app.main.reader.prompts.prompt
        assert prompt is not None
        assert ":" == prompt.line.value
        await reader.press("escape", "escape")
        await reader.press(":")
        assert reader.app.screen is not reader.app.main


async def test_faults_are_told_at_the_start(session: Session) -> None:
    async with reading(remapping(session, {"list.down": "k", "list.dwn": "x", "list.open": "o"}), (80, 24)) as reader:
        await reader.shows("config.toml: no command named list.dwn (is it list.down?)")
        await reader.shows("list.down: k is “Previous article”")
        await reader.press("j")
        assert reader.status.strip()
        assert 1 == reader.app.main.articles.cursor
