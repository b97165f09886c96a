"""What a person does with articles, and takes back."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.samples import NOW, article, later, put, tags
from tui_reader.errors import UsageError
from tui_reader.library import Change, Library
from tui_reader.query import Query


def test_bookmarks_stand_newest_mark_first(library: Library) -> None:
    first, second, third = (put(library, title, published="2025-02-24") for title in "甲乙丙")
    library.set_state((third.article_id,), bookmarked=True, now=NOW)
    library.set_state((first.article_id, second.article_id), bookmarked=True, now=NOW)
    assert ["乙", "甲", "丙"] == [row.title for row in library.bookmarks()]
    assert {"2026-03-01T08:30:00+00:00"} == {row.marked_at for row in library.bookmarks()}


def test_a_second_bookmark_leaves_the_first_one_standing(library: Library) -> None:
    row = put(library)
    library.set_state((row.article_id,), bookmarked=True, now=NOW)
    again = library.set_state((row.article_id,), bookmarked=True, now=later(60))
    assert not again
    assert "no bookmarks added" == again.sentence
    assert "2026-03-01T08:30:00+00:00" == library.bookmarks()[0].marked_at


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (
            lambda library, article_ids: library.set_state(article_ids, bookmarked=True, now=NOW),
            "3 bookmarks added",
        ),
        (
            lambda library, article_ids: library.set_state(article_ids[:1], read=True, now=NOW),
            "1 article marked read",
        ),
        (
            lambda library, article_ids: library.set_state(article_ids, bookmarked=False, now=NOW),
            "no bookmarks removed",
        ),
        (lambda library, article_ids: library.set_state(article_ids, now=NOW), "nothing changed"),
        (lambda library, article_ids: library.retag(article_ids, ("華為",), ("AI",)), "3 articles tagged +華為 -AI"),
    ],
)
def test_a_change_says_what_was_done(
    library: Library,
    act: Callable[[Library, list[int]], Change],
    sentence: str,
) -> None:
    article_ids = [put(library, title).article_id for title in "甲乙丙"]
    assert sentence == act(library, article_ids).sentence


def test_unknown_keys_are_passed_over(library: Library) -> None:
    row = put(library)
    assert "1 bookmark added" == library.set_state((row.article_id, 99), bookmarked=True, now=NOW).sentence
    assert "1 article tagged +甲" == library.retag((99, row.article_id), ("甲",)).sentence


def test_own_tags_stand_first_in_the_order_given(library: Library) -> None:
    row = put(library, tags=("甲", "乙"))
    library.retag((row.article_id,), add=("丁", "丙"))
    library.retag((row.article_id,), add=("乙", "丁"))
    assert ("丁", "丙", "乙", "甲") == tags(library, row.article_id)


def test_an_article_shows_a_tag_in_its_own_spelling_or_a_person_s(library: Library) -> None:
    first, second = put(library, "一", tags=("半導體",)), put(library, "二", tags=("半导体",))
    assert [("半導體",), ("半导体",)] == [tags(library, row.article_id) for row in (first, second)]
    assert [("半導體", 2)] == [(count.tag, count.count) for count in library.tag_counts(Query())]
    change = library.retag((second.article_id,), add=("半導體",))
    assert [("半導體",)] * 2 == [tags(library, row.article_id) for row in (first, second)]
    library.undo(change)
    assert ("半导体",) == tags(library, second.article_id)
    library.replace(second.article_id, article(tags=("半導體",)))
    assert ("半導體",) == tags(library, second.article_id)


def test_an_automatic_tag_taken_away_stays_away_until_it_is_added(library: Library) -> None:
    row = put(library, tags=("華為", "AI"))
    library.retag((row.article_id,), remove=("华为",))
    library.replace(row.article_id, article(tags=("华为", "AI")))
    assert ("AI",) == tags(library, row.article_id)
    library.retag((row.article_id,), add=("華為",))
    assert ("華為", "AI") == tags(library, row.article_id)


def test_an_own_tag_taken_away_is_gone_and_may_come_from_the_cleaner_later(library: Library) -> None:
    row = put(library)
    library.retag((row.article_id,), add=("甲",))
    library.retag((row.article_id,), remove=("甲",))
    assert () == tags(library, row.article_id)
    library.replace(row.article_id, article(tags=("甲",)))
    assert ("甲",) == tags(library, row.article_id)


def test_a_tag_asked_for_both_ways_is_added(library: Library) -> None:
    row = put(library)
    library.retag((row.article_id,), add=("華為",), remove=("华为",))
    assert ("華為",) == tags(library, row.article_id)


@pytest.mark.parametrize("tag", ["", " \u3000", "\u200b", "\x1b[2J"])
def test_a_tag_without_a_character_is_refused(library: Library, tag: str) -> None:
    row = put(library)
    for how in ({"add": ("甲", tag)}, {"remove": (tag,)}):
        with pytest.raises(UsageError, match="at least one character"):
            library.retag((row.article_id,), **how)
    assert () == tags(library, row.article_id)


def test_a_tag_is_made_harmless(library: Library) -> None:
    row = put(library)
    library.retag((row.article_id,), add=("紅\x1b[31m\n包", "[/]"))
    assert ("紅 包", "[/]") == tags(library, row.article_id)


ACTS: dict[str, Callable[[Library, list[int]], Change]] = {
    "bookmark": lambda library, article_ids: library.set_state(article_ids, bookmarked=True, now=later(5)),
    "unmark": lambda library, article_ids: library.set_state(article_ids, bookmarked=False, now=later(5)),
    "read": lambda library, article_ids: library.set_state(article_ids, read=True, bookmarked=True, now=later(5)),
    "unread": lambda library, article_ids: library.set_state(article_ids, read=False, now=later(5)),
    "add": lambda library, article_ids: library.retag(article_ids, ("甲", "新")),
    "remove": lambda library, article_ids: library.retag(article_ids, (), ("甲", "自己")),
    "both": lambda library, article_ids: library.retag(article_ids, ("別",), ("甲",)),
}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=6))
def test_undoing_all_changes_restores_everything(acts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.db") as library:
        article_ids = [put(library, title, tags=("甲", "乙")).article_id for title in "一二三"]
        library.set_state(article_ids[:2], bookmarked=True, read=True, now=NOW)
        library.retag(article_ids[1:], ("自己",), ("乙",))
        before = (library.rows(article_ids), library.bookmarks())
        changes = [ACTS[act](library, article_ids) for act in acts]
        for change in reversed(changes):
            library.undo(change)
        assert before == (library.rows(article_ids), library.bookmarks())


def test_undo_leaves_what_was_done_since(library: Library) -> None:
    row = put(library, tags=("甲",))
    marked = library.set_state((row.article_id,), bookmarked=True, read=True, now=NOW)
    tagged = library.retag((row.article_id,), add=("自己",))
    library.set_state((row.article_id,), bookmarked=False, now=later(1))
    library.set_state((row.article_id,), bookmarked=True, now=later(2))
    library.retag((row.article_id,), add=("別的",))
    library.replace(row.article_id, article("新", tags=("丙",)))

    library.undo(tagged)
    library.undo(marked)
    library.undo(marked)

    (now,) = library.rows((row.article_id,))
    assert (True, False, ("別的", "丙")) == (now.bookmarked, now.read, now.tags)
    assert "2026-03-01T08:30:02+00:00" == now.marked_at


def test_undo_brings_back_a_tag_that_only_the_person_gave(library: Library) -> None:
    row = put(library)
    library.retag((row.article_id,), add=("自己",))
    library.undo(library.retag((row.article_id,), remove=("自己",)))
    assert ("自己",) == tags(library, row.article_id)


def test_a_toggle_sets_unless_all_are_set(library: Library) -> None:
    first, second = (put(library, title) for title in "甲乙")
    article_ids = (first.article_id, second.article_id)
    library.set_state(article_ids[:1], bookmarked=True, read=True)
    for expected in (True, False, True):
        library.set_state(article_ids, bookmarked="toggle", read="toggle")
        assert [(expected, expected)] * 2 == [(row.bookmarked, row.read) for row in library.rows(article_ids)]


def test_changes_are_dated_by_the_clock(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db", clock=lambda: later(90)) as library:
        row = put(library, "甲")
        library.set_state((row.article_id,), bookmarked=True)
        assert (later(90).isoformat(timespec="seconds"),) == tuple(row.marked_at for row in library.bookmarks())
