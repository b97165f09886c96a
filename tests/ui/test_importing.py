"""Documents coming in while one reads."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import PATIENCE, Reader, reading
from tui_reader.app.preparing import Job
from tui_reader.present.import_status import FRAMES
from tui_reader.query import Query
from tui_reader.ui import app as app_module
from tui_reader.ui.features.importing.controller import ImportingController

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui_reader.app.session import Session

SEEDS = Path(__file__).parents[2] / "seeds"


def leaving_when(done: Callable[[app_module.ReaderApp], bool]) -> Callable[[app_module.ReaderApp], None]:
    """`ReaderApp.run` without a terminal, and somebody who quits when that is so."""
    real_run = app_module.ReaderApp.run

    def run(app: app_module.ReaderApp) -> None:
        async def leave(pilot: Pilot[object]) -> None:
            end = time.monotonic() + PATIENCE
            while not done(app) and time.monotonic() < end:
                await pilot.pause(0.01)
            app.exit()

        real_run(app, headless=True, size=(120, 40), auto_pilot=leave)

    return run


async def test_an_empty_library_offers_samples(empty: Session) -> None:
    async with reading(empty) as reader:
        assert "The library is empty." in reader.text
        assert "no articles" in reader.status
        await reader.pilot.press("s")
        await reader.shows("Imported: 5 new")
        await reader.shows("/5")
        assert "DeepSeek" in reader.left[0] + reader.left[2]
        await reader.press("s")
        assert "Importing" not in reader.status


async def test_a_path_is_typed(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("i")
        await reader.type(str(SEEDS / "004_76b8add47f3d1b91.txt"))
        await reader.pilot.press("enter")
        await reader.shows("Imported: 1 new")
        assert "/4 " in reader.status


async def test_what_is_refused_is_listed(session: Session, tmp_path: Path) -> None:
    (tmp_path / "[red]空[].txt").write_bytes(b"")
    (tmp_path / "\x1b[2J\u202e清.txt").write_bytes(b"")
    async with reading(session) as reader:
        await reader.press("i")
        await reader.type(f"'{tmp_path}'")
        await reader.press("enter")
        await reader.shows("Refused")
        assert "2 refused" in reader.status
        assert "[red]空[].txt" in reader.text
        assert "/清.txt" in reader.text
        assert "\x1b" not in reader.text
        assert "\u202e" not in reader.text


async def test_paths_named_at_start_come_in(empty: Session) -> None:
    async with reading(empty, import_paths=(str(SEEDS),), own_tags=("試讀",)) as reader:
        await reader.shows("/5")
        assert reader.app.main.reading.page is not None
        assert reader.app.main.reading.page.article_id == reader.app.main.articles.article_id
        assert all("試讀" in row.tags for row in empty.library.rows(empty.library.listing(Query()).article_ids))


def test_a_long_import_ends_when_the_reader_leaves(
    empty: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = (SEEDS / "004_76b8add47f3d1b91.txt").read_text(encoding="utf-8")
    (tmp_path / "many").mkdir()
    for number in range(300):
        (tmp_path / "many" / f"{number}.txt").write_text(f"{seed}\n第{number}份。", encoding="utf-8")
    monkeypatch.setattr(app_module.ReaderApp, "run", leaving_when(lambda app: bool(app.main.articles.article_ids)))
    (tmp_path / "many" / "0.txt").write_bytes(b"")
    assert 1 == app_module.run(empty, import_paths=[str(tmp_path / "many")])
    assert 0 < empty.library.count() < 300
    refused, cut = capsys.readouterr().err.splitlines()
    assert refused.endswith("/0.txt: empty")
    assert f"tui-reader: import interrupted after {empty.library.count() + 1} of 300" == cut


def test_the_place_is_kept_on_leaving(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_on(app: app_module.ReaderApp) -> bool:
        app.main.reading.scroll_to(y=12, animate=False)
        return app.main.reading.scroll_offset.y == 12

    monkeypatch.setattr(app_module.ReaderApp, "run", leaving_when(read_on))
    assert 0 == app_module.run(session)
    position = session.library.stored(session.library.listing(Query()).article_ids[0]).position
    assert position is not None
    assert position.passage > 0


def test_run_names_what_was_refused(
    empty: Session, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        app_module.ReaderApp, "run", leaving_when(lambda app: bool(app.main.controller(ImportingController).refused))
    )
    assert 1 == app_module.run(empty, import_paths=["/nowhere/這裡.txt"])
    assert "/nowhere/這裡.txt" in capsys.readouterr().err


async def test_a_start_that_imports_says_so_in_place_of_an_empty_library(empty: Session) -> None:
    app = app_module.ReaderApp(empty, import_paths=(str(SEEDS),))
    assert app.main.reader.is_importing
    app.main.reader.update_notice()
    assert ("Importing …",) == app.main.articles.notice
    async with reading(empty, import_paths=(str(SEEDS),)) as reader:
        await reader.shows("/5")
        await reader.settled()
        assert not reader.app.main.reader.is_importing


async def test_an_updated_article_is_no_new_one(empty: Session, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    text = (SEEDS / "004_76b8add47f3d1b91.txt").read_bytes()
    page.write_bytes(text)
    list(empty.import_paths([str(page)]))
    page.write_bytes(
        text + "\n\n後續消息：相關單位今日表示，將在下週公布完整的調查結果，並且說明後續的處理方式。".encode()
    )
    async with reading(empty) as reader:
        await reader.press("i")
        await reader.type(str(page))
        await reader.pilot.press("enter")
        await reader.shows("Imported: 1 updated")


NEWEST = "港口的夜晚\n\n2026-01-20\n\n入夜以後，港口的燈一盞一盞亮了起來，最後一艘漁船在九點以前靠岸。\n\n市場的人還在收拾，冰塊堆在牆角，明天早上還要再來一次。\n"


async def test_the_article_on_the_right_stays_while_newer_ones_come_in(session: Session, tmp_path: Path) -> None:
    (tmp_path / "newest.txt").write_text(NEWEST, encoding="utf-8")
    async with reading(session) as reader:
        before = reader.right
        await reader.press("i")
        await reader.type(str(tmp_path / "newest.txt"))
        await reader.pilot.press("enter")
        await reader.shows("Imported: 1 new")
        await reader.shows("2/4")
        assert "港口的夜晚" in reader.left[0]
        assert before == reader.right


async def test_an_import_is_taken_back_whole(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("i")
        await reader.type(str(SEEDS))
        await reader.pilot.press("enter")
        await reader.shows("Imported: 5 new")
        assert 8 == session.library.count()
        await reader.pilot.press("u")
        await reader.shows("Undone")
        assert 3 == session.library.count()
    assert 5 == len(session.library.trash.articles())


def many(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.txt").write_text(f"{NEWEST}\n這是第{number}份。\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_a_cancelled_import_keeps_what_is_done(empty: Session, tmp_path: Path, key: str) -> None:
    async with reading(empty) as reader:
        reader.app.main.controller(ImportingController).begin((str(many(tmp_path / "many", 2000)),))
        await reader.shows(" of 2000")
        await reader.wait_for(lambda: empty.library.count() > 0)
        await reader.pilot.press(key)
        await reader.shows("Import cancelled")
        said = reader.status  # it is shown for some seconds only
        await reader.settled()
        assert not reader.app.main.reader.is_importing
        kept = empty.library.count()
        assert 0 < kept < 2000
        assert f"{kept} new kept" in said
        assert [] == list(reader.app.complaints)
        await reader.pilot.press("u")
        await reader.shows("Undone")
        assert 0 == empty.library.count()


async def test_progress_says_what_is_worked_on_while_it_takes_long(
    empty: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "huge.txt").write_text(NEWEST, encoding="utf-8")
    go = threading.Event()
    real = Job.done

    def slow(job: Job) -> object:
        assert go.wait(PATIENCE)
        return real(job)

    monkeypatch.setattr(Job, "done", slow)
    app = app_module.ReaderApp(empty, import_paths=(str(tmp_path / "huge.txt"),))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        reader = Reader(app, pilot)
        await reader.shows("huge.txt 2 s")
        frame = reader.status[-1]
        assert frame in FRAMES
        await reader.wait_for(lambda: reader.status[-1] != frame, "a sign that moves")
        go.set()
        await reader.shows("Imported: 1 new")


async def test_what_is_saved_in_a_watched_folder_appears(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    async with reading(session, watch=(str(folder),)) as reader:
        assert "/3 " in reader.status
        (folder / "one.txt").write_bytes((SEEDS / "004_76b8add47f3d1b91.txt").read_bytes())
        await reader.shows("Imported: 1 new")
        await reader.press("j", "k")
        assert "/4 " in reader.status


async def test_a_watched_folder_without_anything_new_says_nothing(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    async with reading(session, watch=(str(folder),)) as reader:
        controller = reader.app.main.controller(ImportingController)
        await reader.wait_for(lambda: bool(controller._imports) and controller._imports[0].progress.ended)
        await reader.settled()
        assert "Imported" not in reader.status
        assert "Refused" not in reader.text
        assert [] == controller.complaints()
