import numpy as np
import pytest

from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.body.model import Form, model_for
from tui_reader.cleaning.body.stretches import BREADCRUMB, body_stretch, with_breadcrumbs
from tui_reader.cleaning.markup.blocks import Block

LINE = Label("body", "loose", "", 0.0)
CREDIT = Label("dropped", "credit", "", 0.0, "hard")


def stretch(
    weights: list[float],
    labels: dict[int, Label] | None = None,
    titled: int = 0,
    *,
    doubt: float = 0.0,
    headline: int = -1,
) -> tuple[int, int]:
    of_title = np.zeros(len(weights), np.float32)
    of_title[titled] = 1.0
    rows = [(labels or {}).get(index, LINE) for index in range(len(weights))]
    return body_stretch(rows, np.array(weights, np.float32), of_title, doubt=doubt, headline=headline)


def test_nothing_likely_is_no_body() -> None:
    assert (0, 0) == stretch([-0.3, -0.2])


def test_a_body_goes_on_behind_a_list() -> None:
    assert (1, 12) == stretch([-0.3, 0.5, 0.5, *[-0.3] * 8, 0.5])


def test_over_an_editors_credit_no_body_goes_on() -> None:
    assert (1, 3) == stretch([-0.3, 0.5, 0.5, -0.3, 0.5, 0.5], {3: CREDIT})


def test_what_says_the_title_is_preferred() -> None:
    assert (0, 1) == stretch([0.2, *[-0.3] * 100, 0.5, 0.5])


def test_a_sure_paragraph_right_below_the_headline_is_the_body_however_long_the_teasers_are() -> None:
    weights = [-0.3, -0.3, 0.6, *[-0.3] * 3, *[0.5] * 20]
    related = {4: CREDIT}
    assert (6, 26) == stretch(weights, related, titled=8)
    assert (2, 3) == stretch(weights, related, titled=8, headline=1)


def test_a_doubtful_line_below_the_headline_is_not_chosen_for_its_place() -> None:
    assert (5, 15) == stretch([-0.3, -0.3, 0.2, -0.3, -0.3, *[0.5] * 10], {4: CREDIT}, titled=8, headline=1)


def test_behind_a_stop_blocks_count_less() -> None:
    related = Label("dropped", "related", "", 0.0, "soft")
    weights = [-0.3, *[0.6] * 3, -0.3, *[0.09] * 30]
    assert (1, 35) == stretch(weights, {4: related})
    assert (1, 4) == stretch(weights, {4: related}, doubt=0.1)


def test_nothing_above_a_trail_is_of_the_body_below_it() -> None:
    blocks = [Block("快讯", "快讯。"), Block("站首页 > 新闻", "本站首页 > 新闻 > 生活"), Block("正文", "正文。")]
    labels = with_breadcrumbs(blocks, [LINE] * 3)
    assert [LINE, BREADCRUMB, LINE] == labels
    assert (4, 5) == stretch([0.6, 0.6, 0.6, 0.5, 0.6], {3: BREADCRUMB}, titled=4)
    assert (0, 3) == stretch([0.6, 0.6, 0.6, 0.5, -0.3], {3: BREADCRUMB})


@pytest.mark.parametrize("form", ["html", "text"])
def test_the_groups_of_a_block_add_up_and_its_number_of_features_is_checked(form: Form) -> None:
    model = model_for(form)
    values = np.zeros((3, len(model.features)), np.float32)
    weights = model.weigh(model.features.tolist(), values)
    assert (3, len(model.groups)) == weights.shape
    assert np.all((model.probabilities(weights) > 0) & (model.probabilities(weights) < 1))
    with pytest.raises(ValueError, match="other features"):
        model.weigh(["units"], values[:, :1])
