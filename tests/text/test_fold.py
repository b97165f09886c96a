import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.script import converter
from tui_reader.text.fold import fold
from tui_reader.text.opencc_tables import table

HAN = st.sampled_from(sorted(table("STCharacters") | table("TSCharacters")))


@pytest.mark.parametrize(
    ("family", "folded"),
    [
        ("臺台", "台"),
        ("裡裏里", "里"),
        ("爲為为", "为"),
        ("說説说", "说"),
        ("著着", "着"),
        ("羣群", "群"),
        ("衛衞卫", "卫"),
        ("黒黑", "黑"),
        ("妳你", "你"),
    ],
)
def test_variants_of_one_character_fold_to_one(family: str, folded: str) -> None:
    assert folded * len(family) == fold(family)


def test_characters_beyond_the_basic_plane_are_folded_and_emoji_stay() -> None:
    (rare, common) = next(
        (old, new[0]) for old, new in table("TSCharacters").items() if old > "\uffff" and new[0] < "\uffff"
    )
    assert fold(f"{common}😀台") == fold(f"{rare}😀臺")


def test_full_width_becomes_half_width_and_lower_case() -> None:
    assert "abc123:?! deepseek" == fold("ＡＢＣ１２３：？！　DeepSeek")


def test_radicals_and_compatibility_forms_become_the_character() -> None:
    assert "一水立" == fold("\u2f00\u2f54\uf9f7")


def test_a_letter_whose_lower_case_is_two_characters_stays() -> None:
    assert "straße İ" == fold("Straße İ")


def test_a_japanese_form_that_is_a_chinese_word_stays() -> None:
    assert "芸芸众生" == fold("芸芸眾生")


def test_both_scripts_fold_alike() -> None:
    assert fold("华为发布鸿蒙系统,台积电里昂证券") == fold("華為發佈鴻蒙系統,臺積電裏昂證券")


@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(text) == len(fold(text))


@given(st.text())
def test_an_offset_means_the_same_in_the_folded_text(text: str) -> None:
    assert "".join(map(fold, text)) == fold(text)


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(text) == fold(fold(text))


def test_every_character_folds_in_one_step() -> None:
    every = "".join(chr(code) for code in range(0x30000) if not 0xD800 <= code < 0xE000)
    assert fold(every) == fold(fold(every))


def test_every_letter_of_the_basic_plane_loses_its_case() -> None:
    lower = {chr(code): chr(code).casefold() for code in range(0x10000)}
    letters = [letter for letter, folded in lower.items() if len(folded) == 1 and folded != letter]
    kept = [letter for letter in letters if letter == fold(letter)]
    assert [] == kept


@pytest.mark.parametrize("name", ["TSCharacters", "STCharacters", "TWVariants", "HKVariants"])
def test_opencc_characters_fold_as_their_answers(name: str) -> None:
    apart = [(key, answer) for key, answers in table(name).items() for answer in answers if fold(key) != fold(answer)]
    assert [] == apart


def test_nearly_every_opencc_phrase_folds_as_its_answer() -> None:
    pairs = [(key, answers[0]) for key, answers in table("STPhrases").items()]
    apart = [pair for pair in pairs if fold(pair[0]) != fold(pair[1])]
    assert len(pairs) > 40_000
    assert len(apart) < 20


@given(st.lists(HAN, min_size=1, max_size=12).map("".join))
def test_folding_is_independent_of_script(text: str) -> None:
    converted = converter("t2s").convert(text)
    if len(converted) == len(text) and "沉" not in converted:  # 沈 is two characters in the mainland
        assert fold(text) == fold(converted)


def test_the_conversion_package_is_not_imported() -> None:
    program = "import sys; from tui_reader.script import fold; fold('臺灣'); print('opencc' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "False" == done.stdout.strip()


def test_everyday_characters_stand_for_the_rare_ones() -> None:
    everyday = "和了管资具像村仿"
    assert everyday == fold(everyday) == fold("龢瞭筦赀俱象邨彷")
