"""Articles cleaned again, and the person's word on their lines, on a real library."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.app.pages import write_stories
from tests.cli.stories import HARBOUR
from tui_reader.app import importing, preparing, recleaning, workers
from tui_reader.app.session import Session
from tui_reader.cleaning import clean
from tui_reader.errors import LibraryReadOnly, NoArticle
from tui_reader.library import Change, Library, LineChange
from tui_reader.model import Added, AlreadyHere, Cleaned, CleanedAgain, Position, Refused
from tui_reader.query import Query

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui_reader.app.preparing import Job

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)
PROMOTION = "加入粉丝团"
PAGE = HARBOUR.replace("\n\n当地居民", f"\n\n{PROMOTION}\n\n当地居民") + "\n责任编辑：林若溪\n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path / "data", clock=lambda: NOON) as session:
        yield session


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def article_id(session: Session, page: Path) -> int:
    return imported(session, page)


def imported(session: Session, page: Path) -> int:
    (step,) = session.import_paths([str(page)])
    assert isinstance(step.outcome, Added)
    return step.outcome.row.article_id


def texts(session: Session, article_id: int) -> list[str]:
    return [passage.text for passage in session.library.stored(article_id).article.body]


def removed(session: Session, article_id: int) -> list[str]:
    return [line.text for line in session.library.stored(article_id).article.removed]


def test_a_line_is_put_back_and_the_change_undone(session: Session, article_id: int) -> None:
    before = session.library.stored(article_id).article
    assert PROMOTION in removed(session, article_id)
    change = session.amend(article_id, [PROMOTION], kept=True)
    assert isinstance(change, LineChange)
    assert "1 line restored" == change.sentence
    assert PROMOTION == texts(session, article_id)[2]
    assert PROMOTION not in removed(session, article_id)
    assert (article_id,) == session.library.listing(Query.parse("粉丝团")).article_ids
    session.undo(change)
    assert before == session.library.stored(article_id).article
    assert ((), ()) == (
        session.library.listing(Query.parse("粉丝团")).article_ids,
        session.library.amendments(article_id),
    )


def test_a_passage_is_dropped_and_the_change_undone(session: Session, article_id: int) -> None:
    before = texts(session, article_id)
    change = session.amend(article_id, [before[1]], kept=False)
    assert [before[0], *before[2:]] == texts(session, article_id)
    assert before[1] in removed(session, article_id)
    session.undo(change)
    assert before == texts(session, article_id)


def test_undoing_spares_a_later_word_on_the_same_line(session: Session, article_id: int) -> None:
    first = session.amend(article_id, [PROMOTION], kept=True)
    session.amend(article_id, [PROMOTION], kept=False)
    session.undo(first)
    assert [("you dropped it", PROMOTION)] == [
        (line.reason, line.text)
        for line in session.library.stored(article_id).article.removed
        if line.text == PROMOTION
    ]


def test_other_changes_are_undone_as_before(session: Session, article_id: int) -> None:
    change = session.library.set_state([article_id], bookmarked=True)
    assert isinstance(change, Change)
    session.undo(change)
    assert not session.library.rows([article_id])[0].bookmarked


def test_a_changed_file_keeps_the_word_on_its_lines(session: Session, page: Path, article_id: int) -> None:
    dropped = texts(session, article_id)[1]
    session.amend(article_id, [PROMOTION], kept=True)
    session.amend(article_id, [dropped], kept=False)
    page.write_text(PAGE.replace("十二亿", "十五亿"), "utf-8")
    assert article_id == imported(session, page)
    assert "十五亿" in texts(session, article_id)[0]
    assert PROMOTION in texts(session, article_id)
    assert dropped in removed(session, article_id)


def test_re_cleaning_keeps_all_that_a_person_did(session: Session, article_id: int) -> None:
    dropped = texts(session, article_id)[1]
    session.amend(article_id, [PROMOTION], kept=True)
    session.amend(article_id, [dropped], kept=False)
    session.library.set_state([article_id], bookmarked=True)
    session.library.set_state([article_id], read=True)
    session.library.retag([article_id], add=["自己的"], remove=[session.library.rows([article_id])[0].tags[0]])
    session.library.remember(article_id, Position(2, 4, "工程"))
    before = (
        session.library.rows([article_id]),
        session.library.stored(article_id),
        session.library.amendments(article_id),
    )
    session.library.replace(article_id, clean(HARBOUR.encode()).article)  # as old rules had it
    (step,) = session.reclean()
    assert isinstance(step.outcome, CleanedAgain)
    assert (True, 1, 1) == (step.outcome.changed, step.done, step.total)
    assert before == (
        session.library.rows([article_id]),
        session.library.stored(article_id),
        session.library.amendments(article_id),
    )
    (step,) = session.reclean([article_id])
    assert isinstance(step.outcome, CleanedAgain)
    assert not step.outcome.changed


def test_what_can_no_longer_be_cleaned_is_left_as_it_was(
    session: Session, article_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = session.library.stored(article_id)

    def nothing(data: bytes, **_: object) -> Cleaned:
        raise NoArticle("x", f"no article found in {len(data)} bytes")

    monkeypatch.setattr(preparing, "clean", nothing)
    (step,) = session.reclean()
    size = len(PAGE.encode())
    assert (
        Refused(f"{before.row.short_id} {before.row.title}", f"no article found in {size} bytes; unchanged")
        == step.outcome
    )
    with pytest.raises(NoArticle, match="no article found"):
        session.amend(article_id, [PROMOTION], kept=True)
    assert (before, ()) == (session.library.stored(article_id), session.library.amendments(article_id))


def test_a_word_said_while_an_article_is_cleaned_is_not_lost(
    session: Session, article_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = preparing.Job.done
    said: list[Job] = []

    def slowly(job: Job) -> Cleaned | Refused:
        answer = done(job)
        if not said:
            said.append(job)
            session.amend(article_id, [PROMOTION], kept=True)
        return answer

    monkeypatch.setattr(preparing.Job, "done", slowly)
    list(session.reclean())
    assert PROMOTION in texts(session, article_id)


def test_a_word_said_while_a_changed_file_is_read_is_not_lost(
    session: Session, page: Path, article_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = preparing.Job.done

    def slowly(job: Job) -> Cleaned | Refused:
        answer = done(job)
        if "十五亿" in job.data.decode() and not session.library.amendments(article_id):
            session.amend(article_id, [PROMOTION], kept=True)
        return answer

    monkeypatch.setattr(preparing.Job, "done", slowly)
    page.write_text(PAGE.replace("十二亿", "十五亿"), "utf-8")
    assert article_id == imported(session, page)
    assert "十五亿" in texts(session, article_id)[0]
    assert PROMOTION in texts(session, article_id)


def test_known_bytes_are_not_cleaned_again(
    session: Session, page: Path, article_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing.Job, "done", None)
    (step,) = session.import_paths([str(page)])
    assert isinstance(step.outcome, AlreadyHere)
    assert article_id == step.outcome.row.article_id


@pytest.mark.slow
def test_several_processes_make_the_same_library(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_cores", lambda: 2)
    folder = write_stories(tmp_path / "many", 40)
    (folder / "7.txt").write_text("首页\n登录\n", "utf-8")
    (folder / "9.txt").write_bytes((folder / "8.txt").read_bytes())
    outcomes = [step.outcome for step in session.import_paths([str(folder)])]
    assert [Refused, AlreadyHere] == [type(outcomes[number]) for number in (7, 9)]
    assert [f"{number}.txt" for number in range(40)] == [outcome.where.rpartition("/")[2] for outcome in outcomes]
    with Session(tmp_path / "other", clock=lambda: NOON) as other:
        monkeypatch.setattr(workers, "_cores", lambda: 1)
        list(other.import_paths([str(folder)]))
        for one, two in zip(_all(session), _all(other), strict=True):
            assert one == two
    monkeypatch.setattr(workers, "_cores", lambda: 2)
    outcomes = [step.outcome for step in session.reclean()]
    assert [False] * 38 == [outcome.changed for outcome in outcomes if isinstance(outcome, CleanedAgain)]
    assert 38 == len(session.library.listing(Query.parse("码头")).article_ids)


def _all(session: Session) -> list[object]:
    article_ids = sorted(session.library.listing(Query()).article_ids)
    return [(session.library.stored(article_id), session.library.verdicts(article_id)) for article_id in article_ids]


def test_a_library_that_cannot_be_written_is_not_cleaned(session: Session, article_id: int, tmp_path: Path) -> None:
    del article_id
    session.close()
    library = Library.open(tmp_path / "data" / "library.db")
    library._connections.read_only = True
    with pytest.raises(LibraryReadOnly):
        list(recleaning.clean_again(library, (1,)))
    assert [] == list(importing.import_sources((), library))
    library.close()
