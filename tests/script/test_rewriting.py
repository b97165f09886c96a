from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from tui_reader.script import converter, rewriting
from tui_reader.script.candidates import Candidate
from tui_reader.script.context import TextContext
from tui_reader.script.factory import full_factory
from tui_reader.script.names import seen_names
from tui_reader.script.rewriting import Rewriter


def text_context(text: str = "") -> TextContext:
    return TextContext("tw", simplified=True, region="cn", subjects=frozenset(), article=text)


@pytest.fixture(scope="module")
def to_taiwan() -> Rewriter:
    return full_factory().rewriter("tw", "hans")


def test_words_are_replaced_and_characters_spelled_by_their_word(to_taiwan: Rewriter) -> None:
    assert "粉絲發現軟體" == to_taiwan.convert("粉丝发现软件", text_context())


def test_hits_have_the_offsets_of_replaced_words(to_taiwan: Rewriter) -> None:
    text = "粉丝发现，软件和服务器。"
    assert [("软件", "軟體"), ("服务器", "伺服器")] == [
        (text[start:end], candidate.answer) for start, end, candidate in to_taiwan.hits(text, text_context())
    ]


def test_fixed_spans_keep_their_output_and_offsets(to_taiwan: Rewriter) -> None:
    text = "软件发现软件，软件"
    settled = [(2, 6, Candidate("长长长长长", None, None)), (7, 9, Candidate("", None, None))]
    outcome = to_taiwan.rewrite(text, text_context(), settled)
    assert "軟體长长长长长，" == outcome.text
    assert [(2, 7), (8, 8)] == outcome.settled
    assert [(0, 2)] == [hit[:2] for hit in to_taiwan.hits(text, text_context(), settled)]


def test_no_word_crosses_into_a_fixed_span(to_taiwan: Rewriter) -> None:
    settled = [(1, 2, Candidate("件", None, None))]
    assert "軟件" == to_taiwan.rewrite("软件", text_context(), settled).text


def test_traditional_characters_within_simplified_text_stay(to_taiwan: Rewriter) -> None:
    assert "頭髮和臉頰" == to_taiwan.convert("頭发和脸頰", text_context())


@pytest.mark.parametrize("target", ["tw", "hk", "hant"])
def test_mixed_script_words_are_converted_as_a_whole(target: str) -> None:
    assert "他的頭髮很長，醫師說皇后的頭髮也一樣長" == converter(target).convert(
        "他的頭发很長，醫師說皇后的头髮也一樣長"
    )


@pytest.mark.parametrize("target", ["tw", "hk", "cn", "hans", "hant"])
def test_characters_the_segmenter_cannot_take_stay(target: str) -> None:
    strange = "\0\x1e\x1f\x02\ud800\r\n\t 　"
    converted = converter(target).convert(f"发现{strange}發現")
    assert strange == converted[2:-2]


def test_edges_are_word_boundaries(to_taiwan: Rewriter) -> None:
    assert {0, 2, 4, 5} == to_taiwan.edges("粉丝发现。")
    assert {0} == to_taiwan.edges("")


def test_part_of_a_word_is_replaced_where_the_whole_is_not() -> None:
    assert "新芯片卡关" == converter("cn").convert("新晶片卡關")


def test_names_of_the_article_are_shared_only_when_complete(
    to_taiwan: Rewriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = "艾玛·沃森来了。"
    expected = to_taiwan.convert("沃森走了", text_context(article))
    shared, begun, finished = text_context(article), Event(), Event()

    def slow(*given: object) -> object:
        if not begun.is_set():
            begun.set()
            finished.wait(10)
        return seen_names(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(rewriting, "seen_names", slow)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(to_taiwan.convert, "沃森走了", shared)
        begun.wait(10)
        second = to_taiwan.convert("沃森走了", shared)
        finished.set()
        assert [expected, expected] == [first.result(), second]
