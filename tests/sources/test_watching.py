"""Watched folders: files are given once they are completely written."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from tui_reader.sources.watching import SETTLED, FolderLook, watch

if TYPE_CHECKING:
    from collections.abc import Iterator


def until(found: Iterator[list[str]], count: int, seconds: float = 10.0) -> list[str]:
    """The names of the first `count` files given."""
    names: list[str] = []
    end = monotonic() + seconds
    while len(names) < count and monotonic() < end:
        names += [Path(path).name for path in next(found)]
    return names


@pytest.fixture(params=["reported", "polled"])
def how(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "polled":
        monkeypatch.setitem(sys.modules, "watchfiles", None)
        monkeypatch.setattr("tui_reader.sources.watching.POLLING", 0.5)


@pytest.mark.usefixtures("how")
def test_files_that_are_there_then_those_that_are_saved_or_changed(tmp_path: Path) -> None:
    stop = Event()
    (tmp_path / "old.txt").write_text("a")
    (tmp_path / "picture.jpg").write_text("a")
    with closing(watch([str(tmp_path)], stop)) as found:  # type: ignore[type-var]
        assert ["old.txt"] == until(found, 1)
        (tmp_path / "loading.html.part").write_text("b")
        (tmp_path / "new.html").write_text("b")
        assert ["new.html"] == until(found, 1)
        (tmp_path / "loading.html.part").rename(tmp_path / "loading.html")
        assert ["loading.html"] == until(found, 1)
        (tmp_path / "old.txt").write_text("another text")
        assert ["old.txt"] == until(found, 1)
        stop.set()


def test_a_file_that_is_still_written_is_waited_for(tmp_path: Path) -> None:
    def write_slowly() -> None:
        with (tmp_path / "slow.txt").open("w") as file:
            for _ in range(8):
                file.write("字" * 100)
                file.flush()
                sleep(SETTLED / 2)

    with closing(watch([str(tmp_path)], Event())) as found:  # type: ignore[type-var]
        writer = Thread(target=write_slowly)
        writer.start()
        assert ["slow.txt"] == until(found, 1)
        assert not writer.is_alive() or (tmp_path / "slow.txt").stat().st_size == 2400
        writer.join()


def test_each_version_is_given_once(tmp_path: Path) -> None:
    look = FolderLook([str(tmp_path)])
    (tmp_path / "a.txt").write_text("a")
    assert ([], 1, []) == (look.take(), len(look.take()), look.take())
    assert look.is_settled
    (tmp_path / "a.txt").unlink()
    assert [] == look.take()


def test_a_folder_that_does_not_exist_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.sources.watching.POLLING", 0.5)
    with closing(watch([str(tmp_path / "later")], Event())) as found:  # type: ignore[type-var]
        assert [] == next(found)
        (tmp_path / "later").mkdir()
        (tmp_path / "later" / "a.txt").write_text("a")
        assert ["a.txt"] == until(found, 1)
