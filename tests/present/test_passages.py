"""Marked passages on a page and as rows of the panel."""

from tests.present.test_selection import PIECES, page
from tui_reader.model import PassageMark, Row
from tui_reader.present.decorations import Decoration
from tui_reader.present.page import page_of
from tui_reader.present.passages import highlight_decorations, mark_rows, next_after, place_marks
from tui_reader.present.selection import Place, TextSelection

NEAR, FAR = PassageMark(7, 1, 0, "海上有風。", number=1), PassageMark(7, 2, 0, "岸上有人。", "記得", number=2)


def row(key: int, title: str, *, bookmarked: bool = False) -> Row:
    return Row(key, f"{key}ab", title, None, None, None, "hant", (), False, bookmarked, "2026-01-01", None)


def test_marks_stand_in_the_order_of_their_places() -> None:
    found = place_marks(page(), (FAR, NEAR))
    assert [(NEAR, TextSelection(Place(2, 0), Place(2, 5))), (FAR, TextSelection(Place(3, 0), Place(3, 5)))] == list(
        found
    )
    assert {2: (Decoration(0, 5, "marked"),), 3: (Decoration(0, 5, "marked"),)} == highlight_decorations(page(), found)


def test_a_mark_is_found_again_after_a_new_cleaning() -> None:
    moved = page_of(7, (*PIECES[:2], PIECES[3], PIECES[2]), 40)
    assert [TextSelection(Place(2, 0), Place(2, 5))] == [choice for _, choice in place_marks(moved, (FAR,))]


def test_words_that_were_cleaned_away_stand_nowhere() -> None:
    assert () == place_marks(page_of(7, PIECES[:3], 40), (FAR,))


def test_a_mark_over_two_pieces() -> None:
    both = PassageMark(7, 1, 13, "大家都走了嗎？\n\n岸上有人。")
    assert [TextSelection(Place(2, 13), Place(3, 5))] == [choice for _, choice in place_marks(page(), (both,))]


def test_the_next_mark_and_round_again() -> None:
    found = place_marks(page(), (NEAR, FAR))
    assert [0, 1, 0, None] == [
        next_after(found, Place(0, 0)), next_after(found, Place(2, 0)), next_after(found, Place(5, 0)),
        next_after((), Place(0, 0)),
    ]  # fmt: skip


def test_rows_list_articles_with_their_passages_the_current_one_first() -> None:
    rows = {3: row(3, "另一篇", bookmarked=True), 7: row(7, "風來了")}
    told = mark_rows((FAR, NEAR), rows, 7, lambda text, _: text)
    assert ["  風來了", "  ❞ 海上有風。", "  ❞ ✎ 記得 · 岸上有人。", "★ 另一篇"] == [line.text for line in told]
    assert [(7, None), (7, NEAR), (7, FAR), (3, None)] == [(line.article_id, line.mark) for line in told]
