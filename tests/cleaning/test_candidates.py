from tui_reader.cleaning.metadata.candidates import Candidate, weigh


def claim(value: str, evidence: str, weight: float, block: int = 0) -> Candidate:
    return Candidate("source", value, evidence, weight, block)


def test_empty_beats_wrong() -> None:
    assert weigh([]) is None
    assert weigh([claim("河岸日報", "word", 0.4)]) is None


def test_evidence_of_two_kinds_adds_up() -> None:
    found = weigh(
        [claim("河岸日報", "word", 0.4, 3), claim("河岸日报", "window", 0.4, 7), claim("江畔網", "last", 0.55)]
    )
    assert found is not None
    assert ("河岸日報", frozenset({3, 7})) == (found.value, found.blocks)


def test_the_same_kind_of_evidence_counts_once() -> None:
    twice = [claim("河岸日報", "site: window", 0.4), claim("河岸日報", "site: rights", 0.4)]
    assert weigh(twice) is None


def test_the_best_spelling_is_kept() -> None:
    found = weigh([claim("New Talk", "word", 0.5), claim("newtalk", "label", 0.9)])
    assert found is not None
    assert found.value == "newtalk"
