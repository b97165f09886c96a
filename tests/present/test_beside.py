"""What stands beside an article, and which places belong together."""

import pytest

from tui_reader.model import Script, Shown
from tui_reader.present.beside import counterpart, other_side
from tui_reader.present.display import Traditional
from tui_reader.present.page import Page, page_of
from tui_reader.present.pieces import Piece
from tui_reader.present.place import START, Anchor


@pytest.mark.parametrize(
    ("script", "shown", "traditional", "expected"),
    [
        ("hant", "source", "tw", "cn"),
        ("hans", "source", "tw", "tw"),
        ("hans", "source", "hk", "hk"),
        ("hant", "cn", "tw", "source"),
        ("hans", "tw", "tw", "source"),
        ("hans", "cn", "tw", "tw"),
        ("hant", "tw", "tw", "cn"),
    ],
)
def test_the_other_side(script: Script, shown: Shown, traditional: Traditional, expected: Shown) -> None:
    assert expected == other_side(script, shown, traditional)


def of(key: int, *paragraphs: str) -> Page:
    body = (Piece("paragraph", text, number) for number, text in enumerate(paragraphs, 1))
    return page_of(key, (Piece("title", "題", 0), Piece("meta", "報"), *body), 40)


def test_the_same_article_has_the_same_places() -> None:
    assert Anchor(3, 7) == counterpart(Anchor(3, 7), of(1, "甲" * 9, "乙" * 9), of(1, "甲" * 9, "乙" * 9))


def test_paragraphs_of_two_articles_go_together_by_number() -> None:
    mine, theirs = of(1, "甲" * 10, "乙" * 10, "丙"), of(2, "一" * 20, "二" * 30)
    assert [START, Anchor(2, -1), Anchor(3, 15), Anchor(3, 30)] == [
        counterpart(anchor, mine, theirs) for anchor in (START, Anchor(2, -1), Anchor(3, 5), Anchor(4, 0))
    ]


def test_an_article_without_paragraphs_stays_where_it_is() -> None:
    assert Anchor(1, 0) == counterpart(Anchor(3, 5), of(1, "甲", "乙" * 9), of(2))
