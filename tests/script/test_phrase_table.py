"""Phrases and their spelling: priority of tables, longest match, phrases without an answer of their own."""

from tui_reader.script.phrase_table import PhraseTable

CHARACTERS = str.maketrans({"发": "發", "里": "里", "胡": "胡", "后": "後"})


def table(*tables: dict[str, str]) -> PhraseTable:
    return PhraseTable([each.items() for each in tables], CHARACTERS)


def test_only_irregular_answers_are_kept() -> None:
    phrases = table({"头发": "頭髮", "发展": "發展", "皇后": "皇后"})
    assert ("頭髮", "", "皇后") == tuple(map(phrases.get, ("头发", "发展", "皇后")))
    assert {"头发": "頭髮", "皇后": "皇后"} == phrases.irregular


def test_unlisted_phrases_and_parts_of_listed_ones_have_no_answer() -> None:
    phrases = table({"发展中": "發展中", "理发师": "理髮師"})
    assert [None] * 6 == [phrases.get(word) for word in ("发展", "展中", "理发", "师", "", "理发师傅")]


def test_the_first_table_that_has_a_phrase_decides() -> None:
    phrases = table({"胡里": "甲", "发里": "發里"}, {"胡里": "乙", "发里": "丙", "后里": "丁"})
    assert ("甲", "", "丁") == tuple(map(phrases.get, ("胡里", "发里", "后里")))


def test_the_longest_phrase_at_an_offset_is_found() -> None:
    phrases = table({"发展": "發展", "发展中": "發展中", "展中": "丙"})
    text = "再发展中"
    assert [None, (4, ""), (4, "丙"), None] == [phrases.longest(text, at) for at in range(4)]


def test_all_phrases_of_a_long_table_are_found() -> None:
    words = [chr(0x4E00 + number % 700) + chr(0x6000 + number) for number in range(5_000)]
    phrases = table({word: word if number % 2 else "答" for number, word in enumerate(words)})
    assert ["" if number % 2 else "答" for number in range(5_000)] == [phrases.get(word) for word in words]
