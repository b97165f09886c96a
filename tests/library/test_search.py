"""What a query lists, in which order."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.samples import article, later, put, store, titles
from tui_reader.errors import AmbiguousId, UnknownId
from tui_reader.library import Library
from tui_reader.model import Comment, TagCount
from tui_reader.query import Query
from tui_reader.script import Converter

BODY = "DeepSeek-V3發布，臺灣的軟體業者說：「一帶一路」倡議與 5.5G 無關？C++ 與史蒂芬·霍金😀也無關。ﾃｽﾄ 한국어"


@pytest.mark.parametrize(
    "words",
    [
        "软体", "軟體", "台湾", "臺灣的", "台灣", "說", "一带一路倡议", "“一帶一路”", "deep", "DEEPSEEK", "v3", '"deepseek v3"',
        "ＤｅｅｐＳｅｅｋ", "5.5g", "？", "?", "c++", "+", "史蒂芬霍金", "史蒂芬・霍金", "😀", "한국", "ﾃｽ", "软体 台湾 deep",
        "業者說：「一", "無關？C", "标题", "張三", "搜狐", "导言", "图说", "留言", "作者甲", "分类", "标签", "- 軟體", '"',
    ],
)  # fmt: skip
def test_words_that_find(library: Library, words: str) -> None:
    put(
        library, "標題", BODY, author="張三", source="搜狐", deck=("導言",), captions=("圖說",), category="分類", tags=("標籤",),
        comments=(Comment("留言", author="作者甲"),),
    )  # fmt: skip
    assert ["標題"] == titles(library, words)


@pytest.mark.parametrize(
    "words",
    [
        "硬體", "发布台湾", "體的", "seek", '"deepseek v4"', "软体 硬体", '"AND"', "or", "NEAR(甲 乙)", "*", '"text:軟體"', "^標題", "灣臺",
        "标题DeepSeek", "!", "軟體*", "'; DROP TABLE article; --", "\ud800", "軟體 or 硬體", "{text}: 軟體",
    ],
)  # fmt: skip
def test_words_that_do_not_find(library: Library, words: str) -> None:
    put(library, "標題", BODY)
    assert [] == titles(library, words)


def test_what_says_nothing_asks_nothing(library: Library) -> None:
    put(library, "標題", BODY)
    for words in ("\x00", "-", '"', "《》"):
        assert ["標題"] == titles(library, words)


def test_a_phrase_does_not_reach_over_a_passage(library: Library) -> None:
    put(library, "標題", "上文", "下題")
    assert [] == titles(library, "文下")
    assert ["標題"] == titles(library, "文 下")


HAN = st.text(st.sampled_from("软軟件体體台臺湾灣发發髮后後里裡裏為爲说說着著的一𠀀A1 ，"), min_size=2, max_size=40)


@settings(deadline=None, max_examples=60)
@given(HAN, st.data())
def test_any_han_substring_finds_in_either_script(text: str, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.db") as library:
        put(library, "題", text)
        start = data.draw(st.integers(0, len(text) - 2))
        piece = text[start : data.draw(st.integers(start + 2, len(text)))]
        piece = piece.strip("A1 ，") if set(piece) & set("A1 ，") else piece
        for words in (piece, Converter("t2s").convert(piece), Converter("s2t").convert(piece)):
            if words:
                assert ["題"] == titles(library, f'"{words}"')


@pytest.fixture
def shelf(library: Library) -> Library:
    put(library, "甲", author="張三、李四", source="搜狐科技", published="2025-02-24", tags=("華為", "AI"))
    put(library, "乙", author="王五", source="端傳媒", published="2025-03-01T08:00", tags=("AI",), script="hans")
    put(library, "丙", updated="2024-12", tags=("华为手机",))
    store(library, article("丁"), now=later(60))
    return library


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "丁乙甲丙"),
        ("tag:华为", "甲"),
        ("tag:ai", "乙甲"),
        ("tag:ai -tag:華為", "乙"),
        ("-tag:AI", "丁丙"),
        ("tag:AI tag:華為", "甲"),
        ("tag:無此", ""),
        ("-tag:無此", "丁乙甲丙"),
        ("source:科技", "甲"),
        ("source:端传媒", "乙"),
        ("author:李", "甲"),
        ("author:张三 author:李四", "甲"),
        ("author:100%", ""),
        ("script:hans", "乙"),
        ("after:2025", "乙甲"),
        ("after:2025-02-24", "乙甲"),
        ("after:2025-02-25", "乙"),
        ("before:2025-03", "甲丙"),
        ("before:2025-03-02", "乙甲丙"),
        ("after:2024-12 before:2025", "丙"),
        ("after:2025-02 before:2025-03", "甲"),
        ("after:2025-03 before:2025-02", ""),
        ("is:unread", "丁乙甲丙"),
        ("is:read", ""),
        ("is:read is:unread", ""),
        ("is:bookmarked", ""),
        ("华为", "甲丙"),
        ("华为 tag:ai 正文", "甲"),
    ],
)
def test_what_a_query_lists(shelf: Library, query: str, expected: str) -> None:
    assert expected == "".join(titles(shelf, query))
    counted = shelf.tag_counts(Query.parse(query))
    listed = shelf.rows(shelf.listing(Query.parse(query)).article_ids)
    assert {(tag.tag, tag.count) for tag in counted} == {
        (tag, sum(tag in row.tags for row in listed)) for row in listed for tag in row.tags
    }


def test_states_follow_the_marks(shelf: Library) -> None:
    article_ids = shelf.listing(Query.parse("tag:ai")).article_ids
    shelf.set_state(article_ids[:1], bookmarked=True, now=later(1))
    shelf.set_state(article_ids[1:], read=True, now=later(1))
    assert (["乙"], ["甲"], ["丁", "乙", "丙"]) == tuple(
        titles(shelf, query) for query in ("is:bookmarked", "is:read", "is:unread")
    )


def test_those_of_one_moment_stand_newest_first(library: Library) -> None:
    for title in "甲乙丙":
        put(library, title, published="2025-02-24")
    assert ["丙", "乙", "甲"] == titles(library)


def test_a_listing_keeps_its_query(library: Library) -> None:
    query = Query.parse("is:read")
    assert query == library.listing(query).query


def test_tags_are_counted_the_most_frequent_first(shelf: Library) -> None:
    shelf.retag(shelf.listing(Query.parse("丁")).article_ids, add=("自己",))
    expected = (TagCount("AI", 2), TagCount("華為", 1), TagCount("华为手机", 1), TagCount("自己", 1, own=True))
    assert expected[0] == shelf.tag_counts(Query())[0]
    assert set(expected) == set(shelf.tag_counts(Query()))


def test_rows_come_in_the_order_asked_however_many(library: Library) -> None:
    article_ids = [put(library, str(number)).article_id for number in range(300)] * 120
    assert article_ids == [row.article_id for row in library.rows(article_ids)]


def test_an_id_is_known_by_its_beginning(library: Library) -> None:
    row = put(library)
    for beginning in (row.short_id, row.short_id[:3], row.short_id.upper(), f" {row.short_id} "):
        assert row == library.resolve(beginning)


@pytest.mark.parametrize("beginning", ["", "%", "_", "*", "zzz", "甲", "\x00", "\ud800", "0" * 99])
def test_what_is_no_id_is_said_to_be(library: Library, beginning: str) -> None:
    put(library)
    with pytest.raises(UnknownId):
        library.resolve(beginning)


def test_an_id_that_fits_several_names_them(library: Library) -> None:
    rows = [put(library, f"第{number}") for number in range(40)]
    beginning = max("0123456789abcdef", key=lambda digit: sum(row.short_id[0] == digit for row in rows))
    fitting = sorted((row for row in rows if row.short_id[0] == beginning), key=lambda row: row.short_id)
    with pytest.raises(AmbiguousId) as caught:
        library.resolve(beginning)
    assert all(row.short_id in str(caught.value) and row.title in str(caught.value) for row in fitting[:5])
