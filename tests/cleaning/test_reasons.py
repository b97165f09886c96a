"""What a kept line's reason says."""

import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.body.judge import Label
from tui_reader.cleaning.reasons import format_reason
from tui_reader.model import Kind

LOOSE = Label("body", "loose", "a line without a sentence", 0.0)


@pytest.mark.parametrize(
    ("label", "kind", "expected"),
    [
        (LOOSE, "heading", "a heading inside the body"),
        (LOOSE, "paragraph", "a short line inside the body"),
        (LOOSE, "list_item", "an item of a list"),
        (Label("body", "prose", "prose", 1.0), "quote", "a quotation"),
        (Label("body", "prose", "prose", 1.0), "paragraph", "prose"),
        (Label("body", "own", "as it says", 1.0), "heading", "as it says"),
        (LOOSE._replace(role="dropped"), None, "a line without a sentence"),
    ],
)
def test_a_kept_line_says_what_it_is(label: Label, kind: Kind | None, expected: str) -> None:
    assert expected == format_reason(label, kind)


def test_no_kept_line_is_told_by_what_it_lacks() -> None:
    story = "客運公司在九月底停駛了山城線的末班車，沿線三十多個孩子放學後沒有車回家，家長只好輪流包車接送，一個月下來每戶要多付上千元。"
    page = f"山城末班車停駛\n\n{story}\n\n補助來得太慢\n\n縣府{story[4:-1]}，已經一個月。"
    reasons = {verdict.text: verdict.reason for verdict in clean(page.encode()).verdicts if verdict.role == "body"}
    assert "a heading inside the body" == reasons["補助來得太慢"]
    assert not any("without" in reason for reason in reasons.values())
