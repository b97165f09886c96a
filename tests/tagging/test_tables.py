"""The tables of names and topics."""

from collections import Counter

from tui_reader.tagging.names import FREQUENT, TITLE_NEEDS
from tui_reader.tagging.tables import rows, words
from tui_reader.text.fold import fold
from tui_reader.text.known_names import KINDS, classes, known_names


def test_no_name_stands_for_two_things() -> None:
    looked_for = [fold(spelling.text) for row in known_names() for spelling in row.spellings]
    assert [] == [name for name, count in Counter(looked_for).items() if count > 1]
    assert [] == [name for name in looked_for if len(name) < 2]
    asked = [name for row in known_names() for name in {fold(one) for one in row.names}]
    assert [] == [name for name, count in Counter(asked).items() if count > 1]
    assert 1000 < len(known_names())


def test_every_kind_has_its_numbers() -> None:
    assert {row.kind for row in known_names()} == set(KINDS)
    assert set(KINDS) - {"topic"} == set(FREQUENT) == set(TITLE_NEEDS)


def test_names_are_of_their_script() -> None:
    by_hans = {row.hans: row for row in known_names()}
    assert ("马斯克", "馬斯克") == (by_hans["马斯克"].written("hans"), by_hans["马斯克"].written("hant"))
    assert "賀錦麗" == by_hans["哈里斯"].written("hant")
    assert "Meta" == by_hans["Meta"].written("hant")


def test_names_of_one_thing_are_one_class() -> None:
    found = {name: names for names in classes() for name in names}
    for one, other in [
        ("民進黨", "民主進步黨"), ("三星", "Samsung"), ("馬斯克", "Elon Musk"), ("WHO", "世衛組織"), ("川普", "特朗普"),
        ("輝達", "NVIDIA"), ("臉書", "Facebook"), ("台積電", "TSMC"), ("資安", "网络安全"), ("AI", "人工智慧"),
        ("聯準會", "美联储"), ("北韓", "朝鮮"), ("華為", "Huawei"), ("歐盟", "EU"), ("比特幣", "Bitcoin"),
    ]:  # fmt: skip
        assert fold(other) in found[fold(one)]


def test_evidence_is_no_name() -> None:
    hong_kong = next(row for row in known_names() if row.hans == "香港")
    assert "旺角" in {spelling.text for spelling in hong_kong.spellings}
    assert "旺角" not in hong_kong.names


def test_topics_are_known_names_and_list_no_word_twice() -> None:
    topics = {row.hans for row in known_names() if row.kind == "topic"}
    for topic, listed in rows("topics.tsv", 2):
        counts = Counter(word.removesuffix("!") for word in listed.split())
        assert topic in topics
        assert (topic, []) == (topic, [word for word, count in counts.items() if count > 1])


def test_word_lists_are_read_without_their_remarks() -> None:
    assert "ceo" in set(words("generic_latin.txt"))
    assert not [word for word in words("generic_latin.txt") if "#" in word]
