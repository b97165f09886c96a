"""Small pages of our own in the layouts of many outlets and regions, with what their metadata say."""

from tests.cleaning.layouts import (
    boards,
    hong_kong,
    later_hans,
    later_hant,
    mainland,
    mainland_more,
    noisy,
    overseas,
    systems,
    taiwan,
)
from tests.cleaning.layouts.pages import Case

CASES: list[Case] = [
    case
    for part in (mainland, mainland_more, taiwan, hong_kong, overseas, boards, later_hans, later_hant, noisy, systems)
    for case in part.CASES
]
