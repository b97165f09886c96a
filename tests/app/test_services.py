"""Exports of services and of this program, imported into a library with what a person did."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.app.tables import TABLES
from tests.cli.stories import HARBOUR
from tests.sources.server import page_of, serving
from tui_reader.app.exporting import documents
from tui_reader.app.session import Session
from tui_reader.exports.markdown import article_note
from tui_reader.exports.records import record_lines
from tui_reader.model import Added, AlreadyHere, Article, Comment, Passage, PassageMark, Refused, Removed
from tui_reader.query import Query

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.sources.server import Site
    from tui_reader.model import Outcome, Row, Stored

ADDRESS = "https://harbour.example/2025/1"
TITLE, *PARAGRAPHS = [line for line in HARBOUR.splitlines() if line.strip()]
CONTENT = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
QUOTE = PARAGRAPHS[-1][:12]
ARTICLE = Article(
    "港口: 重新開放?",
    (
        Passage("paragraph", "港口今天重新開放。船隻陸續進港。"), Passage("heading", "延誤"), Passage("list_item", "第一班"),
        Passage("table", "班次\t時間\n甲\t9:05"), Passage("code", "if a < b:"), Passage("verse", "海上生明月\n天涯共此時"), Passage("quote", "等了三天"),
    ),
    "hant", "big5", "林書遠", "海港日報", "2025-02-24T09:05", "2025-02-25", "港口", ADDRESS, ("停航三天",), ("碼頭",),
    ("https://harbour.example/1.jpg",), (Comment("好", "abc", "02/24 18:03", "推", 1), Comment("終於")), (), (Removed("廣告", "advert", 7),), True,
)  # fmt: skip


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path / "data", allow_private=True) as opened:
        yield opened


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def outcomes(session: Session, path: Path) -> list[Outcome]:
    return [progress.outcome for progress in session.import_paths([str(path)])]


def only(session: Session, path: Path) -> Stored:
    (outcome,) = outcomes(session, path)
    assert isinstance(outcome, Added), outcome
    return session.library.stored(outcome.row.article_id)


def marks(session: Session, row: Row) -> list[tuple[str, str, str]]:
    return [(mark.text, mark.note, mark.when) for mark in session.library.highlights(row.article_id)]


def page_at(site: Site, path: str) -> str:
    return site.page(path, page_of())


# This program's own export


def exported(session: Session, path: Path) -> Path:
    path.write_text(
        "".join(record_lines(documents(session, session.library.listing(Query()).article_ids, "source", "jsonl"))),
        "utf-8",
    )
    return path


def marked(session: Session) -> int:
    """An article with everything a person can do to it."""
    stored = session.library.store(ARTICLE, b"the page", where="a", path=None, own_tags=("海運", "讀過 了"))
    assert isinstance(stored, Added)
    key = stored.row.article_id
    session.library.set_state((key,), bookmarked=True, read=True)
    session.library.highlight(PassageMark(key, 2, 9, "船隻陸續進港。", "記下", "2025-03-02T10:00:00+00:00"))
    session.library.highlight(PassageMark(key, 7, 0, "海上生明月\n天涯", "", "2025-03-03T10:00:00+00:00"))
    return key


def facts(session: Session, key: int) -> tuple[object, ...]:
    row, article = session.library.stored(key).row, session.library.stored(key).article
    state = (set(row.tags), row.read, row.bookmarked, row.added, sorted(marks(session, row)))
    return (*state, *(getattr(article, name) for name in Article.__slots__ if name != "tags"))


def test_an_export_comes_back_exactly(session: Session, tmp_path: Path) -> None:
    key = marked(session)
    path = exported(session, tmp_path / "out.jsonl")
    with Session(tmp_path / "other") as other:
        stored = only(other, path)
        assert facts(session, key) == facts(other, stored.row.article_id)
        list(other.reclean())
        assert facts(session, key) == facts(other, stored.row.article_id)
        assert [AlreadyHere] == [type(one) for one in outcomes(other, path)]
        assert exported(other, tmp_path / "again.jsonl").exists()
        first, again = (json.loads(one.read_text("utf-8")) for one in (path, tmp_path / "again.jsonl"))
        other_names = {"id", "path", "tags", "copies"}
        assert all(first[name] == again[name] for name in first.keys() - other_names)


def test_an_export_does_not_replace_the_article_it_was_made_from(session: Session, tmp_path: Path) -> None:
    key = marked(session)
    path = exported(session, tmp_path / "out.jsonl")
    session.library.set_state((key,), bookmarked=False)
    assert [AlreadyHere] == [type(one) for one in outcomes(session, path)]
    assert (1, b"the page", True) == (
        session.library.count(),
        session.library.source(key),
        session.library.stored(key).row.bookmarked,
    )


def test_a_line_of_an_imported_record_can_be_dropped(session: Session, tmp_path: Path) -> None:
    marked(session)
    path = exported(session, tmp_path / "out.jsonl")
    with Session(tmp_path / "other") as other:
        key = only(other, path).row.article_id
        other.amend(key, ["等了三天"], kept=False)
        assert "等了三天" not in [passage.text for passage in other.library.stored(key).article.body]


def test_a_damaged_record_is_refused(session: Session, tmp_path: Path) -> None:
    marked(session)
    path = exported(session, tmp_path / "out.jsonl")
    record = json.loads(path.read_text("utf-8"))
    record["body"][0]["kind"] = "<script>"
    path.write_text(json.dumps(record), "utf-8")
    assert [Refused] == [type(one) for one in outcomes(session, path)]


def test_a_note_comes_back_with_tags_and_highlights(session: Session, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR, "utf-8")
    (outcome,) = outcomes(session, tmp_path / "a.txt")
    assert isinstance(outcome, Added)
    key = outcome.row.article_id
    session.library.retag((key,), ("海運",))
    article = session.library.stored(key).article
    session.library.highlight(PassageMark(key, 2, 0, article.body[1].text[:9], "記下", "2025-03-02T10:00:00+00:00"))
    (document,) = documents(session, (key,), "source")
    (tmp_path / "note.md").write_text(article_note(document), "utf-8")
    with Session(tmp_path / "other") as other:
        stored = only(other, tmp_path / "note.md")
        assert "海運" in stored.row.tags
        assert marks(session, outcome.row) == marks(other, stored.row)
        assert [one.text for one in article.body] == [one.text for one in stored.article.body]
        assert article.title == stored.article.title


# Services with content


def test_wallabag(session: Session, tmp_path: Path) -> None:
    entry = {
        "id": 1, "title": TITLE, "url": ADDRESS, "is_archived": 1, "is_starred": 1, "tags": ["港口", {"label": "海運"}],
        "content": CONTENT, "created_at": "2024-03-05T10:00:00+0800", "published_at": "2024-03-04T08:00:00+0800",
        "published_by": ["林若溪"], "annotations": [{"text": "記下", "quote": QUOTE, "created_at": "2024-03-06T00:00:00+0000"}],
    }  # fmt: skip
    path = tmp_path / "wallabag.json"
    path.write_text(json.dumps([entry]), "utf-8")
    stored = only(session, path)
    assert {"港口", "海運"} <= set(stored.row.tags)
    assert (True, True, ADDRESS, TITLE) == (stored.row.read, stored.row.bookmarked, stored.row.path, stored.row.title)
    assert (datetime(2024, 3, 5, 2, tzinfo=UTC), "林若溪", "2024-03-04T08:00") == (
        datetime.fromisoformat(stored.row.added), stored.row.author, stored.row.published,
    )  # fmt: skip
    assert [(QUOTE, "記下", "2024-03-06T00:00:00+00:00")] == marks(session, stored.row)
    before = session.library.stored(stored.row.article_id)
    list(session.reclean())
    assert before == session.library.stored(stored.row.article_id)


def test_omnivore(session: Session, tmp_path: Path) -> None:
    item = {
        "id": "1", "slug": "gang-kou", "title": TITLE, "author": "林若溪", "url": ADDRESS, "state": "Archived",
        "labels": ["港口"], "savedAt": "2024-03-05T02:00:00.000Z", "publishedAt": "2024-03-04T00:00:00.000Z",
    }  # fmt: skip
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("metadata_0_to_20.json", json.dumps([item]))
        archive.writestr("content/gang-kou.html", f'<div class="page">{CONTENT}</div>')
        archive.writestr("highlights/gang-kou.md", f"> {QUOTE} \n\n#重要\n\n記下")
    stored = only(session, path)
    assert (True, ADDRESS, "林若溪", "2024-03-05T02:00:00+00:00") == (
        stored.row.read, stored.row.path, stored.row.author, stored.row.added,
    )  # fmt: skip
    assert "港口" in stored.row.tags
    assert [(QUOTE, "記下")] == [mark[:2] for mark in marks(session, stored.row)]


def test_readwise_highlights_are_an_article_of_quotations(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "readwise-data.csv"
    path.write_text(
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n"
        "第一句話在這裡。,海港故事,林書遠,,記下,,,page,3,2024-03-05 02:00:00+00:00,小說\n"
        '"第二句話,也在。",海港故事,林書遠,,,,,page,9,2024-03-06 02:00:00+00:00,小說\n',
        "utf-8",
    )
    stored = only(session, path)
    assert ("海港故事", "林書遠", ("小說",)) == (stored.row.title, stored.row.author, stored.row.tags)
    assert ["第一句話在這裡。", "第二句話,也在。"] == [passage.text for passage in stored.article.body]
    assert ("第一句話在這裡。", "記下", "2024-03-05T02:00:00+00:00") == marks(session, stored.row)[0]


def test_a_page_saved_with_singlefile_has_its_address(session: Session, tmp_path: Path) -> None:
    comment = (
        f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Sat Mar 09 2024 10:00:00 GMT+0800\n-->"
    )
    path = tmp_path / "page.html"
    path.write_text(
        f"<!DOCTYPE html> <html>{comment}<head><title>{TITLE}</title></head><body>{CONTENT}</body></html>", "utf-8"
    )
    assert ADDRESS == only(session, path).article.url


def test_a_note_of_obsidians_clipper(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "clip.md"
    path.write_text(
        f'---\ntitle: "{TITLE}"\nsource: "{ADDRESS}"\nauthor:\n  - "[[林書遠]]"\npublished: 2024-03-04\ncreated: 2024-03-05\n'
        f'description: ""\ntags:\n  - "clippings"\n  - "海運"\nhighlights:\n  - "{QUOTE}"\n---\n'
        + "\n\n".join(PARAGRAPHS),
        "utf-8",
    )
    stored = only(session, path)
    assert (TITLE, "林書遠", "2024-03-04", ADDRESS) == (
        stored.row.title, stored.row.author, stored.row.published, stored.article.url,
    )  # fmt: skip
    assert "海運" in stored.row.tags
    assert "clippings" not in stored.row.tags
    assert "2024-03-05T00:00:00+00:00" == stored.row.added
    assert [QUOTE] == [mark[0] for mark in marks(session, stored.row)]


# Services with addresses


@pytest.mark.parametrize("service", TABLES)
def test_addresses_are_fetched_once_with_what_a_person_did(
    session: Session, tmp_path: Path, site: Site, service: str
) -> None:
    text, tags, read, bookmarked = TABLES[service]
    path = tmp_path / "export"
    path.write_text(text.format(title=TITLE, url=page_at(site, "/a")), "utf-8")
    stored = only(session, path)
    assert set(tags) <= set(stored.row.tags)
    assert (read, bookmarked) == (stored.row.read, stored.row.bookmarked)
    assert datetime(2024, 3, 5, 2, tzinfo=UTC) == datetime.fromisoformat(stored.row.added)
    site.answers.clear()
    assert [AlreadyHere] == [type(one) for one in outcomes(session, path)]


def test_an_address_that_redirects_is_not_fetched_again(session: Session, tmp_path: Path, site: Site) -> None:
    path = tmp_path / "pocket.csv"
    page = page_at(site, "/a")
    old = site.page("/old", b"", status=301, Location="/a")
    path.write_text(f"title,url,time_added,tags,status\na,{old},1709604000,,unread\n", "utf-8")
    assert page == only(session, path).row.path
    asked = len(site.asked)
    assert [AlreadyHere] == [type(one) for one in outcomes(session, path)]
    assert asked == len(site.asked)


def test_each_address_that_fails_is_named(session: Session, tmp_path: Path, site: Site) -> None:
    path = tmp_path / "pocket.csv"
    good, bad = page_at(site, "/a"), site.address + "/gone"
    path.write_text(
        f"title,url,time_added,tags,status\na,{bad},1,,unread\nb,{good},1,,unread\nc,no address,1,,unread\n", "utf-8"
    )
    found = outcomes(session, path)
    assert [Added, Refused, Refused] == sorted((type(one) for one in found), key=lambda kind: kind.__name__)
    said = {one.where.removeprefix(f"{path}/"): one.reason for one in found if isinstance(one, Refused)}
    assert {"line 2", "line 4"} == said.keys()
    assert "404" in said["line 2"]
