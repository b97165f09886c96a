"""Pages refused for want of an article, imported anyway from the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.stories import HARBOUR
from tests.ui.screens import reading
from tui_reader.model import Added, Refused
from tui_reader.query import Query
from tui_reader.ui.features.importing.controller import offer_of
from tui_reader.ui.reader.import_progress import ImportProgress

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.screens import Reader
    from tui_reader.app.session import Session

LINKS = "".join(
    f'<li><a href="/{number}">临江旧闻第{number}则：码头今日又有一艘船靠岸</a></li>' for number in range(1, 9)
)
PAGE = f"<html><head><title>临江旧闻</title></head><body><h1>临江旧闻</h1><ul>{LINKS}</ul></body></html>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of links, with a name that must not be taken for markup."""
    path = tmp_path / "[red]旧闻.html"
    path.write_text(PAGE, "utf-8")
    return path


async def imports(reader: Reader, path: Path) -> None:
    await reader.press("i")
    await reader.type(str(path))
    await reader.press("enter")
    await reader.shows("Refused")


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_i_and_enter_take_the_page_and_marks_it_as_uncertain(
    empty: Session, page: Path, size: tuple[int, int]
) -> None:
    async with reading(empty, size) as reader:
        await imports(reader, page)
        assert "i imports it anyway" in reader.text
        assert 0 == empty.library.count()
        await reader.press("i")
        assert "Enter imports [red]旧闻.html anyway" in reader.lines[-2]
        await reader.press("enter")
        await reader.shows("Imported: 1 new")
        await reader.shows("? 临江旧闻")
        (row,) = empty.library.rows(empty.library.listing(Query()).article_ids)
        assert row.uncertain
        assert str(page) == row.path
        assert [] == reader.app.complaints


async def test_removed_lines_of_such_a_page_are_put_back(empty: Session, page: Path) -> None:
    async with reading(empty) as reader:
        await imports(reader, page)
        await reader.press("i", "enter")
        await reader.shows("? 临江旧闻")
        (key,) = empty.library.listing(Query()).article_ids
        before = {passage.text for passage in empty.library.stored(key).article.body}
        await reader.press("enter", "x")
        await reader.shows("9 lines removed")
        await reader.press("n", "plus")
        await reader.shows("restored by you")
        stored = empty.library.stored(key)
        after = [passage.text for passage in stored.article.body]
        assert {"临江旧闻第1则：码头今日又有一艘船靠岸", "临江旧闻第8则：码头今日又有一艘船靠岸"} <= set(after) - before
        assert stored.row.uncertain


async def test_several_pages_at_once_with_the_tags_asked_for(empty: Session, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.html").write_text(PAGE.replace("旧闻", f"旧闻{number}"), "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    async with reading(empty, import_paths=(str(folder),), own_tags=("試讀",)) as reader:
        await reader.shows("i imports 3 of them anyway")
        await reader.press("i")
        assert "Enter imports 3 refused pages anyway" in reader.text
        await reader.press("enter")
        await reader.shows("Imported: 3 new")
        rows = empty.library.rows(empty.library.listing(Query()).article_ids)
        assert [("試讀",)] * 3 == [row.tags[-1:] for row in rows]
        (complaint,) = reader.app.complaints
        assert "empty.txt: " in complaint


async def test_it_is_an_offer_and_no_more(empty: Session, page: Path, tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(HARBOUR, "utf-8")
    async with reading(empty) as reader:
        await imports(reader, page)
        await reader.press("i", "escape")
        assert 0 == empty.library.count()
        await reader.press("i")
        assert "anyway" in reader.lines[-2]
        await reader.type(str(tmp_path / "harbour.txt"))
        await reader.press("enter")
        await reader.shows("Imported: 1 new")
        assert [False] == [row.uncertain for row in empty.library.rows(empty.library.listing(Query()).article_ids)]
        await reader.press("i")
        assert "anyway" not in reader.lines[-2]
        await reader.press("enter")
        assert 1 == empty.library.count()
        assert 1 == len(reader.app.complaints)


async def test_what_is_no_page_is_not_offered(empty: Session, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    async with reading(empty) as reader:
        await imports(reader, tmp_path / "empty.txt")
        assert "anyway" not in reader.text
        await reader.press("i")
        assert "anyway" not in reader.lines[-2]


def test_offers_fit_into_eighty_columns() -> None:
    assert "" == offer_of(())
    assert "Enter imports 2 refused pages anyway; or type a path" == offer_of(("/a", "/b"))
    assert len("import:  ") + len(offer_of((f"/{'long' * 30}.html",))) <= 80


def test_only_what_an_import_took_is_no_complaint_any_more(empty: Session, page: Path) -> None:
    tally = ImportProgress(ended=True)
    for outcome, _, _ in empty.import_paths([str(page), str(page.parent / "gone.html")]):
        tally.count(outcome)
    assert (str(page),) == tally.without_article
    assert 2 == len(tally.complaints())
    forced = ImportProgress(ended=True)
    for outcome, _, _ in empty.import_paths(tally.without_article, force=True):
        assert isinstance(outcome, Added)
        forced.count(outcome)
    assert 1 == len(tally.complaints(forced.accepted(tally.without_article)))
    forced.count(Refused("page", "no text", path=str(page)))
    assert 2 == len(tally.complaints(forced.accepted(tally.without_article)))
