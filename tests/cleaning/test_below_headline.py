"""The lines below a headline where a notice was the page's most likely text."""

import numpy as np

from tui_reader.cleaning.body.below_headline import below_headline, headline_in_dump
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.markup.blocks import Block

PLAIN = Label("body", "loose", "", -10.0)
DATE = Label("metadata", "date", "", -15.0)
WORD = Label("dropped", "menu", "", -10.0)
END = Label("dropped", "related", "", -150.0, "soft")

HEADLINE = ("渡口冬季开船时刻表", PLAIN)
SCHEDULE = [
    ("清晨六点半，东岸旧码头，船工老周", PLAIN),
    ("上午九点，西岸新码头，船工小何", PLAIN),
    ("傍晚五点，东岸旧码头，船工老周", PLAIN),
]
WORDS = [("码头", WORD)] * 3


def below(rows: list[tuple[str, Label]]) -> tuple[int, int]:
    return below_headline([Block(text, text) for text, _ in rows], [label for _, label in rows], 0)


def test_the_text_begins_below_the_row_with_the_date_and_ends_at_several_other_lines() -> None:
    assert below([HEADLINE, ("2019-11-02", DATE), *SCHEDULE, ("2019-11-01", DATE), *WORDS, *SCHEDULE]) == (2, 5)


def test_a_single_date_and_repeated_words_stand_inside() -> None:
    assert below([HEADLINE, *SCHEDULE, ("2019-11-01", DATE), *SCHEDULE, *WORDS[:2], *SCHEDULE]) == (1, 13)


def test_a_line_that_ends_stories_ends_it() -> None:
    assert below([HEADLINE, *SCHEDULE, ("相关阅读", END), *SCHEDULE]) == (1, 4)


def test_a_few_words_are_no_text() -> None:
    assert below([HEADLINE, ("东岸", PLAIN), ("西岸", PLAIN), *WORDS]) == (0, 0)


def test_nothing_below_the_headline() -> None:
    assert below([HEADLINE]) == (0, 0)


def test_a_dump_repeats_its_first_line_as_the_headline() -> None:
    in_title, of_title = np.array([[1, 0.1, 1, 0.9], [1, 0.0, 0.3, 0.6]], np.float32)
    assert headline_in_dump(in_title, of_title) == 3
    assert headline_in_dump(in_title[:2], of_title[:2]) == -1
    assert headline_in_dump(in_title[:1], of_title[:1]) == -1
