from dataclasses import dataclass

import pytest

from tui_reader.script import Context, converter
from tui_reader.script.candidates import Candidate
from tui_reader.script.glossary import parse_glossary
from tui_reader.script.plan import merge_passes
from tui_reader.script.regions import region_of

SIMPLIFIED = [
    ("公车司机见义勇为", "巴士司機見義勇為", [("公车司机", "巴士司機")]),
    ("他在社群媒体上赞扬软件公司", "他在社交媒體上讚揚軟件公司", [("社群媒体", "社交媒體")]),
    ("他一口川普逗笑大家", "他一口川普逗笑大家", []),
]


@pytest.mark.parametrize(("text", "expected", "pairs"), SIMPLIFIED)
def test_simplified_text_in_taiwan_wording_converts_to_hong_kong_in_one_call(
    text: str, expected: str, pairs: list[tuple[str, str]]
) -> None:
    assert expected == converter("hk").convert(text)
    assert expected == converter("hk").convert(expected)
    assert pairs == [(found.source, found.target) for found in converter("hk").explain(text)]


def test_region_of_the_article_applies_to_every_paragraph() -> None:
    context = Context("hans", "cn")
    assert "公車司機見義勇為" == converter("hk").convert("公车司机见义勇为", context=context)


def test_answer_of_the_user_glossary_is_not_converted_again() -> None:
    own = converter("hk", parse_glossary("公车\t\t公車\n"))
    text = "公车司机在社群媒体上道谢"
    assert "公車司機在社交媒體上道謝" == own.convert(text)
    plan = own._plan(text, None, None)
    assert plan
    assert [("公车", "公車", "glossary"), ("社群媒体", "社交媒體", "senses")] == [
        (text[start:end], candidate.answer, candidate.entry and candidate.entry.file)
        for start, end, candidate in plan.hits(text)
    ]


def _hit(text: str, word: str, answer: str) -> tuple[int, int, Candidate]:
    start = text.index(word)
    return start, start + len(word), Candidate(answer, None, None)


@dataclass
class Passes:
    text: str
    first: list[tuple[str, str]]
    second: list[tuple[str, str]]
    expected: list[tuple[str, str]]


@pytest.mark.parametrize(
    "passes",
    [
        Passes("abcdef", [], [("c", "XY")], [("c", "XY")]),
        Passes("abcdef", [("b", "123")], [("e", "Z")], [("b", "123"), ("e", "Z")]),
        Passes("abcdef", [("bc", "1")], [("a", "A"), ("f", "")], [("a", "A"), ("bc", "1"), ("f", "")]),
        Passes("abcdef", [("bc", "123")], [("123", "9")], [("bc", "9")]),
        Passes("abcdef", [("bc", "123")], [("2", "9")], [("bc", "193")]),
        Passes("abcdef", [("bc", "123")], [("3d", "9")], [("bcd", "129")]),
        Passes("abcdef", [("bc", "123")], [("1", "8"), ("3d", "9")], [("bcd", "829")]),
        Passes("abcdef", [("b", "12"), ("d", "34")], [("2c3", "9")], [("bcd", "194")]),
        Passes("abcdef", [("b", "12"), ("d", "34")], [("c", "9")], [("b", "12"), ("c", "9"), ("d", "34")]),
    ],
)
def test_replacements_of_two_passes_are_merged(passes: Passes) -> None:
    first = [_hit(passes.text, word, answer) for word, answer in passes.first]
    between = _applied(passes.text, first)
    second = [_hit(between, word, answer) for word, answer in passes.second]
    joined = merge_passes(first, second, between)
    assert passes.expected == [(passes.text[start:end], candidate.answer) for start, end, candidate in joined]
    assert _applied(between, second) == _applied(passes.text, joined)


def _applied(text: str, hits: list[tuple[int, int, Candidate]]) -> str:
    for start, end, candidate in reversed(hits):
        text = text[:start] + candidate.answer + text[end:]
    return text


def test_words_that_mean_several_things_are_no_evidence_of_a_region() -> None:
    assert region_of("下面的人通過了考試，乾了一杯") is None
    assert region_of("歐洲議會通過人工智慧法") == "tw"


def test_taiwan_words_in_mainland_wording_are_converted_for_hong_kong_in_articles_too() -> None:
    lines = ["這段視頻介紹數據中心的硬件和軟件", "隨著人工智慧進步，質量提升"]
    context = converter("hk").context_of("\n".join(lines))
    assert "cn" == context.region
    assert "隨着人工智能進步" in converter("hk").convert(lines[1], context=context)
