"""Names of elements, distances between blocks and breadcrumbs without a sign, on hand-made input."""

import numpy as np
import pytest

from tui_reader.cleaning.body.columns import distances
from tui_reader.cleaning.comments.element_names import names_of
from tui_reader.cleaning.markup.naming import UNNAMED, naming_of
from tui_reader.cleaning.patterns.crumbs import steps_of


@pytest.mark.parametrize(
    ("attributes", "field", "expected"),
    [
        ({"class": "Post-Author"}, "role", "author"),
        ({"id": "laiyuan"}, "role", "source"),
        ({"class": "authority"}, "role", None),
        ({"class": "SideBar"}, "region", "navigation"),
        ({"id": "upload"}, "region", None),
        ({"class": "CodeBox"}, "is_box", True),
        ({"class": "barcodebox"}, "is_box", False),
        ({"class": "pre-Wrap"}, "keeps_lines", True),
        ({"class": "no-pre-wrap"}, "keeps_lines", False),
        ({"class": "SR-only"}, "is_unseen", True),
        ({"id": "a", "class": "b c", "role": "d"}, "names", "a b c d "),
        ({"id": "a", "class": " b  c "}, "classes", ("b", "c")),
    ],
)
def test_an_element_is_described_by_its_names(attributes: dict[str, str], field: str, expected: object) -> None:
    assert getattr(naming_of(attributes), field) == expected


def test_an_element_without_attributes_has_no_names() -> None:
    assert (UNNAMED.names, UNNAMED.region, UNNAMED.role) == ("", None, None)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("AnswerItem-12 odd", ("AnswerItem- ", False, True, True)),
        ("comment-list", ("comment-list", True, False, False)),
        ("guestbook", ("guestbook", True, False, False)),
        ("compost", ("compost", False, False, False)),
        ("post2", ("post", False, True, True)),
    ],
)
def test_words_of_posts_and_comments_in_names(names: str, expected: tuple[str, bool, bool, bool]) -> None:
    assert tuple(names_of(names)) == expected


def test_distances_to_marked_blocks_of_several_rows() -> None:
    marked = np.array([[True, False, False], [False, False, True]])
    up, down = distances(marked)
    assert up.tolist() == [[50, 1, 2], [50, 50, 50]]
    assert down.tolist() == [[50, 50, 50], [2, 1, 50]]


def test_distances_on_a_page_of_one_block() -> None:
    assert [column.tolist() for column in distances(np.array([True]))] == [[50], [50]]


@pytest.mark.parametrize("row", ["首页 新闻 正文", "江城晚报", "首页"])
def test_a_row_without_separators_is_no_breadcrumb(row: str) -> None:
    assert steps_of(row) == []
