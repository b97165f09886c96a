"""What a reader can do, on a library in a folder of its own and by a clock that stands."""

from __future__ import annotations

import io
from dataclasses import astuple
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.cli.stories import HARBOUR, LIBRARY
from tui_reader.app.session import Session, clean
from tui_reader.config import Config
from tui_reader.model import Added, AlreadyHere, Cleaned, Position, Progress, Refused
from tui_reader.present.display import text_converter
from tui_reader.present.pieces import pieces_of
from tui_reader.query import Query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.model import Shown

SEEDS = Path(__file__).parents[2] / "seeds"
NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)
EVERYTHING = Query.parse("")


class Clock:
    """Stands until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[Session]:
    with Session(tmp_path / "data", clock=clock) as session:
        yield session


@pytest.fixture
def pages(tmp_path: Path) -> list[str]:
    for name, text in (("1.txt", HARBOUR), ("2.txt", LIBRARY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "1.txt"), str(tmp_path / "2.txt")]


@pytest.fixture
def article_ids(session: Session, pages: list[str]) -> list[int]:
    return [
        progress.outcome.row.article_id
        for progress in session.import_paths(pages)
        if isinstance(progress.outcome, Added)
    ]


def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    session = Session(tmp_path / "data")
    assert tmp_path / "data" / "library.db" == session.library_path
    assert not (tmp_path / "data").exists()


def test_progress_comes_as_each_input_is_done(session: Session, pages: list[str]) -> None:
    steps = session.import_paths([pages[0], "no.txt", pages[1]])
    first = next(steps)
    assert isinstance(first.outcome, Added)
    assert (1, 3, 1) == (first.done, first.total, session.library.count())
    missing, last = steps
    assert Progress(Refused("no.txt", "no such file or folder"), 2, 3) == missing
    assert (3, 3) == (last.done, last.total)


def test_what_is_imported_is_dated_by_the_clock(session: Session, article_ids: list[int]) -> None:
    assert {NOON.isoformat(timespec="seconds")} == {row.added for row in session.library.rows(article_ids)}


def test_own_tags_are_made_harmless(session: Session, pages: list[str]) -> None:
    (progress,) = session.import_paths(pages[:1], own_tags=["甲\x1b[2J\n乙", " ", "甲 乙"])
    assert isinstance(progress.outcome, Added)
    assert "甲 乙" in progress.outcome.row.tags


def test_standard_input_is_imported(session: Session) -> None:
    (progress,) = session.import_paths(["-"], stdin=io.BytesIO(HARBOUR.encode()))
    assert isinstance(progress.outcome, Added)
    assert ("-", None) == (progress.outcome.where, progress.outcome.row.path)


def test_the_samples_are_here_when_the_seeds_are_imported_later(session: Session) -> None:
    added = [progress.outcome for progress in session.import_samples()]
    assert [Added] * 5 == [type(outcome) for outcome in added]
    again = [progress.outcome for progress in session.import_paths([str(SEEDS)])]
    assert [AlreadyHere] * 5 == [type(outcome) for outcome in again]
    assert 5 == session.library.count()


def test_a_bookmark_is_set_undone_and_dated(session: Session, article_ids: list[int], clock: Clock) -> None:
    session.library.set_state(article_ids[:1], bookmarked=True)
    clock.now += timedelta(minutes=1)
    change = session.library.set_state(article_ids[1:], bookmarked=True)
    assert [article_ids[1], article_ids[0]] == [row.article_id for row in session.library.bookmarks()]
    session.undo(change)
    assert [article_ids[0]] == [row.article_id for row in session.library.bookmarks()]


def test_what_a_person_did_is_there_at_the_next_start(session: Session, article_ids: list[int], tmp_path: Path) -> None:
    session.library.set_state(article_ids[:1], read=True)
    session.library.retag(article_ids[:1], ["自己的"])
    session.library.remember(article_ids[0], Position(2, 5, "冷库"))
    session.library.set_setting("script", "tw")
    session.close()
    with Session(tmp_path / "data") as later:
        stored = later.library.stored(article_ids[0])
        assert (True, True) == (stored.row.read, "自己的" in stored.row.tags)
        assert Position(2, 5, "冷库") == stored.position
        assert "tw" == later.setting("script")


def test_a_setting_begins_as_the_config_says(tmp_path: Path) -> None:
    with Session(tmp_path, config=Config(script="cn", measure=60)) as session:
        assert ("cn", "60", None) == (session.setting("script"), session.setting("measure"), session.setting("theme"))
        session.library.set_setting("script", "source")
        assert "source" == session.setting("script")


def test_tags_are_counted_over_what_is_listed(session: Session, article_ids: list[int]) -> None:
    del article_ids
    counts = {count.tag: count.count for count in session.library.tag_counts(EVERYTHING)}
    assert counts
    assert {1} == set(counts.values())


def test_cleaning_keeps_nothing(pages: list[str], tmp_path: Path) -> None:
    (source, cleaned), refused = clean([pages[0], "no.txt"])  # type: ignore[misc]  # one of each, told below
    assert isinstance(cleaned, Cleaned)
    assert (pages[0], "临江日报") == (source.where, cleaned.article.source)
    assert isinstance(refused, Refused)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(("target", "expected"), [("tw", "圖書館\n\n圖書館"), ("hans", "图书馆\n\n图书馆")])
def test_conversion_is_line_by_line(session: Session, target: str, expected: str) -> None:
    assert expected == session.convert("图书馆\n\n圖書館", target)


def test_several_threads_may_begin_at_once(session: Session, pages: list[str]) -> None:
    list(session.import_paths(pages))
    session.close()
    found: list[int] = []
    threads = [Thread(target=lambda: found.append(session.library.count())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [2] * 8 == found


def test_an_import_that_is_broken_off_keeps_what_was_done(session: Session, pages: list[str]) -> None:
    steps = session.import_paths(pages)
    next(steps)
    steps.close()  # a generator
    assert 1 == len(session.library.listing(Query.parse("码头")).article_ids)


@pytest.fixture
def own(session: Session, tmp_path: Path, article_ids: list[int]) -> Iterator[Session]:
    del session, article_ids
    with Session(tmp_path / "data", glossary=tmp_path / "config" / "glossary.tsv") as own:
        yield own


def test_a_word_is_corrected_in_what_is_reworded_and_back(own: Session, article_ids: list[int]) -> None:
    change = own.glossary.correct("cn", "冷库", "tw", "大冰箱")
    places = [place for place in own.rewordings(article_ids[0], "tw") if place.file == "glossary"]
    assert {("冷库", "大冰箱", "cn", "tw")} == {place[5:9] for place in map(astuple, places)}
    own.undo(change)
    assert [] == [place for place in own.rewordings(article_ids[0], "tw") if place.file == "glossary"]


@pytest.mark.parametrize("shown", ["cn", "tw", "hk"])
def test_places_are_those_of_the_text_written_and_shown(own: Session, shown: Shown) -> None:
    own.glossary.correct("cn", "冷库", "tw", "一座大冰箱")
    list(own.import_samples())
    found = 0
    for article_id in own.library.listing(EVERYTHING).article_ids:
        stored = own.library.stored(article_id)
        turn = text_converter(stored.article, shown, own.converter)
        pieces = pieces_of(stored.article, stored.row.tags)
        for place in own.rewordings(article_id, shown):
            text = pieces[place.piece].text
            is_tags = pieces[place.piece].look == "tags"
            shown_text = own.convert(text, shown) if is_tags else turn((text,))[0]
            assert place.word == text[place.start : place.end]
            assert place.answer == shown_text[place.shown_start : place.shown_end]
            found += 1
    assert found


def test_nothing_is_reworded_as_written(own: Session, article_ids: list[int]) -> None:
    assert () == own.rewordings(article_ids[0], "source")


def test_tables_are_read_ahead_step_by_step(own: Session) -> None:
    assert 6 == len(list(own.warm(("cn", "tw"))))
