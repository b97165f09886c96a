import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tui_reader.errors import UsageError
from tui_reader.script import TARGETS, Converter, converter
from tui_reader.script.cache import ConversionCache

SEEDS = Path(__file__).parents[2] / "seeds"

HANS = "记者从现场获悉,这款软件的服务器将于明年春天投入使用,信息安全由厂商负责。"
HANT = "記者從現場獲悉,這款軟體的伺服器將於明年春天投入使用,資訊安全由廠商負責。"


def test_regional_wording_both_ways() -> None:
    assert "伺服器" in converter("tw").convert(HANS)
    assert "軟體" in converter("tw").convert(HANS)
    assert "软件" in converter("cn").convert(HANT)
    assert "服务器" in converter("cn").convert(HANT)


def test_hong_kong_keeps_the_words_and_has_its_own_forms() -> None:
    assert "說這裏的軟件" == converter("hk").convert("说这里的软件").replace("説", "說")


def test_first_form_of_a_region_is_written() -> None:
    """Hong Kong knows 網路 and 解析度 as well: in a sentence they may stay, in an article from Taiwan they do not."""
    article = "這款軟體讓使用者透過網路看到高解析度的影片，計程車司機也用簡訊訂餐。" * 8
    context = Converter.context_of(article)
    assert converter("hk").convert("網路的解析度", context=context) == "網絡的解像度"
    assert converter("hk").convert("軟體和網路") == "軟件和網路"


def test_dot_after_a_heading_number_is_not_a_name_dot() -> None:
    assert converter("cn").convert("二．美國的中學") == "二．美国的中学"
    assert converter("cn").convert("約翰．甘迺迪") == "约翰·肯尼迪"


def test_characters_only() -> None:
    assert "这款软体的伺服器" == converter("hans").convert("這款軟體的伺服器")
    assert "這款軟件的服務器" == converter("hant").convert("这款软件的服务器")


@pytest.mark.parametrize("target", ["cn", "hans"])
def test_simplified_text_comes_back_as_written(target: str) -> None:
    assert HANS + "投餵" == converter(target).convert(HANS + "投餵")


@pytest.mark.parametrize("target", ["tw", "hant"])
def test_traditional_text_comes_back_as_written(target: str) -> None:
    assert HANT + "台北" == converter(target).convert(HANT + "台北")


def test_taiwan_s_text_is_reworded_for_hong_kong_once() -> None:
    converted = converter("hk").convert(HANT + "台北")
    assert "這款軟件的伺服器" in converted
    assert converted == converter("hk").convert(converted)


@pytest.mark.parametrize(
    ("target", "text", "expected"),
    [
        ("tw", "华为", "華為"),
        ("tw", "華為", "華為"),
        ("cn", "華為", "华为"),
        ("cn", "华为", "华为"),
        ("tw", "人工智能", "人工智慧"),
        ("hk", "中国", "中國"),
        ("tw", "软件", "軟體"),
    ],
)
def test_short_text_determines_its_own_script(target: str, text: str, expected: str) -> None:
    assert expected == converter(target).convert(text)


def test_given_source_is_used_for_undecided_text() -> None:
    assert "台北文件" == converter("tw").convert("台北文件", source="hant")
    assert "人工智慧" == converter("tw").convert("人工智能", source="hans")


def test_tag_in_the_other_script_is_converted_in_any_article() -> None:
    assert "華為" == converter("tw").convert("华为", source="hant")


def test_hong_kong_text_is_recognized() -> None:
    text = "他説，特朗普沿着走廊走到特首辦，行政總裁在裏面用雪梨煲湯。"
    assert "他说，特朗普沿着走廊走到特首办，首席执行官在里面用雪梨煲汤。" == converter("cn").convert(text)


def test_an_opencc_configuration_by_name() -> None:
    assert "軟體" == converter("s2twp").convert("软件")


def test_unknown_target_raises_usage_error() -> None:
    with pytest.raises(UsageError, match="klingon"):
        converter("klingon").convert("软件")


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_seeds_keep_lines_and_digits_and_convert_once(target: str, seed: str) -> None:
    (path,) = SEEDS.glob(f"{seed}_*")
    text = path.read_text(encoding="utf-8")
    converted = converter(target).convert(text)
    assert text.count("\n") == converted.count("\n")
    assert [c for c in text if c.isdigit()] == [c for c in converted if c.isdigit()]
    assert converted == converter(target).convert(converted)


def test_latin_text_needs_no_dictionary() -> None:
    assert "DeepSeek-R1, 2025" == Converter("tw").convert("DeepSeek-R1, 2025")


def test_one_converter_for_a_name() -> None:
    assert converter("tw") is converter("tw")


def test_cache_evicts_the_least_recently_used() -> None:
    memory = ConversionCache(5)
    memory.put((None, None, "abc"), "1")
    memory.put((None, None, "de"), "2")
    assert "1" == memory.get((None, None, "abc"))
    memory.put((None, None, "f"), "3")
    assert ("1", None, "3") == (
        memory.get((None, None, "abc")),
        memory.get((None, None, "de")),
        memory.get((None, None, "f")),
    )


def test_text_larger_than_the_cache_is_not_cached() -> None:
    memory = ConversionCache(5)
    memory.put((None, None, "abcdef"), "1")
    memory.put((None, None, "ab"), "2")
    assert (None, "2") == (memory.get((None, None, "abcdef")), memory.get((None, None, "ab")))


def test_storing_a_key_again_takes_no_extra_room() -> None:
    memory = ConversionCache(4)
    for _ in range(10):
        memory.put((None, None, "ab"), "1")
    memory.put((None, None, "cd"), "2")
    assert ("1", "2") == (memory.get((None, None, "ab")), memory.get((None, None, "cd")))


def test_threads_may_share_a_converter() -> None:
    shared = Converter("tw")
    texts = [f"软件{number}" for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        assert [f"軟體{number}" for number in range(200)] == list(pool.map(shared.convert, texts))


def test_dictionaries_are_read_at_the_first_conversion() -> None:
    program = (
        "import sys; from tui_reader.script import converter; c = converter('tw'); before = 'ahocorasick_rs' in sys.modules;"
        "c.convert('软件'); print(before, 'ahocorasick_rs' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=True)
    assert "False True" == done.stdout.strip()


def test_explanation_quotes_the_source_text() -> None:
    text = "記者說這個视頻很好，觀眾們都認為畫質沒有問題，他的頭发也長了。"
    assert [("视頻", "影片")] == [(one.source, one.target) for one in converter("tw").explain(text)]


@pytest.mark.parametrize(
    "text",
    ["干" * 100_000 + "，あい", "@" * 100_000 + "软件", "あ干" * 9_000 + "あ" + "干" * 9_000, "「" * 50_000 + "あい"],
    ids=["Han and kana", "at signs", "Japanese", "brackets"],
)
@pytest.mark.parametrize("target", ["tw", "cn"])
def test_a_long_run_is_converted(text: str, target: str) -> None:
    """Time in proportion to its square would be minutes."""
    assert len(text) == len(converter(target).convert(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("乾隆年間，衣服乾淨了。", "乾隆年间，衣服干净了。"),
        (
            "著名作家，隨著時間過去，見 http://example.org/後台 為證。",
            "著名作家，随着时间过去，见 http://example.org/後台 为证。",
        ),
        ("沒有疑問的句子，說完了", "没有疑问的句子，说完了"),
        ("", ""),
    ],
)
def test_only_clauses_with_ambiguous_characters_are_segmented(text: str, expected: str) -> None:
    assert expected == converter("hans").convert(text, source="hant")
