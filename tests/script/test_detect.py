from pathlib import Path

import pytest

from tui_reader.script import script_of
from tui_reader.script.detect import evidence, is_han

SEEDS = Path(__file__).parents[2] / "seeds"

HANS = "记者从会议现场获悉,这个项目将于明年春天开工,预计两年后建成通车。"
HANT = "記者從會議現場獲悉,這個項目將於明年春天開工,預計兩年後建成通車。"


@pytest.mark.parametrize(
    ("seed", "script"), [("000", "hant"), ("001", "hant"), ("002", "hans"), ("003", "hans"), ("004", "hant")]
)
def test_seeds(seed: str, script: str) -> None:
    (path,) = SEEDS.glob(f"{seed}_*")
    assert script == script_of(path.read_text(encoding="utf-8"))


def test_either_script() -> None:
    assert ("hans", "hant") == (script_of(HANS), script_of(HANT))


def test_under_twenty_han_characters_is_none() -> None:
    assert "none" == script_of("这个项目将于明年春天开工,预计后年建成车") == script_of("DeepSeek " * 40)
    assert "hans" == script_of("这个项目将于明年春天开工,预计后年建成通车")


def test_characters_of_both_scripts_give_none() -> None:
    assert "none" == script_of("上海北京大小水火山川人口手足日月星天地玄黃宇宙洪荒"[:22].replace("黃", "土"))


def test_a_stray_character_of_the_other_script_changes_nothing() -> None:
    assert "hans" == script_of(HANS + "投餵")


def test_a_quotation_of_the_other_script_changes_nothing() -> None:
    assert "hant" == script_of(HANT + HANT + "他用簡體字寫道:“这个项目开工”。")


def test_forms_of_hong_kong_and_old_print_are_traditional() -> None:
    assert "hant" == script_of("衞生署發言人説，市民應留在家裏，並注意個人衞生，勿到人羣聚集處。")


def test_characters_used_in_both_scripts_are_no_evidence() -> None:
    assert (0, 0) == evidence("台群床峰吃晒灶秘痴里后干")[1:]


def test_han_of_every_plane() -> None:
    assert [True] * 6 == list(map(is_han, "一㐀\U00020000豈〇龥"))
    assert [False] * 5 == list(map(is_han, "aあ한。𝄞"))
