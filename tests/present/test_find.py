"""Finding in an article as shown: by any name, in either script, however it is spaced."""

from __future__ import annotations

import pytest

from tui_reader.present.decorations import Decoration
from tui_reader.present.find import Found, all_forms, find, own_forms, searchable
from tui_reader.present.pieces import BlockStyle, Piece


def pieces(*texts: str, look: BlockStyle = "paragraph") -> tuple[Piece, ...]:
    return tuple(Piece(look, text, number) for number, text in enumerate(texts))


def found(words: str, *texts: str) -> list[str]:
    """What is lit in the texts."""
    of = pieces(*texts)
    return [of[hit.piece].text[hit.start : hit.end] for hit in find(searchable(of), all_forms((words,))).hits]


def hits(words: str, *texts: str) -> Found:
    return find(searchable(pieces(*texts)), own_forms((words,)))


@pytest.mark.parametrize(
    ("words", "text", "lit"),
    [
        ("软件", "這套軟件很慢", ["軟件"]),
        ("網路", "网络断了", ["网络"]),
        ("祖克柏", "扎克伯格說，祖克柏也說", ["扎克伯格", "祖克柏"]),
        ("META", "Ｍｅｔａ與meta", ["Ｍｅｔａ", "meta"]),
        ("港口", "港 口，港\n口，港\u3000口", ["港 口", "港\n口", "港\u3000口"]),
        ("港 口", "港口", ["港口"]),
        ("open source", "open  source，opensource", ["open  source"]),
        ("therapist", "the rapist", []),
        ("Meta公司", "Meta 公司", ["Meta 公司"]),
        ("a.b", "aXb a.b", ["a.b"]),
        ("？", "對嗎?", ["?"]),
    ],
)
def test_words_are_found(words: str, text: str, lit: list[str]) -> None:
    assert lit == found(words, text)


def test_nothing_is_found_across_pieces() -> None:
    assert [] == found("甲乙", "甲", "乙")


def test_hits_name_their_piece_and_place() -> None:
    assert [(0, 1, 3), (2, 0, 2)] == list(hits("港口", "到港口", "", "港口").hits)
    assert {0: (Decoration(1, 3, "hit"),), 2: (Decoration(0, 2, "hit"),)} == hits("港口", "到港口", "", "港口").lights


def test_title_and_comments_are_searched_tags_are_not() -> None:
    of = (Piece("title", "港口"), Piece("tags", "港口"), Piece("rule", "港口"), Piece("comment", "港口"))
    assert [0, 3] == [hit.piece for hit in find(searchable(of), own_forms(("港口",))).hits]


def test_nothing_typed_finds_nothing() -> None:
    assert () == hits("  ", "甲 乙").hits
    assert () == all_forms(())


def test_going_on_leads_round() -> None:
    of = hits("甲", "甲乙甲", "甲")
    assert [(0, False), (1, False), (2, False), (0, True)] == [
        of.next_from(*place) for place in ((0, 0), (0, 1), (1, 0), (1, 1))
    ]
    assert [(2, True), (0, False), (1, False), (2, False)] == [
        of.last_before(*place) for place in ((0, 0), (0, 1), (1, 0), (1, 1))
    ]
    assert None is hits("丙", "甲").next_from(0, 0)


def test_the_nearest_is_in_the_same_passage() -> None:
    of = hits("甲", "甲乙乙乙甲", "甲")
    assert [0, 1, 2] == [of.nearest(0, 1), of.nearest(0, 9), of.nearest(1, 4)]


def test_what_is_told() -> None:
    of = hits("甲", "甲乙甲")
    assert ("find –/2", "find 2/2", "find: none") == (of.counter(None), of.counter(1), hits("丙", "甲").counter(None))
