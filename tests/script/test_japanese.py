"""Japanese within Chinese text is not converted."""

import pytest

from tui_reader.script import converter
from tui_reader.script.japanese import japanese_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《進撃の巨人》的作者", ["進撃の巨人"]),
        ("他看完『鬼滅の刃』無限列車編", ["鬼滅の刃"]),
        ("〈残酷な天使のテーゼ〉【新番：鬼滅の刃】", ["残酷な天使のテーゼ", "新番：鬼滅の刃"]),
        ("「ありがとう」他說", ["ありがとう"]),
        ("“千と千尋の神隠し”重映", ["千と千尋の神隠し"]),
        ("我喜歡進撃の巨人這部作品", ["進撃の巨人"]),
        ("看完名探偵コナン", ["名探偵コナン"]),
        (
            "東京、大阪、名古屋で開催される国際会議に参加します。",
            ["東京、大阪、名古屋で開催される国際会議に参加します。"],
        ),
        ("他写道：会議に参加します。然后离开了", ["会議に参加します"]),
        ("好開心ヽ(°▽°)ノ", []),
        ("沒有假名的句子", []),
        ("", []),
    ],
)
def test_passages(text: str, expected: list[str]) -> None:
    assert expected == [text[start:end] for start, end in japanese_spans(text)]


@pytest.mark.parametrize(
    ("target", "text", "expected"),
    [
        ("cn", "這部《進撃の巨人》的網路評價", "这部《進撃の巨人》的网络评价"),
        ("cn", "他說「会議に参加」的軟體", "他说「会議に参加」的软件"),
        ("tw", "玩学園アイドルマスター的软件", "玩学園アイドルマスター的軟體"),
        ("hans", "看《鬼滅の刃》電影", "看《鬼滅の刃》电影"),
    ],
)
def test_japanese_stays_while_surrounding_text_is_converted(target: str, text: str, expected: str) -> None:
    assert expected == converter(target).convert(text)


@pytest.mark.parametrize("dot", "・‧．·")
def test_dots_in_foreign_names_become_middle_dots(dot: str) -> None:
    assert "布拉德·皮特主演" == converter("cn").convert(f"布萊德{dot}彼特主演")
    (found,) = converter("cn").explain(f"演員布萊德{dot}彼特")
    assert (2, 8, f"布萊德{dot}彼特", "布拉德·皮特") == found[:4]


def test_name_with_another_dot_determines_its_parts_in_the_article() -> None:
    lines = [
        "演員布萊德・彼特昨天抵達坎城，出席新片的首映，影迷在門外等候。",
        "彼特說，他很喜歡這座城市，希望以後再來。",
    ]
    cn = converter("cn")
    context = cn.context_of("\n".join(lines))
    assert "皮特说" == cn.convert(lines[1], context=context)[:3]
    assert "彼特说" == cn.convert(lines[1])[:3]


def test_dots_outside_names_stay() -> None:
    assert "1．软件・" == converter("cn").convert("1．軟體・")
