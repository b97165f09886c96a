import pytest

from tui_reader.script.segment.costs import LATIN, UNKNOWN, cheapest

COSTS = {"研究": 8.0, "研究生": 10.0, "生命": 9.0, "命": 9.5, "生": 9.0}


def test_the_cheapest_path_wins_over_the_longest_word() -> None:
    assert (17.0, ("研究", "生命")) == cheapest("研究生命", COSTS, 3)


def test_without_the_whole_a_word_costs_what_its_parts_cost() -> None:
    assert (10.0, ("研究生",)) == cheapest("研究生", COSTS, 3)
    assert (17.0, ("研究", "生")) == cheapest("研究生", COSTS, 3, whole=False)


def test_an_unknown_character_is_a_word_and_so_is_a_run_of_letters() -> None:
    assert (UNKNOWN + LATIN + UNKNOWN, ("甲", "ab12", "乙")) == cheapest("甲ab12乙", {}, 8)


@pytest.mark.parametrize("longest", [1, 2])
def test_no_word_is_longer_than_allowed(longest: int) -> None:
    assert all(len(word) <= longest for word in cheapest("研究生命", COSTS, longest).words)


def test_nothing_costs_nothing() -> None:
    assert (0.0, ()) == cheapest("", COSTS, 3)
