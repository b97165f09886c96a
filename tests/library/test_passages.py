"""Passages that a person marked, with notes, and what is taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.library.samples import NOW, article, later, put
from tui_reader.errors import UnknownId
from tui_reader.library import Library
from tui_reader.model import PassageMark, Position


def kept(library: Library) -> list[tuple[str, str]]:
    return [(mark.text, mark.note) for mark in library.highlights()]


def test_marks_of_an_article_stand_in_the_order_of_their_places(library: Library) -> None:
    article_id = put(library, "標題", "海上有風。", "岸上有人。").article_id
    for passage, text in ((2, "岸上有人。"), (1, "海上有風。")):
        library.highlight(PassageMark(article_id, passage, 0, text), NOW)
    assert ["海上有風。", "岸上有人。"] == [mark.text for mark in library.highlights(article_id)]
    assert ["海上有風。", "岸上有人。"] == [text for text, _ in kept(library)]


def test_all_marks_stand_newest_first(library: Library) -> None:
    first, second = put(library, "甲").article_id, put(library, "乙").article_id
    library.highlight(PassageMark(first, 1, 0, "正文。"), NOW)
    library.highlight(PassageMark(second, 0, 0, "乙"), later(5))
    assert [second, first] == [mark.article_id for mark in library.highlights()]


def test_a_mark_knows_its_place_by_its_first_piece() -> None:
    assert Position(3, 4, "海上有風。") == PassageMark(1, 3, 4, "海上有風。\n\n岸上有人。").position


def test_the_same_words_are_marked_once_and_noted_on_again(library: Library) -> None:
    article_id = put(library).article_id
    assert "1 highlight added" == library.highlight(PassageMark(article_id, 1, 0, "正文。"), NOW).sentence
    again = library.highlight(PassageMark(article_id, 1, 0, "正文。"), later(9))
    assert not again
    noted = library.highlight(PassageMark(article_id, 1, 0, "正文。", note="再想想"), later(9))
    assert "1 note changed" == noted.sentence
    assert [("正文。", "再想想")] == kept(library)
    assert ["2026-03-01T08:30:00+00:00"] == [mark.when for mark in library.highlights(article_id)]


def test_marking_is_undone(library: Library) -> None:
    article_id = put(library).article_id
    change = library.highlight(PassageMark(article_id, 1, 0, "正文。"), NOW)
    library.undo(change)
    assert [] == kept(library)


def test_taking_a_mark_off_is_undone(library: Library) -> None:
    article_id = put(library).article_id
    library.highlight(PassageMark(article_id, 1, 0, "正文。", note="要緊"), NOW)
    (mark,) = library.highlights(article_id)
    change = library.remove_highlight(mark.number)
    assert "1 highlight removed" == change.sentence
    assert [] == kept(library)
    library.undo(change)
    assert (mark,) == library.highlights(article_id)


def test_undoing_spares_what_was_noted_since(library: Library) -> None:
    article_id = put(library).article_id
    change = library.highlight(PassageMark(article_id, 1, 0, "正文。"), NOW)
    library.highlight(PassageMark(article_id, 1, 0, "正文。", note="後來寫的"), NOW)
    library.undo(change)
    assert [("正文。", "後來寫的")] == kept(library)


def test_a_mark_that_is_gone_is_not_taken_off(library: Library) -> None:
    change = library.remove_highlight(7)
    assert not change
    assert "nothing changed" == change.sentence


def test_no_article_no_mark(library: Library) -> None:
    with pytest.raises(UnknownId, match="number 99"):
        library.highlight(PassageMark(99, 0, 0, "甲"), NOW)


def test_marks_outlive_a_new_cleaning_and_the_program(library: Library, path: Path) -> None:
    article_id = put(library, "標題", "海上有風。").article_id
    library.highlight(PassageMark(article_id, 1, 0, "海上有風。"), NOW)
    library.replace(article_id, article("新標題", "前言。", "海上有風。"))
    library.close()
    with Library.open(path) as again:
        assert [("海上有風。", "")] == kept(again)


def colours(library: Library) -> list[str]:
    return [mark.colour for mark in library.highlights()]


def test_the_colour_is_changed_and_undone(library: Library) -> None:
    article_id = put(library).article_id
    library.highlight(PassageMark(article_id, 1, 0, "正文。", note="要緊", colour="green"), NOW)
    (mark,) = library.highlights()
    change = library.highlight(replace(mark, colour="red"), NOW)
    assert ("1 highlight changed colour", ["red"]) == (change.sentence, colours(library))
    library.undo(change)
    assert ["green"] == colours(library)
    library.highlight(replace(mark, colour="yellow"), NOW)
    assert [("正文。", "要緊")] == kept(library)
    assert ["yellow"] == colours(library)


def test_the_same_words_highlighted_again_keep_their_colour(library: Library) -> None:
    article_id = put(library).article_id
    library.highlight(PassageMark(article_id, 1, 0, "正文。", colour="blue"), NOW)
    assert not library.highlight(PassageMark(article_id, 1, 0, "正文。"), NOW)
    assert ["blue"] == colours(library)


def test_colours_are_backed_up_and_restored(library: Library, tmp_path: Path) -> None:
    article_id = put(library).article_id
    library.highlight(PassageMark(article_id, 1, 0, "正文。", colour="blue"), NOW)
    records = list(library.backups.records())
    assert "blue" == records[0]["highlights"][0]["colour"]
    with Library.open(tmp_path / "other" / "library.db") as other:
        put(other)
        other.backups.merge(records)
        assert ["blue"] == colours(other)


def test_a_deleted_article_comes_back_with_its_colours(library: Library) -> None:
    article_id = put(library).article_id
    library.highlight(PassageMark(article_id, 1, 0, "正文。", colour="red"), NOW)
    library.trash.undo(library.trash.delete((article_id,)))
    assert ["red"] == colours(library)
