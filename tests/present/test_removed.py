"""The view of what was removed: entries, folding, reasons, places."""

from __future__ import annotations

import pytest

from tui_reader.model import Amendment, Article, Comment, Passage, Removed
from tui_reader.present.display import text_converter
from tui_reader.present.removed import FOLDED_FROM, Entry, RemovedView, view_of
from tui_reader.script import converter
from tui_reader.text.cells import width

MENU = tuple(Removed(f"選單{number}", "navigation" if number % 3 else "a share row", 2) for number in range(9))
ARTICLE = Article(
    "老街整修",
    (
        Passage("paragraph", "第一段。"),
        Passage("heading", "小標"),
        Passage("list_item", "一"),
        Passage("list_item", "二"),
    ),
    "hant",
    "utf-8",
    deck=("導言。",),
    captions=("圖說",),
    comments=(Comment("好"),),
    removed=(
        Removed("首頁", "navigation", 0),
        Removed("廣告", "an ad", 1),
        *MENU,
        Removed("a\tb\nc", "a table", 4, "table"),
    ),
)


def view(
    article: Article = ARTICLE, *words: Amendment, measure: int = 60, opened: frozenset[int] = frozenset(), **how: str
) -> RemovedView:
    turn = text_converter(article, how.get("shown", "source"), converter)  # type: ignore[arg-type]
    return view_of(7, article, words, turn, measure, opened)


def listed(view: RemovedView) -> list[tuple[str, str]]:
    return [(entry.state, entry.label) for entry in view.entries]


def on_screen(view: RemovedView) -> list[str]:
    return [line.text if (line := view.line(row)) else "?" for row in range(view.height)]


def test_all_stands_in_place() -> None:
    assert [
        ("head", "老街整修"),
        ("kept", "導言。"),
        ("removed", "首頁"),
        ("kept", "第一段。"),
        ("removed", "廣告"),
        ("kept", "小標"),
        ("folded", "9 lines: navigation, a share row"),
        ("kept", "一"),
        ("kept", "二"),
        ("removed", "a   b\nc".replace("   ", "\t")),
        ("kept", "圖說"),
    ] == listed(view())
    assert "12 lines removed" == view().entries[0].reason


def test_few_lines_in_a_row_do_not_fold() -> None:
    few = tuple(Removed(str(n), "navigation", 1) for n in range(FOLDED_FROM - 1))
    lines = Article("題", (Passage("paragraph", "文。"),), "hant", "utf-8", removed=few)
    assert ["head", "kept", *["removed"] * len(few)] == [entry.state for entry in view(lines).entries]
    assert "nothing removed" == view(Article("題", (), "hant", "utf-8")).entries[0].reason


def test_many_reasons_are_counted_not_told() -> None:
    many = tuple(Removed("x", reason) for reason in "aaabbcd")
    assert "7 lines: a, b and 2 more reasons" == view(Article("題", (), "hant", "utf-8", removed=many)).entries[1].label


def test_opened_lines_stand_below_their_heading() -> None:
    folded = view()
    entry = folded.entries[6]
    opened = view(opened=frozenset(entry.numbers[4:5]))
    assert [("opened", entry.label), *(("removed", line.text) for line in MENU)] == listed(opened)[6:16]
    assert tuple(line.text for line in MENU) == entry.texts
    assert 6 == opened.entry_like(entry)
    assert 9 == opened.entry_like(opened.entries[9])
    assert 6 == folded.entry_like(opened.entries[9])


def test_a_line_of_another_view_is_found_by_its_number() -> None:
    entry = Entry("removed", "paragraph", "", range(90, 91))
    assert len(view().entries) - 1 == view().entry_like(entry)
    assert 0 == view().entry_like(view().entries[0])


def test_numbers_stay_when_lines_are_put_back() -> None:
    back = Article(
        ARTICLE.title,
        (*ARTICLE.body[:1], Passage("paragraph", "廣告"), *ARTICLE.body[1:]),
        "hant",
        "utf-8",
        deck=ARTICLE.deck,
        captions=ARTICLE.captions,
        removed=tuple(
            Removed(r.text, r.reason, r.before + (r.before > 0), r.kind) for r in ARTICLE.removed if r.text != "廣告"
        ),
    )
    changed = view(back, Amendment("廣告", True))
    place = changed.entry_like(view().entries[4])
    assert ("back", "廣告", "restored by you") == (
        changed.entries[place].state, changed.entries[place].label, changed.entries[place].reason,
    )  # fmt: skip


@pytest.mark.parametrize("measure", [2, 8, 20, 33, 60])
def test_no_line_is_longer_than_the_measure(measure: int) -> None:
    for row in on_screen(view(measure=measure, opened=frozenset(range(40)))):
        assert width(row) <= max(measure, 4)


def test_reasons_stand_at_the_right_where_there_is_room_else_below() -> None:
    rows = on_screen(view(measure=30))
    assert "首頁" + " " * 16 + "navigation" in rows
    long = Article("題", (), "hant", "utf-8", removed=(Removed("很長的一行" * 3, "x"), Removed("短", "the reason why")))
    rows = on_screen(view(long, measure=30))
    assert [f"{'很長的一行' * 3}", " " * 29 + "x", "短" + " " * 14 + "the reason why"] == rows[-4:-1]


def test_removed_lines_stand_close_and_the_text_as_it_is_read() -> None:
    rows = on_screen(view(measure=40, opened=frozenset(range(40))))
    assert ["• 一", "• 二", ""] == rows[(at := rows.index("• 一")) : at + 3]
    assert "" == rows[rows.index("■ 小標") + 1]
    menu = next(row for row, text in enumerate(rows) if text.startswith("選單0"))
    assert [f"選單{n}" for n in range(9)] == [text[:3] for text in rows[menu : menu + 9]]
    assert "" == rows[menu + 9]


def test_what_is_shown_is_turned_and_what_is_amended_is_not() -> None:
    turned = view(shown="cn")
    assert ("removed", "广告") == listed(turned)[4]
    assert ("廣告",) == turned.entries[4].texts


def test_places_of_passages() -> None:
    assert [0, 1, 3, 5, 7, 8, 8] == [view().entry_at(passage) for passage in (0, 1, 2, 3, 4, 5, 99)]
    assert [2, 4, 6, 9, None] == [view().next_removed(place, 1) for place in (0, 2, 4, 6, 9)]
    assert [None, 2, 6] == [view().next_removed(place, -1) for place in (2, 4, 8)]


def test_what_the_person_dropped_is_not_folded_away() -> None:
    folded = view(ARTICLE, Amendment("選單4", False))
    assert [("folded", "4 lines: a share row, navigation"), ("removed", "選單4")] == listed(folded)[6:8]
    assert ("folded", "4 lines: navigation, a share row") == listed(folded)[8]


def test_a_word_that_finds_nothing_is_told_at_the_end() -> None:
    last = view(ARTICLE, Amendment("碎片", True), Amendment("別處", False)).entries[-2:]
    assert [("back", "碎片"), ("removed", "別處")] == [(entry.state, entry.label) for entry in last]
    assert all("no longer" in entry.reason for entry in last)
