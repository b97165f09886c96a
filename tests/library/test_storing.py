"""Articles into the library and out again."""

import os
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.samples import NOW, article, later, put, store, tags, titles
from tui_reader.errors import UnknownId
from tui_reader.library import Library, codec
from tui_reader.model import Added, AlreadyHere, Article, Comment, Passage, Position, Removed, Verdict

FULL = Article(
    title="標題",
    body=(Passage("heading", "一"), Passage("code", "a\n\tb"), Passage("paragraph", "")),
    script="hant",
    encoding="big5-hkscs",
    author="甲、乙",
    source="報",
    published="2025-02-24T08:00",
    updated="2025-02-25",
    category="科技",
    url="https://example.com/?a=1",
    deck=("導言",),
    captions=("圖",),
    images=("https://example.com/a.jpg", "b.png"),
    comments=(Comment("好", "丙", "昨天", "推", 3), Comment("壞")),
    tags=("科技",),
    removed=(Removed("廣告", "an ad", 2),),
)
VERDICTS = (Verdict("標題", "title", "the first line"), Verdict("廣告", "dropped", "an ad"))


@pytest.mark.parametrize("kept", [FULL, article(None), article(""), article("a\ud800b")])
def test_an_article_comes_back_as_it_was(library: Library, kept: Article) -> None:
    outcome = store(library, kept, b"\x00source\xff", verdicts=VERDICTS)
    assert kept == library.stored(outcome.row.article_id).article
    assert b"\x00source\xff" == library.source(outcome.row.article_id)
    assert VERDICTS == library.verdicts(outcome.row.article_id)


@given(
    st.builds(
        Article,
        title=st.none() | st.text(),
        body=st.lists(st.builds(Passage, st.just("paragraph"), st.text())).map(tuple),
        script=st.just("none"),
        encoding=st.just("utf-8"),
        deck=st.lists(st.text()).map(tuple),
        comments=st.lists(st.builds(Comment, st.text(), st.none() | st.text(), floor=st.none() | st.integers())).map(
            tuple
        ),
    ),
)
def test_what_is_written_is_read(kept: Article) -> None:
    assert kept == codec.read_article(codec.write_article(kept))


@given(st.binary(max_size=200), st.lists(st.text(max_size=20), max_size=3))
def test_bytes_kept_beside_an_article_are_read_with_it_and_after_it_changed(data: bytes, texts: list[str]) -> None:
    before, after = (codec.write_article(article(None, *said)) for said in (texts, reversed(texts)))
    packed = codec.pack(data, before)
    assert data == codec.unpack(packed, before)
    assert data == codec.unpack(codec.repack(packed, before, after), after)
    assert data == codec.unpack(zlib.compress(data), before)


def test_bytes_beside_another_article_are_not_read() -> None:
    packed = codec.pack(b"source", codec.write_article(article("甲")))
    with pytest.raises(zlib.error):
        codec.unpack(packed, codec.write_article(article("乙")))


def test_the_source_of_a_plain_text_is_a_small_part_of_it() -> None:
    text = "清晨五點，港口的起重機已經開始運轉，等待卸貨的船隻一路排到外海的燈塔之外。"
    packed = codec.pack(f"港口\n\n{text}".encode(), codec.write_article(article("港口", text)))
    assert len(packed) < len(text.encode()) / 3


def test_the_source_is_kept_when_the_article_is_cleaned_again(library: Library) -> None:
    first = store(library, article("甲", "清晨五點，港口的起重機已經開始運轉。"), "甲\n清晨五點".encode())
    library.replace(first.row.article_id, article("甲", "港口。"), VERDICTS)
    assert "甲\n清晨五點".encode() == library.source(first.row.article_id)
    assert VERDICTS == library.verdicts(first.row.article_id)


def test_an_article_that_an_earlier_version_kept_without_pictures_is_read() -> None:
    kept = zlib.compress('{"title":"標題","body":[["paragraph","一"]],"script":"hant","encoding":"utf-8"}'.encode())
    assert Article("標題", (Passage("paragraph", "一"),), "hant", "utf-8") == codec.read_article(kept)
    assert () == codec.read_article(kept).images


def test_the_row_says_what_a_list_needs(library: Library) -> None:
    outcome = store(library, FULL, path="/saved/頁.html", where="頁.html")
    assert isinstance(outcome, Added)
    assert not outcome.updated
    row = outcome.row
    assert ("頁.html", "標題", "甲、乙", "報", "2025-02-24T08:00") == (
        outcome.where, row.title, row.author, row.source, row.published,
    )  # fmt: skip
    assert ("hant", ("科技",), False, False) == (row.script, row.tags, row.read, row.bookmarked)
    assert ("2026-03-01T08:30:00+00:00", "/saved/頁.html", None) == (row.added, row.path, row.marked_at)
    assert (row,) == library.rows((row.article_id,))


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (article(" 一\n二 "), "一 二"),
        (article(None, "只有正文。"), "只有正文。"),
        (article(" \u200b", "只有正文。"), "只有正文。"),
        (article(None, "長" * 31), "長" * 30 + "…"),
        (Article(None, (), "none", "utf-8"), ""),
        (article("紅\x1b[2J包\u202e"), "紅包"),
    ],
)
def test_the_title_in_a_list(library: Library, kept: Article, expected: str) -> None:
    assert expected == store(library, kept).row.title


def test_the_same_bytes_are_already_here(library: Library, tmp_path: Path) -> None:
    first = store(library, article(), b"x", path=str(tmp_path))
    again = store(library, article("other"), b"x", path="/b", now=later(9))
    assert AlreadyHere("input", first.row) == again
    assert 1 == library.count()


def test_a_changed_file_keeps_what_the_person_did(library: Library) -> None:
    row = store(library, article("舊", tags=("自動",)), b"old", path="/a").row
    library.set_state((row.article_id,), bookmarked=True, read=True, now=later(1))
    library.retag((row.article_id,), add=("自己",))
    library.remember(row.article_id, Position(1, 2, "文"))

    outcome = store(library, article("新", "新的正文", tags=("別的",)), b"new", path="/a", now=later(9))

    assert isinstance(outcome, Added)
    assert outcome.updated
    now = outcome.row
    assert (row.short_id, row.article_id, row.added, "新") == (now.short_id, now.article_id, now.added, now.title)
    assert (True, True, ("自己", "別的")) == (now.read, now.bookmarked, now.tags)
    assert Position(1, 2, "文") == library.stored(row.article_id).position
    assert b"new" == library.source(row.article_id)
    assert (["新"], []) == (titles(library, "新的"), titles(library, "舊"))


def test_importing_a_folder_with_a_changed_copy_again_is_harmless(library: Library, tmp_path: Path) -> None:
    first, copy = tmp_path / "first", tmp_path / "copy"
    first.touch()
    original = store(library, article("甲"), b"1", path=str(first)).row
    store(library, article("甲"), b"1", path=str(copy))
    other = store(library, article("乙"), b"2", path=str(copy))
    assert isinstance(other, Added)
    assert not other.updated
    assert isinstance(store(library, article("甲"), b"1", path=str(first)), AlreadyHere)
    assert isinstance(store(library, article("乙"), b"2", path=str(copy)), AlreadyHere)
    assert [str(first), str(copy)] == [row.path for row in library.rows((original.article_id, other.row.article_id))]


def test_an_article_follows_a_file_that_was_moved(library: Library, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    row = store(library, article("甲"), b"1", path=str(old)).row
    moved = store(library, article("甲"), b"1", path=str(new))
    assert str(new) == moved.row.path
    changed = store(library, article("乙"), b"2", path=str(new))
    assert isinstance(changed, Added)
    assert changed.updated
    assert row.short_id == changed.row.short_id


def test_a_file_that_takes_over_the_text_of_another_leaves_its_own_article(library: Library, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.touch()
    there.touch()
    first = store(library, article("甲"), b"1", path=str(here)).row
    second = store(library, article("乙"), b"2", path=str(there)).row
    assert second.short_id == store(library, article("乙"), b"2", path=str(here)).row.short_id
    assert (None, str(there)) == tuple(row.path for row in library.rows((first.article_id, second.article_id)))


def test_standard_input_follows_nothing(library: Library) -> None:
    store(library, article("甲"), b"1")
    assert isinstance(store(library, article("乙"), b"2"), Added)
    assert 2 == library.count()


def test_a_path_that_is_no_text_is_kept(library: Library) -> None:
    name = os.fsdecode(b"/saved/\xa4\xa4\xff.txt")
    assert name == store(library, article(), path=name).row.path


def test_own_tags_come_with_an_import_every_time(library: Library) -> None:
    row = store(library, article(), b"x", own_tags=("一",)).row
    assert ("一",) == row.tags
    assert ("一", "二") == store(library, article(), b"x", own_tags=("二", "一")).row.tags


def test_cleaning_again_keeps_what_the_person_did(library: Library) -> None:
    row = put(library, "舊題", "舊文", tags=("甲", "乙"))
    library.retag((row.article_id,), add=("自己",), remove=("甲",))
    library.set_state((row.article_id,), bookmarked=True, now=NOW)
    library.replace(row.article_id, article("新題", "新文", tags=("甲", "丙")), VERDICTS)
    (now,) = library.rows((row.article_id,))
    assert ("新題", ("自己", "丙"), True) == (now.title, now.tags, now.bookmarked)
    assert VERDICTS == library.verdicts(row.article_id)
    assert (["新題"], []) == (titles(library, "新文"), titles(library, "舊文"))


def test_a_batch_is_there_at_once_and_findable_at_its_end(library: Library, path: Path) -> None:
    with library.batch():
        for number in range(150):
            put(library, f"第{number}篇", "批次")
        with Library.open(path) as other:
            assert 150 == other.count()
    assert 150 == len(titles(library, "批次"))


def test_what_a_killed_batch_left_unindexed_is_found_after_the_next_start(library: Library, path: Path) -> None:
    batch = library.batch()
    batch.__enter__()
    put(library, "甲", "批次")
    assert [] == titles(library, "批次")
    with Library.open(path) as other:
        assert ["甲"] == titles(other, "批次")
    batch.__exit__(None, None, None)
    assert ["甲"] == titles(library, "批次")


def test_ids_grow_where_the_beginning_is_taken(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    class Hash:
        def __init__(self, data: bytes) -> None:
            self.data = data

        def digest(self) -> bytes:
            return b"\xab" * 10 + self.data

    monkeypatch.setattr("tui_reader.library.storing.hashlib.sha256", Hash)
    rows = [store(library, article(), data).row for data in (b"1", b"2", b"3")]
    assert ["abababa", "abababab", "ababababa"] == [row.short_id for row in rows]
    assert rows[0] == library.resolve("ABABABA")


@pytest.mark.parametrize("call", ["stored", "source", "verdicts"])
def test_an_unknown_key_is_said_to_be(library: Library, call: str) -> None:
    with pytest.raises(UnknownId, match="number 7"):
        getattr(library, call)(7)
    with pytest.raises(UnknownId):
        library.replace(7, article())


def test_unknown_keys_are_left_out_of_rows_and_remembering(library: Library) -> None:
    row = put(library)
    library.remember(99, Position(0, 0, ""))
    assert (row,) == library.rows((99, row.article_id))
    assert () == library.rows(())


def test_positions_and_settings_are_kept(library: Library, path: Path) -> None:
    row = put(library)
    assert library.setting("measure") is None
    assert library.stored(row.article_id).position is None
    for value in (1, 2):
        library.remember(row.article_id, Position(value, 5, "上下文"))
        library.set_setting("measure", str(value))
    with Library.open(path) as again:
        assert "2" == again.setting("measure")
        assert Position(2, 5, "上下文") == again.stored(row.article_id).position


def test_automatic_tags_are_one_per_fold(library: Library) -> None:
    row = put(library, tags=("華為", "华为", " ", "AI", "ai"))
    assert ("華為", "AI") == tags(library, row.article_id)


def test_doubt_is_stored(library: Library) -> None:
    row = put(library, uncertain=True)
    assert row.uncertain
    assert library.rows((row.article_id,))[0].uncertain
    assert library.stored(row.article_id).article.uncertain
    assert not put(library, "另一篇").uncertain
