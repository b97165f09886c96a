"""Title, author, source and date on small pages of our own in the layouts of many outlets and regions."""

from datetime import datetime

import pytest

from tests.cleaning.layouts import CASES
from tests.cleaning.layouts.pages import Case
from tui_reader.cleaning import clean
from tui_reader.text.fold import fold
from tui_reader.text.names import is_name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_the_page_says(case: Case) -> None:
    found = clean(case.page.encode()).article
    assert found.author in case.author
    assert found.source in case.source
    assert case.published == found.published
    assert case.title == found.title


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_value_is_well_formed(case: Case) -> None:
    found = clean(case.page.encode()).article
    for moment in filter(None, (found.published, found.updated)):
        assert datetime.fromisoformat(moment).year > 1900
    assert found.author is None or "(" in found.author or all(map(is_name, map(fold, found.author.split("、"))))


@pytest.mark.parametrize(
    ("rows", "category"),
    [
        ("作者  riverside (河邊)\n看板  Travel\n標題  [遊記] 老街一日", "Travel"),
        ("老街一日\n发信人: riverside (河边), 信区: Travel", "Travel"),
        ("老街一日\n栏目：健康　发布时间：2024-05-12 08:15", "健康"),
        ("老街一日\n2024-05-12 08:15", None),
    ],
)
def test_a_board_or_section_is_named_by_its_label(rows: str, category: str | None) -> None:
    story = "老街的石板路昨天重新铺好，住户一早就把门前的花盆摆了回去，孩子们在路上跑来跑去。\n卖豆花的老板说，路平了，推车也轻了，下午的客人比往年多了一倍，连隔壁的书店都跟着热闹。\n"
    assert category == clean(f"{rows}\n\n{story}".encode()).article.category
