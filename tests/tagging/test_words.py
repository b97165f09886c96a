"""Names are found as words: never across words, nor within other names."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tagging.articles import an_article
from tui_reader.model import Script
from tui_reader.script import converter
from tui_reader.tagging import tags_for
from tui_reader.tagging.contexts import stands
from tui_reader.tagging.spotting import TermMatcher, whole
from tui_reader.tagging.subject import Subject
from tui_reader.text.fold import fold


def sentences() -> list[tuple[str, str]]:
    """Sentences and the tag that they must not get."""
    lines = [
        line
        for name in ("across_words.tsv", "across_words_more.tsv", "across_words_unseen.tsv")
        for line in (Path(__file__).with_name(name)).read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    return [(sentence, tag) for sentence, tag in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(("sentence", "tag"), sentences(), ids=[tag for _, tag in sentences()])
def test_no_tag_from_across_words(sentence: str, tag: str) -> None:
    turned = converter("hant").convert(sentence)
    for text, script in ((sentence, "hans"), (turned, "hant")):
        as_title = an_article(text, text, script=script)  # type: ignore[arg-type]  # a literal in a tuple
        in_text = an_article(None, *[text] * 8, script=script)  # type: ignore[arg-type]
        assert fold(tag) not in {fold(one) for article in (as_title, in_text) for one in tags_for(article)}


@pytest.mark.parametrize("script", ["hans", "hant"])
def test_no_tag_from_across_words_in_articles_of_such_sentences(script: Script) -> None:
    convert = converter(script).convert
    rows = [(convert(sentence), tag) for sentence, tag in sentences()]
    for some in (rows[start : start + 6] for start in range(0, len(rows), 6)):
        texts = [sentence for sentence, _ in some]
        tags = {fold(tag) for tag in tags_for(an_article(None, *texts, script=script))}
        assert not tags & {fold(tag) for _, tag in some}


def spotted(text: str, *listed: str) -> list[str]:
    spotter = TermMatcher(((word, word) for word in listed), whole)
    subject = Subject.of(an_article(None, text))
    return [subject.text[hit.start : hit.end] for hit in spotter.hits(subject)]


def test_longest_words_win_and_latin_words_stand_alone() -> None:
    assert ["中国大陆", "中国"] == spotted("中国大陆与中国", "中国", "中国大陆")
    assert ["Arm"] == spotted("Arm, alarm, army, arm", "Arm")
    assert ["LINE"] == spotted("line LINE Line2"[:10], "LINE")
    assert ["iPhone", "iPhone"] == spotted("iPhone 15和iPhone16", "iPhone")


@given(st.text("ab中国大", max_size=12), st.sets(st.text("ab中国大", min_size=2, max_size=4), max_size=6))
def test_matches_are_terms_cut_no_word_and_do_not_overlap(text: str, listed: set[str]) -> None:
    words_of_han = {word for word in listed if not word.isascii()}
    subject = Subject.of(an_article(None, text))
    end = 0
    for hit in TermMatcher(((word, word) for word in words_of_han), whole).hits(subject):
        assert hit.start >= end
        assert subject.folded[hit.start : hit.end] == fold(hit.meaning)
        assert not subject.crosses(hit.start, hit.end)
        end = hit.end


def test_edges_are_where_words_meet() -> None:
    subject = Subject.of(an_article("形成龙头企业", "提高通行效率"))
    assert "形成龙头企业\n提高通行效率" == subject.text
    cut = subject.text.index("成龙")
    assert subject.crosses(cut, cut + 2)
    assert not stands(subject, cut, cut + 2)
    assert not subject.crosses(0, 2)


@pytest.mark.parametrize("text", ["苏州市的园林", "美国人的习惯", "复旦大学的学生", "苹果公司的股东", "北京队的球员"])
def test_a_name_may_begin_a_longer_word_of_the_same_thing(text: str) -> None:
    subject = Subject.of(an_article(None, text))
    start = subject.title_end + 1
    assert stands(subject, start, start + (4 if text.startswith(("复旦", "苹果")) else 2))
