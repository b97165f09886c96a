"""Copies of a story are one group: across scripts, trimmed, with other headers; after edits, deletion and restoring."""

from pathlib import Path

from tests.library.samples import article, put, store
from tui_reader.api import convert
from tui_reader.library import Library
from tui_reader.model import Row

STORY = (
    "清晨五點，港口的起重機已經開始運轉，等待卸貨的船隻一路排到外海的燈塔之外。",
    "碼頭工會表示，過去三個月的工時比去年同期增加了兩成，夜班人手卻少了將近一半。",
    "港務公司回應說，新的自動化堆場將在年底前啟用，屆時夜間作業可以減少三分之一。",
    "住在港邊的居民則擔心，卡車改道之後噪音會轉移到住宅區，要求先做環境評估再施工。",
)
OTHER = (
    "市立圖書館的舊館將在下個月閉館整修，館方把八萬冊藏書暫時搬到河岸的倉庫存放。",
    "設計團隊保留了原來的木造樓梯與天窗，閱覽室則往地下延伸，增加一百二十個座位。",
    "整修期間，巡迴書車每週二和週五會停在三個社區活動中心，提供借書和還書服務。",
)


def others(library: Library, row: Row) -> set[str]:
    return {copy.short_id for copy in library.rows((row.article_id,))[0].copies}


def simplified(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(convert(text, "cn") for text in texts)


def test_the_other_script_and_another_header_make_one_story(library: Library) -> None:
    first = put(library, "港口的早晨", *STORY)
    second = put(library, "港口一早", *simplified(STORY), script="hans")
    third = put(library, "快訊", "本報記者綜合報導，轉載請註明出處。", *STORY)
    put(library, "圖書館整修", *OTHER)
    assert {second.short_id, third.short_id} == others(library, first)
    assert {first.short_id, third.short_id} == others(library, second)


def test_a_shortened_text_is_a_copy(library: Library) -> None:
    first = put(library, "港口的早晨", *STORY)
    assert {first.short_id} == others(library, put(library, "港口", *STORY[:2]))


def test_texts_too_short_and_other_stories_stay_alone(library: Library) -> None:
    rows = [
        put(library, "甲", "今日休刊。"),
        put(library, "乙", "今日休刊。", "明日照常。"),
        put(library, "丙", *OTHER),
        put(library, "丁", *STORY),
    ]
    assert not any(others(library, row) for row in rows)


def test_the_outcome_of_storing_names_what_it_is_similar_to(library: Library) -> None:
    first = store(library, article("港口的早晨", *STORY))
    second = store(library, article("港口一早", *simplified(STORY)))
    assert first.similar is None  # type: ignore[union-attr]
    assert first.row.short_id == second.similar.short_id  # type: ignore[union-attr]


def test_a_changed_text_leaves_and_rejoins_its_story(library: Library) -> None:
    first, second = put(library, "港口", *STORY), put(library, "又一篇", *STORY, "完。")
    library.replace(second.article_id, article("又一篇", *OTHER))
    assert set() == others(library, first)
    library.replace(second.article_id, article("又一篇", *STORY, "完。"))
    assert {second.short_id} == others(library, first)


def test_deleting_the_link_parts_a_story_and_restoring_joins_it(library: Library) -> None:
    first, last = put(library, "頭", *STORY[:2], *OTHER[:1]), put(library, "尾", *STORY[2:])
    assert set() == others(library, first)
    link = put(library, "全文", *STORY, *OTHER[:1])
    assert {link.short_id, last.short_id} == others(library, first)
    change = library.trash.delete((link.article_id,))
    assert set() == others(library, first)
    library.trash.undo(change)
    assert {link.short_id, last.short_id} == others(library, first)


def test_the_lowest_article_may_leave_and_come_back(library: Library) -> None:
    rows = [put(library, f"第{number}版", *STORY, f"第{number}版。") for number in range(3)]
    change = library.trash.delete((rows[0].article_id,))
    assert {rows[2].short_id} == others(library, rows[1])
    library.trash.undo(change)
    assert {rows[1].short_id, rows[2].short_id} == others(library, rows[0])


def test_folding_anew_groups_anew(library: Library, path: Path) -> None:
    first, second = put(library, "港口", *STORY), put(library, "港口", *STORY, "完。")
    library.set_setting("fold_version", "0")
    with Library.open(path) as again:
        assert set() == others(again, first)
        again.stories.update()
        assert {second.short_id} == others(again, first)
