"""Characters of Hong Kong and Taiwan, and words whose sense a line about programming decides."""

import pytest

from tui_reader.api import convert
from tui_reader.script.detect import simplified_only
from tui_reader.script.spelling import characters

KEPT_IN_HONG_KONG = frozenset("枱鈎恒着裏鮎幺")
"""Hong Kong forms outside Big5, or shared with simplified text, that its newspapers print."""


def is_in(standard: str, character: str) -> bool:
    try:
        return bool(character.encode(standard))
    except UnicodeEncodeError:
        return False


def test_hong_kong_forms_are_those_of_big5_where_taiwan_has_one() -> None:
    hong_kong, taiwan = characters("hk"), characters("tw")
    common = [form for form in taiwan if is_in("gb2312", form) and is_in("big5", taiwan[form])]
    answers = {form: hong_kong.get(form, form) for form in common}
    assert {} == {
        form: answer
        for form, answer in answers.items()
        if not is_in("big5", answer) and answer not in KEPT_IN_HONG_KONG
    }


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("客户到银行开户", "客戶到銀行開戶"),
        ("他卧床叙述往事", "他臥床敘述往事"),
        ("烟囱旁酝酿着蜕变", "煙囪旁醞釀着蛻變"),
    ],
)
def test_hong_kong_characters_are_traditional(simplified: str, traditional: str) -> None:
    assert traditional == convert(simplified, "hk")
    assert simplified == convert(traditional, "cn")
    assert simplified_only().isdisjoint(convert(simplified, "hk"))


CODE = [
    ("函数返回一个数组，循环遍历每个对象", "函式回傳一個陣列，迴圈遍歷每個物件"),
    ("在代码里定义变量和指针，调用接口", "在程式碼裡定義變數和指標，呼叫介面"),
    ("用 Python 写一个递归函数，返回值是字符串", "用 Python 寫一個遞迴函式，回傳值是字串"),
    ("后端接口返回 JSON 数据，前端用哈希表缓存", "後端介面回傳 JSON 資料，前端用雜湊表快取"),
    ("多线程程序共享内存，要注意死锁", "多執行緒程式共享記憶體，要注意死鎖"),
]
PROSE = [
    ("这个二次函数的图像是一条曲线", "這個二次函數的圖像是一條曲線"),
    ("数组人马同时出发，返回营地", "數組人馬同時出發，返回營地"),
    ("他的结婚对象是同学，两人在循环赛里认识", "他的結婚對象是同學，兩人在循環賽裡認識"),
    ("股价回调，资金循环使用", "股價回調，資金循環使用"),
    ("手表的指针停在三点", "手錶的指針停在三點"),
]


@pytest.mark.parametrize(("mainland", "taiwan"), [*CODE, *PROSE])
def test_words_of_programming_are_converted_only_in_lines_about_code(mainland: str, taiwan: str) -> None:
    assert (taiwan, mainland) == (convert(mainland, "tw"), convert(taiwan, "cn"))


@pytest.mark.parametrize(
    ("mainland", "taiwan"),
    [
        ("这个算法建了微信群", "這個演算法建了微信群組"),
        ("那种演算法建了微信群组", "那種演算法建了微信群組"),
        ("病毒的毒株和病毒毒株", "病毒的病毒株和病毒毒株"),
    ],
)
def test_a_word_is_extended_unless_the_text_goes_on_as_the_answer_does(mainland: str, taiwan: str) -> None:
    assert taiwan == convert(mainland, "tw")


@pytest.mark.parametrize(
    ("traditional", "mainland"),
    [
        ("項鍊、狗鍊和供應鍊", "项链、狗链和供应链"),
        ("鍊金術、錘鍊、精鍊", "炼金术、锤炼、精炼"),
        ("歷鍊豐富，文字洗鍊", "历练丰富，文字洗练"),
        ("法庭繙譯員", "法庭翻译员"),
    ],
)
def test_variants_that_taiwan_and_hong_kong_print(traditional: str, mainland: str) -> None:
    assert mainland == convert(traditional, "cn")
