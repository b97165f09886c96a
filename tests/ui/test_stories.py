"""A story with several versions is one entry of the list: unfolded, folded, compared; under filters, after undo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.ui.screens import ISLAND, NOW, reading
from tui_reader.model import Added, Passage

if TYPE_CHECKING:
    from tests.ui.screens import Reader
    from tui_reader.app.session import Session


def titles(reader: Reader) -> list[str]:
    articles = reader.app.main.reader.articles
    return [row.title[:2] for row in map(articles.data.rows.get, articles.article_ids) if row is not None]


@pytest.fixture
def ids(session: Session) -> list[int]:
    """Two more versions of the story of the island, older than it."""
    found = []
    for number, title in enumerate(("風電完工", "海上風機")):
        body = (*ISLAND.body, Passage("paragraph", f"轉載自島嶼日報，第{number}版。"))
        other = replace(
            ISLAND, title=title, body=body, published=f"2025-12-2{number}", source=f"外電{number}", tags=("外電",)
        )
        outcome = session.library.store(other, title.encode(), where="input", path=None, now=NOW)
        assert isinstance(outcome, Added)
        found.append(outcome.row.article_id)
    return found


@pytest.mark.usefixtures("ids")
async def test_a_story_is_one_entry_that_unfolds_and_folds(session: Session) -> None:
    async with reading(session, size=(120, 40)) as reader:
        folded = titles(reader)
        assert 3 == len(folded)
        await reader.press("home")
        place = folded.index("【島")
        await reader.press(*["j"] * place)
        assert "+2" in reader.text
        await reader.press("right")
        assert [*folded[: place + 1], "海上", "風電", *folded[place + 1 :]] == titles(reader)
        assert "+2" not in reader.text
        assert "= 海上風機" in reader.text
        await reader.press("j", "left")
        assert folded == titles(reader)
        assert place == reader.app.main.reader.articles.cursor


async def test_the_bookmarked_version_is_shown_and_undo_shows_the_newest_again(
    session: Session, ids: list[int]
) -> None:
    session.record(session.library.set_state(ids[:1], bookmarked=True))
    async with reading(session) as reader:
        assert "風電" in titles(reader)
        assert "【島" not in titles(reader)
        await reader.press("u")
        assert "【島" in titles(reader)
        assert "風電" not in titles(reader)


@pytest.mark.usefixtures("ids")
async def test_a_filter_groups_what_it_finds(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("slash", *"tag:外電", "enter")
        assert ["海上"] == titles(reader)
        await reader.press("right")
        assert ["海上", "風電"] == titles(reader)


@pytest.mark.usefixtures("ids")
async def test_deleting_the_shown_version_shows_the_next(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("home", *["j"] * titles(reader).index("【島"), "D")
        assert "海上" in titles(reader)
        assert "+1" in reader.text
        await reader.press("u")
        assert "【島" in titles(reader)
        assert "+2" in reader.text


@pytest.mark.usefixtures("ids")
async def test_grouping_can_be_switched_off_and_stays_so(session: Session) -> None:
    async with reading(session) as reader:
        await reader.app.run_action("screen.run('list.group')")
        await reader.settled()
        assert 5 == len(titles(reader))
    async with reading(session) as reader:
        assert 5 == len(titles(reader))
        await reader.app.run_action("screen.run('list.group')")
        await reader.settled()
        assert 3 == len(titles(reader))


@pytest.mark.usefixtures("ids")
async def test_two_versions_stand_side_by_side(session: Session) -> None:
    async with reading(session, size=(140, 40)) as reader:
        await reader.press("home", *["j"] * titles(reader).index("【島"), "equals_sign")
        assert "Another version" in reader.text
        await reader.shows("海上風機")


async def test_the_version_last_read_is_found_again(session: Session, ids: list[int]) -> None:
    session.library.set_setting("last", str(ids[0]))
    async with reading(session) as reader:
        assert ids[0] == reader.app.main.reader.articles.article_id
        assert 5 == len(titles(reader))


@pytest.mark.usefixtures("ids")
async def test_marking_all_read_includes_what_is_folded(session: Session) -> None:
    async with reading(session) as reader:
        await reader.press("A")
        await reader.shows("read")
    with session.library._connections.reading() as db:
        assert 0 == db.execute("SELECT count(*) FROM article WHERE read_at IS NULL").fetchone()[0]


async def test_versions_of_a_story_are_compared_in_80_columns(session: Session, ids: list[int]) -> None:
    async with reading(session, size=(80, 24)) as reader:
        await reader.press("home")
        articles = reader.app.main.reader.articles
        while articles.found.story(articles.article_id) == ():
            await reader.press("j")
        assert set(ids) < set(articles.found.story(articles.article_id))
        await reader.press("equals_sign")
        assert "Another version" in reader.text
