import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Script
from tui_reader.typography import Repair, applied, offset_back, offset_in, repaired, repairs

SEEDS = Path(__file__).parents[1] / "seeds"
SCRIPTS: tuple[Script, ...] = ("hans", "hant", "none")

MENDED = {
    # marks
    "港口停航了?船長柏森:再等一天": "港口停航了？船長柏森：再等一天",
    "他說,Nova 很快;我不信!": "他說，Nova 很快；我不信！",
    "跌幅達 17%,創下紀錄": "跌幅達 17%，創下紀錄",
    "我們使用 Python, 寫了三天": "我們使用 Python，寫了三天",
    "為什麼要選 Nova 15 Pro?": "為什麼要選 Nova 15 Pro？",
    "真的嗎?! 他笑了": "真的嗎？！他笑了",
    "燈塔!!!": "燈塔！！！",
    "周五14:30開會:請準時": "周五14:30開會：請準時",
    "比分3:2,共1,234人": "比分3:2，共1,234人",
    "來源:https://a.example/b?c=1,2 的報告": "來源：https://a.example/b?c=1,2 的報告",
    "來信:lin@example.org,謝謝": "來信：lin@example.org,謝謝",  # what is glued to an address may be a part of it
    # parentheses
    "港務局(Harbour Office)說(不是我說)好": "港務局（Harbour Office）說（不是我說）好",
    "船隊 (Fleet) 出發": "船隊（Fleet）出發",
    "氫氧化鈣(Ca(OH)2)很白": "氫氧化鈣（Ca(OH)2）很白",
    "Nova 15 Pro(256GB)上市": "Nova 15 Pro（256GB）上市",
    "昨天起NHO(National Harbour Office)的船": "昨天起NHO（National Harbour Office）的船",
    "見附表（圖三)。": "見附表（圖三）。",
    "是嗎(?)": "是嗎（？）",
    # dots and dashes
    "他走了...後來呢": "他走了……後來呢",
    "他走了…後來呢": "他走了……後來呢",
    "他走了。。。後來呢": "他走了……後來呢",
    "只剩一樣東西 -- 燈塔": "只剩一樣東西——燈塔",
    "這座燈塔已經亮了一百年─沒有人記得": "這座燈塔已經亮了一百年——沒有人記得",
    "天氣好的時候看得見對岸.": "天氣好的時候看得見對岸。",
}

LEFT = [
    'Lin said: "Yes, we can." (He smiled.) Then he left...',
    "The word 燈塔, which means lighthouse, is old: it (the word) came with the ships.",
    "約翰福音 3:16，比例 16:9",
    "Python, 一種語言",
    r"C:\資料\報告(終稿).doc",
    "報告(終稿_二).pdf",
    "謝謝:) 辛苦了:P 加油 ;)",
    "ψ(._.)> 好累 (T_T)",
    "f(x)的值",
    "區間(0,1)內",
    "電話(02)2345678",
    'print("你好")',
    '{"名稱": "燈塔", "數": 3}',
    "`燈塔:亮,暗` 是程式",
    "[燈塔](docs/a,b.md)",
    "![燈塔](a.png)",
    '<a title="燈塔,亮">燈塔</a>',
    "Re: 燈塔",
    "Re:燈塔",
    "Yahoo!奇摩",
    "1. 燈塔",
    "一. 燈塔",
    "柏森.林",
    "目錄..........3",
    "好強..真的",
    "北京—上海",
    "2024-2025 年 5-7 月",
    "使用--help參數",
    "----------",
    '6.1"和6.7"螢幕',
    "林's 船",
    "#燈塔 #Nova",
    "| 燈塔 | 3 |",
    "",
]  # fmt: skip


@pytest.mark.parametrize(("stored", "shown"), MENDED.items())
def test_flattened_marks_are_repaired(stored: str, shown: str) -> None:
    assert shown == repaired(stored, "hant")


@pytest.mark.parametrize("text", LEFT)
def test_other_punctuation_is_unchanged(text: str) -> None:
    assert [text] * 3 == [repaired(text, script) for script in SCRIPTS]


@pytest.mark.parametrize(
    ("stored", "hans", "hant"),
    [
        ("他说“好”", "他说“好”", "他说「好」"),
        ("他说「好」", "他说“好”", "他说「好」"),
        ("他说“她说‘好’了”", "他说“她说‘好’了”", "他说「她说『好』了」"),
        ("他说“她说「好」了”", "他说“她说‘好’了”", "他说「她说『好』了」"),
        ('他说"好"', "他说“好”", "他说「好」"),
        ("堪称'跃迁'的一步", "堪称“跃迁”的一步", "堪称「跃迁」的一步"),
        ('衣服上写着"impossible"', "衣服上写着“impossible”", "衣服上写着「impossible」"),
        ("『灯塔』亮了", "“灯塔”亮了", "『灯塔』亮了"),
        ("O’Neil 说“好”", "O’Neil 说“好”", "O’Neil 说「好」"),
        ("“这一段没有完", "“这一段没有完", "“这一段没有完"),
        ('他说"好"又说"不', '他说"好"又说"不', '他说"好"又说"不'),
        ("他说“好」", "他说“好」", "他说“好」"),
        ('",叫做"R1"。', '"，叫做"R1"。', '"，叫做"R1"。'),
    ],
)  # fmt: skip
def test_quotes_are_those_of_the_script_shown(stored: str, hans: str, hant: str) -> None:
    assert [hans, hant] == [repaired(stored, "hans"), repaired(stored, "hant")]


def test_quotes_stay_where_the_script_is_not_known() -> None:
    assert '他说“好”，「好」，"好"' == repaired('他说“好”,「好」,"好"', "none")


def test_a_pair_is_repaired_as_a_pair() -> None:
    assert "港口(停航，風大" == repaired("港口(停航,風大", "hant")


def test_layout_of_several_spaces_stays() -> None:
    assert "甲船！   乙船！" == repaired("甲船!   乙船!", "hant")


def test_a_single_space_after_a_full_width_mark_goes() -> None:
    assert "風停了，船還在。「明天」再說：好，  一起。" == repaired(
        "風停了， 船還在。「明天」 再說： 好，  一起。", "hant"
    )
    assert "Wind， rain， and 風" == repaired("Wind， rain， and 風", "hant")


def test_lines_are_judged_by_themselves() -> None:
    assert "港口停航了？\nIs it, really?" == repaired("港口停航了?\nIs it, really?", "hant")


def test_a_repair_is_given_in_offsets_of_the_source() -> None:
    assert (Repair(1, 2, ""), Repair(2, 3, "（"), Repair(5, 6, "）"), Repair(7, 10, "……")) == repairs(
        "船 (AI)好...", "hant"
    )


@pytest.mark.parametrize(
    ("offset", "shown"), [(0, 0), (1, 1), (2, 1), (3, 2), (5, 4), (6, 5), (7, 6), (8, 7), (9, 8), (10, 8)]
)
def test_offsets_move_with_what_is_repaired(offset: int, shown: int) -> None:
    assert shown == offset_in(repairs("船 (AI)好...", "hant"), offset)


def test_repaired_offsets_map_to_the_source() -> None:
    found = repairs("船 (AI)好...走", "hant")
    assert [0, 2, 3, 4, 5, 6, 7, 8, 10, 11] == [offset_back(found, offset) for offset in range(10)]


PIECES = [
    "中文", "很好", "AI", "Nova", "15", "...", "--", "。。。", "  ", " ", '"', "(", ")", "“", "”", "‘", "’", "「", "」", "『", "』",
    ",", ":", "?", "!", ".", "…", "—", "─", "'", "\n", "（", "）", "，", ":)", "Re", "等", "很长很长的一个句子", ";", "`", "www.a",
]  # fmt: skip
ROWS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(ROWS, st.sampled_from(SCRIPTS))
def test_repair_is_idempotent(text: str, script: Script) -> None:
    once = repaired(text, script)
    assert once == repaired(once, script)


@given(ROWS, st.sampled_from(SCRIPTS))
def test_offsets_stay_within_both_texts_and_in_order(text: str, script: Script) -> None:
    found = repairs(text, script)
    shown = applied(text, found)
    there = [offset_in(found, offset) for offset in range(len(text) + 1)]
    back = [offset_back(found, offset) for offset in range(len(shown) + 1)]
    assert (0, len(shown), len(text)) == (there[0], there[-1], back[-1])
    assert (sorted(there), sorted(back)) == (there, back)
    assert all(there[place] <= offset for offset, place in enumerate(back))


@given(ROWS, st.sampled_from(SCRIPTS))
def test_nothing_but_marks_and_spaces_changes(text: str, script: Script) -> None:
    def words(shown: str) -> str:
        return "".join(re.findall(r"[\w`]+", shown))

    assert words(text) == words(repaired(text, script))


def test_a_title_with_flattened_marks() -> None:
    title = (SEEDS / "000_09747cb3dcaa1947.txt").read_text(encoding="utf-8")
    assert "科技業？Meta祖克柏：評斷" in repaired(title, "hant")


@pytest.mark.parametrize(
    "unit", ["“", '"', "(", ",", ", ", "...", "「”", ":) ", "http://a ", "(a", "' ", ".txt", "`", "_", "a=", "“‘", '“"']
)
def test_long_runs_of_marks_take_linear_time(unit: str) -> None:
    def seconds(times: int) -> float:
        start = process_time()
        repaired("中" + unit * times, "hans")
        return process_time() - start

    assert seconds(20_000) < 60 * max(min(seconds(1_000), seconds(1_000)), 0.002)
