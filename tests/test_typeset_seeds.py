from pathlib import Path

import pytest

from tests.typography import faults, holes
from tui_reader.text.cells import width
from tui_reader.typeset import typeset

SEEDS = Path(__file__).parents[1] / "seeds"


def shown(text: str, measure: int) -> list[str]:
    return [line.text for line in typeset(text, measure)]


def seed_paragraphs() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return [line.strip() for text in texts for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("gap", [False, True])
@pytest.mark.parametrize("measure", range(20, 81, 2))
def test_seeds_stay_within_the_measure(measure: int, gap: bool) -> None:
    for paragraph in seed_paragraphs():
        for line in typeset(paragraph, measure, first_indent=4, gap=gap):
            assert width(line.text) <= measure


@pytest.mark.parametrize("measure", range(20, 81, 2))
def test_seeds_obey_the_rules_by_an_independent_check(measure: int) -> None:
    for paragraph in seed_paragraphs():
        assert [] == list(faults(paragraph, shown(paragraph, measure), measure))


@pytest.mark.parametrize("measure", [40, 60, 72])
def test_seeds_fill_their_lines(measure: int) -> None:
    lines = [shown(paragraph, measure) for paragraph in seed_paragraphs()]
    torn = [line for own in lines for line in holes(own, measure)]
    assert len(torn) <= 0.01 * sum(len(own) - 1 for own in lines)


def test_independent_check_detects_violations() -> None:
    wrong = {
        "begins with a closing mark": ("天地玄黄", "，宇宙"),
        "ends with an opening mark": ("天地「", "玄黄」"),
        "breaks what belongs together": ("天地20", "26年"),
        "is one character alone": ("天地玄", "黄。"),
        "is too wide": ("天地玄黄宇宙洪荒", "日月"),
    }
    for what, lines in wrong.items():
        assert [what] == [fault.what for fault in faults("".join(lines), lines, 8)]
