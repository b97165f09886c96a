"""The person's word on lines, kept; articles cleaned again."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.samples import NOW, article, later, put, store, titles
from tests.library.test_processes import killed_after_done
from tui_reader.errors import UnknownId
from tui_reader.library import Library, LineChange, schema, with_decisions
from tui_reader.library.connections import transaction
from tui_reader.model import Added, AlreadyHere, Amendment, Cleaned, Verdict

A, B = Amendment("甲行", True, "2026-03-01T08:30:00"), Amendment("乙行", False, "2026-03-01T08:31:00")
CLEANED = Cleaned(article("標題", "新的正文。"), (Verdict("新的正文。", "body", "prose"),))


def amended(library: Library, article_id: int, *words: Amendment) -> LineChange:
    change = library.amend(library.cleaning_input(article_id), words, CLEANED)
    assert change is not None
    return change


def test_a_library_of_the_first_version_gains_the_table(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        with transaction(db, "BEGIN IMMEDIATE"):
            schema.MIGRATIONS[0](db)
            db.execute("PRAGMA user_version=1")
        db.execute("INSERT INTO setting VALUES ('measure', '60')")
    with Library.open(path) as library:
        article_id = put(library).article_id
        amended(library, article_id, A)
        assert ("60", (A,)) == (library.setting("measure"), library.amendments(article_id))
    with closing(sqlite3.connect(path)) as db:
        assert len(schema.MIGRATIONS) == schema.version_of(db)


def test_the_basis_is_all_that_an_article_is_made_from(library: Library) -> None:
    row = store(library, article("標題"), b"source", path="/a.txt").row
    amended(library, row.article_id, B, A)
    given = library.cleaning_input(row.article_id)
    assert (b"source", "/a.txt", (A, B), f"{row.short_id} 標題") == (
        given.data,
        given.path,
        given.amendments,
        given.where,
    )
    with pytest.raises(UnknownId):
        library.cleaning_input(99)


def test_an_amendment_and_its_article_come_together(library: Library) -> None:
    article_id = put(library, "舊題", "舊文").article_id
    change = amended(library, article_id, A, B)
    assert ("2 lines restored", True) == (change.sentence, bool(change))
    assert CLEANED.article == library.stored(article_id).article
    assert CLEANED.verdicts == library.verdicts(article_id)
    assert (["標題"], []) == (titles(library, "新的"), titles(library, "舊文"))
    assert "1 line dropped" == amended(library, put(library, "x").article_id, B).sentence
    assert not amended(library, article_id, A, B)


def test_what_changed_meanwhile_is_not_written_over(library: Library) -> None:
    article_id = store(library, article("甲"), b"1", path="/a").row.article_id
    given = library.cleaning_input(article_id)
    amended(library, article_id, A)
    assert (None, None) == (library.amend(given, (B,), CLEANED), library.store_recleaned(given, CLEANED))
    assert (A,) == library.amendments(article_id)
    given = library.cleaning_input(article_id)
    store(library, article("乙"), b"2", path="/a")
    assert (None, None) == (library.amend(given, (B,), CLEANED), library.store_recleaned(given, CLEANED))
    assert "乙" == library.stored(article_id).article.title
    assert (A,) == library.amendments(article_id)


def test_the_word_on_a_line_outlives_a_new_file_and_a_new_cleaning(library: Library) -> None:
    article_id = store(library, article("甲"), b"1", path="/a").row.article_id
    amended(library, article_id, A)
    assert (A,) == library.amendments_at("/a")
    assert () == library.amendments_at("/b") == library.amendments_at(None)
    outcome = store(library, article("乙"), b"2", path="/a")
    assert isinstance(outcome, Added)
    assert outcome.updated
    library.replace(article_id, article("丙"))
    assert (A,) == library.amendments(article_id)


def test_undoing_leaves_what_was_done_since() -> None:
    before, other = Amendment("甲行", False, "1"), Amendment("丙行", True, "3")
    change = LineChange("x", 1, {"甲行": before, "乙行": None}, {"甲行": A, "乙行": B})
    assert {before, other} == set(change.undone((A, B, other)))
    since = Amendment("甲行", False, "9")
    assert {since, other} == set(change.undone((since, B, other)))


def test_one_word_a_line() -> None:
    words = with_decisions((), ("一 行", "一行", " "), kept=True, when="1")
    assert (Amendment("一 行", True, "1"),) == words
    assert words == with_decisions(words, ("一行",), kept=True, when="2")
    assert (Amendment("一行", False, "2"),) == with_decisions(words, ("一行",), kept=False, when="2")


def test_what_was_put_back_survives_a_kill(library: Library, path: Path) -> None:
    put(library, "甲")
    killed_after_done(
        "from tests.library.test_amending import A, CLEANED; library.amend(library.cleaning_input(1), (A,), CLEANED);"
        " print('done', flush=True); time.sleep(60)",
        path,
    )
    with Library.open(path) as again:
        assert ((A,), CLEANED.article) == (again.amendments(1), again.stored(1).article)


def test_renewing_says_whether_the_article_changed(library: Library) -> None:
    article_id = put(library, "舊題", "舊文").article_id
    library.set_state((article_id,), bookmarked=True, now=NOW)
    assert [True, False] == [library.store_recleaned(library.cleaning_input(article_id), CLEANED) for _ in range(2)]
    assert (["標題"], True) == (titles(library, "新的"), library.rows((article_id,))[0].bookmarked)


def test_known_bytes_need_no_article(library: Library) -> None:
    row = store(library, article("甲"), b"1", path="/a").row
    assert [True, False] == [library.has(data) for data in (b"1", b"2")]
    met = library.register_duplicate(b"1", where="b.txt", path="/b", own_tags=("自己",))
    assert isinstance(met, AlreadyHere)
    assert (row.short_id, "b.txt", ("自己",)) == (met.row.short_id, met.where, met.row.tags)
    assert None is library.register_duplicate(b"2", where="c.txt", path="/c")
    changed = store(library, article("乙"), b"2", path="/b", now=later(1))
    assert row.short_id == changed.row.short_id  # the first file is gone, so the article follows the other


def test_an_index_built_anew_holds_what_is_there_and_nothing_else(library: Library) -> None:
    article_ids = [put(library, f"第{number}", "相同的文字").article_id for number in range(70)]
    for article_id in article_ids:
        library.replace(article_id, article("改過", "別的文字"))
    assert 140 == _documents(library)
    library.upkeep.reindex()
    assert 70 == _documents(library)
    assert (70, 0) == (len(titles(library, "別的")), len(titles(library, "相同")))
    put(library, "後來", "別的文字")
    assert 71 == len(titles(library, "別的"))


def _documents(library: Library) -> int:
    """How many texts the index holds, those of no article among them."""
    with library._connections.reading() as db:
        return int(db.execute("SELECT count(*) FROM search WHERE search MATCH '\"文 字\"'").fetchone()[0])
