"""reclean, and the bar that it and import share."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console

from tests.cli.stories import HARBOUR
from tui_reader.app import preparing
from tui_reader.cli import bar as bars
from tui_reader.errors import NoArticle
from tui_reader.model import Progress, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from tests.cli.conftest import CommandLine
    from tui_reader.model import Cleaned


def test_all_articles_are_cleaned_again(filled: CommandLine) -> None:
    before = filled("list", "--json").out
    assert (0, "", "2 unchanged\n") == filled("reclean")
    assert before == filled("list", "--json").out


def test_an_empty_library_has_nothing_to_clean(cli: CommandLine) -> None:
    assert (0, "", "nothing to clean\n") == cli("reclean")


def test_named_articles_only(filled: CommandLine) -> None:
    library, harbour = filled.ids()
    assert (0, "", "1 unchanged\n") == filled("reclean", harbour[:4], harbour)
    assert (0, "", "2 unchanged\n") == filled("reclean", harbour, library)
    status, out, err = filled("reclean", harbour, "zzzz")
    assert (2, "", 1) == (status, out, len(err.splitlines()))


def test_new_rules_change_articles_and_leave_what_a_person_did(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    (harbour,) = filled.ids("碼頭")
    filled("bookmark", harbour)
    filled("tag", harbour, "+自己的")
    clean: Callable[..., Cleaned] = preparing.clean  # type: ignore[attr-defined]  # imported there

    def better(data: bytes, **how: object) -> Cleaned:
        return clean(data.replace("十二亿".encode(), "十五亿".encode()), **how)

    monkeypatch.setattr(preparing, "clean", better)
    assert (0, "", "1 changed, 1 unchanged\n") == filled("reclean")
    (record,) = filled("list", "is:bookmarked", "tag:自己的", "十五亿", "--json").records
    assert harbour == record["id"]
    assert [] == filled.ids("十二亿")


def test_what_can_no_longer_be_cleaned_is_named_and_left(filled: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    (harbour,) = filled.ids("碼頭")
    clean: Callable[..., Cleaned] = preparing.clean  # type: ignore[attr-defined]

    def worse(data: bytes, **how: object) -> Cleaned:
        if data == HARBOUR.encode():
            raise NoArticle("x", "no article found")
        return clean(data, **how)

    monkeypatch.setattr(preparing, "clean", worse)
    status, out, err = filled("reclean")
    assert (1, "") == (status, out)
    assert [
        f"tui-reader: {harbour} 临江港扩建工程动工 首期投资十二亿元: no article found; unchanged",
        "1 unchanged, 1 refused",
    ] == err.splitlines()
    assert filled("show", harbour).out.startswith("临江港扩建工程动工")


def test_the_bar_tells_how_fast_and_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = StringIO()
    now = 0.0
    monkeypatch.setattr(
        bars,
        "Console",
        lambda **_: Console(file=seen, force_terminal=True, width=100, color_system=None, get_time=lambda: now),
    )
    with bars.bar("importing") as (advance, complain):
        for done in range(1, 301):
            now += 0.02
            advance(Progress(Refused("x", "y"), done, 1200))
        now += 1.0
        complain("x: [red]y")
    assert "tui-reader: x: [red]y" in seen.getvalue()
    last = [line for line in seen.getvalue().splitlines() if "300/1200" in line][-1]
    assert "importing" in last
    assert "50/s" in last
    assert "00:1" in last
