import numpy as np
import pytest

from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.model import Form, model_for
from tui_reader.cleaning.body.stretches import body_stretch

LINE = Label("body", "loose", "", 0.0)
CREDIT = Label("dropped", "credit", "", 0.0, "hard")


def stretch(weights: list[float], labels: dict[int, Label] | None = None, titled: int = 0) -> tuple[int, int]:
    of_title = np.zeros(len(weights), np.float32)
    of_title[titled] = 1.0
    rows = [(labels or {}).get(index, LINE) for index in range(len(weights))]
    return body_stretch(rows, np.array(weights, np.float32), of_title)


def test_nothing_likely_is_no_body() -> None:
    assert (0, 0) == stretch([-0.3, -0.2])


def test_a_body_goes_on_behind_a_list() -> None:
    assert (1, 12) == stretch([-0.3, 0.5, 0.5, *[-0.3] * 8, 0.5])


def test_over_an_editors_credit_no_body_goes_on() -> None:
    assert (1, 3) == stretch([-0.3, 0.5, 0.5, -0.3, 0.5, 0.5], {3: CREDIT})


def test_what_says_the_title_is_preferred() -> None:
    assert (0, 1) == stretch([0.2, *[-0.3] * 50, 0.5, 0.5])


@pytest.mark.parametrize("form", ["html", "text"])
def test_the_groups_of_a_block_add_up_and_its_number_of_features_is_checked(form: Form) -> None:
    model = model_for(form)
    values = np.zeros((3, len(model.features)), np.float32)
    weights = model.weigh(model.features.tolist(), values)
    assert (3, len(model.groups)) == weights.shape
    assert np.all((model.probabilities(weights) > 0) & (model.probabilities(weights) < 1))
    with pytest.raises(ValueError, match="other features"):
        model.weigh(["units"], values[:, :1])
