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
