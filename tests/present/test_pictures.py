"""Pictures among the lines of a page."""

from __future__ import annotations

from tui_reader.present.page import page_of
from tui_reader.present.pictures import TALLEST, PlacedPicture, Size, illustrated, size_in
from tui_reader.present.pieces import Piece

TEXT = (Piece("title", "港口", 0), Piece("paragraph", "码头的软件系统昨日完成升级。", 1))
CAPTIONS = (Piece("caption", "图一"), Piece("caption", "图二"))
COMMENTS = (Piece("rule", "评论"), Piece("reader", "网友"), Piece("comment", "好", 2))
ONE, TWO = PlacedPicture(Size(4, 2), 0), PlacedPicture(Size(6, 1), 1)


def shown(pieces: tuple[Piece, ...], *pictures: PlacedPicture, images: int = 2) -> list[str]:
    """Lines without empty ones; of pictures, number and row."""
    page = illustrated(page_of(1, pieces, 40), pictures, images)
    assert page.starts[-1] == page.height == sum(map(len, page.blocks))
    lines = [line for line in map(page.line, range(page.height)) if line is not None]
    return [f"{line.picture[0]}.{line.picture[1]}" if line.picture else line.text for line in lines if line.spans]


def test_each_picture_is_above_its_caption() -> None:
    lines = shown((*TEXT, *CAPTIONS, *COMMENTS), ONE, TWO)
    assert ["0.0", "0.1", "▫ 图一", "1.0", "▫ 图二", "── 评论"] == lines[2:8]


def test_a_picture_that_was_not_imported_leaves_its_caption() -> None:
    assert ["▫ 图一", "0.0", "▫ 图二"] == shown((*TEXT, *CAPTIONS), TWO)[2:]


def test_without_pairs_all_are_above_the_captions() -> None:
    assert ["0.0", "0.1", "1.0", "▫ 图一"] == shown((*TEXT, CAPTIONS[0]), ONE, TWO)[2:]


def test_without_captions_they_are_below_the_text_and_above_the_comments() -> None:
    lines = shown((*TEXT, *COMMENTS), ONE, TWO._replace(number=None))
    assert [TEXT[1].text, "0.0", "0.1", "1.0", "── 评论"] == lines[1:6]


def test_places_in_the_text_are_found_around_pictures() -> None:
    pieces = (*TEXT, *CAPTIONS)
    page = illustrated(page_of(1, pieces, 40), (ONE, TWO), 2)
    for number in range(len(pieces)):
        line = page.line(page.line_showing(number, 0))
        assert line
        assert line.text.endswith(pieces[number].text)


def test_sizes_keep_the_shape_and_fit() -> None:
    assert Size(40, 12) == size_in(1000, 600, 40)
    assert Size(10, 5) == size_in(80, 80, 40)
    assert Size(5, TALLEST) == size_in(100, 1000, 40)
    assert Size(1, 1) == size_in(1, 1, 40)
